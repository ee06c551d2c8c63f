package layout

import "sort"

// never is a break cost that forbids the break.
const never = 1 << 30

// Costs of ending a page before a row, on the scale of a paginator's costs.
const (
	widowCost  = 50000 // one line of a paragraph at a page's head: seven lines of white look better
	orphanCost = 40000 // one at its foot
	hyphenCost = 2500  // a divided word over the page: a line of white on either page of a spread is better
	strandCost = 200000
	wholeCost  = 100000 // a table of half a page at most: rather ten lines of white
)

// A row is a piece of a page that is not divided: a line, a box, a row of a
// table. There is one for every line of the book, so it is small: what few rows
// have is apart.
type row struct {
	before  Unit // space above, which vanishes at a page's head
	height  Unit
	x       Unit // from the left edge of the block of text
	measure Unit
	up      Unit // how far the line reaches above its usual height
	line    *Line
	more    *rowMore
	cost    int32 // of a page that ends before this row
	group   int32 // the innermost group, from 1
	table   int32 // the table whose body the row is in, from 1: its head is repeated
	notes   int32 // index in the note rows behind the notes called so far
	floats  int32 // floats called so far
	past    int32 // floats called above the last paragraph with a mark
	give    int32 // of a row that snaps: the heading or display above it, whose space may grow
	grid    bool  // text of the grid's leading, no heading
	snap    bool  // stands on the grid whatever is above it
	head    bool  // begins a heading
}

// A rowMore is what few rows have.
type rowMore struct {
	box     *Box
	cells   []cellRow
	rules   []placedRule
	anchors []PlacedAnchor
	page    *Break // the row is a forced page
	across  []row  // of that page, over its columns
	source  int32  // of a table
	tight   Unit   // by how much the row's table is too wide, at its first row
	mark    int32
}

// page is the break that the row is, if it is one.
func (r *row) page() *Break {
	if r.more == nil {
		return nil
	}
	return r.more.page
}

// source is the text that the row is of.
func (r *row) source() int32 {
	switch {
	case r.line != nil:
		return r.line.Para.Source
	case r.more != nil && r.more.box != nil:
		return r.more.box.Source
	case r.more != nil:
		return r.more.source
	}
	return 0
}

// also is the row's rowMore, made if it has none.
func (r *row) also() *rowMore {
	if r.more == nil {
		r.more = &rowMore{}
	}
	return r.more
}

// A cellRow is a row inside a table's row.
type cellRow struct {
	dy  Unit
	row row
}

type placedRule struct {
	dy    Unit
	width Unit
	rule  *Rule
}

// A group is a Group while it is set.
type group struct {
	block   *Group
	parent  int32
	x       Unit
	measure Unit
}

// A flattener lays the sets out as rows.
type flattener struct {
	*setter
	rows     []row
	noteRows []row
	after    Unit // space that the last block wants below
	// noteAfter is that of the last note's last block: a quotation that ends a
	// note is parted from the next note as from what comes behind it in one.
	noteAfter Unit
	keep      int // within blocks that must not be divided
	keepNext  bool
	group     int32
	first     bool // the next row is the first of a kept block
	anchors   []PlacedAnchor
	main      bool // the text itself, not a note or a cell
	inNote    bool
	give      int32 // the heading or display since the last row on the grid
	adrift    bool  // floats have come and no row of their part yet
	past      int32 // floats called above the last paragraph with a mark
}

func (f *flattener) blocks(ts []*set, x Unit) {
	for _, t := range ts {
		f.block(t, x)
	}
}

func (f *flattener) block(t *set, x Unit) {
	switch b := t.block.(type) {
	case *Para:
		f.para(t, b, x)
	case *Box:
		f.open(&b.Space)
		for _, a := range b.Anchors {
			f.anchors = append(f.anchors, PlacedAnchor{Name: a.Name})
		}
		f.add(row{height: b.Height, x: x, measure: t.measure, more: &rowMore{box: b}})
		f.close(&b.Space)
	case *Group:
		f.open(&b.Space)
		for _, a := range b.Anchors {
			f.anchors = append(f.anchors, PlacedAnchor{Name: a.Name})
		}
		keep := b.Keep && f.heightOf(t.kids) <= f.depth
		f.within(keep, func() {
			parent := f.group
			in := x + leftInset(b.RTL, b.Left, b.Right)
			f.groups = append(f.groups, group{b, parent, in, t.measure - b.Left - b.Right})
			f.group = int32(len(f.groups))
			f.blocks(t.kids, in)
			f.group = parent
		})
		f.close(&b.Space)
	case *Table:
		f.open(&b.Space)
		f.table(t, b, x)
		f.close(&b.Space)
	case *Float:
		f.float(t, b, x)
	case *Break:
		f.landFloats()
		f.after, f.keepNext = 0, false
		f.begin(t, b)
	}
}

// open takes a block's space above; of two spaces the larger counts.
func (f *flattener) open(s *Space) { f.after = max(f.after, s.Before) }

func (f *flattener) close(s *Space) {
	f.after = max(f.after, s.After)
	f.keepNext = f.keepNext || s.KeepNext
}

// within sets what must stay together.
func (f *flattener) within(keep bool, set func()) {
	if !keep {
		set()
		return
	}
	first := f.first
	if f.keep == 0 {
		f.first = true
	}
	f.keep++
	set()
	f.keep--
	f.first = first && f.keep > 0
}

// add appends a row, with the space and the ties that stand before it.
func (f *flattener) add(r row) {
	r.before = f.after
	f.after = 0
	if f.keepNext {
		r.cost = max(r.cost, strandCost)
	}
	if f.keep > 0 && !f.first {
		r.cost = never
	}
	f.first, f.keepNext = false, false
	r.group = f.group
	if len(f.anchors) > 0 {
		m := r.also()
		m.anchors = append(f.anchors, m.anchors...)
		f.anchors = nil
	}
	r.notes = int32(len(f.noteRows))
	r.floats = int32(len(f.floats))
	if r.more != nil && r.more.mark > 0 {
		f.past = r.floats
	}
	r.past = f.past
	f.adrift = false
	if f.main {
		f.place(&r)
	}
	f.rows = append(f.rows, r)
}

// place says how a row keeps to the grid. Text that is set in (a list, a
// quotation) follows on from what it stands between: with its space above and
// below it comes to whole lines.
func (f *flattener) place(r *row) {
	k := len(f.rows)
	after := k == 0 || !f.rows[k-1].grid
	if r.grid {
		p := r.line.Para
		r.snap = r.line.first && (after || r.before > 0 && p.Left == 0 && p.Right == 0)
	}
	if (r.head || !r.grid && (r.line == nil || r.line.first && after)) && 2*r.before >= f.book.Grid && k > 0 {
		f.give = int32(k)
	}
	if r.snap {
		r.give, f.give = f.give, 0
	}
}

func (f *flattener) para(t *set, p *Para, x Unit) {
	f.open(&p.Space)
	for _, a := range p.Anchors {
		if a.Item < 0 {
			f.anchors = append(f.anchors, PlacedAnchor{Name: a.Name})
		}
	}
	orphans, widows := max(p.Orphans, 2), max(p.Widows, 2)
	if p.Orphans == 1 {
		orphans = 1
	}
	if p.Widows == 1 {
		widows = 1
	}
	note, anchor := 0, 0
	byItem := anchorsByItem(p)
	for i := range t.lines {
		l := &t.lines[i]
		last := i == len(t.lines)-1
		r := row{height: p.Leading, line: l, x: x + leftInset(p.RTL, p.Left, p.Right), measure: t.measure}
		r.up = max(Unit(l.up)-p.Height, 0)
		r.height += r.up + max(Unit(l.down)-(p.Leading-p.Height), 0)
		r.grid = f.main && p.Leading == f.book.Grid && !p.OffGrid && !(p.Keep && p.KeepNext)
		if last && i+1 < p.Drop.Lines {
			r.height += Unit(p.Drop.Lines-i-1) * p.Leading
		}
		if i == 0 {
			r.head = p.KeepNext && p.Before > 0 && !p.OffGrid
			if p.Mark > 0 {
				r.also().mark = p.Mark
			}
		} else {
			r.cost = f.insideCost(p, t, i, orphans, widows)
		}
		for note < len(t.notes) && (p.Inserts[note].Item < l.End || last) {
			f.note(t.notes[note])
			note++
		}
		for anchor < len(byItem) && (byItem[anchor].Item < l.End || last) {
			m := r.also()
			m.anchors = append(m.anchors, PlacedAnchor{Name: byItem[anchor].Name})
			anchor++
		}
		f.add(r)
	}
	f.close(&p.Space)
}

func anchorsByItem(p *Para) []Anchor {
	var out []Anchor
	for _, a := range p.Anchors {
		if a.Item >= 0 {
			out = append(out, a)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Item < out[j].Item })
	return out
}

// insideCost is the cost of a page that ends before line i of a paragraph.
func (f *flattener) insideCost(p *Para, t *set, i, orphans, widows int) int32 {
	if p.Keep || i < p.Drop.Lines {
		return never
	}
	var cost int32
	if i < orphans {
		cost += orphanCost
	}
	if len(t.lines)-i < widows {
		cost += widowCost
	}
	if t.lines[i-1].divided {
		cost += hyphenCost
	}
	if f.inNote && (i < min(2, len(t.lines)-1) || len(t.lines)-i < 2) {
		cost += orphanCost
	}
	return cost
}

// reach is how far a line's taller pieces reach above and below its baseline.
func (l *Line) reach() (up, down int32) {
	for i := l.Start; i < l.End; i++ {
		up, down = max(up, l.Para.Pieces[i].Height), max(down, l.Para.Pieces[i].Depth)
	}
	return up, down
}

// note appends a note's rows to those of all notes.
func (f *flattener) note(ts []*set) {
	in := &flattener{setter: f.setter, inNote: true, rows: f.noteRows}
	in.blocks(ts, 0)
	if n := len(f.noteRows); n < len(in.rows) {
		first := &in.rows[n]
		first.before = max(first.before, f.book.Notes.Between, f.noteAfter)
		first.cost = -1 // a note begins
		f.noteAfter = in.after
	}
	f.noteRows = in.rows
}

// heightOf is the height of some sets with the space between them.
func (f *flattener) heightOf(ts []*set) Unit {
	in := &flattener{setter: &setter{book: f.book, depth: f.depth, measure: f.measure, tables: f.tables}}
	in.blocks(ts, 0)
	return stacked(in.rows)
}

// table sets a table's rows. A row that a page cannot hold is set line by
// line.
func (f *flattener) table(t *set, b *Table, x Unit) {
	for _, a := range b.Anchors {
		f.anchors = append(f.anchors, PlacedAnchor{Name: a.Name})
	}
	if len(t.widths) == 0 {
		return
	}
	t.head = t.head[:0]
	width := t.span(0, len(t.widths), b.Gutter)
	x += leftInset(b.RTL, b.Left, b.Right) + freeAtLeft(b.Align, b.RTL, max(t.measure-width, 0))
	heights, tied := f.rowHeights(t, b)
	small := sum(heights) <= f.depth/2
	for i := range b.Rows {
		if heights[i] > f.depth*3/4 && !tied[i] {
			f.tallRow(t, b, i, x, width)
			continue
		}
		r := f.tableRow(t, b, i, x, width, heights)
		if i > 0 && tied[i] || i > 0 && i <= b.Head {
			r.cost = never
		}
		switch {
		case small && i > 0:
			r.cost = max(r.cost, wholeCost)
		case i == b.Head+1 || i == len(b.Rows)-1:
			r.cost = max(r.cost, orphanCost)
		}
		if i >= b.Head {
			r.table = t.index
		}
		if i == 0 {
			r.more.tight, r.more.source = t.tight, b.Source
		}
		f.add(r)
		f.keepNext = b.Rows[i].KeepNext
		if i < b.Head {
			head := f.rows[len(f.rows)-1]
			m := *head.also()
			m.anchors, m.mark = nil, 0
			head.more = &m
			t.head = append(t.head, head)
		}
	}
	f.keepNext = false
}

// rowHeights measures the rows, first by the cells of one row, then making
// room for those of several; tied rows continue a cell from above.
func (f *flattener) rowHeights(t *set, b *Table) (heights []Unit, tied []bool) {
	heights, tied = make([]Unit, len(b.Rows)), make([]bool, len(b.Rows))
	for _, spans := range []bool{false, true} {
		for i, r := range b.Rows {
			for j, c := range r.Cells {
				n := min(max(c.RowSpan, 1), len(b.Rows)-i)
				if (n > 1) != spans {
					continue
				}
				spread(heights[i:i+n], f.heightOf(t.cells[i][j])+2*r.Pad)
				for k := 1; k < n; k++ {
					tied[i+k] = true
				}
			}
		}
	}
	return heights, tied
}

func (f *flattener) tableRow(t *set, b *Table, i int, x, width Unit, heights []Unit) row {
	m := &rowMore{}
	r := row{height: heights[i], x: x, measure: width, more: m}
	for j, c := range b.Rows[i].Cells {
		in := &flattener{setter: f.setter, noteRows: f.noteRows, noteAfter: f.noteAfter}
		in.blocks(t.cells[i][j], x+t.cellAt(c, b, width))
		f.noteRows, f.noteAfter = in.noteRows, in.noteAfter
		dy := b.Rows[i].Pad
		h, room := stacked(in.rows), Unit(0)
		for k := i; k < min(i+max(c.RowSpan, 1), len(heights)); k++ {
			room += heights[k]
		}
		switch c.VAlign {
		case Center:
			dy += max(room-2*b.Rows[i].Pad-h, 0) / 2
		case End:
			dy += max(room-2*b.Rows[i].Pad-h, 0)
		}
		for k, cr := range in.rows {
			if k > 0 {
				dy += cr.before
			}
			m.cells = append(m.cells, cellRow{dy, cr})
			dy += cr.height
		}
	}
	if a := b.Rows[i].Above; a != nil {
		m.rules = append(m.rules, placedRule{0, width, a})
	}
	if a := b.Rows[i].Below; a != nil {
		m.rules = append(m.rules, placedRule{heights[i], width, a})
	}
	return r
}

// tallRow sets a row as a row for each of its lines.
func (f *flattener) tallRow(t *set, b *Table, i int, x, width Unit) {
	var cols []*flattener
	lines := 0
	for j, c := range b.Rows[i].Cells {
		in := &flattener{setter: f.setter}
		in.blocks(t.cells[i][j], x+t.cellAt(c, b, width))
		cols = append(cols, in)
		lines = max(lines, len(in.rows))
	}
	for k := range lines {
		m := &rowMore{}
		r := row{x: x, measure: width, more: m}
		if i == 0 && k == 0 {
			m.tight, m.source = t.tight, b.Source
		}
		if i >= b.Head {
			r.table = t.index
		}
		for _, c := range cols {
			if k < len(c.rows) {
				cr := c.rows[k]
				dy, called := cr.before, int32(0)
				if k == 0 {
					dy = b.Rows[i].Pad
				} else {
					called = c.rows[k-1].notes
				}
				f.noteRows = append(f.noteRows, c.noteRows[called:cr.notes]...)
				m.cells = append(m.cells, cellRow{dy, cr})
				r.height = max(r.height, dy+cr.height)
			}
		}
		if a := b.Rows[i].Above; a != nil && k == 0 {
			m.rules = append(m.rules, placedRule{0, width, a})
		}
		if a := b.Rows[i].Below; a != nil && k == lines-1 {
			m.rules = append(m.rules, placedRule{r.height, width, a})
		}
		f.add(r)
	}
}
