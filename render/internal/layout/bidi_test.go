package layout

import (
	"context"
	"math/rand"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// TestReorder: rule L2, by level of each item; lower case is left to right.
func TestReorder(t *testing.T) {
	for _, c := range []struct{ levels, want string }{
		{"", ""},
		{"0000", "0123"},
		{"1111", "3210"},
		{"00110", "01324"},
		{"11221", "42310"},     // figures in Hebrew
		{"0112200", "0342156"}, // Hebrew with figures, in Latin
		{"1222321", "6123450"}, // Latin with Hebrew, in Hebrew, and a deeper word
		{"2121", "3210"},       // an edge of level 1 parts two words of level 2
		{"22122", "34201"},
	} {
		var order []int
		var levels []uint8
		for i, l := range c.levels {
			order, levels = append(order, i), append(levels, uint8(l-'0'))
		}
		reorder(order, levels)
		var got strings.Builder
		for _, i := range order {
			got.WriteByte(byte('0' + i))
		}
		require.Equal(t, c.want, got.String(), c.levels)
	}
}

// levelled makes a paragraph of words whose levels are given, the space between
// two of the lower of theirs.
func levelled(rtl bool, words ...string) *Para {
	p := para("", len(words))
	p.RTL = rtl
	for i := range p.Pieces {
		p.Pieces[i].Level = map[bool]uint8{true: 1}[rtl]
	}
	for i, w := range words {
		p.Items[2*i].Width = linebreak.Part(letter) * int32(len(w)-1)
		p.Pieces[2*i].Ink, p.Pieces[2*i].Level = glyphs(w[1:]), w[0]-'0'
		if i > 0 {
			p.Pieces[2*i-1].Level = min(p.Pieces[2*i].Level, p.Pieces[2*i-2].Level)
		}
	}
	return p
}

// mirrored is a page whose blocks all run from right to left.
func mirrored() *Book {
	p := levelled(true, "1alef", "2one", "2two", "1bet")
	p.Indent, p.Left = 2*letter, letter
	list := levelled(true, "1item")
	list.Left, list.Right = 4*letter, letter
	end := levelled(true, "1end")
	end.Align = End
	start := levelled(true, "1start")
	start.Align = Start
	table := &Table{RTL: true, Gutter: 2 * letter, Rows: []Row{{Cells: []Cell{
		{Col: 0, Blocks: []Block{levelled(true, "1first")}}, {Col: 1, Blocks: []Block{levelled(true, "1second")}}}}}}
	b := book(p, list, end, start, &Box{RTL: true, Width: 50 * Point, Height: leading, Left: 10 * Point, Ink: glyphs("box")},
		&Group{RTL: true, Left: 20 * Point, Frame: glyphs("frame"), Blocks: []Block{levelled(true, "1in")}}, table)
	p.call(0, levelled(true, "1note"))
	b.Page.RTL = true
	b.Page.Inner, b.Page.Outer = 10*Point, 30*Point // bound at the right
	return b
}

// TestBinding: a recto of a book that is bound at the right is on the left, so
// that its inner margin is at the right.
func TestBinding(t *testing.T) {
	for _, c := range []struct {
		rtl, two bool
		want     []Unit
	}{{false, false, []Unit{30, 30}}, {false, true, []Unit{30, 10}}, {true, false, []Unit{10, 10}}, {true, true, []Unit{10, 30}}} {
		b := book(para("a", 3), &Break{}, para("b", 3))
		b.Page.Inner, b.Page.Outer, b.Page.RTL, b.Page.TwoSided = 30*Point, 10*Point, c.rtl, c.two
		pages, err := Layout(context.Background(), b)
		require.NoError(t, err)
		for i, want := range c.want {
			require.Equal(t, want*Point, pages.Pages[i].Left)
		}
	}
}

// TestMixedLines: over random levels, a line's items are each set once, side by
// side from its left edge to its right one, as wide as they are on a line of one
// direction.
func TestMixedLines(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 300 {
		plain := para("w", 2+r.Intn(40))
		mixed := *plain
		mixed.RTL = r.Intn(2) == 0
		mixed.Pieces = append([]Piece(nil), plain.Pieces...)
		for i := range mixed.Pieces {
			mixed.Pieces[i].Level = uint8(r.Intn(4))
			mixed.Pieces[i].Edge = uint8(r.Intn(8) / 6)
			mixed.Items[i].Left, mixed.Items[i].Right = 0, 0
		}
		a, b := linesOf(t, plain), linesOf(t, &mixed)
		require.Len(t, b, len(a))
		for i := range a {
			want := map[*linebreak.Item]Unit{}
			a[i].Pieces(0, func(_, w Unit, it *linebreak.Item, _ *Piece) { want[it] = w })
			at, n := Unit(0), 0
			b[i].Pieces(0, func(x, w Unit, it *linebreak.Item, _ *Piece) {
				require.Equal(t, at, x)
				require.Equal(t, want[it], w)
				at, n = x+w, n+1
			})
			require.Len(t, want, n)
		}
	}
}

func linesOf(t *testing.T, p *Para) []*Line {
	pages, err := Layout(context.Background(), book(p))
	require.NoError(t, err)
	var out []*Line
	for _, pg := range pages.Pages {
		for _, it := range pg.Items {
			out = append(out, it.Line)
		}
	}
	return out
}

// TestEdgesHang: what hangs out is what is seen at the edge. The last letter of
// a word from right to left is at its left.
func TestEdgesHang(t *testing.T) {
	p := levelled(true, "1alef", "2one", "1bet")
	for i := 0; i < 5; i += 2 {
		p.Items[i].Left, p.Items[i].Right = int32(1+10*i), int32(2+10*i)
	}
	l := &Line{Para: p, End: 5}
	left, right := l.overhang()
	require.Equal(t, []int64{42, 1}, []int64{left, right})
	p.Pieces[4].Level = 2 // a line that ends in a Latin word, which has its first letter at the left
	p.Pieces[3].Level = 2
	left, right = l.overhang()
	require.Equal(t, []int64{21, 1}, []int64{left, right})
}

// The rule above notes stands where the lines of the first of them begin.
func TestNoteRule(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		note := para("n", 12)
		note.RTL = rtl
		b := book(para("a", 60).call(5, note))
		p := lay(t, b).Pages[0]
		left, right := b.Page.Inner, b.Page.Width-b.Page.Outer
		rule := p.Items[p.Notes]
		require.Equal(t, rtl, rule.X+rule.Width == right)
		require.Equal(t, !rtl, rule.X == left)
	}
}
