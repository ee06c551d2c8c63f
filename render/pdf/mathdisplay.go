package pdf

import (
	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
	"github.com/offprint-go/offprint/render/internal/mathset"
	"github.com/offprint-go/offprint/render/internal/pdffile"
	"github.com/offprint-go/offprint/render/internal/tex"
)

// keptRows is how many rows of a display are never parted: a page may end
// within a longer one, though not behind its first row or before its last.
const keptRows = 3

// mathBlock sets a display: its rows centred together, each a line of its own
// with its number at the right margin.
func (f *flow) mathBlock(b *doc.MathBlock, fr *frame) []layout.Block {
	m := f.parse(b, b.TeX)
	if m == nil {
		return f.mathAsTeX(b, fr)
	}
	d := f.display(b, m, fr)
	src := f.source(f.x.Path(b))
	var out []layout.Block
	f.tags.in(elem("P"), func() {
		var tag layout.Tag
		f.tags.in(f.formulaElem(m, b.Alt, true), func() { tag = f.tags.slot() })
		for i := range d.Rows {
			number := ""
			if n := f.x.Number(b); n != "" && i == len(d.Rows)-1 && d.Rows[i].Tag == nil {
				number = "(" + n + ")"
			}
			p := f.displayRow(d, i, number, tag, fr)
			p.Source = src.id
			p.Pieces[0].Offset = 0
			if i > 0 {
				p.Before, p.Pieces[0].Offset = d.Gap, -1
			}
			if d.Rows[i].Words {
				p.Before = fr.room
			}
			p.KeepNext = i+1 < len(d.Rows) && (len(d.Rows) <= keptRows || i == 0 || i == len(d.Rows)-2 || d.Rows[i].Words)
			out = append(out, p)
		}
	})
	spaceBefore(out, fr.room)
	spaceAfter(out, fr.room)
	anchorBlocks(out, f.x.Anchor(b))
	return out
}

// display sets a formula in the room that a frame has for it.
func (f *flow) display(b *doc.MathBlock, m *tex.Formula, fr *frame) *mathset.Display {
	set := f.mathSetter(&fr.style)
	measure := f.mathMeasure(fr)
	d := set.Display(m, measure)
	if d.Width > measure {
		f.reduce(b, set, measure, func() layout.Unit {
			d = set.Display(m, measure)
			return d.Width
		})
	}
	return d
}

func (f *flow) mathMeasure(fr *frame) layout.Unit { return f.measure() - fr.left - fr.right }

// displayRow is row i of a display as a line. In a table's cell, whose width
// is not known yet, it stands as the cell does.
func (f *flow) displayRow(d *mathset.Display, i int, number string, tag layout.Tag, fr *frame) *layout.Para {
	r := d.Rows[i]
	p := &layout.Para{Left: fr.left, Right: fr.right, Align: layout.Start, Leading: fr.leading, Height: fr.height(), OffGrid: true}
	ts := f.set.intern(fr.style)
	b := &builder{setter: f.set, para: p}
	piece := layout.Piece{Ink: mathInk{r.Box, ts, r.Text, nil}, Tag: tag, Offset: -1, Height: linebreak.Part(r.Height), Depth: linebreak.Part(r.Depth)}
	if fr.cell {
		p.Align = fr.align
		b.item(linebreak.Item{Kind: linebreak.Box, Width: linebreak.Part(r.Width)}, piece)
		b.end()
		return p
	}
	var ink []layout.Ink
	var width layout.Unit
	end := layout.Tag(0)
	switch {
	case r.Tag != nil:
		ink, width, end = []layout.Ink{mathInk{r.Tag, ts, " " + r.TagText, nil}}, r.Tag.Width, tag
	case number != "":
		end = f.tags.slot()
		for _, g := range f.set.shape(ts, []byte(number)) {
			ink, width = append(ink, g), width+g.width
		}
	}
	measure := f.mathMeasure(fr)
	x := f.rowLeft(d, r, width, measure, fr)
	kern := func(w layout.Unit) {
		b.item(linebreak.Item{Kind: linebreak.Box, Width: linebreak.Part(w)}, layout.Piece{Offset: -1})
	}
	kern(x)
	b.item(linebreak.Item{Kind: linebreak.Box, Width: linebreak.Part(r.Width)}, piece)
	if width > 0 {
		gap := measure - x - r.Width - width
		if gap < f.em(fr, 0.5) { // the number stands below, as in TeX
			b.end()
			gap = measure - width
		}
		kern(gap)
		for _, k := range ink {
			b.item(linebreak.Item{Kind: linebreak.Box, Width: linebreak.Part(endWidth(k))}, layout.Piece{Ink: k, Tag: end, Offset: -1})
		}
	}
	b.end()
	return p
}

func endWidth(k layout.Ink) layout.Unit {
	switch k := k.(type) {
	case *glyphs:
		return k.width
	case mathInk:
		return k.Width
	}
	return 0
}

// rowLeft is where a row begins. A formula that would come near its number is
// centred in the room before it (The TeXbook, page 188).
func (f *flow) rowLeft(d *mathset.Display, r mathset.Row, number, measure layout.Unit, fr *frame) layout.Unit {
	width := r.Width
	if d.Aligned {
		width = d.Width
	}
	if r.Words {
		return 0
	}
	x := max(measure-width, 0) / 2
	if number > 0 && x < 2*number {
		x = max(measure-width-number-f.em(fr, 1), 0) / 2
	}
	return x + r.Indent
}

// mathAsTeX sets a display that is not understood.
func (f *flow) mathAsTeX(b *doc.MathBlock, fr *frame) []layout.Block {
	in := *fr
	in.align = layout.Center
	in.style.monospace(f.st.CodeSize)
	var p *layout.Para
	f.tags.in(elem("P"), func() {
		t := &text{source: f.source(f.x.Path(b))}
		f.anchor(t, b)
		f.tags.in(&pdffile.Elem{Type: "Formula", Alt: b.TeX}, func() { f.add(t, b.TeX, f.inline(&in)) })
		if n := f.x.Number(b); n != "" {
			f.generate(t, "\u2003("+n+")", f.inline(fr))
		}
		p = f.para(t, &in)
	})
	p.Before, p.After = fr.room, fr.room
	return []layout.Block{p}
}
