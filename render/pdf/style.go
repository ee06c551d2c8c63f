package pdf

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// A Style is every measure of a print edition. Lengths are absolute; Em, Lines
// and the other factors follow the text's size and leading, so that a style
// stays in proportion when those change. [StyleReport], [StyleBook] and
// [StylePaper] return complete styles; a Style read by [ParseStyle] starts
// from one of them.
type Style struct {
	Page     Size    `json:"page"`
	Margins  Margins `json:"margins"`
	TwoSided bool    `json:"twoSided"` // inner and outer margins change sides on versos
	// Binding is what the binding takes of each page, besides the inner margin.
	Binding Length `json:"binding"`

	// Columns is in how many columns the text is set, with Gutter between them; 0
	// and 1 are one. The head, the abstract and the contents stand across them, and
	// so do tables and numbered figures too wide for one; notes stand as
	// Notes.Across says, and the columns of the last page are of one length. A style
	// with a title page sets its first pages in one column.
	Columns int    `json:"columns"`
	Gutter  Length `json:"gutter"`

	TextSize Length `json:"textSize"`
	Leading  Length `json:"leading"` // distance of the text's baselines

	// Indent of a paragraph that follows another, in ems.
	Indent   float64 `json:"indent"`
	Ragged   bool    `json:"ragged"`   // lines are not justified
	OldStyle bool    `json:"oldStyle"` // old-style figures in text
	// Expansion is how far the letters of a justified line may be stretched or
	// shrunk, a share of their width; 0.02 cannot be seen.
	Expansion float64 `json:"expansion"`
	// Tracking is how far they may be spaced where the white space alone would
	// be too wide or too narrow, in ems a letter.
	Tracking float64 `json:"tracking"`

	Head     HeadStyle      `json:"head"`     // the document's title and authors
	Headings []HeadingStyle `json:"headings"` // by depth; the last serves all deeper ones
	Chapters ChapterStyle   `json:"chapters"`
	Contents ContentsStyle  `json:"contents"`
	Running  RunningStyle   `json:"running"`
	Notes    NotesStyle     `json:"notes"`
	Index    IndexStyle     `json:"index"`
	Rules    RulesStyle     `json:"rules"`

	// Quote is the inset of quotations on both sides, in ems, and QuoteSize
	// their size as a factor of the text's.
	Quote     float64 `json:"quote"`
	QuoteSize float64 `json:"quoteSize"`
	// BlockLetters sets the dateline, the closing and the signature of letters
	// where their lines begin, as typists do; otherwise they stand at the end of
	// the line. Letters are set in and sized as quotations.
	BlockLetters bool `json:"blockLetters"`
	// List is the indent of lists, in ems.
	List float64 `json:"list"`
	// Floats moves figures and tables that have a number and a caption to the head
	// of the page that they come to stand on, or of the next that has room, but
	// within their section; on a chapter's first page to its foot. Others stay
	// where they are, as do tables of more than half a page.
	Floats bool `json:"floats"`
	// CodeSize is the mono face's size as a factor of the text's.
	CodeSize float64 `json:"codeSize"`
	// SmallSize is the size of captions and tables as a factor of the text's.
	SmallSize float64 `json:"smallSize"`
	// EastAsian is what differs in Chinese, Japanese and Korean documents.
	EastAsian EastAsianStyle `json:"eastAsian"`
	// Accent is the one colour besides the text's, "#rrggbb"; "" is none. It is
	// that of links, of the rule at an aside and, where the next two say so, of
	// headings with the title, and of the rules in the text.
	Accent         string `json:"accent"`
	AccentHeadings bool   `json:"accentHeadings"`
	AccentRules    bool   `json:"accentRules"`
	// Draft is a word, "Draft", set large and pale across every page behind
	// the text; "" is none.
	Draft string `json:"draft"`
}

// Margins are the space around the block of text. Without two sides, Inner is
// at the left.
type Margins struct {
	Top    Length `json:"top"`
	Bottom Length `json:"bottom"`
	Inner  Length `json:"inner"`
	Outer  Length `json:"outer"`
}

// HeadStyle is how the document's head or title page is set.
type HeadStyle struct {
	OwnPage   bool    `json:"ownPage"`   // a title page with the imprint on its verso, not a head above the text
	HalfTitle bool    `json:"halfTitle"` // a leaf with the title alone before the title page
	Centered  bool    `json:"centered"`
	TitleSize float64 `json:"titleSize"` // a factor of the text's size
}

// HeadingStyle is how a section's heading is set.
type HeadingStyle struct {
	Size      float64 `json:"size"`   // a factor of the text's size
	Before    float64 `json:"before"` // space above, in lines
	After     float64 `json:"after"`  // space below, in lines
	Lines     float64 `json:"lines"`  // leading, in lines
	Italic    bool    `json:"italic"`
	Semibold  bool    `json:"semibold"`
	SmallCaps bool    `json:"smallCaps"`
	Centered  bool    `json:"centered"`
	// NumberAbove sets the number of a part, chapter or appendix, with its word,
	// on a line of its own above the title.
	NumberAbove bool `json:"numberAbove"`
}

// ChapterStyle is how chapters (sections of the first level, and those below
// a part) open.
type ChapterStyle struct {
	NewPage bool    `json:"newPage"`
	Recto   bool    `json:"recto"` // on a recto; NewPage is then understood
	Sink    float64 `json:"sink"`  // space above the heading, in lines
	// DropCap is how many lines the first letter of a chapter is high; 0 and 1
	// leave it in the line. A quotation mark before it is as large. A chapter that
	// does not begin with a letter of a paragraph has none.
	DropCap int `json:"dropCap"`
}

// ContentsStyle is the table of contents.
type ContentsStyle struct {
	Depth   int  `json:"depth"`   // levels listed; 0 is no contents
	Least   int  `json:"least"`   // the fewest entries that are worth a table
	OwnPage bool `json:"ownPage"` // on pages of its own
	Leaders bool `json:"leaders"` // dots lead to the page numbers
	// Figures and Tables add lists of what has a number and a caption.
	Figures bool `json:"figures"`
	Tables  bool `json:"tables"`
}

// RunningStyle is the furniture at a page's head and foot.
type RunningStyle struct {
	// Verso and Recto name what the heads show: "title", "author", "section"
	// (the first-level section) or "". Without two sides Recto serves every
	// page.
	Verso string `json:"verso"`
	Recto string `json:"recto"`
	// FolioAtFoot centres the page number at the foot; otherwise it stands in
	// the head's outer corner, on openers at the foot.
	FolioAtFoot bool `json:"folioAtFoot"`
	// Roman numbers the pages before the main text i, ii, iii; the main text
	// begins at 1, on a recto in a two-sided style. The main text begins with
	// the document's opening blocks or with the first section whose role is not
	// one of the front matter's (dedication, epigraph, foreword, preface,
	// acknowledgments, abstract, summary, contributors).
	Roman bool    `json:"roman"`
	Size  float64 `json:"size"` // a factor of the text's size
}

// NotesStyle is how and where notes are set.
type NotesStyle struct {
	// Place is "foot": footnotes at the foot of the page, endnotes under a
	// heading of their own behind the text; "chapter": all at the end of each
	// chapter; or "book": all behind the text, by chapters. "" is "foot". Notes
	// on the whole work and its authors are at the foot always.
	Place   string  `json:"place"`
	Size    float64 `json:"size"`    // a factor of the text's size
	Leading float64 `json:"leading"` // a factor of the text's leading
	Rule    float64 `json:"rule"`    // the rule's length, a factor of the measure
	// Across sets the footnotes of a page in columns over all of them;
	// otherwise each stands at the foot of the column of its mark.
	Across bool `json:"across"`
}

// IndexStyle is how the index is set.
type IndexStyle struct {
	Size float64 `json:"size"` // a factor of the text's size
	// Columns is in how many columns the entries stand, below a heading that
	// stands over all, on pages of their own; fewer where the page is narrow. 0 and
	// 1 leave them in those of the text.
	Columns int `json:"columns"`
}

// RulesStyle is the thickness of rules: light ones under heads and above
// notes, heavy ones above and below tables.
type RulesStyle struct {
	Light Length `json:"light"`
	Heavy Length `json:"heavy"`
}

// StyleReport returns the style of a policy report: A4, one-sided, sections
// run on.
func StyleReport() Style {
	return Style{
		Page:     A4,
		Margins:  Margins{Top: 80, Bottom: 101, Inner: 104, Outer: 137},
		TextSize: 10.75, Leading: 15, Indent: 1, OldStyle: true, Expansion: 0.02, Tracking: 0.01,
		Head: HeadStyle{TitleSize: 2},
		Headings: []HeadingStyle{
			{Size: 1.44, Lines: 1.3, Before: 1.8, After: 0.9, Semibold: true},
			{Size: 1.2, Lines: 1, Before: 1.35, After: 0.65, Semibold: true},
			{Size: 1, Lines: 1, Before: 1, After: 0, Semibold: true},
			{Size: 1, Lines: 1, Before: 1, After: 0, Italic: true},
		},
		Contents: ContentsStyle{Depth: 2, Least: 8},
		Running:  RunningStyle{Recto: "title", Size: 0.86},
		Notes:    NotesStyle{Size: 0.82, Leading: 0.8, Rule: 0.2},
		Index:    IndexStyle{Size: 0.88, Columns: 2},
		Rules:    RulesStyle{Light: 0.4, Heavy: 0.8},
		Quote:    1.5, QuoteSize: 0.95, List: 1.6, CodeSize: 0.84, SmallSize: 0.88,
		EastAsian: EastAsianStyle{Leading: 1.7},
		Accent:    "#1f4e79",
	}
}

// StyleBook returns the style of a small book: 6 by 9 inches, two-sided,
// chapters on new pages.
func StyleBook() Style {
	s := StyleReport()
	s.Page = Size{6 * In, 9 * In}
	s.Margins = Margins{Top: 58, Bottom: 72, Inner: 54, Outer: 64}
	s.TwoSided = true
	s.TextSize, s.Leading = 10.8, 13.6
	s.Head = HeadStyle{OwnPage: true, HalfTitle: true, TitleSize: 2.2}
	s.Headings = []HeadingStyle{
		{Size: 1.7, Lines: 1.7, Before: 0, After: 2.3, NumberAbove: true},
		{Size: 1, Lines: 1, Before: 1.34, After: 0.66, SmallCaps: true},
		{Size: 1, Lines: 1, Before: 1, After: 0, Italic: true},
	}
	s.Chapters = ChapterStyle{NewPage: true, Sink: 5}
	s.Contents = ContentsStyle{Depth: 2, Least: 2, OwnPage: true}
	s.Running = RunningStyle{Verso: "title", Recto: "section", Roman: true, Size: 0.86}
	s.Floats = true
	s.Notes.Leading = 0.815
	return s
}

// StylePaper returns the style of a working paper: A4, one column, numbered
// pages without running heads. For two columns set Columns to 2, and Inner and
// Outer to 54 pt.
func StylePaper() Style {
	s := StyleReport()
	s.Margins = Margins{Top: 76, Bottom: 90, Inner: 120, Outer: 120}
	s.TextSize, s.Leading, s.Gutter = 10, 12.5, 18
	s.Head.TitleSize = 1.7
	s.Running = RunningStyle{FolioAtFoot: true, Size: 0.9}
	s.Floats = true
	s.Contents.Depth = 0
	return s
}

var styles = map[string]func() Style{"report": StyleReport, "book": StyleBook, "paper": StylePaper}

// StyleNamed returns the style called report, book or paper.
func StyleNamed(name string) (Style, error) {
	f := styles[name]
	if f == nil {
		return Style{}, fmt.Errorf("style %q: want report, book or paper", name)
	}
	return f(), nil
}

// ParseStyle reads a style from JSON: an object with the fields of Style and,
// as "base", the name of the style that it starts from (report, book, paper;
// report if it is missing). Lengths are numbers of points or strings such as
// "0.75in". An unknown field, a wrong type or an impossible measure is an
// error that names it.
func ParseStyle(data []byte) (Style, error) {
	var base struct {
		Base *string `json:"base"`
	}
	if err := json.Unmarshal(data, &base); err != nil {
		return Style{}, fmt.Errorf("style: %w", err)
	}
	name := "report"
	if base.Base != nil {
		name = *base.Base
	}
	s, err := StyleNamed(name)
	if err != nil {
		return Style{}, err
	}
	file := struct {
		Base string `json:"base"`
		*Style
	}{Style: &s}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&file); err != nil {
		return Style{}, fmt.Errorf("style: %w", err)
	}
	if _, err := d.Token(); err != io.EOF {
		return Style{}, errors.New("style: more follows the object")
	}
	return s, s.Check()
}

// Check reports every measure of s that no page can be set with, joined.
func (s *Style) Check() error {
	var errs []error
	bad := func(wrong bool, format string, args ...any) {
		if wrong {
			errs = append(errs, fmt.Errorf("style: "+format, args...))
		}
	}
	bad(s.Page.Width <= 0 || s.Page.Height <= 0, "page: %g by %g pt is no size", s.Page.Width, s.Page.Height)
	bad(s.Page.Width > 14400 || s.Page.Height > 14400, "page: larger than 14,400 pt, the most a PDF page may be")
	m := s.Margins
	bad(m.Top < 0 || m.Bottom < 0 || m.Inner < 0 || m.Outer < 0, "margins: below zero")
	bad(s.TextSize < 2 || s.TextSize > 200, "textSize: %g pt is outside 2 to 200", s.TextSize)
	bad(s.Leading < s.TextSize/2 || s.Leading > 5*s.TextSize, "leading: %g pt does not suit text of %g pt", s.Leading, s.TextSize)
	bad(s.measure() < 4*s.TextSize, "the margins leave a measure of %g pt", s.measure())
	bad(s.Page.Height-m.Top-m.Bottom < 6*s.Leading, "the margins leave a text height of %g pt, less than six lines", s.Page.Height-m.Top-m.Bottom)
	bad(s.Expansion < 0 || s.Expansion > 0.1, "expansion: %g is outside 0 to 0.1", s.Expansion)
	bad(s.Tracking < 0 || s.Tracking > 0.1, "tracking: %g is outside 0 to 0.1", s.Tracking)
	bad(s.EastAsian.Leading != 0 && (s.EastAsian.Leading < 0.5 || s.EastAsian.Leading > 5), "eastAsian.leading: %g is outside 0.5 to 5", s.EastAsian.Leading)
	bad(len(s.Headings) == 0, "headings: none")
	for i, h := range s.Headings {
		bad(h.Size <= 0 || h.Size > 10 || h.Lines <= 0 || h.Before < 0 || h.After < 0, "headings[%d]: size and lines must be above 0, before and after not below", i)
	}
	for _, f := range []struct {
		name  string
		value float64
	}{
		{"head.titleSize", s.Head.TitleSize}, {"running.size", s.Running.Size}, {"notes.size", s.Notes.Size},
		{"notes.leading", s.Notes.Leading}, {"quoteSize", s.QuoteSize}, {"codeSize", s.CodeSize}, {"smallSize", s.SmallSize}, {"index.size", s.Index.Size},
	} {
		bad(f.value <= 0 || f.value > 10, "%s: %g is outside 0 to 10", f.name, f.value)
	}
	for _, v := range []string{s.Running.Verso, s.Running.Recto} {
		bad(v != "" && v != "title" && v != "author" && v != "section", "running: %q is not title, author or section", v)
	}
	bad(s.Columns < 0 || s.Columns > 4, "columns: %d is outside 0 to 4", s.Columns)
	bad(s.Gutter < 0, "gutter: below zero")
	bad(s.Index.Columns < 0 || s.Index.Columns > 4, "index.columns: %d is outside 0 to 4", s.Index.Columns)
	bad(s.Columns > 1 && s.column() < 8*s.TextSize, "columns: %d leave a measure of %g pt", s.Columns, s.column())
	bad(s.Binding < 0, "binding: below zero")
	bad(s.Rules.Light < 0 || s.Rules.Heavy < 0 || s.Rules.Light > 10 || s.Rules.Heavy > 10, "rules: outside 0 to 10 pt")
	bad(s.Chapters.DropCap < 0 || s.Chapters.DropCap > 6, "chapters.dropCap: %d is outside 0 to 6 lines", s.Chapters.DropCap)
	bad(s.Notes.Place != "" && s.Notes.Place != "foot" && s.Notes.Place != "chapter" && s.Notes.Place != "book", "notes.place: %q is not foot, chapter or book", s.Notes.Place)
	bad(len(s.Draft) > 60, "draft: longer than a word across a page")
	_, err := parseColor(s.Accent)
	bad(err != nil, "accent: %v", err)
	return errors.Join(errs...)
}

// measure is the width of the block of text.
func (s *Style) measure() Length { return s.Page.Width - s.Margins.Inner - s.Binding - s.Margins.Outer }

// column is the width of a column of the text.
func (s *Style) column() Length {
	n := Length(max(s.Columns, 1))
	return (s.measure() - (n-1)*s.Gutter) / n
}

// depth is the height of the block of text.
func (s *Style) depth() Length { return s.Page.Height - s.Margins.Top - s.Margins.Bottom }

// heading returns the style of a heading of a depth from 1.
func (s *Style) heading(depth int) HeadingStyle {
	return s.Headings[min(max(depth, 1), len(s.Headings))-1]
}

// A color is red, green and blue.
type color [3]uint8

func parseColor(s string) (color, error) {
	var c color
	if s == "" {
		return c, nil
	}
	if _, err := fmt.Sscanf(s, "#%02x%02x%02x", &c[0], &c[1], &c[2]); err != nil || len(s) != 7 {
		return c, fmt.Errorf("colour %q: want #rrggbb", s)
	}
	return c, nil
}
