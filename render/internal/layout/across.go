package layout

// Columns are found as pages are, one after the other: a column is a page of the
// search, and as many as there are columns stand on one page of the book. What is
// set over all of them takes its height from each.

// columnOf is the width of a column on pages from a break on.
func (b *Break) columnOf(measure Unit) Unit {
	n := Unit(max(b.Columns, 1))
	return max((measure-(n-1)*b.Gutter)/n, Point)
}

// begin begins a part. Notes called in what is set across belong to its first
// column.
func (f *flattener) begin(t *set, b *Break) {
	if len(t.kids) == 0 {
		f.add(row{more: &rowMore{page: b, mark: b.Mark}})
		return
	}
	in := &flattener{setter: f.setter, noteRows: f.noteRows}
	in.blocks(t.kids, 0)
	if h := stacked(in.rows) + b.Sink; h > f.depth*2/3 {
		before, after := *b, *b
		before.Columns, after.Recto, after.Sink, after.Mark = 0, false, 0, 0
		f.add(row{more: &rowMore{page: &before, mark: b.Mark}})
		f.blocks(t.kids, 0)
		f.after, f.keepNext = 0, false
		f.add(row{more: &rowMore{page: &after}})
		return
	}
	f.add(row{more: &rowMore{page: b, mark: b.Mark, across: in.rows}})
	f.noteRows, f.adrift = in.noteRows, true
}

// acrossHeight is the height of what is set across at the head of a part, with
// the space below it.
func (p *paginator) acrossHeight(rows []row) Unit {
	if len(rows) == 0 {
		return 0
	}
	return p.onGrid(stacked(rows) + p.line)
}

// balance sets the columns of a part's last page anew, in the least number of
// lines that holds them without a fault; n is the part's first span.
func (p *paginator) balance(n, to int) error {
	last := n + (len(p.pages)-n-1)/p.cols*p.cols
	sp := p.pages[last]
	old := append([]pageSpan(nil), p.pages[last:]...)
	start := state{row: sp.from, note: sp.noteFrom, float: sp.floatFrom, prev: -1}
	most := int(p.depth / p.line)
	try := func(lines int) (bool, error) {
		p.limit = Unit(lines) * p.line
		p.pages = p.pages[:last]
		err := p.find(start, int(sp.from), to, last-n)
		return len(p.pages) > last && len(p.pages)-last <= p.cols && p.best.cost < orphanCost, err
	}
	lo, hi := 1, most+1
	for lo < hi {
		mid := (lo + hi) / 2
		ok, err := try(mid)
		if err != nil {
			return err
		}
		if ok {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	ok := false
	if lo <= most {
		var err error
		if ok, err = try(lo); err != nil {
			return err
		}
	}
	p.limit = 0
	if !ok {
		p.pages = append(p.pages[:last], old...)
	}
	return nil
}
