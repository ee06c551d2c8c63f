package rendertest

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
	"github.com/offprint-go/offprint/doc/markdown"
)

// A Size is a text for benchmarks: S, a report of 1,300 words, M, a book of
// 100,000, or L, one of 600,000.
type Size struct {
	Name string
	Doc  *doc.Document
	// Read reads the text once more, for what that takes.
	Read func(ctx context.Context) (*doc.Document, error)
}

// Sizes are the texts of the corpus that OFFPRINT_CORPUS names, in Markdown. Without
// it they are some of our own, as JSON, and there is no L: who only looks
// whether benchmarks run does not wait for it.
func Sizes(b *testing.B) []Size {
	b.Helper()
	if dir := os.Getenv("OFFPRINT_CORPUS"); dir != "" {
		var out []Size
		for _, name := range []string{"S", "M", "L"} {
			data, err := os.ReadFile(filepath.Join(dir, name+".md"))
			require.NoError(b, err)
			out = append(out, size(b, name, func(ctx context.Context) (*doc.Document, error) {
				return markdown.Reader{}.Read(ctx, bytes.NewReader(data))
			}))
		}
		return out
	}
	var out []Size
	for _, s := range []struct {
		name string
		doc  *doc.Document
	}{{"S", doctest.Report(1)}, {"M", doctest.Book(100e3)}} {
		var js bytes.Buffer
		require.NoError(b, doc.Encode(&js, s.doc))
		out = append(out, size(b, s.name, func(ctx context.Context) (*doc.Document, error) {
			return doc.DecodeContext(ctx, bytes.NewReader(js.Bytes()), doc.Limits{})
		}))
	}
	return out
}

func size(b *testing.B, name string, read func(ctx context.Context) (*doc.Document, error)) Size {
	d, err := read(context.Background())
	require.NoError(b, err)
	return Size{name, d, read}
}

// Measure runs a stage of the work on a text as a benchmark of its own.
func (s Size) Measure(b *testing.B, stage string, f func() error) {
	b.Run(s.Name+"/"+stage, func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := f(); err != nil {
				b.Fatal(err)
			}
		}
	})
}
