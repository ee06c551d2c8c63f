// Book makes the three editions of a small book with every part that a book
// has, from a manuscript in Markdown: book.pdf, book.epub and book.txt, in the
// folder given by -o.
package main

import (
	"bytes"
	"context"
	"embed"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/markdown"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/epub"
	"github.com/offprint-go/offprint/render/pdf"
	"github.com/offprint-go/offprint/render/text"
)

// files holds the manuscript and its picture.
//
//go:embed manuscript.md images
var files embed.FS

func main() {
	out := flag.String("o", ".", "the folder to write the editions into")
	var print pdf.Renderer
	flag.TextVar(&print.Profile, "pdf", pdf.UA1, "the print edition's `profile`: ua1 or ua2")
	flag.BoolVar(&print.Source, "source", false, "carry the document inside the print edition")
	flag.Parse()
	if err := run(context.Background(), *out, print, os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// style is that of the book: the library's, with what this book asks for.
func style() pdf.Style {
	s := pdf.StyleBook()
	s.Binding = 8
	s.Chapters.DropCap = 3
	s.Contents.Leaders = true
	s.Contents.Figures, s.Contents.Tables = true, true
	s.Notes.Place = "book"
	return s
}

// book reads the manuscript; what the reader had to guess goes to stderr.
func book(ctx context.Context, stderr io.Writer) (*doc.Document, error) {
	data, err := files.ReadFile("manuscript.md")
	if err != nil {
		return nil, err
	}
	warn := func(w markdown.Warning) { fmt.Fprintln(stderr, w) }
	d, err := markdown.Reader{Name: "manuscript.md", Files: files, Warn: warn}.Read(ctx, bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	for n := range doc.All(d) {
		if s, ok := n.(*doc.Section); ok {
			s.Blocks = attributed(s.Blocks)
		}
	}
	return d, nil
}

// attributed makes a paragraph that begins with a dash, after a quotation, the
// quotation's attribution: Markdown has no mark for one.
func attributed(bs doc.Blocks) doc.Blocks {
	var out doc.Blocks
	for _, b := range bs {
		if p, ok := b.(*doc.Paragraph); ok && len(out) > 0 && len(p.Content) > 0 {
			q, quote := out[len(out)-1].(*doc.Quote)
			first, text := p.Content[0].(doc.Text)
			if whose, dash := strings.CutPrefix(string(first), "— "); quote && text && dash {
				q.Attribution = append(doc.Inlines{doc.Text(whose)}, p.Content[1:]...)
				continue
			}
		}
		out = append(out, b)
	}
	return out
}

// run makes the editions in a folder, and says what it wrote.
func run(ctx context.Context, out string, print pdf.Renderer, stdout, stderr io.Writer) error {
	d, err := book(ctx, stderr)
	if err != nil {
		return err
	}
	warn := func(w render.Warning) { fmt.Fprintln(stderr, w) }

	// The print edition comes first: the others name its pages.
	print.Style, print.Warn = style(), warn
	edition, err := print.Layout(ctx, d)
	if err != nil {
		return err
	}
	pages := edition.PageMap()
	editions := []struct {
		name  string
		write func(io.Writer) error
	}{
		{"book.pdf", func(w io.Writer) error { _, err := edition.WriteTo(w); return err }},
		{"book.epub", func(w io.Writer) error {
			return epub.Renderer{PageMap: pages, Notes: epub.NotesTogether, Warn: warn}.Render(ctx, w, d)
		}},
		{"book.txt", func(w io.Writer) error { return text.Renderer{PageMap: pages, Warn: warn}.Render(ctx, w, d) }},
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	for _, e := range editions {
		name := filepath.Join(out, e.name)
		if err := render.WriteFile(name, e.write); err != nil {
			return err
		}
		fmt.Fprintln(stdout, "wrote", name)
	}
	return nil
}
