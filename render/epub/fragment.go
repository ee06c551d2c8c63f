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
	name string // the anchor, or the page's label; of a page, "" leaves it out
	page int    // of a page: its index in the page map
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
	keep := rising(pages)
	for i, r := range pages {
		if !keep[i] {
			b.unlisted(r)
			continue
		}
		id := pageID(r.name)
		for n := 2; b.byID[id] != ""; n++ {
			id = fmt.Sprintf("%s-%d", pageID(r.name), n)
		}
		b.byID[id] = in[i].name
		b.listed = append(b.listed, listedPage{r.name, in[i].name, id})
		r.page = len(b.listed) - 1
	}
	return b.resolvable()
}

// unlisted leaves out the marker of a page that would be out of order: the
// list of pages follows the order of reading (EPUB 3.3, 7.4.3), and a note may
// stand elsewhere than in the print edition.
func (b *book) unlisted(r *ref) {
	if b.Warn != nil {
		b.Warn(render.Warning{Path: b.PageMap.Pages[r.page].Path,
			Message: fmt.Sprintf("page %s of the print edition begins in what stands elsewhere in this one: it is not listed", r.name)})
	}
	r.name = ""
}

// rising finds the longest run of pages that rises.
func rising(pages []*ref) []bool {
	keep := make([]bool, len(pages))
	before := make([]int, len(pages)) // the page kept before each
	var ends []int                    // for each length the run that ends lowest
	for i, p := range pages {
		n, _ := slices.BinarySearchFunc(ends, p.page, func(e, page int) int { return pages[e].page - page })
		if before[i] = -1; n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	if len(ends) > 0 {
		for i := ends[len(ends)-1]; i >= 0; i = before[i] {
			keep[i] = true
		}
	}
	return keep
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
			case r.kind == refPage && r.name != "":
				w.empty("span", "epub:type", "pagebreak", "role", "doc-pagebreak", "id", b.listed[r.page].id, "aria-label", r.name)
			}
		}
		w.out = append(w.out, p.out[at:p.to]...)
	}
	return w.out
}
