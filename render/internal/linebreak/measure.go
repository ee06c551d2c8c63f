package linebreak

import "math"

// sums are what stands before an item, added up, so that any line is measured
// by differences.
type sums struct {
	width, spread, squash int64 // spread and squash are of glue
	give, track           int64
	fil                   int32
}

// An ending is what lines that end at one item have in common, and the lines
// that begin behind it.
type ending struct {
	sums         // from the paragraph's start, with what the break sets
	at     int32 // the item broken at
	last   int32 // the last box before it; -1 if there is none
	right  int64 // how far the line's end hangs out
	set    bool  // the break sets something: a hyphen
	forced bool

	start, first int32 // the next line's first item and first box
	left         int64 // how far its start hangs out

	closes, opens uint16 // the words on both sides of the break
}

// ending is that of lines that end at item i.
func (b *Breaker) ending(i int) ending {
	e := ending{sums: b.sums[i], at: int32(i), last: b.last[i], forced: i == len(b.items)}
	e.begin(b, i)
	if e.last >= 0 {
		e.closes = b.items[e.last].Word
	}
	if i < len(b.items) && b.items[i].Kind == Penalty {
		it := &b.items[i]
		e.forced = it.Cost <= -Infinite
		e.give, e.track = e.give+int64(it.Give), e.track+int64(it.Track)
		if it.Width != 0 {
			e.set, e.width, e.right = true, e.width+int64(it.Width), int64(it.Right)
			return e
		}
	}
	if e.last >= 0 {
		e.right = int64(b.items[e.last].Right)
	}
	return e
}

// begin finds where the line starts that follows a break at item i.
func (e *ending) begin(b *Breaker, i int) {
	e.start = b.skip(i)
	e.first = b.next[e.start]
	if int(e.first) < len(b.items) {
		e.left, e.opens = int64(b.items[e.first].Left), b.items[e.first].Word
	}
}

// natural is the width of the line from a to e before anything is stretched.
func (b *Breaker) natural(a *node, e *ending) int64 {
	w := e.width - b.sums[min(a.start, e.at)].width
	if a.first < e.at {
		w -= a.left
	}
	if e.set || e.last >= a.start {
		w -= e.right
	}
	return w
}

// hopeless reports whether the line from a to e is looser than a tolerance,
// which costs less than to measure it; and whether lines to e that begin later,
// which are shorter, are so too.
func (b *Breaker) hopeless(a *node, e *ending, tol int64, ragged bool) (line, all bool) {
	from := &b.sums[min(a.start, e.at)]
	if e.fil != from.fil {
		return false, false
	}
	natural := b.natural(a, e)
	if ragged {
		line = (a.measure-natural)*4 > (tol/one+1)*a.measure
		return line, line && a.measure == b.least
	}
	natural += e.give - from.give + e.track - from.track
	spread := e.spread - from.spread
	all = b.least-natural > (tol/one+1)*max(spread, b.lone)
	if spread == 0 {
		spread = b.lone
	}
	return a.measure-natural > (tol/one+1)*spread, all
}

// A fitting is how a line fills its measure.
type fitting struct {
	ratio   int64 // of the glue, in 1/65536; below -one the line is overfull
	expand  int64 // of the boxes, in 1/65536
	track   int64
	over    int64
	natural int64
}

// measure fits the line from a to e.
func (b *Breaker) measure(a *node, e *ending, ragged bool) fitting {
	w := b.natural(a, e)
	from := &b.sums[min(a.start, e.at)]
	short := a.measure - w
	f := fitting{natural: w, over: -short}
	give, track := e.give-from.give, e.track-from.track
	spread, squash, fil := e.spread-from.spread, e.squash-from.squash, e.fil > from.fil
	if !ragged && !(fil && short >= 0) {
		short -= f.expandBy(short, give)
		short -= f.trackBy(short, spread, squash, track)
	}
	switch {
	case short >= 0 && fil:
		f.ratio = 0
	case short >= 0 && ragged:
		f.ratio = short * 4 * one / max(a.measure, 1)
	case short == 0:
	case short > 0 && spread > 0:
		f.ratio = quotient(short, spread)
	case short > 0 && b.lone > 0:
		f.ratio = quotient(short, b.lone)
	case short > 0:
		f.ratio = math.MaxInt32
	case short < 0 && squash > 0 && !ragged:
		f.ratio = -quotient(-short, squash)
		f.over -= give + squash + track
	case short < 0:
		f.ratio = -2 * one
	}
	return f
}

// expandBy takes what it can of a line's shortfall upon its boxes.
func (f *fitting) expandBy(short, give int64) int64 {
	by := max(min(short, give), -give)
	if by != 0 {
		f.expand = by * one / give
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
