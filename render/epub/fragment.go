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
	note bool   // of a page: it begins in a note
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
			b.unlisted(r.page, r.name, "in what stands elsewhere in this one")
			r.name = ""
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

// unlisted tells of a page that is left out: one whose marker would be out of
// order, as the list of pages follows the order of reading (EPUB 3.3, 7.4.3) and
// a note may stand elsewhere than in the print edition, or has no place.
func (b *book) unlisted(page int, label, where string) {
	if b.Warn != nil {
		b.Warn(render.Warning{Path: b.PageMap.Pages[page].Path,
			Message: fmt.Sprintf("page %s of the print edition begins %s: it is not listed", label, where)})
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
			case r.kind == refPage && r.name != "":
				w.empty("span", "epub:type", "pagebreak", "role", "doc-pagebreak", "id", b.listed[r.page].id, "aria-label", r.name)
			}
		}
		w.out = append(w.out, p.out[at:p.to]...)
	}
	return w.out
}
