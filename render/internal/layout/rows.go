package layout

import "sort"

// never is a break cost that forbids the break.
const never = 1 << 30

// Costs of ending a page before a row, on the scale of a paginator's costs.
const (
	widowCost  = 50000 // one line of a paragraph at a page's head: seven lines of white look better
	orphanCost = 40000 // one at its foot
	hyphenCost = 400   // a divided word over the page
	strandCost = 200000
)

// A row is a piece of a page that is not divided: a line, a box, a row of a
// table.
type row struct {
	before  Unit // space above, which vanishes at a page's head
	height  Unit
	cost    int32 // of a page that ends before this row
	x       Unit  // from the left edge of the block of text
	measure Unit
	line    *Line
	box     *Box
	cells   []cellRow
	rules   []placedRule
	group   int32 // the innermost group, from 1
	table   int32 // the table whose body the row is in, from 1: its head is repeated
	mark    int32
	notes   int32 // index in the note rows behind the notes called so far
	anchors []PlacedAnchor
	page    *Break // the row is a forced page
	source  int32
	tight   Unit // by how much the row's table is too wide, at its first row
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
	keep     int  // within blocks that must not be divided
	keepNext bool
	group    int32
	first    bool // the next row is the first of a kept block
	anchors  []PlacedAnchor
	inNote   bool
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
		f.add(row{height: b.Height, box: b, x: x, measure: t.measure, source: b.Source})
		f.close(&b.Space)
	case *Group:
		f.open(&b.Space)
		for _, a := range b.Anchors {
			f.anchors = append(f.anchors, PlacedAnchor{Name: a.Name})
		}
		keep := b.Keep && f.heightOf(t.kids) <= f.depth
		f.within(keep, func() {
			parent := f.group
			f.groups = append(f.groups, group{b, parent, x + b.Left, t.measure - b.Left - b.Right})
			f.group = int32(len(f.groups))
			f.blocks(t.kids, x+b.Left)
			f.group = parent
		})
		f.close(&b.Space)
	case *Table:
		f.open(&b.Space)
		f.table(t, b, x)
		f.close(&b.Space)
	case *Break:
		f.after, f.keepNext = 0, false
		f.add(row{page: b, mark: b.Mark})
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
	r.anchors = append(f.anchors, r.anchors...)
	f.anchors = nil
	r.notes = int32(len(f.noteRows))
	f.rows = append(f.rows, r)
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
		r := row{height: p.Leading, line: l, x: x + p.Left, measure: t.measure, source: p.Source}
		up, down := l.reach()
		r.height += max(up-p.Height, 0) + max(down-(p.Leading-p.Height), 0)
		if i == 0 {
			r.mark = p.Mark
		} else {
			r.cost = f.insideCost(p, t, i, orphans, widows)
		}
		for note < len(t.notes) && (p.Inserts[note].Item < l.End || last) {
			f.note(t.notes[note])
			note++
		}
		for anchor < len(byItem) && (byItem[anchor].Item < l.End || last) {
			r.anchors = append(r.anchors, PlacedAnchor{Name: byItem[anchor].Name})
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
	if p.Keep {
		return never
	}
	var cost int32
	if i < orphans {
		cost += orphanCost
	}
	if len(t.lines)-i < widows {
		cost += widowCost
	}
	if t.lines[i-1].hyphen() != nil {
		cost += hyphenCost
	}
	if f.inNote && (i < min(2, len(t.lines)-1) || len(t.lines)-i < 2) {
		cost += orphanCost
	}
	return cost
}

// reach is how far a line's taller pieces reach above and below its baseline.
func (l *Line) reach() (up, down Unit) {
	for i := l.Start; i < l.End; i++ {
		up, down = max(up, l.Para.Pieces[i].Height), max(down, l.Para.Pieces[i].Depth)
	}
	return up, down
}

// note appends a note's rows to those of all notes.
func (f *flattener) note(ts []*set) {
	in := &flattener{setter: f.setter, inNote: true}
	in.blocks(ts, 0)
	if len(in.rows) == 0 {
		return
	}
	in.rows[0].before = max(in.rows[0].before, f.book.Notes.Between)
	in.rows[0].cost = -1 // a note begins
	f.noteRows = append(f.noteRows, in.rows...)
}

// heightOf is the height of some sets with the space between them.
func (f *flattener) heightOf(ts []*set) Unit {
	in := &flattener{setter: &setter{book: f.book, depth: f.depth, measure: f.measure, tables: f.tables}}
	in.blocks(ts, 0)
	var h Unit
	for i, r := range in.rows {
		if i > 0 {
			h += r.before
		}
		h += r.height
	}
	return h
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
	x += b.Left
	width := t.span(0, len(t.widths), b.Gutter)
	switch b.Align {
	case Center:
		x += max(t.measure-width, 0) / 2
	case End:
		x += max(t.measure-width, 0)
	}
	heights, tied := f.rowHeights(t, b)
	for i := range b.Rows {
		if heights[i] > f.depth*3/4 && !tied[i] {
			f.tallRow(t, b, i, x, width)
			continue
		}
		r := f.tableRow(t, b, i, x, width, heights)
		if i > 0 && tied[i] || i > 0 && i <= b.Head {
			r.cost = never
		}
		if i == b.Head+1 || i == len(b.Rows)-1 {
			r.cost = max(r.cost, orphanCost)
		}
		if i >= b.Head {
			r.table = t.index
		}
		if i == 0 {
			r.tight, r.source = t.tight, b.Source
		}
		f.add(r)
		f.keepNext = b.Rows[i].KeepNext
		if i < b.Head {
			head := f.rows[len(f.rows)-1]
			head.anchors, head.mark = nil, 0
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
	r := row{height: heights[i], x: x, measure: width}
	for j, c := range b.Rows[i].Cells {
		in := &flattener{setter: f.setter, noteRows: f.noteRows}
		in.blocks(t.cells[i][j], x+t.columnAt(c.Col, b.Gutter))
		f.noteRows = in.noteRows
		dy := b.Rows[i].Pad
		var h, room Unit
		for k, cr := range in.rows {
			if k > 0 {
				h += cr.before
			}
			h += cr.height
		}
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
			r.cells = append(r.cells, cellRow{dy, cr})
			dy += cr.height
		}
	}
	if a := b.Rows[i].Above; a != nil {
		r.rules = append(r.rules, placedRule{0, width, a})
	}
	if a := b.Rows[i].Below; a != nil {
		r.rules = append(r.rules, placedRule{heights[i], width, a})
	}
	return r
}

// tallRow sets a row as a row for each of its lines.
func (f *flattener) tallRow(t *set, b *Table, i int, x, width Unit) {
	var cols [][]row
	lines := 0
	for j, c := range b.Rows[i].Cells {
		in := &flattener{setter: f.setter, noteRows: f.noteRows}
		in.blocks(t.cells[i][j], x+t.columnAt(c.Col, b.Gutter))
		f.noteRows = in.noteRows
		cols = append(cols, in.rows)
		lines = max(lines, len(in.rows))
	}
	for k := range lines {
		r := row{x: x, measure: width}
		if i == 0 && k == 0 {
			r.tight, r.source = t.tight, b.Source
		}
		if i >= b.Head {
			r.table = t.index
		}
		for _, c := range cols {
			if k < len(c) {
				dy := c[k].before
				if k == 0 {
					dy = b.Rows[i].Pad
				}
				r.cells = append(r.cells, cellRow{dy, c[k]})
				r.height = max(r.height, dy+c[k].height)
			}
		}
		if a := b.Rows[i].Above; a != nil && k == 0 {
			r.rules = append(r.rules, placedRule{0, width, a})
		}
		if a := b.Rows[i].Below; a != nil && k == lines-1 {
			r.rules = append(r.rules, placedRule{r.height, width, a})
		}
		f.add(r)
	}
}
