package report

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/offprint-go/offprint/doc"
)

// token matches what is more than words: a URL, emphasis, a call of a note.
var token = regexp.MustCompile(`https?://[^\s<>"”’\]]+[^\s<>"”’\].,;:!?)]` +
	`|\*[^\s*](?:[^*]*[^\s*])?\*` +
	`|\b_[^\s_](?:[^_]*[^\s_])?_\b` +
	`|[¹²³⁰⁴-⁹]+` +
	`|\[\d{1,3}\]` +
	`|\(\d{1,3}\)` +
	`|\d{1,3}`)

// inlines reads a paragraph's text.
func (p *parser) inlines(s string, line int) doc.Inlines {
	var out doc.Inlines
	text := func(t string) {
		if t != "" {
			out = append(out, doc.Text(t))
		}
	}
	for s != "" {
		m := token.FindStringIndex(s)
		if m == nil {
			break
		}
		t := s[m[0]:m[1]]
		n := p.token(t, s[:m[0]], s[m[1]:], line)
		if n == nil {
			text(s[:m[1]])
		} else {
			text(s[:m[0]])
			out = append(out, n)
		}
		s = s[m[1]:]
	}
	text(s)
	if strings.Count(s, "*")%2 == 1 {
		p.warn(line, "an asterisk that is not closed is kept: %q", shorten(s[strings.IndexByte(s, '*'):]))
	}
	return merged(out)
}

// merged joins text to text.
func merged(ns doc.Inlines) doc.Inlines {
	var out doc.Inlines
	for i := 0; i < len(ns); i++ {
		n := ns[i]
		if _, ok := n.(doc.Text); ok {
			var b strings.Builder
			for ; i < len(ns); i++ {
				t, ok := ns[i].(doc.Text)
				if !ok {
					break
				}
				b.WriteString(string(t))
			}
			i--
			n = doc.Text(b.String())
		}
		out = append(out, n)
	}
	return out
}

// token reads what token matched; nil if it is but words.
func (p *parser) token(t, before, after string, line int) doc.Inline {
	switch {
	case strings.HasPrefix(t, "http"):
		if _, err := url.Parse(t); err != nil {
			p.warn(line, "an address that leads nowhere is kept as text: %q", t)
			return nil
		}
		return &doc.Link{URL: t, Content: doc.Inlines{doc.Text(t)}}
	case t[0] == '*' || t[0] == '_':
		last, _ := utf8.DecodeLastRuneInString(before)
		next, _ := utf8.DecodeRuneInString(after)
		if unicode.IsLetter(last) || unicode.IsDigit(last) || unicode.IsLetter(next) || unicode.IsDigit(next) {
			return nil
		}
		return doc.Emphasis(p.inlines(t[1:len(t)-1], line))
	}
	form := "¹"
	switch {
	case t[0] == '[':
		form = "[1]"
	case t[0] == '(':
		form = "(1)"
	case t[0] >= '0' && t[0] <= '9':
		if !p.lowered(t, before, after) {
			return nil
		}
	}
	return p.call(form, figures(strings.Trim(t, "[]()")), t, line)
}

// lowered reports whether a figure is a call of a note that lost its place
// above the line: close after a word or its stop, and the next in order.
func (p *parser) lowered(t, before, after string) bool {
	if p.form != "1." && p.form != "1)" || t != itoa(p.called+1) || after != "" && !strings.HasPrefix(after, " ") {
		return false
	}
	word := strings.TrimRight(before, `.,;:!?"'”’)`)
	last, _ := utf8.DecodeLastRuneInString(word)
	return unicode.IsLetter(last)
}

// call makes the note at its first call and a reference at each further one.
func (p *parser) call(form, label, raw string, line int) doc.Inline {
	n := p.notes[label]
	own := form == p.form || form == "¹" && p.form != "" || (form == "(1)" || form == "[1]") && (p.form == "1)" || p.form == "1.")
	if n == nil || !own {
		if form == "¹" && p.form != "" {
			p.warn(line, "%s calls no note: kept as it stands", raw)
		}
		return nil
	}
	if p.inNote {
		p.warn(line, "the call %s in a note is kept as it stands", raw)
		return nil
	}
	if n.node != nil {
		n.node.ID = "note-" + label
		return &doc.NoteRef{To: n.node.ID}
	}
	p.called++
	n.node = p.note(n.line, n.parts...)
	return n.node
}

// note is a note of paragraphs.
func (p *parser) note(line int, parts ...string) *doc.Note {
	n := &doc.Note{}
	p.inNote = true
	for _, part := range parts {
		n.Content = append(n.Content, &doc.Paragraph{Content: p.inlines(part, line)})
	}
	p.inNote = false
	return n
}
