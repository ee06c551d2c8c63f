package pdf

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationmonoregular"
	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// hebrew are faces of which one has Hebrew letters.
var hebrew = Fonts{Fallback: []Font{{Data: liberationmonoregular.TTF}}}

// bound lays out a document of a language in the faces above.
func bound(t *testing.T, lang string, st Style, bs ...doc.Block) *Edition {
	t.Helper()
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: lang}, Blocks: bs}
	e, err := Renderer{Fonts: hebrew, Style: st}.Layout(context.Background(), d)
	require.NoError(t, err)
	return e
}

// seen is a line's words from left to right, each in its own order.
func seen(l *layout.Line) string {
	var b strings.Builder
	l.Pieces(0, func(_, _ layout.Unit, _ *linebreak.Item, pc *layout.Piece) {
		if g, ok := pc.Ink.(*glyphs); ok {
			b.WriteString(g.text)
		}
	})
	return strings.TrimSpace(b.String())
}

// textLines are the lines of the paragraphs that have a source, but the title.
func textLines(e *Edition) []*layout.Placed {
	var out []*layout.Placed
	for _, p := range e.pages.Pages {
		for i := range p.Items {
			if l := p.Items[i].Line; l != nil && l.Para.Source > 1 {
				out = append(out, &p.Items[i])
			}
		}
	}
	return out
}

func TestLinesAsSeen(t *testing.T) {
	words := func(s string) doc.Inline { return doc.Text(s) }
	note := func(s string) doc.Inline { return &doc.Note{Content: doc.Blocks{paragraphOf(s)}} }
	for _, c := range []struct {
		name, lang string
		content    doc.Inlines
		want       string
	}{
		{"hebrew", "he", doc.Inlines{words("אבג דהו, זחט.")}, "זחט. דהו, אבג"},
		{"latin and figures in hebrew", "he", doc.Inlines{words("הספר Go in Practice, משנת 2001 (ראשון).")}, "(ראשון). 2001 משנת ,Go in Practice הספר"},
		{"hebrew in latin", "en", doc.Inlines{words("the words אבג דהו, twice")}, "the words דהו אבג, twice"},
		{"hebrew and figures in latin", "en", doc.Inlines{words("in אבג 12 it")}, "in 12 אבג it"},
		{"a note's mark after hebrew", "he", doc.Inlines{words("אבג דהו"), note("זחט"), words(" סוף")}, "סוף 1דהו אבג"},
		{"a note's mark after latin in hebrew", "he", doc.Inlines{words("אבג Go"), note("זחט"), words(" סוף")}, "סוף 1Go אבג"},
		{"a note's mark after hebrew in latin", "en", doc.Inlines{words("the אבג"), note("note"), words(" end")}, "the אבג1 end"},
		{"two marks", "he", doc.Inlines{words("אבג"), note("א"), note("ב")}, "2\u20091אבג"},
		{"code", "he", doc.Inlines{words("אבג "), doc.Code("f(x)"), words(" דהו")}, "דהו f(x) אבג"},
		{"a span of its own direction", "he", doc.Inlines{words("אבג "), &doc.Span{Dir: doc.LTR, Content: doc.Inlines{words("C++")}}, words(" דהו")}, "דהו C++ אבג"},
		{"a span by its language", "he", doc.Inlines{words("אבג "), &doc.Span{Lang: "en", Content: doc.Inlines{words("C++!")}}, words(" דהו")}, "דהו C++! אבג"},
		{"right to left in latin", "en", doc.Inlines{words("see "), &doc.Span{Dir: doc.RTL, Content: doc.Inlines{words("a, b!")}}, words(" end")}, "see !a, b end"},
		{"marks of direction in the text", "he", doc.Inlines{words("אבג C++\u200E דהו")}, "דהו C++\u200E אבג"},
		{"a style inside a word", "he", doc.Inlines{words("אב"), doc.Strong{words("גד")}, words("הו")}, "הוגדאב"},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines := textLines(bound(t, c.lang, StyleReport(), &doc.Paragraph{Content: c.content}))
			require.Equal(t, c.want, seen(lines[0].Line))
			require.Equal(t, c.lang == "he", lines[0].Line.Para.RTL)
		})
	}
}

// A Latin word that is divided in a Hebrew line has its hyphen at its right,
// and Hebrew words are not divided.
func TestHyphenInHebrew(t *testing.T) {
	latin := &doc.Span{Lang: "en", Content: doc.Inlines{doc.Text(strings.Repeat("internationalisation characteristically ", 8))}}
	p := &doc.Paragraph{Content: doc.Inlines{doc.Text("אבגדהו "), latin, doc.Text(strings.Repeat("אבגדהוזחטיכלמנסעפצקרשת ", 20))}}
	st := StyleReport()
	st.Page = Size{8 * Cm, 20 * Cm}
	st.Margins = Margins{Top: 40, Bottom: 40, Inner: 40, Outer: 40}
	divided := 0
	for _, it := range textLines(bound(t, "he", st, p)) {
		if s := seen(it.Line); strings.Contains(s, "\u2010") {
			divided++
			before, _, _ := strings.Cut(s, "\u2010")
			last := before[strings.LastIndexAny(before, " ")+1:]
			require.Regexp(t, "^[a-z]+$", last, s)
		}
	}
	require.Positive(t, divided)
}

// Stretches of a line in one face follow in the order in which they are read;
// within a stretch pieces follow from left to right.
func TestReadingOrder(t *testing.T) {
	e := bound(t, "he", StyleReport(), paragraphOf("אבג דהו Go on 12 זחט יכל"))
	l := textLines(e)[0].Line
	var words []string
	for _, s := range readingOrder(l, l.Seen(0)) {
		if g, ok := l.Para.Pieces[s.Index].Ink.(*glyphs); ok && g.text != " " {
			words = append(words, g.text)
		}
	}
	require.Equal(t, []string{"דהו", "אבג", "Go", "on", "12", "יכל", "זחט"}, words)
}

// What frames a page is mirrored in a book that is bound at the right.
func TestMirroredPages(t *testing.T) {
	long := paragraphOf(strings.Repeat("אבג דהו זחט יכל ", 900))
	e := bound(t, "he", StyleBook(), long)
	st := e.flow.st
	require.Greater(t, len(e.pages.Pages), 3)
	for _, p := range e.pages.Pages[2:4] {
		// A recto is on the left: its outer margin, with the folio, is the left one.
		inner, outer := st.Margins.Inner.unit(), st.Margins.Outer.unit()
		if p.Recto {
			require.Equal(t, outer, p.Left)
		} else {
			require.Equal(t, inner, p.Left)
		}
		for _, it := range p.Items {
			if it.Line != nil && it.Line.Para.Source == 0 && seen(it.Line) == e.labels[p.Index] {
				require.Equal(t, p.Recto, it.X < st.Page.Width.unit()/2, "page %s", e.labels[p.Index])
			}
		}
	}
	var b bytes.Buffer
	_, err := e.WriteTo(&b)
	require.NoError(t, err)
}

// Blocks are mirrored too: the first line's indent, a list's labels and a
// quotation's inset are at the right; a division of another language turns
// back.
func TestMirroredBlocks(t *testing.T) {
	list := &doc.List{Kind: doc.Ordered, Items: []*doc.ListItem{{Content: doc.Blocks{paragraphOf("פריט")}}}}
	e := bound(t, "he", StyleReport(), paragraphOf("ראשון"), paragraphOf("שני"), list,
		&doc.Quote{Content: doc.Blocks{paragraphOf(strings.Repeat("ציטוט ", 30))}},
		&doc.Division{Lang: "en", Content: doc.Blocks{paragraphOf("English words.")}}, &doc.CodeBlock{Text: "x := 1"})
	right := func(it *layout.Placed) float64 {
		var r layout.Unit
		it.Line.Pieces(it.X, func(x, w layout.Unit, _ *linebreak.Item, pc *layout.Piece) {
			if g, ok := pc.Ink.(*glyphs); ok && g.text != " " {
				r = max(r, x+w)
			}
		})
		return float64(r)
	}
	lines := textLines(e)
	page := e.pages.Pages[0]
	edge := float64(page.Left + e.flow.st.measure().unit())
	em := float64(e.flow.st.TextSize.unit())
	require.InDelta(t, edge, right(lines[0]), 2)
	require.InDelta(t, edge-em, right(lines[1]), 2, "the indent")
	require.Equal(t, "פריט.1", seen(lines[2].Line))
	require.Less(t, right(lines[2]), edge)
	require.InDelta(t, edge-1.5*em, right(lines[3]), float64(layout.Point))
	english, code := lines[len(lines)-2], lines[len(lines)-1]
	require.Equal(t, "English words.", seen(english.Line))
	require.False(t, english.Line.Para.RTL)
	require.False(t, code.Line.Para.RTL)
}

// arabic is a face of Debian's fonts-noto-core.
const arabic = "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf"

// Letters join across a change of style, a link or an anchor in a word: each
// part has the glyphs that it has in the whole word.
func TestJoining(t *testing.T) {
	data, err := os.ReadFile(arabic)
	if err != nil {
		t.Skip(err)
	}
	glyphsOf := func(content ...doc.Inline) []uint16 {
		d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "ar"}, Blocks: doc.Blocks{&doc.Paragraph{Content: content}}}
		e, err := Renderer{Fonts: Fonts{Text: Font{Data: data}, Bold: Font{Data: data}}}.Layout(context.Background(), d)
		require.NoError(t, err)
		var out []uint16
		textLines(e)[0].Line.Pieces(0, func(_, _ layout.Unit, _ *linebreak.Item, pc *layout.Piece) {
			if g, ok := pc.Ink.(*glyphs); ok {
				for _, gl := range g.shaped {
					out = append(out, uint16(gl.ID))
				}
			}
		})
		return out
	}
	whole := glyphsOf(doc.Text("مستشفى"))
	require.Equal(t, whole, glyphsOf(doc.Text("مست"), doc.Strong{doc.Text("شفى")}))
	require.Equal(t, whole, glyphsOf(doc.Text("مست"), &doc.Span{ID: "here", Content: doc.Inlines{doc.Text("شفى")}}))
	require.Equal(t, whole, glyphsOf(&doc.Link{URL: "https://example.org", Content: doc.Inlines{doc.Text("م")}}, doc.Text("ستشفى")))
	require.NotEqual(t, whole, glyphsOf(doc.Text("مست شفى")))
	require.Equal(t, glyphsOf(doc.Text("شفى")), glyphsOf(doc.Text("شفى"), &doc.Note{Content: doc.Blocks{paragraphOf("ن")}})[1:], "a mark behind a word changes nothing in it")
}
