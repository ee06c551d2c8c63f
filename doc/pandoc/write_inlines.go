package pandoc

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/offprint-go/offprint/doc"
)

func (p *printer) inlines(ns doc.Inlines) []any {
	out := []any{}
	for _, n := range ns {
		if t, ok := n.(doc.Text); ok {
			out = append(out, p.words(string(t))...)
			continue
		}
		out = append(out, p.inline(n))
	}
	return out
}

// words parts text at its white space, as pandoc does.
func (p *printer) words(s string) []any {
	out := []any{}
	space := func(r rune) bool { return strings.ContainsRune(" \t\r\n\f\v", r) }
	for s != "" {
		if rest := strings.TrimLeftFunc(s, space); rest != s {
			out = append(out, constructor{"Space", nil})
			s = rest
			continue
		}
		n := strings.IndexFunc(s, space)
		if n < 0 {
			n = len(s)
		}
		out = append(out, constructor{"Str", s[:n]})
		s = s[n:]
	}
	return out
}

func (p *printer) inline(n doc.Inline) any {
	switch n := n.(type) {
	case doc.Emphasis:
		return constructor{"Emph", p.inlines(doc.Inlines(n))}
	case doc.Strong:
		return constructor{"Strong", p.inlines(doc.Inlines(n))}
	case doc.SmallCaps:
		return constructor{"SmallCaps", p.inlines(doc.Inlines(n))}
	case doc.Underline:
		return constructor{"Underline", p.inlines(doc.Inlines(n))}
	case doc.Strike:
		return constructor{"Strikeout", p.inlines(doc.Inlines(n))}
	case doc.Superscript:
		return constructor{"Superscript", p.inlines(doc.Inlines(n))}
	case doc.Subscript:
		return constructor{"Subscript", p.inlines(doc.Inlines(n))}
	case doc.Code:
		return constructor{"Code", []any{attrs("", nil), string(n)}}
	case *doc.Link:
		return p.link(n)
	case *doc.CrossRef:
		return p.crossRef(n)
	case *doc.Image:
		return p.image(n)
	case *doc.Note:
		return p.note(n)
	case *doc.NoteRef:
		label := ""
		if e := p.index.Ref(n); e != nil {
			label = e.Label
		}
		content := []any{constructor{"Superscript", p.words(label)}}
		return constructor{"Link", []any{attrs("", []string{"noteref"}), content, []string{"#" + n.To, ""}}}
	case *doc.Math:
		m := constructor{"Math", []any{constructor{"InlineMath", nil}, n.TeX}}
		if n.Alt == "" {
			return m
		}
		return constructor{"Span", []any{attrs("", nil, "alt", n.Alt), []any{m}}}
	case *doc.Span:
		return constructor{"Span", []any{attrs(n.ID, nil, "lang", n.Lang, "dir", string(n.Dir)), p.inlines(n.Content)}}
	case *doc.Ruby:
		return constructor{"Span", []any{attrs("", []string{"ruby"}, "rt", n.Text), p.inlines(n.Base)}}
	case *doc.IndexTerm:
		a := attrs("", []string{"index"}, "entry", strings.Join(n.Entry, "!"), "sortas", strings.Join(n.SortAs, "!"),
			"see", n.See, "seealso", n.SeeAlso, "range", string(n.Range))
		return constructor{"Span", []any{a, []any{}}}
	case *doc.Quoted:
		kind := "DoubleQuote"
		if n.Single {
			kind = "SingleQuote"
		}
		return constructor{"Quoted", []any{constructor{kind, nil}, p.inlines(n.Content)}}
	case doc.LineBreak:
		return constructor{"LineBreak", nil}
	}
	panic(&Error{p.index.Path(n), fmt.Errorf("unknown inline %s", doc.NodeName(n))})
}

// link is a link; one that shows its URL has the class that pandoc gives it.
func (p *printer) link(n *doc.Link) any {
	target := []string{n.URL, n.Title}
	if len(n.Content) == 0 {
		return constructor{"Link", []any{attrs("", []string{"uri"}), []any{constructor{"Str", n.URL}}, target}}
	}
	return constructor{"Link", []any{attrs("", nil), p.inlines(n.Content), target}}
}

// crossRef is a link with the words that the editions show; for a page, which
// only print has, the label.
func (p *printer) crossRef(n *doc.CrossRef) any {
	content := []any{}
	if to, ok := p.index.Lookup(n.To); ok {
		switch n.Form {
		case doc.RefNumber:
			content = p.words(p.index.Number(to))
		case doc.RefTitle:
			content = p.words(doc.PlainText(p.index.Title(to)))
		default:
			content = p.words(p.index.Label(to))
		}
	}
	return constructor{"Link", []any{attrs("", []string{"crossref", string(n.Form)}), content, []string{"#" + n.To, ""}}}
}

func (p *printer) image(n *doc.Image) any {
	width := ""
	if n.Width > 0 {
		width = strconv.FormatFloat(math.Round(n.Width*1e8)/1e6, 'f', -1, 64) + "%"
	}
	a := attrs("", []string{when(n.Decorative, "decorative")}, "width", width)
	return constructor{"Image", []any{a, p.words(n.Alt), []string{n.Src, ""}}}
}

// note is a note, in a Span where it has a name, a kind or a mark.
func (p *printer) note(n *doc.Note) any {
	note := constructor{"Note", p.blocks(n.Content, false)}
	if n.ID == "" && n.Kind == doc.Footnote && n.Mark == "" {
		return note
	}
	return constructor{"Span", []any{attrs(n.ID, []string{"note", string(n.Kind)}, "mark", n.Mark), []any{note}}}
}
