package pdffile

import "slices"

// element writes an element and those below it.
func (t *structure) element(n *node, parent ref) {
	o := t.a.draft()
	o.raw("<</S")
	o.name(n.role.written)
	if n.role.pdf2 {
		o.raw("/NS ")
		o.ref(t.space)
	}
	o.raw("/P ")
	o.ref(parent)
	for _, s := range []struct{ key, text string }{
		{"/T", n.Title}, {"/Lang", n.Lang}, {"/Alt", n.Alt}, {"/ActualText", n.ActualText}, {"/E", n.Expansion}} {
		if s.text != "" {
			o.raw(s.key)
			o.text(s.text)
		}
	}
	if n.ID != "" {
		o.raw("/ID")
		o.bytes(n.ID)
	}
	attributes(&o, n.Attrs)
	t.related(&o, n)
	t.kids(&o, n)
	o.raw(">>")
	t.a.put(n.ref, o)
	for _, k := range n.kids {
		if k.node != nil {
			t.element(k.node, n.ref)
		}
	}
}

// related writes what an element refers to (ISO 32000-2, 14.7.2), and the files
// that say the same.
func (t *structure) related(o *object, n *node) {
	if t.pdf2 && len(n.Refs) > 0 {
		var refs []ref
		for _, e := range n.Refs {
			if k := t.kept(e); k != nil {
				refs = append(refs, k.ref)
			}
		}
		o.raw("/Ref")
		o.refs(refs)
	}
	if len(n.Files) > 0 {
		var refs []ref
		for _, at := range n.Files {
			refs = append(refs, t.specs[at])
		}
		o.raw("/AF")
		o.refs(refs)
	}
}

// kids writes Pg, the page of the element's own first content, and K. Content
// on that page is a bare identifier, content on others a reference with the
// page (14.7.4.2).
func (t *structure) kids(o *object, n *node) {
	count, own := len(t.joined[n.Elem]), int32(-1)
	for _, k := range n.kids {
		count++
		if k.node == nil {
			ms := t.marks[k.slot]
			count += len(ms) - 1
			if own < 0 {
				own = ms[0].page
			}
		}
	}
	if own >= 0 {
		o.raw("/Pg ")
		o.ref(t.pages[own])
	}
	if count == 0 {
		return
	}
	o.raw("/K[")
	for i, k := range n.kids {
		if i > 0 {
			o.raw(" ")
		}
		if k.node != nil {
			o.ref(k.node.ref)
		} else {
			t.content(o, t.marks[k.slot], own)
		}
	}
	for _, j := range t.joined[n.Elem] {
		o.raw("<</Type/OBJR/Pg ")
		o.ref(t.pages[j.page])
		o.raw("/Obj ")
		o.ref(j.annot)
		o.raw(">>")
	}
	o.raw("]")
}

func (t *structure) content(o *object, ms []mark, own int32) {
	for i, m := range ms {
		if i > 0 {
			o.raw(" ")
		}
		if m.page == own {
			o.int(int(m.mcid))
			continue
		}
		o.raw("<</Type/MCR/Pg ")
		o.ref(t.pages[m.page])
		o.raw("/MCID ")
		o.int(int(m.mcid))
		o.raw(">>")
	}
}

// attributes writes an element's attributes, a dictionary for each owner
// (14.7.5).
func attributes(o *object, attrs []Attr) {
	if len(attrs) == 0 {
		return
	}
	var owners []string
	for _, a := range attrs {
		if !slices.Contains(owners, a.Owner) {
			owners = append(owners, a.Owner)
		}
	}
	o.raw("/A[")
	for _, owner := range owners {
		o.raw("<</O")
		o.name(owner)
		for _, a := range attrs {
			if a.Owner == owner {
				o.name(a.Key)
				o.raw(" ")
				o.raw(a.Value)
			}
		}
		o.raw(">>")
	}
	o.raw("]")
}
