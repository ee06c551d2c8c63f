package pdffile

import (
	"maps"
	"slices"
)

// parentTree writes the way back from content to structure (ISO 32000-1,
// 14.7.4.4): for page i, under key i, the elements of its marked content; for
// annotation k, under key len(pages)+k, its element.
func (t *structure) parentTree(f *File, annots []*Elem) ref {
	key := func(o *object, i int) { o.int(i) }
	return t.a.tree("/Nums", len(f.Pages)+len(annots), key, func(o *object, i int) {
		if i >= len(f.Pages) {
			o.raw(" ")
			o.ref(t.elems[annots[i-len(f.Pages)]].ref)
			return
		}
		o.raw("[")
		for k, s := range f.Pages[i].Marked {
			if k > 0 {
				o.raw(" ")
			}
			if s == 0 {
				o.raw("null")
			} else {
				o.ref(t.owner[s])
			}
		}
		o.raw("]")
	})
}

// idTree writes the elements by their identifiers.
func (t *structure) idTree() ref {
	ids := slices.Sorted(maps.Keys(t.ids))
	return t.a.tree("/Names", len(ids), func(o *object, i int) { o.bytes(ids[i]) },
		func(o *object, i int) { o.ref(t.ids[ids[i]].ref) })
}

// roleMap writes how the types used that are not standard are to be read.
func (t *structure) roleMap(o *object) {
	if len(t.roles) == 0 {
		return
	}
	o.raw("/RoleMap<<")
	for _, typ := range slices.Sorted(maps.Keys(t.roles)) {
		o.name(typ)
		o.name(t.roles[typ])
	}
	o.raw(">>")
}

// perLeaf is how many entries a leaf of a name or number tree holds.
const perLeaf = 64

// tree writes a name tree (7.9.6) or a number tree (7.9.7) of n entries in
// ascending order of their keys, as a root with leaves below it.
func (a *assembly) tree(kind string, n int, key, val func(o *object, i int)) ref {
	leaf := func(o *object, from, to int) {
		o.raw(kind)
		o.raw("[")
		for i := from; i < to; i++ {
			if i > from {
				o.raw(" ")
			}
			key(o, i)
			val(o, i)
		}
		o.raw("]>>")
	}
	if n <= perLeaf {
		o := object("<<")
		leaf(&o, 0, n)
		return a.add(o)
	}
	var kids []ref
	for from := 0; from < n; from += perLeaf {
		to := min(from+perLeaf, n)
		k := a.draft()
		k.raw("<</Limits[")
		key(&k, from)
		k.raw(" ")
		key(&k, to-1)
		k.raw("]")
		leaf(&k, from, to)
		kids = append(kids, a.add(k))
	}
	o := object("<</Kids")
	o.refs(kids)
	o.raw(">>")
	return a.add(o)
}
