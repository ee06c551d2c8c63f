package rendertest

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
	"github.com/offprint-go/offprint/doc/markdown"
	"github.com/offprint-go/offprint/doc/pandoc"
	"github.com/offprint-go/offprint/doc/report"
	"github.com/offprint-go/offprint/render/epub"
	"github.com/offprint-go/offprint/render/pdf"
	"github.com/offprint-go/offprint/render/text"
)

// A long run is what a context is to stop.
type longRun struct {
	name string
	run  func(ctx context.Context) error
}

// longRuns are the readers and renderers on a book: the corpus's where
// OFFPRINT_CORPUS names it, which is what the figures in the README are of,
// else one of our own.
func longRuns(t *testing.T) []longRun {
	var out []longRun
	read := func(name string, data []byte, f func(ctx context.Context, r io.Reader) (*doc.Document, error)) {
		out = append(out, longRun{name, func(ctx context.Context) error { _, err := f(ctx, bytes.NewReader(data)); return err }})
	}
	d := doctest.Book(100_000)
	if data, err := os.ReadFile(filepath.Join(os.Getenv("OFFPRINT_CORPUS"), "L.md")); err == nil {
		read("markdown", data, markdown.Reader{}.Read)
		read("report", data, report.Reader{}.Read)
		d, err = markdown.Reader{}.Read(context.Background(), bytes.NewReader(data))
		require.NoError(t, err)
	}
	if data, err := os.ReadFile(filepath.Join(os.Getenv("OFFPRINT_CORPUS"), "M.json")); err == nil {
		read("pandoc", data, pandoc.Reader{}.Read)
	}
	var js bytes.Buffer
	require.NoError(t, doc.Encode(&js, d))
	read("json", js.Bytes(), func(ctx context.Context, r io.Reader) (*doc.Document, error) {
		return doc.DecodeContext(ctx, r, doc.Limits{})
	})
	return append(out,
		longRun{"text", func(ctx context.Context) error { return text.Renderer{}.Render(ctx, io.Discard, d) }},
		longRun{"epub", func(ctx context.Context) error { return epub.Renderer{}.Render(ctx, io.Discard, d) }},
		longRun{"pdf", func(ctx context.Context) error { return pdf.Renderer{}.Render(ctx, io.Discard, d) }})
}

// Whatever is under way when its context is done ends soon. The bound is wide,
// for machines that are busy; -v tells the figures.
func TestStopsSoon(t *testing.T) {
	const bound = 2 * time.Second
	steps := 5
	if os.Getenv("OFFPRINT_LONG") != "" {
		steps = 20
	}
	for _, l := range longRuns(t) {
		t.Run(l.name, func(t *testing.T) {
			start := time.Now()
			require.NoError(t, l.run(context.Background()))
			whole, longest, at := time.Since(start), time.Duration(0), 0
			for i := range steps {
				ctx, cancel := context.WithTimeout(context.Background(), whole*time.Duration(2*i+1)/time.Duration(2*steps))
				start := time.Now()
				err := l.run(ctx)
				deadline, _ := ctx.Deadline()
				cancel()
				if err == nil {
					require.LessOrEqual(t, time.Since(start), 2*whole, "it went on as if nothing had happened")
					continue
				}
				require.ErrorIs(t, err, context.DeadlineExceeded)
				if late := time.Since(deadline); late > longest {
					longest, at = late, 100*(2*i+1)/(2*steps)
				}
			}
			t.Logf("%s takes %v; stopped, it ends within %v (the longest at %d %%)", l.name, whole, longest, at)
			require.Less(t, longest, bound)
		})
	}
}
