package epub

import (
	"fmt"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
)

// write writes a file's body.
func (b *book) write(f *file) {
	w := &writer{book: b, file: f, locale: b.locale()}
	switch {
	case f.name == coverFile:
		w.cover()
	case f.name == titleFile:
		w.titlePage()
	case f.name == openingFile:
		w.element("section", []string{"aria-label", f.title}, func() {
			w.line()
			w.blocks(b.d.Blocks, false)
		})
	case f.name == imprintFile:
		w.imprint()
	default:
		w.section(f.section)
	}
	w.notes()
	f.body = w.out
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
		label = e.Title
	}
	w.local("section", []string{"id", e.Anchor, "epub:type", typ, "role", role, "aria-label", label}, s.Lang, s.Dir, func() {
		w.line()
		if label == "" {
			w.heading(e)
		}
		w.blocks(s.Blocks, false)
		for _, c := range e.Children {
			w.section(c)
		}
		if s == w.x.IndexSection() {
			w.index(render.IndexEntries(w.d, w.x), "index")
		}
	})
	w.line()
}

func (w *writer) heading(e *doc.OutlineEntry) {
	s := e.Section
	path := w.x.Path(s)
	w.from(path)
	for len(w.src.marks) > 0 && w.src.marks[0].offset == 0 { // before the heading, not in it
		w.pageBreak(w.src.marks[0].label)
		w.src.marks = w.src.marks[1:]
	}
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
	w.src = nil
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

// notes writes the notes that were called in the file.
func (w *writer) notes() {
	if len(w.pending) == 0 {
		return
	}
	t := w.x.Terms()
	w.element("section", []string{"class", "notes", "epub:type", "footnotes", "role", "doc-endnotes", "aria-label", t.Notes}, func() {
		w.line()
		for len(w.pending) > 0 {
			due := w.pending
			w.pending = nil
			for _, e := range due {
				w.note(e)
			}
		}
	})
	w.line()
}

// note writes a note: the way back stands first, as its label.
func (w *writer) note(e dueNote) {
	t := w.x.Terms()
	back := func() {
		name := t.Before(t.BackToText) + t.Note + " " + e.Label
		w.element("a", []string{"class", "back", "href", "#" + e.Anchor + "-call", "role", "doc-backlink", "epub:type", "backlink", "aria-label", name},
			func() { w.generated(e.Label) })
		if e.Auto {
			w.generated("\u2002")
		}
	}
	lang, dir := e.lang, e.dir
	if e.locale == w.locale {
		lang, dir = "", ""
	}
	w.local("aside", []string{"id", e.Anchor, "epub:type", "footnote", "role", "doc-footnote"}, lang, dir, func() {
		rest := e.Note.Content
		if len(rest) > 0 {
			if p, ok := rest[0].(*doc.Paragraph); ok {
				w.sourced(p, func() {
					w.element("p", []string{"id", w.x.Anchor(p)}, func() {
						back()
						w.inlines(p.Content)
						w.flush()
					})
				})
				w.line()
				rest = rest[1:]
				back = nil
			}
		}
		if back != nil {
			w.element("p", nil, back)
		}
		w.blocks(rest, false)
	})
	w.line()
}

func (w *writer) titlePage() {
	m := &w.d.Meta
	w.from("meta")
	w.element("section", []string{"class", "titlepage", "epub:type", "titlepage", "aria-label", w.x.Terms().TitlePage}, func() {
		w.line()
		w.flush()
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
	w.abstract()
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

func (w *writer) abstract() {
	m, t := &w.d.Meta, w.x.Terms()
	if len(m.Abstract) > 0 {
		w.element("section", []string{"class", "abstract", "epub:type", "abstract", "role", "doc-abstract"}, func() {
			w.element("h2", nil, func() { w.generated(t.Abstract) })
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
		for _, ns := range render.Imprint(&w.d.Meta, w.x.Terms()) {
			w.element("p", nil, func() { w.inlines(ns) })
			w.line()
		}
	})
}
