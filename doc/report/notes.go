package report

import (
	"regexp"
	"strings"

	"github.com/offprint-go/offprint/doc"
)

// A note is a numbered note from the text's end.
type note struct {
	label string // in figures
	line  int
	parts []string // paragraphs
	node  *doc.Note
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// figures are superscript figures as plain ones.
func figures(s string) string {
	var b strings.Builder
	for _, r := range s {
		if i := strings.IndexRune(superscripts, r); i >= 0 {
			b.WriteByte(byte('0' + len([]rune(superscripts[:i]))))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

var noteStarts = []struct {
	form string
	re   *regexp.Regexp
}{
	{"¹", regexp.MustCompile(`^([¹²³⁰⁴-⁹]+)\s*(\S.*)$`)},
	{"[1]", regexp.MustCompile(`^\[(\d{1,3})\]\s*(\S.*)$`)},
	{"(1)", regexp.MustCompile(`^\((\d{1,3})\)\s*(\S.*)$`)},
	{"1)", regexp.MustCompile(`^(\d{1,3})\)\s+(\S.*)$`)},
	{"1.", regexp.MustCompile(`^(\d{1,3})\.?\s+(\S.*)$`)},
}

// A start is how a note's paragraph begins.
type start struct{ form, label, rest string }

// noteStart reads the label at a paragraph's start; nil if there is none.
func noteStart(s string) *start {
	for _, n := range noteStarts {
		if m := n.re.FindStringSubmatch(s); m != nil {
			return &start{n.form, figures(m[1]), m[2]}
		}
	}
	return nil
}

var notesHeading = regexp.MustCompile(`(?i)^(?:end|foot)?notes?:?$|^references:?$|^注:?$|^註:?$`)

// takeNotes takes the notes from the text's end: a run of paragraphs numbered
// from 1, in one form, that nothing but their own further paragraphs
// interrupts. Labels that are figures on the line count only under a heading.
func (p *parser) takeNotes() {
	p.notes = map[string]*note{}
	from, headed := -1, false
	for i := len(p.chunks) - 1; i > 0 && !p.stopped(); i-- {
		s := noteStart(p.firstLine(i))
		if s == nil || s.label != "1" {
			continue
		}
		headed = notesHeading.MatchString(strings.TrimSpace(p.chunks[i-1].text()))
		if headed || s.form == "¹" || s.form == "[1]" {
			from, p.form = i, s.form
			break
		}
	}
	if from < 0 {
		return
	}
	if !p.readNotes(from) {
		p.notes, p.order, p.form = map[string]*note{}, nil, ""
		return
	}
	p.warn(p.chunks[from].line, "the numbered notes are taken from the end of the text: %d", len(p.order))
	if headed {
		p.warn(p.chunks[from-1].line, "the heading %q of the notes is dropped", p.chunks[from-1].text())
		from--
	}
	p.chunks = p.chunks[:from]
}

func (p *parser) firstLine(i int) string { return strings.TrimSpace(p.chunks[i].lines[0]) }

// readNotes reads the notes from chunk from on. Each line that begins with the
// next number begins a note; others go on with the one before.
func (p *parser) readNotes(from int) bool {
	next := 1
	for _, c := range p.chunks[from:] {
		if p.stopped() {
			break
		}
		var lines []string
		flush := func() {
			if len(lines) > 0 && len(p.order) > 0 {
				n := p.order[len(p.order)-1]
				n.parts = append(n.parts, chunk{lines: lines}.text())
			}
			lines = nil
		}
		for k, l := range c.lines {
			s := noteStart(strings.TrimSpace(l))
			if s != nil && s.form == p.form && s.label == itoa(next) {
				flush()
				n := &note{label: s.label, line: c.line + k}
				p.order = append(p.order, n)
				p.notes[n.label] = n
				lines = []string{s.rest}
				next++
				continue
			}
			lines = append(lines, l)
		}
		if len(p.order) == 0 {
			return false
		}
		flush()
	}
	return len(p.order) > 0
}

func itoa(n int) string { return doc.FormatNumber(n, doc.Decimal) }

// leftNotes reports the notes that were never called, and keeps them: each
// stands at the end as a paragraph.
func (p *parser) leftNotes() {
	for _, n := range p.order {
		if n.node != nil {
			continue
		}
		p.warn(n.line, "note %s is never called: kept as a paragraph at the end", n.label)
		for i, part := range n.parts {
			if i == 0 {
				part = n.label + " " + part
			}
			p.add(&doc.Paragraph{Content: p.inlines(part, n.line)})
		}
	}
}
