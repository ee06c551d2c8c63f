package pdf

import (
	"math"
	"unicode/utf8"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
)

// EastAsianStyle is what differs in a document whose language is Chinese,
// Japanese or Korean. In Chinese and Japanese, besides, the measure is made a
// multiple of the text's size at the cost or to the gain of the outer margin;
// in all three figures are lining and a first paragraph is indented like the others: by
// Style.Indent, in Chinese by twice as much.
type EastAsianStyle struct {
	// Leading is the distance of baselines as a factor of the text's size,
	// where Style.Leading is less; 0 leaves that. Readings over the line need
	// 1.5.
	Leading float64 `json:"leading"`
	// Hang lets a comma or full stop at a line's end stand in the margin.
	Hang bool `json:"hang"`
}

// suited is the style as it is for a document's language.
func (s Style) suited(lang string) Style {
	if !eastAsian(lang) && !korean(lang) {
		return s
	}
	s.OldStyle = false // too small beside ideographs
	s.Leading = max(s.Leading, s.TextSize*Length(s.EastAsian.Leading))
	if eastAsian(lang) {
		s.Margins.Outer = s.onSquares()
	}
	return s
}

// onSquares is the outer margin that leaves a measure of whole ems, the nearest
// there is. It leaves a hair more, so that a line of whole squares is never too
// long by what rounding does.
func (s *Style) onSquares() Length {
	const hair = 0.002
	ems := max(math.Round(float64(s.measure()/s.TextSize)), 4)
	outer := s.Page.Width - s.Margins.Inner - Length(ems)*s.TextSize - hair
	if outer < s.Margins.Outer/2 {
		outer += s.TextSize
	}
	return outer
}

// indent gives a paragraph its indent. East Asian ones have it also where they
// come first, and one that opens with a bracket half of it in Japanese: the
// bracket stands on the first square, which it fills half.
func (f *flow) indent(p *layout.Para, t *text, fr *frame, flush bool) {
	lang := fr.style.lang
	if !eastAsian(lang) && !korean(lang) {
		if !flush || fr.indent < 0 { // what hangs does so from its first entry on
			p.Indent = fr.indent
		}
		return
	}
	p.Indent = fr.indent
	switch {
	case fr.indent <= 0:
	case chinese(lang):
		p.Indent *= 2
	case japanese(lang) && t.opens():
		p.Indent /= 2
	}
}

// strong sets strong text. Ideographs stay as they are where no bold face has
// them, which is said once.
func (f *flow) strong(t *text, ns doc.Inlines, in inline) {
	at := len(t.buf)
	f.inlines(t, ns, in.with((*textStyle).embolden))
	if f.boldless || f.set.eastern(bold)[0] != f.set.eastern(roman)[0] {
		return
	}
	for _, r := range string(t.buf[at:]) {
		if classOf(r, in.style.lang) != western {
			f.boldless = true
			f.warnAt(f.path, "no bold face has %q: strong text like it is set in the regular one", r)
			return
		}
	}
}

// opens reports whether a text begins with an opening bracket.
func (t *text) opens() bool {
	if t.classes == nil {
		t.classes = t.classify(nil)
	}
	for i := 0; i < len(t.buf); {
		switch _, n := utf8.DecodeRune(t.buf[i:]); t.class(i) {
		case opening:
			return true
		case blank:
			i += n
		default:
			return false
		}
	}
	return false
}
