package doc

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math"
	"strings"
)

// Limits bound a document that is not trusted, so that reading and setting it
// takes no more time and memory than its size deserves. The zero value of a
// field is its default, which books of some thousand pages do not reach; a
// negative value is no limit. Time is bounded by the context.
type Limits struct {
	// Input is how many bytes a reader takes: 32 MiB.
	Input int64
	// Nodes is how many sections, blocks and inlines a document may hold,
	// with the items, rows and cells of blocks: 1,000,000.
	Nodes int
	// Text is how many bytes of text it may hold: 32 MiB.
	Text int64
	// Depth is how deep nodes may stand within nodes: 200, which is the most.
	// What has fields between it and its nodes (items, rows) counts for each.
	Depth int
	// Note is how many bytes of text one note may hold: 256 KiB.
	Note int
	// Cells is how many cells one table may hold, and how many its columns
	// and rows may come to: 100,000.
	Cells int
}

// most is the limit that a field sets.
func most[T int | int64](field, byDefault T) T {
	switch {
	case field == 0:
		return byDefault
	case field < 0:
		return T(min(int64(math.MaxInt), 1<<62))
	}
	return field
}

// whole returns the limits with the defaults filled in.
func (l Limits) whole() Limits {
	return Limits{Input: most(l.Input, 32<<20), Nodes: most(l.Nodes, 1_000_000), Text: most(l.Text, 32<<20),
		Depth: min(most(l.Depth, maxDepth), maxDepth), Note: most(l.Note, 256<<10), Cells: most(l.Cells, 100_000)}
}

// A LimitError says that something is larger than a limit allows. Where it
// stands the error around it says: a [Fault], a reader's error or a
// renderer's.
type LimitError struct {
	Limit string // the field's name: "Nodes"
	Most  int64  // its value
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("more than the limit %s allows (%d)", e.Limit, e.Most)
}

// ReadInput reads all of r as far as Input allows. It returns ctx's error as
// soon as ctx is done, even while r keeps it waiting; such a Read is left to
// end by itself.
func (l Limits) ReadInput(ctx context.Context, r io.Reader) ([]byte, error) {
	return ReadLimited(ctx, r, "Input", l.whole().Input)
}

// ReadLimited reads all of r, at most so many bytes, as [Limits.ReadInput]
// does; the error for more is a [LimitError] that names limit.
func ReadLimited(ctx context.Context, r io.Reader, limit string, most int64) ([]byte, error) {
	type result struct {
		data []byte
		err  error
	}
	done := make(chan result, 1)
	go func() {
		var b bytes.Buffer
		b.Grow(int(min(held(r), most)) + bytes.MinRead)
		_, err := b.ReadFrom(io.LimitReader(stopping{ctx, r}, most+1))
		done <- result{b.Bytes(), err}
	}()
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case got := <-done:
		if got.err == nil && int64(len(got.data)) > most {
			return nil, &LimitError{limit, most}
		}
		return got.data, got.err
	}
}

// held is how many bytes a reader still has, if they are in memory, else 0.
func held(r io.Reader) int64 {
	switch r := r.(type) {
	case *bytes.Buffer:
		return int64(r.Len())
	case *bytes.Reader:
		return int64(r.Len())
	case *strings.Reader:
		return int64(r.Len())
	}
	return 0
}

// stopping is a reader that ends with its context.
type stopping struct {
	ctx context.Context
	r   io.Reader
}

func (s stopping) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.r.Read(p)
}

// A pulse looks now and then whether a context is done.
type pulse struct {
	ctx  context.Context
	n    uint
	over error
}

// stopped reports whether the context was done when it was last looked at.
func (p *pulse) stopped() bool {
	if p.n++; p.n%64 == 0 && p.over == nil {
		p.over = p.ctx.Err()
	}
	return p.over != nil
}
