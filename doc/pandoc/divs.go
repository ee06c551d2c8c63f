package pandoc

import (
	"slices"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/inlines"
	"github.com/offprint-go/offprint/doc/internal/letter"
)

var asides = map[string]doc.AsideRole{
	"note": doc.AsideNote, "tip": doc.AsideTip, "important": doc.AsideImportant, "caution": doc.AsideCaution,
	"warning": doc.AsideWarning, "example": doc.AsideExample, "sidebar": doc.AsideSidebar, "aside": doc.AsideSidebar,
	"pullquote": doc.AsidePullQuote, "pull-quote": doc.AsidePullQuote,
}

// div is a Div inside another block, or one at the top that is no section.
func (p *parser) div(l []any, at path) doc.Blocks {
	a := attrOf(l[0], at.at(0))
	if isLetter(a) {
		p.letters++
		defer func() { p.letters-- }()
	}
	content := p.blocks(l[1], at.at(1))
	return p.divOf(a, content, at)
}

func (p *parser) divOf(a attr, content doc.Blocks, at path) doc.Blocks {
	ignored(&a)
	for _, c := range slices.Clone(a.classes) {
		if role, ok := asides[c]; ok {
			a.take(c)
			return doc.Blocks{p.aside(role, a, content, at)}
		}
		if c == "line-block" || c == "verse" || c == "poem" || c == "poetry" {
			a.take(c)
			lines, from := p.attributed(content)
			if v := verseOf(lines); v != nil {
				v.ID, v.Attribution = a.id, from
				p.rest(a, "verse", at)
				return doc.Blocks{v}
			}
		}
	}
	if a.take("letter") {
		l := p.letter(content)
		l.ID, a.id = a.id, ""
		content = doc.Blocks{l}
	} else if p.letters > 0 && a.take(letter.Postscript) {
		return p.postscript(a, content, at)
	}
	return p.division(a, content, at)
}

// division is a Div that is no block of another kind: one that groups blocks, if
// it says anything of them.
func (p *parser) division(a attr, content doc.Blocks, at path) doc.Blocks {
	title, division := a.take("title"), a.take("division")
	if len(content) == 1 {
		if _, ok := content[0].(*doc.Quote); ok {
			a.take("quote")
		}
	}
	lang, dir := p.locale(&a, at)
	p.rest(a, "div", at)
	if par := only(content); title && par != nil {
		p.parts[par] = part{"title", at}
	} else if title {
		p.warnOnce(at, "the class %q means nothing here", "title")
	}
	if !division && a.id == "" && lang == "" && dir == "" {
		return content
	}
	if len(content) == 0 {
		return nil
	}
	if len(content) == 1 && !division && lang == "" && dir == "" && nameOf(content[0], a.id) {
		return content
	}
	return doc.Blocks{&doc.Division{ID: a.id, Lang: lang, Dir: dir, Content: content}}
}

// ignored drops what says nothing of the text: name spaces, HTML's own words.
func ignored(a *attr) {
	a.take("section")
	a.take("body")
	a.keys = slices.DeleteFunc(a.keys, func(kv [2]string) bool {
		return strings.HasPrefix(kv[0], "xmlns") || kv[0] == "role" || kv[0] == "epub:type" || kv[0] == "type"
	})
}

func (p *parser) aside(role doc.AsideRole, a attr, content doc.Blocks, at path) *doc.Aside {
	p.rest(a, "div", at)
	b := &doc.Aside{ID: a.id, Role: role, Content: content}
	// Pandoc's readers put the title of an admonition in a Div of its own: its
	// role's name, mostly, which each edition has in its language.
	if len(content) > 1 {
		if par, ok := content[0].(*doc.Paragraph); ok {
			title := p.taken(par, "title")
			if title != nil || strings.EqualFold(doc.PlainText(par.Content), string(role)) {
				b.Content = content[1:]
			}
			if !strings.EqualFold(doc.PlainText(title), string(role)) {
				b.Title = title
			}
		}
	}
	return b
}

// only is the paragraph that is all of some blocks, without a name; else nil.
func only(bs doc.Blocks) *doc.Paragraph {
	if len(bs) == 1 {
		if par, ok := bs[0].(*doc.Paragraph); ok && par.ID == "" {
			return par
		}
	}
	return nil
}

// verseOf makes verse of paragraphs whose lines are parted by line breaks; nil
// if there is anything else.
func verseOf(bs doc.Blocks) *doc.Verse {
	v := &doc.Verse{}
	for _, b := range bs {
		switch b := b.(type) {
		case *doc.Verse:
			v.Stanzas = append(v.Stanzas, b.Stanzas...)
		case *doc.Paragraph:
			st := &doc.Stanza{}
			line := doc.Inlines{}
			for _, n := range append(slices.Clone(b.Content), doc.LineBreak{}) {
				if _, ok := n.(doc.LineBreak); !ok {
					line = append(line, n)
					continue
				}
				if !inlines.Blank(line) {
					st.Lines = append(st.Lines, verseLine(line))
				}
				line = doc.Inlines{}
			}
			v.Stanzas = append(v.Stanzas, st)
		default:
			return nil
		}
	}
	if len(v.Stanzas) == 0 {
		return nil
	}
	return v
}
