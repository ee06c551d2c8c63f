package layout

import "github.com/offprint-go/offprint/render/internal/linebreak"

// A room holds the items of many paragraphs that are broken into lines, as many
// as the lines need: to let each paragraph have its own took a quarter of the
// time of setting a book.
type room struct {
	items  []linebreak.Item
	pieces []Piece
	moved  []int32 // of the paragraph in hand: where its items are now
	length int     // items that room was made for the last time
}

// Room is made for twice as many items each time, from a page's to those of some
// twenty pages.
const (
	leastRoom = 1 << 9
	mostRoom  = 1 << 13
)

// keep copies what a paragraph's lines need of its items: not the places at
// which no line ends. A paragraph with a line of several marks keeps them all,
// for it may have to be broken anew (see partMarks).
func (r *room) keep(p *Para, lines []linebreak.Line) {
	n := len(p.Items)
	if n > len(r.items) {
		r.length = min(max(2*r.length, leastRoom), mostRoom)
		r.items, r.pieces = make([]linebreak.Item, max(n, r.length)), make([]Piece, max(n, r.length))
	}
	k := 0
	if crowded(p, lines) {
		k = r.all(p)
	} else {
		k = r.compact(p, lines)
	}
	p.Items, r.items = r.items[:k:k], r.items[k:]
	p.Pieces, r.pieces = r.pieces[:k:k], r.pieces[k:]
}

// all copies all of a paragraph's items.
func (r *room) all(p *Para) int {
	copy(r.pieces, p.Pieces)
	for i := range p.Pieces {
		if w, ok := p.Pieces[i].Ink.(Word); ok {
			r.pieces[i].Ink = w.Alone()
		}
	}
	return copy(r.items, p.Items)
}

// crowded reports whether two marks stand on one line.
func crowded(p *Para, lines []linebreak.Line) bool {
	line, before := 0, -1
	for i := range p.Inserts {
		for line < len(lines) && lines[line].End <= p.Inserts[i].Item {
			line++
		}
		if line == before {
			return true
		}
		before = line
	}
	return false
}

// compact copies the items of some lines, lets all that names items name them
// where they are now, and says how many there are. Words that could be divided
// and were not are whole again, with the white space behind them.
func (r *room) compact(p *Para, lines []linebreak.Line) int {
	n := len(p.Items)
	if n >= len(r.moved) {
		r.moved = make([]int32, max(n+1, leastRoom))
	}
	k, line, level := 0, 0, level(p)
	for i := 0; i < n; i++ {
		for line < len(lines) && lines[line].End < i {
			line++
		}
		end := n
		if line < len(lines) {
			end = lines[line].End
		}
		if p.Items[i].Kind == linebreak.Penalty && p.Pieces[i].Edge == 0 && end != i {
			r.moved[i] = int32(max(k-1, 0))
			continue
		}
		r.items[k], r.pieces[k] = p.Items[i], p.Pieces[i]
		r.moved[i] = int32(k)
		if w, ok := p.Pieces[i].Ink.(Word); ok && p.Items[i].Kind == linebreak.Box {
			i = r.word(p, w, i, k, end, level)
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

// level reports whether all of a paragraph runs from left to right.
func level(p *Para) bool {
	for i := range p.Pieces {
		if p.Pieces[i].Level > 0 || p.Pieces[i].Edge > 0 {
			return false
		}
	}
	return !p.RTL
}

// A Word is ink that may be part of a word with a place to divide it before the
// next part.
type Word interface {
	// Parts is how many parts the word has whose first this is; 0 for those that
	// follow.
	Parts() int
	// Precedes reports whether some ink is the part behind this one.
	Precedes(Ink) bool
	// Whole is the ink of all parts.
	Whole() Ink
	// Alone is the ink of this part on a page.
	Alone() Ink
	// Blank is the ink of the white space behind words of this kind.
	Blank() Ink
}

// word lets item k, the word or the part of a word that item i is, take in what
// stands behind it on a line that ends at end: its other parts and, where all is
// level, the white space. It returns the last item taken in.
func (r *room) word(p *Para, w Word, i, k, end int, level bool) int {
	if parts := partsOf(p, w, i, end); parts > 0 {
		r.pieces[k].Ink = w.Whole()
		for ; parts > 1; parts-- {
			i += 2
			r.moved[i-1], r.moved[i] = int32(k), int32(k)
			join(&r.items[k], &p.Items[i])
		}
	} else {
		r.pieces[k].Ink = w.Alone()
	}
	if i+1 < end && level && spaced(p, w, i) {
		i++
		r.moved[i] = int32(k)
		it := &r.items[k]
		it.Space, it.Stretch, it.Shrink = p.Items[i].Width, p.Items[i].Stretch, p.Items[i].Shrink
	}
	return i
}

// partsOf is how many parts has the word whose first part is item i, if they are
// all on a line that ends at end.
func partsOf(p *Para, w Word, i, end int) int {
	n := w.Parts()
	for j := i + 2; j <= i+2*(n-1); j += 2 {
		if j >= end || p.Items[j].Kind != linebreak.Box || p.Pieces[j].Edge != 0 || p.Pieces[j].Level != p.Pieces[i].Level || !w.Precedes(p.Pieces[j].Ink) {
			return 0
		}
		w = p.Pieces[j].Ink.(Word)
	}
	return n
}

// spaced reports whether behind item i stands white space that looks, and is
// tagged, as the word is.
func spaced(p *Para, w Word, i int) bool {
	it, word, space := &p.Items[i+1], &p.Pieces[i], &p.Pieces[i+1]
	return it.Kind == linebreak.Glue && it.Stretch < linebreak.Fil && space.Ink != nil && space.Ink == w.Blank() &&
		space.Tag == word.Tag && space.Link == word.Link
}

// join adds a part of a word to those before it.
func join(word, part *linebreak.Item) {
	word.Width += part.Width
	word.Give += part.Give
	word.Track += part.Track
	word.Right = part.Right
}

// place is where item i of n is now; what is gone is where the item before it
// is. -1 stays, which is the block.
func (r *room) place(i, n int) int {
	if i < 0 {
		return i
	}
	return int(r.moved[min(i, n)])
}
