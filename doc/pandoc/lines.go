package pandoc

import (
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/inlines"
)

// lineGroup reads a Div that is a group of lines: pandoc's HTML reader makes a
// Div with one Plain of each line of a poem that HTML sets as a div in a div.
// Plain, and not Para, says that the line is no paragraph. A group of groups is
// several stanzas, and a quotation in it is lines set in. It is nil if the Div
// holds anything else, or one line.
func (p *parser) lineGroup(v any, at path) *doc.Verse {
	if t, _ := node(v, at); t != "Div" || countLines(v, at, 0) < 2 {
		return nil
	}
	p.warnOnce(at, "lines that stand each in a Div of its own are taken as verse")
	id, blocks, _ := bareDiv(v, at)
	verse := &doc.Verse{ID: id}
	p.stanza(verse, "", blocks, at.in("c").at(1))
	return verse
}

// bareDiv returns what a Div without classes and attributes holds.
func bareDiv(v any, at path) (id string, blocks []any, ok bool) {
	t, c := node(v, at)
	if t != "Div" {
		return "", nil, false
	}
	l := list(c, 2, at)
	a := attrOf(l[0], at)
	return a.id, list(l[1], -1, at), len(a.classes) == 0 && len(a.keys) == 0
}

// linePlain returns the text of a Div that is one line.
func linePlain(blocks []any, at path) (any, bool) {
	if len(blocks) != 1 {
		return nil, false
	}
	t, c := node(blocks[0], at)
	return c, t == "Plain" && !hasImage(c)
}

func hasImage(v any) bool {
	l, _ := v.([]any)
	for _, n := range l {
		if m, ok := n.(map[string]any); ok && (m["t"] == "Image" || m["t"] == "Math") {
			return true
		}
	}
	return false
}

// countLines counts the lines of a group; below zero, it is none.
func countLines(v any, at path, depth int) int {
	_, blocks, ok := bareDiv(v, at)
	if !ok || len(blocks) == 0 {
		return notLines
	}
	return countIn(blocks, at, depth)
}

// notLines is the count of what is no group of lines.
const notLines = -1

func countIn(blocks []any, at path, depth int) int {
	if depth > maxDepth {
		return notLines
	}
	sum := 0
	for _, b := range blocks {
		n := notLines
		if _, inner, ok := bareDiv(b, at); ok {
			if _, line := linePlain(inner, at); line {
				n = 1
			} else {
				n = countLines(b, at, depth+1)
			}
		} else if t, c := node(b, at); t == "BlockQuote" {
			n = countQuoted(list(c, -1, at), at, depth+1)
		}
		if n < 0 {
			return notLines
		}
		sum += n
	}
	return sum
}

// countQuoted counts the lines of a quotation within a group: groups, and
// paragraphs with the author's line ends.
func countQuoted(blocks []any, at path, depth int) int {
	sum := 0
	for _, b := range blocks {
		n := 1
		if t, c := node(b, at); t != "Para" && t != "Plain" {
			n = countIn([]any{b}, at, depth)
		} else if hasImage(c) {
			n = notLines
		}
		if n < 0 {
			return notLines
		}
		sum += n
	}
	return sum
}

// stanza adds the lines of a group to verse, a stanza for each run of them; id
// is the group's name.
func (p *parser) stanza(verse *doc.Verse, id string, blocks []any, at path) {
	p.enter(at)
	defer p.leave()
	st := &doc.Stanza{}
	end := func() {
		if len(st.Lines) > 0 {
			verse.Stanzas = append(verse.Stanzas, st)
		}
		st = &doc.Stanza{}
	}
	for i, b := range blocks {
		switch t, c := node(b, at.at(i)); t {
		case "BlockQuote":
			end()
			p.quotedLines(verse, c, at.at(i).in("c"))
			continue
		case "Para", "Plain":
			end()
			if in := verseOf(p.block(b, at.at(i))); in != nil {
				verse.Stanzas = append(verse.Stanzas, in.Stanzas...)
			}
			continue
		}
		name, inner, _ := bareDiv(b, at.at(i))
		in := at.at(i).in("c").at(1)
		c, line := linePlain(inner, in)
		if !line {
			end()
			p.stanza(verse, name, inner, in)
			continue
		}
		content := numberApart(p.inlines(c, in.at(0).in("c")), c)
		if inlines.Blank(content) {
			end()
			continue
		}
		l := verseLine(content)
		for _, anchor := range []string{name, id} {
			l.Content = named(anchor, l.Content)
		}
		id = ""
		st.Lines = append(st.Lines, l)
	}
	end()
}

// quotedLines adds the lines of a quotation within verse, set in by two em.
func (p *parser) quotedLines(verse *doc.Verse, c any, at path) {
	in := &doc.Verse{}
	p.stanza(in, "", list(c, -1, at), at)
	for _, st := range in.Stanzas {
		for _, l := range st.Lines {
			l.Indent += 2
		}
	}
	verse.Stanzas = append(verse.Stanzas, in.Stanzas...)
}

// numberApart sets the number of a line, a bare Span of figures at its end,
// apart from the words that it stands close to.
func numberApart(content doc.Inlines, c any) doc.Inlines {
	l, _ := c.([]any)
	if len(l) < 2 {
		return content
	}
	m, _ := l[len(l)-1].(map[string]any)
	parts, _ := m["c"].([]any)
	if m["t"] != "Span" || len(parts) != 2 {
		return content
	}
	in, _ := parts[1].([]any)
	if len(in) != 1 {
		return content
	}
	s, _ := in[0].(map[string]any)
	num, _ := s["c"].(string)
	k := len(content) - 1
	if s["t"] != "Str" || num == "" || strings.Trim(num, "0123456789") != "" || k < 0 {
		return content
	}
	if last, ok := content[k].(doc.Text); ok && strings.HasSuffix(string(last), num) {
		content[k] = doc.Text(strings.TrimRight(strings.TrimSuffix(string(last), num), " ") + "\u2003" + num)
	}
	return content
}

// mergeVerse makes one poem of the groups of lines that follow each other.
func mergeVerse(out doc.Blocks, v *doc.Verse) (doc.Blocks, bool) {
	if len(out) == 0 || v.ID != "" {
		return out, false
	}
	last, ok := out[len(out)-1].(*doc.Verse)
	if ok {
		last.Stanzas = append(last.Stanzas, v.Stanzas...)
	}
	return out, ok
}
