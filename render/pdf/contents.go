package pdf

import (
	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// contentsAnchor is the anchor of the contents.
const contentsAnchor = "offprint-contents"

// contents sets the table of contents to the style's depth, then the lists of
// figures and tables.
func (f *flow) contents(fr *frame) []layout.Block {
	st, t := f.st.Contents, f.x.Terms()
	var out []layout.Block
	if f.countEntries(f.outline, st.Depth) >= max(st.Least, 1) {
		out = f.listed(t.Contents, contentsAnchor, fr, func() []layout.Block { return f.entries(f.outline, fr) })
	}
	for _, l := range []struct {
		want          bool
		title, anchor string
		is            func(doc.Node) bool
	}{
		{st.Figures, t.Figures, "offprint-figures", func(n doc.Node) bool { _, ok := n.(*doc.Figure); return ok }},
		{st.Tables, t.Tables, "offprint-tables", func(n doc.Node) bool { _, ok := n.(*doc.Table); return ok }},
	} {
		if lines := f.numbered(l.is); l.want && len(lines) > 0 {
			out = append(out, f.listed(l.title, l.anchor, fr, func() []layout.Block {
				var out []layout.Block
				for _, l := range lines {
					out = append(out, f.entryLine(l, fr))
				}
				return out
			})...)
		}
	}
	return out
}

// listed sets a list under its heading: on pages of its own, or in the run of
// the text.
func (f *flow) listed(title, anchor string, fr *frame, lines func() []layout.Block) []layout.Block {
	var out []layout.Block
	own := f.st.Contents.OwnPage
	if own {
		out = append(out, &layout.Break{Recto: f.st.Chapters.Recto || f.st.TwoSided && anchor == contentsAnchor, Sink: scale(f.st.Leading.unit(), f.st.Chapters.Sink), Mark: f.pageMark(pageMark{title: title})})
	}
	f.tags.in(elem("Sect"), func() {
		if own {
			h := f.generatedHeading(title, anchor, fr)
			h.Before = 0
			out = append(out, h)
		} else {
			out = append(out, f.minorHead(title, fr))
		}
		f.tags.in(elem("TOC"), func() { out = append(out, lines()...) })
	})
	if !own {
		spaceAfter(out, fr.leading)
	}
	return out
}

// countEntries counts the entries down to a depth.
func (f *flow) countEntries(es []*doc.OutlineEntry, depth int) int {
	if depth < 1 {
		return 0
	}
	n := 0
	for _, e := range es {
		if !f.unlisted(e) {
			n += 1 + f.countEntries(e.Children, depth-1)
		}
	}
	return n
}

// unlisted reports whether a section stays out of the contents: one that
// stands before them, on a page that needs no title.
func (f *flow) unlisted(e *doc.OutlineEntry) bool {
	return render.Displayed(e.Section.Role) && len(e.Section.Title) == 0
}

func (f *flow) entries(es []*doc.OutlineEntry, fr *frame) []layout.Block {
	var out []layout.Block
	part := false // the entries above are a part's
	for _, e := range es {
		if f.unlisted(e) {
			continue
		}
		p := f.entry(e, fr)
		if part {
			p.Before = max(p.Before, fr.leading/2)
		}
		part = e.Section.Role == doc.RolePart
		out = append(out, p)
		if e.Depth < f.st.Contents.Depth && len(e.Children) > 0 {
			in := *fr
			if e.Section.Role != doc.RolePart {
				in.left += f.em(fr, 1.2)
			}
			f.tags.in(elem("TOC"), func() { out = append(out, f.entries(e.Children, &in)...) })
		}
	}
	return out
}

// entry sets a section's line of the contents.
func (f *flow) entry(e *doc.OutlineEntry, fr *frame) *layout.Para {
	l := entryLine{anchor: e.Anchor, number: e.Number, words: e.Section.Title, title: render.EntryTitle(e)}
	in := *fr
	if e.Section.Role == doc.RolePart {
		l.number = f.numberOf(e)
		in.style.features |= smallCaps
		in.style.track = 30
	}
	if len(l.words) == 0 {
		l.words = doc.Inlines{doc.Text(e.Title)}
	}
	p := f.entryLine(l, &in)
	switch {
	case e.Section.Role == doc.RolePart:
		p.Before, p.KeepNext = fr.leading/2, true
	case e.Depth == 1 && len(e.Children) > 0 && f.st.Contents.Depth > 1:
		p.Before = fr.leading / 4
	}
	return p
}

// An entryLine is a line of the contents or of a list.
type entryLine struct {
	anchor, number, title string
	words                 doc.Inlines
}

// numbered lists the nodes of a kind that have a number and a caption.
func (f *flow) numbered(is func(doc.Node) bool) []entryLine {
	var out []entryLine
	for n := range doc.All(f.d) {
		if is(n) && f.x.Number(n) != "" {
			out = append(out, entryLine{f.x.Anchor(n), f.x.Number(n), plainText(f.x.Title(n)), f.x.Title(n)})
		}
	}
	return out
}

// entryLine sets a line. Its number and title hang, and keep clear of the page
// number at the right.
func (f *flow) entryLine(l entryLine, fr *frame) *layout.Para {
	in := *fr
	in.style.noHyphens = true
	fr = &in
	run := f.inline(fr)
	ink := &pageInk{anchor: l.anchor, rtl: fr.rtl, style: f.set.intern(run.style.with(func(s *textStyle) {
		s.features, s.track = s.features&^(oldStyle|smallCaps)|tabular, 0
	}))}
	ink.width = f.measureText(ink.style, "0000")
	f.late = append(f.late, ink)
	var p *layout.Para
	item := f.tags.in(elem("TOCI"), func() {
		f.refTo(l.anchor, func() {
			f.linked(&link{dest: l.anchor, contents: l.title}, run, func(in inline) {
				in.plain = true
				t := &text{}
				if l.number != "" {
					t.isolated(within(in.rtl), func() { f.generate(t, l.number, in) })
					f.generate(t, "\u2002", in)
				}
				f.inlines(t, l.words, in)
				p = f.para(t, fr)
				f.pageNumber(p, ink, in)
			})
		})
	})
	f.refs = append(f.refs, reference{item, l.anchor})
	hang := f.em(fr, 1.5)
	p.Left += hang
	p.Indent = -hang
	p.Align, p.Filled = layout.Start, true
	p.Right += ink.width // which the number hangs out by: lines above it keep clear of it
	return p
}

// A pageInk is the number of the page that an anchor is on. It is known only
// after layout: the ink has room for it, and the number is set at the right.
type pageInk struct {
	anchor string
	style  *textStyle
	width  layout.Unit
	rtl    bool
}

func (p *pageInk) String() string { return "→" + p.anchor }

// A leaderInk is a row of dots. They stand at the same places on every line.
type leaderInk struct {
	dot   *glyphs
	every layout.Unit
}

func (*leaderInk) String() string { return "…" }

// pageNumber puts a page number at the right end of a paragraph's last line,
// in place of the glue that fills it.
func (f *flow) pageNumber(p *layout.Para, ink *pageInk, in inline) {
	n := len(p.Items) - 3 // what ends every paragraph
	p.Items, p.Pieces = p.Items[:n], p.Pieces[:n]
	b := &builder{setter: f.set, text: &text{}, para: p}
	b.level = level(p.RTL)
	none := layout.Piece{Offset: -1}
	sp := f.set.space(f.set.intern(in.style))
	b.item(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Infinite}, none)
	fill := layout.Piece{Ink: sp.ink, Tag: f.tags.slot(), Offset: -1}
	width := int64(in.style.size)
	if f.st.Contents.Leaders {
		b.item(linebreak.Item{Kind: linebreak.Glue, Width: linebreak.Part(sp.width)}, fill)
		width -= sp.width
		fill = layout.Piece{Ink: f.leader(in.style), Offset: -1}
	}
	b.item(linebreak.Item{Kind: linebreak.Glue, Width: linebreak.Part(width), Stretch: linebreak.Fil}, fill)
	b.item(linebreak.Item{Kind: linebreak.Box, Width: linebreak.Part(ink.width)},
		layout.Piece{Ink: ink, Tag: f.tags.slot(), Link: in.link, Offset: -1})
	b.item(linebreak.Item{Kind: linebreak.Box, Width: -int32(ink.width)}, none)
	b.item(linebreak.Item{Kind: linebreak.Penalty, Cost: -linebreak.Infinite}, none)
}

// leader is the leader of a style: dots half an em apart.
func (f *flow) leader(ts textStyle) *leaderInk {
	ts.features, ts.track = 0, 0
	return &leaderInk{dot: f.set.shape(f.set.intern(ts), []byte("."))[0], every: ts.size * 6 / 10}
}

// leader paints the dots that lie between x and x+w, as furniture.
func (p *painter) leader(ink *leaderInk, x, w, y layout.Unit) {
	p.tagged(0)
	at := (x + ink.every - 1) / ink.every * ink.every
	for ; at+ink.dot.width <= x+w; at += ink.every {
		p.word(ink.dot, at, y, asIs)
	}
}
