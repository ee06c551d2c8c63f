package pdffile

import (
	"fmt"
	"math"
)

// perNode is how many kids a node of the page tree has. A tree lets a reader
// find a page of a long book without reading them all (ISO 32000-1, 7.7.3).
const perNode = 32

// pageNode writes the node over a range of pages and the nodes below it.
func (fin *finisher) pageNode(from, to int, parent ref) ref {
	node, chunk := fin.a.ref(), 1
	for chunk*perNode < to-from {
		chunk *= perNode
	}
	var kids []ref
	for i := from; i < to; i += chunk {
		if chunk == 1 {
			fin.parents[i] = node
			kids = append(kids, fin.pages[i])
		} else {
			kids = append(kids, fin.pageNode(i, min(i+chunk, to), node))
		}
	}
	o := object("<</Type/Pages")
	if parent > 0 {
		o.raw("/Parent ")
		o.ref(parent)
	}
	o.raw("/Count ")
	o.int(to - from)
	o.raw("/Kids")
	o.refs(kids)
	o.raw(">>")
	fin.a.put(node, o)
	return node
}

// page writes a page; content is its stream's data in the source.
func (fin *finisher) page(i int, content []byte, resources ref) error {
	p := &fin.f.Pages[i]
	if !(p.Width > 0 && p.Height > 0) || math.IsInf(p.Width, 0) || math.IsInf(p.Height, 0) {
		return fmt.Errorf("a page of %v by %v points", p.Width, p.Height)
	}
	// A mark without a slot would be content outside the tree, and nothing
	// later would notice.
	s, n := stream{dict: object("<<"), data: content}, 0
	if p.Content == nil {
		n = countMarks(content)
	} else {
		var err error
		if s, n, err = p.Content.stream(content); err != nil {
			return err
		}
	}
	if n != len(p.Marked) || n > 0 && !fin.profile.tagged {
		return fmt.Errorf("%d marks in the content, %d described", n, len(p.Marked))
	}
	o := object("<</Type/Page/Parent ")
	o.ref(fin.parents[i])
	fin.boxes(&o, p)
	o.raw("/Resources ")
	o.ref(resources)
	o.raw("/Contents ")
	if fin.profile.press != "" {
		o.refs(fin.sheet(p, fin.a.addStream(s)))
	} else {
		o.ref(fin.a.addStream(s))
	}
	if fin.profile.tagged {
		o.raw("/StructParents ")
		o.int(i)
	}
	if len(p.Annots) > 0 && fin.profile.links {
		refs, err := fin.annots(i)
		if err != nil {
			return err
		}
		// Tab goes from link to link in the order of the structure
		// (ISO 14289-1, 7.18.3).
		if fin.profile.tagged {
			o.raw("/Tabs/S")
		}
		o.raw("/Annots")
		o.refs(refs)
	}
	o.raw(">>")
	fin.a.put(fin.pages[i], o)
	return nil
}
