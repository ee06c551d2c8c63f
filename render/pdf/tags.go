package pdf

import (
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/pdffile"
)

// A tagger builds the structure tree while flow walks the document in reading
// order. The element that is open takes what is made next.
type tagger struct {
	root  *pdffile.Elem
	open  []*pdffile.Elem
	types []string // by slot: the type of the element it is in; 0 is no slot
}

func newTagger() *tagger {
	root := &pdffile.Elem{Type: "Document"}
	return &tagger{root: root, open: []*pdffile.Elem{root}, types: []string{""}}
}

func (t *tagger) top() *pdffile.Elem { return t.open[len(t.open)-1] }

// in opens a new element, calls f, and closes it.
func (t *tagger) in(e *pdffile.Elem, f func()) *pdffile.Elem {
	top := t.top()
	top.Kids = append(top.Kids, pdffile.Kid{Elem: e})
	t.open = append(t.open, e)
	f()
	t.open = t.open[:len(t.open)-1]
	return e
}

// slot returns the slot for content of the open element: the one that its
// last content got, unless another element stands between.
func (t *tagger) slot() layout.Tag {
	e := t.top()
	if n := len(e.Kids); n > 0 && e.Kids[n-1].Elem == nil {
		return layout.Tag(e.Kids[n-1].Slot)
	}
	s := pdffile.Slot(len(t.types))
	t.types = append(t.types, e.Type)
	e.Kids = append(e.Kids, pdffile.Kid{Slot: s})
	return layout.Tag(s)
}

// elem is a structure element of a type.
func elem(typ string) *pdffile.Elem { return &pdffile.Elem{Type: typ} }
