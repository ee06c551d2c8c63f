package rendertest

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A Page is a printed page by its label and the words that it begins with, as
// one edition has them.
type Page struct {
	Label string
	// Words are those from the page's begin on, without the labels of notes
	// and lists: of the text, where the page begins in it, else of the one note
	// that it begins in; of the one cell, where it begins in a table. A word that is divided between two pages is the
	// first's, and so is a formula.
	Words []string
	// Note tells that the page begins in a note.
	Note bool
}

// PDFPages reads the pages of a print edition that have words of the document:
// what a page says is what is tagged on it, in the order in which
// it is painted. Generated contents are no words of the document.
func PDFPages(data []byte) ([]Page, error) {
	f, root, err := openPDF(data)
	if err != nil {
		return nil, err
	}
	tree, err := f.structure(root)
	if err != nil {
		return nil, err
	}
	label, err := f.labels(root)
	if err != nil {
		return nil, err
	}
	r := &pageReader{pages: map[int][]chunk{}, last: map[int]string{}}
	r.element(tree, -1, false)
	var out []Page
	for n := 1; n <= len(f.pages); n++ {
		if p, ok := pageOf(r.pages[n]); ok {
			p.Label = label(n - 1)
			out = append(out, p)
		}
	}
	return out, nil
}

// A pageReader reads a structure tree page by page.
type pageReader struct {
	pages map[int][]chunk
	notes int
	last  map[int]string // the end of what was read of the text (-1) and of each note
	gap   bool           // a block begins or ends
	began int            // where the formula began that is open, 0 before it does
	cells int            // of tables, so far
	cell  int            // that is open, 0 for none
}

// A chunk is text that stands together on a page.
type chunk struct {
	order   int
	stream  int // the note that it belongs to, -1 for none
	cell    int // the table's cell, 0 for none
	text    string
	divided bool // it goes on with a word of the page before
	rest    bool // of a formula that began on a page before
}

func (r *pageReader) element(e *Element, stream int, index bool) {
	for i, k := range e.Kids {
		if k.Element == nil {
			r.text(k, stream, e.Type == "Formula")
			continue
		}
		switch t := k.Element.Type; {
		case i+1 < len(e.Kids) && e.Kids[i+1].Element != nil && e.Kids[i+1].Element.Type == "TOC": // its heading
		case t == "TOC", t == "Reference" && !index, t == "Lbl" && labels(e, k.Element):
		case t == "Note", t == "FENote":
			r.notes++
			r.block(k.Element, r.notes, index)
		case slices.Contains([]string{"Span", "Link", "Em", "Strong", "Sub", "Code", "Quote", "Reference"}, t):
			r.element(k.Element, stream, index)
		default:
			r.block(k.Element, stream, index || t == "Index")
		}
	}
}

// listLabel is what numbers an item of a list, not the term of a definition.
var listLabel = regexp.MustCompile(`^\s*(\W*|\(?([0-9]+|[a-zA-Z]|[ivxlcIVXLC]+)[.)])\s*$`)

// labels reports whether a label is none of the document's words.
func labels(of, label *Element) bool {
	return of.Type == "Note" || of.Type == "FENote" || of.Type == "LI" && listLabel.MatchString(label.AllText())
}

func (r *pageReader) block(e *Element, stream int, index bool) {
	cell := r.cell
	if e.Type == "TD" || e.Type == "TH" {
		r.cells++
		r.cell = r.cells
	}
	if e.Type == "Formula" {
		r.began = 0
	}
	r.gap = true
	r.element(e, stream, index)
	r.gap = true
	r.cell = cell
}

func (r *pageReader) text(k Kid, stream int, formula bool) {
	c := chunk{order: k.Order, stream: stream, cell: r.cell, text: k.Text, divided: !r.gap && strings.HasSuffix(r.last[stream], "\u00ad")}
	c.text = logical(c.text)
	if r.gap {
		c.text = " " + c.text
	}
	r.gap = false
	if formula && r.began == 0 {
		r.began = k.Page
	}
	c.rest = formula && r.began < k.Page
	r.pages[k.Page] = append(r.pages[k.Page], c)
	r.last[stream] = k.Text
}

// logical puts the letters of lines that are set from right to left, which a
// page paints from left to right, into the order of reading.
func logical(s string) string {
	rtl := func(r rune) bool { return unicode.In(r, unicode.Hebrew, unicode.Arabic) }
	if !strings.ContainsFunc(s, rtl) {
		return s
	}
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		rs := []rune(l)
		slices.Reverse(rs)
		for from := 0; from < len(rs); from++ {
			to := from
			for to < len(rs) && !rtl(rs[to]) && (unicode.IsLetter(rs[to]) || unicode.IsDigit(rs[to])) {
				to++
			}
			slices.Reverse(rs[from:to])
			from = max(from, to)
		}
		lines[i] = string(rs)
	}
	return strings.Join(lines, "\n")
}

// pageOf is what a page begins with; ok is false for one without words.
func pageOf(cs []chunk) (p Page, ok bool) {
	slices.SortStableFunc(cs, func(a, b chunk) int { return cmp.Compare(a.order, b.order) })
	var text strings.Builder
	stream, cell := 0, 0
	for _, c := range cs {
		if c.rest && text.Len() == 0 {
			continue
		}
		ok = ok || len(words(c.text)) > 0
		if text.Len() == 0 {
			if stream, cell = c.stream, c.cell; c.divided {
				_, c.text, _ = strings.Cut(strings.TrimLeft(c.text, " \n"), " ")
			}
		}
		if c.stream != stream || c.cell != cell {
			break
		}
		if text.Len() > 0 || len(words(c.text)) > 0 {
			text.WriteString(c.text)
		}
	}
	// In a row that goes on, the lines of its cells alternate: a word may end in
	// a line that comes later.
	if s := strings.TrimRight(text.String(), " \n"); cell > 0 && strings.HasSuffix(s, "\u00ad") {
		p.Words = words(s)
		p.Words = p.Words[:len(p.Words)-1]
	} else {
		p.Words = words(s)
	}
	p.Note = stream > 0
	return p, ok
}

// labels reads the page labels (ISO 32000-1, 12.4.2): what a page is called,
// by its index.
func (f *pdfReader) labels(root types.Dict) (func(i int) string, error) {
	d, err := f.ctx.DereferenceDict(root["PageLabels"])
	if err != nil {
		return nil, err
	}
	nums, err := f.ctx.DereferenceArray(d["Nums"])
	if err != nil {
		return nil, err
	}
	var out []string
	for i := 0; i+1 < len(nums); i += 2 {
		from, ok := nums[i].(types.Integer)
		if !ok {
			return nil, errors.New("a page label without a page")
		}
		style, err := f.ctx.DereferenceDict(nums[i+1])
		if err != nil {
			return nil, err
		}
		to := len(f.pages)
		if i+2 < len(nums) {
			to = nums[i+2].(types.Integer).Value()
		}
		for n := range to - from.Value() {
			l, err := f.label(style, n)
			if err != nil {
				return nil, err
			}
			out = append(out, l)
		}
	}
	return func(i int) string { return out[i] }, nil
}

func (f *pdfReader) label(style types.Dict, n int) (string, error) {
	prefix := ""
	if p, ok := style["P"]; ok {
		var err error
		if prefix, err = f.ctx.DereferenceStringOrHexLiteral(p, model.V10, nil); err != nil {
			return "", err
		}
	}
	if st := style.IntEntry("St"); st != nil {
		n += *st - 1
	}
	switch s := style.NameEntry("S"); {
	case s == nil:
		return prefix, nil
	case *s == "r":
		return prefix + roman(n+1), nil
	case *s == "D":
		return prefix + strconv.Itoa(n+1), nil
	default:
		return "", fmt.Errorf("page labels of style %s", *s)
	}
}

func roman(n int) string {
	out := ""
	for _, d := range []struct {
		value int
		sign  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= d.value; n -= d.value {
			out += d.sign
		}
	}
	return out
}
