package layout

// Pages is a book that has been set.
type Pages struct {
	Pages []*Page
	// Problems are what could not be set well, in order.
	Problems []Problem
}

// A Page is one page.
type Page struct {
	Index int  // from 0
	Recto bool // odd pages, if the first is counted 1
	Left  Unit // the left edge of the block of text
	Pitch Unit // from one column to the next; 0 is one column
	Items []Placed
	// Floats is the index in Items of the first item of a float, or Notes: what
	// stands before it is the text in its order.
	Floats int
	// Notes is the index in Items of the first item at the foot: the note
	// rule, or len(Items).
	Notes int
	// Marks are the marks of the paragraphs and breaks that begin on the page.
	Marks []int32
	// Anchors are the places of the anchors on the page.
	Anchors []PlacedAnchor
	// Opener says that the page begins with a Break with a Sink (no running
	// head belongs on it).
	Opener bool
	// Forced says that the page begins with a Break.
	Forced bool
}

// A Placed is a line, or ink of fixed size, on a page. Places are measured
// from the page's upper left corner, y downwards.
type Placed struct {
	X, Y Unit // a line: the left end of its baseline; ink: its upper left corner
	Line *Line
	// Of ink:
	Width, Height Unit
	Ink           Ink
	Tag           Tag
	Source        int32
	Offset        int32
	column        int8 // of which it is, from 0, or across all
}

// A Line is one line of a paragraph.
type Line struct {
	Para *Para
	// Start and End are the line's items; End is the item broken at, which is
	// set if it is a penalty (its hyphen) and not if it is glue.
	Start, End int
	// Ratio is how glue is set, in 1/65536 of its stretch or shrink.
	Ratio int32
	// Expand is how far boxes are stretched or shrunk, in 1/65536 of their Give
	// or Take.
	Expand int32
	// Track is how far they are letterspaced, in 1/65536 of their Track.
	Track int32
	// up and down are how far its taller pieces reach above and below its baseline:
	// they are asked for over and over, when the pieces are no longer at hand.
	up, down int32
	first    bool // of its paragraph
	divided  bool // it ends in a divided word
	Width    Unit // as set
	Over     Unit // by how much it is too wide, 0 if it fits
	shift    Unit // beside a dropped capital
}

// A PlacedAnchor is where an anchor stands: the top of its line or block.
type PlacedAnchor struct {
	Name string
	X, Y Unit
}

// A Problem is something that could not be set well.
type Problem struct {
	Page   int   // index
	Source int32 // of the paragraph or box, if known
	Kind   ProblemKind
	Amount Unit
}

// ProblemKind says what could not be set well.
type ProblemKind uint8

const (
	OverfullLine ProblemKind = iota // wider than its measure, by Amount
	OverfullPage                    // a box or row higher than the page, by Amount
	TightTable                      // a table wider than the measure, by Amount
)
