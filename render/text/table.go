package text

import (
	"strings"

	"github.com/offprint-go/offprint/doc"
)

// table writes a table in columns, its rules in hyphens. It is set with the
// words of its cells broken to the widths that fit; one that cannot fit is
// written cell for cell.
func (s *setter) table(b *doc.Table, m margin) {
	s.caption(b, b.Caption, m)
	if len(b.Caption) > 0 {
		s.space(1)
		m = m.next()
	}
	g := &grid{setter: s, table: b, columns: len(b.Columns)}
	g.rows(b.Head)
	head := len(g.cells)
	for _, body := range b.Bodies {
		g.rows(body.Head)
		g.rows(body.Rows)
	}
	foot := len(g.cells)
	g.rows(b.Foot)
	widths := g.widths(s.Width - width(m.rest))
	rule := func() {
		n := 2 * (len(widths) - 1)
		for _, w := range widths {
			n += w
		}
		s.line(m.rest + strings.Repeat("-", n))
	}
	rule()
	for i, row := range g.cells {
		if i == foot && foot > head {
			rule()
		}
		g.row(row, widths, m.rest)
		if i == head-1 {
			rule()
		}
	}
	rule()
}

// A grid is a table's cells as text.
type grid struct {
	*setter
	table   *doc.Table
	columns int
	cells   [][]gridCell
	busy    []int
}

type gridCell struct {
	col, span int
	text      string
	align     doc.Align
}

func (g *grid) rows(rows []*doc.Row) {
	g.busy = make([]int, g.columns)
	for _, r := range rows {
		var out []gridCell
		col := 0
		for _, c := range r.Cells {
			for col < g.columns && g.busy[col] > 0 {
				col++
			}
			span := max(c.ColSpan, 1)
			out = append(out, gridCell{col, span, g.cellText(c), g.table.AlignOf(c, col)})
			for k := col; k < min(col+span, g.columns); k++ {
				g.busy[k] = max(c.RowSpan, 1)
			}
			col += span
		}
		for k := range g.busy {
			g.busy[k] = max(g.busy[k]-1, 0)
		}
		g.cells = append(g.cells, out)
	}
}

// cellText is a cell's blocks as lines of one text.
func (g *grid) cellText(c *doc.Cell) string {
	in := &setter{Renderer: g.Renderer, ctx: g.ctx, d: g.d, x: g.x, lang: g.lang}
	in.Width = 1 << 20
	in.blocks(c.Content, margin{}, true)
	g.pending = append(g.pending, in.pending...)
	if in.err != nil && g.err == nil {
		g.err = in.err
	}
	return strings.TrimRight(in.out.String(), "\n")
}

// widths fits the columns to a total: those that are wide give way first.
func (g *grid) widths(total int) []int {
	w := make([]int, g.columns)
	for _, row := range g.cells {
		for _, c := range row {
			if c.span == 1 && c.col < g.columns {
				for _, l := range strings.Split(c.text, "\n") {
					w[c.col] = max(w[c.col], width(l))
				}
			}
		}
	}
	for sum(w)+2*(g.columns-1) > total {
		widest := 0
		for k := range w {
			if w[k] > w[widest] {
				widest = k
			}
		}
		if w[widest] <= 4 {
			break
		}
		w[widest]--
	}
	for k := range w {
		w[k] = max(w[k], 1)
	}
	return w
}

func sum(w []int) int {
	n := 0
	for _, v := range w {
		n += v
	}
	return n
}

func (g *grid) row(cells []gridCell, widths []int, indent string) {
	lines := make([][]string, len(cells))
	height := 0
	room := make([]int, len(cells))
	for i, c := range cells {
		for k := c.col; k < min(c.col+c.span, len(widths)); k++ {
			room[i] += widths[k] + 2
		}
		room[i] = max(room[i]-2, 1)
		lines[i] = fill(c.text, room[i])
		height = max(height, len(lines[i]))
	}
	for n := range height {
		out := indent
		at := 0
		for i, c := range cells {
			start := 0
			for k := 0; k < min(c.col, len(widths)); k++ {
				start += widths[k] + 2
			}
			out += strings.Repeat(" ", max(start-at, 0))
			at = max(at, start)
			if n < len(lines[i]) {
				cell := aligned(lines[i][n], room[i], c.align)
				out += cell
				at += width(cell)
			}
		}
		g.line(out)
	}
}

func aligned(s string, room int, a doc.Align) string {
	free := max(room-width(s), 0)
	switch a {
	case doc.AlignEnd:
		return strings.Repeat(" ", free) + s
	case doc.AlignCenter:
		return strings.Repeat(" ", free/2) + s
	}
	return s
}
