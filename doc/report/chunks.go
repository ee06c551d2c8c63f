package report

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/offprint-go/offprint/doc/internal/inlines"
)

// A chunk is lines between blank lines.
type chunk struct {
	lines []string
	line  int  // of the first, from 1
	cut   bool // a page ended before it
}

// text is the chunk as one line; a word divided at a line's end is whole again.
func (c chunk) text() string {
	var b []byte
	for i, l := range c.lines {
		l = strings.TrimSpace(l)
		if i > 0 {
			first, _ := utf8.DecodeRuneInString(l)
			last, _ := utf8.DecodeLastRune(b)
			switch n := len(b) - 1; {
			case last == '-' && unicode.IsLower(first) && n > 0 && unicode.IsLetter(rune(b[n-1])):
				b = b[:n]
			case inlines.Parted(last, first):
				b = append(b, ' ')
			}
		}
		b = append(b, l...)
	}
	return string(b)
}

var pageNumber = regexp.MustCompile(`(?i)^\s*(?:[-–—]\s*)?(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?(?:\s*[-–—])?\s*$`)

// split cuts the text into chunks and drops page numbers and running heads.
func (p *parser) split(text string) {
	text = strings.TrimPrefix(text, "\uFEFF")
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if p.stopped() {
			return
		}
		if clean := strings.Map(printing, l); clean != l {
			p.warn(i+1, "characters that print nothing are dropped: %+q", shorten(strings.Map(func(r rune) rune {
				if printing(r) < 0 {
					return r
				}
				return -1
			}, l)))
			lines[i] = clean
		}
	}
	heads := p.runningHeads(lines)
	var cur chunk
	cut := false
	end := func() {
		if len(cur.lines) > 0 {
			p.chunks = append(p.chunks, cur)
			cut = false
		}
		cur = chunk{}
	}
	for i, l := range lines {
		if p.stopped() {
			return
		}
		if at := strings.LastIndexByte(l, '\f'); at >= 0 { // a page ends in the line, or before it
			if before := strings.ReplaceAll(l[:at], "\f", " "); strings.TrimSpace(before) != "" {
				if len(cur.lines) == 0 {
					cur.line, cur.cut = i+1, cut
				}
				cur.lines = append(cur.lines, before)
			}
			end()
			cut = true
			l = l[at+1:]
		}
		blank := strings.TrimSpace(l) == ""
		alone := (i == 0 || strings.TrimSpace(strings.Trim(lines[i-1], "\f")) == "") && (i+1 == len(lines) || strings.TrimSpace(strings.Trim(lines[i+1], "\f")) == "")
		switch {
		case blank:
			end()
		case alone && pageNumber.MatchString(l):
			p.warn(i+1, "%q is taken as a page number, and dropped", strings.TrimSpace(l))
			end()
			cut = true
		case heads[i]:
			p.warn(i+1, "%q is taken as a running head, and dropped", shorten(l))
			end()
			cut = true
		default:
			if len(cur.lines) == 0 {
				cur.line, cur.cut = i+1, cut
			}
			cur.lines = append(cur.lines, l)
		}
	}
	end()
}

// printing maps control characters to -1, which drops them.
func printing(r rune) rune {
	if unicode.IsControl(r) && r != '\t' && r != '\f' || r >= 0xFFFC && r <= 0xFFFF && r != utf8.RuneError {
		return -1
	}
	return r
}

var digits = regexp.MustCompile(`\d+`)

// runningHeads finds the lines that stand alone three times or more, but for
// their numbers. One at the text's head is the title, or the series.
func (p *parser) runningHeads(lines []string) map[int]bool {
	seen := map[string][]int{}
	first := map[int]bool{} // lines of the head
	filled := 0
	for i, l := range lines {
		if p.stopped() {
			return nil
		}
		if strings.TrimSpace(l) != "" {
			filled++
		}
		key := digits.ReplaceAllString(strings.TrimSpace(strings.Trim(l, "\f")), "#")
		if key == "" || len(key) > 100 || key == "#" || strings.HasPrefix(key, "* *") || key == "***" {
			continue
		}
		if i > 0 && strings.TrimSpace(lines[i-1]) != "" && !strings.Contains(l, "\f") || i+1 < len(lines) && strings.TrimSpace(strings.Trim(lines[i+1], "\f")) != "" {
			continue
		}
		seen[key] = append(seen[key], i)
		if filled <= 3 {
			first[i] = true
		}
	}
	heads := map[int]bool{}
	for _, at := range seen {
		if len(at) < 3 {
			continue
		}
		for _, i := range at {
			heads[i] = !first[i]
		}
	}
	return heads
}

// ended matches a paragraph that is complete: its last mark is a stop, with
// quotes and note calls after it.
var ended = regexp.MustCompile(`[.?!:;…。！？」』]["'”’)\]]*(?:[¹²³⁰⁴-⁹]+|\[\d+\]|\*)?\s*$|[¹²³⁰⁴-⁹]+[.?!,;:]*$`)

// rejoin joins the paragraphs that a page break cut in two.
func (p *parser) rejoin() {
	out := p.chunks[:1]
	for _, c := range p.chunks[1:] {
		if p.stopped() {
			return
		}
		last := &out[len(out)-1]
		before, after := last.text(), c.text()
		first, _ := utf8.DecodeRuneInString(after)
		open := len(before) > 60 && !ended.MatchString(before)
		if open && (unicode.IsLower(first) || c.cut && unicode.IsLetter(first) && noteStart(after) == nil && !strings.HasPrefix(after, "*")) {
			p.warn(c.line, "the paragraph of line %d goes on here: joined", last.line)
			last.lines = append(append([]string(nil), last.lines...), c.lines...)
			continue
		}
		out = append(out, c)
	}
	p.chunks = out
}
