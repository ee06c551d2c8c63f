package layout

import "github.com/offprint-go/offprint/render/internal/linebreak"

// prepareTable finds the widths of a table's columns, from what they hold
// unless they are given, and prepares its cells.
func (s *setter) prepareTable(t *set, b *Table) {
	t.index = int32(len(s.tables)) + 1
	s.tables = append(s.tables, t)
	t.measure = max(t.measure-b.Left-b.Right, Point)
	n := len(b.Columns)
	for _, r := range b.Rows {
		for _, c := range r.Cells {
			n = max(n, c.Col+max(c.ColSpan, 1))
		}
	}
	least, most := make([]Unit, n), make([]Unit, n)
	for _, span := range []bool{false, true} {
		for _, r := range b.Rows {
			for _, c := range r.Cells {
				if k := max(c.ColSpan, 1); (k > 1) == span {
					lo, hi := extent(c.Blocks)
					spread(least[c.Col:c.Col+k], lo-b.Gutter*Unit(k-1))
					spread(most[c.Col:c.Col+k], hi-b.Gutter*Unit(k-1))
				}
			}
		}
	}
	for i, c := range b.Columns {
		if c.Width > 0 {
			least[i], most[i] = c.Width, c.Width
		}
	}
	var over Unit
	t.widths, over = fit(least, most, t.measure-b.Gutter*Unit(max(n-1, 0)))
	if over > 0 {
		s.problems = append(s.problems, Problem{Kind: TightTable, Amount: over})
	}
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

// fit chooses widths between the least and the most that the columns ask for,
// and says by how much the least do not fit.
func fit(least, most []Unit, room Unit) ([]Unit, Unit) {
	var lo, hi Unit
	for i := range least {
		most[i] = max(most[i], least[i])
		lo += least[i]
		hi += most[i]
	}
	if hi <= room {
		return most, 0
	}
	out := make([]Unit, len(least))
	for i := range least {
		if lo >= room {
			out[i] = max(Unit(share(int64(room), int64(least[i]), max(int64(lo), 1))), Point)
		} else {
			out[i] = least[i] + Unit(share(int64(room-lo), int64(most[i]-least[i]), int64(hi-lo)))
		}
	}
	return out, max(lo-room, 0)
}

// extent is the least and the most width that some blocks ask for: that of
// their widest unbreakable piece, and that of their longest paragraph in one
// line.
func extent(bs []Block) (least, most Unit) {
	for _, b := range bs {
		var lo, hi Unit
		switch b := b.(type) {
		case *Para:
			lo, hi = paraExtent(b)
		case *Box:
			lo = b.Width + b.Left + b.Right
			hi = lo
		case *Group:
			lo, hi = extent(b.Blocks)
			lo, hi = lo+b.Left+b.Right, hi+b.Left+b.Right
		case *Table:
			for _, r := range b.Rows {
				var l, h Unit
				for _, c := range r.Cells {
					cl, ch := extent(c.Blocks)
					l, h = l+cl+b.Gutter, h+ch+b.Gutter
				}
				lo, hi = max(lo, l), max(hi, h)
			}
		}
		least, most = max(least, lo), max(most, hi)
	}
	return least, most
}

func paraExtent(p *Para) (least, most Unit) {
	var run, line int64
	for i := range p.Items {
		it := &p.Items[i]
		switch {
		case it.Kind == linebreak.Box:
			run += it.Width
			line += it.Width
		case it.Kind == linebreak.Glue && (i == 0 || p.Items[i-1].Kind == linebreak.Box):
			run = 0
			line += it.Width
		case it.Kind == linebreak.Glue:
			run += it.Width
			line += it.Width
		case it.Cost <= -linebreak.Infinite:
			most = max(most, Unit(line))
			run, line = 0, 0
		case it.Cost < linebreak.Infinite:
			least = max(least, Unit(run+it.Width))
			run = 0
		}
		least = max(least, Unit(run))
	}
	extra := p.Left + p.Right + max(p.Indent, 0)
	// A point more: rounding must not break what just fits.
	return least + extra + Point/16, max(most, Unit(line)) + extra + Point/16
}
