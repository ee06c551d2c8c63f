package rendertest

import (
	"bytes"
	"context"
	"io"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
	"github.com/offprint-go/offprint/render/epub"
	"github.com/offprint-go/offprint/render/pdf"
	"github.com/offprint-go/offprint/render/text"
)

// threeEditions makes what a server makes of a document: the e-reader edition's
// page list is the printed pages.
func threeEditions(w io.Writer, d *doc.Document) error {
	ctx := context.Background()
	e, err := pdf.Renderer{}.Layout(ctx, d)
	if err != nil {
		return err
	}
	if _, err := e.WriteTo(w); err != nil {
		return err
	}
	pages := e.PageMap()
	if err := (epub.Renderer{PageMap: pages}).Render(ctx, w, d); err != nil {
		return err
	}
	return text.Renderer{PageMap: pages}.Render(ctx, w, d)
}

// BenchmarkReports is a server: reports, each another, three editions of each,
// on all processors. .ci/bench runs it a thousand times.
func BenchmarkReports(b *testing.B) {
	require.NoError(b, threeEditions(io.Discard, doctest.Report(0))) // what is made once a process
	var seed atomic.Int64
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if err := threeEditions(io.Discard, doctest.Report(seed.Add(1))); err != nil {
				b.Error(err)
			}
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "documents/s")
}

// The reports of the benchmark are sound, unlike each other and of the size that
// it tells of.
func TestReports(t *testing.T) {
	seen := map[string]bool{}
	for seed := range int64(3) {
		d := doctest.Report(seed)
		require.Empty(t, doc.Check(d))
		body := expect(d).Body
		require.InDelta(t, 1250, len(body), 250)
		require.False(t, seen[body[0]+body[1]])
		seen[body[0]+body[1]] = true
		var b bytes.Buffer
		require.NoError(t, threeEditions(&b, d))
	}
}
