package smart

import (
	"cmp"

	"github.com/offprint-go/offprint/doc"
)

// Document curls the marks of a whole document, block for block, each by its
// language.
func (c *Curler) Document(d *doc.Document) {
	m := &d.Meta
	for _, ns := range []doc.Inlines{m.Title, m.Subtitle, m.Disclaimer, m.Citation} {
		c.Inlines(ns)
	}
	for cur := range doc.Cursors(d) {
		if _, ok := cur.Node.(doc.Inline); ok {
			continue // its block was curled
		}
		c.Lang = langAt(d, cur)
		switch n := cur.Node.(type) {
		case *doc.Section:
			c.Inlines(n.Title)
		case *doc.Paragraph:
			c.Inlines(n.Content)
		case *doc.DefinitionList:
			for _, it := range n.Items {
				c.Inlines(it.Term)
			}
		case *doc.Quote:
			c.Inlines(n.Attribution)
		case *doc.Letter:
			for _, ns := range []doc.Inlines{n.Dateline, n.Address, n.Salutation, n.Closing, n.Signature} {
				c.Inlines(ns)
			}
		case *doc.Verse:
			c.verse(n)
		case *doc.Table:
			c.Inlines(n.Caption)
		case *doc.Figure:
			c.Inlines(n.Caption)
		case *doc.Aside:
			c.Inlines(n.Title)
		}
	}
}

// verse curls the marks of a poem line for line: a poet opens a quotation anew
// where it goes on.
func (c *Curler) verse(v *doc.Verse) {
	for _, st := range v.Stanzas {
		for _, l := range st.Lines {
			c.Inlines(l.Content)
		}
	}
	c.Inlines(v.Attribution)
}

// langAt is the language of a block.
func langAt(d *doc.Document, c *doc.Cursor) string {
	lang := d.Meta.Lang
	for _, p := range c.Parents {
		lang = cmp.Or(langOf(p), lang)
	}
	return cmp.Or(langOf(c.Node), lang)
}

// langOf is the language that a node sets for what is in it, "" for none.
func langOf(n doc.Node) string {
	switch n := n.(type) {
	case *doc.Section:
		return n.Lang
	case *doc.Division:
		return n.Lang
	case *doc.Span:
		return n.Lang
	}
	return ""
}
