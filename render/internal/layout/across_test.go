package layout

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// columned is a random book in columns, with a title across.
func columned(seed int64) *Book {
	b := random(seed)
	b.Page.Width += 200 * Point
	for _, bl := range b.Blocks {
		switch bl := bl.(type) {
		case *Break:
			bl.Columns, bl.Gutter = 2+int(seed%2), 10*Point
		case *Float:
			bl.Wide = seed%3 > 0 && len(bl.Blocks[1].(*Para).Items)%2 == 0
		}
	}
	b.Notes.Across = seed%4 > 1
	title := para("title", 30).call(3, para("credit", 9))
	b.Blocks = append([]Block{&Break{Columns: 2 + int(seed%2), Gutter: 10 * Point, Across: []Block{title}}}, b.Blocks...)
	return b
}

// In columns too nothing is lost, doubled or out of its place.
func TestColumns(t *testing.T) {
	for seed := range int64(seeds) {
		b := columned(seed)
		p := lay(t, b)
		r := Check(b, p)
		require.Empty(t, r.Faults, "seed %d", seed)
		var text, notes []string
		inkOf(b.Blocks, &text, &notes)
		gotText, gotNotes := tagged(p)
		require.Equal(t, notes, gotNotes, "seed %d", seed)
		slices.Sort(text)
		slices.Sort(gotText)
		require.Equal(t, text, gotText, "seed %d", seed)
	}
}

// The columns of the last page are of one length, give or take a line or what
// widows ask for, and the text flows from one to the next.
func TestColumnsBalance(t *testing.T) {
	for words := 20; words < 1500; words += 37 {
		var blocks []Block
		for i := range words / 20 {
			blocks = append(blocks, para(fmt.Sprintf("a%d.", i), 20))
		}
		b := book(append([]Block{&Break{Columns: 2, Gutter: 10 * Point}}, blocks...)...)
		b.Page.Width += 200 * Point
		p := lay(t, b)
		last := p.Pages[len(p.Pages)-1]
		lines := [2]int{}
		for i := range last.Items {
			lines[last.Items[i].column]++
		}
		require.InDelta(t, lines[0], lines[1], 4, "%d words", words)
	}
}

// Notes over all columns stand below the text of each, in the whole measure, and
// every one begins on the page of its mark.
func TestNotesAcross(t *testing.T) {
	for seed := range int64(seeds / 3) {
		b := columned(seed)
		b.Notes.Across = true
		p := lay(t, b)
		r := Check(b, p)
		require.Empty(t, r.Faults, "seed %d", seed)
		wide := false
		for _, pg := range p.Pages {
			for _, it := range pg.Items[pg.Notes:] {
				wide = wide || it.Line != nil && it.Line.Width > pg.Pitch && pg.Pitch > 0
			}
		}
		require.True(t, wide || r.Notes < 5, "seed %d: no note is wider than a column", seed)
		require.Zero(t, r.Late, "seed %d", seed)
	}
}
