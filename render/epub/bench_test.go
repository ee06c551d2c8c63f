package epub_test

import (
	"context"
	"io"
	"testing"

	"github.com/offprint-go/offprint/doc/doctest"
	"github.com/offprint-go/offprint/render/epub"
)

func BenchmarkRender(b *testing.B) {
	for _, size := range []struct {
		name  string
		words int
	}{{"report of 4 pages", 2000}, {"book of 100,000 words", 100e3}, {"book of 600,000 words", 600e3}} {
		d := doctest.Book(size.words)
		b.Run(size.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := (epub.Renderer{}).Render(context.Background(), io.Discard, d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
