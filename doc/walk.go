package doc

import (
	"iter"
	"slices"
	"strconv"
)

// A Node is a *Section, a [Block] or an [Inline].
type Node any

// All yields every node of d in reading order, parents before children: the
// metadata's inlines, blocks and notes first, then the opening blocks and the
// sections.
func All(d *Document) iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for c := range Cursors(d) {
			if !yield(c.Node) {
				return
			}
		}
	}
}

// A Cursor is a node together with where it stands.
type Cursor struct {
	Node Node
	// Parents are the node's ancestors, the outermost first. They are valid
	// until the iteration goes on.
	Parents []Node
	steps   []step
}

// A step is one field on the way to a node; index is -1 for a field that is
// not a sequence.
type step struct {
	field string
	index int
}

// Path returns the node's path, as the package comment describes it.
func (c *Cursor) Path() string {
	b := make([]byte, 0, 128) // on the stack: most paths fit
	for _, s := range c.steps {
		if s.field != "" {
			if len(b) > 0 {
				b = append(b, '.')
			}
			b = append(b, s.field...)
		}
		if s.index >= 0 {
			b = append(b, '[')
			b = strconv.AppendInt(b, int64(s.index), 10)
			b = append(b, ']')
		}
	}
	return string(b)
}

// Clone returns a copy that stays valid after the iteration goes on.
func (c *Cursor) Clone() *Cursor {
	return &Cursor{c.Node, slices.Clone(c.Parents), slices.Clone(c.steps)}
}

// Cursors is [All] with each node's ancestors and path. The cursor is reused:
// it is valid until the iteration goes on (see [Cursor.Clone]).
func Cursors(d *Document) iter.Seq[*Cursor] {
	return func(yield func(*Cursor) bool) {
		w := &walker{yield: yield}
		_ = w.meta(&d.Meta) && w.blocks("blocks", d.Blocks) && w.sections(d.Sections)
	}
}

// A walker's methods return false once the consumer has had enough.
type walker struct {
	cur   Cursor
	yield func(*Cursor) bool
}

func (w *walker) in(field string, index int, f func() bool) bool {
	w.cur.steps = append(w.cur.steps, step{field, index})
	ok := f()
	w.cur.steps = w.cur.steps[:len(w.cur.steps)-1]
	return ok
}

func (w *walker) node(n Node, children func() bool) bool {
	w.cur.Node = n
	if !w.yield(&w.cur) {
		return false
	}
	w.cur.Parents = append(w.cur.Parents, n)
	ok := children()
	w.cur.Parents = w.cur.Parents[:len(w.cur.Parents)-1]
	return ok
}

func (w *walker) meta(m *Meta) bool {
	return w.in("meta", -1, func() bool {
		if !w.inlines("title", m.Title) || !w.inlines("subtitle", m.Subtitle) {
			return false
		}
		for i, n := range m.Credits {
			if n != nil && !w.in("credits", i, func() bool { return w.inline(n) }) {
				return false
			}
		}
		for i, c := range m.Contributors {
			if c.Note != nil && !w.in("contributors", i, func() bool {
				return w.in("note", -1, func() bool { return w.inline(c.Note) })
			}) {
				return false
			}
		}
		return w.image("cover", m.Cover) && w.image("logo", m.Logo) && w.blocks("abstract", m.Abstract) &&
			w.inlines("disclaimer", m.Disclaimer) && w.inlines("citation", m.Citation)
	})
}

func (w *walker) image(field string, im *Image) bool {
	return im == nil || w.in(field, -1, func() bool { return w.inline(im) })
}

func (w *walker) sections(ss []*Section) bool {
	for i, s := range ss {
		if s != nil && !w.in("sections", i, func() bool {
			return w.node(s, func() bool {
				return w.inlines("title", s.Title) && w.inlines("shortTitle", s.ShortTitle) &&
					w.blocks("blocks", s.Blocks) && w.sections(s.Sections)
			})
		}) {
			return false
		}
	}
	return true
}

func (w *walker) blocks(field string, bs Blocks) bool {
	for i, b := range bs {
		if b != nil && !w.in(field, i, func() bool { return w.block(b) }) {
			return false
		}
	}
	return true
}

func (w *walker) inlines(field string, ns Inlines) bool {
	for i, n := range ns {
		if n != nil && !w.in(field, i, func() bool { return w.inline(n) }) {
			return false
		}
	}
	return true
}

func (w *walker) block(b Block) bool {
	return w.node(b, func() bool {
		switch b := b.(type) {
		case *Paragraph:
			return w.inlines("content", b.Content)
		case *List:
			return walkAll(w, "items", b.Items, func(it *ListItem) bool { return w.blocks("content", it.Content) })
		case *DefinitionList:
			return walkAll(w, "items", b.Items, w.definition)
		case *Quote:
			return w.blocks("content", b.Content) && w.inlines("attribution", b.Attribution)
		case *Letter:
			return w.inlines("dateline", b.Dateline) && w.inlines("address", b.Address) && w.inlines("salutation", b.Salutation) &&
				w.blocks("content", b.Content) && w.inlines("closing", b.Closing) && w.inlines("signature", b.Signature) &&
				w.blocks("postscript", b.Postscript)
		case *Verse:
			return walkAll(w, "stanzas", b.Stanzas, w.stanza) && w.inlines("attribution", b.Attribution)
		case *Table:
			return w.inlines("caption", b.Caption) && w.rows("head", b.Head) &&
				walkAll(w, "bodies", b.Bodies, func(t *TableBody) bool { return w.rows("head", t.Head) && w.rows("rows", t.Rows) }) &&
				w.rows("foot", b.Foot)
		case *Figure:
			return walkAll(w, "images", b.Images, func(im *Image) bool { return w.inline(im) }) &&
				w.inlines("caption", b.Caption)
		case *Aside:
			return w.inlines("title", b.Title) && w.blocks("content", b.Content)
		case *Division:
			return w.blocks("content", b.Content)
		}
		return true // no children
	})
}

func (w *walker) definition(it *Definition) bool {
	if !w.inlines("term", it.Term) {
		return false
	}
	for i, bs := range it.Definitions {
		if !w.in("definitions", i, func() bool { return w.blocks("", bs) }) {
			return false
		}
	}
	return true
}

func (w *walker) stanza(s *Stanza) bool {
	return walkAll(w, "lines", s.Lines, func(l *VerseLine) bool { return w.inlines("content", l.Content) })
}

func (w *walker) rows(field string, rows []*Row) bool {
	return walkAll(w, field, rows, func(r *Row) bool {
		return walkAll(w, "cells", r.Cells, func(c *Cell) bool { return w.blocks("content", c.Content) })
	})
}

func walkAll[T any](w *walker, field string, ts []*T, f func(*T) bool) bool {
	for i, t := range ts {
		if t != nil && !w.in(field, i, func() bool { return f(t) }) {
			return false
		}
	}
	return true
}

func (w *walker) inline(n Inline) bool {
	return w.node(n, func() bool {
		if note, ok := n.(*Note); ok {
			return w.blocks("content", note.Content)
		}
		field := "content"
		if _, ok := n.(*Ruby); ok {
			field = "base"
		}
		return w.inlines(field, Content(n))
	})
}

// Content returns the inlines inside n: an emphasis's, a link's, a ruby's
// base. It is nil for an inline that holds none, and for a note, which holds
// blocks.
func Content(n Inline) Inlines {
	switch n := n.(type) {
	case Emphasis:
		return Inlines(n)
	case Strong:
		return Inlines(n)
	case SmallCaps:
		return Inlines(n)
	case Underline:
		return Inlines(n)
	case Strike:
		return Inlines(n)
	case Superscript:
		return Inlines(n)
	case Subscript:
		return Inlines(n)
	case *Link:
		return n.Content
	case *Span:
		return n.Content
	case *Ruby:
		return n.Base
	case *Quoted:
		return n.Content
	}
	return nil
}
