package pdf

import (
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// A segment is a piece of text that a line may end after: a word with the
// spaces behind it, or a part of one.
type segment struct {
	start, end int // of the words, without the spaces
	next       int // where the next segment starts
}

// segments cuts a paragraph at its line-break opportunities (UAX #14). Text of
// Latin letters and the usual punctuation, most of what there is, takes a path
// of its own, which differs in what a compositor would: no line begins with a
// dash.
func segments(buf []byte, dst []segment) []segment {
	if plainLatin(buf) {
		return latinSegments(buf, dst)
	}
	var seg segmenter.Segmenter
	if err := seg.InitWithBytes(buf); err != nil {
		return latinSegments(buf, dst) // not UTF-8: Check has refused it before
	}
	pos := 0
	for it := seg.LineIterator(); it.Next(); {
		n := 0
		for _, r := range it.Line().Text {
			n += utf8.RuneLen(r)
		}
		dst = append(dst, trimmed(buf, pos, pos+n))
		pos += n
	}
	return dst
}

func trimmed(buf []byte, start, next int) segment {
	end := next
	for end > start && buf[end-1] == ' ' {
		end--
	}
	return segment{start, end, next}
}

func plainLatin(buf []byte) bool {
	for i := 0; i < len(buf); {
		if buf[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(buf[i:])
		if !(r >= 0xA0 && r < 0x250 || r >= 0x2013 && r <= 0x2026 || r == 0x202F || r == '\uFFFC') || r == '\u00AD' {
			return false
		}
		i += n
	}
	return true
}

func latinSegments(buf []byte, dst []segment) []segment {
	start := 0
	for i := 0; i < len(buf); {
		r, n := utf8.DecodeRune(buf[i:])
		i += n
		if i == len(buf) {
			break
		}
		if r == ' ' && buf[i] != ' ' || breaksAfter(r, buf, i, n) {
			dst = append(dst, trimmed(buf, start, i))
			start = i
		}
	}
	if start < len(buf) {
		dst = append(dst, trimmed(buf, start, len(buf)))
	}
	return dst
}

// breaksAfter reports whether a line may end after r, which stands before
// buf[i]: between letters after a hyphen, after a dash, after a slash that is
// not a fraction's.
func breaksAfter(r rune, buf []byte, i, n int) bool {
	next := buf[i]
	if next == ' ' || i == n { // white space breaks later; a dash that opens the text does not
		return false
	}
	before := buf[i-n-1]
	switch r {
	case '-':
		return isLetter(before) && isLetter(next) || before >= '0' && before <= '9' && isLetter(next)
	case '—', '–':
		return before != ' ' && (next >= utf8.RuneSelf || isLetter(next) || next >= '0' && next <= '9') && !closing(buf[i:])
	case '/':
		return isLetter(next) && before != '/' && before != ':'
	case '\uFFFC':
		return false
	}
	return false
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= utf8.RuneSelf }

// closing reports whether b begins with a mark that never begins a line.
func closing(b []byte) bool {
	switch r, _ := utf8.DecodeRune(b); r {
	case '”', '’', '»', '›', '…', '—', '–', ')', ']', '\u00A0', '\uFFFC':
		return true
	}
	return false
}
