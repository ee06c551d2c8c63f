package pdf

import (
	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
)

// quoteFrame is the frame of quotations and letters.
func (f *flow) quoteFrame(fr *frame) *frame {
	in := *fr
	inset := f.em(fr, f.st.Quote)
	in.left += inset
	in.right += inset
	if !fr.cell && f.st.QuoteSize > 0 {
		in.style.size = scale(fr.style.size, f.st.QuoteSize)
	}
	return &in
}

func (f *flow) quote(b *doc.Quote, fr *frame) []layout.Block {
	in := f.quoteFrame(fr)
	var out []layout.Block
	f.tags.in(elem("BlockQuote"), func() {
		out = f.blocks(b.Content, in, true)
		out = f.attributed(out, b.Attribution, b, in)
	})
	spaceBefore(out, fr.room)
	spaceAfter(out, fr.room)
	anchorBlocks(out, f.x.Anchor(b))
	return out
}

// attributed sets whose words a quotation is, on a line of its own that stands
// on the page of the quotation's end.
func (f *flow) attributed(quoted []layout.Block, ns doc.Inlines, n doc.Node, fr *frame) []layout.Block {
	if len(ns) == 0 {
		return quoted
	}
	in := *fr
	in.align = layout.End
	var p *layout.Para
	f.tags.in(elem("P"), func() {
		t := &text{source: f.source(f.x.Path(n))}
		f.generate(t, "— ", f.inline(&in))
		f.inlines(t, ns, f.inline(&in))
		p = f.para(t, &in)
	})
	keepNext(quoted[max(len(quoted)-1, 0):])
	return append(quoted, p)
}

// letter sets what is above and below a letter's text in lines of their own,
// which stand on the page of its beginning and of its end. Half a line parts the
// dateline, the address and the postscript from what is next to them.
func (f *flow) letter(b *doc.Letter, fr *frame) []layout.Block {
	s := &letterSetter{flow: f, source: f.source(f.x.Path(b)), frame: f.quoteFrame(fr)}
	f.tags.in(elem("BlockQuote"), func() {
		s.atEnd(b.Dateline, 1)
		s.space(fr.room)
		s.line(b.Address, layout.Start, 0)
		s.space(fr.room)
		s.line(b.Salutation, layout.Start, 0)
		s.add(f.blocks(b.Content, s.frame, len(s.out) == 0))
		if len(b.Closing)+len(b.Signature) > 0 {
			keepNext(s.out[max(len(s.out)-1, 0):])
		}
		s.atEnd(b.Closing, 3)
		s.atEnd(b.Signature, 1)
		if n := len(s.out); n > 0 && len(b.Postscript) == 0 {
			space1(s.out[n-1]).KeepNext = false
		}
		s.space(fr.room)
		s.add(f.blocks(b.Postscript, s.frame, false))
	})
	spaceBefore(s.out, fr.room)
	spaceAfter(s.out, fr.room)
	anchorBlocks(s.out, f.x.Anchor(b))
	return s.out
}

// A letterSetter sets one letter.
type letterSetter struct {
	*flow
	source *source
	frame  *frame
	out    []layout.Block
}

func (s *letterSetter) add(bs []layout.Block) { s.out = append(s.out, bs...) }

// space parts what is set from what comes.
func (s *letterSetter) space(u layout.Unit) { spaceAfter(s.out, u) }

// atEnd sets a part at the end of the line, less some ems; or where lines
// begin, if the style says so.
func (s *letterSetter) atEnd(ns doc.Inlines, ems float64) {
	if s.st.BlockLetters {
		s.line(ns, layout.Start, 0)
		return
	}
	s.line(ns, layout.End, s.em(s.frame, ems))
}

// line sets a part, whose lines are the author's, and keeps it with what comes.
func (s *letterSetter) line(ns doc.Inlines, align layout.Align, right layout.Unit) {
	if len(ns) == 0 {
		return
	}
	in := *s.frame
	in.align = align
	in.right += right
	s.path = s.sources[s.source.id-1]
	var p *layout.Para
	s.tags.in(elem("P"), func() {
		t := &text{source: s.source}
		s.inlines(t, ns, s.inline(&in))
		p = s.para(t, &in)
	})
	p.Keep, p.KeepNext = true, true
	s.out = append(s.out, p)
}

// An asideFrame is the rule at the side of an aside.
type asideFrame struct {
	color color
	rtl   bool
}

func (asideFrame) String() string { return "aside" }

func (f *flow) aside(b *doc.Aside, fr *frame) []layout.Block {
	if b.Role == doc.AsidePullQuote {
		return f.pullQuote(b, fr)
	}
	in := *fr
	pad := f.em(fr, 1)
	in.style.size = scale(fr.style.size, f.st.QuoteSize)
	in.indent, in.gap, in.boxed = 0, fr.leading/2, true
	title := b.Title
	if len(title) == 0 {
		if name := f.x.Terms().AsideNames[b.Role]; name != "" {
			title = doc.Inlines{doc.Text(name)}
		}
	}
	g := &layout.Group{Left: fr.left + pad, Right: fr.right, Pad: 0, RTL: fr.rtl, Frame: asideFrame{f.accent, fr.rtl}}
	in.left, in.right = 0, 0
	f.tags.in(elem("Aside"), func() {
		if len(title) > 0 {
			f.tags.in(elem("P"), func() {
				t := &text{source: f.source(f.x.Path(b))}
				head := f.inline(&in).with(func(s *textStyle) { s.cut = semibold })
				if len(b.Title) == 0 {
					f.generate(t, plainText(title), head)
				} else {
					f.inlines(t, title, head)
				}
				p := f.para(t, &in)
				p.Align, p.KeepNext = layout.Start, true
				g.Blocks = append(g.Blocks, p)
			})
		}
		g.Blocks = append(g.Blocks, f.blocks(b.Content, &in, true)...)
	})
	g.Before, g.After = fr.leading, fr.leading
	if a := f.x.Anchor(b); a != "" {
		g.Anchors = append(g.Anchors, layout.Anchor{Item: -1, Name: a})
	}
	return []layout.Block{g}
}

func (f *flow) pullQuote(b *doc.Aside, fr *frame) []layout.Block {
	in := *fr
	in.style.size = scale(fr.style.size, 1.3)
	in.style.slant()
	in.leading = scale(fr.leading, 1.3)
	in.left += f.em(fr, 3)
	in.right += f.em(fr, 3)
	in.align, in.indent = layout.Center, 0
	var out []layout.Block
	f.tags.in(elem("BlockQuote"), func() { out = f.blocks(b.Content, &in, true) })
	for _, b := range out {
		if p, ok := b.(*layout.Para); ok {
			p.Balance = true
		}
	}
	spaceBefore(out, fr.leading)
	spaceAfter(out, fr.leading)
	anchorBlocks(out, f.x.Anchor(b))
	return out
}
