package pdffile

import (
	"fmt"
	"image"
	"testing"
	"time"
)

func el(typ string, kids ...*Elem) *Elem {
	e := &Elem{Type: typ}
	return e.with(kids...)
}

// with adds elements below e.
func (e *Elem) with(kids ...*Elem) *Elem {
	for _, k := range kids {
		e.Kids = append(e.Kids, Kid{Elem: k})
	}
	return e
}

func (e *Elem) attr(owner, key, value string) *Elem {
	e.Attrs = append(e.Attrs, Attr{owner, key, value})
	return e
}

// sample is a document of every kind of element that render/pdf sets.
func sample(t testing.TB) ([]byte, *File) {
	p := newPaper(t)
	doc := el("Document")
	doc.with(frontPage(p)...)
	doc.with(runOn(p)...)
	p.file.Tree = doc
	p.file.Outline = []*OutlineItem{
		{Title: "Première partie", Dest: "h1", Open: true, Kids: []*OutlineItem{{Title: "On (two) things", Dest: "h2"}}},
		{Title: "Shut", Dest: "h2", Kids: []*OutlineItem{{Title: "below", Dest: "h2"}, {Title: "too", Dest: "h2"}}},
		{Title: "The note", Dest: "note-1"}}
	p.file.Labels = []PageLabel{{Page: 0, Style: "r"}, {Page: 1, Style: "D", Prefix: "A-", Start: 5}}
	p.file.Info = Info{Title: "A Sample & its “Tags”", Authors: []string{"Ada Lovelace", "Ōe Kenzaburō"}, Subject: "Every tag <there> is",
		Keywords: []string{"tags", "PDF/UA"}, Lang: "en-GB", Publisher: "The Press", Rights: "© 2024 the authors",
		Identifier: "urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8", Series: "Papers, Vol. 1", Date: "2024-03", Creator: "a test",
		Modified: time.Date(2024, 3, 1, 12, 0, 0, 0, time.FixedZone("", 3600))}
	return p.finish()
}

func frontPage(p *paper) []*Elem {
	p.page()
	p.artifact("<</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC", "Running head")
	p.artifact("BMC", "i")
	p.dest("h1")
	title := p.text(el("Title"), "A Sample")
	h1 := p.text(el("H1"), "The First Part")
	toc := el("TOC", el("TOCI", el("Reference", p.link("On two things 5", "", "h2"))))
	p.dest("h2")
	h2 := p.text(el("H2"), "On two things")
	// A paragraph with a note called in it: the note is read at its call and
	// painted at the foot.
	para := p.text(el("P"), "The \uFB01rst words of a para\u00AD")
	note := el("Note")
	note.ID = "note-1"
	p.dest("call-1")
	para.with(el("Reference", p.link("1", "", "note-1")), note)
	rest := p.slot()
	para.Kids = append(para.Kids, Kid{Slot: rest})
	p.line(rest, 0, "that goes on after the call")
	span := p.text(el("Span"), "c’est la vie")
	span.Lang = "fr"
	para.with(span, p.link("and a link", "https://example.org/café?q=(1)", ""))
	twoLines(p, para)
	fmt.Fprintf(&p.buf, "/Artifact BMC\n40 %v 100 0.4 re f\nEMC\n", p.y-8)
	p.dest("note-1")
	note.with(el("Lbl", p.link("1", "", "call-1")), p.text(el("P"), "The note’s \uFB01rst paragraph."))
	p.page()
	p.line(rest, 0, "and over the page.")
	actualText(p, rest)
	p.text(note, "The note ends there.")
	return []*Elem{title, toc, h1, h2, para, el("Sect", el("P"))}
}

// twoLines is a link that is broken over two lines.
func twoLines(p *paper, para *Elem) {
	e := p.text(el("Link"), "a long")
	page := p.here()
	first := [4]float64{300, p.y - 3, 380, p.y + 9}
	page.Annots = append(page.Annots, Annot{Rects: [][4]float64{first, p.line(e.Kids[0].Slot, 0, "link")},
		URI: "https://example.org/", Contents: "a long link", Elem: e})
	para.with(e)
}

// actualText is a word with its text given by a span.
func actualText(p *paper, s Slot) {
	page := p.here()
	p.y -= 14
	fmt.Fprintf(&p.buf, "/P <</MCID %d>> BDC\n/Span <</ActualText (\xFE\xFF\x00\xAD)>> BDC\nBT /F1 11 Tf 40 %v Td <%s> Tj ET\nEMC\nEMC\n",
		len(page.Marked), p.y, p.faces[0].show("-"))
	page.Marked = append(page.Marked, s)
}

func runOn(p *paper) []*Elem {
	list := el("L", el("LI", p.text(el("Lbl"), "a"), el("LBody", p.text(el("P"), "one"))),
		el("LI", p.text(el("Lbl"), "b"), el("LBody", p.text(el("P"), "two")))).attr("List", "ListNumbering", "/LowerAlpha")
	figure := el("Figure")
	figure.Alt = "A gradient"
	s := p.slot()
	figure.Kids = []Kid{{Slot: s}}
	r := p.image(s, "gradient", "png", gradient())
	figure.attr("Layout", "Placement", "/Block").attr("Layout", "BBox", fmt.Sprintf("[%v %v %v %v]", r[0], r[1], r[2], r[3]))
	s = p.slot()
	second := el("Figure").attr("Layout", "BBox", "[40 300 90 350]")
	second.ActualText, second.Kids = "Three colours", []Kid{{Slot: s}}
	p.image(s, "palette", "png", palette())
	s = p.slot()
	second.Kids = append(second.Kids, Kid{Slot: s})
	p.image(s, "photo", "jpeg", image.NewGray(image.Rect(0, 0, 20, 20)))
	p.tint()
	quote := el("BlockQuote", p.text(el("P"), "A quotation"))
	formula := p.text(el("Formula"), "E = mc2")
	formula.Alt = "E equals m c squared"
	formula.attr("Layout", "BBox", "[40 100 200 120]")
	abbr := p.text(el("Span"), "PDF")
	abbr.Expansion = "Portable Document Format"
	ruby := el("Ruby", p.text(el("RB"), "base"), p.text(el("RP"), "("), p.text(el("RT"), "text"), p.text(el("RP"), ")"))
	return []*Elem{list, el("Div", figure, p.text(el("Caption"), "Figure 1")), second, quote, table(p), code(p), el("P", formula, abbr, ruby),
		el("Aside", p.text(el("P"), "An aside"))}
}

func code(p *paper) *Elem {
	s := p.slot()
	p.line(s, 1, "fmt.Println(42) // fine")
	return el("P", &Elem{Type: "Code", Kids: []Kid{{Slot: s}}})
}

func table(p *paper) *Elem {
	th := func(words string) *Elem { return p.text(el("TH"), words).attr("Table", "Scope", "/Column") }
	head := el("THead", el("TR", th("Year").attr("Table", "ColSpan", "2"), th("Sum")))
	body := el("TBody",
		el("TR", p.text(el("TH"), "2023").attr("Table", "Scope", "/Row"), p.text(el("TD"), "spring"), p.text(el("TD"), "17")),
		el("TR", p.text(el("TH"), "2024").attr("Table", "Scope", "/Row"), el("TD"), p.text(el("TD"), "19")))
	return el("Table", p.text(el("Caption"), "Table 1"), head, body)
}
