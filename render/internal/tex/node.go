package tex

import "fmt"

// A Formula is a formula that was understood.
type Formula struct {
	Body List
	// Tag is what \tag names the formula, in place of a number; nil is none.
	Tag Node
	// Ignored are the commands that a formula may hold but that set nothing
	// here (\label, \color), in order.
	Ignored []string
}

// An Error says what is not understood, and where.
type Error struct {
	Offset int // in bytes of the TeX
	Msg    string
}

func (e *Error) Error() string {
	return fmt.Sprintf("the TeX is not understood at byte %d: %s", e.Offset, e.Msg)
}

// A Node is a part of a formula:
//
//	List       parts in a row
//	*Symbol    a letter, figure or sign
//	*Function  the name of a function: sin, lim
//	*Scripts   a base with what stands above and below, or at its corners
//	*Fraction  one part over another
//	*Root      a radical
//	*Fenced    a part between delimiters as tall as it is
//	*Delimiter a delimiter of a size
//	*Grid      a matrix, an alignment, an array
//	*Accent    a part under or over an accent, a brace or an arrow
//	*Bar       a part with a rule over, under or around it
//	*Stack     a part with others over and under it
//	*Text      words
//	*Space     white space
//	*Styled    a part in a style
//	*Group     parts that count as one
//	*Phantom   the room that a part would take
type Node interface{ isNode() }

func (List) isNode()       {}
func (*Symbol) isNode()    {}
func (*Function) isNode()  {}
func (*Scripts) isNode()   {}
func (*Fraction) isNode()  {}
func (*Root) isNode()      {}
func (*Fenced) isNode()    {}
func (*Delimiter) isNode() {}
func (*Grid) isNode()      {}
func (*Accent) isNode()    {}
func (*Bar) isNode()       {}
func (*Stack) isNode()     {}
func (*Text) isNode()      {}
func (*Space) isNode()     {}
func (*Styled) isNode()    {}
func (*Group) isNode()     {}
func (*Phantom) isNode()   {}

// A List is parts in a row.
type List []Node

// Class is what a part is to its neighbours: it decides the space between
// them (The TeXbook, chapter 17).
type Class uint8

// The classes.
const (
	Ord Class = iota
	Op
	Bin
	Rel
	Open
	Close
	Punct
	Inner
)

// Alphabet is the alphabet that a letter or figure is of.
type Alphabet uint8

// The alphabets. Plain is as mathematics has it: letters italic, but capital
// Greek and figures upright.
const (
	Plain Alphabet = iota
	Upright
	Italic
	Bold
	BoldItalic
	DoubleStruck
	Script
	BoldScript
	Fraktur
	BoldFraktur
	Sans
	SansBold
	SansItalic
	Mono
	bolder // \boldsymbol: bold, upright or italic as the plain letter is
)

// A Symbol is a letter, figure or sign.
type Symbol struct {
	Rune     rune
	Class    Class
	Alphabet Alphabet
	Not      bool // struck through; where Unicode has the sign so, Rune is that
}

// Limits says where the scripts of an operator stand.
type Limits uint8

// The places of scripts: above and below in a display, else at the corners;
// always above and below; always at the corners.
const (
	DisplayLimits Limits = iota
	LimitsAlways
	LimitsNever
)

// A Function is an operator that is a word.
type Function struct {
	Name   string
	Limits Limits
}

// Scripts is a base with scripts. Base may be nil: scripts of nothing.
type Scripts struct {
	Base, Sub, Super Node
	Limits           Limits // of a base that is an operator
	Primes           int    // that Super begins with
}

// Style is TeX's style of setting.
type Style uint8

// The styles.
const (
	AutoStyle Style = iota // as it stands
	DisplayStyle
	TextStyle
	ScriptStyle
	ScriptScriptStyle
)

// A Fraction is one part over another, between delimiters if they are not 0.
type Fraction struct {
	Num, Den    Node
	NoRule      bool
	Left, Right rune
	Style       Style
}

// A Root is the square root, or the root of an index, of a part.
type Root struct{ Radicand, Index Node }

// A Fenced is parts between delimiters, 0 for none. A delimiter stands between
// each two parts too (\middle).
type Fenced struct {
	Left, Right rune
	Parts       []List
	Middles     []rune // one less than Parts
}

// A Delimiter is a delimiter of a fixed size, from 1 (\big) to 4 (\Bigg).
type Delimiter struct {
	Rune  rune
	Size  int
	Class Class
}

// Align is how a cell stands in its column.
type Align uint8

// The alignments.
const (
	Center Align = iota
	Left
	Right
)

// GridKind is what a grid is, which decides its space and style.
type GridKind uint8

// The kinds of grids.
const (
	Array    GridKind = iota // array, matrix: columns an em apart, cells in text style
	Aligned                  // aligned, split: right and left columns in turn, display style
	Gathered                 // gather, multline, and lines without an environment: one column, display style
	Cases                    // cases
	Small                    // smallmatrix, substack: script style
)

// A Grid is rows of cells.
type Grid struct {
	Kind        GridKind
	Left, Right rune // delimiters around it, 0 for none
	Columns     []Align
	Rows        [][]List
	Lines       map[int]int  // rules between rows: how many above row i
	Bars        map[int]int  // rules between columns: how many before column i
	Words       map[int]bool // rows of words over all columns
	Tags        []Node       // of the rows, nil where there is none
	Display     bool         // cells are set in display style though Kind is not
	Top, Bottom bool         // the first, the last row is on the line ([t], [b])
}

// An Accent is a part with a sign over or under it.
type Accent struct {
	Body    Node
	Rune    rune
	Under   bool
	Stretch bool // the sign grows with the part
	Brace   bool // scripts stand over or under the sign
}

// A Bar is a part with a rule over or under it, or around it.
type Bar struct {
	Body  Node
	Under bool
	Boxed bool
}

// A Stack is a part with others, in script style, over and under it; nil for
// none.
type Stack struct {
	Base, Over, Under Node
	Class             Class
	Stretch           bool // the base, an arrow, grows as wide as the others
}

// A Text is words in a face of the text.
type Text struct {
	Text         string
	Bold, Italic bool
	Sans, Mono   bool
}

// A Space is white space, in units of 1/18 em.
type Space struct{ Mu int }

// A Styled is parts in a style.
type Styled struct {
	Style Style
	Body  List
}

// A Group is parts that count as one of a class.
type Group struct {
	Body  List
	Class Class
}

// A Phantom is the width, the height and depth, or all of the room that a part
// would take. Show sets the part as well (\smash, \mathllap and their like
// take room away).
type Phantom struct {
	Body              Node
	NoWidth, NoHeight bool
	Show              bool
	Shift             Align // of what has no width: Left stands to the left of the place
}
