package text

import (
	"bytes"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/rivo/uniseg"

	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// width is the number of columns that s takes.
func width(s string) int {
	n := 0
	for _, r := range s {
		// Latin letters and the marks of their text take one.
		if r < 0x80 || r > 0xA0 && r < 0x250 && r != 0xAD || r >= 0x2010 && r <= 0x2027 {
			n++
			continue
		}
		return uniseg.StringWidth(s)
	}
	return n
}

// newline is the author's line end in the text of a paragraph.
const newline = '\n'

// joined keeps a note's mark on the line of what it marks (U+2060, the word
// joiner); it goes when the edition is written.
const joined = "\u2060["

// suspendedCost keeps a word that waits for its other half, Vor- und Nachteile,
// from a line's end, where it is read as one with what follows. It is worth a
// line ten columns shorter.
const suspendedCost = 60

// fill breaks a paragraph into lines of a width. Words longer than a line stand
// out.
func fill(text string, columns int) []string {
	var f filler
	f.fill(text, columns, margin{})
	return strings.Split(strings.TrimSuffix(string(f.out), "\n"), "\n")
}

// A filler breaks paragraphs, in memory that it keeps from one to the next.
type filler struct {
	breaker linebreak.Breaker
	items   []linebreak.Item
	words   []string // of the items
	out     []byte   // all lines
}

// fill appends a paragraph's lines behind a margin, without spaces at their
// ends.
func (f *filler) fill(text string, columns int, m margin) {
	for _, part := range strings.Split(text, string(newline)) {
		part = strings.TrimRight(part, " ")
		if width(part) <= columns {
			f.line(m.first, part)
		} else {
			m = f.broken(part, columns, m)
		}
		m = m.next()
	}
}

func (f *filler) line(words ...string) {
	for _, w := range words {
		f.out = append(f.out, w...)
	}
	f.out = append(bytes.TrimRight(f.out, " "), '\n')
}

// broken appends the lines of a text that is longer than one.
func (f *filler) broken(text string, columns int, m margin) margin {
	f.items, f.words = f.items[:0], f.words[:0]
	f.split(text)
	f.add(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Infinite}, "")
	f.add(linebreak.Item{Kind: linebreak.Glue, Stretch: linebreak.Fil}, "")
	f.add(linebreak.Item{Kind: linebreak.Penalty, Cost: -linebreak.Infinite}, "")
	p := linebreak.Paragraph{Items: f.items, Measure: func(int) int64 { return int64(columns) }}
	for _, l := range f.breaker.Break(p, linebreak.Settings{Ragged: true}) {
		f.out = append(f.out, m.first...)
		f.line(f.words[l.Start:l.End]...)
		m = m.next()
	}
	return m
}

func (f *filler) add(it linebreak.Item, word string) {
	f.items = append(f.items, it)
	f.words = append(f.words, word)
}

// split makes a text items: by UAX #14, but where a word is plain and so is the
// next one's beginning, there is a space to break at and nothing else.
func (f *filler) split(text string) {
	for text != "" {
		word, rest := plainWord(text)
		space := rest != ""
		if word == "" {
			var seg string
			seg, rest, _, _ = uniseg.FirstLineSegmentInString(text, -1)
			word = strings.TrimRight(seg, " ")
			space = len(word) < len(seg)
		}
		f.add(linebreak.Item{Kind: linebreak.Box, Width: linebreak.Part(width(word))}, word)
		switch {
		case rest == "":
		case space:
			if strings.HasSuffix(word, "-") {
				f.add(linebreak.Item{Kind: linebreak.Penalty, Cost: suspendedCost}, "")
			}
			f.add(linebreak.Item{Kind: linebreak.Glue, Width: 1}, " ")
		default:
			f.add(linebreak.Item{Kind: linebreak.Penalty}, "")
		}
		text = rest
	}
}

// plainWord returns the word that a text begins with, and what follows its
// space, if the word is ASCII letters and figures and perhaps a mark behind
// them, and what follows begins with one of those. It is empty otherwise.
func plainWord(text string) (word, rest string) {
	i := 0
	for i < len(text) && alphanumeric(text[i]) {
		i++
	}
	if i == 0 {
		return "", ""
	}
	if i < len(text) && strings.IndexByte(",.;:", text[i]) >= 0 {
		i++
	}
	if i+1 < len(text) && text[i] == ' ' && alphanumeric(text[i+1]) {
		return text[:i], text[i+1:]
	}
	return "", ""
}

func alphanumeric(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' }

// A paragraph is one whose lines are broken when all is written: several at a
// time.
type paragraph struct {
	at      int // in the setter's output
	text    string
	columns int
	margin  margin
	end     int // of its lines, in those of its batch
}

// wrap writes a paragraph with a margin.
func (s *setter) wrap(text string, m margin) {
	s.begin()
	s.paragraphs = append(s.paragraphs, paragraph{at: s.out.Len(), text: text, margin: m,
		columns: max(s.Width-max(width(m.first), width(m.rest)), minWidth/2)})
}

// batch is how many paragraphs are broken at a time by one of the goroutines
// that break them.
const batch = 64

// bytes is what was written, its paragraphs broken into lines.
func (s *setter) bytes() []byte {
	lines := make([][]byte, (len(s.paragraphs)+batch-1)/batch)
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(lines)) {
		wg.Go(func() {
			var f filler
			for k := int(next.Add(1)) - 1; k < len(lines) && s.ctx.Err() == nil; k = int(next.Add(1)) - 1 {
				f.out = nil
				for i := k * batch; i < min((k+1)*batch, len(s.paragraphs)); i++ {
					p := &s.paragraphs[i]
					f.fill(p.text, p.columns, p.margin)
					p.end = len(f.out)
				}
				lines[k] = f.out
			}
		})
	}
	wg.Wait()
	if s.ctx.Err() != nil {
		return nil
	}
	size := s.out.Len()
	for _, l := range lines {
		size += len(l)
	}
	out, at := make([]byte, 0, size), 0
	for i, p := range s.paragraphs {
		from := 0
		if i%batch > 0 {
			from = s.paragraphs[i-1].end
		}
		out = append(out, s.out.Bytes()[at:p.at]...)
		out = append(out, lines[i/batch][from:p.end]...)
		at = p.at
	}
	return append(out, s.out.Bytes()[at:]...)
}
