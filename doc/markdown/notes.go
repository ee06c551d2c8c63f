package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/inlines"
)

// definitions takes the footnotes' texts out of the tree.
func (r *reader) definitions(root ast.Node) {
	var found []*noteNode
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if d, ok := n.(*noteNode); ok && entering {
			found = append(found, d)
		}
		if c := n.FirstChild(); c != nil && c.Type() == ast.TypeInline {
			return ast.WalkSkipChildren, nil
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
	if r.inNote {
		return r.innerNote(d, line)
	}
	d.note = &doc.Note{}
	if strings.Trim(n.text, marks) == "" {
		d.note.Mark = n.text
	}
	d.note.Content = d.owner.within(d.node)
	if len(d.note.Content) == 0 {
		r.warn(d.line, "the note %q is empty", n.text)
	}
	return doc.Inlines{d.note}
}

// within reads the blocks of a note.
func (r *reader) within(n ast.Node) doc.Blocks {
	lined, inNote := r.lined, r.inNote
	r.lined, r.inNote = false, true
	out := r.blocks(n)
	r.lined, r.inNote = lined, inNote
	return out
}

// inlineNote is a note that is written where it is called.
func (r *reader) inlineNote(n *inlineNode) doc.Inlines {
	inNote := r.inNote
	r.inNote = true
	text := r.sub(n.text, n.start)
	r.inNote = inNote
	if inNote {
		return r.bracket(text, r.lineAt(n.start))
	}
	return doc.Inlines{&doc.Note{Content: doc.Blocks{&doc.Paragraph{Content: text}}}}
}

// innerNote is a note called within another, which no edition can set: its
// text stands there in brackets. Paragraphs alone can.
func (r *reader) innerNote(d *definition, line int) doc.Inlines {
	if d.inner { // it calls itself, or was called so before
		return doc.Inlines{doc.Text("[^" + d.label + "]")}
	}
	d.inner = true
	var text doc.Inlines
	for _, b := range d.owner.within(d.node) {
		p, ok := b.(*doc.Paragraph)
		if !ok {
			r.fail(line, "the note %q, called within a note, holds a %s: only paragraphs can stand there", d.label, doc.NodeName(b))
			return nil
		}
		if len(text) > 0 {
			text = inlines.Join(text, doc.Text(" "))
		}
		text = inlines.Join(text, p.Content...)
	}
	return r.bracket(text, line)
}

func (r *reader) bracket(text doc.Inlines, line int) doc.Inlines {
	r.warn(line, "a note within a note: its text is set there in brackets")
	return inlines.Join(inlines.Join(doc.Inlines{doc.Text("[")}, text...), doc.Text("]"))
}
