// Gallery shows what lines the print edition sets: a page for each language, in
// justified text, ragged right and in a narrow measure. It makes gallery.pdf,
// gallery.epub and gallery.txt, and gallery-ragged.pdf and gallery-narrow.pdf
// of the same text, in the folder given by -o.
//
// The pages in Japanese, Chinese, Hebrew and Arabic need faces that the library
// does not embed: -fonts names a folder to look for them in. A page whose face
// is not there is left out, and said so on standard error. Japanese and Chinese
// write some characters differently, so that each has a document of its own:
// gallery-ja.pdf, gallery-zh.pdf and their like.
//
// Each page is a file of literals: german.go, japanese.go. Of what else a
// document can hold, tables, figures, notes, formulas and all, one of each is in
// gallery-elements.pdf, .epub and .txt; its warnings belong to what it shows.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/epub"
	"github.com/offprint-go/offprint/render/pdf"
	plaintext "github.com/offprint-go/offprint/render/text"
)

func main() {
	out := flag.String("o", ".", "the folder to write the editions into")
	var print pdf.Renderer
	flag.TextVar(&print.Profile, "pdf", pdf.UA1, "the print edition's `profile`: ua1 or ua2")
	flag.BoolVar(&print.Source, "source", false, "carry the document inside the print edition")
	fonts := flag.String("fonts", "", "a `folder` of faces for scripts that the embedded ones lack")
	flag.Parse()
	if err := run(context.Background(), *out, *fonts, print, os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// pages are the pages in scripts that the embedded faces have.
var pages = []func() *doc.Section{
	american, british, german, french, spanish, italian, portuguese, dutch, polish, russian, swedish, greek, mixed,
}

// run makes the editions in a folder, and says what it wrote.
func run(ctx context.Context, out, fonts string, print pdf.Renderer, stdout, stderr io.Writer) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	m := &maker{ctx: ctx, out: out, renderer: print, stdout: stdout, stderr: stderr}
	main := gallery("A gallery of lines", "en-GB", pages)
	var faces []pdf.Font
	for _, s := range scripts {
		f, err := s.find(fonts)
		if err != nil {
			return err
		}
		switch {
		case f == nil:
			fmt.Fprintf(stderr, "the page in %s is left out: no face for it is given (-fonts)\n", s.name)
		case s.apart != "":
			d, own := gallery(s.title, s.lang, []func() *doc.Section{s.page}), pdf.Fonts{Fallback: []pdf.Font{*f}}
			m.editions("gallery-"+s.apart, d, style(), own)
			m.print("gallery-"+s.apart+"-narrow", d, narrow(), own)
		default:
			main.Sections = append(main.Sections, s.page())
			faces = append(faces, *f)
		}
	}
	m.editions("gallery", main, style(), pdf.Fonts{Fallback: faces})
	m.print("gallery-ragged", main, ragged(), pdf.Fonts{Fallback: faces})
	m.print("gallery-narrow", main, narrow(), pdf.Fonts{Fallback: faces})
	m.editions("gallery-elements", elements(), elementsStyle(), pdf.Fonts{})
	return m.err
}

// style is a page of a book that each section opens.
func style() pdf.Style {
	s := pdf.StyleBook()
	s.Chapters = pdf.ChapterStyle{NewPage: true, Sink: 2}
	s.Contents.Depth = 0
	s.Head.OwnPage = false
	return s
}

func ragged() pdf.Style {
	s := style()
	s.Ragged = true
	return s
}

// narrow has a measure of 5 cm, a newspaper's column.
func narrow() pdf.Style {
	s := style()
	s.Page = pdf.Size{Width: 9 * pdf.Cm, Height: 21 * pdf.Cm}
	s.Margins.Inner, s.Margins.Outer = 2*pdf.Cm, 2*pdf.Cm
	s.TwoSided = false
	s.TextSize, s.Leading = 9, 11.5
	return s
}

// A maker writes editions until one fails.
type maker struct {
	ctx            context.Context
	out            string
	renderer       pdf.Renderer
	stdout, stderr io.Writer
	err            error
}

func (m *maker) warn(w render.Warning) { fmt.Fprintln(m.stderr, w) }

// editions makes the three editions of a document.
func (m *maker) editions(name string, d *doc.Document, s pdf.Style, fonts pdf.Fonts) {
	pages := m.print(name, d, s, fonts)
	m.write(name+".epub", func(w io.Writer) error { return epub.Renderer{PageMap: pages}.Render(m.ctx, w, d) })
	m.write(name+".txt", func(w io.Writer) error { return plaintext.Renderer{PageMap: pages}.Render(m.ctx, w, d) })
}

// print makes a print edition, and returns where its pages begin.
func (m *maker) print(name string, d *doc.Document, s pdf.Style, fonts pdf.Fonts) *render.PageMap {
	if m.err != nil {
		return nil
	}
	r := m.renderer
	r.Style, r.Fonts, r.Warn = s, fonts, m.warn
	e, err := r.Layout(m.ctx, d)
	if err != nil {
		m.err = fmt.Errorf("%s: %w", name, err)
		return nil
	}
	m.write(name+".pdf", func(w io.Writer) error { _, err := e.WriteTo(w); return err })
	return e.PageMap()
}

func (m *maker) write(file string, write func(io.Writer) error) {
	if m.err != nil {
		return
	}
	path := filepath.Join(m.out, file)
	if m.err = render.WriteFile(path, write); m.err == nil {
		fmt.Fprintln(m.stdout, "wrote", path)
	}
}
