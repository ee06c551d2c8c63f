package layout

import "sort"

// Costs of a page, in thousandths of what a line of white at its foot costs
// squared.
const (
	// whiteCost is that of one line of white at a page's foot; it grows with
	// the square.
	whiteCost = 1000
	// unevenCost is that of text that ends higher than on the page facing.
	unevenCost = 500
	// giveCost is that of a line of white that goes into the space above a
	// heading or around a display.
	giveCost = 300
	// shortCost and longCost are those of each page of a spread that runs a
	// line short or long: less than a page with a line of white.
	shortCost = 300
	longCost  = 500
	// splitCost is that of a note that goes on over the page: rarely worth more
	// than two lines of white.
	splitCost = 2500
	// thinCost is that of a page with notes that has little text of its own, by
	// the square of the lines that it has less than thinLines: without any, nearly
	// that of a widow. A long note is spread over pages that each keep some text.
	thinCost  = 1600
	thinLines = 5
	// deferCost is that of a float that is not on the page it is called on, for
	// each page: as bad as two lines of white.
	deferCost = 4000
	// pastCost is that of a float that is not set by the end of a page on which
	// another section begins: worse than a widow.
	pastCost = 80000
	// lateCost is that of a note that cannot begin on the page of its mark, or
	// does not go on on the page after: more than anything that could be saved
	// by it.
	lateCost = 100_000_000
	// shortEndCost is that of a last page of fewer than five lines.
	shortEndCost = 12000
	// overfullCost is that of a page that its first row alone overfills.
	overfullCost = 1_000_000_000
)

// giveMost is how many lines of white a page's spaces take up.
const giveMost = 2

// A pageSpan is what a page holds, in rows, rows of notes and floats.
type pageSpan struct {
	from, to           int32 // rows
	noteFrom, noteTo   int32 // rows of notes
	floatFrom, floatTo int32
	lines              int8 // by which the spread is longer than usual
	give               int8 // lines that go into the page's spaces
	blank, opener      bool
	first, last        bool // of its part
	sink, sunk         Unit // with what is set across, and without
	mark               int32
	cols, col          int8 // columns of the page, and which of them this is
	gutter             Unit
	top                Unit  // height of what the page's first column set over all
	across             []row // over all columns
	notes              int32 // up to which row the page sets its notes
	foot               Unit  // what notes over all columns take from this one
}

// A paginator breaks rows into pages.
type paginator struct {
	*setter
	pages []pageSpan
	line  Unit // a line of the text: the measure of white
	tail  []Unit
	count int  // pages so far
	cols  int  // columns of a page
	sink  Unit // of the part's first page, with what is set across
	limit Unit // to which the columns of a page may reach; 0 is the depth
	search
}

// run breaks the book, part for part between the forced pages.
func (p *paginator) run() error {
	p.line = max(p.book.Grid, Point)
	p.tail = heights(p.noteRows)
	start := 0
	var opener *Break
	for i := 0; i <= len(p.rows); i++ {
		if i < len(p.rows) && p.rows[i].page() == nil {
			continue
		}
		if err := p.part(start, i, opener); err != nil {
			return err
		}
		if i < len(p.rows) {
			opener = p.rows[i].page()
			start = i + 1
		}
	}
	return nil
}

// heights sums rows up: the height of rows i to j, the first without its space
// above, is h[j]-h[i]-before.
func heights(rows []row) []Unit {
	h := make([]Unit, len(rows)+1)
	for i := range rows {
		h[i+1] = h[i] + rows[i].before + rows[i].height
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
		if opener.Recto && p.count%2 == 1 {
			p.count++
			p.pages = append(p.pages, pageSpan{from: int32(from), to: int32(from), noteFrom: p.noteAt(from), noteTo: p.noteAt(from), blank: true, cols: 1})
		}
		sink = min(opener.Sink, p.depth/2)
		if from == to {
			return nil // a page that nothing stands on is not begun
		}
	}
	n := len(p.pages)
	p.cols, p.sink = 1, sink
	var across []row
	if opener != nil {
		p.cols = max(opener.Columns, 1)
		across = p.rows[from-1].more.across
		p.sink += p.acrossHeight(across)
	}
	if err := p.find(state{row: int32(from), note: p.noteAt(from), float: p.floatAt(from), prev: -1}, from, to, 0); err != nil {
		return err
	}
	if p.cols > 1 && len(p.pages) > n {
		if err := p.balance(n, to); err != nil {
			return err
		}
	}
	spans := p.pages[n:]
	p.share(spans)
	if len(spans) > 0 {
		spans[len(spans)-1].last = true
	}
	for i := range spans {
		sp := &spans[i]
		sp.cols, sp.col = int8(p.cols), int8(i%p.cols)
		if opener != nil {
			sp.gutter = opener.Gutter
		}
		if i < p.cols {
			sp.first, sp.sink = true, p.sink
		}
	}
	if opener != nil && len(spans) > 0 {
		spans[0].opener, spans[0].across, spans[0].mark = true, across, opener.Mark
		spans[0].sunk = sink
	}
	p.count += (len(spans) + p.cols - 1) / p.cols
	return nil
}

// noteAt is the row of notes that the notes called from row i on begin at.
func (p *paginator) noteAt(i int) int32 {
	if i == 0 {
		return 0
	}
	return p.rows[i-1].notes
}

func headHeight(t *set) Unit {
	var h Unit
	for i := range t.head {
		h += t.head[i].height
	}
	return h
}

// noteFit returns the row of notes up to which a page can set the notes left
// over and those called on it, beside a body of a height. A note is divided
// with at least two rows on each side.
func (p *paginator) noteFit(w *way, e int, body, room Unit) int32 {
	s := w.state
	end := max(p.noteAt(e), p.noteAt(int(s.row)))
	if s.note >= end {
		return s.note
	}
	free := room - body - p.noteFurniture()
	fits := func(n int32) bool { return p.noteHeight(s.note, n) <= free }
	if fits(end) {
		return end
	}
	n := s.note + int32(sort.Search(int(end-s.note), func(k int) bool { return !fits(s.note + int32(k) + 1) }))
	n = p.noteEnd(s.note, n)
	if n == s.note && e == int(s.row) && w.floats == s.float {
		n = s.note + 1 // a page makes progress
	}
	return n
}

// noteEnd is where notes that a page begins at row from, and that it has room for
// up to row n, are divided: up to two rows earlier where that leaves no single
// line behind.
func (p *paginator) noteEnd(from, n int32) int32 {
	for n > from && !p.divisible(from, n) {
		n--
	}
	for m := n; m > from && m > n-3; m-- {
		if p.divisible(from, m) && (int(m) >= len(p.noteRows) || p.noteRows[m].cost < orphanCost) {
			return m
		}
	}
	return n
}

// divisible reports whether notes that a page begins at row from may be divided
// before row n of theirs: between notes, or two rows from both ends of one and
// from the page's first.
func (p *paginator) divisible(from, n int32) bool {
	rows := p.noteRows
	if int(n) >= len(rows) || rows[n].cost == -1 {
		return true
	}
	if rows[n].cost >= never {
		return false
	}
	last := int(n)+1 >= len(rows) || rows[n+1].cost == -1
	return rows[n-1].cost != -1 && !last && n-from > 1
}

// noteFurniture is the height of the rule above notes with the space round it.
func (s *setter) noteFurniture() Unit {
	st := &s.book.Notes
	return st.Gap + st.RuleHeight + st.AfterRule
}

// noteHeight is the height of some rows of notes. The last one's baseline is the
// text's.
func (p *paginator) noteHeight(from, to int32) Unit {
	if from >= to {
		return 0
	}
	return p.tail[to] - p.tail[from] - p.noteRows[from].before + p.footShift(to)
}

// footShift is how far notes that end before a row stand above the foot, so that
// their last baseline is where the text's would be.
func (s *setter) footShift(to int32) Unit {
	l := s.noteRows[to-1].line
	if l == nil {
		return 0
	}
	return max(s.below-(l.Para.Leading-l.Para.Height), 0)
}

// pageCost is what the page of a way that leads to n costs, apart from the tie
// that it breaks, and how many lines of white its spaces take up.
func (p *paginator) pageCost(w *way, n *state, body Unit) (cost int64, give int) {
	s, e := w.state, int(n.row)
	end := p.noteAt(e)
	cost += deferCost * int64(p.floatAt(e)-n.float)
	if e > int(s.row) {
		cost += pastCost * int64(max(p.rows[e-1].past-n.float, 0))
	}
	used, above := body, n.note > s.note
	if p.spread() {
		cost += p.columnNotes(w, n)
		above = w.foot > s.note
		if w.last { // room that was kept for more notes is white
			used -= p.footHeight(s.note, w.foot) - p.footHeight(s.note, n.note)
		}
	} else {
		cost += p.notesCost(w, n)
		used += p.footHeight(s.note, n.note)
	}
	if above && (e < w.to || !p.spread()) {
		cost += p.thin(body - p.at[0])
	}
	if e == w.to && (n.note == end || n.foot > 0) && n.float == p.floatAt(e) {
		if p.limit == 0 && used < 5*p.line && s.prev >= 0 {
			cost += shortEndCost
		}
		return cost, 0
	}
	if p.limit > 0 {
		white, give := p.white(max(min(p.limit-body, w.room-used), 0), false, 0)
		return cost + white, give
	}
	white, give := p.white(max(w.room-used, 0), above, int(p.gives[e-int(s.row)]))
	return cost + white, give
}

// notesCost is what the notes of a page or column that leads to n cost.
func (p *paginator) notesCost(w *way, n *state) int64 {
	s, end := w.state, p.noteAt(int(n.row))
	var cost int64
	if n.note == s.note && s.note < p.noteAt(int(s.row)) {
		cost += lateCost // a note that goes on does so on the next page
	}
	if n.note < end {
		cost += splitCost
		// Every note that the page calls must begin on it.
		for k := max(n.note, p.noteAt(int(s.row))); k < end; k++ {
			if p.noteRows[k].cost == -1 {
				cost += lateCost
			}
		}
	}
	return cost
}

// thin is what text of a height costs above notes.
func (p *paginator) thin(text Unit) int64 {
	less := max(thinLines-int64(text/p.line), 0)
	return less * less * thinCost
}

// white is what free space costs. Above notes half a line more is not seen.
func (p *paginator) white(free Unit, notes bool, gives int) (cost int64, give int) {
	w := int64(free) * 1000 / int64(p.line)
	if notes {
		w = max(w-500, 0)
		return w * w / 1000 * whiteCost / 1000, 0
	}
	give = min(int(w/1000), gives, giveMost)
	w -= int64(give) * 1000
	cost = w*w/1000*whiteCost/1000 + int64(give)*giveCost
	if p.book.Page.TwoSided && w > 0 {
		cost += unevenCost
	}
	return cost, give
}
