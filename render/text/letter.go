package text

import (
	"strings"

	"github.com/offprint-go/offprint/doc"
)

// letter writes a letter as a typist would: its date, closing and signature
// begin at the middle of the line, or before it, as far as they are long.
func (s *setter) letter(b *doc.Letter, m margin) {
	l := letterWriter{s, m}
	l.part(b.Dateline, true)
	l.part(b.Address, false)
	l.part(b.Salutation, false)
	l.blocks(b.Content)
	l.part(b.Closing, true)
	l.part(b.Signature, true)
	l.blocks(b.Postscript)
	s.space(1)
}

// A letterWriter writes one letter, in margins of which the first is that of
// the line to come.
type letterWriter struct {
	*setter
	margin
}

// part writes the lines of a part, a blank line before and behind them.
func (l *letterWriter) part(ns doc.Inlines, across bool) {
	if len(ns) == 0 {
		return
	}
	t, m := l.inlines(ns), l.margin
	if across {
		in := strings.Repeat(" ", l.indent(t))
		m = m.add(in, in)
	}
	l.space(1)
	l.wrap(t, m)
	l.space(1)
	l.margin = l.next()
}

// indent is how far in a text begins.
func (l *letterWriter) indent(t string) int {
	columns, longest := l.Width-width(l.rest), 0
	for _, line := range strings.Split(t, string(newline)) {
		longest = max(longest, width(strings.TrimRight(line, " ")))
	}
	return max(min(columns/2, columns-longest), 0)
}

func (l *letterWriter) blocks(bs doc.Blocks) {
	if len(bs) == 0 {
		return
	}
	l.space(1)
	l.setter.blocks(bs, l.margin, false)
	l.margin = l.next()
}
