package pdf

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/offprint-go/offprint/render/internal/hyphen"
	"github.com/offprint-go/offprint/render/internal/layout"
)

// fragments sets a word with the hyphens that it may be divided at.
func (b *builder) fragments(g *glyphs, ts *textStyle, r textRun, pos int) {
	if g.parts == nil {
		g.parts = b.divide(g, ts)
	}
	for i, part := range g.parts {
		if i > 0 {
			sp := b.space(ts)
			b.item(sp.divide, layout.Piece{Ink: sp.hyphen, Tag: r.tag, Link: r.link, Offset: -1})
		}
		b.box(part, r, pos)
		pos += len(part.text)
	}
}

// divide cuts a word at its points of hyphenation, but not within a ligature.
func (s *setter) divide(g *glyphs, ts *textStyle) []*glyphs {
	points := s.hyphenate(g, ts)
	// The hyphen and the space are words too, without such points.
	if len(points) == 0 || g.rtl || s.space(ts).hyphen == nil {
		return []*glyphs{g}
	}
	ends := points[:0]
	for _, at := range points {
		if at > 0 && g.divisible(at) {
			ends = append(ends, at)
		}
	}
	if len(ends) == 0 {
		return []*glyphs{g}
	}
	parts := g.cut(append(ends, len(g.text)))
	parts[0].of = g
	return parts
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
	shaped := slices.Clone(g.shaped)
	from, first := 0, 0
	for i, end := range ends {
		last := first
		for last < len(shaped) && int(shaped[last].Cluster) < end {
			shaped[last].Cluster -= int32(from)
			last++
		}
		text := g.text[from:end]
		parts[i] = glyphs{style: g.style, face: g.face, text: text, word: identity(text), rtl: g.rtl, joined: g.joined, blank: g.blank, shaped: shaped[first:last:last]}
		out[i] = &parts[i]
		out[i].width = out[i].widthOf(out[i].shaped)
		from, first = end, last
	}
	return out
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

// Whole is the ink that g is the first part of.
func (g *glyphs) Whole() layout.Word {
	if g.of == nil {
		return nil
	}
	return g.of
}

// Part is a part of g between its points of hyphenation.
func (g *glyphs) Part(k int) layout.Ink {
	if k >= len(g.parts) {
		return nil
	}
	return g.parts[k]
}

// Blank is the space behind words like g.
func (g *glyphs) Blank() layout.Ink {
	if g.blank == nil {
		return nil
	}
	return g.blank
}
