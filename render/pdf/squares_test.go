package pdf

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
)

const title = "題"

// squareEdition sets paragraphs in a language in the face of squares.
func squareEdition(t testing.TB, lang string, st Style, bs ...doc.Block) *Edition {
	t.Helper()
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text(title)}, Lang: lang}, Blocks: bs}
	var warned []string
	e, err := Renderer{Style: st, Fonts: Fonts{Text: Font{Data: squareFace()}}, Warn: func(w render.Warning) { warned = append(warned, w.Message) }}.
		Layout(context.Background(), d)
	require.NoError(t, err)
	require.Empty(t, warned)
	return e
}

// narrow is a style with a measure of so many characters of 10 points.
func narrow(ems Length) Style {
	st := StyleReport()
	st.TextSize, st.Leading = 10, 14
	st.Margins.Outer = st.Page.Width - st.Margins.Inner - ems*10
	return st
}

// A setLine is a line as it was set.
type setLine struct {
	*layout.Placed
	text   string
	places []layout.Unit // of the boxes
	end    layout.Unit   // of the last
}

// bodyLines are the lines of the document's text, but for its title.
func bodyLines(e *Edition) []setLine {
	var out []setLine
	for _, p := range e.pages.Pages {
		for i := range p.Items[:p.Notes] {
			it := &p.Items[i]
			if it.Line == nil || it.Line.Para.Source == 0 {
				continue
			}
			l := setLine{Placed: it}
			it.Line.Pieces(0, func(x, w layout.Unit, li *linebreak.Item, pc *layout.Piece) {
				if li.Kind != linebreak.Box {
					return
				}
				switch ink := pc.Ink.(type) {
				case *glyphs:
					l.text += ink.text
				case *rubyInk:
					for _, k := range ink.base {
						l.text += k.ink.text
					}
				}
				l.places, l.end = append(l.places, x), x+w
			})
			if l.text != title {
				out = append(out, l)
			}
		}
	}
	return out
}

func paragraph(ns ...doc.Inline) *doc.Paragraph { return &doc.Paragraph{Content: ns} }

// Lines without a mark among them stand on a grid, and fill the measure.
func TestIdeographsStandOnAGrid(t *testing.T) {
	e := squareEdition(t, "ja", narrow(20), paragraph(doc.Text(strings.Repeat("港", 99))))
	ls := bodyLines(e)
	require.Len(t, ls, 5)
	for i, l := range ls {
		for k, x := range l.places {
			require.InDelta(t, float64(k)*10*float64(layout.Point), float64(x), 300, "line %d", i)
		}
	}
	require.Equal(t, ls[1].X, ls[0].X-(10*Pt).unit(), "the first line is indented")
}

// Of any Japanese text no line begins or ends with what it must not, none is
// too long, every one but the last is flush, and no character is lost.
func TestJapaneseLines(t *testing.T) {
	signs := []string{"港", "記", "録", "の", "を", "ょ", "ー", "々", "、", "。", "「", "」", "『", "）", "（", "…", "……", "――", "・", "？", "１", "12", "PDF", "80％", "ア"}
	for seed := range uint64(60) {
		rnd := rand.New(rand.NewPCG(seed, 7))
		var b strings.Builder
		for range 200 {
			if rnd.IntN(3) == 0 {
				b.WriteString(signs[rnd.IntN(len(signs))])
			} else {
				b.WriteString(signs[rnd.IntN(5)])
			}
		}
		st := narrow(Length(9 + seed%30))
		st.EastAsian.Hang = seed%2 == 0
		e := squareEdition(t, "ja", st, paragraph(doc.Text(b.String())))
		requireJapanese(t, e, st, b.String())
	}
}

func requireJapanese(t *testing.T, e *Edition, st Style, want string) {
	t.Helper()
	var got strings.Builder
	ls := bodyLines(e)
	for i, l := range ls {
		got.WriteString(l.text)
		require.Zero(t, l.Line.Over, l.text)
		first, _ := utf8.DecodeRuneInString(l.text)
		last, _ := utf8.DecodeLastRuneInString(l.text)
		require.False(t, i > 0 && classOf(first, "ja").neverFirst(), l.text)
		if i == len(ls)-1 {
			continue
		}
		require.False(t, classOf(last, "ja").neverLast(), l.text)
		next, _ := utf8.DecodeRuneInString(ls[i+1].text)
		require.False(t, last == next && classOf(last, "ja") == inseparable, l.text)
		flush := l.Line.Width - l.end
		half := (5 * Pt).unit()
		switch classOf(last, "ja") {
		case comma, stop: // flush, with the white of its square, or hung
			require.True(t, near(flush, 0) || flush > 0 && flush <= half+9 || st.EastAsian.Hang && near(flush, -half), "%s: %d", l.text, flush)
		case closing, middle:
			require.True(t, flush > -9 && flush <= half+9, "%s: %d", l.text, flush)
		default:
			require.True(t, near(flush, 0), "%s: %d", l.text, flush)
		}
	}
	require.Equal(t, want, got.String())
}

// near allows for the rounding of a line's parts.
func near(a, b layout.Unit) bool { return a-b < 9 && b-a < 9 }

// Marks in a row share the white of their squares, and lose it at a line's
// start; letters are set off.
func TestWhiteOfSquares(t *testing.T) {
	for s, want := range map[string][]float64{
		"「港」、「記」":           {0, .5, 1.5, 2, 3, 3.5, 4.5}, // 」、 close, 、「 half an em
		"港。』記":              {0, 1, 1.5, 2.5},
		"『「港」』":             {0, .5, 1, 2, 2.5},
		"港・記":               {0, 1.25, 2},
		"港――記……録":           {0, 1, 3, 4, 6},
		"港（記）録":             {0, 1.5, 2, 3, 4},
		"１２、３":              {0, 1, 2, 3},
		"港\u3000「記」\u3000録": {0, 2, 2.5, 3.5, 5},
	} {
		e := squareEdition(t, "ja", narrow(30), &doc.List{Items: []*doc.ListItem{{Content: doc.Blocks{paragraph(doc.Text(s))}}}})
		l := bodyLines(e)[0]
		var got []float64
		n := len(l.places) - len(want) // after the marker
		for _, x := range l.places[n:] {
			got = append(got, float64(x-l.places[n])/float64((10*Pt).unit()))
		}
		require.InDeltaSlice(t, want, got, 0.001, "%s: %v", s, got)
	}
}

// What opens a paragraph: 1 em in Japanese, less before a bracket; 2 in Chinese.
func TestFirstIndents(t *testing.T) {
	indent := func(lang, s string) float64 {
		e := squareEdition(t, lang, narrow(30), paragraph(doc.Text(s)))
		return float64(bodyLines(e)[0].Line.Para.Indent) / float64((10 * Pt).unit())
	}
	require.InDelta(t, 1, indent("ja", "港である。"), 1e-6)
	require.InDelta(t, 1, indent("ja", "　港である。"), 1e-6)
	require.InDelta(t, .5, indent("ja", "「港」である。"), 1e-6)
	require.InDelta(t, 2, indent("zh-Hans", "港口。"), 1e-6)
	require.InDelta(t, 1, indent("ko", "항구."), 1e-6)
}

// Strong ideographs without a bold face are reported, once.
func TestStrongWithoutABoldFace(t *testing.T) {
	warned := func(fs Fonts) (out []string) {
		d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text(title)}, Lang: "ja"},
			Blocks: doc.Blocks{paragraph(doc.Strong{doc.Text("A")}), paragraph(doc.Strong{doc.Text("港")}, doc.Strong{doc.Text("町")})}}
		_, err := Renderer{Fonts: fs, Warn: func(w render.Warning) { out = append(out, w.Path) }}.Layout(context.Background(), d)
		require.NoError(t, err)
		return out
	}
	face := Font{Data: squareFace()}
	require.Equal(t, []string{"blocks[1]"}, warned(Fonts{Text: face}))
	require.Empty(t, warned(Fonts{Text: face, Bold: Font{Data: append([]byte(nil), face.Data...)}}))
}

// An East Asian document has the leading of its style and a measure of whole
// characters; others keep what they are given.
func TestSuited(t *testing.T) {
	for _, lang := range []string{"ja", "zh-TW"} {
		for name := range styles {
			st, err := StyleNamed(name)
			require.NoError(t, err)
			s := st.suited(lang)
			ems := float64(s.measure() / s.TextSize)
			require.InDelta(t, float64(int(ems)), ems, 0.001)
			require.GreaterOrEqual(t, s.measure().unit(), s.TextSize.unit()*layout.Unit(ems))
			require.InDelta(t, 1.7, float64(s.Leading/s.TextSize), 1e-9)
			require.NoError(t, s.Check())
		}
	}
	st := StyleBook()
	require.Equal(t, st, st.suited("en"))
	st.EastAsian.Leading = 0
	require.Equal(t, st.Leading, st.suited("ja").Leading)
}
