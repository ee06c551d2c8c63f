package pdf

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
)

// What announces a list, and what a formula goes on from, ends on its page.
func TestLeadIn(t *testing.T) {
	parted := map[string]int{}
	for lines := range 45 {
		for name, behind := range map[string]struct {
			end  string
			what doc.Block
		}{
			"list":    {"announced:", &doc.List{Items: []*doc.ListItem{{Content: doc.Blocks{paragraphOf("behind")}}, {Content: doc.Blocks{paragraphOf("last")}}}}},
			"formula": {"announced", &doc.MathBlock{TeX: `x=\text{behind}`, Alt: "x is behind"}},
			"text":    {"announced:", paragraphOf("behind")},
		} {
			bs := []doc.Block{}
			for range lines {
				bs = append(bs, paragraphOf("a line"))
			}
			e, _ := laid(t, StyleReport(), append(bs, paragraphOf(strings.Repeat("some words that lead to what is ", 8)+behind.end), behind.what)...)
			ends := -1
			for _, p := range e.pages.Pages {
				for i := range p.Items {
					if l := p.Items[i].Line; l != nil && strings.Contains(seen(l), "announced") {
						ends = p.Index
					}
				}
			}
			require.GreaterOrEqual(t, ends, 0)
			if last := e.pages.Pages[ends]; strings.Contains(seen(last.Items[last.Notes-1].Line), "announced") {
				parted[name]++
			}
		}
	}
	require.Zero(t, parted["list"])
	require.Zero(t, parted["formula"])
	require.Positive(t, parted["text"])
}
