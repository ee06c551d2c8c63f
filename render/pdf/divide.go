package pdf

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/offprint-go/offprint/render/internal/font"
	"github.com/offprint-go/offprint/render/internal/hyphen"
	"github.com/offprint-go/offprint/render/internal/layout"
)

// divide returns the places in a word's text at which it may be divided and its
// end: not within a ligature.
func (s *setter) divide(g *glyphs, ts *textStyle) []int {
	points := s.hyphenate(g, ts)
	// The hyphen and the space are words too, without such points.
	if len(points) == 0 || g.rtl || s.space(ts).hyphen == nil {
		return append(points[:0], len(g.text))
	}
	ends := points[:0]
	for _, at := range points {
		if at > 0 && g.divisible(at) {
			ends = append(ends, at)
		}
	}
	return append(ends, len(g.text))
}

// partsOf is what a paragraph is made of where a word with such ink stands.
func (s *setter) partsOf(ink []*glyphs, ts *textStyle) []part {
	at := 0
	s.cuts = s.cuts[:0]
	for _, g := range ink {
		s.cut(g, ts, at)
		at += len(g.text)
	}
	return s.parts.copyOf(s.cuts)
}

// cut cuts ink that stands at a byte of its word where it may be divided.
func (s *setter) cut(g *glyphs, ts *textStyle, at int) {
	ends := s.divide(g, ts)
	if len(ends) == 1 {
		s.cuts = append(s.cuts, part{item: s.boxOf(g), whole: g, blank: g.blank, at: int32(at), of: 1})
		return
	}
	g.division = s.divisions.one()
	g.division.ends = s.ends.copyOf(ends)
	s.shaped = append(s.shaped[:0], g.shaped...)
	from, shaped := 0, s.shaped
	for i, end := range ends {
		var ink glyphs
		ink, shaped = g.part(shaped, from, end)
		s.cuts = append(s.cuts, part{item: s.boxOf(&ink), whole: g, blank: g.blank, at: int32(at + from), n: int32(i), of: int32(len(ends))})
		from = end
	}
}

// hyphenate returns the places in g's text at which it may be divided.
func (s *setter) hyphenate(g *glyphs, ts *textStyle) []int {
	s.points = s.points[:0]
	if ts.noHyphens || ts.track != 0 {
		return nil
	}
	d, ok := s.hyphens[ts.lang]
	if !ok {
		d = hyphen.For(ts.lang)
		s.hyphens[ts.lang] = d
	}
	if d == nil {
		return nil
	}
	// Words in the text, as the dictionary knows them: letters alone.
	for i := 0; i < len(g.text); {
		j := i
		for j < len(g.text) {
			r, n := utf8.DecodeRuneInString(g.text[j:])
			if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && r != '\u00ad' {
				break
			}
			j += n
		}
		if j > i {
			n := len(s.points)
			s.points = d.Hyphenate(g.text[i:j], s.points)
			for k := n; k < len(s.points); k++ {
				s.points[k] += i
			}
			i = j
			continue
		}
		_, n := utf8.DecodeRuneInString(g.text[i:])
		i += n
	}
	return s.points
}

// cut returns g in parts that end at bytes of its text at which clusters begin,
// the last at its end. The glyphs stand in the order of the text.
func (g *glyphs) cut(ends []int) []*glyphs {
	parts, out := make([]glyphs, len(ends)), make([]*glyphs, len(ends))
	from, shaped := 0, slices.Clone(g.shaped)
	for i, end := range ends {
		parts[i], shaped = g.part(shaped, from, end)
		out[i], from = &parts[i], end
	}
	return out
}

// part is the bytes of g's text from one to an end, in the first of some glyphs,
// and those that are left.
func (g *glyphs) part(shaped []font.Glyph, from, end int) (glyphs, []font.Glyph) {
	n := 0
	for n < len(shaped) && int(shaped[n].Cluster) < end {
		shaped[n].Cluster -= int32(from)
		n++
	}
	text := g.text[from:end]
	p := glyphs{style: g.style, face: g.face, text: text, word: identity(text), rtl: g.rtl, joined: g.joined, blank: g.blank, shaped: shaped[:n:n]}
	p.width = p.widthOf(p.shaped)
	return p, shaped[n:]
}

// divisible reports whether a cluster of g begins at byte i.
func (g *glyphs) divisible(i int) bool {
	for _, gl := range g.shaped {
		if int(gl.Cluster) == i {
			return true
		}
	}
	return false
}

// Parts is 1: the ink is whole.
func (g *glyphs) Parts() int { return 1 }

// Precedes is false: no part of it follows.
func (g *glyphs) Precedes(layout.Ink) bool { return false }

// Whole is g.
func (g *glyphs) Whole() layout.Ink { return g }

// Alone is g.
func (g *glyphs) Alone() layout.Ink { return g }

// Blank is the space behind words like g.
func (g *glyphs) Blank() layout.Ink { return inkOf(g.blank) }
