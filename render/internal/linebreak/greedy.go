package linebreak

import "math"

// Greedy breaks p first fit: each line takes what it can.
func Greedy(p Paragraph) []Line {
	if len(p.Items) == 0 {
		return nil
	}
	var b Breaker
	b.prepare(p.Items)
	var lines []Line
	a, best := b.start(p), -1
	from := func(i int) {
		var e ending
		e.begin(&b, i)
		a, best = node{start: e.start, first: e.first, left: e.left, measure: p.Measure(len(lines))}, -1
	}
	for i := 0; i <= len(p.Items); i++ {
		if !b.legal(i, true) {
			continue
		}
		e := b.ending(i)
		l := b.measure(&a, &e, false)
		if l.ratio < -one && best >= int(a.start) {
			lines = append(lines, b.greedyLine(&a, best))
			i = best
			from(best)
			continue
		}
		best = i
		if e.forced {
			lines = append(lines, b.greedyLine(&a, i))
			if i >= len(p.Items)-1 {
				break
			}
			from(i + 1)
		}
	}
	return lines
}

func (b *Breaker) greedyLine(a *node, end int) Line {
	e := b.ending(end)
	l := b.measure(a, &e, false)
	over := int64(0)
	if l.ratio < -one {
		over = max(l.over, 0)
	}
	return Line{Start: min(int(a.start), end), End: end, Ratio: int32(max(min(l.ratio, math.MaxInt32), -one)), Expand: int32(l.expand), Track: int32(l.track), Over: over}
}
