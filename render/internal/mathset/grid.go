package mathset

import (
	"github.com/offprint-go/offprint/render/internal/tex"
)

// Measures of grids, in thousandths of the size of type.
const (
	gridLine    = 1200 // from baseline to baseline
	gridStrut   = 700  // of a line's 1000 above its baseline, in thousandths of the line
	gridLeast   = 120  // between what rows hold
	columnGap   = 1000 // between columns of a matrix (twice \arraycolsep)
	casesGap    = 1000
	pairGap     = 2000 // between pairs of an alignment
	jot         = 300  // more between lines of a display
	relationGap = 278  // around a column of relations
	smallGap    = 330
	gridRule    = 40
)

// A table is a grid in the making: the boxes of its cells, and where its
// columns stand.
type table struct {
	*tex.Grid
	cells   [][]*Box
	words   []*Box // of rows of words, nil for others
	widths  []Unit
	at      []Unit // left edge of each column
	width   Unit
	size    Unit
	tight   bool
	heights []Unit // of the rows above their baselines
	depths  []Unit
}

// grid sets a matrix, an alignment or an array about the axis.
func (s *Setter) grid(g *tex.Grid, st style) *Box {
	t := s.table(g, st)
	in := t.stack(s)
	shift := s.axis(st) - (in.Height-in.Depth)/2
	switch {
	case g.Top && len(t.heights) > 0:
		shift = t.heights[0] - in.Height
	case g.Bottom && len(t.depths) > 0:
		shift = in.Depth - t.depths[len(t.depths)-1]
	}
	b := in.raised(shift)
	if g.Left == 0 && g.Right == 0 {
		return b
	}
	return s.cased(g, b, st)
}

// cased sets a grid between its delimiters.
func (s *Setter) cased(g *tex.Grid, in *Box, st style) *Box {
	b := &Box{}
	pad := s.mu(3, st)
	add := func(o *Box) {
		b.put(o, b.Width, 0)
		b.Width += o.Width
	}
	if g.Left != 0 {
		add(s.fence(g.Left, in, st))
		b.Width += pad
	}
	add(in)
	if g.Right != 0 {
		b.Width += pad
		add(s.fence(g.Right, in, st))
	}
	return b
}

// cellStyle is the style of a grid's cells.
func cellStyle(g *tex.Grid, st style) style {
	switch {
	case g.Kind == tex.Small:
		return style{max(min(st.level, script), script), st.cramped}
	case g.Kind == tex.Aligned, g.Kind == tex.Gathered, g.Display:
		return style{display, st.cramped}
	}
	return style{max(st.level, textual), st.cramped}
}

// table sets the cells and measures the columns. White space at the end of the
// rows is left out: an alignment that was read from another format may carry
// the margins of its display with it.
func (s *Setter) table(g *tex.Grid, st style) *table {
	cs := cellStyle(g, st)
	t := &table{Grid: g, size: s.size(cs), tight: s.tight, words: make([]*Box, len(g.Rows))}
	rows := trimmed(g)
	for i, r := range rows {
		if g.Words[i] {
			t.words[i] = s.list(trimLeft(r[0]), cs).leaned()
			t.cells = append(t.cells, nil)
			continue
		}
		var row []*Box
		for j, c := range r {
			after := -1
			if g.Kind == tex.Aligned && j%2 == 1 {
				after = int(tex.Ord) // the {} that an alignment puts there
			}
			b := box(s.parts(c, cs, after))
			row = append(row, b)
			if j == len(t.widths) {
				t.widths = append(t.widths, 0)
			}
			t.widths[j] = max(t.widths[j], b.Width)
		}
		t.cells = append(t.cells, row)
	}
	t.place(rows)
	t.measure()
	return t
}

func box(ps []Part) *Box { return row(ps).leaned() }

// trimmed are the rows without white space at their ends.
func trimmed(g *tex.Grid) [][]tex.List {
	out := make([][]tex.List, len(g.Rows))
	for i, r := range g.Rows {
		r = append([]tex.List(nil), r...)
		for len(r) > 0 {
			last := trim(r[len(r)-1])
			if len(last) > 0 || len(r) == 1 {
				r[len(r)-1] = last
				break
			}
			r = r[:len(r)-1]
		}
		out[i] = r
	}
	return out
}

// trim drops white space at a list's end.
func trim(l tex.List) tex.List {
	for len(l) > 0 {
		switch n := l[len(l)-1].(type) {
		case *tex.Space:
		case *tex.Group:
			if len(n.Body) > 0 {
				return l
			}
		default:
			return l
		}
		l = l[:len(l)-1]
	}
	return l
}

func trimLeft(l tex.List) tex.List {
	for len(l) > 0 {
		if _, ok := l[0].(*tex.Space); !ok {
			return l
		}
		l = l[1:]
	}
	return l
}

// place finds the columns' left edges.
func (t *table) place(rows [][]tex.List) {
	x := Unit(0)
	rule := t.size * gridRule / 1000
	x += Unit(t.Bars[0]) * (rule + t.size*columnGap/2000)
	for j, w := range t.widths {
		if j > 0 {
			x += t.gap(j, rows)
			if n := t.Bars[j]; n > 0 {
				x += Unit(n)*rule + Unit(n-1)*2*rule
			}
		}
		t.at = append(t.at, x)
		x += w
	}
	if n := t.Bars[len(t.Columns)]; n > 0 && len(t.widths) == len(t.Columns) {
		x += t.size*columnGap/2000 + Unit(n)*rule
	}
	t.width = x
}

// gap is the space before a column.
func (t *table) gap(j int, rows [][]tex.List) Unit {
	switch t.Kind {
	case tex.Aligned:
		switch {
		case t.column(j) == tex.Center || t.column(j-1) == tex.Center:
			return t.size * relationGap / 1000
		case t.column(j) == tex.Left, spaced(rows, j-1):
			return 0
		}
		if t.tight {
			return t.size * pairGap / 2000
		}
		return t.size * pairGap / 1000
	case tex.Cases:
		return t.size * casesGap / 1000
	case tex.Small:
		return t.size * smallGap / 1000
	}
	return t.size * columnGap / 1000
}

func (t *table) column(j int) tex.Align {
	if j >= 0 && j < len(t.Columns) {
		return t.Columns[j]
	}
	return tex.Left
}

// spaced reports whether a column's cells end with space of their own.
func spaced(rows [][]tex.List, j int) bool {
	for _, r := range rows {
		if j < len(r) && len(r[j]) > 0 {
			if sp, ok := r[j][len(r[j])-1].(*tex.Space); ok && sp.Mu >= 18 {
				return true
			}
		}
	}
	return false
}

// measure finds the rows' heights: those of a line at least.
func (t *table) measure() {
	line := t.size * gridLine / 1000
	if t.Kind == tex.Small {
		line = t.size * 11 / 10
	}
	for i, r := range t.cells {
		h, d := line*gridStrut/1000, line*(1000-gridStrut)/1000
		if t.Kind == tex.Small {
			h, d = h-line/20, d-line/20
		}
		if t.words[i] != nil {
			r = []*Box{t.words[i]}
		}
		least := t.size * gridLeast / 2000
		for _, c := range r {
			h, d = max(h, c.Height+least), max(d, c.Depth+least)
		}
		t.heights, t.depths = append(t.heights, h), append(t.depths, d)
	}
}

// more is the space between two rows beyond their own.
func (t *table) more() Unit {
	switch t.Kind {
	case tex.Aligned, tex.Gathered:
		return t.size * jot / 1000
	case tex.Cases:
		return t.size * gridLine / 5000
	}
	return 0
}

// line is row i as a box of the grid's width.
func (t *table) line(i int) *Box {
	b := &Box{Width: t.width, Height: t.heights[i], Depth: t.depths[i]}
	if w := t.words[i]; w != nil {
		b.put(w, 0, 0)
		b.Width = max(b.Width, w.Width)
		return b
	}
	for j, c := range t.cells[i] {
		x := t.at[j]
		switch t.column(j) {
		case tex.Right:
			x += t.widths[j] - c.Width
		case tex.Center:
			x += (t.widths[j] - c.Width) / 2
		}
		b.put(c, x, 0)
	}
	return b
}

// stack sets the rows one under another, the first on the baseline, with the
// rules between them.
func (t *table) stack(s *Setter) *Box {
	b := &Box{}
	if len(t.cells) == 0 {
		return b
	}
	rule := t.size * gridRule / 1000
	y := Unit(0)
	var ends []Unit // upper edges of the rows
	for i := range t.cells {
		if i > 0 {
			y -= t.depths[i-1] + t.more() + t.heights[i]
		}
		ends = append(ends, y+t.heights[i])
		o := t.line(i)
		b.put(o, 0, y)
		b.Width = max(b.Width, o.Width)
	}
	ends = append(ends, y-t.depths[len(t.depths)-1])
	for i, e := range ends {
		for k := range t.Lines[i] {
			b.rule(0, e-rule/2-Unit(k)*3*rule, b.Width, rule)
		}
	}
	t.bars(b, rule, ends[0], ends[len(ends)-1])
	return b
}

// bars sets the rules between columns.
func (t *table) bars(b *Box, rule, top, bottom Unit) {
	for j := 0; j <= len(t.Columns); j++ {
		if t.Bars[j] == 0 || j > len(t.widths) {
			continue
		}
		var x Unit
		switch {
		case j == 0:
		case j == len(t.widths):
			x = t.width - rule
		default:
			x = (t.at[j-1] + t.widths[j-1] + t.at[j]) / 2
		}
		for k := range t.Bars[j] {
			b.rule(x+Unit(k)*3*rule, bottom, rule, top-bottom)
		}
	}
}
