package pdf

import (
	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/internal/font"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/pdffile"
)

const (
	oldStyle  = font.OldStyle
	smallCaps = font.SmallCaps
	tabular   = font.Tabular
)

// An inline is how inlines are set where they stand.
type inline struct {
	style  textStyle
	link   int32
	quotes int  // of quotations around
	rtl    bool // the paragraph around
	plain  bool // without notes and anchors: the title in contents or a reference
	rubied bool // under a ruby
	limit  layout.Unit
}

func (f *flow) inline(fr *frame) inline {
	return inline{style: fr.style, quotes: fr.quotes, limit: f.widest(fr), rtl: fr.rtl}
}

func (in inline) run(tag layout.Tag) textRun {
	return textRun{style: in.style, link: in.link, tag: tag}
}

func (in inline) with(f func(*textStyle)) inline {
	f(&in.style)
	return in
}

// inlines appends ns to t.
func (f *flow) inlines(t *text, ns doc.Inlines, in inline) {
	for _, n := range ns {
		f.inline1(t, n, in)
	}
}

func (f *flow) inline1(t *text, n doc.Inline, in inline) {
	switch n := n.(type) {
	case doc.Text:
		f.add(t, string(n), in)
	case doc.Emphasis:
		f.phrase(t, elem("Em"), doc.Inlines(n), in, (*textStyle).emphasize)
	case doc.Strong:
		f.tags.in(elem("Strong"), func() { f.strong(t, doc.Inlines(n), in) })
	case doc.SmallCaps:
		f.inlines(t, doc.Inlines(n), in.with(func(s *textStyle) { s.features |= smallCaps; s.track = 30 }))
	case doc.Underline:
		f.phrase(t, lined("/Underline"), doc.Inlines(n), in, func(s *textStyle) { s.underline = true })
	case doc.Strike:
		f.phrase(t, lined("/LineThrough"), doc.Inlines(n), in, func(s *textStyle) { s.strike = true })
	case doc.Superscript:
		f.shift(t, doc.Inlines(n), in, 0.35)
	case doc.Subscript:
		f.shift(t, doc.Inlines(n), in, -0.14)
	case doc.Code:
		f.tags.in(elem("Code"), func() {
			t.isolated(isolateLTR, func() {
				f.inlineCode(t, string(n), in.with(func(s *textStyle) { s.monospace(f.st.CodeSize) }))
			})
		})
	case *doc.Link:
		f.link(t, n, in)
	case *doc.CrossRef:
		f.crossRef(t, n, in)
	case *doc.Image:
		f.inlineImage(t, n, in)
	case *doc.Note:
		if !in.plain {
			f.noteCall(t, f.x.Note(n), in, true)
		}
	case *doc.NoteRef:
		if !in.plain {
			f.noteCall(t, f.x.Ref(n), in, false)
		}
	case *doc.Math:
		f.math(t, n, in)
	case *doc.Span:
		f.span(t, n, in)
	case *doc.Ruby:
		f.ruby(t, n, in)
	case *doc.IndexTerm:
		if !in.plain {
			f.tags.targets[f.x.Anchor(n)] = f.tags.top()
			t.event(event{anchor: f.x.Anchor(n), behind: true})
		}
	case *doc.Quoted:
		f.quoted(t, n, in)
	case doc.LineBreak:
		t.object(in.run(0), event{newline: true})
	default:
		f.fail(n, f.path, render.ErrUnsupported)
	}
}

// add appends words of the source.
func (f *flow) add(t *text, s string, in inline) {
	if s != "" {
		t.add(s, in.run(f.tags.slot()), in.plain)
	}
}

// generate appends words that the source does not hold.
func (f *flow) generate(t *text, s string, in inline) {
	if s != "" {
		t.add(s, in.run(f.tags.slot()), true)
	}
}

// linked sets what content makes as a link, unless it is part of one.
func (f *flow) linked(l *link, in inline, content func(in inline)) {
	if in.link > 0 {
		content(in)
		return
	}
	f.links = append(f.links, l)
	in.link = int32(len(f.links))
	l.elem = f.tags.in(elem("Link"), func() { content(in) })
}

func (f *flow) link(t *text, n *doc.Link, in inline) {
	l := &link{contents: n.Title}
	if len(n.URL) > 1 && n.URL[0] == '#' {
		target, _ := f.x.Lookup(n.URL[1:])
		l.dest = f.x.Anchor(target)
	} else {
		l.uri = n.URL
	}
	if l.contents == "" {
		l.contents = plainText(n.Content)
	}
	if l.contents == "" {
		l.contents = n.URL
	}
	if in.plain || l.dest == "" && l.uri == "" {
		f.inlines(t, n.Content, in)
		return
	}
	f.linked(l, in, func(in inline) {
		in.style.color = f.accent
		if len(n.Content) == 0 {
			in.style.noHyphens = true
			t.isolated(isolateLTR, func() { f.generate(t, n.URL, in) })
		}
		f.inlines(t, n.Content, in)
	})
}

func (f *flow) crossRef(t *text, n *doc.CrossRef, in inline) {
	target, _ := f.x.Lookup(n.To)
	anchor := f.x.Anchor(target)
	show := func(in inline) {
		switch n.Form {
		case doc.RefNumber:
			f.generate(t, f.x.Number(target), in)
		case doc.RefTitle:
			in.plain = true
			f.inlines(t, f.x.Title(target), in)
		case doc.RefPage:
			f.pageRef(t, anchor, in)
		default:
			f.generate(t, f.x.Label(target), in)
		}
	}
	if in.plain {
		show(in)
		return
	}
	contents := f.x.Label(target)
	if contents == "" {
		contents = plainText(f.x.Title(target))
	}
	f.linked(&link{dest: anchor, contents: contents}, in, func(in inline) {
		in.style.color = f.accent
		from := len(t.buf)
		show(in)
		t.stands(from)
	})
}

// pageRef sets the label of the page of an anchor as the last pass found it.
// From a pass on it only keeps the room of that label, and what is printed is
// found when the pages are painted: labels that move their own pages to and fro
// come to rest.
func (f *flow) pageRef(t *text, anchor string, in inline) {
	f.asked = true
	label := f.pages[anchor].label
	if !f.settle {
		f.generate(t, label, in)
		return
	}
	ink := &pageInk{anchor: anchor, style: f.set.intern(in.style)}
	ink.width = f.measureText(ink.style, label)
	t.object(in.run(f.tags.slot()), event{ink: ink, width: ink.width})
}

func (f *flow) span(t *text, n *doc.Span, in inline) {
	if n.ID != "" && !in.plain {
		f.anchor(t, n)
	}
	if kind, ok := spanIsolate(n, in.rtl); ok {
		in.rtl = kind == isolateRTL
		t.isolated(kind, func() { f.spanText(t, n, in) })
		return
	}
	f.spanText(t, n, in)
}

func (f *flow) spanText(t *text, n *doc.Span, in inline) {
	if n.Lang == "" {
		f.inlines(t, n.Content, in)
		return
	}
	in.style.lang = n.Lang
	f.tags.in(&pdffile.Elem{Type: "Span", Lang: n.Lang}, func() { f.inlines(t, n.Content, in) })
}

// quoted sets the marks of the language, turn by turn.
func (f *flow) quoted(t *text, n *doc.Quoted, in inline) {
	inner := in.quotes%2 == 1
	if in.quotes == 0 {
		inner = n.Single
	}
	in.quotes++
	open, end := doc.TermsFor(in.style.lang).QuoteMarks(inner)
	f.tags.in(elem("Quote"), func() {
		f.generate(t, open, in)
		f.inlines(t, n.Content, in)
		f.generate(t, end, in)
	})
}
