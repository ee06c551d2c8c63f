package epub

import (
	"slices"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
)

// Notes says where notes stand. Whatever it is, a reader that can pops them
// up. The notes on the whole work and on its authors are on the title page
// always.
type Notes string

const (
	// NotesAfterSection is the default: footnotes stand at the end of the
	// section, or of that part of a long one, that makes a file; endnotes in a
	// file of their own, behind the text.
	NotesAfterSection Notes = ""
	// NotesAfterChapter puts all notes of a chapter at its end.
	NotesAfterChapter Notes = "chapter"
	// NotesTogether puts all notes in a file of their own, behind the text,
	// under the titles of their chapters.
	NotesTogether Notes = "book"
)

// apart reports whether a note stands in the file of notes.
func (b *book) apart(e *doc.NoteEntry) bool {
	return !e.Credit && (b.Notes == NotesTogether || b.Notes == NotesAfterSection && e.Note.Kind == doc.Endnote)
}

// A noteText is a note as it was written, and where in its strand it is called.
type noteText struct {
	fragment
	at     int
	begins []mark // the pages that begin with the heading over it
}

// A collectedNote is a note that stands apart.
type collectedNote struct {
	chapter *doc.Section
	*noteText
}

// notes writes the notes that are called in the strand. They stand in its
// files, at its end, or in the file of notes.
func (w *writer) notes() {
	var after []*noteText
	for _, due := range w.pending {
		apart, behind := w.apart(due.NoteEntry), !due.Credit && w.Notes == NotesAfterChapter
		text := &noteText{at: due.at}
		if apart && w.opensChapter(due.Chapter) || behind && len(after) == 0 {
			text.begins = w.pagesBefore(due.Note)
		}
		n := &writer{book: w.book, strand: w.strand, locale: w.book.locale(), beside: 1}
		n.note(due, apart || behind)
		text.fragment = n.fragment
		switch {
		case apart:
			w.collected = append(w.collected, collectedNote{due.Chapter, text})
		case behind:
			after = append(after, text)
		default:
			w.strand.notes = append(w.strand.notes, text)
		}
	}
	if len(after) > 0 {
		w.notesAfter(after)
	}
}

// opensChapter reports whether a note of a chapter will stand below a heading
// in the file of notes.
func (b *book) opensChapter(ch *doc.Section) bool {
	n := len(b.collected)
	return n == 0 || b.collected[n-1].chapter != ch
}

// pagesBefore takes out the pages that begin with a note: where a heading
// stands over it, they begin with that.
func (b *book) pagesBefore(n *doc.Note) []mark {
	if len(n.Content) == 0 {
		return nil
	}
	path := b.x.Path(n.Content[0])
	ms, i := b.marks[path], 0
	for i < len(ms) && ms[i].offset == 0 {
		i++
	}
	b.marks[path] = ms[i:]
	return ms[:i]
}

// beginWith marks the pages that begin with the heading over a note.
func (w *writer) beginWith(n *noteText) {
	w.beside++
	for _, m := range n.begins {
		w.pageBreak(m)
	}
	w.beside--
}

// notesHere are the notes at the end of a file.
func (b *book) notesHere(ns []*noteText) []piece {
	if len(ns) == 0 {
		return nil
	}
	w := &writer{book: b}
	w.start("section", b.notesSection()...)
	out := []piece{literal(string(w.out) + "\n")}
	for _, n := range ns {
		out = append(out, piece{&n.fragment, 0, len(n.out)})
	}
	return append(out, literal("</section>\n"))
}

// notesSection are the attributes of a section of notes.
func (b *book) notesSection() []string {
	return []string{"class", "notes", "epub:type", "footnotes", "role", "doc-endnotes", "aria-label", b.x.Terms().Notes}
}

// notesAfter writes the notes of a chapter at its end, under a heading.
func (w *writer) notesAfter(ns []*noteText) {
	depth := 1
	if w.strand.entry != nil {
		depth = w.strand.entry.Depth
	}
	w.cut(nil)
	w.during(w.notesSection(), func() {
		w.beginWith(ns[0])
		w.plainHeading(depth+1, w.x.Terms().Notes)
		for i, n := range ns {
			if i > 0 {
				w.cut(nil)
			}
			w.add(&n.fragment)
		}
	})
}

// notesByChapter writes the file of notes: those of each chapter under its
// title.
func (w *writer) notesByChapter() {
	ns := w.collected
	several := slices.ContainsFunc(ns, func(n collectedNote) bool { return n.chapter != ns[0].chapter })
	w.during([]string{"class", "notes apart", "epub:type", "endnotes", "role", "doc-endnotes", "aria-label", w.x.Terms().Notes}, func() {
		w.beginWith(ns[0].noteText)
		w.plainHeading(1, w.x.Terms().Notes)
		for i, n := range ns {
			if i > 0 {
				w.cut(nil)
				w.beginWith(n.noteText)
			}
			if several && n.chapter != nil && (i == 0 || n.chapter != ns[i-1].chapter) {
				w.plainHeading(2, w.chapterTitle(n.chapter))
			}
			w.add(&n.fragment)
		}
	})
}

// chapterTitle is the title of a chapter with its number.
func (w *writer) chapterTitle(ch *doc.Section) string {
	title := render.PlainText(ch.Title)
	switch l := w.x.Label(ch); {
	case title == "" && l == "":
		return w.x.Terms().RoleNames[ch.Role]
	case title == "":
		return l
	case l == "":
		return title
	default:
		return l + "\u2002" + title
	}
}

// note writes a note: the way back stands first, as its label. Apple Books
// takes an aside out of the text, so that a note in a list of notes is none.
func (w *writer) note(e dueNote, listed bool) {
	t := w.x.Terms()
	back := func() {
		name := t.Before(t.BackToText) + t.Note + " " + e.Label
		w.element("a", []string{"class", "back", "to", e.Anchor + "-call", "role", "doc-backlink", "epub:type", "backlink", "aria-label", name},
			func() { w.generated(e.Label) })
		if e.Auto {
			w.generated("\u2002")
		}
	}
	lang, dir := e.lang, e.dir
	if e.locale == w.locale {
		lang, dir = "", ""
	}
	tag := "aside"
	if listed {
		tag = "div"
	}
	w.local(tag, []string{"id", e.Anchor, "class", "note", "epub:type", "footnote", "role", "doc-footnote"}, lang, dir, func() {
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
