package rendertest

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand"
	"runtime"
	"sync"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationserifregular"
	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/epub"
	"github.com/offprint-go/offprint/render/pdf"
	"github.com/offprint-go/offprint/render/text"
)

// laidOut are print editions that were laid out once and are written by many.
type laidOut map[*doc.Document]*pdf.Edition

func (l laidOut) Render(_ context.Context, w io.Writer, d *doc.Document) error {
	_, err := l[d].WriteTo(w)
	return err
}

// Sixty-four goroutines share renderers, a face, documents and editions, at one,
// two and seven processors: each edition has the bytes that it has alone.
func TestShared(t *testing.T) {
	docs := []*doc.Document{small(), doctest.Random(rand.New(rand.NewSource(1))), doctest.Random(rand.New(rand.NewSource(2)))}
	laid := laidOut{}
	for _, d := range docs {
		e, err := pdf.Renderer{}.Layout(context.Background(), d)
		require.NoError(t, err)
		laid[d] = e
	}
	face := liberationserifregular.TTF
	renderers := []render.Renderer{pdf.Renderer{}, pdf.Renderer{Style: pdf.StyleBook(), Fonts: pdf.Fonts{Text: pdf.Font{Data: face}}}, laid,
		epub.Renderer{PageMap: laid[docs[0]].PageMap()}, epub.Renderer{Fonts: &epub.Fonts{Text: epub.Font{Data: face}}}, text.Renderer{}}
	var want [][]byte
	make1 := func(i int) []byte {
		var b bytes.Buffer
		r, d := renderers[i%len(renderers)], docs[i/len(renderers)%len(docs)]
		if err := r.Render(context.Background(), &b, d); err != nil {
			t.Error(err)
		}
		return b.Bytes()
	}
	for i := range len(renderers) * len(docs) {
		want = append(want, make1(i))
	}
	old := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(old)
	for _, procs := range []int{1, 2, 7} {
		runtime.GOMAXPROCS(procs)
		got := make([][]byte, 64)
		var wg sync.WaitGroup
		for i := range got {
			wg.Go(func() { got[i] = make1(i) })
		}
		wg.Wait()
		for i := range got {
			require.True(t, bytes.Equal(want[i%len(want)], got[i]), "edition %d at %d processors differs", i, procs)
		}
	}
}

// FuzzRender makes the editions of random documents that are free of faults:
// each is made, twice the same.
func FuzzRender(f *testing.F) {
	for seed := range int64(4) {
		f.Add(seed, uint8(seed))
	}
	f.Fuzz(func(t *testing.T, seed int64, which uint8) {
		d := doctest.Random(rand.New(rand.NewSource(seed)))
		rs := []render.Renderer{pdf.Renderer{}, pdf.Renderer{Style: pdf.StyleBook()}, epub.Renderer{}, text.Renderer{}}
		r := rs[int(which)%len(rs)]
		var a, b bytes.Buffer
		require.NoError(t, r.Render(context.Background(), &a, d))
		require.NoError(t, r.Render(context.Background(), &b, d))
		require.True(t, bytes.Equal(a.Bytes(), b.Bytes()), "two runs differ")
	})
}

// FuzzCheck holds every document that can be decoded to this: Check ends, and
// if it finds no fault, every edition is made or says where it cannot be.
func FuzzCheck(f *testing.F) {
	for _, d := range []*doc.Document{small(), doctest.Random(rand.New(rand.NewSource(5)))} {
		var b bytes.Buffer
		require.NoError(f, doc.Encode(&b, d))
		f.Add(b.Bytes())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := doc.Decode(bytes.NewReader(data))
		if err != nil {
			return
		}
		faulty := false
		for _, fault := range doc.Check(d) {
			faulty = faulty || !fault.Warning
		}
		for _, r := range []render.Renderer{pdf.Renderer{MissingBox: true, PlainMath: true}, epub.Renderer{PlainMath: true}, text.Renderer{PlainMath: true}} {
			var b bytes.Buffer
			err := r.Render(context.Background(), &b, d)
			if faulty {
				require.Error(t, err)
			}
			if err != nil {
				require.Zero(t, b.Len())
				placed(t, err)
			}
		}
	})
}

// placed holds an error to a type that names the place in the document.
func placed(t *testing.T, err error) {
	t.Helper()
	var ne *render.NodeError
	var fault *doc.Fault
	if !errors.As(err, &ne) && !errors.As(err, &fault) {
		t.Errorf("%T names no place: %v", err, err)
	}
}
