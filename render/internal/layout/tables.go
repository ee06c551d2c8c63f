package layout

// prepareTable finds the widths of a table's columns, from what they hold
// unless they are given, and prepares its cells.
func (s *setter) prepareTable(t *set, b *Table) {
	t.index = int32(len(s.tables)) + 1
	s.tables = append(s.tables, t)
	t.measure = max(t.measure-b.Left-b.Right, Point)
	t.widths, t.tight = b.fit(t.measure)
	for _, r := range b.Rows {
		var row [][]*set
		for _, c := range r.Cells {
			row = append(row, s.prepare(c.Blocks, t.span(c.Col, c.ColSpan, b.Gutter)))
		}
		t.cells = append(t.cells, row)
	}
}

// span is the width of some columns with the gutters between them.
func (t *set) span(col, n int, gutter Unit) Unit {
	n = max(n, 1)
	w := gutter * Unit(n-1)
	for _, c := range t.widths[col : col+n] {
		w += c
	}
	return w
}

// columnAt is where a column starts from the table's edge.
func (t *set) columnAt(col int, gutter Unit) Unit {
	if col == 0 {
		return 0
	}
	return t.span(0, col, gutter) + gutter
}

// cellAt is where a cell starts from the table's left edge.
func (t *set) cellAt(c Cell, b *Table, width Unit) Unit {
	at := t.columnAt(c.Col, b.Gutter)
	if b.RTL {
		return width - at - t.span(c.Col, c.ColSpan, b.Gutter)
	}
	return at
}

// spread makes some columns as wide together as w.
func spread(cols []Unit, w Unit) {
	var have Unit
	for _, c := range cols {
		have += c
	}
	if have >= w {
		return
	}
	each := (w - have) / Unit(len(cols))
	for i := range cols {
		cols[i] += each
	}
	cols[len(cols)-1] += w - have - each*Unit(len(cols))
}
