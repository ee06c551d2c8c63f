package pdf

import (
	"fmt"
	"path"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
)

// accessible reports what makes a tagged file conform in form alone: what a
// reader who hears it would miss, beyond what doc.Check has reported.
func (r *Renderer) accessible(d *doc.Document, x *doc.Index, warn func(render.Warning)) {
	if !r.Profile.file().Tagged() {
		return
	}
	c := &hearing{x: x, warn: warn}
	for n := range doc.All(d) {
		c.node(n)
	}
}

// A hearing goes through a document as one who does not see it.
type hearing struct {
	x    *doc.Index
	warn func(render.Warning)
}

func (c *hearing) tell(n doc.Node, format string, args ...any) {
	c.warn(render.Warning{Path: c.x.Path(n), Message: fmt.Sprintf(format, args...)})
}

func (c *hearing) node(n doc.Node) {
	switch n := n.(type) {
	case *doc.Section:
		c.section(n)
	case *doc.Link:
		if len(n.Content) > 0 && n.Title == "" && !audible(n.Content) {
			c.tell(n, "a link without words: its address is said in their stead")
		}
	case *doc.Image:
		if alt := strings.TrimSpace(n.Alt); alt != "" && (alt == n.Src || alt == path.Base(n.Src)) {
			c.tell(n, "the alternative text of the image is the name of its file")
		}
	case *doc.Table:
		c.heads(n)
	}
}

// section tells of headings that have none above them to stand under (ISO
// 14289-1, 7.4.2); they are tagged one level up.
func (c *hearing) section(s *doc.Section) {
	if len(s.Title) > 0 || c.x.Number(s) != "" {
		return
	}
	for _, sub := range s.Sections {
		if len(sub.Title) > 0 {
			c.tell(sub, "the heading stands in a section that has none: it is tagged as if it stood beside it")
		}
	}
}

// heads tells of cells that head a column or a row and say nothing.
func (c *hearing) heads(t *doc.Table) {
	for _, row := range t.Head {
		for i, cell := range row.Cells {
			if i > 0 && len(cell.Content) == 0 { // the first is the corner
				c.tell(t, "a cell of the table's head is empty")
				return
			}
		}
	}
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
