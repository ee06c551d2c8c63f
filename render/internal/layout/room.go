package layout

import "github.com/offprint-go/offprint/render/internal/linebreak"

// A room holds the items of many paragraphs that are broken into lines, as many
// as the lines need: to let each paragraph have its own took a quarter of the
// time of setting a book.
type room struct {
	items  []linebreak.Item
	pieces []Piece
	moved  []int32 // of the paragraph in hand: where its items are now
}

// roomLength is how many items are made room for at a time: those of some ten
// pages.
const roomLength = 1 << 13

// keep copies what a paragraph's lines need of its items: not the places at
// which no line ends. A paragraph of several marks keeps them all, for it may
// have to be broken anew (see partMarks).
func (r *room) keep(p *Para, lines []linebreak.Line) {
	n := len(p.Items)
	if n > len(r.items) {
		r.items, r.pieces = make([]linebreak.Item, max(n, roomLength)), make([]Piece, max(n, roomLength))
	}
	k := 0
	if len(p.Inserts) > 1 {
		k = copy(r.items, p.Items)
		copy(r.pieces, p.Pieces)
	} else {
		k = r.compact(p, lines)
	}
	p.Items, r.items = r.items[:k:k], r.items[k:]
	p.Pieces, r.pieces = r.pieces[:k:k], r.pieces[k:]
}

// compact copies the items of some lines, lets all that names items name them
// where they are now, and says how many there are. Words that could be divided
// and were not are whole again.
func (r *room) compact(p *Para, lines []linebreak.Line) int {
	n := len(p.Items)
	if n >= len(r.moved) {
		r.moved = make([]int32, max(n+1, roomLength))
	}
	k, line := 0, 0
	for i := 0; i < n; i++ {
		r.moved[i] = int32(k)
		for line < len(lines) && lines[line].End < i {
			line++
		}
		end := n
		if line < len(lines) {
			end = lines[line].End
		}
		if p.Items[i].Kind == linebreak.Penalty && p.Pieces[i].Edge == 0 && end != i {
			continue
		}
		r.items[k], r.pieces[k] = p.Items[i], p.Pieces[i]
		if word, parts := whole(p, i, end); parts > 1 {
			r.pieces[k].Ink = word
			for ; parts > 1; parts-- {
				i += 2
				r.moved[i-1], r.moved[i] = int32(k), int32(k)
				join(&r.items[k], &p.Items[i])
			}
		}
		k++
	}
	r.moved[n] = int32(k)
	for i := range p.Inserts {
		p.Inserts[i].Item = r.place(p.Inserts[i].Item, n)
	}
	for i := range p.Anchors {
		p.Anchors[i].Item = r.place(p.Anchors[i].Item, n)
	}
	for i := range lines {
		lines[i].Start, lines[i].End = int(r.moved[lines[i].Start]), int(r.moved[lines[i].End])
	}
	return k
}

// A Parted is ink whose parts are items of their own, with a place to divide it
// between each two.
type Parted interface {
	// Whole returns the ink that this is the first part of, nil if it is not.
	Whole() Parted
	// Part returns a part by its number, nil after the last.
	Part(k int) Ink
}

// whole is the ink whose parts the items from i on are, and how many it has, if
// they are all on a line that ends at end.
func whole(p *Para, i, end int) (Ink, int) {
	first, ok := p.Pieces[i].Ink.(Parted)
	if !ok || p.Items[i].Kind != linebreak.Box {
		return nil, 0
	}
	w := first.Whole()
	if w == nil {
		return nil, 0
	}
	for k := 0; ; k++ {
		part := w.Part(k)
		if part == nil {
			return w, k
		}
		j := i + 2*k
		if j >= end || p.Pieces[j].Ink != part || p.Items[j].Kind != linebreak.Box || p.Pieces[j].Edge != 0 || p.Pieces[j].Level != p.Pieces[i].Level {
			return nil, 0
		}
	}
}

// join adds a part of a word to those before it.
func join(word, part *linebreak.Item) {
	word.Width += part.Width
	word.Give += part.Give
	word.Take += part.Take
	word.Track += part.Track
	word.Right = part.Right
}

// place is where item i of n is now; what is gone is where the item before it
// is. -1 stays, which is the block.
func (r *room) place(i, n int) int {
	switch {
	case i < 0:
		return i
	case i < n && r.moved[i+1] == r.moved[i]:
		return max(int(r.moved[i])-1, 0)
	}
	return int(r.moved[min(i, n)])
}
