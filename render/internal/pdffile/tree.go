package pdffile

import (
	"errors"
	"fmt"
)

// A structure is the structure tree in the making (ISO 32000-1, 14.7). It is
// made in two passes: plan joins content and annotations to elements and drops
// elements that hold nothing; write numbers and writes what is left, parents
// before children.
type structure struct {
	a      *assembly
	pages  []ref
	marks  [][]mark // by slot: the content that fills it, in order of pages
	joined map[*Elem][]joint
	seen   map[*Elem]bool
	count  int              // of elements that are kept
	placed []bool           // by slot: an element has it
	owner  []ref            // by slot: the element that has it
	elems  map[*Elem]*node  // those that annotations are joined to
	ids    map[string]*node // of elements
	roles  map[string]string
	known  map[string]*role // by type
	pdf2   bool
	space  ref             // the namespace of PDF 2.0
	nodes  map[*Elem]*node // of PDF 2.0: all that are kept
	above  map[*Elem]*Elem // of PDF 2.0: the element around
	specs  map[*Attachment]ref
}

// A mark is marked content: its page and its identifier there.
type mark struct{ page, mcid int32 }

// A joint is an annotation that an element has, and its page.
type joint struct {
	page  int
	annot ref
}

// A node is an element that is kept.
type node struct {
	*Elem
	role *role
	ref  ref
	kids []nodeKid
}

type nodeKid struct {
	node *node
	slot Slot
}

func newStructure(a *assembly, f *File, pages []ref) (*structure, error) {
	t := &structure{a: a, pages: pages, joined: map[*Elem][]joint{}, seen: map[*Elem]bool{},
		elems: map[*Elem]*node{}, ids: map[string]*node{}, roles: map[string]string{}, known: map[string]*role{},
		nodes: map[*Elem]*node{}, above: map[*Elem]*Elem{}}
	slots := Slot(0)
	for i := range f.Pages {
		for id, s := range f.Pages[i].Marked {
			if s < 0 {
				return nil, fmt.Errorf("page %d: marked content %d: slot %d", i+1, id, s)
			}
			slots = max(slots, s)
		}
	}
	t.marks = make([][]mark, slots+1)
	t.placed = make([]bool, slots+1)
	t.owner = make([]ref, slots+1)
	for i := range f.Pages {
		for id, s := range f.Pages[i].Marked {
			t.marks[s] = append(t.marks[s], mark{int32(i), int32(id)})
		}
	}
	return t, nil
}

// join notes that an element has an annotation.
func (t *structure) join(e *Elem, page int, annot ref) {
	t.joined[e] = append(t.joined[e], joint{page, annot})
}

// write writes the tree under its root and returns the root.
func (t *structure) write(f *File, annots []*Elem, specs map[*Attachment]ref) (ref, error) {
	t.specs = specs
	top, err := t.whole(f)
	if err != nil {
		return 0, err
	}
	if err := t.complete(f); err != nil {
		return 0, err
	}
	root := t.a.ref()
	t.a.expect(t.count)
	t.number(top)
	if t.pdf2 {
		t.space = t.a.add(object("<</Type/Namespace/NS(http://iso.org/pdf2/ssn)>>"))
	}
	t.element(top, root)
	parents := t.parentTree(f, annots)
	o := object("<</Type/StructTreeRoot/K[")
	o.ref(top.ref)
	o.raw("]/ParentTree ")
	o.ref(parents)
	o.raw("/ParentTreeNextKey ")
	o.int(len(f.Pages) + len(annots))
	t.roleMap(&o)
	if t.pdf2 {
		o.raw("/Namespaces[")
		o.ref(t.space)
		o.raw("]")
	}
	if len(t.ids) > 0 {
		o.raw("/IDTree ")
		o.ref(t.idTree())
	}
	o.raw(">>")
	t.a.put(root, o)
	return root, nil
}

// whole plans the tree.
func (t *structure) whole(f *File) (*node, error) {
	if f.Tree == nil {
		return nil, errors.New("no structure tree")
	}
	top, err := t.plan(f.Tree)
	if err != nil || top != nil {
		return top, err
	}
	// A document without any content is still a document.
	r, _ := t.role(f.Tree.Type)
	top = &node{Elem: f.Tree, role: r}
	t.nodes[f.Tree] = top
	return top, t.identify(top)
}

// kept is the node of an element, or of the nearest one around it that is kept.
func (t *structure) kept(e *Elem) *node {
	for ; e != nil; e = t.above[e] {
		if n := t.nodes[e]; n != nil {
			return n
		}
	}
	return nil
}

// target is the element that a destination leads to.
func (t *structure) target(f *File, e *Elem) ref {
	if n := t.kept(e); n != nil {
		return n.ref
	}
	return t.kept(f.Tree).ref
}

// role is the role of a type.
func (t *structure) role(typ string) (*role, bool) {
	if r := t.known[typ]; r != nil {
		return r, true
	}
	r, ok := roleOf(typ, t.pdf2)
	if ok {
		t.known[typ] = &r
	}
	return &r, ok
}

// plan returns the node of an element, or nil if it holds nothing. An empty
// element is dropped: most types need content, and one that has none says
// nothing to a reader.
func (t *structure) plan(e *Elem) (*node, error) {
	r, ok := t.role(e.Type)
	if !ok {
		return nil, fmt.Errorf("structure type %q is not known", e.Type)
	}
	if t.seen[e] {
		return nil, fmt.Errorf("structure element %s stands in the tree twice", e.Type)
	}
	t.seen[e] = true
	n := &node{Elem: e, role: r}
	for _, k := range e.Kids {
		kid, err := t.kid(e, k)
		if err != nil {
			return nil, err
		}
		if kid != (nodeKid{}) {
			n.kids = append(n.kids, kid)
		}
	}
	joined := len(t.joined[e]) > 0
	if len(n.kids) == 0 && !joined && e.Alt == "" && e.ActualText == "" && !bare(r.standard) {
		return nil, nil
	}
	t.count++
	if r.standard != r.written {
		t.roles[r.written] = r.standard
	}
	if joined {
		if r.standard != "Link" {
			return nil, fmt.Errorf("a link annotation is joined to a %s: only a Link has one", e.Type)
		}
		t.elems[e] = n
	}
	if t.pdf2 {
		t.nodes[e] = n
	}
	return n, t.identify(n)
}

// kid plans a child; the zero value is one that holds nothing.
func (t *structure) kid(e *Elem, k Kid) (nodeKid, error) {
	if k.Elem != nil {
		if t.pdf2 {
			t.above[k.Elem] = e
		}
		n, err := t.plan(k.Elem)
		return nodeKid{node: n}, err
	}
	if k.Slot < 1 {
		return nodeKid{}, fmt.Errorf("structure element %s: slot %d", e.Type, k.Slot)
	}
	if int(k.Slot) >= len(t.marks) || len(t.marks[k.Slot]) == 0 {
		return nodeKid{}, nil
	}
	if t.placed[k.Slot] {
		return nodeKid{}, fmt.Errorf("structure element %s: slot %d stands in the tree twice", e.Type, k.Slot)
	}
	t.placed[k.Slot] = true
	return nodeKid{slot: k.Slot}, nil
}

// identify notes an element's identifier. A Note must have one (ISO 14289-1,
// 7.9): one without gets one from its place in the tree.
func (t *structure) identify(n *node) error {
	if n.ID == "" {
		if n.role.standard != "Note" {
			return nil
		}
		e := *n.Elem
		e.ID = fmt.Sprintf("pdffile:note:%d", len(t.ids)+1)
		n.Elem = &e
	}
	if t.ids[n.ID] != nil {
		return fmt.Errorf("structure element %s: identifier %q is not unique", n.Type, n.ID)
	}
	t.ids[n.ID] = n
	return nil
}

// complete checks that no content and no annotation is left outside the tree.
func (t *structure) complete(f *File) error {
	for i := range f.Pages {
		for id, s := range f.Pages[i].Marked {
			if s > 0 && !t.placed[s] {
				return fmt.Errorf("page %d: marked content %d: slot %d is not in the structure tree", i+1, id, s)
			}
		}
		for _, an := range f.Pages[i].Annots {
			if t.elems[an.Elem] == nil {
				return fmt.Errorf("page %d: link %q: its element is not in the structure tree", i+1, an.URI+an.Dest)
			}
		}
	}
	return nil
}

// number gives the elements their numbers, in reading order: neighbours in the
// tree are neighbours in the file.
func (t *structure) number(n *node) {
	n.ref = t.a.ref()
	for _, k := range n.kids {
		if k.node != nil {
			t.number(k.node)
		} else {
			t.owner[k.slot] = n.ref
		}
	}
}
