package pdffile

import (
	"cmp"
	"math"
	"slices"
)

// A width is how wide the glyph of a CID is, in 1/1000 em.
type width struct {
	cid uint16
	w   float64
}

// widths writes the font's widths (ISO 32000-1, 9.7.4.3): the one that most
// CIDs have as DW, which is an integer, and the others as W.
func (f *Font) widths(o *object) {
	var ws []width
	for i, c := range f.Codes {
		if i > 0 {
			ws = append(ws, width{c.CID, c.Width})
		}
	}
	slices.SortStableFunc(ws, func(a, b width) int { return cmp.Compare(a.cid, b.cid) })
	ws = slices.CompactFunc(ws, func(a, b width) bool { return a.cid == b.cid })
	common := math.Round(commonest(ws))
	o.raw("/DW ")
	o.num(common)
	ws = slices.DeleteFunc(ws, func(w width) bool { return w.w == common })
	if len(ws) == 0 {
		return
	}
	o.raw("/W[")
	for len(ws) > 0 {
		ws = widthRun(o, ws)
	}
	o.raw("]")
}

// commonest returns the width that occurs most often, of several the least.
func commonest(ws []width) float64 {
	count, common := map[float64]int{}, 1000.0
	for _, w := range ws {
		count[w.w]++
		if n := count[w.w]; n > count[common] || n == count[common] && w.w < common {
			common = w.w
		}
	}
	return common
}

// widthRun writes the first widths of ws, and returns the rest: neighbours of
// one width as "first last width", other neighbours as "first [width ...]".
func widthRun(o *object, ws []width) []width {
	first, n, same := ws[0], 1, 1
	for n < len(ws) && int(ws[n].cid) == int(first.cid)+n {
		if same == n && ws[n].w == first.w {
			same++
		}
		n++
	}
	o.raw(" ")
	o.int(int(first.cid))
	if same > 2 {
		o.raw(" ")
		o.int(int(first.cid) + same - 1)
		o.raw(" ")
		o.num(first.w)
		return ws[same:]
	}
	o.raw("[")
	for i, w := range ws[:n] {
		if i > 0 {
			o.raw(" ")
		}
		o.num(w.w)
	}
	o.raw("]")
	return ws[n:]
}
