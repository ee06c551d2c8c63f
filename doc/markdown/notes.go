package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/offprint-go/offprint/doc"
)

// definitions takes the footnotes' texts out of the tree.
func (r *reader) definitions(root ast.Node) {
	var found []*noteNode
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if d, ok := n.(*noteNode); ok && entering {
			found = append(found, d)
		}
		return ast.WalkContinue, nil
	})
	for _, d := range found {
		line := r.lineAt(d.start)
		if first, ok := r.notes[d.label]; ok {
			r.warn(line, "the note %q is given a second time, and left out; the first is on line %d", d.label, first.line)
		} else {
			r.notes[d.label] = &definition{node: d, line: line, label: d.label, owner: r}
		}
		d.Parent().RemoveChild(d.Parent(), d)
	}
}

// marks are the labels that are marks of a note's own.
const marks = "*†‡§‖¶"

// call makes the note at its first call, and a reference at each further one.
func (r *reader) call(n *inlineNode) doc.Inlines {
	d := r.notes[n.text]
	line := r.lineAt(n.start)
	if d == nil {
		r.warn(line, "[^%s] is kept as it stands: there is no note of that name", n.text)
		return doc.Inlines{doc.Text("[^" + n.text + "]")}
	}
	if d.note != nil {
		if d.note.ID == "" {
			d.note.ID = "note-" + n.text
			if strings.Trim(n.text, marks) == "" {
				d.note.ID = "note-mark"
			}
		}
		return doc.Inlines{&doc.NoteRef{To: d.note.ID}}
	}
	d.note = &doc.Note{}
	if strings.Trim(n.text, marks) == "" {
		d.note.Mark = n.text
	}
	lined := d.owner.lined
	d.owner.lined = false
	d.note.Content = d.owner.blocks(d.node)
	d.owner.lined = lined
	if len(d.note.Content) == 0 {
		r.warn(d.line, "the note %q is empty", n.text)
	}
	return doc.Inlines{d.note}
}
