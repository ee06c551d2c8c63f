package epub

import (
	"fmt"
	"slices"
	"strings"

	"github.com/offprint-go/offprint/render"
)

// A fragment is XHTML with what is not known while it is written.
type fragment struct {
	out  []byte
	refs []ref // in order
}

// A ref is a place in a fragment that has to do with others.
type ref struct {
	at   int
	kind refKind
	name string // the anchor, or the page's label
	page int    // of a page: its index in the page map
	side bool   // of a page: it begins in a note, a figure or a table, which may stand elsewhere in print
	// from and to are, of a page, those whose markers stand here: indices in
	// the list of pages.
	from, to int
}

type refKind uint8

const (
	refAnchor refKind = iota // an element has an id
	refLink                  // the address of an anchor comes here
	refPage                  // the marker of a page comes here
	refMath                  // MathML begins
)

func (f *fragment) refer(kind refKind, name string) {
	f.refs = append(f.refs, ref{at: len(f.out), kind: kind, name: name})
}

// add appends a fragment.
func (f *fragment) add(g *fragment) {
	for _, r := range g.refs {
		r.at += len(f.out)
		f.refs = append(f.refs, r)
	}
	f.out = append(f.out, g.out...)
}

// A piece is what stands in a fragment between two places.
type piece struct {
	*fragment
	from, to int
}

func literal(s string) piece { return piece{&fragment{out: []byte(s)}, 0, len(s)} }

// within are the refs of a piece.
func (p piece) within() []ref {
	order := func(r ref, at int) int { return r.at - at }
	i, _ := slices.BinarySearchFunc(p.refs, p.from, order)
	j, _ := slices.BinarySearchFunc(p.refs, p.to, order)
	if p.to == len(p.out) {
		j = len(p.refs)
	}
	return p.refs[i:j]
}

// place works out what stands in which file: the anchors, and the markers of
// pages.
func (b *book) place() error {
	var pages []*ref
	var in []*file
	for _, f := range b.files {
		for _, p := range f.content {
			refs := p.within()
			for i := range refs {
				switch r := &refs[i]; r.kind {
				case refAnchor:
					b.byID[r.name] = f.name
				case refPage:
					pages, in = append(pages, r), append(in, f)
				case refMath:
					f.math = true
				}
			}
		}
	}
	b.list(pages, in)
	return b.resolvable()
}

// list makes the list of pages. It follows the order of reading (EPUB 3.3,
// 7.4.3). A page whose marker would be out of it, since it begins in what stands
// elsewhere in the print edition (a note, a figure), or has no place, is marked
// where the next one begins: there ends the text that stands before it.
func (b *book) list(pages []*ref, in []*file) {
	keep := rising(pages)
	kept := 0
	for i, r := range pages {
		if keep[i] {
			kept++
		} else {
			b.astray = append(b.astray, mark{page: r.page, label: r.name})
		}
	}
	slices.SortFunc(b.astray, func(x, y mark) int { return x.page - y.page })
	for i, r := range pages {
		r.from, r.to = len(b.listed), len(b.listed)
		if !keep[i] {
			continue
		}
		kept--
		for len(b.astray) > 0 && b.astray[0].page < r.page {
			b.stray(in[i])
		}
		b.enlist(r.name, in[i])
		for kept == 0 && len(b.astray) > 0 {
			b.stray(in[i])
		}
		r.to = len(b.listed)
	}
}

// enlist adds a page to the list, whose marker is in a file.
func (b *book) enlist(label string, in *file) {
	id := pageID(label)
	for n := 2; b.byID[id] != ""; n++ {
		id = fmt.Sprintf("%s-%d", pageID(label), n)
	}
	b.byID[id] = in.name
	b.listed = append(b.listed, listedPage{label, in.name, id})
}

// stray adds the first of the pages that are astray, and tells of it.
func (b *book) stray(in *file) {
	m := b.astray[0]
	b.astray = b.astray[1:]
	b.enlist(m.label, in)
	if b.Warn != nil {
		b.Warn(render.Warning{Path: b.PageMap.Pages[m.page].Path,
			Message: fmt.Sprintf("page %s of the print edition begins in what stands elsewhere in this one: it is marked where the text goes on", m.label)})
	}
}

// pageID makes an id of a page's label.
func pageID(label string) string {
	return "page-" + strings.Map(func(r rune) rune {
		if r <= ' ' || r == '"' || r == '\u00a0' || r == '\u2003' {
			return '-'
		}
		return r
	}, label)
}

// resolvable reports the first link whose anchor nothing has.
func (b *book) resolvable() error {
	for _, f := range b.files {
		for _, p := range f.content {
			for _, r := range p.within() {
				if r.kind == refLink && b.byID[r.name] == "" {
					return fmt.Errorf("%s links to %q, which is not in this edition", f.name, r.name)
				}
			}
		}
	}
	return nil
}

// body is a file's content with its links and markers.
func (b *book) body(f *file) []byte {
	size := 0
	for _, p := range f.content {
		size += p.to - p.from + 120*len(p.within())
	}
	w := &writer{book: b, fragment: fragment{out: make([]byte, 0, size)}}
	for _, p := range f.content {
		at := p.from
		for _, r := range p.within() {
			w.out = append(w.out, p.out[at:r.at]...)
			at = r.at
			switch {
			case r.kind == refLink && b.byID[r.name] != f.name:
				w.escape(b.byID[r.name] + "#" + r.name)
			case r.kind == refLink:
				w.escape("#" + r.name)
			case r.kind == refPage:
				for _, p := range b.listed[r.from:r.to] {
					w.empty("span", "epub:type", "pagebreak", "role", "doc-pagebreak", "id", p.id, "aria-label", p.label)
				}
			}
		}
		w.out = append(w.out, p.out[at:p.to]...)
	}
	return w.out
}
