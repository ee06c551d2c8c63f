package doc

// An Inline is a piece of text or something that stands within text. The set
// is closed:
//
//	Text         words
//	Emphasis     and Strong, SmallCaps, Underline, Strike, Superscript,
//	             Subscript: text set apart
//	Code         program text
//	*Link        to a URL or to an ID of the document
//	*CrossRef    the number, title or page of something in the document
//	*Image       within a line
//	*Note        a footnote or endnote, standing where its mark appears
//	*NoteRef     a further call of a note
//	*Math        a formula within a line
//	*Span        text of another language or direction, or with an anchor
//	*Ruby        text with a reading above it
//	*IndexTerm   an entry of the index, of no width
//	*Quoted      a quotation within text, its marks those of the language
//	LineBreak    the author's line end
type Inline interface{ isInline() }

// Inlines is a sequence of inlines.
type Inlines []Inline

func (Text) isInline()        {}
func (Emphasis) isInline()    {}
func (Strong) isInline()      {}
func (SmallCaps) isInline()   {}
func (Underline) isInline()   {}
func (Strike) isInline()      {}
func (Superscript) isInline() {}
func (Subscript) isInline()   {}
func (Code) isInline()        {}
func (*Link) isInline()       {}
func (*CrossRef) isInline()   {}
func (*Image) isInline()      {}
func (*Note) isInline()       {}
func (*NoteRef) isInline()    {}
func (*Math) isInline()       {}
func (*Span) isInline()       {}
func (*Ruby) isInline()       {}
func (*IndexTerm) isInline()  {}
func (*Quoted) isInline()     {}
func (LineBreak) isInline()   {}

// Text is words. White space in it, newlines too, stands for one space;
// U+00A0 and the fixed spaces are kept.
type Text string

// Emphasis is stressed text, italic in print.
type Emphasis Inlines

// Strong is strongly stressed text, bold in print.
type Strong Inlines

// SmallCaps is text in small capitals.
type SmallCaps Inlines

// Underline is underlined text.
type Underline Inlines

// Strike is text struck through.
type Strike Inlines

// Superscript is raised text.
type Superscript Inlines

// Subscript is lowered text.
type Subscript Inlines

// Code is a piece of program text, set in the mono face.
type Code string

// A Link leads to a URL, or, for a URL that is "#" and an ID, to a place in
// the document.
type Link struct {
	URL     string  `json:"url"`
	Title   string  `json:"title,omitempty"`
	Content Inlines `json:"content,omitempty"` // empty: the URL
}

// A CrossRef names a section, figure, table, equation or note by what the
// edition knows of it.
type CrossRef struct {
	To   string  `json:"to"` // the ID of the target
	Form RefForm `json:"form,omitempty"`
}

// RefForm says what a cross-reference shows.
type RefForm string

const (
	RefLabel  RefForm = ""       // "Figure 2", "Section 3.1", "note 12"
	RefNumber RefForm = "number" // "2", "3.1", "12"
	RefTitle  RefForm = "title"  // the title or caption
	RefPage   RefForm = "page"   // the page label; see render.PageMap
)

// An Image is a picture, within a line or in a [Figure].
type Image struct {
	// Src is the image's slash-separated path in Document.Files.
	Src string `json:"src"`
	// Alt says in words what the image shows.
	Alt string `json:"alt,omitempty"`
	// Decorative says that the image tells nothing, so that it needs no Alt.
	Decorative bool `json:"decorative,omitempty"`
	// Width is the image's share of the measure, between 0 and 1; 0 is its
	// natural width, the whole measure at most.
	Width float64 `json:"width,omitempty"`
}

// A Note is a footnote or endnote. It stands where its mark appears and holds
// its text.
type Note struct {
	// ID lets a NoteRef or a CrossRef name the note; "" is none.
	ID   string   `json:"id,omitempty"`
	Kind NoteKind `json:"kind,omitempty"`
	// Mark is a mark of the note's own, "*" or "†", outside the numbers; "" is
	// the next number.
	Mark    string `json:"mark,omitempty"`
	Content Blocks `json:"content,omitempty"`
}

// NoteKind says where a note is set.
type NoteKind string

const (
	Footnote NoteKind = ""        // at the foot of the page
	Endnote  NoteKind = "endnote" // collected at the end
)

// A NoteRef calls a note that stands elsewhere once more, with the same label.
type NoteRef struct {
	To string `json:"to"` // the ID of the note
}

// Math is a formula within a line.
type Math struct {
	TeX string `json:"tex"`
	Alt string `json:"alt,omitempty"` // as MathBlock.Alt
}

// A Span is text in another language or direction, or text with an anchor.
type Span struct {
	ID      string    `json:"id,omitempty"`
	Lang    string    `json:"lang,omitempty"` // BCP 47; "" is that around it
	Dir     Direction `json:"dir,omitempty"`  // "": see [Direction.Within]
	Content Inlines   `json:"content,omitempty"`
}

// Ruby is a base with its reading. One Ruby is a group; mono ruby is a Ruby
// for each character.
type Ruby struct {
	Base Inlines `json:"base,omitempty"`
	Text string  `json:"text"`
}

// An IndexTerm is an entry of the index, or the start or end of a range of
// pages of one. It has no width.
type IndexTerm struct {
	// Entry is the entry and its subentries: {"Rome", "fall of"}.
	Entry []string `json:"entry"`
	// SortAs replaces the parts of Entry in sorting; "" or missing is the part.
	SortAs  []string   `json:"sortAs,omitempty"`
	See     string     `json:"see,omitempty"`
	SeeAlso string     `json:"seeAlso,omitempty"`
	Range   IndexRange `json:"range,omitempty"`
}

// IndexRange says whether an index term stands for a place or bounds a range.
type IndexRange string

const (
	IndexPoint IndexRange = ""
	IndexStart IndexRange = "start"
	IndexEnd   IndexRange = "end"
)

// Quoted is a quotation within text; the edition sets the marks of the
// language, inner ones within outer ones.
type Quoted struct {
	// Single asks for the language's second marks (‘ ’ in American English)
	// outside other quotations.
	Single  bool    `json:"single,omitempty"`
	Content Inlines `json:"content,omitempty"`
}

// LineBreak is a line end that the author wants.
type LineBreak struct{}
