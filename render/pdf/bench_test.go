package pdf

import (
	"bytes"
	"context"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/internal/pdffile"
	"github.com/offprint-go/offprint/render/rendertest"
)

// BenchmarkStages is each stage of a print edition by itself. How set is divided
// between words, lines and pages the benchmarks of render/internal/font,
// linebreak and layout tell.
func BenchmarkStages(b *testing.B) {
	ctx := context.Background()
	for _, s := range rendertest.Sizes(b) {
		r := Renderer{Style: StyleBook()}
		s.Measure(b, "read", func() error {
			_, err := s.Read(ctx)
			return err
		})
		s.Measure(b, "check and index", func() error {
			_, err := render.Prepare(ctx, s.Doc, render.Limits{}, func(render.Warning) {})
			return err
		})
		s.Measure(b, "set", func() error {
			_, err := r.Layout(ctx, s.Doc)
			return err
		})
		e, err := r.Layout(ctx, s.Doc)
		require.NoError(b, err)
		var src bytes.Buffer
		var file *pdffile.File
		paint := func() error {
			src.Reset()
			p := newPainter(e)
			for i, page := range e.pages.Pages {
				if err := p.page(i, page); err != nil {
					return err
				}
			}
			if err := p.pdf.Output(&src); err != nil {
				return err
			}
			var err error
			file, err = p.file()
			return err
		}
		s.Measure(b, "paint", paint)
		require.NoError(b, paint())
		s.Measure(b, "finish", func() error { return pdffile.Finish(io.Discard, src.Bytes(), file) })
	}
}

// BenchmarkRender is the edition as a whole, and what tags cost of it.
func BenchmarkRender(b *testing.B) {
	for _, s := range rendertest.Sizes(b) {
		for _, r := range []Renderer{{Style: StyleBook()}, {Style: StyleBook(), Profile: PlainPDF}} {
			name := "tagged"
			if r.Profile == PlainPDF {
				name = "plain"
			}
			s.Measure(b, name, func() error { return r.Render(context.Background(), io.Discard, s.Doc) })
		}
	}
}
