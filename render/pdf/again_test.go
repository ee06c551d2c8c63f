package pdf

import (
	"bytes"
	"context"
	"errors"
	"math/rand"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
	"github.com/offprint-go/offprint/render"
)

// An edition is written twice, by several at once, after a writer that failed
// and after a context that ended: the bytes are the same.
func TestWriteToAgain(t *testing.T) {
	for _, d := range []*doc.Document{doctest.Every(), doctest.Random(rand.New(rand.NewSource(3)))} {
		r := Renderer{Style: StyleBook()}
		var want bytes.Buffer
		require.NoError(t, r.Render(context.Background(), &want, d))
		e, err := r.Layout(context.Background(), d)
		require.NoError(t, err)
		_, err = e.WriteTo(&shortWriter{room: want.Len() / 2})
		require.ErrorIs(t, err, errNoRoom)
		out := make([]bytes.Buffer, 4)
		errs := make([]error, len(out))
		var wg sync.WaitGroup
		for i := range out {
			wg.Go(func() { _, errs[i] = e.WriteTo(&out[i]) })
		}
		wg.Wait()
		for i := range out {
			require.NoError(t, errs[i])
			require.True(t, bytes.Equal(want.Bytes(), out[i].Bytes()), "the bytes differ")
		}
	}
}

var errNoRoom = errors.New("no room")

// A shortWriter has room for so many bytes.
type shortWriter struct{ room int }

func (w *shortWriter) Write(p []byte) (int, error) {
	if len(p) > w.room {
		n := w.room
		w.room = 0
		return n, errNoRoom
	}
	w.room -= len(p)
	return len(p), nil
}

// A document of a page more than it may have is an error that names the place.
func TestLimitPages(t *testing.T) {
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("Pages")}, Lang: "en"}}
	for range 5 {
		d.Blocks = append(d.Blocks, &doc.Paragraph{Content: doc.Inlines{doc.Text("A page.")}}, doc.PageBreak{})
	}
	d.Blocks = append(d.Blocks, &doc.Paragraph{Content: doc.Inlines{doc.Text("The last page.")}})
	e, err := Renderer{}.Layout(context.Background(), d)
	require.NoError(t, err)
	n := len(e.pages.Pages)
	_, err = Renderer{Limits: render.Limits{Pages: n}}.Layout(context.Background(), d)
	require.NoError(t, err)
	_, err = Renderer{Limits: render.Limits{Pages: n - 1}}.Layout(context.Background(), d)
	var le *doc.LimitError
	require.ErrorAs(t, err, &le)
	require.Equal(t, doc.LimitError{Limit: "Pages", Most: int64(n - 1)}, *le)
	var ne *render.NodeError
	require.ErrorAs(t, err, &ne)
	require.Equal(t, "blocks[10]", ne.Path)
}
