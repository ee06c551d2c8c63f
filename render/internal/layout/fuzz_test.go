package layout

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzLayout sets random books on pages of any size, with a grid or without
// one, on one side or two, in columns and with notes across them: nothing is lost, doubled or out of its place.
func FuzzLayout(f *testing.F) {
	for seed := range int64(8) {
		f.Add(seed, uint16(240), uint16(200), seed%2 == 0, seed%3 > 0, seed%3 == 0, seed%2 == 1)
	}
	f.Add(int64(3), uint16(15), uint16(200), true, true, false, false) // one line a page
	f.Add(int64(4), uint16(240), uint16(11), true, true, false, false) // two letters a line
	f.Add(int64(5), uint16(90), uint16(400), false, true, false, false)
	f.Add(int64(3), uint16(15), uint16(200), true, true, true, true)
	f.Add(int64(4), uint16(100), uint16(31), true, true, true, true)
	f.Add(int64(6), uint16(240), uint16(119), true, false, true, false)   // a table wider than its column, over pages
	f.Add(int64(5), uint16(128), uint16(400), true, false, true, true)    // no room for a box above notes over all columns
	f.Add(int64(-8), uint16(249), uint16(240), false, false, true, false) // a column of floats, and notes that go on
	f.Add(int64(-92), uint16(240), uint16(11), false, true, true, false)  // set in by nearly a column's width
	f.Add(int64(30), uint16(58), uint16(124), true, true, true, true)     // no room for a line above its note, over all columns
	f.Add(int64(56), uint16(15), uint16(400), false, true, false, false)  // marks parted behind others first, then before them
	f.Fuzz(func(t *testing.T, seed int64, depth, measure uint16, twoSided, grid, columns, across bool) {
		b := random(seed)
		if columns {
			b = columned(seed)
		}
		b.Notes.Across = across
		b.Page.Height = b.Page.Top + b.Page.Bottom + Unit(depth%2000+1)*Point
		b.Page.Width = b.Page.Inner + b.Page.Outer + Unit(measure%2000+1)*Point
		b.Page.TwoSided = twoSided
		if !grid {
			b.Grid = 0
		}
		p := lay(t, b)
		require.Empty(t, Check(b, p).Faults)
		var text, notes []string
		inkOf(b.Blocks, &text, &notes)
		gotText, gotNotes := tagged(p)
		require.Equal(t, notes, gotNotes)
		slices.Sort(text)
		slices.Sort(gotText)
		require.Equal(t, text, gotText)
	})
}
