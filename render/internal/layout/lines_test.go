package layout

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// A word alone does not stand below ragged lines, where one can come down to
// it.
func TestRaggedLast(t *testing.T) {
	p := &Para{Align: Start, Leading: 12 * Point}
	for range 10 { // nine fill the measure
		p.Items = append(p.Items, linebreak.Item{Kind: linebreak.Box, Width: linebreak.Part(int64(40 * Point))},
			linebreak.Item{Kind: linebreak.Glue, Width: linebreak.Part(int64(5 * Point))})
	}
	p.Items = append(p.Items[:len(p.Items)-1], linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Infinite},
		linebreak.Item{Kind: linebreak.Glue, Stretch: linebreak.Fil}, linebreak.Item{Kind: linebreak.Penalty, Cost: -linebreak.Infinite})
	lines := (&set{block: p}).breakAt(&linebreak.Breaker{}, p, 400*Point)
	require.Len(t, lines, 2)
	require.Equal(t, 16, lines[1].Start, "the last line has two words")
}
