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
// dash, or ends at the thin space between a figure and its unit. So do ideographs
// and their marks, whose rules are stricter. A ruby is not divided.
func (s *setter) segments(t *text) []segment {
	dst := s.segs[:0]
	t.classes = nil
	if plainLatin(t.buf) {
		dst = latinSegments(t.buf, dst)
	} else {
		if t.classes = t.classify(s.classes); t.classes != nil {
			s.classes = t.classes
		}
		dst = t.unicodeSegments(dst)
	}
	return t.uniteRuby(dst)
}

// unicodeSegments cuts by UAX #14, and between ideographs and other characters
// by their classes.
func (t *text) unicodeSegments(dst []segment) []segment {
	var seg segmenter.Segmenter
	if err := seg.InitWithBytes(t.buf); err != nil {
		return latinSegments(t.buf, dst) // not UTF-8: Check has refused it before
	}
	it := seg.LineIterator()
	if t.classes == nil {
		for it.Next() {
			l := it.Line()
			dst = append(dst, trimmed(t.buf, l.OffsetInBytes, l.OffsetInBytes+l.LengthInBytes))
		}
		return dst
	}
	start, next := 0, 0 // of the segment; the next break of UAX #14
	before := objectRune
	a := western
	for i := 0; i < len(t.buf); {
		for next < i && it.Next() {
			next = it.Line().OffsetInBytes + it.Line().LengthInBytes
		}
		r, n := utf8.DecodeRune(t.buf[i:])
		c := t.classes[i]
		cut := next == i
		if (a != western || c != western) && r != objectRune && before != objectRune {
			cut = parted(a, c, before, r, cut)
		}
		if cut && i > start {
			dst = append(dst, trimmed(t.buf, start, i))
			start = i
		}
		before, a = r, c
		i += n
	}
	if start < len(t.buf) {
		dst = append(dst, trimmed(t.buf, start, len(t.buf)))
	}
	return dst
}

// uniteRuby joins the segments that a ruby spans.
func (t *text) uniteRuby(segs []segment) []segment {
	if len(t.rubies) == 0 {
		return segs
	}
	out, k := segs[:0], 0
	for _, s := range segs {
		for k < len(t.rubies) && t.rubies[k].end <= s.start {
			k++
		}
		if n := len(out); n > 0 && k < len(t.rubies) && t.rubies[k].start < s.start {
			out[n-1].end, out[n-1].next = s.end, s.next
			continue
		}
		out = append(out, s)
	}
	return out
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
		if !(r >= 0xA0 && r < 0x250 || r >= 0x2013 && r <= 0x2026 || r == enSpace || r == thinSpace || r == 0x202F || r == '\uFFFC') || r == '\u00AD' {
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

const (
	enSpace   = '\u2002' // behind a number
	thinSpace = '\u2009' // between two marks, a figure and its unit, around dashes
)

// breaksAfter reports whether a line may end after r, which stands before
// buf[i]: between letters after a hyphen, after a dash and a thin space behind
// it, after a slash that is not a fraction's, after an en space.
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
		return before != ' ' && (next >= utf8.RuneSelf || isLetter(next) || next >= '0' && next <= '9') && !shuts(buf[i:])
	case '/':
		return isLetter(next) && before != '/' && before != ':'
	case enSpace:
		return true
	case thinSpace:
		d, _ := utf8.DecodeLastRune(buf[:i-n])
		return d == '—' || d == '–'
	}
	return false
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= utf8.RuneSelf }

// shuts reports whether b begins with a mark that never begins a line.
func shuts(b []byte) bool {
	switch r, _ := utf8.DecodeRune(b); r {
	case '”', '’', '»', '›', '…', '—', '–', ')', ']', enSpace, thinSpace, '\u00A0', '\uFFFC':
		return true
	}
	return false
}
