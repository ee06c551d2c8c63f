package epub

import (
	"slices"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
)

func (w *writer) inlines(ns doc.Inlines) {
	for _, n := range ns {
		w.inline(n)
	}
}

// wrapped are the inlines that are an element around others.
func wrapped(n doc.Inline) (tag, class string) {
	switch n.(type) {
	case doc.Emphasis:
		return "em", ""
	case doc.Strong:
		return "strong", ""
	case doc.SmallCaps:
		return "span", "smallcaps"
	case doc.Underline:
		return "span", "underline"
	case doc.Strike:
		return "s", ""
	case doc.Superscript:
		return "sup", ""
	case doc.Subscript:
		return "sub", ""
	}
	return "", ""
}

func (w *writer) inline(n doc.Inline) {
	if link := w.divided; link != nil && !calls(n) {
		w.divided = nil
		w.linked(link, func() { w.inline(n) })
		w.divided = link
		return
	}
	if tag, class := wrapped(n); tag != "" {
		w.element(tag, []string{"class", class}, func() { w.inlines(doc.Content(n)) })
		return
	}
	switch n := n.(type) {
	case doc.Text:
		w.text(string(n))
	case doc.Code:
		w.element("code", nil, func() { w.asItIs(string(n)) })
	case *doc.Link:
		w.link(n)
	case *doc.CrossRef:
		w.crossRef(n)
	case *doc.Image:
		if !w.plain {
			w.image(n)
		}
	case *doc.Note:
		w.call(w.x.Note(n), true)
	case *doc.NoteRef:
		w.call(w.x.Ref(n), false)
	case *doc.Math:
		w.math(n)
	case *doc.Span:
		w.span(n)
	case *doc.Ruby:
		w.element("ruby", nil, func() {
			w.inlines(n.Base)
			w.element("rt", nil, func() { w.generated(n.Text) })
		})
	case *doc.IndexTerm:
		if id := w.x.Anchor(n); id != "" && !w.plain {
			w.element("span", []string{"id", id}, func() {})
		}
	case *doc.Quoted:
		w.quoted(n)
	case doc.LineBreak:
		w.empty("br")
	default:
		w.fail(n, w.path, render.ErrUnsupported)
	}
}

func (w *writer) link(n *doc.Link) {
	if w.plain {
		w.inlines(n.Content)
		return
	}
	href, to := n.URL, ""
	if id, ok := strings.CutPrefix(n.URL, "#"); ok {
		t, _ := w.x.Lookup(id)
		href, to = "", w.x.Anchor(t)
	}
	attrs := []string{"href", href, "to", to, "title", n.Title}
	if w.inLink == 0 && slices.ContainsFunc(n.Content, calls) {
		w.divided = attrs
		w.inlines(n.Content)
		w.divided = nil
		return
	}
	w.linked(attrs, func() {
		if len(n.Content) == 0 {
			w.generated(n.URL)
		}
		w.inlines(n.Content)
	})
}

// linked writes a link around content, unless it is part of one.
func (w *writer) linked(attrs []string, content func()) {
	if w.inLink > 0 {
		content()
		return
	}
	w.inLink++
	w.element("a", attrs, content)
	w.inLink--
}

// calls reports whether an inline is, or holds, the call of a note. A link is
// divided at one, which is a link of its own.
func calls(n doc.Inline) bool {
	switch n.(type) {
	case *doc.Note, *doc.NoteRef:
		return true
	}
	return slices.ContainsFunc(doc.Content(n), calls)
}

func (w *writer) crossRef(n *doc.CrossRef) {
	t, _ := w.x.Lookup(n.To)
	anchor := w.x.Anchor(t)
	show := func() {
		switch n.Form {
		case doc.RefNumber:
			w.generated(w.x.Number(t))
		case doc.RefTitle:
			w.titleOf(t)
		case doc.RefPage:
			w.pageOf(t, anchor)
		default:
			w.generated(w.x.Label(t))
		}
	}
	if w.plain {
		show()
		return
	}
	w.arrive()
	w.linked([]string{"class", "ref", "to", anchor}, show)
}

// pageOf writes the print edition's page label, else the number or the title.
func (w *writer) pageOf(n doc.Node, anchor string) {
	if w.PageMap != nil && w.PageMap.Anchors[anchor] != "" {
		w.generated(w.PageMap.Anchors[anchor])
	} else if num := w.x.Number(n); num != "" {
		w.generated(num)
	} else {
		w.titleOf(n)
	}
}

// titleOf writes a title or caption without its notes, links and markers.
func (w *writer) titleOf(n doc.Node) {
	plain := w.plain
	w.plain = true
	w.inlines(w.x.Title(n))
	w.plain = plain
}

// call writes the call of a note; at the first, the note is due.
func (w *writer) call(e *doc.NoteEntry, first bool) {
	if w.plain || e == nil {
		return
	}
	if w.src != nil && w.src.offset == 0 {
		w.arrive()
	}
	id := ""
	if first {
		id = e.Anchor + "-call"
		w.pending = append(w.pending, dueNote{e, w.locale, len(w.out)})
	}
	class := "noteref"
	if !e.Auto {
		class = "noteref mark"
	}
	w.element("a", []string{"class", class, "id", id, "to", e.Anchor, "epub:type", "noteref", "role", "doc-noteref"},
		func() { w.generated(e.Label) })
}

func (w *writer) span(n *doc.Span) {
	id := ""
	if !w.plain {
		id = w.x.Anchor(n)
	}
	w.local("span", []string{"id", id}, n.Lang, n.Dir, func() { w.inlines(n.Content) })
}

func (w *writer) quoted(n *doc.Quoted) {
	inner := w.quotes%2 == 1
	if w.quotes == 0 {
		inner = n.Single
	}
	w.arrive()
	open, end := doc.TermsFor(w.lang).QuoteMarks(inner)
	w.quotes++
	w.generated(open)
	w.inlines(n.Content)
	w.generated(end)
	w.quotes--
}

func (w *writer) image(n *doc.Image) {
	pic, err := w.images.add(n.Src, false)
	if err != nil {
		w.fail(n, w.x.Path(n), err)
		return
	}
	if len(pic.removed) > 0 {
		w.warn(n, "image %q: taken out, as it could act or reach out of the file: %s", n.Src, strings.Join(pic.removed, ", "))
	}
	style := ""
	if n.Width > 0 {
		style = "width: " + percent(n.Width)
	}
	attrs := []string{"src", pic.href(), "alt", n.Alt, "style", style}
	if n.Decorative {
		attrs[3] = ""
		attrs = append(attrs, "role", "presentation")
	} else if n.Alt == "" {
		attrs[3] = n.Src
	}
	w.empty("img", attrs...)
}
