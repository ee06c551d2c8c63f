package layout

import "github.com/offprint-go/offprint/render/internal/linebreak"

// A Unit is a length: 1/65536 of a point of 1/72 inch.
type Unit int64

// Point is a point of 1/72 inch.
const Point Unit = 1 << 16

// Ink is what a box or glue paints; layout only carries it. An Ink that has a
// method String is shown by it in a dump.
type Ink any

// A Tag says which place of the document's structure ink belongs to; 0 is
// furniture, which belongs to none.
type Tag int32

// A Book is what is to be set.
type Book struct {
	Page   Geometry
	Blocks []Block
	Notes  NoteStyle
	// Grid is the distance of baselines to which the text of facing pages is
	// held: the leading of the text. Space between blocks may stretch to keep
	// to it; 0 is no grid.
	Grid Unit
	// MostPages is how many pages the book may have; 0 is any number. Layout
	// returns a [TooLong] for a book that needs more.
	MostPages int
	// Set makes a function that makes the items of paragraphs that have a Text
	// in their stead. Each goroutine that breaks lines asks for its own.
	Set func() func(*Para)
}

// TooLong is the error of a book that needs more pages than it may have.
type TooLong struct {
	Source int32 // of the text that would stand on the next page
}

func (*TooLong) Error() string { return "layout: the book has too many pages" }

// Geometry is the page and the block of text on it. The first page is a recto.
type Geometry struct {
	Width, Height             Unit
	Top, Bottom, Inner, Outer Unit // margins; a page's inner margin is at the left of a recto
	TwoSided                  bool // otherwise Inner is at the left of every page
	// RTL says that pages are bound at the right: what is said of the left of
	// Inner holds of the right. The rule above notes stands where the lines of the
	// first begin.
	RTL bool
}

// NoteStyle is the furniture of the notes at a page's foot.
type NoteStyle struct {
	Gap          Unit // the least space between the text and the rule
	Rule         Ink  // nil is no rule
	RuleWidth    Unit
	RuleHeight   Unit // its thickness
	AfterRule    Unit // space between the rule and the first note
	Continuation Ink  // the rule above a note that goes on from the page before; nil is Rule
	ContWidth    Unit // its width
	Between      Unit // space between notes
	// Across sets the notes of a page in columns over all of them at its foot;
	// otherwise they stand at the foot of the column of their mark.
	Across bool
}

// A Block is a piece of the flow: *Para, *Box, *Table, *Group, *Float or *Break.
type Block interface{ isBlock() }

func (*Para) isBlock()  {}
func (*Box) isBlock()   {}
func (*Table) isBlock() {}
func (*Group) isBlock() {}
func (*Float) isBlock() {}
func (*Break) isBlock() {}

// Space is the space around a block. Of the spaces where two blocks meet the
// larger is taken; space at the head of a page vanishes.
type Space struct {
	Before, After Unit
	// KeepNext keeps the block's end on one page with the start of the next
	// block (a heading, an introduction to a list).
	KeepNext bool
	// Keep keeps the block on one page where a page can hold it.
	Keep bool
}

// Align is the alignment of lines or of a box.
type Align uint8

const (
	Justify Align = iota // a box: at the start
	Start
	End
	Center
)

// A Para is a paragraph, or anything set in lines: a heading, a caption, a
// line of verse, a list marker with its text.
type Para struct {
	Space
	Items  []linebreak.Item
	Pieces []Piece // as many as Items

	// Text, if not nil, is what Items, Pieces and Anchors are made of, and the
	// items of Inserts, by Book.Set, just before the paragraph's lines are
	// broken. What is made may be written over after that: only what the lines
	// need is kept, so that a book's items are never there all at once.
	Text any

	Inserts []Insert // notes called in the paragraph, by item
	Anchors []Anchor // named places in the paragraph, by item

	Left, Right Unit // insets from the measure
	Indent      Unit // of the first line; negative hangs it out
	Align       Align
	RTL         bool // lines run from right to left: Left, Indent and Start are at the right
	// Leading is the distance of the baselines. Height is how far the line
	// reaches above its baseline, without taller pieces; the rest of Leading
	// is below.
	Leading, Height Unit
	// Orphans and Widows are the least number of lines left at a page's foot
	// and carried to the next page's head; 0 is 2.
	Orphans, Widows int
	Balance         bool // lines of nearly equal length (a title)
	OffGrid         bool // the lines do not keep to the grid (a formula, an ornament)
	Filled          bool // the last line takes the whole measure, however the others are aligned
	Drop            Drop

	// Source names the text that the paragraph is of, for what asks where a
	// page begins; 0 is furniture and generated text.
	Source int32
	// Mark is noted on the page that holds the paragraph's first line (the
	// section that a heading opens); 0 is none.
	Mark int32
}

// A Drop makes room for a capital that begins a paragraph and hangs into its
// first lines: those after the first, up to Lines of them in all, are set in
// by Width. A paragraph of fewer lines is as high as the capital. The lines
// stand on one page.
type Drop struct {
	Lines int
	Width Unit
}

// A Piece is what an item paints.
type Piece struct {
	Ink  Ink // nil paints nothing
	Tag  Tag
	Link int32 // the link that the piece is part of; 0 is none
	// Offset is where the piece's text begins in its source, in bytes; -1 for
	// text that is not the source's (a mark, a number).
	Offset int32
	// Level is the piece's embedding level (UAX #9): pieces of odd ones run
	// from right to left. The items stand in the order in which they are read.
	Level uint8
	// Edge, if not 0, is one more than the level of an isolate's edge before
	// the piece.
	Edge uint8
	// Height and Depth are those of a piece that reaches beyond the line's own
	// (an image, a formula, ruby); 0 for text.
	Height, Depth int32
}

// An Insert is a note called at an item.
type Insert struct {
	Item   int
	Blocks []Block
}

// An Anchor is a named place at an item; an Item of -1 is the block itself.
type Anchor struct {
	Item int
	Name string
}

// A Box is ink of fixed size standing between blocks: an image, a rule.
type Box struct {
	Space
	Width, Height Unit
	Left, Right   Unit
	Align         Align
	RTL           bool // as of a Para
	Ink           Ink  // nil is white space
	// Fill lets the box take a share of what is left of its page, by which the
	// matter below it is moved down (to the foot, by a box alone on its page).
	Fill    int
	Tag     Tag
	Anchors []Anchor
	// Source and Offset say where in which text the box begins, if it holds
	// text (a turned table).
	Source, Offset int32
}

// A Group is blocks set in from the measure, with a frame or a tint, or to be
// kept together (a figure with its caption, an aside).
type Group struct {
	Space
	Blocks      []Block
	Left, Right Unit
	RTL         bool // as of a Para
	// Frame, if not nil, is painted behind the part of the group that each page
	// holds, reaching Pad beyond it on every side.
	Frame   Ink
	Pad     Unit
	Anchors []Anchor
}

// A Float is blocks that leave the flow for the head or the foot of a page: of
// that on which the row before them ends, or of the first after it that has
// room. Floats keep their order. They do not go past a paragraph with a Mark,
// but to the head of its page, nor past a Break. Notes called in a float stand
// below its blocks. A float inside another block, or higher than Most, is set
// where it stands.
type Float struct {
	// Space is that between the float and the text, the larger of the two.
	Space
	Blocks []Block
	Foot   bool // at the page's foot; otherwise at its head, but on a part's first page
	Wide   bool // over all columns, at the head of a page
	Most   Unit // the greatest height at which it floats; 0 is the page's
}

// A Table is rows of cells.
type Table struct {
	Space
	Columns []Column
	Rows    []Row
	// Head is how many rows at the start are repeated on every page that the
	// table runs on to (without their tags: a repetition is furniture).
	Head        int
	Left, Right Unit
	Align       Align // of a table narrower than the measure
	RTL         bool  // as of a Para; the first column is at the right
	Gutter      Unit  // between columns
	Anchors     []Anchor
	Source      int32 // as a paragraph's
}

// A Column is a table's column. Width is its width; 0 is by content.
type Column struct {
	Width Unit
}

// A Row is a row of cells in the order of their columns. A cell's rows below
// do not list it again.
type Row struct {
	Cells []Cell
	// Above and Below are rules over the table's width, nil for none.
	Above, Below *Rule
	// Pad is the space above and below the cells' content.
	Pad Unit
	// KeepNext keeps the row on one page with the next.
	KeepNext bool
}

// A Rule is a line over a table's width.
type Rule struct {
	Height Unit // its thickness
	Ink    Ink
}

// A Cell is a table's cell. Its paragraphs hold their own alignment.
type Cell struct {
	Col, ColSpan, RowSpan int // Col from 0; spans of 0 are 1
	Blocks                []Block
	VAlign                Align // Start (also for Justify), Center, End
}

// A Break begins a new page.
type Break struct {
	Recto bool // on a recto, with a blank page before it if need be
	Sink  Unit // space from the head of the new page, which does not vanish
	Mark  int32
	// Columns is in how many columns what follows is set, up to the next break,
	// with Gutter between them; 0 is one. Notes stand at the foot of the column of
	// their mark, unless NoteStyle has them across. The columns of the last page are of nearly one length.
	Columns int
	Gutter  Unit
	// Across is set over all columns at the head of the first page; if it is
	// higher than two thirds of the page, on pages before it.
	Across []Block
}
