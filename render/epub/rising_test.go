package epub

import (
	"math/bits"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// The pages kept rise, and no other choice keeps more of the text's, or as many
// of those and more of the others.
func TestRising(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		pages := make([]*ref, r.IntN(10))
		for i := range pages {
			pages[i] = &ref{page: r.IntN(12), side: r.IntN(3) == 0}
		}
		worth := func(set uint) (sum int, ok bool) {
			for last := -1; set != 0; set &= set - 1 {
				p := pages[bits.TrailingZeros(set)]
				if p.page <= last {
					return 0, false
				}
				if last = p.page; p.side {
					sum++
				} else {
					sum += 100
				}
			}
			return sum, true
		}
		var kept uint
		for i, k := range rising(pages) {
			if k {
				kept |= 1 << i
			}
		}
		got, ok := worth(kept)
		require.True(t, ok)
		for set := uint(0); set < 1<<len(pages); set++ {
			other, _ := worth(set)
			require.LessOrEqual(t, other, got)
		}
	}
}

// A book of very many pages takes no time that grows with their square.
func TestRisingMany(t *testing.T) {
	pages := make([]*ref, 200_000)
	for i := range pages {
		pages[i] = &ref{page: i}
	}
	start := time.Now()
	require.NotContains(t, rising(pages), false)
	require.Less(t, time.Since(start), 5*time.Second) // 30 ms; 20 s if each page looked at all before it
}
