package layout

import "github.com/offprint-go/offprint/render/internal/linebreak"

// Lines are broken in the order in which they are read, and put into the order
// in which they are seen afterwards, line by line.

// leftInset is a block's inset at the left.
func leftInset(rtl bool, left, right Unit) Unit {
	if rtl {
		return right
	}
	return left
}

// freeAtLeft is how much of the free space beside a line or block is at its left.
func freeAtLeft(a Align, rtl bool, free Unit) Unit {
	switch {
	case a == Center:
		return free / 2
	case (a == End) != rtl:
		return free
	}
	return 0
}

// Mixed reports whether the line's order is not simply from left to right.
func (l *Line) Mixed() bool {
	if l.Para.RTL {
		return true
	}
	for i := l.Start; i < l.End; i++ {
		if l.Para.Pieces[i].Level > 0 {
			return true
		}
	}
	return l.hyphen() != nil && l.Para.Pieces[l.End].Level > 0
}

// edge stands in an order for the edge of an isolate, which has no width.
const edge = -1

// order returns the line's items in the order in which they are seen, from left
// to right (UAX #9, rule L2), its hyphen among them. Rule L1, by which white
// space at a line's end has the paragraph's level, has nothing to do: a line
// ends without any.
func (l *Line) order() []int {
	var order []int
	var levels []uint8
	end := l.End
	if l.hyphen() != nil {
		end++
	}
	for i := l.Start; i < end; i++ {
		pc := &l.Para.Pieces[i]
		if pc.Edge > 0 {
			order, levels = append(order, edge), append(levels, pc.Edge-1)
		}
		if i < l.End && l.Para.Items[i].Kind == linebreak.Penalty {
			continue
		}
		order, levels = append(order, i), append(levels, pc.Level)
	}
	reorder(order, levels)
	return order
}

// reorder reverses every stretch of a level or higher ones, from the highest
// level to the lowest odd one.
func reorder(order []int, levels []uint8) {
	var high uint8
	for _, v := range levels {
		high = max(high, v)
	}
	for level := high; level > 0; level-- {
		for i := 0; i < len(order); i++ {
			j := i
			for j < len(order) && levels[j] >= level {
				j++
			}
			for a, b := i, j-1; a < b; a, b = a+1, b-1 {
				order[a], order[b] = order[b], order[a]
				levels[a], levels[b] = levels[b], levels[a]
			}
			i = max(i, j)
		}
	}
}

// edges are how far a mixed line's characters hang out at the left and at the
// right, where the first of an item may be at either side of it.
func (l *Line) edges() (left, right int64) {
	order := l.order()
	hang := func(i int, atLeft bool) int64 {
		it := &l.Para.Items[i]
		if i == l.End { // its hyphen
			return int64(it.Right)
		}
		if rtl := l.Para.Pieces[i].Level&1 == 1; rtl == atLeft {
			return int64(it.Right)
		}
		return int64(it.Left)
	}
	set := func(i int) bool { return i >= 0 && (i == l.End || l.Para.Items[i].Kind == linebreak.Box) }
	for _, i := range order {
		if set(i) {
			left = hang(i, true)
			break
		}
	}
	for k := len(order) - 1; k >= 0; k-- {
		if set(order[k]) {
			return left, hang(order[k], false)
		}
	}
	return left, 0
}

// A PlacedPiece is an item of a line in its place. Index is that of the item in
// its paragraph.
type PlacedPiece struct {
	Index int
	X, W  Unit
}

// Seen returns the items of a mixed line that are set in the order in which
// they are seen, from left to right; x is where the line starts.
func (l *Line) Seen(x Unit) []PlacedPiece {
	left, _ := l.overhang()
	at := x - Unit(left)
	widths := make([]Unit, l.End+1-l.Start)
	l.widths(func(i int, w, _ int64) { widths[i-l.Start] = Unit(w) })
	var out []PlacedPiece
	for _, i := range l.order() {
		if i != edge {
			w := widths[i-l.Start]
			out = append(out, PlacedPiece{i, at, w})
			at += w
		}
	}
	return out
}
