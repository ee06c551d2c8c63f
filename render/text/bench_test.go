package text_test

import (
	"context"
	"io"
	"testing"

	"github.com/offprint-go/offprint/render/rendertest"
	"github.com/offprint-go/offprint/render/text"
)

// BenchmarkRender is the edition as a whole.
func BenchmarkRender(b *testing.B) {
	for _, s := range rendertest.Sizes(b) {
		s.Measure(b, "text", func() error { return text.Renderer{}.Render(context.Background(), io.Discard, s.Doc) })
	}
}
