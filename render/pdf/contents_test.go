package pdf

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
)

// A title over several lines keeps clear of the page numbers, is not stretched
// nor divided within a word, and has its number at the end of the last line, at
// the margin.
func TestLongEntriesOfTheContents(t *testing.T) {
	for _, leaders := range []bool{false, true} {
		st := StyleBook()
		st.Contents.Leaders = leaders
		d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en"}}
		for _, s := range []string{"Short", strings.Repeat("An extraordinary congregation of characteristics ", 5), "Also short"} {
			d.Sections = append(d.Sections, &doc.Section{Title: doc.Inlines{doc.Text(s)}, Blocks: doc.Blocks{paragraphOf("text")}})
		}
		e, err := Renderer{Style: st}.Layout(context.Background(), d)
		require.NoError(t, err)
		entries, lines := 0, 0
		for _, p := range e.pages.Pages {
			for _, it := range p.Items {
				if it.Line == nil || !it.Line.Para.Filled {
					continue
				}
				lines++
				right := p.Left + st.measure().unit() - it.X - it.Line.Width
				number := it.Line.Para.Right
				if it.Line.End < len(it.Line.Para.Items)-1 {
					require.GreaterOrEqual(t, right, number)
					require.Zero(t, it.Line.Ratio)
					require.False(t, strings.HasSuffix(seen(it.Line), "-"), seen(it.Line))
					continue
				}
				entries++
				require.Equal(t, number, right, "the number hangs out by its own width")
			}
		}
		require.Equal(t, 3, entries)
		require.Greater(t, lines, 5)
	}
}
