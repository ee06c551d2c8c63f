package linebreak

import "math"

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

// Costs. A line's demerits are (linePenalty + badness)^2 and what follows, as
// in section 3 of the paper. But badness grows with the ratio and not with its
// cube: the sum of the demerits is then that of the ratios' squares, and the
// least of it is the most even paragraph. The paper's cube lets a line be
// rather loose for nothing, to save the loosest.
const (
	linePenalty = 1
	// doubleHyphen is added for the second of two hyphens in a row; a third
	// costs so much that any other way is taken.
	doubleHyphen = 10000
	tripleHyphen = 100000000
	// adjacent is added where a tight line meets a loose one.
	adjacent = 5000
	// finalHyphen is added for a hyphen at the end of the last line but one.
	finalHyphen = 5000
	// shortLast is added for a last line under MinLast; a line that is loose by
	// five times its stretch looks no worse.
	shortLast  = 250000
	maxBadness = 1000000
)

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

// The ladders of tolerances. Past the last but one lines are set as loose as
// need be, and only where no break serves does a line stand out. Ragged lines
// are divided only where they would fall short by half.
var (
	justified = []tolerance{{one * 5, true}, {math.MaxInt32, true}}
	ragged    = []tolerance{{one * 2, false}, {math.MaxInt32, true}}
)

// A Breaker breaks paragraphs. It keeps its memory from one to the next; each
// goroutine needs its own. The zero value works.
type Breaker struct {
	items  []Item
	width  []int64 // sums of what stands before each item
	spread []int64 // of glue's Stretch
	squash []int64 // of glue's Shrink
	give   []int64
	take   []int64
	track  []int64
	fil    []int32
	next   []int32 // the first box at or after each item
	nodes  []node
	active []int32
}

// A node is a way to break the paragraph up to an item.
type node struct {
	at, start int32 // the break, and the first item of the next line
	line      int32
	prev      int32
	cost      int64
	ratio     int32
	expand    int32
	track     int32
	fit       int8
	hyphens   int8 // flagged breaks in a row
	over      int64
}

// Break breaks p by total fit.
func Break(p Paragraph, s Settings) []Line {
	var b Breaker
	return b.Break(p, s)
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

// prepare sums the paragraph up, so that any line is measured by differences.
func (b *Breaker) prepare(items []Item) {
	n := len(items) + 1
	b.items = items
	b.width, b.spread, b.squash = resize(b.width, n), resize(b.spread, n), resize(b.squash, n)
	b.give, b.take, b.track = resize(b.give, n), resize(b.take, n), resize(b.track, n)
	b.fil, b.next = resize(b.fil, n), resize(b.next, n)
	for i, it := range items {
		w, g, t, f := int64(0), int64(0), int64(0), int32(0)
		e, c, k := int64(0), int64(0), int64(0)
		switch it.Kind {
		case Box:
			w, e, c, k = it.Width, it.Give, it.Take, it.Track
		case Glue:
			w, g, t = it.Width, it.Stretch, it.Shrink
			if g >= Fil {
				g, f = 0, 1
			}
		}
		b.width[i+1], b.spread[i+1], b.squash[i+1], b.fil[i+1] = b.width[i]+w, b.spread[i]+g, b.squash[i]+t, b.fil[i]+f
		b.give[i+1], b.take[i+1], b.track[i+1] = b.give[i]+e, b.take[i]+c, b.track[i]+k
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
	b.nodes = append(b.nodes[:0], node{at: -1, start: b.skip(0), prev: -1, fit: 1})
	b.active = append(b.active[:0], 0)
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

func (b *Breaker) breakAt(i int, p Paragraph, s Settings, tol int64, final bool) {
	forced := i == len(b.items) || b.items[i].Kind == Penalty && b.items[i].Cost <= -Infinite
	var best [4][3]node
	var have [4][3]bool
	keep := b.active[:0]
	var rescue int32 = -1
	found := false
	for _, a := range b.active {
		l := b.measure(&b.nodes[a], i, p, s)
		if l.ratio < -one || forced {
			rescue = a // the latest is the shortest line
		} else {
			keep = append(keep, a)
		}
		if l.ratio < -one || l.ratio > tol && !(final && forced) && !(final && l.ratio > tol) {
			continue
		}
		nd := b.node(a, i, l, s)
		f, h := nd.fit, min(nd.hyphens, 2)
		if !have[f][h] || nd.cost < best[f][h].cost {
			best[f][h], have[f][h], found = nd, true, true
		}
	}
	if !found && len(keep) == 0 && final {
		l := b.measure(&b.nodes[rescue], i, p, s)
		nd := b.node(rescue, i, l, s)
		nd.over = max(l.over, 0)
		best[0][0], have[0][0] = nd, true
	}
	b.active = keep
	for f := range best {
		for h := range best[f] {
			if have[f][h] {
				b.nodes = append(b.nodes, best[f][h])
				b.active = append(b.active, int32(len(b.nodes)-1))
			}
		}
	}
}

// A fitting is how a line fills its measure.
type fitting struct {
	ratio   int64 // of the glue, in 1/65536; below -one the line is overfull
	expand  int64 // of the boxes, in 1/65536
	track   int64
	over    int64
	natural int64
	last    bool
}

func (b *Breaker) measure(a *node, i int, p Paragraph, s Settings) fitting {
	start := int(a.start)
	if start > i {
		start = i
	}
	w := b.width[i] - b.width[start]
	if first := int(b.next[start]); first < i {
		w -= b.items[first].Left
	}
	if i < len(b.items) && b.items[i].Kind == Penalty && b.items[i].Width != 0 {
		w += b.items[i].Width - b.items[i].Right
	} else if k := b.lastBox(i); k >= start {
		w -= b.items[k].Right
	}
	measure := p.Measure(int(a.line))
	short := measure - w
	f := fitting{natural: w, over: -short, last: i == len(b.items) || b.items[i].Kind == Penalty && b.items[i].Cost <= -Infinite}
	give, take, track := b.give[i]-b.give[start], b.take[i]-b.take[start], b.track[i]-b.track[start]
	if i < len(b.items) && b.items[i].Kind == Penalty {
		give, take, track = give+b.items[i].Give, take+b.items[i].Take, track+b.items[i].Track
	}
	spread, squash := b.spread[i]-b.spread[start], b.squash[i]-b.squash[start]
	if fil := b.fil[i] > b.fil[start]; !s.Ragged && !(fil && short >= 0) {
		short -= f.expandBy(short, give, take)
		short -= f.trackBy(short, spread, squash, track)
	}
	switch {
	case short >= 0 && (b.fil[i] > b.fil[start]):
		f.ratio = 0
	case short >= 0 && s.Ragged:
		f.ratio = short * 4 * one / max(measure, 1)
	case short == 0:
	case short > 0 && spread > 0:
		f.ratio = quotient(short, spread)
	case short > 0:
		f.ratio = math.MaxInt32
	case short < 0 && squash > 0 && !s.Ragged:
		f.ratio = -quotient(-short, squash)
		f.over -= take + squash + track
	case short < 0:
		f.ratio = -2 * one
	}
	return f
}

// expandBy takes what it can of a line's shortfall upon its boxes.
func (f *fitting) expandBy(short, give, take int64) int64 {
	by := max(min(short, give), -take)
	switch {
	case by > 0:
		f.expand = by * one / give
	case by < 0:
		f.expand = by * one / take
	}
	return by
}

// trackBy takes upon the letters' spacing what the glue would have to be
// stretched or shrunk beyond easyRatio.
func (f *fitting) trackBy(short, spread, squash, track int64) int64 {
	if track == 0 {
		return 0
	}
	by := int64(0)
	if easy := spread * easyRatio / one; short > easy {
		by = min(short-easy, track)
	} else if easy := squash * easyRatio / one; -short > easy {
		by = -min(-short-easy, track)
	}
	f.track = by * one / track
	return by
}

func quotient(a, b int64) int64 {
	if a/b > 1<<14 {
		return math.MaxInt32
	}
	return a * one / b
}

func (b *Breaker) lastBox(i int) int {
	for i--; i >= 0; i-- {
		if b.items[i].Kind == Box {
			return i
		}
	}
	return -1
}

func (b *Breaker) node(a int32, i int, l fitting, s Settings) node {
	from := &b.nodes[a]
	nd := node{at: int32(i), start: b.skip(i), line: from.line + 1, prev: a, ratio: int32(max(min(l.ratio, math.MaxInt32), -one)), expand: int32(l.expand), track: int32(l.track), fit: fitness(l.ratio)}
	r := max(l.ratio, -l.ratio)
	bad := min(100*r/one, maxBadness)
	cost := (linePenalty + bad) * (linePenalty + bad)
	if i < len(b.items) && b.items[i].Kind == Penalty {
		pen := int64(b.items[i].Cost)
		if pen > 0 {
			cost += pen * pen
		} else if pen > -Infinite {
			cost -= pen * pen
		}
		if b.items[i].Flagged {
			nd.hyphens = from.hyphens + 1
			if nd.hyphens == 2 {
				cost += doubleHyphen
			} else if nd.hyphens > 2 {
				cost += tripleHyphen
				nd.hyphens = 2
			}
		}
	}
	if d := nd.fit - from.fit; from.prev >= 0 && (d > 1 || d < -1) {
		cost += adjacent
	}
	if l.last && i >= len(b.items)-1 {
		if from.hyphens > 0 {
			cost += finalHyphen
		}
		if l.natural < s.MinLast {
			cost += shortLast
		}
	}
	nd.cost = from.cost + cost
	return nd
}

// fitness is the class of a line: tight, decent, loose, very loose.
func fitness(r int64) int8 {
	switch {
	case r < -one/2:
		return 0
	case r <= one/2:
		return 1
	case r <= one:
		return 2
	}
	return 3
}

func (b *Breaker) lines(last int32) []Line {
	lines := make([]Line, b.nodes[last].line)
	for n := last; b.nodes[n].prev >= 0; n = b.nodes[n].prev {
		nd := &b.nodes[n]
		lines[nd.line-1] = Line{Start: int(min(b.nodes[nd.prev].start, nd.at)), End: int(nd.at), Ratio: nd.ratio, Expand: nd.expand, Track: nd.track, Over: nd.over}
	}
	return lines
}

// Greedy breaks p first fit: each line takes what it can.
func Greedy(p Paragraph) []Line {
	if len(p.Items) == 0 {
		return nil
	}
	var b Breaker
	b.prepare(p.Items)
	var lines []Line
	start, best := int(b.skip(0)), -1
	for i := 0; i <= len(p.Items); i++ {
		if !b.legal(i, true) {
			continue
		}
		a := node{start: int32(start), line: int32(len(lines))}
		l := b.measure(&a, i, p, Settings{})
		if l.ratio < -one && best >= start {
			lines = append(lines, b.greedyLine(start, best, p, len(lines)))
			start, i = int(b.skip(best)), best
			best = -1
			continue
		}
		best = i
		if l.last {
			lines = append(lines, b.greedyLine(start, i, p, len(lines)))
			start, best = int(b.skip(i+1)), -1
		}
	}
	return lines
}

func (b *Breaker) greedyLine(start, end int, p Paragraph, n int) Line {
	l := b.measure(&node{start: int32(start), line: int32(n)}, end, p, Settings{})
	over := int64(0)
	if l.ratio < -one {
		over = max(l.over, 0)
	}
	return Line{Start: min(start, end), End: end, Ratio: int32(max(min(l.ratio, math.MaxInt32), -one)), Expand: int32(l.expand), Track: int32(l.track), Over: over}
}
