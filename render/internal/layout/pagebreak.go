package layout

import "sort"

// Costs of a page, in thousandths of what a line of white at its foot costs
// squared.
const (
	// whiteCost is that of one line of white at a page's foot; it grows with
	// the square.
	whiteCost = 1000
	// splitCost is that of a note that goes on over the page: rarely worth more
	// than two lines of white.
	splitCost = 2500
	// lateCost is that of a note that cannot begin on the page of its mark, or
	// does not go on on the page after: more than anything that could be saved
	// by it.
	lateCost = 100_000_000
	// shortEndCost is that of a last page of fewer than five lines.
	shortEndCost = 12000
	// overfullCost is that of a page that its first row alone overfills.
	overfullCost = 1_000_000_000
)

// beam is how many ways to have broken the pages so far are followed. Pages
// that begin at the same row with the same notes left over are one way.
const beam = 24

// A spread of a page: where it begins and ends, in rows and in rows of notes.
type pageSpan struct {
	from, to         int32 // rows
	noteFrom, noteTo int32 // rows of notes
	blank, opener    bool
	sink             Unit
	mark             int32
}

// A state is a way to have broken the pages up to a row, with the rows of
// notes set so far. It is small and copied to try.
type state struct {
	row, note int32
	cost      int64
	prev      *state
	span      pageSpan
}

// A paginator breaks rows into pages.
type paginator struct {
	*setter
	pages []pageSpan
	line  Unit // a line of the text: the measure of white
	tail  []Unit
}

// run breaks the book, part for part between the forced pages.
func (p *paginator) run() error {
	p.line = max(p.book.Grid, Point)
	p.tail = heights(p.noteRows)
	start := 0
	var opener *Break
	for i := 0; i <= len(p.rows); i++ {
		if i < len(p.rows) && p.rows[i].page == nil {
			continue
		}
		if err := p.part(start, i, opener); err != nil {
			return err
		}
		if i < len(p.rows) {
			opener = p.rows[i].page
			start = i + 1
		}
	}
	return nil
}

// heights sums rows up: the height of rows i to j, the first without its space
// above, is h[j]-h[i]-before.
func heights(rows []row) []Unit {
	h := make([]Unit, len(rows)+1)
	for i, r := range rows {
		h[i+1] = h[i] + r.before + r.height
	}
	return h
}

// part breaks the rows of a part.
func (p *paginator) part(from, to int, opener *Break) error {
	if from == to && opener == nil {
		return nil
	}
	sink := Unit(0)
	if opener != nil {
		if opener.Recto && len(p.pages)%2 == 1 {
			p.pages = append(p.pages, pageSpan{from: int32(from), to: int32(from), noteFrom: p.noteAt(from), noteTo: p.noteAt(from), blank: true})
		}
		sink = min(opener.Sink, p.depth/2)
		if from == to {
			return nil // a page that nothing stands on is not begun
		}
	}
	best, err := p.search(from, to, sink)
	if err != nil {
		return err
	}
	n := len(p.pages)
	for s := best; s.prev != nil; s = s.prev {
		p.pages = append(p.pages, s.span)
	}
	spans := p.pages[n:]
	for i, j := 0, len(spans)-1; i < j; i, j = i+1, j-1 {
		spans[i], spans[j] = spans[j], spans[i]
	}
	if opener != nil && len(spans) > 0 {
		spans[0].opener, spans[0].sink, spans[0].mark = true, sink, opener.Mark
	}
	return nil
}

// noteAt is the row of notes that the notes called from row i on begin at.
func (p *paginator) noteAt(i int) int32 {
	if i == 0 {
		return 0
	}
	return p.rows[i-1].notes
}

// search follows the best ways page by page.
func (p *paginator) search(from, to int, sink Unit) (*state, error) {
	live := []*state{{row: int32(from), note: p.noteAt(from)}}
	var best *state
	for page := 0; len(live) > 0; page++ {
		if err := p.ctx.Err(); err != nil {
			return nil, err
		}
		next := map[[2]int32]*state{}
		for _, s := range live {
			room := p.depth
			if page == 0 {
				room -= sink
			}
			for _, n := range p.ways(s, to, room) {
				if best != nil && n.cost >= best.cost {
					continue
				}
				if int(n.row) == to && n.note == p.noteAt(to) {
					best = n
					continue
				}
				k := [2]int32{n.row, n.note}
				if o := next[k]; o == nil || n.cost < o.cost {
					next[k] = n
				}
			}
		}
		live = live[:0]
		for _, s := range next {
			live = append(live, s)
		}
		sort.Slice(live, func(i, j int) bool {
			a, b := live[i], live[j]
			if a.cost != b.cost {
				return a.cost < b.cost
			}
			if a.row != b.row {
				return a.row > b.row
			}
			return a.note > b.note
		})
		if len(live) > beam {
			live = live[:beam]
		}
	}
	return best, nil
}

// ways lists the pages that could begin at s.
func (p *paginator) ways(s *state, to int, room Unit) []*state {
	var out []*state
	var body Unit
	if int(s.row) < to {
		if t := p.rows[s.row].table; t > 0 && int(s.row) > 0 && p.rows[s.row-1].table == t {
			room -= headHeight(p.tables[t-1])
		}
	}
	var rescue *state
	for e := int(s.row); e <= to; e++ {
		if e > int(s.row) {
			r := &p.rows[e-1]
			if e-1 > int(s.row) {
				body += r.before
			}
			body += r.height
		}
		if e == int(s.row) && s.note == p.noteAt(e) {
			continue // a page holds something
		}
		cost := int64(0)
		if e < to {
			cost = int64(p.rows[e].cost)
		}
		if body > room {
			if e == int(s.row)+1 && len(out) == 0 {
				return []*state{p.way(s, e, p.noteFit(s, e, 0, p.depth/3), cost+overfullCost)}
			}
			break
		}
		n := p.noteFit(s, e, body, room)
		own := p.pageCost(s, e, n, to, body, room)
		if own >= lateCost && len(out) > 0 {
			break // and so would every longer page be
		}
		w := p.way(s, e, n, cost+own)
		if rescue == nil || w.cost <= rescue.cost+1 {
			rescue = w
		}
		if cost >= never {
			continue
		}
		out = append(out, w)
		if len(out) > 12 {
			out = append(out[:0], out[1:]...)
		}
	}
	if len(out) == 0 && rescue != nil {
		return []*state{rescue} // kept matter that no page can hold is divided
	}
	return out
}

func headHeight(t *set) Unit {
	var h Unit
	for _, r := range t.head {
		h += r.height
	}
	return h
}

func (p *paginator) way(s *state, e int, note int32, cost int64) *state {
	return &state{row: int32(e), note: note, cost: s.cost + cost, prev: s,
		span: pageSpan{from: s.row, to: int32(e), noteFrom: s.note, noteTo: note}}
}

// noteFit returns the row of notes up to which a page can set the notes left
// over and those called on it, beside a body of a height. A note is divided
// with at least two rows on each side.
func (p *paginator) noteFit(s *state, e int, body, room Unit) int32 {
	end := p.noteAt(e)
	if e == int(s.row) {
		end = p.noteAt(int(s.row))
	}
	if s.note >= end {
		return s.note
	}
	free := room - body - p.noteFurniture()
	fits := func(n int32) bool { return p.noteHeight(s.note, n) <= free }
	if fits(end) {
		return end
	}
	n := s.note + int32(sort.Search(int(end-s.note), func(k int) bool { return !fits(s.note + int32(k) + 1) }))
	for n > s.note && !p.divisible(n) {
		n--
	}
	if n == s.note && body == 0 {
		n = s.note + 1 // a page makes progress
	}
	return n
}

// divisible reports whether notes may be divided between pages before row n of
// theirs: between notes, or two rows from both ends of one.
func (p *paginator) divisible(n int32) bool {
	rows := p.noteRows
	if int(n) >= len(rows) || rows[n].cost == -1 {
		return true
	}
	if rows[n].cost >= never {
		return false
	}
	last := int(n)+1 >= len(rows) || rows[n+1].cost == -1
	return rows[n-1].cost != -1 && !last
}

// noteFurniture is the height of the rule above notes with the space round it.
func (p *paginator) noteFurniture() Unit {
	s := &p.book.Notes
	return s.Gap + s.RuleHeight + s.AfterRule
}

func (p *paginator) noteHeight(from, to int32) Unit {
	if from >= to {
		return 0
	}
	return p.tail[to] - p.tail[from] - p.noteRows[from].before
}

// pageCost is what a page from s to row e costs, apart from the tie that it
// breaks.
func (p *paginator) pageCost(s *state, e int, note int32, to int, body, room Unit) int64 {
	var cost int64
	end := p.noteAt(e)
	if note == s.note && s.note < p.noteAt(int(s.row)) {
		cost += lateCost // a note that goes on does so on the next page
	}
	if note < end {
		cost += splitCost
		// Every note that the page calls must begin on it.
		for k := max(note, p.noteAt(int(s.row))); k < end; k++ {
			if p.noteRows[k].cost == -1 {
				cost += lateCost
			}
		}
	}
	used := body
	if note > s.note {
		used += p.noteFurniture() + p.noteHeight(s.note, note)
	}
	if e == to && note == end {
		if used < 5*p.line && s.prev != nil {
			cost += shortEndCost
		}
		return cost
	}
	white := int64(max(room-used, 0)) * 1000 / int64(p.line)
	return cost + white*white/1000*whiteCost/1000
}
