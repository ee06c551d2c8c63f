package pdf

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/render/internal/layout"
)

// TestPlain: words whose glyphs stand for a character each have the codes that
// they would have if that were worked out as for others.
func TestPlain(t *testing.T) {
	fs, err := (&Fonts{}).load()
	require.NoError(t, err)
	roman := textStyle{cut: roman, size: 10 * layout.Point, lang: "en"}
	figures := roman
	figures.features |= oldStyle
	plain, order := map[string]bool{}, newFontTable()
	for _, ts := range []*textStyle{&roman, &figures, &roman} {
		s := newSetter(fs)
		for _, w := range []string{"Water,", "office", "1923", "naïve", "difficult", "A\u0301b", "(9)"} {
			for _, g := range s.shape(ts, []byte(w)) {
				u := order.use(g.face)
				g.encode(u)
				got := g.codes
				var want []uint16
				for i, text := range g.join(u) {
					want = append(want, u.code(code{g.shaped[i].ID, text}))
				}
				require.Equal(t, want, got, w)
				if g.plain() {
					plain[g.text] = true
				}
			}
		}
	}
	require.Equal(t, map[string]bool{"Water,": true, "office": true, "1923": true, "difficult": true, "(9)": true}, plain)
}
