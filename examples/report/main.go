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
	flag.Parse()
	if err := run(context.Background(), *out, os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run makes the editions in a folder, and says what it wrote.
func run(ctx context.Context, out string, stdout, stderr io.Writer) error {
	japanese, err := files.ReadFile("fonts/NotoSerifJP-subset.otf")
	if err != nil {
		return err
	}
	d := report()
	warn := func(w render.Warning) { fmt.Fprintln(stderr, w) }

	// The print edition comes first: the others name its pages.
	print, err := pdf.Renderer{Fonts: pdf.Fonts{Fallback: []pdf.Font{{Data: japanese}}}, Warn: warn}.Layout(ctx, d)
	if err != nil {
		return err
	}
	pages := print.PageMap()
	editions := []struct {
		name  string
		write func(io.Writer) error
	}{
		{"report.pdf", func(w io.Writer) error { _, err := print.WriteTo(w); return err }},
		{"report.epub", func(w io.Writer) error { return epub.Renderer{PageMap: pages}.Render(ctx, w, d) }},
		{"report.txt", func(w io.Writer) error { return text.Renderer{PageMap: pages}.Render(ctx, w, d) }},
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
