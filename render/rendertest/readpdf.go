package rendertest

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/offprint-go/offprint/doc"
)

// ReadPDF reads a print edition by its structure tree, as a screen reader
// does. What is not tagged is not read.
func ReadPDF(_ *doc.Document, data []byte) (*Reading, error) {
	tree, err := StructureOf(data)
	if err != nil {
		return nil, err
	}
	r := &Reading{}
	body := r.element(tree, -1)
	r.Body = words(body)
	return r, nil
}

// inIndex stands for a note where references are those of the index.
const inIndex = -2

// element reads an element: its notes and calls go to the reading, its text is
// returned. note is the note that it stands in, -1 for none.
func (r *Reading) element(e *Element, note int) string {
	var b strings.Builder
	for _, k := range e.Kids {
		if k.Element == nil {
			b.WriteString(k.Text)
			continue
		}
		switch k.Element.Type {
		case "Note", "FENote":
			r.Notes = append(r.Notes, Note{})
			n := len(r.Notes) - 1
			text := r.element(k.Element, n)
			r.Notes[n].Words = words(text)
		case "Reference":
			if e.Type == "TOCI" || note == inIndex { // the contents, the index
				b.WriteString(r.element(k.Element, note))
				continue
			}
			r.Calls = append(r.Calls, strings.Trim(k.Element.AllText(), " \n\u2009"))
		case "Index":
			b.WriteString(" " + r.element(k.Element, inIndex) + " ")
		case "Lbl":
			text := r.element(k.Element, note)
			if note >= 0 && r.Notes[note].Label == "" && (e.Type == "Note" || e.Type == "FENote") {
				r.Notes[note].Label = strings.Trim(text, " \n\u2002")
				continue
			}
			b.WriteString(text + " ")
		case "Span", "Link", "Em", "Strong", "Sub", "Code", "Quote":
			b.WriteString(r.element(k.Element, note))
		default:
			b.WriteString(" " + r.element(k.Element, note) + " ")
		}
	}
	return b.String()
}

// An Element is a structure element of a PDF with what is under it, in order.
type Element struct {
	Type string
	Alt  string // what it shows, in words
	ID   string
	Lang string
	// Attrs are its attributes, by their names, as they are written.
	Attrs map[string]string
	Kids  []Kid
}

// A Kid is an element, or text on a page.
type Kid struct {
	Element *Element
	Text    string
	Page    int // of text, from 1
	Order   int // of text: its place in what is painted on the page
}

// AllText is the text under an element.
func (e *Element) AllText() string {
	var b strings.Builder
	for _, k := range e.Kids {
		if k.Element != nil {
			b.WriteString(k.Element.AllText())
		} else {
			b.WriteString(k.Text)
		}
	}
	return b.String()
}

// Walk gives an element and those under it, in order.
func (e *Element) Walk(visit func(*Element)) {
	visit(e)
	for _, k := range e.Kids {
		if k.Element != nil {
			k.Element.Walk(visit)
		}
	}
}

// StructureOf reads the structure tree of a PDF.
func StructureOf(data []byte) (*Element, error) {
	f, root, err := openPDF(data)
	if err != nil {
		return nil, err
	}
	return f.structure(root)
}

// openPDF reads the pages of a file, and its catalog.
func openPDF(data []byte) (*pdfReader, types.Dict, error) {
	api.DisableConfigDir()
	ctx, err := api.ReadContext(bytes.NewReader(data), model.NewDefaultConfiguration())
	if err != nil {
		return nil, nil, err
	}
	f := &pdfReader{ctx: ctx, pages: map[int]*pdfPage{}, fonts: map[int]map[uint16]string{}}
	root, err := ctx.Catalog()
	if err != nil {
		return nil, nil, err
	}
	return f, root, f.tree(root)
}

func (f *pdfReader) structure(root types.Dict) (*Element, error) {
	st, err := f.ctx.DereferenceDict(root["StructTreeRoot"])
	if err != nil || st == nil {
		return nil, errors.New("the file has no structure tree")
	}
	top := &Element{Type: "StructTreeRoot"}
	return top, f.kids(top, st["K"], nil)
}

// A pdfReader reads a file's pages and structure.
type pdfReader struct {
	ctx   *model.Context
	pages map[int]*pdfPage // by object number
	fonts map[int]map[uint16]string
}

// A pdfPage is a page's number and the text of its marked content.
type pdfPage struct {
	number int
	text   map[int]string
	order  map[int]int
}

// tree reads the pages, in order.
func (f *pdfReader) tree(root types.Dict) error {
	var walk func(o types.Object) error
	walk = func(o types.Object) error {
		ref, ok := o.(types.IndirectRef)
		if !ok {
			return errors.New("a page that is no object")
		}
		d, err := f.ctx.DereferenceDict(o)
		if err != nil {
			return err
		}
		if kids, err := f.ctx.DereferenceArray(d["Kids"]); err == nil && kids != nil {
			for _, k := range kids {
				if err := walk(k); err != nil {
					return err
				}
			}
			return nil
		}
		p := &pdfPage{number: len(f.pages) + 1, text: map[int]string{}, order: map[int]int{}}
		f.pages[ref.ObjectNumber.Value()] = p
		return f.page(p, d)
	}
	return walk(root["Pages"])
}

// kids reads what stands under an element: elements, and content by its
// identifiers on the element's page or another.
func (f *pdfReader) kids(e *Element, k types.Object, page types.Object) error {
	switch k := k.(type) {
	case nil:
		return nil
	case types.Array:
		for _, o := range k {
			if err := f.kids(e, o, page); err != nil {
				return err
			}
		}
		return nil
	case types.Integer:
		return f.content(e, page, k.Value())
	}
	d, err := f.ctx.DereferenceDict(k)
	if err != nil {
		a, err2 := f.ctx.DereferenceArray(k)
		if err2 != nil {
			return err
		}
		return f.kids(e, a, page)
	}
	if pg, ok := d["Pg"]; ok {
		page = pg
	}
	switch typ := d.NameEntry("Type"); {
	case typ != nil && *typ == "MCR":
		return f.content(e, page, *d.IntEntry("MCID"))
	case typ != nil && *typ == "OBJR":
		return nil
	}
	s := d.NameEntry("S")
	if s == nil {
		return errors.New("a structure element without a type")
	}
	sub := &Element{Type: *s, Attrs: map[string]string{}}
	for key, to := range map[string]*string{"Alt": &sub.Alt, "ID": &sub.ID, "Lang": &sub.Lang} {
		if text, ok := d[key]; ok {
			if *to, err = f.ctx.DereferenceStringOrHexLiteral(text, model.V10, nil); err != nil {
				return err
			}
		}
	}
	owners, err := f.ctx.DereferenceArray(d["A"])
	if err != nil {
		return err
	}
	for _, o := range owners {
		attrs, err := f.ctx.DereferenceDict(o)
		if err != nil {
			return err
		}
		for key, v := range attrs {
			sub.Attrs[key] = v.PDFString()
		}
	}
	e.Kids = append(e.Kids, Kid{Element: sub})
	return f.kids(sub, d["K"], page)
}

func (f *pdfReader) content(e *Element, page types.Object, mcid int) error {
	ref, ok := page.(types.IndirectRef)
	if !ok {
		return fmt.Errorf("content %d of a %s has no page", mcid, e.Type)
	}
	p := f.pages[ref.ObjectNumber.Value()]
	if p == nil {
		return fmt.Errorf("content %d of a %s is on no page", mcid, e.Type)
	}
	text, ok := p.text[mcid]
	if !ok {
		return fmt.Errorf("page %d has no content %d, which a %s asks for", p.number, mcid, e.Type)
	}
	e.Kids = append(e.Kids, Kid{Text: text, Page: p.number, Order: p.order[mcid]})
	return nil
}
