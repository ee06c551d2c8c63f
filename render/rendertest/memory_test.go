//go:build !race

package rendertest

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
)

// A document at a limit takes no more memory than is said here, in MiB: the most
// of the heap in use while an edition is made, the document's own not counted.
// Text is an eighth of its limit. The race detector has its own memory.
func TestMemoryAtLimits(t *testing.T) {
	if os.Getenv("OFFPRINT_LONG") == "" {
		t.Skip("takes half a minute: OFFPRINT_LONG=1")
	}
	const words = "The pilot reads the tables before he reads the sky, and neither is believed alone. "
	said := func(n int) doc.Inlines { return doc.Inlines{doc.Text(strings.Repeat(words, n/len(words)))} }
	for _, c := range []struct {
		limit string
		most  int
		make  func() *doc.Document
	}{
		{"Note", 96, func() *doc.Document {
			d := small()
			d.Blocks = append(d.Blocks, &doc.Paragraph{Content: doc.Inlines{doc.Text("x"), &doc.Note{Content: doc.Blocks{&doc.Paragraph{Content: said(256 << 10)}}}}})
			return d
		}},
		{"Cells", 400, func() *doc.Document {
			d, rows := small(), []*doc.Row{}
			for range 100_000 / 4 {
				row := &doc.Row{}
				for range 4 {
					row.Cells = append(row.Cells, &doc.Cell{Content: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text("12.5")}}}})
				}
				rows = append(rows, row)
			}
			d.Blocks = append(d.Blocks, &doc.Table{Columns: make([]doc.Column, 4), Bodies: []*doc.TableBody{{Rows: rows}}})
			return d
		}},
		{"Depth", 24, func() *doc.Document {
			d := small()
			b := doc.Block(&doc.Paragraph{Content: said(20 << 10)})
			for range 190 {
				b = &doc.Quote{Content: doc.Blocks{b}}
			}
			d.Blocks = append(d.Blocks, b)
			return d
		}},
		{"Pixels", 400, func() *doc.Document {
			img := image.NewPaletted(image.Rect(0, 0, 8192, 8192), color.Palette{color.White, color.Black})
			var b bytes.Buffer
			require.NoError(t, png.Encode(&b, img))
			return pictured(withFile(b.Bytes()))
		}},
		{"Text", 160, func() *doc.Document {
			d := small()
			for range 4 << 10 {
				d.Blocks = append(d.Blocks, &doc.Paragraph{Content: said(1 << 10)})
			}
			return d
		}},
	} {
		d := c.make()
		for name, r := range editions(render.Limits{}) {
			most := heapPeak(func() { require.NoError(t, r.Render(context.Background(), io.Discard, d), "%s: %s", name, c.limit) })
			t.Logf("%s at the limit of %s: %d MiB", name, c.limit, most)
			require.LessOrEqual(t, most, c.most, "%s at the limit of %s", name, c.limit)
		}
	}
}

// heapPeak is the most memory, in MiB, that objects take while f runs, beyond
// what they took before.
func heapPeak(f func()) int {
	defer debug.SetGCPercent(debug.SetGCPercent(20))
	runtime.GC()
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	used := func() uint64 {
		metrics.Read(sample)
		return sample[0].Value.Uint64()
	}
	before, most := used(), uint64(0)
	done, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			select {
			case <-done:
				return
			case <-time.After(2 * time.Millisecond):
				most = max(most, used())
			}
		}
	}()
	f()
	close(done)
	<-stopped
	return int(max(most, before)-before) >> 20
}
