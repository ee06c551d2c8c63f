package pdffile

import "time"

// A File is what Finish adds to the pages.
type File struct {
	Profile Profile
	Pages   []Page // as many as the source has
	Fonts   []*Font
	// Graphics are what the content streams name besides fonts and images.
	Graphics []Resource
	Tree     *Elem // the Document element; not used without tags
	Outline  []*OutlineItem
	Labels   []PageLabel // by ascending page, from the first
	Dests    []Dest      // in any order; names are unique
	// Attached are the files that the file carries along. Those of structure
	// elements are carried too, without being listed here.
	Attached []*Attachment
	// Press is what a press profile needs; nil for others.
	Press *Press
	Info  Info
}

// A Page is what belongs to one page.
type Page struct {
	// Width and Height are the media box, in points.
	Width, Height float64
	// Marked lists the slots of the page's marked-content identifiers, from 0.
	// The content has them all, each written once as "/MCID n".
	Marked []Slot
	// Content, if not nil, is the page's content; the source's page is empty
	// then.
	Content *Content
	Annots  []Annot
}

// A Slot is a place in the structure tree that takes page content. Slots are
// numbered from 1; 0 is no slot (an artifact).
type Slot int32

// An Elem is a structure element. It stands in the tree once. One that holds
// no content, no annotation and no alternate text, and no element that does,
// is left out of the file, unless it is a table's cell.
type Elem struct {
	// Type is a standard structure type of PDF 1.7 ("P", "Note"), or one that
	// is written as it is and mapped to one: Title, Aside, Em, Strong, H7.
	Type       string
	ID         string // unique in the file; "" is none, but a Note always gets one
	Title      string
	Lang       string // "" is that of the parent
	Alt        string // alternate description
	ActualText string
	Expansion  string // of an abbreviation
	Attrs      []Attr
	Kids       []Kid
	// Refs are the elements that this one refers to: a call's note, a note's
	// calls, the heading of a line of the contents. PDF 2.0 alone writes them.
	Refs []*Elem
	// Files say in another form what the element says: a formula's MathML.
	Files []*Attachment
}

// A Kid is a child of a structure element: an element or a slot.
type Kid struct {
	Elem *Elem
	Slot Slot // if Elem is nil
}

// An Attr is a structure attribute. Value is a PDF object in its written form
// ("/Column", "2", "[0 0 100 50]"). Attributes of one owner are written as one
// dictionary.
type Attr struct {
	Owner string // "Table", "Layout", "List"
	Key   string
	Value string
}

// An Annot is a link annotation: the part of a link that is on one page.
type Annot struct {
	// Rects are the areas of the link, one for each line that it runs over:
	// left, bottom, right, top in points from the page's lower left corner.
	Rects [][4]float64
	// URI or Dest (the name of a destination) is where the link leads.
	URI, Dest string
	Contents  string // said in place of the link; "" is the URI or the name
	// Elem is the Link element that the annotation is joined to by an object
	// reference. An element may have several annotations (ISO 14289-1, 7.18.5).
	Elem *Elem
}

// A Font is a font program with the codes that the content streams use. Codes
// are two bytes; code i is Codes[i]; code 0 is not used. Two codes may show
// the same glyph and stand for different text: an embedded CMap maps codes to
// CIDs.
type Font struct {
	Name string // in the pages' resources: "F1"
	Base string // PostScript name, without the subset tag
	// TrueType says that Program is an sfnt with glyf outlines, whose CIDs are
	// its glyph indices. Otherwise Program is a bare CFF table.
	TrueType bool
	Program  []byte
	Whole    bool // Program is no subset, and its name has no tag
	Codes    []Code

	Flags                      int // ISO 32000-1, table 123
	BBox                       [4]int
	ItalicAngle                float64
	Ascent, Descent, CapHeight int // 1/1000 em, as BBox
	StemV                      int
}

// A Resource is an entry of the pages' resource dictionary: a graphics state, a
// shading or a form.
type Resource struct {
	Category string // "ExtGState", "Shading" or "XObject"
	Name     string // in the content streams; unique in its category
	Dict     string // its dictionary in written form, without << and >>
	// Form is the content of a form. It may use all resources that the pages
	// have, and has no marked content.
	Form []byte
}

// A Code is what one character code shows and means.
type Code struct {
	CID   uint16
	Width float64 // 1/1000 em
	Text  string  // for the ToUnicode map; never empty
}

// An OutlineItem is an entry of the outline.
type OutlineItem struct {
	Title string
	Dest  string // the name of a destination
	Open  bool
	Kids  []*OutlineItem
}

// A PageLabel starts a run of page labels at a page.
type PageLabel struct {
	Page   int    // from 0
	Style  string // "D", "r", "R", "a", "A", or "" for a prefix alone
	Prefix string
	Start  int
}

// A Dest is a named destination: a place on a page.
type Dest struct {
	Name string
	Page int     // from 0
	X, Y float64 // points from the lower left corner
	// Elem is the structure element at the place; nil is the whole document.
	// PDF 2.0 alone needs it.
	Elem *Elem
}

// Info is the file's metadata; Info dictionary and XMP agree. Texts are single
// lines: control characters become spaces.
type Info struct {
	Title      string
	Authors    []string
	Subject    string
	Keywords   []string
	Lang       string // BCP 47; required
	RTL        bool   // the document reads from right to left
	Publisher  string
	Rights     string
	Identifier string // a URN or DOI, "" is none
	Series     string // "US-China Relations Report, Vol. 1"
	Date       string // of publication, ISO 8601, may be a year alone
	Creator    string // the program that made the content
	// Modified is the date of creation and of change; zero is the start of
	// 2000. The clock is never asked.
	Modified time.Time
}
