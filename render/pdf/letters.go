package pdf

import (
	"unicode"
	"unicode/utf8"

	"github.com/offprint-go/offprint/render/internal/font"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// letters sets a word, or a part of one, its capitals in a row spaced.
func (b *builder) letters(i, end int) {
	r := b.text.runs[b.run]
	ts := b.intern(r.style)
	if spacesCapitals(ts) {
		for {
			from, to := capitals(b.text.buf, i, end)
			if to == 0 {
				break
			}
			if from > i {
				b.shaped(i, from, ts)
			}
			b.shaped(from, to, b.intern(ts.with(func(s *textStyle) { s.track = trackedCapitals })))
			i = to
		}
	}
	if i < end {
		b.shaped(i, end, ts)
	}
}

// shaped sets the letters from byte i to byte end, with the hyphens that they
// may be divided at.
func (b *builder) shaped(i, end int, ts *textStyle) {
	r := &b.text.runs[b.run]
	parts := b.partsAt(ts, i, end)
	for k := range parts {
		p := &parts[k]
		if p.n > 0 {
			sp := b.space(ts)
			b.item(sp.divide, layout.Piece{Ink: sp.hyphen, Tag: r.tag, Link: r.link, Offset: -1})
		} else {
			b.kern(p.whole)
		}
		b.item(p.item, layout.Piece{Ink: p, Tag: r.tag, Link: r.link, Offset: r.at(i + int(p.at))})
	}
}

// capitals returns the first row of three capitals or more in the word from i
// to end; where it ends is 0 if there is none.
func capitals(buf []byte, i, end int) (from, to int) {
	n := 0
	for at := i; at < end; {
		c := buf[at]
		upper, size := c >= 'A' && c <= 'Z', 1
		if c >= utf8.RuneSelf {
			var r rune
			r, size = utf8.DecodeRune(buf[at:end])
			upper = unicode.IsUpper(r) || n > 0 && unicode.Is(unicode.Mn, r)
		}
		switch {
		case upper:
			if n == 0 {
				from = at
			}
			n++
		case n >= leastCapitals:
			return from, at
		default:
			n = 0
		}
		at += size
	}
	if n >= leastCapitals {
		return from, end
	}
	return 0, 0
}

// Capitals in a row are spaced: from how many, and by how much in 1/1000 em
// (Bringhurst 2.1.6).
const (
	leastCapitals   = 3
	trackedCapitals = 30
)

// spacesCapitals reports whether capitals in a row are spaced in a style: not
// in code, and not where letters are spaced already.
func spacesCapitals(ts *textStyle) bool {
	return ts.cut < mono && ts.track == 0 && ts.features&(font.SmallCaps|font.AllSmallCaps) == 0
}

// A pair is two letters that meet where a word changes its tag, link or colour,
// in one face and size.
type pair struct {
	face        *font.Face
	features    font.Features
	left, right rune
}

// kern moves g to the ink that it follows as the face has it: the two were
// shaped apart.
func (b *builder) kern(g *glyphs) {
	n := len(b.para.Items)
	if n == 0 || b.para.Items[n-1].Kind != linebreak.Box {
		return
	}
	before := glyphsOf(b.para.Pieces[n-1].Ink)
	if before == nil || before.rtl || g.rtl || before.face != g.face || before.style.size != g.style.size || before.style.rise != g.style.rise || before.style.features != g.style.features {
		return
	}
	left, _ := utf8.DecodeLastRuneInString(before.text)
	right, _ := utf8.DecodeRuneInString(g.text)
	k := b.kerning(pair{g.face, g.style.features, left, right})
	if w := k * int64(g.style.size) / int64(g.face.UnitsPerEm()); w != 0 {
		b.item(linebreak.Item{Kind: linebreak.Box, Width: linebreak.Part(w)}, layout.Piece{Offset: -1})
	}
}

// kerning is how much nearer, below 0, the letters of a pair stand than their
// own widths say, in the face's units.
func (s *setter) kerning(p pair) int64 {
	if k, ok := s.kerns[p]; ok {
		return k
	}
	k := int64(0)
	if p.left < firstRightToLeft && p.right < firstRightToLeft {
		l, r := string(p.left), string(p.right)
		o := font.Options{Features: p.features | font.NoLigatures}
		if both := p.face.Shape(l+r, o); len(both) == 2 {
			k = advances(both) - advances(p.face.Shape(l, o)) - advances(p.face.Shape(r, o))
		}
	}
	s.kerns[p] = k
	return k
}

// firstRightToLeft is where the scripts begin whose letters join or run the
// other way.
const firstRightToLeft = 0x0590

func advances(gs []font.Glyph) (sum int64) {
	for _, g := range gs {
		sum += int64(g.Advance)
	}
	return sum
}
