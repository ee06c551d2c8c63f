package pdf

import "unicode/utf8"

// hang returns how far g's first and last character hang into the margin:
// light marks more than half, dashes and the round letters' neighbours a
// little, so that the edge of the text looks straight (H. T. Thành,
// "Micro-typographic extensions to the TeX typesetting system", chapter 3).
func (g *glyphs) hang() (left, right int64) {
	if len(g.shaped) == 0 || g.class != western {
		return 0, 0
	}
	first, _ := utf8.DecodeRuneInString(g.text)
	last, _ := utf8.DecodeLastRuneInString(g.text)
	em := int64(g.face.UnitsPerEm())
	size := int64(g.style.size)
	l := int64(g.shaped[0].Advance) * size / em
	r := int64(g.shaped[len(g.shaped)-1].Advance) * size / em
	if g.rtl {
		l, r = r, l
	}
	return l * hangLeft(first) / 100, r * hangRight(last) / 100
}

// hangRight is the part of a character's width, in hundredths, that hangs at
// a line's end.
func hangRight(r rune) int64 {
	switch r {
	case '.', ',':
		return 70
	case '-', '\u2010', '\u00ad':
		return 60
	case '’', '‘', '”', '“', '\'', '"':
		return 50
	case ':', ';', '!', '?':
		return 30
	case '–', '—', '»', '›', '«', '‹', '*', ')', ']':
		return 20
	case 'r', 'f', 'y', 'v', 'w', 'k', 'x', 'T', 'V', 'W', 'Y':
		return 5
	}
	return 0
}

// hangLeft is the like at a line's start.
func hangLeft(r rune) int64 {
	switch r {
	case '‘', '’', '“', '”', '\'', '"', '‚', '„':
		return 50
	case '«', '‹', '»', '›', '—', '–', '(', '[':
		return 20
	case 'A', 'T', 'V', 'W', 'Y', 'v', 'w', 'y', 'x':
		return 5
	}
	return 0
}
