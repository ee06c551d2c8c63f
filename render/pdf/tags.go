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
	// targets are the elements that anchors stand for.
	targets map[string]*pdffile.Elem
}

// Tags of what a reader passes over: its kind of artifact (ISO 32000-1,
// 14.8.2.2).
const (
	plainArtifact layout.Tag = -iota
	headArtifact
	footArtifact
	watermark
)

var artifacts = [...]string{
	-plainArtifact: "/Artifact BMC\n",
	-headArtifact:  "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC\n",
	-footArtifact:  "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC\n",
	-watermark:     "/Artifact <</Type/Pagination/Subtype/Watermark>> BDC\n",
}

func newTagger() *tagger {
	root := &pdffile.Elem{Type: "Document"}
	return &tagger{root: root, open: []*pdffile.Elem{root}, types: []string{""}, targets: map[string]*pdffile.Elem{}}
}

func (t *tagger) top() *pdffile.Elem { return t.open[len(t.open)-1] }

// last is the element that was closed last within the open one; without one it
// is the open one.
func (t *tagger) last() *pdffile.Elem {
	e := t.top()
	for i := len(e.Kids) - 1; i >= 0; i-- {
		if k := e.Kids[i].Elem; k != nil {
			return k
		}
	}
	return e
}

// in opens a new element, calls f, and closes it.
func (t *tagger) in(e *pdffile.Elem, f func()) *pdffile.Elem {
	top := t.top()
	top.Kids = append(top.Kids, pdffile.Kid{Elem: e})
	t.within(e, f)
	return e
}

// within opens an element of the tree once more.
func (t *tagger) within(e *pdffile.Elem, f func()) {
	t.open = append(t.open, e)
	f()
	t.open = t.open[:len(t.open)-1]
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

// A reference is an element that refers to another, by its anchor.
type reference struct {
	elem   *pdffile.Elem
	anchor string
}

// refTo sets what refers to an anchor.
func (f *flow) refTo(anchor string, set func()) {
	e := f.tags.in(elem("Reference"), set)
	f.refs = append(f.refs, reference{e, anchor})
}

// resolve joins references to what they refer to, and notes to their calls, both
// ways (ISO 14289-2, 8.2.5.14).
func (f *flow) resolve() {
	for _, r := range f.refs {
		to := f.tags.targets[r.anchor]
		if to == nil {
			continue
		}
		r.elem.Refs = append(r.elem.Refs, to)
		if to.Type == "Note" {
			to.Refs = append(to.Refs, r.elem)
		}
	}
}
