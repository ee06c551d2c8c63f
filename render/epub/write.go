package epub

import (
	"fmt"
	"slices"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
)

// write writes a strand, with the notes that are called in it.
func (b *book) write(s *strand) {
	w := &writer{book: b, strand: s, locale: b.locale()}
	switch {
	case s.name == coverFile:
		w.cover()
	case s.name == titleFile:
		w.titlePage()
	case s.name == openingFile:
		w.opening()
	case s.name == notesFile:
		w.notesByChapter()
	case s.name == imprintFile:
		w.imprint()
	case s.name == abstractFile:
		w.abstract("h1")
	default:
		w.section(s.entry)
	}
	w.notes()
	s.fragment = w.fragment
}

// opening writes the blocks before the first section.
func (w *writer) opening() {
	w.during([]string{"aria-label", w.strand.title}, func() { w.divisible(w.d.Blocks) })
}

// during writes a section that may be divided; each of its parts has the
// section's attributes, which name it.
func (w *writer) during(attrs []string, content func()) {
	at := len(w.out)
	w.element("section", attrs, func() {
		w.resume = append(w.resume, string(w.out[at:])+"\n")
		w.line()
		content()
		w.resume = w.resume[:len(w.resume)-1]
	})
	w.line()
}

// divisible writes blocks between which a file may end.
func (w *writer) divisible(bs doc.Blocks) {
	for i, b := range bs {
		if i > 0 {
			w.cut(nil)
		}
		w.block(b, false)
		w.line()
	}
}

// cut notes a place at which a file may end.
func (w *writer) cut(next *doc.OutlineEntry) {
	if len(w.out) == w.headed {
		return // a heading stays with what it is over
	}
	w.strand.cuts = append(w.strand.cuts, cut{len(w.out), slices.Clone(w.resume), next})
}

// semantics is a role's epub:type and DPUB-ARIA role; the second is empty
// where the vocabulary has none.
func semantics(r doc.Role) (typ, role string) {
	switch r {
	case doc.RoleNone:
		return "", ""
	case doc.RoleSummary:
		return "", ""
	case doc.RoleContributors:
		return string(r), ""
	case doc.RoleAbstract:
		return "abstract", "doc-abstract"
	}
	return string(r), "doc-" + string(r)
}

func (w *writer) section(e *doc.OutlineEntry) {
	s := e.Section
	typ, role := semantics(s.Role)
	label := ""
	if len(s.Title) == 0 && e.Number == "" {
		label = render.EntryTitle(e)
	}
	if e != w.strand.entry {
		w.cut(e)
	}
	at := len(w.out)
	w.local("section", []string{"id", e.Anchor, "epub:type", typ, "role", role, "aria-label", label}, s.Lang, s.Dir, func() {
		w.resume = append(w.resume, w.resumed(e, string(w.out[at:]), label == ""))
		w.line()
		if label == "" {
			w.heading(e)
		}
		w.divisible(s.Blocks)
		if s.Role != doc.RolePart || e != w.strand.entry { // else its chapters are strands of their own
			for _, c := range e.Children {
				w.section(c)
			}
		}
		if s == w.x.IndexSection() {
			w.index(render.IndexEntries(w.d, w.x), render.PlaceNames(w.PageMap, w.d, w.x), "index")
		}
		w.resume = w.resume[:len(w.resume)-1]
	})
	w.line()
}

// resumed is the tag that goes on with a section in another file: without the
// anchor, and with the title as its name where a heading names the first part.
func (w *writer) resumed(e *doc.OutlineEntry, tag string, named bool) string {
	tag = strings.Replace(tag, ` id="`+e.Anchor+`"`, "", 1)
	if named {
		c := &writer{}
		c.escape(render.EntryTitle(e))
		tag = strings.TrimSuffix(tag, ">") + ` aria-label="` + string(c.out) + `">`
	}
	return tag + "\n"
}

func (w *writer) heading(e *doc.OutlineEntry) {
	s := e.Section
	w.from(render.SectionPath(w.x, s))
	w.arrive() // before the heading, not in it
	w.element(fmt.Sprintf("h%d", min(e.Depth, 6)), nil, func() {
		if e.Number != "" {
			w.element("span", []string{"class", "number"}, func() { w.generated(w.numberOf(e)) })
			if len(s.Title) > 0 {
				w.generated("\u2002")
			}
		}
		w.inlines(s.Title)
		w.flush()
	})
	w.line()
	w.src, w.headed = nil, len(w.out)
}

// plainHeading writes a heading that the edition adds.
func (w *writer) plainHeading(depth int, text string) {
	w.element(fmt.Sprintf("h%d", min(depth, 6)), nil, func() { w.generated(text) })
	w.line()
	w.headed = len(w.out)
}

// numberOf is a section's number as its heading has it: "Chapter 2", "2.1".
func (b *book) numberOf(e *doc.OutlineEntry) string {
	switch e.Section.Role {
	case doc.RolePart, doc.RoleChapter, doc.RoleAppendix:
		if e.Number != "" {
			return b.x.Label(e.Section)
		}
	}
	return e.Number
}

func (w *writer) titlePage() {
	m := &w.d.Meta
	w.from("meta")
	w.element("section", []string{"class", "titlepage", "epub:type", "titlepage", "aria-label", w.x.Terms().TitlePage}, func() {
		w.line()
		w.firstPage()
		if m.Logo != nil {
			w.element("p", []string{"class", "logo"}, func() { w.image(m.Logo) })
		}
		if m.Series != nil {
			w.element("p", []string{"class", "series"}, func() { w.generated(m.Series.String()) })
			w.line()
		}
		w.element("h1", []string{"class", "title"}, func() {
			w.inlines(m.Title)
			for _, n := range m.Credits {
				w.call(w.x.Note(n), true)
			}
		})
		w.line()
		if len(m.Subtitle) > 0 {
			w.element("p", []string{"class", "subtitle", "role", "doc-subtitle"}, func() { w.inlines(m.Subtitle) })
		}
		w.contributors()
		if !m.Date.IsZero() {
			w.element("p", []string{"class", "date"}, func() { w.generated(m.Date.Text(m.Lang)) })
		}
	})
	w.line()
	w.src = nil
	if !w.front {
		w.abstract("h2")
	}
}

// abstracted reports whether there is an abstract, or keywords in its place.
func (b *book) abstracted() bool { return len(b.d.Meta.Abstract)+len(b.d.Meta.Keywords) > 0 }

// firstPage marks the page of the title page; of one that goes on over further
// pages no place in it is known.
func (w *writer) firstPage() {
	n := min(1, len(w.src.marks))
	w.astray = append(w.astray, w.src.marks[n:]...)
	w.src.marks = w.src.marks[:n]
	w.flush()
}

func (w *writer) contributors() {
	for _, c := range w.d.Meta.Contributors {
		w.element("p", []string{"class", "author"}, func() {
			w.generated(c.Byline(w.d.Meta.Lang))
			if c.Note != nil {
				w.call(w.x.Note(c.Note), true)
			}
			if c.Affiliation != "" {
				w.empty("br")
				w.element("span", []string{"class", "affiliation"}, func() { w.generated(c.Affiliation) })
			}
		})
		w.line()
	}
}

// abstract writes the abstract under a heading, and the keywords.
func (w *writer) abstract(heading string) {
	m, t := &w.d.Meta, w.x.Terms()
	if len(m.Abstract) > 0 {
		w.element("section", []string{"class", "abstract", "epub:type", "abstract", "role", "doc-abstract"}, func() {
			w.element(heading, nil, func() { w.generated(t.Abstract) })
			w.blocks(m.Abstract, false)
		})
		w.line()
	}
	if len(m.Keywords) > 0 {
		w.element("p", []string{"class", "keywords"}, func() {
			w.element("em", nil, func() { w.generated(strings.TrimRight(t.Before(t.Keywords), " ")) })
			w.generated(" " + strings.Join(m.Keywords, ", "))
		})
	}
}

func (w *writer) imprint() {
	w.element("section", []string{"class", "imprint", "epub:type", "copyright-page", "aria-label", w.x.Terms().Rights}, func() {
		w.from("meta.imprint")
		for _, ns := range render.Imprint(&w.d.Meta, w.x.Terms()) {
			w.element("p", nil, func() { w.inlines(ns) })
			w.line()
		}
		w.flush()
	})
}
