// Report makes the three editions of a policy report that is written as Go
// literals: report.pdf, report.epub and report.txt, in the folder given by -o.
package main

import (
	"context"
	"embed"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/epub"
	"github.com/offprint-go/offprint/render/pdf"
	"github.com/offprint-go/offprint/render/text"
)

// files holds the report's picture and the face for its Japanese.
//
//go:embed images fonts/NotoSerifJP-subset.otf
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

// run makes the editions in a folder, and says what it wrote.
func run(ctx context.Context, out string, print pdf.Renderer, stdout, stderr io.Writer) error {
	japanese, err := files.ReadFile("fonts/NotoSerifJP-subset.otf")
	if err != nil {
		return err
	}
	d := report()
	warn := func(w render.Warning) { fmt.Fprintln(stderr, w) }

	// The print edition comes first: the others name its pages.
	print.Fonts.Fallback = []pdf.Font{{Data: japanese}}
	print.Warn = warn
	edition, err := print.Layout(ctx, d)
	if err != nil {
		return err
	}
	pages := edition.PageMap()
	editions := []struct {
		name  string
		write func(io.Writer) error
	}{
		{"report.pdf", func(w io.Writer) error { _, err := edition.WriteTo(w); return err }},
		{"report.epub", func(w io.Writer) error { return epub.Renderer{PageMap: pages}.Render(ctx, w, d) }},
		{"report.txt", func(w io.Writer) error { return text.Renderer{PageMap: pages}.Render(ctx, w, d) }},
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
