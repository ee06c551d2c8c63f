package pdf

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
)

func rowOf(cells ...string) *doc.Row {
	r := &doc.Row{}
	for _, c := range cells {
		r.Cells = append(r.Cells, &doc.Cell{Content: doc.Blocks{paragraphOf(c)}})
	}
	return r
}

func paragraphOf(s string) *doc.Paragraph { return &doc.Paragraph{Content: doc.Inlines{doc.Text(s)}} }

// laid lays out blocks and returns the pages with the warnings.
func laid(t *testing.T, st Style, bs ...doc.Block) (*Edition, []string) {
	t.Helper()
	var warnings []string
	r := Renderer{Style: st, Warn: func(w render.Warning) { warnings = append(warnings, w.String()) }}
	e, err := r.Layout(context.Background(), &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en"}, Blocks: bs})
	require.NoError(t, err)
	return e, warnings
}

// A spot is where a piece of ink stands on a page.
type spot struct {
	text   string
	page   int
	x, y   layout.Unit
	turned bool
	tagged bool
	cut    cut
}

// spots lists the words of all pages, those of turned pages too.
func spots(e *Edition) []spot {
	var out []spot
	var items func(page int, its []layout.Placed, turned bool)
	items = func(page int, its []layout.Placed, turned bool) {
		for i := range its {
			it := &its[i]
			if ink, ok := it.Ink.(turnedInk); ok {
				items(page, ink.page.Items, true)
			}
			if it.Line == nil {
				continue
			}
			it.Line.Pieces(it.X, func(x, _ layout.Unit, _ *linebreak.Item, pc *layout.Piece) {
				if g, ok := pc.Ink.(*glyphs); ok {
					out = append(out, spot{g.text, page, x, it.Y, turned, pc.Tag != 0, g.style.cut})
				}
			})
		}
	}
	for i, p := range e.pages.Pages {
		items(i, p.Items, false)
	}
	return out
}

func find(t *testing.T, ss []spot, text string) spot {
	t.Helper()
	for _, s := range ss {
		if s.text == text {
			return s
		}
	}
	require.Failf(t, "a word is nowhere", "%q", text)
	return spot{}
}

func numbers() *doc.Table {
	return &doc.Table{Columns: make([]doc.Column, 2), Head: []*doc.Row{rowOf("Port", "Share")},
		Bodies: []*doc.TableBody{{Rows: []*doc.Row{rowOf("A", "1.25"), rowOf("B", "1,104.5"), rowOf("C", "17"), rowOf("D", "–")}}}}
}

func TestNumbersAreAlignedOnTheirMarks(t *testing.T) {
	e, _ := laid(t, StyleReport(), numbers())
	ss := spots(e)
	mark := func(text, whole string) layout.Unit {
		s := find(t, ss, text)
		return s.x + e.flow.measureText(&textStyle{size: scale(e.flow.st.TextSize.unit(), e.flow.st.SmallSize), features: tabular, lang: "en"}, whole)
	}
	want := mark("1.25", "1")
	for _, c := range [][2]string{{"1,104.5", "1,104"}, {"17", "17"}, {"–", "–"}} {
		require.InDelta(t, float64(want), float64(mark(c[0], c[1])), float64(layout.Point)/20, c[0])
	}
}

func wideTable(columns int, word string) *doc.Table {
	head, row := make([]string, columns), make([]string, columns)
	for i := range columns {
		head[i], row[i] = word, word+"s"
	}
	return &doc.Table{ID: "wide", Caption: doc.Inlines{doc.Text("Wide"), &doc.Note{Content: doc.Blocks{paragraphOf("seas")}}}, Columns: make([]doc.Column, columns),
		Head: []*doc.Row{rowOf(head...)}, Bodies: []*doc.TableBody{{Rows: []*doc.Row{rowOf(row...)}}}}
}

func TestWideTablesAreSetSmallerThenTurned(t *testing.T) {
	text := strings.Repeat("characteristic ", 3)
	_, warnings := laid(t, StyleReport(), paragraphOf(text), wideTable(5, "characteristic"))
	require.Empty(t, warnings)
	_, warnings = laid(t, StyleReport(), paragraphOf(text), wideTable(6, "characteristic"))
	require.Equal(t, []string{"blocks[1]: the table is set in type of 7.8 pt to fit its place"}, warnings)

	e, warnings := laid(t, StyleReport(), paragraphOf(text), wideTable(9, "characteristic"), paragraphOf("end it"))
	require.Equal(t, []string{"blocks[1]: the table is wider than the measure: it is turned on a page of its own"}, warnings)
	ss := spots(e)
	n := 0
	for _, s := range ss {
		if s.turned {
			n++
			require.True(t, s.tagged, s.text)
		}
	}
	require.Greater(t, n, 18)
	require.True(t, find(t, ss, "seas").turned, "the note stands on the turned page")
	require.Equal(t, find(t, ss, "seas").page, find(t, ss, "Wide").page)
	require.Equal(t, 0, find(t, ss, "end").page, "the text goes on before it")
	first, _, ok := e.pages.Pages[1].First()
	require.True(t, ok && first > 0, "the turned page begins with words of the document")

	_, warnings = laid(t, StyleReport(), &doc.Aside{Content: doc.Blocks{wideTable(30, "characteristic")}})
	require.NotContains(t, strings.Join(warnings, "\n"), "turned", "an aside holds no page")
	require.Contains(t, strings.Join(warnings, "\n"), "the table on page")
}

func TestTableHeadsAreRepeatedAsFurniture(t *testing.T) {
	b := numbers()
	for range 80 {
		b.Bodies[0].Rows = append(b.Bodies[0].Rows, rowOf("row", "2.5"))
	}
	e, _ := laid(t, StyleReport(), b)
	heads := map[int]bool{}
	for _, s := range spots(e) {
		if s.text == "Share" {
			require.Equal(t, s.page == 0, s.tagged, "only the first head is the document's")
			heads[s.page] = true
		}
	}
	require.Len(t, heads, len(e.pages.Pages))
	require.Greater(t, len(heads), 1)
}

// A given width is kept as long as the words fit, the gutters taken off the
// measure first.
func TestGivenWidths(t *testing.T) {
	b := numbers()
	b.Columns[0].Width, b.Columns[1].Width = 0.75, 0.25
	e, warnings := laid(t, StyleReport(), b)
	require.Empty(t, warnings)
	var rule layout.Unit
	for _, it := range e.pages.Pages[0].Items {
		if _, ok := it.Ink.(ruleInk); ok {
			rule = max(rule, it.Width)
		}
	}
	require.InDelta(t, float64(e.flow.st.measure()), float64(rule)/float64(layout.Point), 0.01)
}
