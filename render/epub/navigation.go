package epub

import (
	"fmt"
	"strconv"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
)

// An entry of the table of contents: a section, or a document without one.
type tocEntry struct {
	title, href string
	children    []tocEntry
}

// contents is the table of contents, the same for the navigation document and
// the NCX: the opening blocks, every section, and the notes that stand apart;
// for a document with neither, the title page.
func (b *book) contents() []tocEntry {
	var out []tocEntry
	for _, s := range b.strands {
		switch {
		case s.name == openingFile, s.name == notesFile, s.name == titleFile && len(b.d.Blocks)+len(b.d.Sections) == 0:
			out = append(out, tocEntry{title: s.title, href: "xhtml/" + s.name})
		case s.entry != nil && s.entry.Depth == 1:
			out = append(out, b.tocOf([]*doc.OutlineEntry{s.entry})...)
		}
	}
	return out
}

func (b *book) tocOf(es []*doc.OutlineEntry) []tocEntry {
	begins := map[*doc.OutlineEntry]bool{}
	for _, f := range b.files {
		begins[f.section] = true
	}
	return b.tocUnder(es, begins)
}

// tocUnder are the entries of some sections; those that begin a file need no
// anchor.
func (b *book) tocUnder(es []*doc.OutlineEntry, begins map[*doc.OutlineEntry]bool) []tocEntry {
	var out []tocEntry
	for _, e := range es {
		title := render.EntryTitle(e)
		if n := b.numberOf(e); n != "" && n != title {
			title = n + " " + title
		}
		href := "xhtml/" + b.byID[e.Anchor]
		if !begins[e] {
			href += "#" + e.Anchor
		}
		out = append(out, tocEntry{title, href, b.tocUnder(e.Children, begins)})
	}
	return out
}

// navigation writes the navigation document (EPUB 3.3, 7).
func (b *book) navigation() []byte {
	t := b.x.Terms()
	w := b.document(t.Contents, "css/"+cssName, "xmlns:epub", "http://www.idpf.org/2007/ops")
	w.start("body")
	w.line()
	w.element("nav", []string{"epub:type", "toc", "role", "doc-toc", "id", "toc", "aria-labelledby", "contents"}, func() {
		w.element("h1", []string{"id", "contents"}, func() { w.escape(t.Contents) })
		w.tocList(b.contents())
	})
	w.line()
	w.element("nav", []string{"epub:type", "landmarks", "hidden", "hidden"}, func() {
		w.element("ol", nil, w.landmarks)
	})
	w.line()
	if len(b.listed) > 0 {
		w.element("nav", []string{"epub:type", "page-list", "role", "doc-pagelist", "aria-label", t.Pages, "hidden", "hidden"}, func() {
			w.element("ol", nil, func() {
				for _, p := range b.listed {
					w.navLink("", "xhtml/"+p.file+"#"+p.id, p.label)
				}
			})
		})
		w.line()
	}
	w.close()
	return w.out
}

func (w *writer) tocList(es []tocEntry) {
	w.element("ol", nil, func() {
		w.line()
		for _, e := range es {
			w.element("li", nil, func() {
				w.element("a", []string{"href", e.href}, func() { w.escape(e.title) })
				if len(e.children) > 0 {
					w.tocList(e.children)
				}
			})
			w.line()
		}
	})
}

func (w *writer) navLink(typ, href, text string) {
	w.element("li", nil, func() {
		w.element("a", []string{"epub:type", typ, "href", href}, func() { w.escape(text) })
	})
	w.line()
}

// landmarks lists the places that readers offer by name: the first file of
// each kind.
func (w *writer) landmarks() {
	if w.Contents { // a landmark must be in the spine
		w.navLink("toc", "nav.xhtml#toc", w.x.Terms().Contents)
	}
	seen := map[string]bool{}
	for _, f := range w.files {
		if seen[f.typ] || f.typ == "frontmatter" || f.typ == "backmatter" {
			continue
		}
		seen[f.typ] = true
		w.navLink(f.typ, "xhtml/"+f.name, f.title)
	}
}

// ncx writes the navigation that EPUB 2 readers use.
func (b *book) ncx() []byte {
	w := &ncxWriter{writer: &writer{book: b}}
	toc := b.contents()
	w.out = append(w.out, `<?xml version="1.0" encoding="UTF-8"?>`+"\n"...)
	w.start("ncx", "xmlns", "http://www.daisy.org/z3986/2005/ncx/", "version", "2005-1", "xml:lang", b.d.Meta.Lang)
	w.line()
	w.element("head", nil, func() {
		top := 0
		for _, p := range b.listed {
			if n, err := strconv.Atoi(p.label); err == nil {
				top = max(top, n)
			}
		}
		for _, m := range [][2]string{{"dtb:uid", b.identifier()}, {"dtb:depth", strconv.Itoa(depth(toc))},
			{"dtb:totalPageCount", strconv.Itoa(len(b.listed))}, {"dtb:maxPageNumber", strconv.Itoa(top)}} {
			w.empty("meta", "name", m[0], "content", m[1])
			w.line()
		}
	})
	w.line()
	w.label("docTitle", b.title())
	w.element("navMap", nil, func() {
		w.line()
		w.points(toc)
	})
	w.line()
	if len(b.listed) > 0 {
		w.pageList()
	}
	w.close()
	return w.out
}

// An ncxWriter counts the places that it names.
type ncxWriter struct {
	*writer
	order int
}

func (w *ncxWriter) label(tag, text string) {
	w.element(tag, nil, func() { w.element("text", nil, func() { w.escape(text) }) })
	w.line()
}

func (w *ncxWriter) points(es []tocEntry) {
	for _, e := range es {
		w.order++
		w.element("navPoint", []string{"id", fmt.Sprintf("n%d", w.order), "playOrder", strconv.Itoa(w.order)}, func() {
			w.label("navLabel", e.title)
			w.empty("content", "src", e.href)
			w.points(e.children)
		})
		w.line()
	}
}

func (w *ncxWriter) pageList() {
	w.element("pageList", nil, func() {
		w.label("navLabel", w.x.Terms().Pages)
		for _, p := range w.listed {
			w.order++
			attrs := []string{"id", fmt.Sprintf("n%d", w.order), "playOrder", strconv.Itoa(w.order), "type", "front", "value", ""}
			if n, err := strconv.Atoi(p.label); err == nil {
				attrs[5], attrs[7] = "normal", strconv.Itoa(n)
			}
			w.element("pageTarget", attrs, func() {
				w.label("navLabel", p.label)
				w.empty("content", "src", "xhtml/"+p.file+"#"+p.id)
			})
			w.line()
		}
	})
	w.line()
}

func depth(es []tocEntry) int {
	d := 0
	for _, e := range es {
		d = max(d, 1+depth(e.children))
	}
	return d
}
