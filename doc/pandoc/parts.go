package pandoc

import (
	"maps"
	"slices"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/letter"
)

// A part is a paragraph that says by a class what it is of the block that it
// stands in: the title of an aside, the attribution of a quotation, a line of a
// letter; or a division that is a letter's postscript.
type part struct {
	class string
	at    path
}

// taken takes the part of a class that a block is; nil if it is none.
func (p *parser) taken(b doc.Block, class string) doc.Inlines {
	par, ok := b.(*doc.Paragraph)
	if !ok || p.parts[par].class != class {
		return nil
	}
	delete(p.parts, par)
	return par.Content
}

// attributed takes the attribution from the end of blocks.
func (p *parser) attributed(bs doc.Blocks) (doc.Blocks, doc.Inlines) {
	if n := len(bs); n > 0 {
		if ns := p.taken(bs[n-1], "attribution"); ns != nil {
			return bs[:n-1], ns
		}
	}
	return bs, nil
}

// strayParts reports the parts that no block has taken.
func (p *parser) strayParts() {
	first := map[string]path{}
	for _, pt := range p.parts {
		if at, ok := first[pt.class]; !ok || pt.at.String() < at.String() {
			first[pt.class] = pt.at
		}
	}
	for _, class := range slices.Sorted(maps.Keys(first)) {
		p.warnOnce(first[class], "the class %q means nothing here", class)
	}
}

// lone reads a paragraph that is one Span with a meaning of its own: an
// attribution, or a displayed formula with its name, number or text.
func (p *parser) lone(c any, at path) doc.Block {
	l := list(c, 2, at)
	a := attrOf(l[0], at.at(0))
	if i := slices.IndexFunc(a.classes, letter.IsPart); i >= 0 && p.letters > 0 {
		part := a.classes[i]
		a.take(part)
		return p.letterPart(part, a, l[1], at)
	}
	if a.take("attribution") {
		par := &doc.Paragraph{ID: a.id, Content: p.inlines(l[1], at.at(1))}
		p.rest(a, "span", at)
		p.parts[par] = part{"attribution", at}
		return par
	}
	in := list(l[1], -1, at.at(1))
	if len(in) != 1 {
		return nil
	}
	t, m := node(in[0], at.at(1).at(0))
	if t != "Math" {
		return nil
	}
	parts := list(m, 2, at)
	if kind, _ := node(parts[0], at); kind != "DisplayMath" {
		return nil
	}
	numbered, unnumbered := a.take("numbered"), a.take("unnumbered")
	b := &doc.MathBlock{ID: a.id, TeX: strings.TrimSpace(str(parts[1], at)), Alt: a.get("alt"), Numbered: (numbered || a.id != "") && !unnumbered}
	p.rest(a, "formula", at)
	return b
}

// nameOf gives a block the name of a Div that is nothing but one; false if the
// block has one or can have none.
func nameOf(b doc.Block, id string) bool {
	var to *string
	switch b := b.(type) {
	case *doc.Paragraph:
		to = &b.ID
	case *doc.List:
		to = &b.ID
	case *doc.DefinitionList:
		to = &b.ID
	case *doc.Quote:
		to = &b.ID
	case *doc.Verse:
		to = &b.ID
	default:
		return false
	}
	if *to != "" {
		return false
	}
	*to = id
	return true
}
