package doc_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
)

// limited is a document of a title and some blocks.
func limited(blocks ...doc.Block) *doc.Document {
	return &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en"}, Blocks: blocks}
}

func worded(s string) *doc.Paragraph { return &doc.Paragraph{Content: doc.Inlines{doc.Text(s)}} }

// grid is a table of rows and columns of which every cell has a word.
func grid(rows, columns int) *doc.Table {
	t := &doc.Table{Columns: make([]doc.Column, columns), Bodies: []*doc.TableBody{{HeaderColumns: 1}}}
	for range rows {
		r := &doc.Row{}
		for range columns {
			r.Cells = append(r.Cells, &doc.Cell{Content: doc.Blocks{worded("x")}})
		}
		t.Bodies[0].Rows = append(t.Bodies[0].Rows, r)
	}
	return t
}

// quotes is a paragraph within so many quotations.
func quotes(n int) doc.Block {
	var b doc.Block = worded("x")
	for range n {
		b = &doc.Quote{Content: doc.Blocks{b}}
	}
	return b
}

// What is at a limit passes; what is just over it is an error that tells the
// limit and the place.
func TestLimits(t *testing.T) {
	note := func(n int) doc.Block {
		return &doc.Paragraph{Content: doc.Inlines{doc.Text("x"), &doc.Note{Content: doc.Blocks{worded(strings.Repeat("y", n))}}}}
	}
	many := func(n int) doc.Block {
		q := &doc.Quote{}
		for range n {
			q.Content = append(q.Content, doc.SceneBreak{})
		}
		return q
	}
	for _, c := range []struct {
		limit    string
		limits   doc.Limits
		at, over doc.Block
		path     string
	}{
		{"Nodes", doc.Limits{Nodes: 12}, many(10), many(11), "blocks[0].content[10]"}, // the title and the quotation
		{"Text", doc.Limits{Text: 13}, worded("0123456789"), worded("0123456789x"), "blocks[0].content[0]"},
		{"Depth", doc.Limits{Depth: 12}, quotes(10), quotes(11), "blocks[0]"},
		{"Note", doc.Limits{Note: 100}, note(100), note(101), "blocks[0].content[1]"},
		{"Cells", doc.Limits{Cells: 12}, grid(3, 4), grid(4, 4), "blocks[0]"},
		{"Depth", doc.Limits{}, quotes(190), quotes(201), "blocks[0]"},
		{"Note", doc.Limits{}, note(256 << 10), note(256<<10 + 1), "blocks[0].content[1]"},
		{"Cells", doc.Limits{}, grid(1, 100_000), grid(1, 100_001), "blocks[0]"},
	} {
		t.Run(c.limit, func(t *testing.T) {
			fs, err := doc.CheckContext(context.Background(), limited(c.at), c.limits)
			require.NoError(t, err)
			require.Empty(t, fs)
			fs, err = doc.CheckContext(context.Background(), limited(c.over), c.limits)
			require.NoError(t, err)
			require.Len(t, fs, 1)
			var le *doc.LimitError
			require.ErrorAs(t, fs[0], &le)
			require.Equal(t, c.limit, le.Limit)
			require.True(t, strings.HasPrefix(fs[0].Path, c.path), fs[0].Path)
			require.ErrorContains(t, fs[0], c.limit)
		})
	}
	fs, err := doc.CheckContext(context.Background(), limited(note(256<<10+1)), doc.Limits{Note: -1})
	require.NoError(t, err)
	require.Empty(t, fs)
}

// A table whose columns and bodies multiply is refused before its grid is made.
func TestLimitsGrid(t *testing.T) {
	b := &doc.Table{Columns: make([]doc.Column, 50_000)}
	for range 50_000 {
		b.Bodies = append(b.Bodies, &doc.TableBody{})
	}
	var le *doc.LimitError
	require.ErrorAs(t, doc.Check(limited(b))[0], &le)
	require.Equal(t, "Cells", le.Limit)
}

func TestLimitsInput(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, doc.Encode(&b, limited(worded("x"))))
	n := int64(b.Len())
	_, err := doc.DecodeContext(context.Background(), bytes.NewReader(b.Bytes()), doc.Limits{Input: n})
	require.NoError(t, err)
	var le *doc.LimitError
	_, err = doc.DecodeContext(context.Background(), bytes.NewReader(b.Bytes()), doc.Limits{Input: n - 1})
	require.ErrorAs(t, err, &le)
	require.Equal(t, doc.LimitError{Limit: "Input", Most: n - 1}, *le)
	_, err = doc.DecodeContext(context.Background(), bytes.NewReader(b.Bytes()), doc.Limits{Nodes: 2})
	require.ErrorAs(t, err, &le)
	require.Equal(t, "Nodes", le.Limit)
	var de *doc.DecodeError
	require.ErrorAs(t, err, &de)
	require.Equal(t, "blocks[0].content[0]", de.Path)
}

// An input without an end is read no further than the limit.
func TestReadInputEndless(t *testing.T) {
	var le *doc.LimitError
	_, err := doc.Limits{Input: 1 << 20}.ReadInput(context.Background(), endless{})
	require.ErrorAs(t, err, &le)
}

// A reader that never comes back is left behind.
func TestReadInputStalled(t *testing.T) {
	ctx, stop := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer stop()
	r, w := io.Pipe()
	defer w.Close()
	_, err := doc.Limits{}.ReadInput(ctx, r)
	require.ErrorIs(t, err, context.DeadlineExceeded)
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

// Check, NewIndex and Decode stop with their context.
func TestStopped(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	d := limited(grid(100, 10))
	_, err := doc.CheckContext(ctx, d, doc.Limits{})
	require.ErrorIs(t, err, context.Canceled)
	_, err = doc.NewIndexContext(ctx, d)
	require.ErrorIs(t, err, context.Canceled)
	var b bytes.Buffer
	require.NoError(t, doc.Encode(&b, d))
	_, err = doc.DecodeContext(ctx, &b, doc.Limits{})
	require.True(t, errors.Is(err, context.Canceled), err)
}
