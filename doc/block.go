package doc

import "strings"

// A Block is a piece of a document that stands on lines of its own. The set is
// closed:
//
//	*Paragraph       text
//	*List            bullets or numbers, with tasks
//	*DefinitionList  terms and what they mean
//	*Quote           a long quotation
//	*Letter          a letter, or another signed paper
//	*Verse           stanzas and lines
//	*CodeBlock       program text
//	*Table           rows and columns
//	*Figure          one or more images
//	*MathBlock       a displayed formula
//	*Aside           matter beside the text: a box, a warning
//	*Division        blocks that share a language, a direction or an anchor
//	SceneBreak       a change of scene within a section
//	PageBreak        the author asks for a new page
type Block interface{ isBlock() }

// Blocks is a sequence of blocks.
type Blocks []Block

func (*Paragraph) isBlock()      {}
func (*List) isBlock()           {}
func (*DefinitionList) isBlock() {}
func (*Quote) isBlock()          {}
func (*Letter) isBlock()         {}
func (*Verse) isBlock()          {}
func (*CodeBlock) isBlock()      {}
func (*Table) isBlock()          {}
func (*Figure) isBlock()         {}
func (*MathBlock) isBlock()      {}
func (*Aside) isBlock()          {}
func (*Division) isBlock()       {}
func (SceneBreak) isBlock()      {}
func (PageBreak) isBlock()       {}

// A Paragraph is a paragraph of text.
type Paragraph struct {
	ID      string  `json:"id,omitempty"`
	Content Inlines `json:"content,omitempty"`
}

// A List is a bullet or an ordered list.
type List struct {
	ID   string   `json:"id,omitempty"`
	Kind ListKind `json:"kind,omitempty"`
	// Start is the first number of an ordered list; 0 is 1.
	Start int `json:"start,omitempty"`
	// Style is the numbers' style in an ordered list.
	Style NumberStyle `json:"style,omitempty"`
	// Delim is what stands around the numbers of an ordered list.
	Delim NumberDelim `json:"delim,omitempty"`
	// Loose sets space between the items.
	Loose bool        `json:"loose,omitempty"`
	Items []*ListItem `json:"items,omitempty"`
}

// ListKind tells bullets from numbers.
type ListKind string

const (
	Bullet  ListKind = ""
	Ordered ListKind = "ordered"
)

// NumberStyle is how a number is written.
type NumberStyle string

const (
	Decimal    NumberStyle = ""
	LowerAlpha NumberStyle = "lower-alpha"
	UpperAlpha NumberStyle = "upper-alpha"
	LowerRoman NumberStyle = "lower-roman"
	UpperRoman NumberStyle = "upper-roman"
)

// NumberDelim is what stands around a number.
type NumberDelim string

const (
	Period    NumberDelim = ""          // "1."
	Paren     NumberDelim = "paren"     // "1)"
	TwoParens NumberDelim = "twoParens" // "(1)"
)

// Marker returns the number of item i, from 0, of an ordered list as it is
// printed: "3.", "(c)".
func (l *List) Marker(i int) string {
	start := l.Start
	if start == 0 {
		start = 1
	}
	n := FormatNumber(start+i, l.Style)
	switch l.Delim {
	case Paren:
		return n + ")"
	case TwoParens:
		return "(" + n + ")"
	}
	return n + "."
}

// A ListItem is one item of a list.
type ListItem struct {
	// Task makes the item a task with a box, open or done.
	Task    Task   `json:"task,omitempty"`
	Content Blocks `json:"content,omitempty"`
}

// Task says whether a list item is a task, and its state.
type Task string

const (
	NoTask   Task = ""
	TaskOpen Task = "open"
	TaskDone Task = "done"
)

// A DefinitionList is a list of terms with their definitions.
type DefinitionList struct {
	ID    string        `json:"id,omitempty"`
	Loose bool          `json:"loose,omitempty"`
	Items []*Definition `json:"items,omitempty"`
}

// A Definition is a term and one or more definitions of it.
type Definition struct {
	Term        Inlines  `json:"term,omitempty"`
	Definitions []Blocks `json:"definitions,omitempty"`
}

// A Quote is a quotation set off from the text.
type Quote struct {
	ID          string  `json:"id,omitempty"`
	Content     Blocks  `json:"content,omitempty"`
	Attribution Inlines `json:"attribution,omitempty"` // without a dash
}

// A Letter is a letter, or another paper with a place and a hand to it (an
// order, a telegram), printed in the text. Every part may be missing. A
// LineBreak parts the lines of those that are inlines.
type Letter struct {
	ID         string  `json:"id,omitempty"`
	Dateline   Inlines `json:"dateline,omitempty"` // where and when it was written
	Address    Inlines `json:"address,omitempty"`  // to whom, and where
	Salutation Inlines `json:"salutation,omitempty"`
	Content    Blocks  `json:"content,omitempty"`
	Closing    Inlines `json:"closing,omitempty"`   // "I am, Sir, your obedient servant,"
	Signature  Inlines `json:"signature,omitempty"` // who signed, and as what
	Postscript Blocks  `json:"postscript,omitempty"`
}

// Verse is poetry, or other text whose lines are the author's.
type Verse struct {
	ID          string    `json:"id,omitempty"`
	Stanzas     []*Stanza `json:"stanzas,omitempty"`
	Attribution Inlines   `json:"attribution,omitempty"` // without a dash
}

// A Stanza is a group of verse lines.
type Stanza struct {
	Lines []*VerseLine `json:"lines,omitempty"`
}

// A VerseLine is one line of verse.
type VerseLine struct {
	Indent  int     `json:"indent,omitempty"` // in steps of 1 em
	Content Inlines `json:"content,omitempty"`
}

// A CodeBlock is program text, set line for line in the mono face.
type CodeBlock struct {
	ID string `json:"id,omitempty"`
	// Language is the programming language's usual short name, "go"; "" is
	// not known.
	Language string `json:"language,omitempty"`
	// Text holds the lines, parted by "\n", without a newline at the end.
	Text string `json:"text"`
}

// Lines returns the lines of the text, each tab made spaces up to the next
// column that is a multiple of four. Every edition sets these.
func (b *CodeBlock) Lines() []string {
	lines := strings.Split(b.Text, "\n")
	for i, l := range lines {
		lines[i] = expandTabs(l)
	}
	return lines
}

func expandTabs(l string) string {
	if !strings.Contains(l, "\t") {
		return l
	}
	var b strings.Builder
	col := 0
	for _, r := range l {
		n := 1
		if r == '\t' {
			n = 4 - col%4
			b.WriteString(strings.Repeat(" ", n))
		} else {
			b.WriteRune(r)
		}
		col += n
	}
	return b.String()
}

// A Table has a head, one or more bodies and a foot, all with Columns. A
// table with a caption is numbered ("Table 2") unless Unnumbered.
type Table struct {
	ID         string       `json:"id,omitempty"`
	Caption    Inlines      `json:"caption,omitempty"`
	Unnumbered bool         `json:"unnumbered,omitempty"`
	Columns    []Column     `json:"columns,omitempty"`
	Head       []*Row       `json:"head,omitempty"`
	Bodies     []*TableBody `json:"bodies,omitempty"`
	Foot       []*Row       `json:"foot,omitempty"`
}

// A Column says how a table's column is set.
type Column struct {
	Align Align `json:"align,omitempty"`
	// Width is the column's share of the text's measure, between 0 and 1; 0
	// leaves it to the edition to fit the content.
	Width float64 `json:"width,omitempty"`
}

// AlignOf returns the alignment of a cell that begins in a column: its own,
// else the column's; a cell over several columns is centred. See
// [Table.Aligned] for columns of numbers.
func (t *Table) AlignOf(c *Cell, col int) Align {
	switch {
	case c.Align != AlignDefault:
		return c.Align
	case c.ColSpan > 1:
		return AlignCenter
	case col < len(t.Columns) && t.Columns[col].Align != AlignDefault:
		return t.Columns[col].Align
	}
	return AlignStart
}

// Align is the alignment of a column or a cell.
type Align string

const (
	AlignDefault Align = "" // see [Table.AlignOf]
	AlignStart   Align = "start"
	AlignCenter  Align = "center"
	AlignEnd     Align = "end"
	AlignDecimal Align = "decimal" // numbers on their decimal marks; where that cannot be, at the end
)

// A TableBody is a group of rows, with header rows of its own if it has Head.
type TableBody struct {
	Head []*Row `json:"head,omitempty"`
	Rows []*Row `json:"rows,omitempty"`
	// HeaderColumns is how many columns at the start are row headers.
	HeaderColumns int `json:"headerColumns,omitempty"`
}

// A Row is a row of cells. Positions that a cell above covers by its RowSpan
// are left out.
type Row struct {
	Cells []*Cell `json:"cells,omitempty"`
}

// A Cell is a table cell. The cells of a head are header cells without
// saying so.
type Cell struct {
	Align   Align  `json:"align,omitempty"`
	RowSpan int    `json:"rowSpan,omitempty"` // 0 is 1
	ColSpan int    `json:"colSpan,omitempty"` // 0 is 1
	Header  bool   `json:"header,omitempty"`
	Content Blocks `json:"content,omitempty"`
}

// A Figure is one or more images with a caption. A figure with a caption is
// numbered ("Figure 2") unless Unnumbered.
type Figure struct {
	ID         string   `json:"id,omitempty"`
	Images     []*Image `json:"images,omitempty"`
	Caption    Inlines  `json:"caption,omitempty"`
	Unnumbered bool     `json:"unnumbered,omitempty"`
}

// A MathBlock is a displayed formula.
type MathBlock struct {
	ID       string `json:"id,omitempty"`
	TeX      string `json:"tex"`
	Numbered bool   `json:"numbered,omitempty"`
	// Alt says the formula in words, for those who hear it; "" is the TeX.
	Alt string `json:"alt,omitempty"`
}

// An Aside is matter beside the text.
type Aside struct {
	ID      string    `json:"id,omitempty"`
	Role    AsideRole `json:"role,omitempty"`
	Title   Inlines   `json:"title,omitempty"` // empty: the role's name, if it has one
	Content Blocks    `json:"content,omitempty"`
}

// AsideRole says what an aside is for.
type AsideRole string

const (
	AsideSidebar   AsideRole = "" // a box of its own matter; no name
	AsideNote      AsideRole = "note"
	AsideTip       AsideRole = "tip"
	AsideImportant AsideRole = "important"
	AsideCaution   AsideRole = "caution"
	AsideWarning   AsideRole = "warning"
	AsideExample   AsideRole = "example"
	AsidePullQuote AsideRole = "pullquote" // words of the text shown large; no name
)

// A Division groups blocks that share a language, a direction or an anchor.
type Division struct {
	ID      string    `json:"id,omitempty"`
	Lang    string    `json:"lang,omitempty"` // BCP 47; "" is that around it
	Dir     Direction `json:"dir,omitempty"`  // "": see [Direction.Within]
	Content Blocks    `json:"content,omitempty"`
}

// A SceneBreak is a change of scene within a section, an ornament or a blank
// line in print.
type SceneBreak struct{}

// A PageBreak asks for a new page where an edition has pages.
type PageBreak struct{}
