package layout

import (
	"slices"
	"sort"
)

// Notes over all columns of a page take the same height from each of them, and
// those called in the last column are set with those of the first. So the search
// chooses up to which row of notes a page sets them where its first column begins,
// keeps that room free in all columns, and sets the notes with the last; a choice
// that the marks of the columns do not bear out costs as a late or divided note
// does.

// spread reports whether the pages of the part have their notes over all columns.
func (p *paginator) spread() bool { return p.book.Notes.Across && p.cols > 1 }

// wideBeam is how many ways are followed with notes over all columns: what room
// for notes comes to cost is known with the last column.
const wideBeam = 4 * beam

// mostFeet is how many ends of the notes are tried on each side of the likely one.
const mostFeet = 5

// feet lists the rows of notes up to which a page may set them that begins at a
// state, with head taken from its columns: about where the notes end that are
// called in the text that has room above them.
func (p *paginator) feet(s *state, to int, head Unit) []int32 {
	p.ends = p.ends[:0]
	if !p.spread() {
		p.ends = append(p.ends, 0)
		return p.ends
	}
	pending := s.note < p.noteAt(int(s.row))
	if !pending {
		p.ends = append(p.ends, s.note)
	}
	most := p.noteAt(to)
	for n := s.note + 1; n <= most && p.footHeight(s.note, n) <= p.depth-head; n++ {
		if p.divisible(s.note, n) {
			p.ends = append(p.ends, n)
		}
	}
	if len(p.ends) == 0 {
		return append(p.ends, s.note+1) // a page makes progress
	}
	return p.likely(s, to, head)
}

// likely keeps the ends of notes that come nearest to what the text above them
// calls, with the least one and the ends of whole notes before them.
func (p *paginator) likely(s *state, to int, head Unit) []int32 {
	ends := p.ends
	heights := p.stack(int(s.row), to, Unit(p.cols)*p.depth)
	k := sort.Search(len(ends), func(i int) bool {
		room := Unit(p.cols) * (p.depth - head - p.footHeight(s.note, ends[i]))
		rows := sort.Search(len(heights), func(r int) bool { return heights[r] > room })
		return ends[i] >= p.noteAt(int(s.row)+rows)
	})
	from, upTo := max(k-mostFeet, 0), min(k+mostFeet, len(ends))
	out := ends[:0:0]
	if from > 0 {
		out = append(out, ends[0])
	}
	whole := 0
	for i := from - 1; i > 0 && whole < 2; i-- {
		if n := ends[i]; int(n) == len(p.noteRows) || p.noteRows[n].cost == -1 {
			out = append(out, n)
			whole++
		}
	}
	out = append(out, ends[from:upTo]...)
	slices.Sort(out)
	return out
}

// stack is where each of some rows ends, set one under the other, up to a height.
func (p *paginator) stack(from, to int, most Unit) []Unit {
	p.stacked = p.stacked[:0]
	var y Unit
	for i := from; i < to && y <= most; i++ {
		y += p.rows[i].before + p.rows[i].height
		p.stacked = append(p.stacked, y)
	}
	return p.stacked
}

// footHeight is what notes over all columns take from each, with their rule.
func (p *paginator) footHeight(from, to int32) Unit {
	if from >= to {
		return 0
	}
	return p.noteFurniture() + p.noteHeight(from, to)
}

// settle is the row of notes up to which a column that ends before row e sets
// them, and that to which its page is to set them, 0 if this was its last column.
func (p *paginator) settle(w *way, e int, body, room Unit) (note, foot int32) {
	switch {
	case !p.spread():
		return p.noteFit(w, e, body, room), 0
	case !w.last:
		return w.note, w.foot
	}
	return max(w.note, min(w.foot, p.noteAt(e))), 0
}

// columnNotes is what the notes of a column that leads to n cost on a page that
// sets them over all columns.
func (p *paginator) columnNotes(w *way, n *state) int64 {
	var cost int64
	end := p.noteAt(int(n.row))
	for k := max(w.foot, p.noteAt(int(w.row))); k < end; k++ {
		if p.noteRows[k].cost == -1 {
			cost += lateCost
		}
	}
	if w.last && n.note < end {
		cost += splitCost
	}
	return cost
}

// share tells the columns of each page, from the n-th span on, of the notes over
// all of them.
func (p *paginator) share(spans []pageSpan) {
	for i := range spans {
		sp := &spans[i]
		sp.notes = sp.noteTo
		if !p.spread() {
			continue
		}
		last := &spans[min(i-i%p.cols+p.cols, len(spans))-1]
		sp.notes, sp.foot = last.noteTo, p.footHeight(last.noteFrom, last.noteTo)
	}
}
