package rendertest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
	"github.com/offprint-go/offprint/render"
)

// An Edition is a renderer under test and how its files are read.
type Edition struct {
	// Render is the renderer's method, with settings under which it sets every
	// node; it must give an error for a missing image.
	Render func(ctx context.Context, w io.Writer, d *doc.Document) error
	// Read reads what Render wrote.
	Read func(d *doc.Document, data []byte) (*Reading, error)
	// Seen says that Read gives the lines of right-to-left text as they are
	// seen; of its words Book compares only the letters.
	Seen bool
}

// Run holds an edition to the suite.
func Run(t *testing.T, e Edition) {
	for _, c := range Cases(t) {
		hold := e.document
		if c.Name == "math" || c.Name == "rtl" { // an edition reads them in an order of its own
			hold = e.Book
		}
		t.Run(c.Name, func(t *testing.T) { hold(t, c.Doc) })
	}
	t.Run("every node", func(t *testing.T) { e.document(t, doctest.Every()) })
	for seed := range int64(20) {
		t.Run(fmt.Sprint("random", seed), func(t *testing.T) { e.document(t, doctest.Random(rand.New(rand.NewSource(seed)))) })
	}
	t.Run("concurrently", e.concurrently)
	t.Run("cancelled", e.cancelled)
	t.Run("faulty", e.faulty)
	t.Run("image", e.image)
	t.Run("writer", e.writer)
}

// document holds one document's edition to what it must say.
func (e Edition) document(t *testing.T, d *doc.Document) {
	before := encode(t, d)
	data := e.render(t, d)
	require.Equal(t, before, encode(t, d), "rendering changed the document")
	old := runtime.GOMAXPROCS(1)
	again := e.render(t, d)
	runtime.GOMAXPROCS(2)
	third := e.render(t, d)
	runtime.GOMAXPROCS(old)
	require.True(t, bytes.Equal(data, again) && bytes.Equal(data, third), "two runs gave different bytes")
	r, err := e.Read(d, data)
	require.NoError(t, err)
	want := expect(d)
	require.Empty(t, missing(want.Body, r.Body), "words of the text are missing or out of order")
	count := map[string]int{}
	for _, w := range r.Body {
		count[w]++
	}
	for _, w := range want.loose {
		count[w]--
		require.GreaterOrEqual(t, count[w], 0, "%q is missing", w)
	}
	want.extra(t, r.Body)
	require.ElementsMatch(t, want.Calls, r.Calls, "calls of notes")
	want.notes(t, r.Notes)
}

// extra fails for words that neither the document nor its language has.
func (e *expectation) extra(t *testing.T, got []string) {
	t.Helper()
	for i, w := range got {
		if !e.allowed[w] && !number(w) {
			require.Failf(t, "a word that the document has not", "%q in %q", w, got[max(0, i-4):min(len(got), i+5)])
		}
	}
}

func (e *expectation) notes(t *testing.T, got []Note) {
	t.Helper()
	want := sorted(e.Notes)
	got = sorted(got)
	require.Len(t, got, len(want))
	for i := range want {
		require.Equal(t, want[i].Label, got[i].Label)
		require.Empty(t, missing(want[i].Words, got[i].Words), "words of note %s", want[i].Label)
		e.extra(t, got[i].Words)
	}
}

// number reports whether a word is a figure, a note as an index names it
// ("12n3"), or a letter that numbers an item.
func number(w string) bool {
	if page, note, ok := strings.Cut(w, "n"); ok && page != "" && note != "" {
		return number(page) && number(note)
	}
	for _, r := range w {
		if r < '0' || r > '9' {
			return len(w) == 1
		}
	}
	return true
}

func encode(t *testing.T, d *doc.Document) string {
	var b bytes.Buffer
	require.NoError(t, doc.Encode(&b, d))
	return b.String()
}

func (e Edition) render(t *testing.T, d *doc.Document) []byte {
	var b bytes.Buffer
	require.NoError(t, e.Render(context.Background(), &b, d))
	return b.Bytes()
}

// small is a document that every edition can set.
func small() *doc.Document {
	return &doc.Document{
		Meta: doc.Meta{Title: doc.Inlines{doc.Text("A small document")}, Lang: "en"},
		Blocks: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text("Its text calls a note."),
			&doc.Note{Content: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text("The note.")}}}}}}},
	}
}

// concurrently runs one renderer on one document in several goroutines.
func (e Edition) concurrently(t *testing.T) {
	d := small()
	out := make([]bytes.Buffer, 4)
	errs := make([]error, len(out))
	var wg sync.WaitGroup
	for i := range out {
		wg.Go(func() { errs[i] = e.Render(context.Background(), &out[i], d) })
	}
	wg.Wait()
	for i := range out {
		require.NoError(t, errs[i])
		require.True(t, bytes.Equal(out[0].Bytes(), out[i].Bytes()), "two of the editions differ")
	}
}

func (e Edition) cancelled(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	var b bytes.Buffer
	require.ErrorIs(t, e.Render(ctx, &b, small()), context.Canceled)
	require.Zero(t, b.Len(), "something was written")
}

func (e Edition) faulty(t *testing.T) {
	d := small()
	d.Blocks = append(d.Blocks, &doc.Paragraph{Content: doc.Inlines{&doc.CrossRef{To: "nowhere"}}})
	var b bytes.Buffer
	err := e.Render(context.Background(), &b, d)
	require.ErrorContains(t, err, "blocks[1].content[0]")
	require.ErrorContains(t, err, "nowhere")
	require.Zero(t, b.Len(), "something was written")
}

func (e Edition) image(t *testing.T) {
	for _, src := range []string{"missing.png", "../outside.png"} {
		d := small()
		d.Files = empty{}
		d.Blocks = append(d.Blocks, &doc.Figure{Images: []*doc.Image{{Src: src, Alt: "Nothing"}}})
		var b bytes.Buffer
		err := e.Render(context.Background(), &b, d)
		require.ErrorContains(t, err, "blocks[1]")
		require.ErrorContains(t, err, src)
		require.Zero(t, b.Len(), "something was written")
		var ne *render.NodeError
		var f *doc.Fault
		require.True(t, errors.As(err, &ne) || errors.As(err, &f), "%T", err)
	}
}

// empty is a file system without files.
type empty struct{}

func (empty) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

func (e Edition) writer(t *testing.T) {
	require.ErrorIs(t, e.Render(context.Background(), failing{}, small()), errFull)
}

var errFull = errors.New("the disk is full")

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errFull }
