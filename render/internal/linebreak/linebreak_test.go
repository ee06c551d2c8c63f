package linebreak

import (
	"math"
	"math/rand"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// words makes a paragraph of boxes of some widths with spaces between.
func words(widths ...int64) []Item {
	var out []Item
	for i, w := range widths {
		if i > 0 {
			out = append(out, Item{Kind: Glue, Width: 10, Stretch: 5, Shrink: 3})
		}
		out = append(out, Item{Kind: Box, Width: int32(w)})
	}
	return finish(out)
}

// finish ends a paragraph as a setter does: white to the end of the last line.
func finish(items []Item) []Item {
	return append(items, Item{Kind: Penalty, Cost: Infinite}, Item{Kind: Glue, Stretch: Fil}, Item{Kind: Penalty, Cost: -Infinite})
}

func measure(w int64) func(int) int64 { return func(int) int64 { return w } }

// random is a paragraph of words that may be divided.
func random(r *rand.Rand, n int) []Item {
	var out []Item
	for i := range n {
		if i > 0 {
			out = append(out, Item{Kind: Glue, Width: 10, Stretch: 5, Shrink: 3})
		}
		for k := range 1 + r.Intn(3) {
			if k > 0 {
				out = append(out, Item{Kind: Penalty, Cost: 70, Flagged: true, Width: 4, Right: 2, Give: 1})
			}
			w := int64(8 + r.Intn(50))
			out = append(out, Item{Kind: Box, Width: int32(w), Give: Part(w / 50), Track: Part(w / 100), Left: int32(r.Intn(3)), Right: int32(r.Intn(3)), Word: uint16(r.Intn(20))})
		}
	}
	return finish(out)
}

// covers fails unless each box stands on one line, in order.
func covers(t *testing.T, items []Item, lines []Line) {
	t.Helper()
	at := 0
	for i, l := range lines {
		for ; at < l.Start; at++ {
			require.NotEqual(t, Box, items[at].Kind, "box %d is lost before line %d", at, i)
		}
		require.Equal(t, at, l.Start)
		require.GreaterOrEqual(t, l.End, l.Start)
		at = l.End
	}
	for ; at < len(items); at++ {
		require.NotEqual(t, Box, items[at].Kind, "box %d is lost at the end", at)
	}
}

// natural is a line's width as it is set, by its ratios.
func set(items []Item, l Line) int64 {
	w := 0.0
	first, last := -1, -1
	add := func(it Item) {
		w += float64(it.Width)
		if it.Kind == Glue {
			if l.Ratio >= 0 && it.Stretch < Fil {
				w += float64(it.Stretch) * float64(l.Ratio) / one
			} else if l.Ratio < 0 {
				w += float64(it.Shrink) * float64(l.Ratio) / one
			}
			return
		}
		w += float64(it.Track) * float64(l.Track) / one
		w += float64(it.Give) * float64(l.Expand) / one
	}
	for i := l.Start; i < l.End; i++ {
		if items[i].Kind != Penalty {
			add(items[i])
		}
		if items[i].Kind == Box {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first >= 0 {
		w -= float64(items[first].Left)
	}
	if l.End < len(items) && items[l.End].Kind == Penalty && items[l.End].Width != 0 {
		add(items[l.End])
		w -= float64(items[l.End].Right)
	} else if last >= 0 {
		w -= float64(items[last].Right)
	}
	return int64(math.Round(w))
}

// Every line but the last comes out at its measure, by the ratios that the
// breaker gives, unless it says that it stands out.
func TestLinesFill(t *testing.T) {
	for seed := range int64(200) {
		r := rand.New(rand.NewSource(seed))
		items := random(r, 5+r.Intn(80))
		width := int64(80 + r.Intn(300))
		lines := Break(Paragraph{items, measure(width)}, Settings{})
		covers(t, items, lines)
		for i, l := range lines {
			stretches := slices.ContainsFunc(items[l.Start:l.End], func(it Item) bool { return it.Stretch > 0 })
			if l.Over > 0 || i == len(lines)-1 || l.Ratio > 0 && !stretches {
				continue
			}
			require.InDelta(t, width, set(items, l), 2, "seed %d line %d: %+v", seed, i, l)
			require.LessOrEqual(t, l.Expand, int32(one))
			require.GreaterOrEqual(t, l.Expand, int32(-one))
			require.LessOrEqual(t, l.Track, int32(one))
			require.GreaterOrEqual(t, l.Ratio, int32(-one))
			inTurn(t, items[l.Start:l.End], l)
		}
	}
}

// inTurn holds a line to the order of means: letters are stretched or shrunk
// first, then spaces a little, then letters spaced, then spaces at will.
func inTurn(t *testing.T, items []Item, l Line) {
	t.Helper()
	var give, track int32
	for _, it := range items {
		if it.Kind == Box {
			give, track = give+it.Give, track+it.Track
		}
	}
	ratio, spaced := max(l.Ratio, -l.Ratio), max(l.Track, -l.Track)
	if ratio > 0 && give > 0 {
		require.EqualValues(t, one, max(l.Expand, -l.Expand), "%+v", l)
	}
	if spaced > 0 {
		require.GreaterOrEqual(t, ratio, int32(easyRatio-one/5/10), "%+v", l)
	}
	if ratio > easyRatio && track > 0 {
		require.EqualValues(t, one, spaced, "%+v", l)
	}
}

// cost is what the breaker minimises, added up by the book; false if a line is
// outside the first tolerance.
func (b *Breaker) cost(breaks []int, p Paragraph) (int64, bool) {
	b.prepare(p.Items)
	b.nodes = append(b.nodes[:0], b.start(p))
	for _, at := range breaks {
		from := int32(len(b.nodes) - 1)
		e := b.ending(at)
		l := b.measure(&b.nodes[from], &e, false)
		if l.ratio < -one || l.ratio > justified[0].ratio {
			return 0, false
		}
		var best [classes]int32
		b.offer(from, &e, &l, p, &Settings{}, false, &best)
		if len(b.nodes) == int(from)+1 {
			return 0, false // a third hyphen
		}
	}
	return b.nodes[len(b.nodes)-1].cost, true
}

// No way of breaking costs less than the one that is found: all of them are
// tried.
func TestOptimal(t *testing.T) {
	tried := 0
	for seed := range int64(900) {
		r := rand.New(rand.NewSource(seed))
		items := random(r, 5+r.Intn(6))
		p := Paragraph{items, measure(int64(70 + r.Intn(120)))}
		var b Breaker
		b.prepare(items)
		var legal []int
		for i := range items[:len(items)-1] {
			if b.legal(i, true) {
				legal = append(legal, i)
			}
		}
		if len(legal) > 15 {
			continue
		}
		best, found := int64(math.MaxInt64), false
		for set := range 1 << len(legal) {
			var breaks []int
			for k, at := range legal {
				if set>>k&1 == 1 {
					breaks = append(breaks, at)
				}
			}
			if c, ok := b.cost(append(breaks, len(items)-1), p); ok {
				best, found = min(best, c), true
			}
		}
		if !found {
			continue
		}
		tried++
		var breaks []int
		for _, l := range Break(p, Settings{}) {
			breaks = append(breaks, l.End)
		}
		got, ok := b.cost(breaks, p)
		require.True(t, ok, "seed %d: a line outside the tolerance, where none need be", seed)
		require.Equal(t, best, got, "seed %d", seed)
	}
	require.Greater(t, tried, 60)
}

// A paragraph of a chapter's length is no harder than many short ones.
func TestLong(t *testing.T) {
	items := random(rand.New(rand.NewSource(7)), 20000)
	covers(t, items, Break(Paragraph{items, measure(600)}, Settings{}))
}

func TestForced(t *testing.T) {
	items := append(words(30, 30), words(40)...) // a break in the middle
	lines := Break(Paragraph{items, measure(200)}, Settings{})
	require.Len(t, lines, 2)
	require.Zero(t, lines[0].Ratio, "white fills the line before a forced break")
}

// A box wider than the measure stands out and says by how much; the lines
// about it are set.
func TestTooWide(t *testing.T) {
	items := words(30, 400, 30)
	for name, lines := range map[string][]Line{"total fit": Break(Paragraph{items, measure(100)}, Settings{}), "first fit": Greedy(Paragraph{items, measure(100)})} {
		covers(t, items, lines)
		var over int64
		for _, l := range lines {
			over = max(over, l.Over)
		}
		require.GreaterOrEqual(t, over, int64(290), name)
	}
}

// First fit never costs less, where it keeps within the tolerance at all.
func TestNeverWorseThanGreedy(t *testing.T) {
	var b Breaker
	tried := 0
	for seed := range int64(1000) {
		r := rand.New(rand.NewSource(seed))
		p := Paragraph{random(r, 5+r.Intn(60)), measure(int64(120 + r.Intn(300)))}
		greedy, ok := b.cost(ends(Greedy(p)), p)
		if !ok {
			continue
		}
		tried++
		total, ok := b.cost(ends(Break(p, Settings{})), p)
		require.True(t, ok, "seed %d", seed)
		require.LessOrEqual(t, total, greedy, "seed %d", seed)
	}
	require.Greater(t, tried, 200)
}

func ends(lines []Line) []int {
	var out []int
	for _, l := range lines {
		out = append(out, l.End)
	}
	return out
}

// standsOut fails if a line stands out that could have been broken: between its
// ends there is no place to break at.
func standsOut(t *testing.T, items []Item, lines []Line, ragged bool) {
	t.Helper()
	b := Breaker{}
	b.prepare(items)
	for n, l := range lines {
		if l.Over <= 0 {
			continue
		}
		for i := int(b.next[l.Start]) + 1; i < l.End; i++ {
			require.False(t, b.legal(i, true), "line %d stands out by %d and could be broken at %d", n, l.Over, i)
		}
	}
}

// No line stands out where any break exists, however narrow the measure.
func TestStandsOutInNeedAlone(t *testing.T) {
	out := 0
	for seed := range int64(500) {
		r := rand.New(rand.NewSource(seed))
		items := random(r, 30)
		p := Paragraph{items, measure(int64(20 + r.Intn(100)))}
		for _, s := range []Settings{{}, {Ragged: true}} {
			lines := Break(p, s)
			covers(t, items, lines)
			standsOut(t, items, lines, s.Ragged)
			for _, l := range lines {
				if l.Over > 0 {
					out++
				}
			}
		}
	}
	require.Positive(t, out)
}

// Three hyphens in a row come only where a line would stand out otherwise: not
// in a column of a word and a half either.
func TestHyphensInARow(t *testing.T) {
	for _, width := range []int64{120, 200, 600} {
		two := 0
		for seed := range int64(300) {
			items := random(rand.New(rand.NewSource(seed)), 60)
			run := 0
			for i, l := range Break(Paragraph{items, measure(width)}, Settings{}) {
				run++
				if !items[l.End].Flagged {
					run = 0
				}
				if run == 2 {
					two++
				}
				// A word of three parts may be as wide as the column: then there
				// is no other way.
				require.True(t, run < 3 || width < 200, "seed %d, width %d, line %d", seed, width, i)
			}
		}
		if width < 600 {
			require.Positive(t, two)
		}
	}
}

// Lines that begin or end with the word above are rarer than without the cost,
// though a bad line is no price for it.
func TestStacked(t *testing.T) {
	stacks := func(drop bool) int {
		n := 0
		for seed := range int64(300) {
			r := rand.New(rand.NewSource(seed))
			widths := make([]int64, 150)
			for i := range widths {
				widths[i] = int64(6 + r.Intn(25))
			}
			items := words(widths...)
			for i := range items {
				if items[i].Kind == Box {
					items[i].Word = uint16(r.Intn(15))
				}
			}
			words := make([]uint16, len(items))
			for i := range items {
				words[i] = items[i].Word
				if drop {
					items[i].Word = 0
				}
			}
			lines := Break(Paragraph{items, measure(600)}, Settings{})
			var b Breaker
			b.prepare(items)
			word := func(i int32) uint16 { return words[i] }
			for i := 1; i+1 < len(lines); i++ {
				up, l := lines[i-1], lines[i]
				if w := word(b.next[l.Start]); w != 0 && w == word(b.next[up.Start]) {
					n++
				}
				if w := word(b.last[l.End]); w != 0 && w == word(b.last[up.End]) {
					n++
				}
			}
		}
		return n
	}
	with, without := stacks(false), stacks(true)
	require.Less(t, with*2, without)
}

// A last line as short as an indent is avoided.
func TestShortLast(t *testing.T) {
	short := func(least int64) int {
		n := 0
		for seed := range int64(200) {
			r := rand.New(rand.NewSource(seed))
			items := random(r, 40)
			lines := Break(Paragraph{items, measure(600)}, Settings{MinLast: least})
			var w int64
			l := lines[len(lines)-1]
			for _, it := range items[l.Start:l.End] {
				if it.Kind != Penalty {
					w += int64(it.Width)
				}
			}
			if w < 60 {
				n++
			}
		}
		return n
	}
	require.Less(t, short(60)*2, short(0))
}

// A word alone in its line is as bad as it falls short: where it all but fills
// the line, the words before it are not spread to keep it company.
func TestLone(t *testing.T) {
	items := words(30, 25, 30, 92, 45, 20, 20)
	var boxes []int
	for _, l := range Break(Paragraph{items, measure(100)}, Settings{}) {
		boxes = append(boxes, 0)
		for _, it := range items[l.Start:l.End] {
			if it.Kind == Box {
				boxes[len(boxes)-1]++
			}
		}
	}
	require.Equal(t, []int{3, 1, 3}, boxes)
	// Of ways to divide a name without spaces, the fullest lines.
	var name []Item
	for _, w := range []int32{30, 10, 50, 30, 10} {
		name = append(name, Item{Kind: Box, Width: w}, Item{Kind: Penalty})
	}
	items = append(words(5, 85)[:3], Item{Kind: Glue, Width: 10, Stretch: 5, Shrink: 3})
	items = append(items, finish(name)...)
	var ends []int
	for _, l := range Break(Paragraph{items, measure(100)}, Settings{}) {
		ends = append(ends, l.End)
	}
	require.Equal(t, []int{3, 9, 16}, ends)
}

// Ragged lines keep their white space, and divide words only in need.
func TestRagged(t *testing.T) {
	for seed := range int64(100) {
		r := rand.New(rand.NewSource(seed))
		items := random(r, 40)
		for _, l := range Break(Paragraph{items, measure(300)}, Settings{Ragged: true}) {
			require.Zero(t, l.Expand)
			require.Zero(t, l.Track)
			require.False(t, items[l.End].Flagged, "seed %d: a word is divided", seed)
		}
	}
}

func TestNothing(t *testing.T) {
	require.Empty(t, Break(Paragraph{Measure: measure(100)}, Settings{}))
	require.Empty(t, Greedy(Paragraph{Measure: measure(0)}))
	for _, items := range [][]Item{{{Kind: Glue, Width: 5}}, {{Kind: Penalty}}, {{Kind: Box, Width: 5}}, finish(nil)} {
		covers(t, items, Break(Paragraph{items, measure(-3)}, Settings{}))
	}
}

// Whatever the items, every box is on one line and the breaker ends.
func FuzzBreak(f *testing.F) {
	f.Add([]byte("\x01\x20\x02\x10\x01\x30\x02\x10\x01\x20"), int64(60), false)
	f.Add([]byte("\x01\xff\x03\x46\x01\xff\x04\x00\x01\x10"), int64(90), true)
	f.Add([]byte{2, 2, 2, 1, 4, 4, 1, 3, 3}, int64(0), false)
	f.Fuzz(func(t *testing.T, data []byte, width int64, ragged bool) {
		var items []Item
		for i := 0; i+1 < len(data) && i < 4000; i += 2 {
			v := int32(data[i+1])
			switch data[i] % 6 {
			case 0, 1:
				items = append(items, Item{Kind: Box, Width: v, Give: v / 20, Track: v % 3, Word: uint16(v % 4)})
			case 2:
				items = append(items, Item{Kind: Glue, Width: v, Stretch: v / 2, Shrink: v / 3})
			case 3:
				items = append(items, Item{Kind: Penalty, Cost: (v - 128) * (v % 90), Flagged: v%2 == 0, Width: v % 7, Right: v % 5})
			case 4:
				items = append(items, Item{Kind: Penalty, Cost: -Infinite})
			default:
				items = append(items, Item{Kind: Penalty, Cost: Infinite})
			}
		}
		if width > 1<<40 || width < -1<<40 {
			return
		}
		p := Paragraph{items, measure(width)}
		lines := Break(p, Settings{Ragged: ragged, MinLast: width / 4})
		covers(t, items, lines)
		standsOut(t, items, lines, ragged)
		covers(t, items, Greedy(p))
	})
}

func BenchmarkBreak(b *testing.B) {
	items := random(rand.New(rand.NewSource(1)), 150) // a paragraph of half a page
	var br Breaker
	b.ReportAllocs()
	for b.Loop() {
		br.Break(Paragraph{items, measure(330)}, Settings{})
	}
}
