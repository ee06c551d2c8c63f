package layout

import "slices"

// Where lines are parted (see partMarks) the pages are broken anew, though nearly
// all rows are what they were: of 1,400 pages one line may be another. So the
// search of a part leaves a trail. That of the next round takes from it what was
// found before the first row that is another, and, once it follows the same ways
// up to a page as the one before it did, all that was found after. Its pages are
// those that a search of its own would find.

// A trail is what the search of a part leaves for the next round.
type trail struct {
	count, cols int  // pages of the book before the part; columns
	sink        Unit // of its first page
	to          int  // the row behind it
	steps       []step
	best        state
	found       bool
}

// A step is the search for one page.
type step struct {
	live  [2]int // the states that it goes on from
	reach int    // it looks at no row behind this one
	found bool   // an end was known before it
}

// A past is the round before, and what is left of its rows.
type past struct {
	trails []trail
	states []state
	head   int // how many rows are the same from the book's start
	tail   int // and to its end
	more   int // by how many those at the end stand further behind
}

// recall lets a round of pages go by the round before it, whose rows were others.
func (p *paginator) recall(last *paginator, old *flat) {
	if !sameRows(p.noteRows, old.noteRows) || !sameFloats(p.floats, old.floats) {
		return
	}
	m := &past{trails: last.trails, states: last.states, more: len(p.rows) - len(old.rows)}
	least := min(len(p.rows), len(old.rows))
	for m.head < least && p.rows[m.head].same(&old.rows[m.head], 0) {
		m.head++
	}
	for m.tail < least && p.rows[len(p.rows)-1-m.tail].same(&old.rows[len(old.rows)-1-m.tail], m.more) {
		m.tail++
	}
	p.past = m
}

// same reports whether a search sees in a row what it saw in another that stood
// by some rows further ahead.
func (r *row) same(o *row, by int) bool {
	a, b := *r, *o
	a.more, b.more = nil, nil
	if b.give > 0 {
		b.give += int32(by)
	}
	return a == b && (r.page() == nil) == (o.page() == nil)
}

func sameRows(a, b []row) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !a[i].same(&b[i], 0) {
			return false
		}
	}
	return true
}

func sameFloats(a, b []float) bool {
	return slices.EqualFunc(a, b, func(f, o float) bool {
		return f.height == o.height && f.sep == o.sep && f.foot == o.foot && f.wide == o.wide
	})
}

// trailOf is the trail that the search of a part may go by, nil if there is none.
// What the search of notes over all columns looks at is not known.
func (p *paginator) trailOf() *trail {
	k := len(p.trails)
	if p.past == nil || k >= len(p.past.trails) || p.limit > 0 || p.spread() {
		return nil
	}
	old := &p.past.trails[k]
	if len(old.steps) == 0 || old.count%2 != p.count%2 || old.cols != p.cols || old.sink != p.sink {
		return nil
	}
	return old
}

// leave keeps the trail of a search whose first state is at a place. The last
// page of columns that are balanced is searched for over and over, with a limit.
func (p *paginator) leave(start, to int) {
	if p.limit > 0 {
		p.states = p.states[:start]
		return
	}
	p.trails = append(p.trails, trail{count: p.count, cols: p.cols, sink: p.sink, to: to, steps: slices.Clone(p.steps), best: p.best, found: p.found})
}

// resume takes over the first pages of an earlier search, as far as it saw no row
// that is another now; the first state has been set. It returns the states from
// which the search goes on, and the page.
func (p *paginator) resume(old *trail, to int) (live [2]int, page int) {
	end := min(p.past.head, old.to, to)
	for page+1 < len(old.steps) && old.steps[page].reach < end && !old.steps[page].found && !p.tooLong(page) {
		page++
	}
	d := offset{states: len(p.states) - 1 - old.steps[0].live[0]}
	p.take(old, 0, page, d)
	return d.step(&old.steps[page]).live, page
}

// rejoin takes over what an earlier search found from a page on, if it went on
// from there as this one does now.
func (p *paginator) rejoin(old *trail, live [2]int, page, to int) bool {
	if old == nil || page >= len(old.steps) || p.found || old.steps[page].found {
		return false
	}
	was := old.steps[page].live
	a, b := p.states[live[0]:live[1]], p.past.states[was[0]:was[1]]
	by, ok := p.unchanged(a, to, old.to)
	if !ok || len(a) != len(b) || p.endsTooLong(old) {
		return false
	}
	d := offset{states: live[0] - was[0], rows: by, cost: a[0].cost - b[0].cost}
	for i := range a {
		if !d.leads(&b[i], &a[i]) {
			return false
		}
	}
	p.take(old, page, len(old.steps), d)
	p.best, p.found = d.state(old.best), old.found
	return true
}

// unchanged reports whether a part is as it was from the first row on at which a
// page begins after some states, and how far it stands behind where it stood.
func (p *paginator) unchanged(states []state, to, was int) (by int, ok bool) {
	if to == was && to <= p.past.head {
		return 0, true
	}
	least := states[0].row
	for i := range states {
		least = min(least, states[i].row)
	}
	// What is above a page's first row is looked at too.
	return p.past.more, to == was+p.past.more && int(least) > len(p.rows)-p.past.tail
}

// endsTooLong reports whether a search that ended would not have if the book were
// as long before it as it is now.
func (p *paginator) endsTooLong(old *trail) bool {
	n := len(old.steps)
	for n > 0 && old.steps[n-1].found {
		n--
	}
	return n > 0 && p.tooLong(n-1)
}

// take appends some steps of an earlier search and the states found in them.
func (p *paginator) take(old *trail, from, to int, d offset) {
	states := p.past.states[old.steps[from].live[1]:old.steps[min(to, len(old.steps)-1)].live[1]]
	p.states = slices.Grow(p.states, len(states))
	for _, s := range states {
		p.states = append(p.states, d.state(s))
	}
	for i := range old.steps[from:to] {
		p.steps = append(p.steps, d.step(&old.steps[from+i]))
	}
}

// An offset is how far an earlier search stands from this one.
type offset struct {
	states, rows int
	cost         int64
}

// state is a state found earlier, as it is now.
func (d *offset) state(s state) state {
	s.row, s.prev, s.cost = s.row+int32(d.rows), s.prev+int32(d.states), s.cost+d.cost
	return s
}

func (d *offset) step(s *step) step {
	return step{live: [2]int{s.live[0] + d.states, s.live[1] + d.states}, reach: s.reach + d.rows, found: s.found}
}

// leads reports whether the same pages can follow a state as followed an earlier
// one. By which pages they were come to is another matter.
func (d *offset) leads(old, now *state) bool {
	o := d.state(*old)
	o.prev, o.next, o.give, o.span = now.prev, now.next, now.give, now.span
	return o == *now
}
