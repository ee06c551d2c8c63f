package epub

// rising finds the pages to keep so that they rise: as many as can be of those
// that begin in the text, then of those that begin beside it.
func rising(pages []*ref) []bool {
	keep := make([]bool, len(pages))
	before := make([]int, len(pages)) // the page kept before each, or -1
	worth := make([]int, len(pages))  // of the best run that ends with each
	count := 0
	for _, p := range pages {
		count = max(count, p.page+1)
	}
	best := newRuns(count, worth)
	last := -1
	for i, p := range pages {
		own := len(pages) + 1
		if p.side {
			own = 1
		}
		before[i], worth[i] = best.below(p.page), own
		if before[i] >= 0 {
			worth[i] += worth[before[i]]
		}
		best.add(p.page, i)
		if last < 0 || worth[i] > worth[last] {
			last = i
		}
	}
	for ; last >= 0; last = before[last] {
		keep[last] = true
	}
	return keep
}

// A runs knows the best run that ends below a page, in the time that a binary
// indexed tree takes (Fenwick 1994): the node n holds the best of the pages from
// n - lowest bit of n to n - 1. Of two as good, the one found first stays.
type runs struct {
	worth []int
	tree  []int // the place of each node's best, or -1
}

func newRuns(pages int, worth []int) *runs {
	r := &runs{worth, make([]int, pages+1)}
	for n := range r.tree {
		r.tree[n] = -1
	}
	return r
}

// below is the place of the best run that ends with a page below a page, or -1.
func (r *runs) below(page int) int {
	best := -1
	for n := page; n > 0; n &= n - 1 {
		if r.better(r.tree[n], best) {
			best = r.tree[n]
		}
	}
	return best
}

// add adds the run that ends with a page, at a place behind all before.
func (r *runs) add(page, place int) {
	for n := page + 1; n < len(r.tree); n += n & -n {
		if r.better(place, r.tree[n]) {
			r.tree[n] = place
		}
	}
}

func (r *runs) better(a, b int) bool {
	switch {
	case a < 0 || b < 0:
		return b < 0 && a >= 0
	case r.worth[a] != r.worth[b]:
		return r.worth[a] > r.worth[b]
	}
	return a < b
}
