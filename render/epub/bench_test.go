package epub

import (
	"context"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/rendertest"
)

// BenchmarkStages is each stage of an e-reader edition by itself.
func BenchmarkStages(b *testing.B) {
	ctx := context.Background()
	for _, s := range rendertest.Sizes(b) {
		x, err := render.Prepare(ctx, s.Doc, render.Limits{}, nil)
		require.NoError(b, err)
		s.Measure(b, "text", func() error { return newBook(Renderer{}, ctx, s.Doc, x).text() })
		k := newBook(Renderer{}, ctx, s.Doc, x)
		require.NoError(b, k.text())
		s.Measure(b, "pack", func() error {
			_, err := k.pack()
			return err
		})
		packed, err := k.pack()
		require.NoError(b, err)
		s.Measure(b, "finish", func() error {
			_, err := k.finish(packed)
			return err
		})
	}
}

// BenchmarkRender is the edition as a whole.
func BenchmarkRender(b *testing.B) {
	for _, s := range rendertest.Sizes(b) {
		s.Measure(b, "epub", func() error { return Renderer{}.Render(context.Background(), io.Discard, s.Doc) })
	}
}
