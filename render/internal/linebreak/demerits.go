package linebreak

// Costs. A line's demerits are (linePenalty + badness)^2 and what follows, as
// in section 3 of the paper. But badness grows with the ratio and not with its
// cube: the sum of the demerits is then that of the ratios' squares, and the
// least of it is the most even paragraph. The paper's cube lets a line be
// rather loose for nothing, to save the loosest.
const (
	linePenalty = 1
	// doubleHyphen is added for the second of two hyphens in a row. A third is
	// taken only where a line would stand out otherwise: it costs more than
	// many lines as loose as can be.
	doubleHyphen = 10000
	tripleHyphen = 100000000000000
	// adjacent is added where a tight line meets a loose one.
	adjacent = 5000
	// finalHyphen is added for a hyphen at the end of the last line but one.
	finalHyphen = 5000
	// shortLast is added for a last line under MinLast; a line that is loose by
	// five times its stretch looks no worse.
	shortLast  = 250000
	maxBadness = 1000000
	// stacked is added where a line begins, or ends, with the same word as the
	// one above it. It is worth a line whose glue is a fifth of its stretch
	// looser, not a hyphen.
	stacked = 1500
)

// loneSpaces is how many spaces the white at the end of a line counts as that
// has none to stretch: a long word alone, in a narrow measure. It shows less
// there than between words, and how much it is matters: a word that all but
// fills the line is as good as two far apart.
const loneSpaces = 3

// maxHyphens is how many lines in a row may end in a hyphen.
const maxHyphens = 2

// demerits is what a line from a node to e costs, and how many flagged breaks
// in a row it ends with.
func (b *Breaker) demerits(from *node, e *ending, l *fitting, s *Settings) (cost int64, hyphens int8) {
	bad := linePenalty + min(100*max(l.ratio, -l.ratio)/one, maxBadness)
	cost = bad * bad
	if int(e.at) < len(b.items) && b.items[e.at].Kind == Penalty {
		var c int64
		c, hyphens = penalty(&b.items[e.at], from.hyphens)
		cost += c
	}
	if d := fitness(l.ratio) - from.fit; from.prev >= 0 && (d > 1 || d < -1) {
		cost += adjacent
	}
	if e.opens != 0 && e.opens == from.opens {
		cost += stacked
	}
	if e.closes != 0 && e.closes == from.closes && !e.forced {
		cost += stacked
	}
	if e.forced && int(e.at) >= len(b.items)-1 {
		if from.hyphens > 0 {
			cost += finalHyphen
		}
		if l.natural < s.MinLast {
			cost += shortLast
		}
	}
	return cost, hyphens
}

// penalty is what it costs to break at a penalty after some flagged ones in a
// row, and how many these are then.
func penalty(it *Item, before int8) (cost int64, hyphens int8) {
	if pen := int64(it.Cost); pen > 0 {
		cost = pen * pen
	} else if pen > -Infinite {
		cost = -pen * pen
	}
	if !it.Flagged {
		return cost, 0
	}
	switch before {
	case 0:
		return cost, 1
	case 1:
		return cost + doubleHyphen, 2
	}
	return cost + tripleHyphen, maxHyphens + 1
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
