package pandoc

import (
	"slices"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/letter"
)

// isLetter reports whether a Div is a letter.
func isLetter(a attr) bool { return slices.Contains(a.classes, "letter") }

// letter makes a letter of the blocks of its Div. Parts that are out of their
// order stay paragraphs, and are reported as those that nothing takes.
func (p *parser) letter(bs doc.Blocks) *doc.Letter {
	var l letter.Builder
	for _, b := range bs {
		class := p.parts[b].class
		switch b := b.(type) {
		case *doc.Paragraph:
			if l.Part(class, b.Content) {
				delete(p.parts, b)
				continue
			}
		case *doc.Division:
			if class == letter.Postscript {
				delete(p.parts, b)
				l.Postscript(b.Content...)
				continue
			}
		}
		l.Blocks(b)
	}
	return &l.Letter
}

// letterPart reads a paragraph that is one Span of the class of a part.
func (p *parser) letterPart(class string, a attr, content any, at path) *doc.Paragraph {
	ns := p.inlines(content, at.at(1))
	lang, dir := p.locale(&a, at)
	p.rest(a, "span", at)
	if a.id != "" || lang != "" || dir != "" {
		ns = doc.Inlines{&doc.Span{ID: a.id, Lang: lang, Dir: dir, Content: ns}}
	}
	par := &doc.Paragraph{Content: ns}
	p.parts[par] = part{class, at}
	return par
}

// postscript makes a Div within a letter its postscript: a division that says
// nothing but that, around what else it says.
func (p *parser) postscript(a attr, content doc.Blocks, at path) doc.Blocks {
	d := &doc.Division{Content: p.division(a, content, at)}
	p.parts[d] = part{letter.Postscript, at}
	return doc.Blocks{d}
}
