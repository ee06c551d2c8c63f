package pdf

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/pdffile"
)

// floatBook is a book whose text names a figure and a table, each before it.
func floatBook(t *testing.T) *doc.Document {
	words := func(n int) *doc.Paragraph {
		return &doc.Paragraph{Content: doc.Inlines{doc.Text(strings.Repeat("The keeper walks the shore. ", n))}}
	}
	cell := func(s string) *doc.Cell {
		return &doc.Cell{Content: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text(s)}}}}
	}
	table := func(unnumbered bool) *doc.Table {
		t := &doc.Table{Caption: doc.Inlines{doc.Text("Tides.")}, Columns: []doc.Column{{}, {}}, Unnumbered: unnumbered}
		for range 4 {
			t.Bodies = append(t.Bodies, &doc.TableBody{Rows: []*doc.Row{{Cells: []*doc.Cell{cell("a"), cell("b")}}}})
		}
		return t
	}
	return &doc.Document{Files: pictures(t), Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en"}, Sections: []*doc.Section{
		{Title: doc.Inlines{doc.Text("One")}, Blocks: doc.Blocks{words(120), words(40), figureOf("a.jpg"), words(60), table(false), words(60), table(true), words(40)}}}}
}

// A numbered figure or table leaves its place for the head of a page and the
// text goes on around it; in the structure each stays where it was.
func TestFloats(t *testing.T) {
	st := StyleBook()
	e, err := Renderer{Style: st}.Layout(context.Background(), floatBook(t))
	require.NoError(t, err)
	floats := 0
	for _, p := range e.pages.Pages {
		if p.Floats == p.Notes {
			continue
		}
		floats++
		require.Positive(t, p.Floats, "text stands on the page")
		top := p.Items[p.Floats].Y
		for _, it := range p.Items[:p.Floats] {
			require.Greater(t, it.Y, top, "page %d", p.Index+1)
		}
	}
	require.Equal(t, 2, floats)
	var order []string
	var walk func(*pdffile.Elem)
	walk = func(el *pdffile.Elem) {
		for _, k := range el.Kids {
			if k.Elem == nil {
				continue
			}
			switch k.Elem.Type {
			case "H1", "P", "Figure", "Table":
				order = append(order, k.Elem.Type)
			}
			if k.Elem.Type != "Table" {
				walk(k.Elem)
			}
		}
	}
	walk(e.flow.tags.root)
	require.Equal(t, "H1 P P Figure P Table P Table P", strings.Join(order[len(order)-9:], " "))
	for _, p := range e.PageMap().Pages {
		require.NotContains(t, []string{"sections[0].blocks[2]", "sections[0].blocks[4]"}, p.Path, "a page with text begins with it")
	}
}

// Without the setting all stays in its place.
func TestNoFloats(t *testing.T) {
	st := StyleBook()
	st.Floats = false
	e, err := Renderer{Style: st}.Layout(context.Background(), floatBook(t))
	require.NoError(t, err)
	last := int32(0)
	for _, p := range e.pages.Pages {
		require.Equal(t, p.Notes, p.Floats)
		for _, it := range p.Items {
			if it.Line != nil && it.Line.Para.Source > 0 {
				require.GreaterOrEqual(t, it.Line.Para.Source, last)
				last = it.Line.Para.Source
			}
		}
	}
}

// In columns a figure that is wider than one goes over all; a narrow one, and one
// whose width is given, stay in theirs.
func TestWideFigures(t *testing.T) {
	st := StylePaper()
	st.Columns, st.Margins.Inner, st.Margins.Outer = 2, 54, 54
	given := figureOf("wide.svg")
	given.Images[0].Width = 1
	for want, fig := range map[Length]*doc.Figure{st.measure(): figureOf("wide.svg"), 144: figureOf("a.jpg"), st.column(): given, 300: figureOf("a.jpg", "a.gif")} {
		d := &doc.Document{Files: pictures(t), Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en"},
			Blocks: doc.Blocks{paragraphOf(strings.Repeat("words around it ", 300)), fig, paragraphOf(strings.Repeat("words around it ", 300))}}
		e, err := Renderer{Style: st}.Layout(context.Background(), d)
		require.NoError(t, err)
		var left, right layout.Unit
		for _, p := range e.pages.Pages {
			for _, it := range p.Items {
				if _, ok := it.Ink.(imageInk); ok && (right == 0 || it.X < left) {
					left = it.X
				}
				if _, ok := it.Ink.(imageInk); ok {
					right = max(right, it.X+it.Width)
				}
			}
		}
		require.InDelta(t, float64(want), float64(right-left)/float64(layout.Point), 3)
	}
}
