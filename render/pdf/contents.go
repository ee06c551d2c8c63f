package pdf

import (
	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// A pageInk is the number of the page that an anchor is on. It is known only
// after layout: the ink has room for it, and the number is set at the right.
type pageInk struct {
	anchor string
	style  *textStyle
	width  layout.Unit
}

func (p *pageInk) String() string { return "→" + p.anchor }

// contents sets the table of contents to the style's depth.
func (f *flow) contents(fr *frame) []layout.Block {
	st := f.st.Contents
	if countEntries(f.x.Outline(), st.Depth) < max(st.Least, 1) {
		return nil
	}
	var out []layout.Block
	if st.OwnPage {
		out = append(out, &layout.Break{Sink: scale(f.st.Leading.unit(), f.st.Chapters.Sink)})
	}
	in := *fr
	f.tags.in(elem("Sect"), func() {
		if st.OwnPage {
			h := f.generatedHeading(f.x.Terms().Contents, "offprint-contents", fr)
			h.Before = 0
			out = append(out, h)
		} else {
			out = append(out, f.minorHead(f.x.Terms().Contents, fr))
		}
		f.tags.in(elem("TOC"), func() { out = append(out, f.entries(f.x.Outline(), &in)...) })
	})
	if !st.OwnPage {
		spaceAfter(out, fr.leading)
	}
	return out
}

func countEntries(es []*doc.OutlineEntry, depth int) int {
	if depth < 1 {
		return 0
	}
	n := 0
	for _, e := range es {
		n += 1 + countEntries(e.Children, depth-1)
	}
	return n
}

func (f *flow) entries(es []*doc.OutlineEntry, fr *frame) []layout.Block {
	var out []layout.Block
	for _, e := range es {
		out = append(out, f.entry(e, fr))
		if e.Depth < f.st.Contents.Depth && len(e.Children) > 0 {
			in := *fr
			in.left += f.em(fr, 1.2)
			f.tags.in(elem("TOC"), func() { out = append(out, f.entries(e.Children, &in)...) })
		}
	}
	return out
}

// entry sets a line of the contents. Its number and title hang, and keep two
// ems clear of the page number.
func (f *flow) entry(e *doc.OutlineEntry, fr *frame) *layout.Para {
	in := *fr
	run := f.inline(&in)
	ink := &pageInk{anchor: e.Anchor, style: f.set.intern(in.style.with(func(s *textStyle) { s.features = s.features&^oldStyle | tabular }))}
	ink.width = f.measureText(ink.style, "0000")
	f.late = append(f.late, ink)
	var p *layout.Para
	f.tags.in(elem("TOCI"), func() {
		f.tags.in(elem("Reference"), func() {
			f.linked(&link{dest: e.Anchor, contents: e.Title}, run, func(in inline) {
				in.plain = true
				t := &text{}
				if e.Number != "" {
					f.generate(t, e.Number+"\u2002", in)
				}
				if len(e.Section.Title) == 0 {
					f.generate(t, e.Title, in)
				}
				f.inlines(t, e.Section.Title, in)
				f.generate(t, " ", in)
				p = f.para(t, fr)
				f.pageNumber(p, ink, in)
			})
		})
	})
	hang := f.em(fr, 1.5)
	p.Left += hang
	p.Indent = -hang
	p.Right += 0
	p.Align = layout.Justify
	if e.Depth == 1 && len(e.Children) > 0 && f.st.Contents.Depth > 1 {
		p.Before = fr.leading / 4
	}
	return p
}

// pageNumber puts a page number at the right end of a paragraph's last line,
// in place of the glue that fills it.
func (f *flow) pageNumber(p *layout.Para, ink *pageInk, in inline) {
	n := len(p.Items) - 3 // what ends every paragraph
	p.Items, p.Pieces = p.Items[:n], p.Pieces[:n]
	b := &builder{setter: f.set, text: &text{}, para: p}
	none := layout.Piece{Offset: -1}
	sp := f.set.space(f.set.intern(in.style))
	b.item(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Infinite}, none)
	b.item(linebreak.Item{Kind: linebreak.Glue, Width: int64(f.set.emOf(in.style)), Stretch: linebreak.Fil},
		layout.Piece{Ink: sp.ink, Tag: f.tags.slot(), Offset: -1})
	b.item(linebreak.Item{Kind: linebreak.Box, Width: int64(ink.width)},
		layout.Piece{Ink: ink, Tag: f.tags.slot(), Link: in.link, Offset: -1})
	b.item(linebreak.Item{Kind: linebreak.Penalty, Cost: -linebreak.Infinite}, none)
}

func (s *setter) emOf(ts textStyle) layout.Unit { return ts.size }
