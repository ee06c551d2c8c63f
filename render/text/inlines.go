package text

import (
	"strings"
	"unicode/utf8"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
)

// inlines returns the text of ns; white space is folded, a line break is a
// newline.
func (s *setter) inlines(ns doc.Inlines) string {
	var b strings.Builder
	s.write(&b, ns)
	return fold(b.String())
}

// capitals is the text of a title in capitals, but for formulas and code in it.
func (s *setter) capitals(ns doc.Inlines) string {
	s.upper = true
	defer func() { s.upper = false }()
	return s.inlines(ns)
}

// fold makes runs of spaces one, and drops those at the ends of lines.
func fold(t string) string {
	t = strings.ReplaceAll(t, "\u00ad", "")
	if !strings.ContainsRune(t, newline) && !strings.Contains(t, "  ") {
		return strings.Trim(t, " ")
	}
	var out []string
	for _, l := range strings.Split(t, string(newline)) {
		out = append(out, strings.Join(strings.FieldsFunc(l, func(r rune) bool { return r == ' ' }), " "))
	}
	return strings.Join(out, string(newline))
}

func (s *setter) write(b *strings.Builder, ns doc.Inlines) {
	for _, n := range ns {
		s.inline(b, n)
	}
}

var spaces = strings.NewReplacer("\n", " ", "\t", " ", "\r", " ")

func (s *setter) inline(b *strings.Builder, n doc.Inline) {
	switch n := n.(type) {
	case doc.Text:
		t := spaces.Replace(string(n))
		if s.upper {
			t = strings.ToUpper(t)
		}
		b.WriteString(t)
	case doc.Emphasis:
		s.marked(b, "_", doc.Inlines(n))
	case doc.Strong:
		s.marked(b, "*", doc.Inlines(n))
	case doc.SmallCaps, doc.Underline, doc.Strike:
		s.write(b, doc.Content(n))
	case doc.Superscript:
		s.script(b, "^", doc.Inlines(n))
	case doc.Subscript:
		s.script(b, "_", doc.Inlines(n))
	case doc.Code:
		b.WriteString(spaces.Replace(string(n)))
	case *doc.Link:
		s.link(b, n)
	case *doc.CrossRef:
		s.crossRef(b, n)
	case *doc.Image:
		if !n.Decorative && n.Alt != "" {
			b.WriteString("[" + n.Alt + "]")
		}
	case *doc.Note:
		s.call(b, s.x.Note(n), true)
	case *doc.NoteRef:
		s.call(b, s.x.Ref(n), false)
	case *doc.Math:
		s.math(b, n)
	case *doc.Span:
		lang := s.lang
		if n.Lang != "" {
			s.lang = n.Lang
		}
		s.write(b, n.Content)
		s.lang = lang
	case *doc.Ruby:
		s.ruby(b, n)
	case *doc.IndexTerm: // named by the index
	case *doc.Quoted:
		s.quoted(b, n)
	case doc.LineBreak:
		b.WriteByte(newline)
	default:
		s.fail(n, render.ErrUnsupported)
	}
}

func (s *setter) marked(b *strings.Builder, mark string, ns doc.Inlines) {
	if s.PlainEmphasis {
		mark = ""
	}
	b.WriteString(mark)
	s.write(b, ns)
	b.WriteString(mark)
}

// script sets what is raised or lowered: figures as the characters that
// Unicode has, else behind a mark.
func (s *setter) script(b *strings.Builder, mark string, ns doc.Inlines) {
	var in strings.Builder
	s.write(&in, ns)
	for _, r := range in.String() {
		if r < '0' || r > '9' {
			if utf8.RuneCountInString(in.String()) > 1 && mark == "^" {
				mark = ""
			}
			b.WriteString(mark + in.String())
			return
		}
	}
	for _, r := range in.String() {
		b.WriteString(map[string][]string{
			"^": {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"},
			"_": {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"}}[mark][r-'0'])
	}
}

func (s *setter) link(b *strings.Builder, n *doc.Link) {
	start := b.Len()
	s.write(b, n.Content)
	shown := b.String()[start:]
	switch {
	case strings.HasPrefix(n.URL, "#"):
	case shown == "":
		b.WriteString(n.URL)
	case shown != n.URL && "mailto:"+shown != n.URL && !s.plain:
		b.WriteString(" <" + n.URL + ">")
	}
}

func (s *setter) crossRef(b *strings.Builder, n *doc.CrossRef) {
	target, _ := s.x.Lookup(n.To)
	switch n.Form {
	case doc.RefNumber:
		b.WriteString(s.x.Number(target))
	case doc.RefTitle:
		s.title(b, target)
	case doc.RefPage:
		if s.PageMap != nil && s.PageMap.Anchors[s.x.Anchor(target)] != "" {
			b.WriteString(s.PageMap.Anchors[s.x.Anchor(target)])
		} else if num := s.x.Number(target); num != "" {
			b.WriteString(num)
		} else {
			s.title(b, target)
		}
	default:
		b.WriteString(s.x.Label(target))
	}
}

// title writes the title or caption of a node without its notes.
func (s *setter) title(b *strings.Builder, n doc.Node) {
	plain := s.plain
	s.plain = true
	s.write(b, s.x.Title(n))
	s.plain = plain
}

// call writes a note's label; at the first call the note is set after the
// section.
func (s *setter) call(b *strings.Builder, e *doc.NoteEntry, first bool) {
	if s.plain || e == nil {
		return
	}
	b.WriteString(joined + e.Label + "]")
	if first {
		s.pending = append(s.pending, e)
	}
}

func (s *setter) ruby(b *strings.Builder, n *doc.Ruby) {
	s.warn(n, "the ruby %q is set in parentheses after its base", n.Text)
	s.write(b, n.Base)
	if r, _ := utf8.DecodeRuneInString(n.Text); r >= 0x2E80 {
		b.WriteString("（" + n.Text + "）")
		return
	}
	b.WriteString("(" + n.Text + ")")
}

func (s *setter) quoted(b *strings.Builder, n *doc.Quoted) {
	inner := s.quotes%2 == 1
	if s.quotes == 0 {
		inner = n.Single
	}
	open, end := doc.TermsFor(s.lang).QuoteMarks(inner)
	s.quotes++
	b.WriteString(open)
	s.write(b, n.Content)
	b.WriteString(end)
	s.quotes--
}
