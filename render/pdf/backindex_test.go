package pdf

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
)

// indexed is a document with an index of some entries and a section behind it.
func indexed(entries int) *doc.Document {
	var words doc.Inlines
	for i := range entries {
		words = append(words, doc.Text(fmt.Sprint("w", i, " ")), &doc.IndexTerm{Entry: []string{fmt.Sprintf("entry %03d", i)}})
	}
	return &doc.Document{
		Meta: doc.Meta{Title: doc.Inlines{doc.Text("Indexed")}, Lang: "en"},
		Sections: []*doc.Section{
			{Title: doc.Inlines{doc.Text("One")}, Blocks: doc.Blocks{&doc.Paragraph{Content: words}}},
			{Role: doc.RoleIndex, Title: doc.Inlines{doc.Text("Index")}, Blocks: doc.Blocks{paragraphOf(strings.Repeat("said above the index ", 12))}},
			{Role: doc.RoleColophon, Title: doc.Inlines{doc.Text("Colophon")}, Blocks: doc.Blocks{paragraphOf("behind")}},
		},
	}
}

// linesOf are the lines of pages that begin with some words, by page, with the
// place of each.
func linesOf(e *Edition, prefix string) (pages []int, items []*layout.Placed) {
	for _, p := range e.pages.Pages {
		for i := range p.Items {
			if it := &p.Items[i]; it.Line != nil && strings.HasPrefix(seen(it.Line), prefix) {
				pages, items = append(pages, p.Index), append(items, it)
			}
		}
	}
	return pages, items
}

// The entries stand in two columns of one length, below what opens the index and
// stands over both; what follows begins a page with the whole measure.
func TestIndexColumns(t *testing.T) {
	for name, style := range styles {
		st := style()
		e, err := Renderer{Style: st}.Layout(context.Background(), indexed(41))
		require.NoError(t, err)
		pages, entries := linesOf(e, "entry")
		require.Len(t, entries, 41, name)
		columns := map[layout.Unit]int{}
		for i, it := range entries {
			require.Equal(t, pages[0], pages[i], name)
			columns[it.X]++
		}
		require.Len(t, columns, 2, name)
		for _, n := range columns {
			require.InDelta(t, 20.5, n, 1, name)
		}
		above, intro := linesOf(e, "said above")
		require.Equal(t, pages[0], above[0], name)
		require.Greater(t, intro[0].Line.Width, st.measure().unit()*9/10, name)
		behind, _ := linesOf(e, "behind")
		require.Equal(t, []int{pages[0] + 1}, behind, name)
	}
}

// A narrow page has the index in one column, as has a style that asks for it.
func TestIndexInOneColumn(t *testing.T) {
	narrow, one := StyleReport(), StyleReport()
	narrow.Margins.Outer = 320
	one.Index.Columns = 1
	for _, st := range []Style{narrow, one} {
		e, err := Renderer{Style: st}.Layout(context.Background(), indexed(30))
		require.NoError(t, err)
		_, entries := linesOf(e, "entry")
		for _, it := range entries {
			require.Equal(t, entries[0].X, it.X)
		}
	}
}

// Each entry of a bibliography hangs, the first too.
func TestBibliographyHangs(t *testing.T) {
	long := strings.Repeat("hung out and set in ", 20)
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("Books")}, Lang: "en"},
		Sections: []*doc.Section{{Role: doc.RoleBibliography, Title: doc.Inlines{doc.Text("Bibliography")}, Blocks: doc.Blocks{paragraphOf(long), paragraphOf(long)}}}}
	st := StyleReport()
	e, err := Renderer{Style: st}.Layout(context.Background(), d)
	require.NoError(t, err)
	for _, p := range e.pages.Pages[0].Items {
		if p.Line != nil && p.Line.Para.Left > 0 {
			hung := layout.Unit(0)
			if p.Line.Start > 0 {
				hung = p.Line.Para.Left
			}
			require.Equal(t, e.pages.Pages[0].Left+hung, p.X, seen(p.Line))
		}
	}
}
