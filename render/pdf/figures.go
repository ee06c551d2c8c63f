package pdf

import (
	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/pdffile"
)

// leastShare is the least share of the measure that an image beside another
// has; smaller ones stand below each other.
const leastShare = 0.22

// figure sets the images of a figure, side by side where that leaves them
// large enough, and the caption below them, on one page.
func (f *flow) figure(b *doc.Figure, fr *frame) []layout.Block {
	g := &layout.Group{Left: fr.left, Right: fr.right, RTL: fr.rtl}
	g.Keep, g.Before, g.After = true, fr.leading, fr.leading
	room := f.widest(fr)
	wide := f.across(b, fr, room)
	if wide {
		room = f.st.measure().unit()
	}
	in := *fr
	in.left, in.right = 0, 0
	group := elem("Div")
	f.tags.in(group, func() {
		var boxes []*layout.Box
		var shown []*pdffile.Elem
		for i, size := range f.sizes(b.Images, room, f.em(fr, 1)) {
			ink, tag, err := f.place(b.Images[i], size.w, size.h)
			if err != nil {
				continue
			}
			box := &layout.Box{Width: ink.w, Height: ink.h, Ink: ink, Tag: tag, Align: layout.Start, RTL: fr.rtl}
			if !fr.cell {
				box.Align = layout.Center
			}
			boxes = append(boxes, box)
			if ink.elem != nil {
				shown = append(shown, ink.elem)
			}
		}
		g.Blocks = f.arranged(boxes, room, fr)
		spaceAfter(g.Blocks, fr.leading/2)
		if len(b.Caption) > 0 {
			keepNext(g.Blocks)
			f.tags.within(f.captioned(group, shown), func() { g.Blocks = append(g.Blocks, f.caption(b, b.Caption, &in)) })
		}
	})
	if a := f.x.Anchor(b); a != "" {
		g.Anchors = append(g.Anchors, layout.Anchor{Item: -1, Name: a})
	}
	if wide || f.floating(b, fr) {
		return []layout.Block{&layout.Float{Space: g.Space, Blocks: []layout.Block{g}, Wide: wide}}
	}
	return []layout.Block{g}
}

// across reports whether a figure goes over all columns: one with a number,
// whose images in their natural size are together wider than a column. An image
// with a width of its own has it of the column.
func (f *flow) across(b *doc.Figure, fr *frame, column layout.Unit) bool {
	if !f.columns || fr.cell || fr.boxed || fr.left > 0 || fr.right > 0 || f.x.Number(b) == "" {
		return false
	}
	var all layout.Unit
	for _, im := range b.Images {
		p, err := f.images.load(im.Src)
		if err != nil || im.Width > 0 {
			return false
		}
		all += p.natural().unit()
	}
	return all > column
}

// floating reports whether a figure or table leaves its place for the head of a
// page: the text must name it, by its number, and hold nothing else around it.
func (f *flow) floating(n doc.Node, fr *frame) bool {
	return f.st.Floats && !fr.cell && !fr.boxed && fr.left == 0 && fr.right == 0 && f.x.Number(n) != ""
}

// captioned is the element that the caption of a figure stands in: the group of
// its images. In PDF 2.0 a group has no caption, but an image has, and a section
// (ISO 14289-2, 8.2.5.27).
func (f *flow) captioned(group *pdffile.Elem, shown []*pdffile.Elem) *pdffile.Elem {
	if f.profile != UA2 {
		return group
	}
	if len(shown) == 1 {
		return shown[0]
	}
	group.Type = "Sect"
	return group
}

// widest is how wide an image may be.
func (f *flow) widest(fr *frame) layout.Unit {
	if fr.most > 0 {
		return fr.most
	}
	return f.measure() - fr.left - fr.right
}

// A size is a width and a height.
type size struct{ w, h layout.Unit }

// sizes are the most that the images of a figure may take: those without a
// width of their own share the measure so that they are equally high, if that
// leaves each large enough.
func (f *flow) sizes(ims []*doc.Image, room, gutter layout.Unit) []size {
	tallest := f.st.depth().unit() * 3 / 4
	out := make([]size, len(ims))
	ratios, free := 0.0, true // widths at a height of 1
	for i, im := range ims {
		out[i] = size{room, tallest}
		p, err := f.images.load(im.Src)
		if err != nil {
			continue
		}
		w, h := p.size(im, room, tallest)
		ratios += float64(w) / float64(h)
		free = free && im.Width == 0
	}
	if len(ims) < 2 || !free || ratios == 0 {
		return out
	}
	h := min(scale(room-gutter*layout.Unit(len(ims)-1), 1/ratios), tallest)
	for _, im := range ims {
		if p, err := f.images.load(im.Src); err == nil {
			if w, _ := p.size(im, room, h); w < scale(room, leastShare) && float64(h) < float64(tallest) {
				return out
			}
		}
	}
	for i := range out {
		out[i].h = h
	}
	return out
}

// arranged puts boxes side by side if they fit, else one below the other.
func (f *flow) arranged(boxes []*layout.Box, room layout.Unit, fr *frame) []layout.Block {
	gutter := f.em(fr, 1)
	width := -gutter
	var out []layout.Block
	for _, b := range boxes {
		width += b.Width + gutter
		b.After = fr.leading / 2
		out = append(out, b)
	}
	if len(boxes) < 2 || width > room+layout.Point/16 {
		keepNext(out[:max(len(out)-1, 0)])
		return out
	}
	t := &layout.Table{Gutter: gutter, Align: boxes[0].Align, RTL: boxes[0].RTL, Rows: []layout.Row{{}}}
	for i, b := range boxes {
		b.After, b.Align = 0, layout.Start
		t.Columns = append(t.Columns, layout.Column{Width: b.Width})
		t.Rows[0].Cells = append(t.Rows[0].Cells, layout.Cell{Col: i, Blocks: []layout.Block{b}, VAlign: layout.End})
	}
	return []layout.Block{t}
}

// keepNext keeps each of some blocks with what follows it.
func keepNext(bs []layout.Block) {
	for _, b := range bs {
		if s := space1(b); s != nil {
			s.KeepNext = true
		}
	}
}
