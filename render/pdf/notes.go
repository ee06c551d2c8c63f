package pdf

import (
	"unicode"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/font"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/pdffile"
)

// noteCall sets a note's mark and, at its first call, the note: a footnote at
// the foot of the page that the mark comes to stand on.
func (f *flow) noteCall(t *text, e *doc.NoteEntry, in inline, first bool) {
	if e == nil {
		return // Check has refused it
	}
	t.event(event{noBreak: true})
	mark := in
	mark.link = 0 // a mark leads to its note, in a link too
	f.markStyle(&mark.style, e.Label)
	if t.marked == len(t.buf) && t.marked > 0 {
		f.generate(t, "\u2009", mark) // parts two marks in a row
	}
	f.refTo(e.Anchor, func() {
		if first {
			f.target(t, e.Anchor+"-call")
		}
		l := &link{dest: e.Anchor, contents: f.x.Terms().Note + " " + e.Label}
		f.linked(l, mark, func(in inline) {
			t.isolated(within(in.rtl), func() { f.generate(t, e.Label, in) })
		})
	})
	t.marked = len(t.buf)
	switch {
	case !first:
	case f.collected(e):
		f.endnotes = append(f.endnotes, e)
	default:
		path, columns := f.path, f.columns
		f.columns = columns && !f.st.Notes.Across
		t.event(event{insert: f.note(e, f.noteFrameIn(in))})
		f.path, f.columns = path, columns
	}
}

// noteFrameIn is the frame of a note whose mark stands in some text: the note
// is in its language and direction.
func (f *flow) noteFrameIn(in inline) *frame {
	fr := f.noteFrame()
	fr.style.lang = in.style.lang
	fr.turn(in.rtl)
	return fr
}

// markStyle makes figures superior; the asterisk and its like are superior
// already, or stand on the line as they are.
func (f *flow) markStyle(s *textStyle, label string) {
	s.cut = unslanted(s.cut)
	s.features &^= smallCaps | oldStyle
	s.track, s.noHyphens, s.underline, s.strike = 0, true, false, false
	for _, r := range label {
		if !unicode.IsDigit(r) && !unicode.IsLetter(r) {
			return
		}
	}
	if f.set.faces[s.cut][0].Supports(font.Superiors) {
		s.features |= font.Superiors
		return
	}
	s.rise += scale(s.size, 0.33)
	s.size = scale(s.size, 0.62)
}

func unslanted(c cut) cut {
	switch c {
	case italic:
		return roman
	case boldItalic:
		return bold
	}
	return c
}

// note sets the text of a note: its label on the line, then its blocks.
func (f *flow) note(e *doc.NoteEntry, fr *frame) []layout.Block {
	var out []layout.Block
	f.tags.in(f.noteElem(e), func() {
		t := &text{}
		f.target(t, e.Anchor)
		f.noteLabel(t, e, fr)
		rest := e.Note.Content
		var p *layout.Para
		if len(rest) > 0 {
			if b, ok := rest[0].(*doc.Paragraph); ok {
				f.tags.in(elem("P"), func() {
					t.source = f.source(f.x.Path(b))
					f.anchor(t, b)
					f.inlines(t, b.Content, f.inline(fr))
					p = f.later(t, fr)
				})
				rest = rest[1:]
			}
		}
		if p == nil {
			p = f.para(t, fr)
			p.KeepNext = true
		}
		p.Indent = fr.indent
		out = append(out, p)
		out = append(out, f.blocks(rest, fr, false)...)
	})
	return out
}

// noteElem is the element of a note.
func (f *flow) noteElem(e *doc.NoteEntry) *pdffile.Elem {
	n := &pdffile.Elem{Type: "Note", ID: e.Anchor}
	if f.profile == UA2 {
		typ := "/Footnote"
		if f.collected(e) {
			typ = "/Endnote"
		}
		n.Attrs = []pdffile.Attr{{Owner: "FENote", Key: "NoteType", Value: typ}}
	}
	return n
}

// noteLabel sets the label at the start of a note: a figure on the line, or
// the mark set close.
func (f *flow) noteLabel(t *text, e *doc.NoteEntry, fr *frame) {
	in := f.inline(fr)
	in.style.features &^= oldStyle
	f.tags.in(elem("Lbl"), func() {
		l := &link{dest: e.Anchor + "-call", contents: f.x.Terms().Before(f.x.Terms().BackToText) + f.x.Terms().Note + " " + e.Label}
		f.linked(l, in, func(in inline) {
			t.isolated(within(in.rtl), func() { f.generate(t, e.Label, in) })
		})
		if e.Auto {
			f.generate(t, "\u2002", in)
		}
	})
}

// collected reports whether a note is set apart from the text: an endnote, or
// any where the style collects them, but for those on the whole work.
func (f *flow) collected(e *doc.NoteEntry) bool {
	return !e.Credit && (e.Note.Kind == doc.Endnote || f.st.Notes.Place == "chapter" || f.st.Notes.Place == "book")
}

// notesOf sets the notes called in a chapter, a part or the opening blocks, at
// its end, if the style collects them there; depth is that of the section.
func (f *flow) notesOf(s *doc.Section, depth int, fr *frame) []layout.Block {
	if f.st.Notes.Place != "chapter" || len(f.endnotes) == 0 {
		return nil
	}
	title := f.x.Terms().Notes
	e := &doc.OutlineEntry{Section: &doc.Section{Title: doc.Inlines{doc.Text(title)}}, Title: title, Depth: depth + 1, Anchor: "offprint-notes"}
	if s != nil {
		e.Anchor = f.x.Anchor(s) + "-notes"
	}
	var out []layout.Block
	f.tags.in(elem("Sect"), func() {
		h := f.heading(e, fr, false)
		h.Mark = f.pageMark(pageMark{section: s, notes: true})
		out = append(out, h)
		out = append(out, f.due()...)
	})
	return out
}

// due sets the notes that are called and not yet set.
func (f *flow) due() []layout.Block {
	var out []layout.Block
	fr := f.noteFrame()
	for len(f.endnotes) > 0 {
		e := f.endnotes[0]
		f.endnotes = f.endnotes[1:]
		f.apart[e.Anchor] = e
		out = append(out, f.note(e, fr)...)
	}
	return out
}

// notesByChapter sets the notes that are collected behind the text, those of
// each chapter under its title.
func (f *flow) notesByChapter(fr *frame) []layout.Block {
	m := f.pageMark(pageMark{notes: true, title: f.x.Terms().Notes})
	all := f.endnotes
	f.endnotes = nil
	var out []layout.Block
	for i := 0; i < len(all); {
		j, ch := i, all[i].Chapter
		for j < len(all) && all[j].Chapter == ch {
			j++
		}
		f.tags.in(elem("Sect"), func() {
			if ch != nil && j-i < len(all) {
				out = append(out, f.notesHead(ch, fr))
			}
			f.endnotes = all[i:j:j]
			out = append(out, f.due()...)
		})
		i = j
	}
	for _, b := range out {
		if p, ok := b.(*layout.Para); ok {
			p.Mark = m
			break
		}
	}
	return out
}

// notesHead is the heading over the notes of a chapter: its number and title.
func (f *flow) notesHead(ch *doc.Section, fr *frame) *layout.Para {
	words := flat(ch.Title)
	if l := f.x.Label(ch); l != "" && len(words) > 0 {
		words = append(doc.Inlines{doc.Text(l + "\u2002")}, words...)
	} else if len(words) == 0 {
		words = doc.Inlines{doc.Text(l)}
	}
	title := plainText(words)
	if title == "" {
		title = f.x.Terms().RoleNames[ch.Role]
		words = doc.Inlines{doc.Text(title)}
	}
	e := &doc.OutlineEntry{Section: &doc.Section{Title: words}, Title: title, Depth: 2, Anchor: "offprint-notes-" + f.x.Anchor(ch)}
	return f.heading(e, fr, false)
}

// generatedHeading is a first-level heading that the edition adds.
func (f *flow) generatedHeading(title, anchor string, fr *frame) *layout.Para {
	return f.heading(&doc.OutlineEntry{Section: &doc.Section{Title: doc.Inlines{doc.Text(title)}}, Title: title, Anchor: anchor, Depth: 1}, fr, false)
}
