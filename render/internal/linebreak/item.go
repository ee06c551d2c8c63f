package linebreak

import "math"

// Kind tells what an item is.
type Kind uint8

const (
	Box     Kind = iota // something of fixed width
	Glue                // white space that stretches and shrinks; vanishes at a break
	Penalty             // a place to break at, with a cost
)

// An Item is one piece of a paragraph. A line may end at glue that follows a
// box, and at a penalty below Infinite. A book has millions: lengths have 32 bits
// (see Part).
type Item struct {
	Kind    Kind
	Flagged bool // of a penalty: two in a row cost more (a hyphen)
	// Word tells one word of boxes from another; 0 is none. Lines one above the
	// other that begin, or end, with the same word cost more.
	Word    uint16
	Cost    int32 // of a penalty: Infinite forbids the break, -Infinite forces it
	Width   int32 // of a penalty: added to the line that ends at it
	Stretch int32 // of glue; see Fil
	Shrink  int32 // of glue
	// Give is how far a box, or what a penalty sets, may be stretched or shrunk
	// (font expansion). A line uses it up before its glue, so that its white
	// space stays even.
	Give int32
	// Track is how far a box, or what a penalty sets, may be stretched or shrunk
	// by letterspacing, once the glue has come to easyRatio and a line would
	// otherwise be looser or tighter still.
	Track int32
	// Left and Right are how far the item hangs into the margin when it is the
	// first or the last of its line (character protrusion); a penalty's Right
	// is that of the hyphen it sets. Glue has none.
	Left, Right int32
	// Space is the width of glue that a box has taken in behind it when the lines
	// are broken, so that there are fewer items to keep; the box's Stretch and
	// Shrink are then that glue's.
	Space int32
}

// Part is a length of an item, or the most that it can be: 11 metres, if
// lengths are counted in 1/65536 of a point.
func Part[T ~int | ~int64](u T) int32 { return int32(min(max(int64(u), math.MinInt32), math.MaxInt32)) }

// Infinite is the cost that forbids a break; its negative forces one.
const Infinite = 10000

// Fil is the least Stretch that counts as without limit: a line that holds
// such glue fits at any width not less than its natural one.
const Fil int32 = 1 << 30

// A Paragraph is what Break works on.
type Paragraph struct {
	Items []Item
	// Measure returns the width of line n, counted from 0.
	Measure func(n int) int64
}

// A Line is the items from Start up to and without End. The break stands at
// item End, which is the penalty or the glue broken at, or len(Items). Glue at
// the line's start is skipped already.
type Line struct {
	Start, End int
	// Ratio is how far the line's glue is set from its natural width, in
	// 1/65536: positive is a part of Stretch, negative a part of Shrink.
	Ratio int32
	// Expand is how far the line's boxes are stretched or shrunk, in 1/65536 of
	// Give.
	Expand int32
	// Track is how far they are letterspaced, in 1/65536 of Track.
	Track int32
	// Over is by how much the line is too wide for its measure, 0 if it fits.
	Over int64
}
