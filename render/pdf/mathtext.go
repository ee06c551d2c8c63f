package pdf

import (
	"strings"
	"unicode/utf16"

	"github.com/offprint-go/offprint/render/internal/font"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/mathset"
)

// A saying is a formula's ink on one line in the making: marked content whose
// ActualText (ISO 32000-1, 14.9.4) is the line of text that it says, since the
// places of its glyphs say little of their order.
type saying struct {
	open  bool
	of    *formula
	at    int // in the content stream, where it begins
	text  strings.Builder
	last  *mathset.Glyph // that was painted
	x, y  layout.Unit    // where the ink ends
	style *textStyle
}

// say begins what a piece of a formula says, or goes on with it.
func (p *painter) say(ink mathInk, x, y layout.Unit) {
	s := &p.said
	if s.open && (ink.of == nil || s.of != ink.of) {
		s.end(p)
	}
	if p.flow.profile.file().Press() || strings.TrimSpace(ink.text) == "" && !s.open {
		return
	}
	if !s.open {
		p.endText()
		*s = saying{open: true, of: ink.of, at: len(p.buf), style: ink.style}
		if n := len(ink.Glyphs); n > 0 && ink.Glyphs[0].Y != 0 {
			p.stay(ink.style, x, y, false)
		}
	}
	s.text.WriteString(ink.text)
	s.x, s.y = x+ink.Width, y
	if n := len(ink.Glyphs); n > 0 {
		s.last = &ink.Glyphs[n-1]
	}
}

// end closes what is being said, if anything is. Only now is all of the line
// known, so that its text is put in before its ink.
func (s *saying) end(p *painter) {
	if !s.open {
		return
	}
	s.open = false
	if s.last != nil && (s.last.Y != 0 || s.last.Size != s.style.size) {
		p.stay(s.style, s.x, s.y, true)
	}
	p.endText()
	ink := append([]byte(nil), p.buf[s.at:]...)
	p.buf = p.buf[:s.at]
	p.buf.WriteString("/Span <</ActualText <FEFF")
	for _, u := range utf16.Encode([]rune(strings.TrimRight(s.text.String(), " "))) {
		p.buf.hex(u)
	}
	p.buf.WriteString("> >> BDC\n")
	p.buf.Write(ink)
	p.buf.WriteString("EMC\n")
}

// stay paints a thin space on the baseline, at the beginning of a formula's
// ink or at its end. Readers that put the text of ActualText in the place of
// the ink (Poppler) take its baseline from the first glyph and its end and
// size from the last: were those a numerator and an exponent, the line would
// seem to lie in pieces.
func (p *painter) stay(ts *textStyle, x, y layout.Unit, end bool) {
	face, id := p.flow.thinSpace()
	if id == 0 {
		return
	}
	if end {
		x -= layout.Unit(int64(face.Advance(id)) * int64(ts.size) / int64(face.UnitsPerEm()))
	}
	u := p.fonts.use(face)
	p.show()
	p.color(ts.color)
	p.begin(u, ts, x, y, asIs)
	p.glyph(u.code(code{id, further}))
	p.show()
}

// thinSpace is the thinnest space of the face of mathematics.
func (f *flow) thinSpace() (*font.Face, font.GlyphID) {
	m, err := f.mathFace()
	if err != nil { // as in mathSetter
		panic(err)
	}
	for _, r := range "\u200A\u2009 " {
		if id, ok := m.Glyph(r, 0, false); ok {
			return m.Face, id
		}
	}
	return nil, 0
}
