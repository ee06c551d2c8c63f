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
	f.markStyle(&mark.style, e.Label)
	if t.marked == len(t.buf) && t.marked > 0 {
		f.generate(t, "\u2009", mark) // parts two marks in a row
	}
	if first {
		t.event(event{anchor: e.Anchor + "-call"})
	}
	f.tags.in(elem("Reference"), func() {
		l := &link{dest: e.Anchor, contents: f.x.Terms().Note + " " + e.Label}
		f.linked(l, mark, func(in inline) { f.generate(t, e.Label, in) })
	})
	t.marked = len(t.buf)
	switch {
	case !first:
	case e.Note.Kind == doc.Endnote:
		f.endnotes = append(f.endnotes, e)
	default:
		path := f.path
		t.event(event{insert: f.note(e, f.noteFrame())})
		f.path = path
	}
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
	f.tags.in(&pdffile.Elem{Type: "Note", ID: e.Anchor}, func() {
		t := &text{}
		t.event(event{anchor: e.Anchor})
		f.noteLabel(t, e, fr)
		rest := e.Note.Content
		var p *layout.Para
		if len(rest) > 0 {
			if b, ok := rest[0].(*doc.Paragraph); ok {
				f.tags.in(elem("P"), func() {
					t.source = f.source(f.x.Path(b))
					f.anchor(t, b)
					f.inlines(t, b.Content, f.inline(fr))
					p = f.para(t, fr)
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

// noteLabel sets the label at the start of a note: a figure on the line, or
// the mark set close.
func (f *flow) noteLabel(t *text, e *doc.NoteEntry, fr *frame) {
	in := f.inline(fr)
	in.style.features &^= oldStyle
	f.tags.in(elem("Lbl"), func() {
		l := &link{dest: e.Anchor + "-call", contents: f.x.Terms().Before(f.x.Terms().BackToText) + f.x.Terms().Note + " " + e.Label}
		f.linked(l, in, func(in inline) { f.generate(t, e.Label, in) })
		if e.Auto {
			f.generate(t, "\u2002", in)
		}
	})
}

// notesSection sets the endnotes under a heading of their own.
func (f *flow) notesSection(fr *frame) []layout.Block {
	if len(f.endnotes) == 0 {
		return nil
	}
	var out []layout.Block
	f.tags.in(elem("Sect"), func() {
		out = append(out, f.generatedHeading(f.x.Terms().Notes, "offprint-notes", fr))
		in := f.noteFrame()
		for _, e := range f.endnotes {
			out = append(out, f.note(e, in)...)
		}
	})
	return out
}

// generatedHeading is a first-level heading that the edition adds.
func (f *flow) generatedHeading(title, anchor string, fr *frame) *layout.Para {
	return f.heading(&doc.OutlineEntry{Section: &doc.Section{Title: doc.Inlines{doc.Text(title)}}, Title: title, Anchor: anchor, Depth: 1}, fr, false)
}
