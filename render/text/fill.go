package text

import (
	"strings"

	"github.com/rivo/uniseg"

	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// width is the number of columns that s takes.
func width(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return uniseg.StringWidth(s)
		}
	}
	return len(s)
}

// newline is the author's line end in the text of a paragraph.
const newline = '\n'

// joined keeps a note's mark on the line of what it marks (U+2060, the word
// joiner); it goes when the edition is written.
const joined = "\u2060["

// fill breaks a paragraph into lines of a width. Words longer than a line stand
// out.
func fill(text string, columns int) []string {
	var out []string
	for _, part := range strings.Split(text, string(newline)) {
		out = append(out, fillPart(part, columns)...)
	}
	return out
}

func fillPart(text string, columns int) []string {
	text = strings.TrimRight(text, " ")
	if width(text) <= columns {
		return []string{text}
	}
	var items []linebreak.Item
	var words []string
	add := func(it linebreak.Item, w string) {
		items = append(items, it)
		words = append(words, w)
	}
	for rest, state := text, -1; rest != ""; {
		var seg string
		seg, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		word := strings.TrimRight(seg, " ")
		add(linebreak.Item{Kind: linebreak.Box, Width: int64(width(word))}, word)
		switch {
		case rest == "":
		case len(word) < len(seg):
			add(linebreak.Item{Kind: linebreak.Glue, Width: 1}, " ")
		default:
			add(linebreak.Item{Kind: linebreak.Penalty}, "")
		}
	}
	add(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Infinite}, "")
	add(linebreak.Item{Kind: linebreak.Glue, Stretch: linebreak.Fil}, "")
	add(linebreak.Item{Kind: linebreak.Penalty, Cost: -linebreak.Infinite}, "")
	p := linebreak.Paragraph{Items: items, Measure: func(int) int64 { return int64(columns) }}
	var out []string
	for _, l := range linebreak.Break(p, linebreak.Settings{Ragged: true}) {
		out = append(out, strings.TrimRight(strings.Join(words[l.Start:l.End], ""), " "))
	}
	return out
}

// wrap writes a paragraph with a margin.
func (s *setter) wrap(text string, m margin) {
	columns := max(s.Width-max(width(m.first), width(m.rest)), minWidth/2)
	for i, l := range fill(text, columns) {
		if i == 0 {
			s.line(m.first + l)
		} else {
			s.line(m.rest + l)
		}
	}
}
