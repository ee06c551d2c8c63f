package pdf

import (
	"slices"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// A decimal is a number in a column that is aligned on the decimal mark.
type decimal struct {
	para *layout.Para
	col  int
	tail layout.Unit // from the mark on, a note's mark included; up to it where the end is at the left
}

// decimal keeps the number of a cell, or the dash that stands for one, for
// decimals.
func (g *tableSetter) decimal(c *doc.Cell, col int, bs []layout.Block) {
	if len(bs) != 1 {
		return
	}
	p, ok := bs[0].(*layout.Para)
	if !ok {
		return
	}
	text := doc.CellText(c)
	whole, _, ok := doc.SplitNumber(text, g.frame.style.lang)
	if ok {
		unbroken(p)
	} else {
		whole = text
	}
	tail := widthOf(p, len(whole))
	if !p.RTL {
		tail = naturalWidth(p) - tail
	}
	g.marks = append(g.marks, decimal{p, col, tail})
}

// decimals moves the numbers of each column, all set to the end, back by
// what the longest of them has more on that side of its mark.
func (g *tableSetter) decimals() {
	longest := make([]layout.Unit, len(g.doc.Columns))
	for _, d := range g.marks {
		longest[d.col] = max(longest[d.col], d.tail)
	}
	for _, d := range g.marks {
		p, at := d.para, len(d.para.Items)-3 // before what ends the paragraph
		p.Items = slices.Insert(p.Items, at, linebreak.Item{Kind: linebreak.Box, Width: linebreak.Part(longest[d.col] - d.tail)})
		p.Pieces = slices.Insert(p.Pieces, at, layout.Piece{Ink: noInk{}, Offset: -1, Level: level(p.RTL)})
		moveItems(p, at)
	}
}

// unbroken keeps a number in one line.
func unbroken(p *layout.Para) {
	for i := len(p.Items) - 3; i > 0; i-- {
		if p.Items[i].Kind == linebreak.Glue {
			p.Items = slices.Insert(p.Items, i, linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Infinite})
			p.Pieces = slices.Insert(p.Pieces, i, layout.Piece{Offset: -1})
			moveItems(p, i)
		}
	}
}

// moveItems counts up what is said of a paragraph's items from i on.
func moveItems(p *layout.Para, i int) {
	for k := range p.Inserts {
		if p.Inserts[k].Item >= i {
			p.Inserts[k].Item++
		}
	}
	for k := range p.Anchors {
		if p.Anchors[k].Item >= i {
			p.Anchors[k].Item++
		}
	}
}

// widthOf is the width of the first n bytes of a paragraph's text.
func widthOf(p *layout.Para, n int) layout.Unit {
	var w layout.Unit
	for i := range p.Items {
		it := &p.Items[i]
		if n <= 0 {
			break
		}
		g, ok := p.Pieces[i].Ink.(*glyphs)
		switch {
		case it.Kind == linebreak.Glue && it.Stretch < linebreak.Fil:
			n--
		case it.Kind != linebreak.Box || !ok:
			continue
		case len(g.text) > n:
			return w + g.cut([]int{n})[0].width
		default:
			n -= len(g.text)
		}
		w += layout.Unit(it.Width)
	}
	return w
}
