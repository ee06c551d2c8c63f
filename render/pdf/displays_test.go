package pdf

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
)

// letterOf is a letter whose text is some paragraphs.
func letterOf(paragraphs int) *doc.Letter {
	line := func(s string) doc.Inlines { return doc.Inlines{doc.Text(s)} }
	l := &doc.Letter{Dateline: doc.Inlines{doc.Text("where,"), doc.LineBreak{}, doc.Text("when")}, Address: line("whom"), Salutation: line("hail"),
		Closing: line("farewell"), Signature: line("hand")}
	for range paragraphs {
		l.Content = append(l.Content, paragraphOf(strings.Repeat("some words of the letter’s text ", 8)))
	}
	return l
}

// wordsOfPages are the words of the lines of each page, and the place at which each
// line begins.
func wordsOfPages(e *Edition) (words [][]string, at map[string]layout.Unit) {
	at = map[string]layout.Unit{}
	for _, p := range e.pages.Pages {
		var page []string
		for i := range p.Items {
			if l := p.Items[i].Line; l != nil && l.Para.Source > 0 {
				s := strings.TrimSpace(seen(l))
				page = append(page, s)
				at[s] = p.Items[i].X
			}
		}
		words = append(words, page)
	}
	return words, at
}

// A letter is not divided between its head and its text, nor between its text
// and the hand below it, wherever on a page it comes to stand.
func TestLetterKept(t *testing.T) {
	for lines := range 45 {
		var bs []doc.Block
		for range lines {
			bs = append(bs, paragraphOf("a line"))
		}
		e, _ := laid(t, StyleReport(), append(bs, letterOf(2), paragraphOf("behind"))...)
		words, _ := wordsOfPages(e)
		page := func(w string) int {
			return slices.IndexFunc(words, func(p []string) bool { return slices.Contains(p, w) })
		}
		head, hand := page("where,"), page("hand")
		for _, w := range []string{"when", "whom", "hail"} {
			require.Equal(t, head, page(w), "%s, %d lines above", w, lines)
		}
		require.NotEqual(t, "hail", words[head][len(words[head])-1], "%d lines above", lines)
		require.Equal(t, hand, page("farewell"), "%d lines above", lines)
		require.NotEqual(t, "farewell", words[hand][0], "%d lines above", lines)
	}
}

// A letter keeps nothing behind it on its page.
func TestLetterEnds(t *testing.T) {
	for _, l := range []*doc.Letter{letterOf(1), {Salutation: doc.Inlines{doc.Text("hail")}}, {Closing: doc.Inlines{doc.Text("farewell")}}} {
		e, _ := laid(t, StyleReport(), l)
		out := e.flow.letter(l, e.flow.textFrame())
		require.False(t, space1(out[len(out)-1]).KeepNext)
		require.Empty(t, e.flow.letter(&doc.Letter{}, e.flow.textFrame()))
	}
}

// The date and the hand stand at the end of the line or, in block form, where
// lines begin, as the salutation does.
func TestLetterPlaces(t *testing.T) {
	st := StyleReport()
	e, _ := laid(t, st, letterOf(1))
	_, at := wordsOfPages(e)
	middle := (st.Margins.Inner + st.measure()/2).unit()
	for _, w := range []string{"where,", "when", "farewell", "hand"} {
		require.Greater(t, at[w], middle, w)
		require.Greater(t, at[w], at["hail"], w)
	}
	require.Equal(t, at["whom"], at["hail"])

	st.BlockLetters = true
	e, _ = laid(t, st, letterOf(1))
	_, at = wordsOfPages(e)
	for _, w := range []string{"where,", "when", "whom", "farewell", "hand"} {
		require.InDelta(t, float64(at["hail"]), float64(at[w]), float64(layout.Point), w) // letters hang out by less
	}
}

// A quotation that ends a note is parted from the next note as from what comes
// behind it in one.
func TestQuotationEndsNote(t *testing.T) {
	quote := func() *doc.Quote { return &doc.Quote{Content: doc.Blocks{paragraphOf("quoted")}} }
	note := func(bs ...doc.Block) *doc.Note { return &doc.Note{Content: bs} }
	place := func(ns ...doc.Inline) map[string]layout.Unit {
		e, _ := laid(t, StyleReport(), &doc.Paragraph{Content: append(doc.Inlines{doc.Text("text")}, ns...)})
		at := map[string]layout.Unit{}
		for _, p := range e.pages.Pages {
			for i := range p.Items {
				if l := p.Items[i].Line; l != nil {
					at[strings.Trim(seen(l), " 0123456789\u2002")] = p.Items[i].Y
				}
			}
		}
		return at
	}
	one := place(note(paragraphOf("first"), quote(), paragraphOf("behind")))
	two := place(note(paragraphOf("first"), quote()), note(paragraphOf("behind")))
	require.Equal(t, one["behind"]-one["quoted"], two["behind"]-two["quoted"])
	plain := place(note(paragraphOf("first")), note(paragraphOf("behind")))
	require.Greater(t, two["behind"]-two["quoted"], plain["behind"]-plain["first"])
}

// A table in a note that goes across columns has the measure of the note.
func TestTableInNoteAcross(t *testing.T) {
	words := strings.Repeat("words that fill a cell ", 3)
	row := &doc.Row{}
	for range 5 {
		row.Cells = append(row.Cells, &doc.Cell{Content: doc.Blocks{paragraphOf(words)}})
	}
	st := StylePaper()
	st.Columns, st.Margins.Inner, st.Margins.Outer = 2, 54, 54
	widest := func(across bool) (most layout.Unit) {
		st.Notes.Across = across
		table := &doc.Table{Columns: make([]doc.Column, 5), Bodies: []*doc.TableBody{{Rows: []*doc.Row{row}}}}
		e, _ := laid(t, st, &doc.Paragraph{Content: doc.Inlines{doc.Text("text"), &doc.Note{Content: doc.Blocks{paragraphOf("note"), table}}}})
		for _, p := range e.pages.Pages {
			for i := p.Notes; i < len(p.Items); i++ {
				if it := &p.Items[i]; it.Line != nil {
					most = max(most, it.X+it.Line.Width-st.Margins.Inner.unit())
				}
			}
		}
		return most
	}
	require.Greater(t, widest(true), widest(false)*3/2)
}
