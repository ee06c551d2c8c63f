package inlines

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"github.com/offprint-go/offprint/doc"
)

// Parted reports whether the end of a source's line between two characters is a
// space. It is none between two that are wide, and no Hangul, since Chinese and
// Japanese have no spaces between words, nor beside a zero-width space (CSS
// Text 3, 4.1.3).
func Parted(before, after rune) bool {
	const zeroWidth = '\u200B'
	return before != zeroWidth && after != zeroWidth && !(unspaced(before) && unspaced(after))
}

func unspaced(r rune) bool {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianHalfwidth:
		return !unicode.Is(unicode.Hangul, r)
	}
	return false
}

// edge is the first or the last character of an inline's text; a space for one
// that has none.
func edge(n doc.Inline, last bool) rune {
	if t, ok := n.(doc.Text); ok {
		r, _ := utf8.DecodeRuneInString(string(t))
		if last {
			r, _ = utf8.DecodeLastRuneInString(string(t))
		}
		return r
	}
	in := doc.Content(n)
	switch {
	case len(in) == 0:
		return ' '
	case last:
		return edge(in[len(in)-1], last)
	}
	return edge(in[0], last)
}
