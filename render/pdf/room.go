package pdf

import (
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// A room holds the items of many paragraphs. They are made in memory that is
// used again, and copied here once their number is known: to let each
// paragraph's grow took a quarter of the time of setting a book, and a third of
// its memory was left empty.
type room struct {
	items  []linebreak.Item
	pieces []layout.Piece
}

// roomLength is how many items are made room for at a time: those of some ten
// pages.
const roomLength = 1 << 13

// keep copies the items of a paragraph.
func (r *room) keep(p *layout.Para) {
	p.Items, r.items = kept(p.Items, r.items)
	p.Pieces, r.pieces = kept(p.Pieces, r.pieces)
}

// kept copies s to the start of what is free, or of new room, and returns it
// with what is free then. Who appends to the copy does not write over others'.
func kept[T any](s, free []T) (copied, rest []T) {
	n := len(s)
	if n > len(free) {
		free = make([]T, max(n, roomLength))
	}
	copy(free, s)
	return free[:n:n], free[n:]
}
