package mathset

import (
	"unicode/utf8"

	"github.com/offprint-go/offprint/render/internal/font"
	"github.com/offprint-go/offprint/render/internal/tex"
)

// A Setter sets formulas in a face and size.
type Setter struct {
	Math *font.Math
	Size Unit
	// Words sets words of a formula; their glyphs' places are from the left
	// edge of the words, on their baseline.
	Words func(t *tex.Text, size Unit) (gs []Glyph, width Unit)
	// Fallback are faces for signs that the math face lacks.
	Fallback []*font.Face
	// Missing is called for a character that no face has.
	Missing func(r rune)

	tight bool // white space between columns is halved
}

// A style is TeX's: how large a part is set, and whether what stands over it
// keeps its superscripts low.
type style struct {
	level   level
	cramped bool
}

type level uint8

const (
	display level = iota
	textual
	script
	scriptScript
)

func (s style) cramp() style { return style{s.level, true} }

// superscript is the style of superscripts, subscript that of subscripts (The
// TeXbook, page 141).
func (s style) superscript() style {
	return style{max(script, min(s.level+1, scriptScript)), s.cramped}
}

func (s style) subscript() style { return s.superscript().cramp() }

// numerator is the style of a fraction's upper part, denominator that of its
// lower.
func (s style) numerator() style { return style{min(s.level+1, scriptScript), s.cramped} }

func (s style) denominator() style { return s.numerator().cramp() }

// size is the size of type of a style.
func (s *Setter) size(st style) Unit {
	switch c := s.Math.Constants; st.level {
	case script:
		return s.Size * Unit(c.ScriptPercentScaleDown) / 100
	case scriptScript:
		return s.Size * Unit(c.ScriptScriptPercentScaleDown) / 100
	}
	return s.Size
}

// of is a length of the face's in a style.
func (s *Setter) of(v int, st style) Unit { return s.units(v, s.size(st)) }

func (s *Setter) units(v int, size Unit) Unit { return Unit(v) * size / Unit(s.Math.UnitsPerEm()) }

// c is a constant of the face's in a style.
func (s *Setter) c(v int16, st style) Unit { return s.of(int(v), st) }

// axis is how high the axis of fractions and delimiters stands.
func (s *Setter) axis(st style) Unit { return s.c(s.Math.Constants.AxisHeight, st) }

// mu is a width in units of 1/18 em.
func (s *Setter) mu(n int, st style) Unit { return s.size(st) * Unit(n) / 18 }

// char sets one character.
func (s *Setter) char(r rune, text string, st style) *Box {
	return s.charAs(r, text, st, false)
}

func (s *Setter) charAs(r rune, text string, st style, undotted bool) *Box {
	forms := map[level]int{script: 1, scriptScript: 2}[st.level]
	id, ok := s.Math.Glyph(r, forms, undotted)
	if !ok {
		if plain, n := utf8.DecodeRuneInString(text); n == len(text) && plain != r {
			if id, ok = s.Math.Glyph(plain, forms, undotted); ok {
				return s.glyph(id, text, s.size(st))
			}
		}
		return s.foreign(text, st)
	}
	return s.glyph(id, text, s.size(st))
}

// glyph is the box of a glyph of the math face.
func (s *Setter) glyph(id font.GlyphID, text string, size Unit) *Box {
	e := s.Math.Extents(id)
	b := &Box{Width: s.units(s.Math.Advance(id), size), Height: max(s.units(e.Top, size), 0), Depth: max(s.units(-e.Bottom, size), 0),
		italic: s.units(s.Math.Italic(id), size), single: &oneGlyph{id: id, size: size}}
	b.Glyphs = []Glyph{{Face: s.Math.Face, ID: id, Text: text, Size: size}}
	return b
}

// foreign sets characters that the math face lacks in another face.
func (s *Setter) foreign(text string, st style) *Box {
	size := s.size(st)
	b := &Box{Height: size * 7 / 10, Depth: size / 5}
	for _, run := range font.Itemize(text, append(s.Fallback[:len(s.Fallback):len(s.Fallback)], s.Math.Face)) {
		for _, m := range run.Missing {
			r, _ := utf8.DecodeRuneInString(text[m:])
			s.Missing(r)
		}
		b.shape(run.Face, text[run.Start:run.End], size, font.Options{Script: run.Script})
	}
	return b
}

// shape sets text in a face at the box's end.
func (b *Box) shape(f *font.Face, text string, size Unit, o font.Options) {
	em := Unit(f.UnitsPerEm())
	gs := f.Shape(text, o)
	texts := f.Texts(nil, text, gs)
	for i, g := range gs {
		b.Glyphs = append(b.Glyphs, Glyph{Face: f, ID: g.ID, Text: texts[i], Size: size,
			X: b.Width + Unit(g.X)*size/em, Y: Unit(g.Y) * size / em})
		b.Width += Unit(g.Advance) * size / em
	}
}

// name sets the name of a function: upright letters of the math face.
func (s *Setter) name(text string, st style) *Box {
	size := s.size(st)
	b := &Box{}
	for _, run := range font.Itemize(text, append([]*font.Face{s.Math.Face}, s.Fallback...)) {
		for _, m := range run.Missing {
			r, _ := utf8.DecodeRuneInString(text[m:])
			s.Missing(r)
		}
		b.shape(run.Face, text[run.Start:run.End], size, font.Options{Script: run.Script})
	}
	for _, g := range b.Glyphs {
		if g.Face == s.Math.Face {
			e := s.Math.Extents(g.ID)
			b.Height, b.Depth = max(b.Height, s.units(e.Top, size)), max(b.Depth, s.units(-e.Bottom, size))
		}
	}
	return b
}
