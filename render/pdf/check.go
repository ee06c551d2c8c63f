package pdf

import (
	"errors"
	"fmt"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
)

// accessible reports what makes a tagged file conform in form alone: what a
// reader who hears it would miss, beyond what doc.Check has reported.
func (r *Renderer) accessible(d *doc.Document, x *doc.Index, fs *faces, warn func(render.Warning)) {
	if !r.Profile.file().Tagged() {
		return
	}
	c := &hearing{x: x, faces: fs, warn: warn}
	for n := range doc.All(d) {
		c.node(n)
	}
}

// A hearing goes through a document as one who does not see it.
type hearing struct {
	x     *doc.Index
	faces *faces
	warn  func(render.Warning)
	at    doc.Node // the block or the section around
}

func (c *hearing) tell(n doc.Node, format string, args ...any) {
	c.warn(render.Warning{Path: c.x.Path(n), Message: fmt.Sprintf(format, args...)})
}

func (c *hearing) node(n doc.Node) {
	if b, ok := n.(doc.Block); ok {
		c.at = b
	}
	switch n := n.(type) {
	case *doc.Section:
		c.at = n
		c.section(n)
	case doc.Text:
		c.private(string(n))
	case *doc.Link:
		if len(n.Content) > 0 && n.Title == "" && !audible(n.Content) {
			c.tell(n, "a link without words: its address is said in their stead")
		}
	case *doc.Image:
		c.image(n)
	case *doc.Table:
		c.heads(n)
	}
}

func (c *hearing) image(n *doc.Image) {
	switch alt := strings.TrimSpace(n.Alt); {
	case alt == "" && n.Alt != "" && !n.Decorative:
		c.tell(n, "the alternative text of the image is white space")
	case alt != "" && (alt == n.Src || alt == path.Base(n.Src)):
		c.tell(n, "the alternative text of the image is the name of its file")
	}
}

// section tells of a heading that says nothing, and of headings that have none above them to stand under (ISO
// 14289-1, 7.4.2); they are tagged one level up.
func (c *hearing) section(s *doc.Section) {
	if len(s.Title) > 0 && c.x.Number(s) == "" && !audible(s.Title) {
		c.tell(s, "a heading without words")
	}
	if len(s.Title) > 0 || c.x.Number(s) != "" {
		return
	}
	for _, sub := range s.Sections {
		if len(sub.Title) > 0 {
			c.tell(sub, "the heading stands in a section that has none: it is tagged as if it stood beside it")
		}
	}
}

// private tells of characters that mean something in one face alone: the file
// says of them that nobody knows what they are (ISO 19005-2, 6.2.11.7.3).
func (c *hearing) private(s string) {
	if c.at == nil || ascii(s) {
		return
	}
	for _, r := range s {
		if unicode.Is(unicode.Co, r) && c.faces.have(r) { // one that none has is told when it is set
			c.tell(c.at, "%q (U+%04X) is for private use: it says nothing to a reader", r, r)
			c.at = nil // once is enough
			return
		}
	}
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// heads tells of a table that has heads alone, and of cells that head a column or a row and say nothing.
func (c *hearing) heads(t *doc.Table) {
	if bare(t) {
		c.tell(t, "a table without rows below its head")
	}
	for _, row := range t.Head {
		for i, cell := range row.Cells {
			if i > 0 && len(cell.Content) == 0 { // the first is the corner
				c.tell(t, "a cell of the table's head is empty")
				return
			}
		}
	}
}

// bare reports whether a table has no rows but of its head and foot.
func bare(t *doc.Table) bool {
	for _, b := range t.Bodies {
		if len(b.Head)+len(b.Rows) > 0 {
			return false
		}
	}
	return true
}

// strict are warnings as errors, each of its place.
func strict(ws []render.Warning) error {
	var errs []error
	for _, w := range ws {
		errs = append(errs, &render.NodeError{Path: w.Path, Err: errors.New(w.Message)})
	}
	return errors.Join(errs...)
}

// audible reports whether inlines have words, or images with words for them.
func audible(ns doc.Inlines) bool {
	for _, n := range ns {
		switch n := n.(type) {
		case doc.Text:
			if strings.TrimSpace(string(n)) != "" {
				return true
			}
		case *doc.Image:
			if n.Alt != "" && !n.Decorative {
				return true
			}
		case doc.Code, *doc.Math, *doc.CrossRef, *doc.NoteRef, *doc.Ruby, *doc.Quoted:
			return true
		default:
			if audible(doc.Content(n)) {
				return true
			}
		}
	}
	return false
}
