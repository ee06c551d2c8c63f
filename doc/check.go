package doc

import (
	"context"
	"fmt"
)

// A Fault is something wrong with a document.
type Fault struct {
	Path    string // of the node, "" for the whole document
	Message string
	Err     error // what lies behind: a *LimitError, the error of a file; else nil
	// Warning says that the document can be set nonetheless.
	Warning bool
}

func (f *Fault) Error() string {
	if f.Path == "" {
		return f.Message
	}
	return shortPath(f.Path) + ": " + f.Message
}

// Unwrap returns Err.
func (f *Fault) Unwrap() error { return f.Err }

// shortPath cuts the middle out of a path too long for a message.
func shortPath(path string) string {
	const keep = 100
	if len(path) <= 2*keep {
		return path
	}
	return path[:keep] + "…" + path[len(path)-keep:]
}

// Check returns every fault of d, in document order; nil if there is none.
//
// An error is what an edition cannot be made with, or only with something
// lost: no title or language, a nil node or one that stands twice, text that
// is not UTF-8, a reference to nothing, a table whose cells do not fit, an
// image that is not there. A warning is what can be set but leaves a reader
// without something: an image without alternative text, a table without
// header cells.
//
// If nodes are nil or stand twice, or if the document is larger than the
// default [Limits] allow, Check reports that alone: such a document cannot be
// walked, or not for what it is worth.
func Check(d *Document) []*Fault {
	fs, _ := CheckContext(context.Background(), d, Limits{})
	return fs
}

// CheckContext is [Check] with the caller's limits. When ctx is done it stops,
// with ctx's error.
func CheckContext(ctx context.Context, d *Document, l Limits) ([]*Fault, error) {
	s := &soundness{pulse: pulse{ctx: ctx}, limits: l.whole(), seen: map[any]string{}}
	s.check(d)
	if s.broken || s.over != nil {
		return s.faults, s.over
	}
	c := &checker{pulse: s.pulse, d: d, ids: map[string]string{}}
	c.faults = s.faults
	c.check()
	return c.faults, c.over
}

func (c *checker) check() {
	d := c.d
	c.meta(&d.Meta)
	if !known(d.Notes) {
		c.fault("notes", "%q is no numbering of notes", d.Notes)
	}
	for cur := range Cursors(d) {
		if c.stopped() {
			return
		}
		if id := ID(cur.Node); id != "" {
			c.id(cur, id)
		}
	}
	for cur := range Cursors(d) {
		if c.stopped() {
			return
		}
		c.cur = cur
		c.node(cur.Node)
	}
	c.ranges()
}

// A checker makes one Check.
type checker struct {
	pulse
	d      *Document
	faults []*Fault
	ids    map[string]string // path by ID
	nodes  map[string]Node
	cur    *Cursor
	open   []indexRange
}

func (c *checker) fault(path, format string, args ...any) {
	c.faults = append(c.faults, &Fault{Path: path, Message: fmt.Sprintf(format, args...)})
}

func (c *checker) warn(path, format string, args ...any) {
	c.faults = append(c.faults, &Fault{Path: path, Message: fmt.Sprintf(format, args...), Warning: true})
}

// here reports a fault of the node at the cursor.
func (c *checker) here(format string, args ...any)     { c.fault(c.cur.Path(), format, args...) }
func (c *checker) warnHere(format string, args ...any) { c.warn(c.cur.Path(), format, args...) }

func (c *checker) id(cur *Cursor, id string) {
	if first, ok := c.ids[id]; ok {
		c.fault(cur.Path(), "the id %q is taken by %s", id, first)
		return
	}
	c.ids[id] = cur.Path()
	if c.nodes == nil {
		c.nodes = map[string]Node{}
	}
	c.nodes[id] = cur.Node
	for _, r := range id {
		if r <= ' ' || r == '#' || r == 0x7F {
			c.fault(cur.Path(), "the id %q holds a space or sign that no link can name", id)
			return
		}
	}
}

func (c *checker) node(n Node) {
	switch n := n.(type) {
	case *Section:
		c.section(n)
	case Block:
		c.block(n)
	case Inline:
		c.inline(n)
	}
}

func (c *checker) section(s *Section) {
	if !known(s.Role) {
		c.here("%q is no role of a section", s.Role)
	}
	c.lang(s.Lang)
	c.dir(s.Dir)
	if len(s.Title) == 0 && s.Role == RoleNone && !s.Numbered {
		c.warnHere("a section without title, number or role has no name in the outline")
	}
}

func (c *checker) block(b Block) {
	switch b := b.(type) {
	case *List:
		c.list(b)
	case *DefinitionList:
		for i, it := range b.Items {
			if len(it.Term) == 0 {
				c.fault(fmt.Sprintf("%s.items[%d]", c.cur.Path(), i), "a definition without a term")
			}
		}
	case *Verse:
		c.verse(b)
	case *Table:
		c.table(b)
	case *Figure:
		if len(b.Images) == 0 {
			c.here("a figure without an image")
		}
	case *MathBlock:
		if b.TeX == "" {
			c.here("a formula without TeX")
		}
	case *Aside:
		if !known(b.Role) {
			c.here("%q is no role of an aside", b.Role)
		}
	case *Division:
		c.lang(b.Lang)
		c.dir(b.Dir)
	}
}

// maxIndent is how far a line of verse may stand in, in em, and maxStart how
// high a list may begin: beyond are mistakes, not texts.
const (
	maxIndent = 100
	maxStart  = 1 << 30
)

func (c *checker) verse(b *Verse) {
	for i, st := range b.Stanzas {
		for j, l := range st.Lines {
			if l.Indent < 0 || l.Indent > maxIndent {
				c.fault(fmt.Sprintf("%s.stanzas[%d].lines[%d]", c.cur.Path(), i, j), "an indent of %d em: want 0 to %d", l.Indent, maxIndent)
			}
		}
	}
}

func (c *checker) list(b *List) {
	switch {
	case !known(b.Kind):
		c.here("%q is no kind of list", b.Kind)
	case b.Kind == Bullet && (b.Start != 0 || b.Style != Decimal || b.Delim != Period):
		c.warnHere("a bullet list has no numbers: its start, style and delim mean nothing")
	}
	if b.Start < 0 || b.Start > maxStart {
		c.here("a list cannot begin at %d", b.Start)
	}
	if !known(b.Style) {
		c.here("%q is no style of numbers", b.Style)
	}
	if !known(b.Delim) {
		c.here("%q is nothing to set around numbers", b.Delim)
	}
	for i, it := range b.Items {
		if !known(it.Task) {
			c.fault(fmt.Sprintf("%s.items[%d]", c.cur.Path(), i), "%q is no state of a task", it.Task)
		}
	}
}

func (c *checker) dir(d Direction) {
	if !known(d) {
		c.here("%q is no direction", d)
	}
}
