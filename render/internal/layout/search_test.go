package layout

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"
)

// Where a page has so much white that no shorter one is tried, none of those
// would be followed.
func TestPale(t *testing.T) {
	pale, kept := 0, 0
	for seed := range int64(seeds) {
		b := random(seed)
		s := newSetter(context.Background(), b)
		body := s.prepare(b.Blocks, s.measure)
		require.NoError(t, s.breakLines())
		s.flatten(body)
		p := &paginator{setter: s, line: leading, tail: heights(s.noteRows)}
		p.least = seed * 50
		for row := range s.rows {
			w := way{state: &state{row: int32(row), note: p.noteAt(row), float: p.floatAt(row)}, to: len(s.rows), room: s.depth}
			w.floats = w.float
			w.reach = p.measureFrom(&w, 0, s.depth+leading)
			beyond := false
			for e := w.reach; e > row; e-- {
				var n state
				p.ending(&w, &n, e)
				if beyond = beyond || p.pale(&w, e); beyond {
					require.True(t, p.vain(&n), "seed %d: the page of rows %d to %d", seed, row, e)
					pale++
				} else if p.vain(&n) {
					kept++
				}
			}
		}
	}
	require.Greater(t, pale, kept)
}
