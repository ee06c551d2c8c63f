package layout

import (
	"cmp"
	"math"
	"slices"
)

// beam is how many ways to have broken the pages so far are followed. Pages
// that begin at the same row with the same notes and floats left over are one
// way. Over random books this comes within one per cent of following all.
const beam = 48

// hopeless is by how much a way that is followed may be dearer than the best: a
// widow's cost is not made up on a page or two, but fewer lines of white are.
const hopeless = 12000

// mostWays is how many ends of one page are tried.
const mostWays = 12

// A state is a way to have broken the pages up to a row, with the rows of notes
// and the floats set so far.
type state struct {
	row, note, float int32
	foot             int32 // up to which the page sets its notes over all columns
	lines            int8  // by which the spread is longer than usual, before its recto
	give             int8  // of the page before
	span             int8  // lines of the page before
	across           Unit  // what floats over all columns take of the page's next one
	prev             int32
	next             int32 // another state of the same row, while a page is tried
	cost             int64
}

// A search finds the cheapest pages of a part, page by page. Its memory serves
// from part to part.
type search struct {
	states []state // those that were followed, in all parts
	steps  []step  // of the part
	trails []trail // of the parts before
	past   *past   // nil in the first round
	fresh  []state // of the page being tried
	first  []int32 // the first fresh state of each row, by row from the part's start
	best   state
	found  bool
	least  int64   // cost of the cheapest of them
	at     []Unit  // where a page that is tried ends, by row from its first
	gives  []int32 // how many spaces may give up to there
	// Of notes over all columns:
	ends    []int32 // where those of a page may end
	stacked []Unit  // where rows end
}

// find breaks the rows of a part from a state on, at its page-th column, and
// appends its pages.
func (p *paginator) find(start state, from, to, page int) error {
	first := len(p.states)
	p.states, p.steps = append(p.states, start), p.steps[:0]
	p.found = false
	if n := to - from + 1; len(p.first) < n {
		p.first = make([]int32, n)
	}
	live := [2]int{first, first + 1}
	old := p.trailOf()
	if old != nil {
		live, page = p.resume(old, to)
	}
	for ; live[0] < live[1] && !p.rejoin(old, live, page, to); page++ {
		if err := p.ctx.Err(); err != nil {
			return err
		}
		if !p.found && p.tooLong(page) {
			return &TooLong{p.sourceAt(int(p.states[live[0]].row))}
		}
		p.steps = append(p.steps, step{live: live, found: p.found})
		p.fresh, p.least = append(p.fresh[:0], state{}), math.MaxInt64/2
		for i := live[0]; i < live[1]; i++ {
			p.from(int32(i), from, to, page)
		}
		live = p.keep(from)
	}
	if p.found {
		p.trace()
	}
	p.leave(first, to)
	return nil
}

// tooLong reports whether a part's page is one more than the book may have.
func (p *paginator) tooLong(page int) bool {
	most := p.book.MostPages
	return most > 0 && len(p.pages)+page >= most
}

// sourceAt is the first source from a row on.
func (p *paginator) sourceAt(row int) int32 {
	for ; row < len(p.rows); row++ {
		if s := p.rows[row].source(); s > 0 {
			return s
		}
	}
	return 0
}

// keep takes over the best of the fresh states.
func (p *paginator) keep(from int) [2]int {
	fresh := p.fresh[1:]
	for i := range fresh {
		p.first[int(fresh[i].row)-from] = 0
	}
	slices.SortFunc(fresh, func(a, b state) int {
		if a.cost != b.cost {
			return cmp.Compare(a.cost, b.cost)
		}
		return cmp.Or(cmp.Compare(b.row, a.row), cmp.Compare(b.note, a.note), cmp.Compare(b.float, a.float), cmp.Compare(b.foot, a.foot), cmp.Compare(b.lines, a.lines), cmp.Compare(a.across, b.across))
	})
	n := len(p.states)
	most := beam
	if p.spread() {
		most = wideBeam
	}
	for i := range fresh[:min(len(fresh), most)] {
		if s := &fresh[i]; p.vain(s) {
			break
		}
		p.states = append(p.states, fresh[i])
	}
	return [2]int{n, len(p.states)}
}

// vain reports whether a state is not worth following, as far as is known.
func (p *paginator) vain(s *state) bool {
	far := int64(hopeless)
	if p.spread() {
		far = overfullCost
	}
	return p.found && s.cost >= p.best.cost || s.cost > p.least+far
}

// trace appends the pages of the best way.
func (p *paginator) trace() {
	n := len(p.pages)
	for s := p.best; s.prev >= 0; s = p.states[s.prev] {
		o := &p.states[s.prev]
		p.pages = append(p.pages, pageSpan{from: o.row, to: s.row, noteFrom: o.note, noteTo: s.note,
			floatFrom: o.float, floatTo: s.float, lines: s.span, give: s.give, top: o.across})
	}
	slices.Reverse(p.pages[n:])
}

// offer adds a state, unless a cheaper one stands at the same place.
func (p *paginator) offer(n *state, from, to int) {
	if p.found && n.cost >= p.best.cost {
		return
	}
	if int(n.row) == to && n.note == p.noteAt(to) && n.float == p.floatAt(to) {
		p.best, p.found = *n, true
		return
	}
	if p.vain(n) {
		return
	}
	p.least = min(p.least, n.cost)
	head := &p.first[int(n.row)-from]
	for i := *head; i > 0; i = p.fresh[i].next {
		if o := &p.fresh[i]; o.note == n.note && o.foot == n.foot && o.float == n.float && o.lines == n.lines && o.across == n.across {
			if n.cost < o.cost {
				n.next = o.next
				*o = *n
			}
			return
		}
	}
	n.next = *head
	*head = int32(len(p.fresh))
	p.fresh = append(p.fresh, *n)
}

// from tries the pages that could begin at a state.
func (p *paginator) from(i int32, from, to, page int) {
	s := p.states[i]
	col, sink := page%p.cols, Unit(0)
	if page < p.cols {
		sink = p.sink
	}
	if col > 0 && p.passes(&s, to, sink) {
		n := s
		n.prev, n.span, n.give, n.next = i, 0, 0, 0
		if col == p.cols-1 {
			n.across, n.foot = 0, 0
			if p.spread() {
				n.note = max(s.note, min(s.foot, p.noteAt(int(s.row))))
			}
		}
		p.offer(&n, from, to)
		return
	}
	w := way{state: &s, prev: i, from: from, to: to, last: col == p.cols-1}
	spread := []int8{0}
	if p.book.Page.TwoSided && p.cols == 1 {
		w.verso = (p.count+page)%2 == 1
		switch {
		case w.verso:
			spread = p.spreads()
		case page > 0:
			spread = []int8{s.lines}
		}
	}
	for w.floats = s.float; ; w.floats++ {
		wide, head, foot := p.floatArea(s.float, w.floats, page < p.cols)
		if col > 0 && wide > 0 {
			return
		}
		wide += s.across
		if w.floats > s.float && sink+wide+head+foot > p.depth {
			return
		}
		w.reach = p.measureFrom(&w, sink+wide+head, p.depth+p.line-foot)
		step := &p.steps[len(p.steps)-1]
		step.reach = max(step.reach, w.reach)
		if !w.last {
			w.wide = wide
		}
		feet := []int32{s.foot}
		if col == 0 {
			feet = p.feet(&s, to, sink+wide)
		}
		for _, w.foot = range feet {
			for _, w.lines = range spread {
				w.room = p.depth + Unit(w.lines)*p.line - foot - p.footHeight(s.note, w.foot)
				if w.foot > s.note && w.floats == s.float {
					w.room = max(w.room, p.at[0]) // above notes a column may be empty
				}
				p.ways(&w)
			}
		}
		if w.floats >= p.floatAt(w.reach) {
			return
		}
	}
}

// passes reports whether a column is left empty: what is set over all leaves no
// room, or nothing but floats for all of them is left.
func (p *paginator) passes(s *state, to int, sink Unit) bool {
	if s.across > 0 && sink+s.across+2*p.line > p.depth {
		return true
	}
	if int(s.row) < to || s.note < p.noteAt(to) || s.float == p.floatAt(to) {
		return false
	}
	next := &p.floats[s.float]
	return next.wide || p.onGrid(next.height+next.sep)+sink+s.across > p.depth
}

// spreads lists by how many lines a spread may be longer than usual: one short,
// or one long where the foot has room.
func (p *paginator) spreads() []int8 {
	switch {
	case p.book.Grid <= 0 || p.depth < 10*p.book.Grid:
		return []int8{0}
	case p.book.Page.Bottom < 2*p.book.Grid:
		return []int8{0, -1}
	}
	return []int8{0, -1, 1}
}

// A way is what is tried of a page: where it begins, the floats set on it, and
// the depth of its spread.
type way struct {
	*state
	prev     int32 // the state's index
	from, to int   // the part's rows
	floats   int32
	foot     int32 // as of a state
	wide     Unit  // taken from the page's next columns, as of a state
	last     bool  // the column is the page's last
	verso    bool  // the page chooses how long its spread is
	lines    int8
	room     Unit // where the text and the notes end
	reach    int  // the last row that was measured
}

// lead lets n be the state at which the page ends before row e, at no cost.
func (w *way) lead(n *state, e int) {
	*n = state{row: int32(e), float: w.floats, prev: w.prev, span: w.lines, across: w.wide}
	if w.verso {
		n.lines = w.lines
	}
}

// measureFrom finds where a page ends that begins at y and ends after each of
// its rows, up to a limit.
func (p *paginator) measureFrom(w *way, y, limit Unit) int {
	e := int(w.row)
	if e < w.to && e > 0 {
		if t := p.rows[e].table; t > 0 && p.rows[e-1].table == t {
			y += headHeight(p.tables[t-1])
		}
	}
	p.at, p.gives = append(p.at[:0], y), append(p.gives[:0], 0)
	gives := int32(0)
	for ; e < w.to; e++ {
		r := &p.rows[e]
		y = p.under(y, r, e == int(w.row))
		if r.gives(w.row) {
			gives++
		}
		p.at, p.gives = append(p.at, p.end(y, r)), append(p.gives, gives)
		y += r.height
		if y > limit {
			return e + 1
		}
	}
	return e
}

// ways tries the ends of a page, the longest first. Kept matter that no page can
// hold is divided, and a note comes late, only where nothing else serves.
func (p *paginator) ways(w *way) {
	least, e := int(w.row), w.reach
	if w.floats == w.float && w.note >= p.noteAt(least) {
		least++ // a page holds something
	}
	for e >= least && p.at[e-int(w.row)] > p.most(w.room) {
		e--
	}
	var rescue state
	if e < least {
		if w.floats > w.float || int(w.row) == w.to {
			return
		}
		p.overfull(w, &rescue)
	}
	tried := 0
	var n state
	for ; e >= least && tried < mostWays && p.floatAt(e) >= w.floats; e-- {
		if tried > 2 && p.pale(w, e) {
			return
		}
		if own := p.ending(w, &n, e); own < min(never, lateCost) {
			tried++
			p.offer(&n, w.from, w.to)
		} else if rescue.row == 0 || n.cost < rescue.cost {
			rescue = n
		}
	}
	if tried == 0 && rescue.row > 0 {
		p.offer(&rescue, w.from, w.to)
	}
}

// pale reports whether all pages of a way that end before row e, or further up,
// have so much white that they are not followed. It may say no where it is so.
func (p *paginator) pale(w *way, e int) bool {
	if p.limit > 0 || p.spread() || w.reach == w.to {
		return false
	}
	// Rows further up end at most a line of the grid below this one's end.
	used := p.at[e-int(w.row)] + p.book.Grid
	if end := p.noteAt(e); end > w.note {
		used += p.noteFurniture() + p.tail[end] - p.tail[w.note] + p.below
	}
	white := int64(w.room-used)*1000/int64(p.line) - giveMost*1000
	return white > 0 && w.cost+white*white/1000*whiteCost/1000 > p.least+hopeless
}

// most is how far text may reach where a page has room up to a place.
func (p *paginator) most(room Unit) Unit {
	if p.limit > 0 {
		return min(room, p.limit)
	}
	return room
}

// overfull lets a page hold one row that is too high for it.
func (p *paginator) overfull(w *way, n *state) {
	e := int(w.row) + 1
	w.lead(n, e)
	n.cost = w.cost + overfullCost
	n.note, n.foot = p.settle(w, e, 0, p.depth/3)
}

// ending ends a page before row e, at a cost of its own.
func (p *paginator) ending(w *way, n *state, e int) (own int64) {
	body := p.at[e-int(w.row)]
	w.lead(n, e)
	n.note, n.foot = p.settle(w, e, body, w.room)
	if e < w.to {
		own = int64(p.rows[e].cost)
	}
	switch {
	case w.lines < 0:
		own += shortCost
	case w.lines > 0:
		own += longCost
	}
	cost, give := p.pageCost(w, n, body)
	own += cost
	n.cost, n.give = w.cost+own, int8(give)
	return own
}
