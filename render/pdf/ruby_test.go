package pdf

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
	"github.com/offprint-go/offprint/render/rendertest"
)

func reading(base, text string) *doc.Ruby {
	return &doc.Ruby{Base: doc.Inlines{doc.Text(base)}, Text: text}
}

// rubies are the rubies of a line, and where they stand.
func rubies(l setLine) (out []*rubyInk, at []layout.Unit) {
	l.Line.Pieces(0, func(x, w layout.Unit, li *linebreak.Item, pc *layout.Piece) {
		if r, ok := pc.Ink.(*rubyInk); ok {
			out, at = append(out, r), append(at, x)
		}
	})
	return out, at
}

// White is spread 1:2:1 over the shorter of a base and its reading, at the ends
// no more than half an em.
func TestSpread(t *testing.T) {
	for _, c := range []struct {
		base, text     string
		bases, reading []float64
	}{
		{"港", "みなと", []float64{.25}, []float64{0, .5, 1}},
		{"港", "こう", []float64{0}, []float64{0, .5}},
		{"港町", "み", []float64{0, 1}, []float64{.75}},
		{"観測", "かん", []float64{0, 1}, []float64{.25, 1.25}},
		{"観測所長", "かん", []float64{0, 1, 2, 3}, []float64{.5, 3}},
		{"観測", "かんそくしょ", []float64{.25, 1.75}, []float64{0, .5, 1, 1.5, 2, 2.5}},
	} {
		e := squareEdition(t, "ja", narrow(20), paragraph(doc.Text("記"), reading(c.base, c.text), doc.Text("録")))
		rs, _ := rubies(bodyLines(e)[0])
		require.Len(t, rs, 1)
		require.InDeltaSlice(t, c.bases, ems(rs[0].base), 0.001, "%s", c.base)
		require.InDeltaSlice(t, c.reading, ems(rs[0].reading), 0.001, "%s", c.text)
	}
}

func ems(ink []inked) []float64 {
	var out []float64
	for _, k := range ink {
		out = append(out, float64(k.x-k.before)/float64((10*Pt).unit()))
	}
	return out
}

// A reading wider than its base reaches over kana on either side, not over
// ideographs, and never beyond a line's ends.
func TestOverhang(t *testing.T) {
	width := func(before, after string) float64 {
		e := squareEdition(t, "ja", narrow(20), paragraph(doc.Text(before), reading("港", "みなとの"), doc.Text(after)))
		l := bodyLines(e)[0]
		return float64(l.end) / float64((10 * Pt).unit())
	}
	require.InDelta(t, 4, width("記", "録"), 0.01)
	require.InDelta(t, 3.75, width("の", "録"), 0.01)
	require.InDelta(t, 3.5, width("の", "を"), 0.01)
	require.InDelta(t, 3.5, width("、", "を"), 0.01, "half a comma’s white is left")
	e := squareEdition(t, "ja", narrow(10), paragraph(doc.Text("記録記録記録記録の"), reading("港", "みなとの"), doc.Text("をののののののののの"), reading("港", "みなとの")))
	for _, l := range bodyLines(e) {
		rs, at := rubies(l)
		for i, r := range rs {
			require.GreaterOrEqual(t, at[i], layout.Unit(0))
			last := r.reading[len(r.reading)-1]
			require.LessOrEqual(t, at[i]+last.x+last.ink.width, l.Line.Width+9)
		}
	}
}

// Lines with readings are as far apart as those without, and where the leading
// is too little all the lines of the paragraph have more.
func TestRubyKeepsLinesEven(t *testing.T) {
	text := func(n int) doc.Text { return doc.Text(strings.Repeat("港の記録。", n)) }
	for _, leading := range []Length{17, 13} {
		st := narrow(20)
		st.Leading, st.EastAsian.Leading = leading, 0
		e := squareEdition(t, "ja", st, paragraph(text(9), reading("灯台", "とうだい"), text(9), reading("鶯", "うぐいす"), text(9)))
		ls := bodyLines(e)
		require.Greater(t, len(ls), 5)
		want := max(leading, 15).unit()
		for i := 1; i < len(ls); i++ {
			require.InDelta(t, float64(want), float64(ls[i].Y-ls[i-1].Y), 10)
		}
	}
}

// A ruby is read base first, wherever it stands, and is not divided.
func TestRubyIsTagged(t *testing.T) {
	r := func() *doc.Ruby { return reading("港町", "みなとまち") }
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("題"), r()}, Lang: "ja"}, Sections: []*doc.Section{{Title: doc.Inlines{r(), doc.Text("の章")},
		Blocks: doc.Blocks{
			paragraph(doc.Text("ここは"), doc.Emphasis{doc.Strong{r()}}, &doc.Note{Content: doc.Blocks{paragraph(r())}}, doc.Text("である。")),
			&doc.Table{Columns: []doc.Column{{}}, Bodies: []*doc.TableBody{{Rows: []*doc.Row{{Cells: []*doc.Cell{{Content: doc.Blocks{paragraph(r())}}}}}}}},
		}}}}
	e, err := Renderer{Fonts: Fonts{Text: Font{Data: squareFace()}}, Warn: func(w render.Warning) { require.NotContains(t, w.Message, "ruby") }}.Layout(context.Background(), d)
	require.NoError(t, err)
	var b bytes.Buffer
	_, err = e.WriteTo(&b)
	require.NoError(t, err)
	top, err := rendertest.StructureOf(b.Bytes())
	require.NoError(t, err)
	require.Equal(t, 5, countRuby(t, top))
}

func countRuby(t *testing.T, e *rendertest.Element) int {
	n := 0
	for _, k := range e.Kids {
		if k.Element == nil {
			continue
		}
		if k.Element.Type != "Ruby" {
			n += countRuby(t, k.Element)
			continue
		}
		n++
		require.Len(t, k.Element.Kids, 2)
		for i, want := range []string{"RB 港町", "RT みなとまち"} {
			part := k.Element.Kids[i].Element
			require.Equal(t, want, part.Type+" "+strings.TrimSpace(part.AllText()))
		}
	}
	return n
}

// The page map names the character that a page begins with, before rubies and
// behind them.
func TestPageMapOfSquares(t *testing.T) {
	var ns doc.Inlines
	var whole strings.Builder
	for range 400 {
		ns = append(ns, doc.Text("この港の記録は、"), reading("灯台", "とうだい"), doc.Text("に残る。"))
		whole.WriteString("この港の記録は、灯台に残る。")
	}
	e := squareEdition(t, "ja", narrow(20), &doc.Paragraph{Content: ns})
	m := e.PageMap()
	require.Greater(t, len(m.Pages), 2)
	first := map[int]string{}
	for i, p := range e.pages.Pages {
		for k := range p.Items {
			if l := p.Items[k].Line; l != nil && l.Para.Source != 0 && first[i] == "" {
				for _, s := range bodyLines(&Edition{pages: &layout.Pages{Pages: []*layout.Page{p}}})[:1] {
					first[i] = s.text
				}
			}
		}
	}
	for i, p := range m.Pages[1:] {
		got := whole.String()[p.Offset:]
		require.True(t, strings.HasPrefix(got, first[i+1]), "page %s begins with %q, not %q", p.Label, first[i+1], got[:30])
		require.True(t, utf8.ValidString(got))
	}
}

// What a reading cannot stand over has it behind, and is reported.
func TestRubyBehind(t *testing.T) {
	var warned []string
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("題")}, Lang: "ja"}, Blocks: doc.Blocks{paragraph(
		&doc.Ruby{Base: doc.Inlines{doc.Text("港"), doc.LineBreak{}, doc.Text("町")}, Text: "みなと"}, reading(strings.Repeat("港", 99), "みなと"))}}
	_, err := Renderer{Fonts: Fonts{Text: Font{Data: squareFace()}}, Warn: func(w render.Warning) { warned = append(warned, w.Path) }}.Layout(context.Background(), d)
	require.NoError(t, err)
	require.Equal(t, []string{"blocks[0].content[0]", "blocks[0].content[1]"}, warned)
}

// Emphasis is dots over ideographs and their kana, and slanted letters.
func TestDots(t *testing.T) {
	e := squareEdition(t, "ja", narrow(20), paragraph(doc.Emphasis{doc.Text("港、ABC")}, doc.Text("記")))
	var dotted string
	l := bodyLines(e)[0]
	l.Line.Pieces(0, func(x, w layout.Unit, li *linebreak.Item, pc *layout.Piece) {
		if g, ok := pc.Ink.(*glyphs); ok {
			if g.dotted() {
				dotted += g.text
			}
			require.Equal(t, g.text == "ABC", g.face.ItalicAngle() != 0, g.text)
		}
	})
	require.Equal(t, "港", dotted)
}
