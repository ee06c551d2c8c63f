package pdf

import (
	"strings"

	"github.com/offprint-go/offprint/doc"
)

// leadsTo reports whether a block must not be parted from the one behind it: a
// paragraph from the display that it goes on to (TeX forbids the break before
// one), and one that ends in a colon from what it announces.
func (f *flow) leadsTo(b, next doc.Block, fr *frame) bool {
	p, ok := b.(*doc.Paragraph)
	if !ok {
		return false
	}
	switch next := next.(type) {
	case *doc.MathBlock:
		return true
	case *doc.Table, *doc.Figure:
		if f.floating(next, fr) {
			return false
		}
	case *doc.List, *doc.DefinitionList, *doc.Quote, *doc.Letter, *doc.Verse, *doc.CodeBlock:
	default:
		return false
	}
	words := strings.TrimSpace(doc.PlainText(p.Content))
	return strings.HasSuffix(words, ":") || strings.HasSuffix(words, "：")
}
