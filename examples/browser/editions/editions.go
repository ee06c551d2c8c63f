// Package editions turns a text, and the files that were opened with it, into
// its three editions and all that is to be said of them. It is what the page of
// examples/browser runs.
package editions

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/markdown"
	"github.com/offprint-go/offprint/doc/report"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/epub"
	"github.com/offprint-go/offprint/render/pdf"
	"github.com/offprint-go/offprint/render/text"
)

// A Request is a text and how it is to be set.
type Request struct {
	Source string
	Syntax string // markdown, or report: a report's plain text
	Name   string // of its file, without the ending: the title if it has none
	Files  Folder // its images; fonts among them have what the default faces lack
	Style  string // report, book or paper
	Page   string // a4, 6x9in and so on; "" is the style's
}

// An Edition is one of the three.
type Edition struct {
	Kind  string // pdf, epub or txt: the ending of its file
	Media string // its media type
	Data  []byte
	Took  time.Duration
}

// A Remark tells what was guessed, changed or could not be set as asked.
type Remark struct {
	Line    int    // of the source, from 1; 0 for the whole or if a path is known
	Path    string // of the node in the document
	Message string
}

// A Result is what was made.
type Result struct {
	Editions []Edition
	Remarks  []Remark
}

// Make makes the editions. What can be set with a remark is set: an author
// looks at pages that are not yet right.
func Make(ctx context.Context, r Request) (*Result, error) {
	print, err := r.printer()
	if err != nil {
		return nil, err
	}
	m := &maker{ctx: ctx, seen: map[Remark]bool{}}
	if m.doc, err = m.read(r); err != nil {
		return nil, err
	}
	if err := m.make(print); err != nil {
		return nil, err
	}
	return &m.Result, nil
}

// printer is the renderer of the print edition.
func (r Request) printer() (pdf.Renderer, error) {
	style, err := pdf.StyleNamed(r.Style)
	if err == nil && r.Page != "" {
		style.Page, err = pdf.ParsePage(r.Page)
	}
	return pdf.Renderer{Style: style, Fonts: pdf.Fonts{Fallback: r.Files.fonts()}, MissingBox: true, PlainMath: true}, err
}

// A maker makes the editions of one document.
type maker struct {
	Result
	ctx  context.Context
	doc  *doc.Document
	seen map[Remark]bool
}

func (m *maker) read(r Request) (*doc.Document, error) {
	source := strings.NewReader(r.Source)
	switch r.Syntax {
	case "markdown":
		warn := func(w markdown.Warning) { m.remark(Remark{Line: w.Line, Message: w.Message}) }
		return markdown.Reader{Name: r.Name, Files: r.Files, Warn: warn}.Read(m.ctx, source)
	case "report":
		warn := func(w report.Warning) { m.remark(Remark{Line: w.Line, Message: w.Message}) }
		return report.Reader{Name: r.Name, Warn: warn}.Read(m.ctx, source)
	}
	return nil, fmt.Errorf("syntax %q: want markdown or report", r.Syntax)
}

// remark notes a remark once: each edition makes those on the document itself.
func (m *maker) remark(r Remark) {
	if !m.seen[r] {
		m.seen[r] = true
		m.Remarks = append(m.Remarks, r)
	}
}

// make makes the print edition first: the others name its pages.
func (m *maker) make(print pdf.Renderer) error {
	warn := func(w render.Warning) { m.remark(Remark{Path: w.Path, Message: w.Message}) }
	print.Warn = warn
	var pages *render.PageMap
	for _, e := range []struct {
		kind, media string
		write       func(*bytes.Buffer) error
	}{
		{"pdf", "application/pdf", func(b *bytes.Buffer) error {
			edition, err := print.Layout(m.ctx, m.doc)
			if err != nil {
				return err
			}
			pages = edition.PageMap()
			_, err = edition.WriteTo(b)
			return err
		}},
		{"epub", "application/epub+zip", func(b *bytes.Buffer) error {
			return epub.Renderer{PageMap: pages, PlainMath: true, Warn: warn}.Render(m.ctx, b, m.doc)
		}},
		{"txt", "text/plain; charset=utf-8", func(b *bytes.Buffer) error {
			return text.Renderer{PageMap: pages, PlainMath: true, Warn: warn}.Render(m.ctx, b, m.doc)
		}},
	} {
		begun := time.Now()
		var b bytes.Buffer
		if err := e.write(&b); err != nil {
			return err
		}
		m.Editions = append(m.Editions, Edition{e.kind, e.media, b.Bytes(), time.Since(begun)})
	}
	return nil
}
