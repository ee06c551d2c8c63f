package pdffile

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// checkDests notes the names of the destinations, so that links and the
// outline can be held against them.
func (fin *finisher) checkDests() error {
	for _, d := range fin.f.Dests {
		switch {
		case d.Name == "":
			return errors.New("a destination has no name")
		case fin.dests[d.Name]:
			return fmt.Errorf("destination %q is named twice", d.Name)
		case d.Page < 0 || d.Page >= len(fin.pages):
			return fmt.Errorf("destination %q: no page %d", d.Name, d.Page+1)
		}
		fin.dests[d.Name] = true
	}
	return nil
}

// destinations writes the name tree of the destinations (ISO 32000-1,
// 12.3.2.3). Keys are in the order of their bytes.
func (fin *finisher) destinations() ref {
	ds := slices.Clone(fin.f.Dests)
	for i := range ds {
		ds[i].Name = destName(ds[i].Name)
	}
	slices.SortFunc(ds, func(a, b Dest) int { return strings.Compare(a.Name, b.Name) })
	return fin.a.tree("/Names", len(ds), func(o *object, i int) { o.bytes(ds[i].Name) }, func(o *object, i int) {
		if fin.profile.pdf2 {
			o.raw("<</D")
		}
		x, y := fin.onPage(ds[i].X, ds[i].Y)
		view := func(r ref) {
			o.raw("[")
			o.ref(r)
			o.raw("/XYZ ")
			o.num(x)
			o.raw(" ")
			o.num(y)
			o.raw(" null]")
		}
		view(fin.pages[ds[i].Page])
		if fin.profile.pdf2 { // a structure destination beside it (ISO 32000-2, 12.3.2.4)
			o.raw("/SD")
			view(fin.structure.target(fin.f, ds[i].Elem))
			o.raw(">>")
		}
	})
}

// destName is a destination's name as the file has it: ASCII, all else
// percent-encoded. It can follow the file's address, and no reader takes its
// bytes for characters of another encoding.
func destName(s string) string {
	plain := func(c byte) bool { return c > ' ' && c < 0x7f && c != '%' }
	i := 0
	for i < len(s) && plain(s[i]) {
		i++
	}
	if i == len(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if c := s[i]; plain(c) {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// outline writes the outline (12.3.3) and returns its root.
func (fin *finisher) outline() (ref, error) {
	root := fin.a.ref()
	first, last, shown, err := fin.outlineItems(fin.f.Outline, root)
	if err != nil {
		return 0, err
	}
	o := object("<</Type/Outlines")
	outlineKids(&o, first, last, shown)
	o.raw(">>")
	fin.a.put(root, o)
	return root, nil
}

// outlineItems writes items and those below them. shown is how many lines they
// take in a reader's pane.
func (fin *finisher) outlineItems(items []*OutlineItem, parent ref) (first, last ref, shown int, err error) {
	if len(items) == 0 {
		return 0, 0, 0, nil
	}
	refs := make([]ref, len(items))
	for i := range refs {
		refs[i] = fin.a.ref()
	}
	for i, it := range items {
		if it == nil || !fin.dests[it.Dest] {
			return 0, 0, 0, fmt.Errorf("outline: item %d leads to no destination", i+1)
		}
		o := object("<</Parent ")
		o.ref(parent)
		if i > 0 {
			o.raw("/Prev ")
			o.ref(refs[i-1])
		}
		if i+1 < len(refs) {
			o.raw("/Next ")
			o.ref(refs[i+1])
		}
		n, err := fin.outlineItem(&o, it, refs[i])
		if err != nil {
			return 0, 0, 0, err
		}
		shown += n
	}
	return refs[0], refs[len(refs)-1], shown, nil
}

// outlineItem writes an item, whose place is in o already, and those below it.
func (fin *finisher) outlineItem(o *object, it *OutlineItem, r ref) (shown int, err error) {
	o.raw("/Title")
	o.text(oneLine(it.Title))
	o.raw("/Dest")
	o.bytes(destName(it.Dest))
	if len(it.Kids) > 0 {
		first, last, below, err := fin.outlineItems(it.Kids, r)
		if err != nil {
			return 0, err
		}
		if it.Open {
			shown = below
		} else {
			below = -below // so many lines if it were opened
		}
		outlineKids(o, first, last, below)
	}
	o.raw(">>")
	fin.a.put(r, *o)
	return shown + 1, nil
}

func outlineKids(o *object, first, last ref, count int) {
	o.raw("/First ")
	o.ref(first)
	o.raw("/Last ")
	o.ref(last)
	o.raw("/Count ")
	o.int(count)
}

// labels writes the page labels (12.4.2).
func (fin *finisher) labels() (ref, error) {
	ls := fin.f.Labels
	for i, l := range ls {
		switch {
		case i == 0 && l.Page != 0, i > 0 && l.Page <= ls[i-1].Page, l.Page >= len(fin.pages):
			return 0, fmt.Errorf("page label %d: page %d: labels start at the first page and ascend", i+1, l.Page+1)
		case l.Style != "" && !strings.Contains("D r R a A", l.Style):
			return 0, fmt.Errorf("page label %d: style %q is not known", i+1, l.Style)
		case l.Start < 0:
			return 0, fmt.Errorf("page label %d: starts at %d", i+1, l.Start)
		}
	}
	return fin.a.tree("/Nums", len(ls), func(o *object, i int) { o.int(ls[i].Page) }, func(o *object, i int) {
		o.raw("<<")
		if ls[i].Style != "" {
			o.raw("/S")
			o.name(ls[i].Style)
		}
		if ls[i].Prefix != "" {
			o.raw("/P")
			o.text(ls[i].Prefix)
		}
		if ls[i].Start > 1 {
			o.raw("/St ")
			o.int(ls[i].Start)
		}
		o.raw(">>")
	}), nil
}
