package layout

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func cellOf(col, words int) Cell { return Cell{Col: col, Blocks: []Block{para("word", words)}} }

func TestColumnsThatFitGetWhatTheyWant(t *testing.T) {
	b := &Table{Gutter: letter, Rows: []Row{{Cells: []Cell{cellOf(0, 1), cellOf(1, 3)}}, {Cells: []Cell{cellOf(0, 2), cellOf(1, 1)}}}}
	widths, over := b.fit(200 * Point)
	require.Zero(t, over)
	require.Equal(t, []Unit{11*letter + Point/16, 17*letter + Point/16}, widths)
}

// The widths that share out what a table wants are not the best: the search
// must not make a table higher, and makes this one lower.
func TestColumnsAreAsLowAsTheyCanBe(t *testing.T) {
	for seed := range 40 {
		n := func(k int) int { return 1 + (seed*7+k*13)%11 }
		b := &Table{Gutter: letter}
		for r := range 5 {
			b.Rows = append(b.Rows, Row{Cells: []Cell{cellOf(0, n(r)), cellOf(1, 3*n(r+5)), cellOf(2, 1)}})
		}
		ws := b.wishes()
		floor, most := make([]Unit, 3), make([]Unit, 3)
		for i, w := range ws {
			floor[i], most[i] = w.word, w.most
		}
		room := 190 * Point
		if sum(most) <= room {
			continue
		}
		m := &heightMeter{table: b, known: map[columnWidth][]Unit{}}
		start := between(floor, most, room)
		before := m.height(start)
		widths, over := b.fit(room + 2*letter)
		require.Zero(t, over)
		require.LessOrEqual(t, m.height(widths), before)
		require.InDelta(t, float64(room), float64(sum(widths)), 3)
		for i := range widths {
			require.GreaterOrEqual(t, widths[i], floor[i])
		}
	}
}

func TestLinesByFirstFit(t *testing.T) {
	p := para("word", 6) // six letters, a space, six letters...
	for measure, want := range map[Unit]int{200 * Point: 1, 17 * letter: 2, 11 * letter: 3, 5 * letter: 6, letter: 6} {
		require.Equal(t, want, linesAt(p, measure), "in %d letters", measure/letter)
	}
}

func TestNarrowest(t *testing.T) {
	b := &Table{Gutter: letter, Rows: []Row{{Cells: []Cell{cellOf(0, 2), {Col: 1, ColSpan: 2, Blocks: []Block{para("w", 1)}}}}}}
	whole, least := b.Narrowest()
	require.Equal(t, whole, least)
	require.InDelta(t, float64(5*letter+2*letter+letter), float64(whole), float64(2*letter))
}
