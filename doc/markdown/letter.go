package markdown

import (
	"slices"

	"github.com/yuin/goldmark/ast"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/letter"
)

// letter reads a division of the class letter. A paragraph of its own that is
// one span of the class of a part ([Sir,]{.salutation}) is that part, or a line
// of it; what follows the closing or the signature, or stands in a division of
// the class postscript, is the postscript.
func (r *reader) letter(n *divNode) *doc.Letter {
	defer r.leave()
	if !r.enter(n) {
		return &doc.Letter{}
	}
	var b letter.Builder
	first := n.FirstChild() // of the blocks that are not taken yet
	before := func(next ast.Node) { b.Blocks(r.between(first, next)...) }
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if d, ok := c.(*divNode); ok && slices.Contains(d.attributes().classes, letter.Postscript) {
			before(c)
			b.Postscript(r.postscript(d)...)
			first = c.NextSibling()
		} else if span, part := partOf(c); span != nil {
			before(c)
			a, line := attrsOf(span.attrs), r.lineAt(span.start)
			a.take(part)
			ns := r.spanned("part of a letter", r.sub(span.text, span.start), a, line)
			if !b.Part(part, ns) {
				r.warn(line, "the %s stands too late in its letter, and is set as a paragraph", part)
				b.Blocks(&doc.Paragraph{Content: ns})
			}
			first = c.NextSibling()
		}
	}
	before(nil)
	return &b.Letter
}

// partOf is the span that is a part of a letter, and which; nil for another
// block.
func partOf(n ast.Node) (*inlineNode, string) {
	span, ok := n.FirstChild().(*inlineNode)
	if !ok || n.Kind() != ast.KindParagraph || n.ChildCount() > 1 || span.kind != kindSpan {
		return nil, ""
	}
	for _, c := range attrsOf(span.attrs).classes {
		if letter.IsPart(c) {
			return span, c
		}
	}
	return nil, ""
}

// postscript reads a division that is a letter's postscript.
func (r *reader) postscript(n *divNode) doc.Blocks {
	a, line := r.open(n), r.lineAt(n.start)
	a.take(letter.Postscript)
	return r.division(a, r.blocks(n), line)
}
