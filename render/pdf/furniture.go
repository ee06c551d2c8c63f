package pdf

import (
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
)

// furniture adds running heads and folios to the pages. They carry no tag.
func (e *Edition) furniture() {
	f := e.flow
	places := e.places()
	var now pageMark
	var last *doc.NoteEntry
	for i, p := range e.pages.Pages {
		before := now
		if len(p.Marks) > 0 {
			now = f.marks[p.Marks[0]-1]
		}
		h := now
		h.section = f.chapterOf(h.section)
		notes := f.collectedNotes(p)
		if before.notes && h.notes {
			if last != nil && continues(p) {
				notes = append([]*doc.NoteEntry{last}, notes...)
			}
			h.section, h.title = nil, f.notesTo(notes, places)
		}
		if len(notes) > 0 {
			last = notes[len(notes)-1]
		}
		f.pageFurniture(p, e.labels[i], h)
		if len(p.Marks) > 0 {
			now = f.marks[p.Marks[len(p.Marks)-1]-1]
		}
	}
}

// continues reports whether the first words of a page of notes are of a note that
// began before it: no anchor stands at them, neither of a note nor of a heading.
func continues(p *layout.Page) bool {
	for i := range p.Items[:p.Floats] {
		if it := &p.Items[i]; it.Line != nil {
			return len(p.Anchors) == 0 || p.Anchors[0].Y > it.Y
		}
	}
	return false
}

// chapterOf is the chapter of a section, or the part.
func (f *flow) chapterOf(s *doc.Section) *doc.Section {
	if ch := f.x.Chapter(s); ch != nil {
		return ch
	}
	return s
}

// notesTo is the head of a page of notes: the pages that call them.
func (f *flow) notesTo(notes []*doc.NoteEntry, places map[string]place) string {
	t := f.x.Terms()
	var first, last place
	for _, n := range notes {
		at, ok := places[n.Anchor+"-call"]
		switch {
		case !ok:
		case first.label == "":
			first, last = at, at
		case at.index < first.index:
			first = at
		case at.index > last.index:
			last = at
		}
	}
	switch {
	case first.label == "":
		return t.Notes
	case first == last:
		return t.With(t.NotesToPage, first.label)
	}
	return t.With(t.NotesToPages, first.label+"–"+last.label)
}

func (f *flow) pageFurniture(p *layout.Page, label string, h pageMark) {
	if len(p.Items) == 0 || h.bare {
		return // a blank verso, or a page that shows one thing
	}
	r := f.st.Running
	fr := f.textFrame()
	fr.style.size = scale(fr.style.size, r.Size)
	opener := p.Opener || p.Index == 0
	number := fr.style
	if !f.rtl() {
		number.features |= oldStyle
	}
	left := p.Left
	right := left + f.st.measure().unit()
	verso := f.st.TwoSided && !p.Recto
	if r.FolioAtFoot || opener {
		y := f.st.Page.Height.unit() - f.st.Margins.Bottom.unit()/2
		f.strip(p, doc.Inlines{doc.Text(label)}, number, footArtifact, y, left, right, layout.Center)
		return
	}
	y := f.st.Margins.Top.unit() - scale(f.st.Leading.unit(), 1.5)
	align, other := layout.End, layout.Start
	if verso != f.rtl() {
		align, other = layout.Start, layout.End
	}
	f.strip(p, doc.Inlines{doc.Text(label)}, number, headArtifact, y, left, right, align)
	what := r.Recto
	if verso && !h.notes {
		what = r.Verso
	}
	head := fr.style
	head.features |= smallCaps
	head.track = 50
	words := f.fitWords(f.runningWords(what, h), head, right-left-f.em(fr, 4))
	f.strip(p, words, head, headArtifact, y, left, right, other)
}

// fitWords drops words at the end of a running head that is too long.
func (f *flow) fitWords(words doc.Inlines, ts textStyle, room layout.Unit) doc.Inlines {
	for more := true; more && f.line(words, ts).Width > room; {
		words, more = shorten(words)
	}
	return words
}

func (f *flow) runningWords(what string, h pageMark) doc.Inlines {
	switch what {
	case "title":
		return flat(f.d.Meta.Title)
	case "author":
		var names []string
		for _, c := range f.d.Meta.Contributors {
			if c.Role == "" || c.Role == "aut" {
				names = append(names, c.Name)
			}
		}
		return doc.Inlines{doc.Text(strings.Join(names, ", "))}
	case "section":
		switch s := h.section; {
		case s == nil && h.title != "":
			return doc.Inlines{doc.Text(h.title)}
		case s == nil:
			return flat(f.d.Meta.Title)
		case len(s.ShortTitle) > 0:
			return flat(s.ShortTitle)
		default:
			return flat(s.Title)
		}
	}
	return nil
}

// strip puts a line of furniture on a page.
func (f *flow) strip(p *layout.Page, words doc.Inlines, ts textStyle, kind layout.Tag, y, left, right layout.Unit, align layout.Align) {
	if doc.PlainText(words) == "" {
		return
	}
	l := f.line(words, ts)
	for i := range l.Para.Pieces {
		l.Para.Pieces[i].Tag = kind
	}
	x := left
	switch align {
	case layout.End:
		x = right - l.Width
	case layout.Center:
		x = (left + right - l.Width) / 2
	}
	p.Items = append(p.Items, layout.Placed{X: x, Y: y, Line: l})
}
