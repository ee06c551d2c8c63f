package linebreak

import (
	"math"
	"sync"
)

// Settings say how a paragraph is broken. The zero value is for justified
// text.
type Settings struct {
	// Ragged lines are not stretched or shrunk: a line's cost is how much it
	// falls short.
	Ragged bool
	// MinLast is the least width that the last line should have, such as the
	// indent of the paragraph after it.
	MinLast int64
}

// easyRatio is how far glue is stretched or shrunk before letters are spaced.
const easyRatio = one / 5

// one is a ratio of 1.
const one = 1 << 16

// A tolerance is the largest ratio of stretch that a line may have, and whether
// a word may be divided.
type tolerance struct {
	ratio   int64
	hyphens bool
}

// The ladders of tolerances. The first step serves nearly all paragraphs, with
// fewer lines to look at than the second. Past the last but one lines are set as
// loose as need be, and only where no break serves does a line stand out. Ragged
// lines are divided only where they would fall short by half.
var (
	justified = []tolerance{{one * 2, true}, {one * 5, true}, {math.MaxInt32, true}}
	ragged    = []tolerance{{one, false}, {one * 2, false}, {math.MaxInt32, true}}
)

// A Breaker breaks paragraphs. It keeps its memory from one to the next; each
// goroutine needs its own. The zero value works.
type Breaker struct {
	items  []Item
	sums   []sums  // of what stands before each item
	next   []int32 // the first box at or after each item
	last   []int32 // the last box before each item, -1 if there is none
	nodes  []node
	active []int32
	lone   int64 // the stretch that a line without glue counts as
	least  int64 // the least measure of the lines so far
}

// A node is a way to break the paragraph up to an item.
type node struct {
	at, start int32 // the break, and the first item of the next line
	first     int32 // the next line's first box
	line      int32
	left      int64 // how far the next line's start hangs out
	measure   int64 // the next line's
	prev      int32
	cost      int64
	ratio     int32
	expand    int32
	track     int32
	fit       int8
	hyphens   int8 // flagged breaks in a row
	over      int64

	closes, opens uint16 // the words on both sides of the break
}

// breakers are those of Break, with the memory that they have.
var breakers = sync.Pool{New: func() any { return new(Breaker) }}

// Break breaks p by total fit.
func Break(p Paragraph, s Settings) []Line {
	b := breakers.Get().(*Breaker)
	defer breakers.Put(b)
	lines := b.Break(p, s)
	b.items = nil // the caller's
	return lines
}

// Break breaks p by total fit. The lines are new, the paragraph is not kept.
func (b *Breaker) Break(p Paragraph, s Settings) []Line {
	if len(p.Items) == 0 {
		return nil
	}
	b.prepare(p.Items)
	ladder := justified
	if s.Ragged {
		ladder = ragged
	}
	for i, t := range ladder {
		if last := b.pass(p, s, t.ratio, t.hyphens, i == len(ladder)-1); last >= 0 {
			return b.lines(last)
		}
	}
	return Greedy(p) // not reached: the last pass always ends
}

// prepare sums the paragraph up.
func (b *Breaker) prepare(items []Item) {
	n := len(items) + 1
	b.items = items
	b.sums, b.next, b.last = resize(b.sums, n), resize(b.next, n), resize(b.last, n)
	b.last[0], b.lone = -1, 0
	for i := range items {
		it, t := &items[i], b.sums[i]
		b.last[i+1] = b.last[i]
		switch it.Kind {
		case Box:
			t.width, t.give, t.track = t.width+int64(it.Width), t.give+int64(it.Give), t.track+int64(it.Track)
			b.last[i+1] = int32(i)
		case Glue:
			t.width, t.squash = t.width+int64(it.Width), t.squash+int64(it.Shrink)
			if it.Stretch >= Fil {
				t.fil++
			} else {
				t.spread += int64(it.Stretch)
				b.lone = max(b.lone, int64(it.Stretch)*loneSpaces)
			}
		}
		b.sums[i+1] = t
	}
	b.next[n-1] = int32(n - 1)
	for i := n - 2; i >= 0; i-- {
		b.next[i] = b.next[i+1]
		if items[i].Kind == Box {
			b.next[i] = int32(i)
		}
	}
}

func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s[:1])
	return s
}

// legal reports whether a line may end at item i.
func (b *Breaker) legal(i int, hyphens bool) bool {
	if i == len(b.items) {
		return true
	}
	switch it := &b.items[i]; it.Kind {
	case Glue:
		return i > 0 && b.items[i-1].Kind == Box
	case Penalty:
		return it.Cost < Infinite && (hyphens || !it.Flagged || it.Cost <= -Infinite || it.Width == 0)
	}
	return false
}

// pass looks for the best way within a tolerance; it returns the last node, or
// -1 if there is none. The final pass sets overfull lines where it must.
func (b *Breaker) pass(p Paragraph, s Settings, tol int64, hyphens, final bool) int32 {
	b.nodes = append(b.nodes[:0], b.start(p))
	b.active = append(b.active[:0], 0)
	b.least = b.nodes[0].measure
	n := len(p.Items)
	for i := 0; i <= n; i++ {
		if i == n && n > 0 && p.Items[n-1].Kind == Penalty && p.Items[n-1].Cost <= -Infinite {
			break // broken there already
		}
		if !b.legal(i, hyphens) {
			continue
		}
		b.breakAt(i, p, s, tol, final)
		if len(b.active) == 0 {
			return -1
		}
	}
	best := int32(-1)
	for _, a := range b.active {
		if best < 0 || b.nodes[a].cost < b.nodes[best].cost {
			best = a
		}
	}
	return best
}

// skip passes over the glue and penalties that vanish after a break.
func (b *Breaker) skip(i int) int32 {
	for i < len(b.items) && b.items[i].Kind != Box && !(b.items[i].Kind == Penalty && b.items[i].Cost <= -Infinite) {
		i++
	}
	return int32(i)
}

// start is the node before the first line.
func (b *Breaker) start(p Paragraph) node {
	var e ending
	e.begin(b, 0)
	return node{at: -1, start: e.start, first: e.first, left: e.left, opens: e.opens, measure: p.Measure(0), prev: -1, fit: 1}
}

// classes are the kinds of ways to a break of which the best is kept, by
// fitness and by hyphens in a row: what they cost depends on what follows.
const classes = 4 * (maxHyphens + 1)

// breakAt looks for the best ways to break at item i.
func (b *Breaker) breakAt(i int, p Paragraph, s Settings, tol int64, final bool) {
	e := b.ending(i)
	var best [classes]int32 // of nodes; 0 is none: node 0 is the start
	keep := b.active[:0]
	rescue := int32(-1)
	first := len(b.nodes)
	quick := !final && !e.forced
	var l fitting
	at, measure := int32(-2), int64(0) // of the node that l, or hopeless, is of
	hopeless := false
	for k, a := range b.active {
		if from := &b.nodes[a]; from.at != at || from.measure != measure {
			at, measure = from.at, from.measure
			all := false
			if quick {
				hopeless, all = b.hopeless(from, &e, tol, s.Ragged)
			}
			if all {
				keep = append(keep, b.active[k:]...)
				break
			}
			if !hopeless {
				l = b.measure(from, &e, s.Ragged)
			}
		}
		if hopeless {
			keep = append(keep, a)
			continue
		}
		if l.ratio < -one || e.forced {
			rescue = a // the latest is the shortest line
		} else {
			keep = append(keep, a)
		}
		if l.ratio < -one || l.ratio > tol && !final {
			continue
		}
		b.offer(a, &e, &l, p, &s, final, &best)
	}
	if len(b.nodes) == first && len(keep) == 0 && final {
		l = b.measure(&b.nodes[rescue], &e, s.Ragged)
		b.offer(rescue, &e, &l, p, &s, final, &best)
		b.nodes[first].over = max(l.over, 0)
	}
	b.active = keep
	for _, n := range best {
		if n > 0 {
			b.active = append(b.active, n)
		}
	}
}

// offer makes a node of the line from node a to e, if it is the best of its
// class.
func (b *Breaker) offer(a int32, e *ending, l *fitting, p Paragraph, s *Settings, final bool, best *[classes]int32) {
	from := &b.nodes[a]
	cost, hyphens := b.demerits(from, e, l, s)
	if hyphens > maxHyphens {
		if !final {
			return
		}
		hyphens = maxHyphens
	}
	fit := fitness(l.ratio)
	c := int(fit)*(maxHyphens+1) + int(hyphens)
	n := best[c]
	if n > 0 && from.cost+cost >= b.nodes[n].cost {
		return
	}
	line := from.line + 1
	measure := p.Measure(int(line))
	b.least = min(b.least, measure)
	nd := node{at: e.at, start: e.start, first: e.first, left: e.left, line: line, measure: measure, prev: a,
		cost: from.cost + cost, fit: fit, hyphens: hyphens, closes: e.closes, opens: e.opens,
		ratio: int32(max(min(l.ratio, math.MaxInt32), -one)), expand: int32(l.expand), track: int32(l.track)}
	if n > 0 {
		b.nodes[n] = nd
		return
	}
	best[c] = int32(len(b.nodes))
	b.nodes = append(b.nodes, nd)
}

func (b *Breaker) lines(last int32) []Line {
	lines := make([]Line, b.nodes[last].line)
	for n := last; b.nodes[n].prev >= 0; n = b.nodes[n].prev {
		nd := &b.nodes[n]
		lines[nd.line-1] = Line{Start: int(min(b.nodes[nd.prev].start, nd.at)), End: int(nd.at), Ratio: nd.ratio, Expand: nd.expand, Track: nd.track, Over: nd.over}
	}
	return lines
}
