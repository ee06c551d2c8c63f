package layout

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// noteCases are the goldens of notes that are hard to place, with what must hold
// of each besides; page is that of a thing by its name, from 1.
var noteCases = map[string]func(t *testing.T, p *Pages, page func(string) int){
	"note of three pages": func(t *testing.T, _ *Pages, page func(string) int) {
		require.Equal(t, page("a30"), page("n0"))
		require.GreaterOrEqual(t, page("n559"), page("n0")+2)
	},
	"twenty notes on a line": func(t *testing.T, p *Pages, page func(string) int) {
		require.Equal(t, page("a0"), page("n0.0"))
		require.Equal(t, page("a9"), page("n19.0"))
	},
	"note in a heading": func(t *testing.T, p *Pages, page func(string) int) {
		require.Equal(t, page("head0"), page("n0"))
		require.Equal(t, page("head0"), page("b0"))
	},
	"note in a caption": func(t *testing.T, p *Pages, page func(string) int) {
		require.Equal(t, page("caption3"), page("n0"))
	},
	"note in a cell": func(t *testing.T, p *Pages, page func(string) int) {
		require.Equal(t, page("r0.1"), page("n0.0"))
		require.Equal(t, page("r3.1"), page("n3.0"))
	},
	"note in verse": func(t *testing.T, p *Pages, page func(string) int) {
		require.Equal(t, page("v1.2"), page("n1.0"))
		require.Equal(t, page("v7.2"), page("n7.0"))
	},
	"note on the last line": func(t *testing.T, p *Pages, page func(string) int) {
		require.Equal(t, page("a200"), page("n0"))
	},
	"mark on the last line": func(t *testing.T, p *Pages, page func(string) int) {
		require.Equal(t, page("a145"), page("n0"))
		require.Contains(t, lineText(p.Pages[0].last().Line), "a145")
	},
	"notes across": func(t *testing.T, p *Pages, page func(string) int) {
		require.Equal(t, page("a70"), page("n0"))
		require.Equal(t, page("b20"), page("m0"))
	},
	"table with notes": func(t *testing.T, p *Pages, page func(string) int) {
		require.Equal(t, page("r2.0"), page("n2.0"))
		require.Equal(t, page("r38.0"), page("n38.0"))
		require.Greater(t, page("r38.0"), page("r2.0"))
	},
}

// A note begins on the page of its mark and is whole, wherever the mark stands.
func TestNoteCases(t *testing.T) {
	for name, holds := range noteCases {
		t.Run(name, func(t *testing.T) {
			b := goldens[name]()
			p := lay(t, b)
			r := Check(b, p)
			require.Empty(t, r.Faults)
			require.Zero(t, r.Late)
			require.Positive(t, r.Notes)
			var text, want []string
			inkOf(b.Blocks, &text, &want)
			_, got := tagged(p)
			require.Equal(t, want, got)
			at := starts(p)
			holds(t, p, func(s string) int {
				require.Contains(t, at, s)
				return at[s].page + 1
			})
		})
	}
}
