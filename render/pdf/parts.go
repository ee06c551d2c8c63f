package pdf

import (
	"slices"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/internal/layout"
)

// A pageMark is what the pages are told by from the one on which it stands.
type pageMark struct {
	section *doc.Section // whose title the running head shows; nil is title
	title   string
	main    bool // the main text begins, and its pages are numbered from 1
	bare    bool // pages without running heads and folios
	notes   bool // notes that stand apart from the text
}

func (f *flow) pageMark(m pageMark) int32 {
	f.marks = append(f.marks, m)
	return int32(len(f.marks))
}

// parts sets the parts of the publication in the order of a book (Chicago
// Manual of Style, 17th ed., 1.4): half title, title, imprint, dedication and
// epigraph, abstract, contents and lists, then the text as the document has
// it. In a style without a title page all follows the head, and the imprint
// comes last.
func (f *flow) parts(fr *frame) []layout.Block {
	own, before := f.st.Head.OwnPage, 0
	var out []layout.Block
	if own && f.st.Head.HalfTitle {
		out = append(out, f.halfTitle(fr)...)
	}
	out = append(out, f.head(fr)...)
	if own {
		out = append(out, f.imprint(fr)...)
		for len(f.d.Blocks) == 0 && before < len(f.outline) && render.Displayed(f.outline[before].Section.Role) {
			before++
		}
		out = append(out, f.sections(f.outline[:before], fr)...)
	}
	out = append(out, f.abstract(fr)...)
	out = append(out, f.contents(fr)...)
	if f.columns = f.st.Columns > 1; f.columns && !own {
		out = []layout.Block{f.columned(&layout.Break{Across: out})}
	}
	if len(f.d.Blocks) > 0 {
		if f.st.Running.Roman {
			out = append(out, f.columned(&layout.Break{Recto: f.st.TwoSided, Mark: f.pageMark(pageMark{main: true})}))
		}
		out = append(out, f.blocks(f.d.Blocks, fr, true)...)
		out = append(out, f.notesOf(nil, 0, fr)...)
	}
	out = append(out, f.sections(f.outline[before:], fr)...)
	if !own {
		out = append(out, f.imprint(fr)...)
	}
	return out
}

// columned gives a break the columns of the text, where that is what it begins.
func (f *flow) columned(b *layout.Break) *layout.Break {
	if f.columns {
		b.Columns, b.Gutter = f.st.Columns, f.st.Gutter.unit()
	}
	return b
}

// measure is the width of the text that is set now.
func (f *flow) measure() layout.Unit {
	if f.columns {
		return f.st.column().unit()
	}
	return f.st.measure().unit()
}

// bare reports whether a section opens with a page without furniture: one that
// shows a few lines, or the title of a part alone.
func (f *flow) bare(e *doc.OutlineEntry) bool {
	s := e.Section
	return f.st.Head.OwnPage && (render.Displayed(s.Role) || s.Role == doc.RolePart && len(s.Blocks) == 0 && f.st.Chapters.NewPage)
}

// frontMatter are the roles of what comes before the main text.
var frontMatter = []doc.Role{doc.RoleDedication, doc.RoleEpigraph, doc.RoleForeword, doc.RolePreface, doc.RoleAcknowledgments,
	doc.RoleAbstract, doc.RoleSummary, doc.RoleContributors}

// plan makes the outline of this edition: the document's, with a section for
// the notes that are collected behind the text, before the glossary and what
// else closes a book, unless notes are called there too.
func (f *flow) plan() {
	f.outline = f.x.Outline()
	if f.st.Running.Roman && len(f.d.Blocks) == 0 {
		if i := slices.IndexFunc(f.outline, func(e *doc.OutlineEntry) bool { return !slices.Contains(frontMatter, e.Section.Role) }); i >= 0 {
			f.main = f.outline[i]
		}
	}
	at := render.NotesPlace(f.x, func(n *doc.NoteEntry) bool { return f.collected(n) && f.st.Notes.Place != "chapter" })
	if at >= 0 {
		title := f.x.Terms().Notes
		f.notesEntry = &doc.OutlineEntry{Section: &doc.Section{Title: doc.Inlines{doc.Text(title)}}, Title: title, Anchor: "offprint-notes", Depth: 1}
		f.outline = slices.Insert(slices.Clone(f.outline), at, f.notesEntry)
	}
}

// opening is how a section begins: nil where it runs on.
func (f *flow) opening(e *doc.OutlineEntry, mark int32) []layout.Block {
	ch, role := f.st.Chapters, e.Section.Role
	part := role == doc.RolePart
	chapter := f.chapter(e) && (ch.NewPage || ch.Recto)
	if !chapter && e != f.main {
		return nil
	}
	b := f.columned(&layout.Break{Mark: mark, Recto: ch.Recto || f.st.TwoSided && (part || e == f.main || render.Displayed(role))})
	switch {
	case !chapter:
	case render.Displayed(role):
		return []layout.Block{b, &layout.Box{Fill: 1}}
	case part:
		b.Sink = scale(f.st.Leading.unit(), 1.8*ch.Sink)
	default:
		b.Sink = scale(f.st.Leading.unit(), ch.Sink)
	}
	return []layout.Block{b}
}

// chapter reports whether a section opens as chapters do.
func (f *flow) chapter(e *doc.OutlineEntry) bool {
	return f.x.Chapter(e.Section) == e.Section || e.Section.Role == doc.RolePart || e == f.notesEntry
}

// halfTitle sets the leaf before the title page.
func (f *flow) halfTitle(fr *frame) []layout.Block {
	h := &headSetter{flow: f, m: &f.d.Meta, frame: fr, src: &source{}}
	h.out = append(h.out, &layout.Break{Recto: f.st.TwoSided, Sink: scale(f.st.Leading.unit(), 6), Mark: f.pageMark(pageMark{bare: true})})
	in := *fr
	in.style.size = scale(fr.style.size, (1+f.st.Head.TitleSize)/2.3)
	in.leading = scale(in.style.size, 1.25)
	in.style.noHyphens = true
	p := h.line("P", &in, 0, func(t *text, in inline) {
		in.plain = true
		h.inlines(t, h.m.Title, in)
	})
	p.Balance, p.KeepNext, p.Source = true, false, 0
	return h.out
}
