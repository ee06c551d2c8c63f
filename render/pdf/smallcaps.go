package pdf

import (
	"unicode"

	"github.com/offprint-go/offprint/render/internal/font"
)

// capitalSize is the size of capitals that stand in for small ones, as a factor
// of the text's.
const capitalSize = 0.8

// chain is the faces for a style: for one in small capitals whose own
// face has none the family's face of small capitals before them, if it was given.
func (s *setter) chain(ts *textStyle) []*font.Face {
	own := s.faces[ts.cut]
	if ts.features&smallCaps == 0 || s.capitals == nil || ts.cut >= mono || own[0].Supports(smallCaps) {
		return own
	}
	return append([]*font.Face{s.capitals}, own...)
}

// drawn reports whether small capitals in a face must be made of its capitals.
func (s *setter) drawn(ts *textStyle, f *font.Face) bool {
	return ts.features&smallCaps != 0 && f != s.capitals && !f.Supports(smallCaps)
}

// smallened shapes a text in small capitals with a face that has none: its
// small letters as capitals of a smaller size, the rest as it is.
func (s *setter) smallened(ts *textStyle, f *font.Face, text string, o font.Options) []*glyphs {
	o.Features &^= smallCaps
	plain := s.intern(ts.with(func(t *textStyle) { t.features &^= smallCaps; t.noHyphens = true }))
	small := s.intern(plain.with(func(t *textStyle) { t.size = scale(t.size, capitalSize) }))
	var out []*glyphs
	for i := 0; i < len(text); {
		lower, j := false, i
		for k, r := range text[i:] {
			l := unicode.IsLower(r) || unicode.Is(unicode.Mn, r) && lower
			if k > 0 && l != lower {
				break
			}
			lower, j = l, i+k+len(string(r))
		}
		g := &glyphs{style: plain, face: f, text: text[i:j], word: identity(text[i:j])}
		if lower {
			g.style = small
			g.shaped = capitalised(f, g.text, o)
		} else {
			g.shaped = f.Shape(g.text, o)
		}
		g.width = s.advance(g)
		out = append(out, g)
		i = j
	}
	return out
}

// capitalised shapes a text's capitals; they stand for the letters that they
// were.
func capitalised(f *font.Face, text string, o font.Options) []font.Glyph {
	var upper []byte
	at := map[int32]int32{} // by byte of upper: the byte of text
	for i, r := range text {
		at[int32(len(upper))] = int32(i)
		if r == 'ß' {
			upper = append(upper, "SS"...)
			at[int32(len(upper)-1)] = int32(i)
			continue
		}
		upper = append(upper, string(unicode.ToUpper(r))...)
	}
	shaped := f.Shape(string(upper), o)
	for i := range shaped {
		shaped[i].Cluster = at[shaped[i].Cluster]
	}
	return shaped
}
