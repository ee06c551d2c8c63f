package report

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/offprint-go/offprint/doc"
)

// body reads the text: paragraphs, headings, lists and quotations.
func (p *parser) body() {
	for i := 0; i < len(p.chunks) && !p.stopped(); i++ {
		c := p.chunks[i]
		t := c.text()
		switch {
		case sceneBreak.MatchString(t):
			p.add(doc.SceneBreak{})
		case p.isHeading(i):
			p.heading(c, t)
		case p.list(c):
		case indented(c) && i > 0:
			p.warn(c.line, "the indented paragraph is taken as a quotation")
			p.add(&doc.Quote{Content: doc.Blocks{&doc.Paragraph{Content: p.inlines(t, c.line)}}})
		default:
			p.add(&doc.Paragraph{Content: p.inlines(t, c.line)})
		}
	}
}

var sceneBreak = regexp.MustCompile(`^(?:\*\s*){3,}$|^(?:-\s*){3,}$|^#$`)

// add puts a block where the text has come to.
func (p *parser) add(b doc.Block) {
	ss := p.doc.Sections
	if len(ss) == 0 {
		p.doc.Blocks = append(p.doc.Blocks, b)
		return
	}
	s := ss[len(ss)-1]
	for len(s.Sections) > 0 {
		s = s.Sections[len(s.Sections)-1]
	}
	s.Blocks = append(s.Blocks, b)
}

var numbered = regexp.MustCompile(`^(\d+(?:\.\d+)*\.?|[IVX]+\.|[A-Z]\.)\s+(\S.*)$`)

// isHeading reports whether a chunk looks like a heading: one short line, no
// sentence, with something longer after it.
func (p *parser) isHeading(i int) bool {
	c := p.chunks[i]
	t := c.text()
	if len(c.lines) != 1 || len(t) > 90 || i+1 >= len(p.chunks) || indented(c) || bullet.MatchString(t) {
		return false
	}
	if strings.HasSuffix(t, ".") || strings.HasSuffix(t, ",") || strings.HasSuffix(t, ";") || strings.ContainsAny(t, "¹²³") {
		return false
	}
	if after := p.chunks[i+1].text(); len(after) < len(t) && !numbered.MatchString(after) {
		return false
	}
	first := []rune(t)[0]
	if m := numbered.FindStringSubmatch(t); m != nil {
		return unicode.IsUpper([]rune(m[2])[0])
	}
	return unicode.IsUpper(first) && len(strings.Fields(t)) <= 12
}

func (p *parser) heading(c chunk, t string) {
	level := 1
	if m := numbered.FindStringSubmatch(t); m != nil {
		level = 1 + strings.Count(strings.TrimSuffix(m[1], "."), ".")
	}
	p.warn(c.line, "%q is taken as a heading", t)
	s := &doc.Section{Title: p.inlines(t, c.line)}
	if level > 1 && len(p.doc.Sections) > 0 {
		up := p.doc.Sections[len(p.doc.Sections)-1]
		for n := 2; n < level && len(up.Sections) > 0; n++ {
			up = up.Sections[len(up.Sections)-1]
		}
		up.Sections = append(up.Sections, s)
		return
	}
	p.doc.Sections = append(p.doc.Sections, s)
}

var (
	bullet = regexp.MustCompile(`^\s*[•‣▪●○◦·–-]\s+(\S.*)$|^\s*\*\s+(\S.*)$`)
	number = regexp.MustCompile(`^\s*\(?([0-9]{1,2}|[a-z])[.)]\s+(\S.*)$`)
)

// list reads a chunk whose lines begin with bullets or rising numbers.
func (p *parser) list(c chunk) bool {
	re := bullet
	l := &doc.List{}
	if m := number.FindStringSubmatch(c.lines[0]); m != nil && bullet.FindString(c.lines[0]) == "" {
		if m[1] != "1" && m[1] != "a" || len(c.lines) < 2 {
			return false
		}
		re, l.Kind = number, doc.Ordered
		if m[1] == "a" {
			l.Style = doc.LowerAlpha
		}
	}
	if !re.MatchString(c.lines[0]) {
		return false
	}
	var item []string
	flush := func() {
		if item != nil {
			l.Items = append(l.Items, &doc.ListItem{Content: doc.Blocks{&doc.Paragraph{Content: p.inlines(chunk{lines: item}.text(), c.line)}}})
		}
	}
	for _, line := range c.lines {
		if m := re.FindStringSubmatch(line); m != nil {
			flush()
			item = []string{m[len(m)-1]}
			if re == bullet && m[2] == "" {
				item = []string{m[1]}
			}
			continue
		}
		item = append(item, line)
	}
	flush()
	if n := len(p.blocks()); n > 0 { // a list whose items blank lines part
		if last, ok := p.blocks()[n-1].(*doc.List); ok && last.Kind == l.Kind && l.Kind == doc.Bullet {
			last.Items, last.Loose = append(last.Items, l.Items...), true
			return true
		}
	}
	p.add(l)
	return true
}

// blocks are those that the text has come to.
func (p *parser) blocks() doc.Blocks {
	ss := p.doc.Sections
	if len(ss) == 0 {
		return p.doc.Blocks
	}
	s := ss[len(ss)-1]
	for len(s.Sections) > 0 {
		s = s.Sections[len(s.Sections)-1]
	}
	return s.Blocks
}

// indented reports whether every line of a chunk is set in.
func indented(c chunk) bool {
	for _, l := range c.lines {
		if !strings.HasPrefix(l, "    ") && !strings.HasPrefix(l, "\t") {
			return false
		}
	}
	return true
}
