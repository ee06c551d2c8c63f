package text

import (
	"strings"
	"unicode"

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
	g := &grid{setter: s, table: b.Aligned(s.lang), columns: len(b.Columns), tails: make([]int, len(b.Columns))}
	g.rows(b.Head)
	head := len(g.cells)
	for _, body := range b.Bodies {
		g.rows(body.Head)
		g.rows(body.Rows)
	}
	foot := len(g.cells)
	g.rows(b.Foot)
	widths, ok := g.widths(s.Width - width(m.rest))
	if !ok {
		g.list(head, m)
		return
	}
	rule := func() { s.line(m.rest + strings.Repeat("-", sum(widths)+2*(len(widths)-1))) }
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
	tails   []int // by column: the most that a number has from its decimal mark on
}

type gridCell struct {
	col, span int
	text      string
	align     doc.Align
	plain     string // without the calls of notes; "" if there is more than a paragraph
	number    bool   // or a dash for one, in a column aligned on the decimal mark
	tail      int    // of a number: how wide it is from its mark on
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
			out = append(out, g.cell(c, col, span))
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

func (g *grid) cell(c *doc.Cell, col, span int) gridCell {
	out := gridCell{col: col, span: span, text: g.cellText(c), plain: doc.CellText(c), align: g.table.AlignOf(c, col)}
	if out.align != doc.AlignDecimal {
		return out
	}
	out.number = strings.IndexFunc(out.text, unicode.IsLetter) < 0
	if whole, _, ok := doc.SplitNumber(out.plain, g.lang); ok {
		out.number, out.tail = true, width(out.text)-width(whole)
		g.tails[col] = max(g.tails[col], out.tail)
	}
	return out
}

// behind is how many columns stand free behind a cell's number.
func (g *grid) behind(c gridCell) int {
	if !c.number {
		return 0
	}
	return g.tails[c.col] - c.tail
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
	return strings.TrimRight(string(in.bytes()), "\n")
}

// widths fits the columns to a total: those that are wide give way first, none
// below its longest word. It is no table if that does not do.
func (g *grid) widths(total int) (w []int, ok bool) {
	w = make([]int, g.columns)
	least := make([]int, g.columns)
	for _, row := range g.cells {
		for _, c := range row {
			if c.span == 1 && c.col < g.columns {
				for _, l := range strings.Split(c.text, "\n") {
					w[c.col] = max(w[c.col], width(l)+g.behind(c))
					for _, word := range strings.Fields(l) {
						least[c.col] = max(least[c.col], width(word))
					}
				}
			}
		}
	}
	for k := range w {
		w[k], least[k] = max(w[k], 1), max(least[k], 1)
	}
	for sum(w)+2*(g.columns-1) > total {
		widest := -1
		for k := range w {
			if w[k] > least[k] && (widest < 0 || w[k] > w[widest]) {
				widest = k
			}
		}
		if widest < 0 {
			return w, false
		}
		w[widest]--
	}
	return w, true
}

// list writes a table that is too wide for columns: the heads in a row, then
// the cells of each row on lines of their own, led by what stands at the head
// of their column.
func (g *grid) list(head int, m margin) {
	heads := make([]string, g.columns)
	for i, row := range g.cells {
		var all []string
		for _, c := range row {
			text := strings.Join(strings.Fields(c.text), " ")
			all = append(all, text)
			switch {
			case i < head && c.span == 1:
				heads[c.col] = strings.Join(strings.Fields(c.plain), " ")
			case i < head || text == "":
			case heads[c.col] != "" && c.span == 1:
				g.wrap(heads[c.col]+": "+text, m.add("", "    "))
			default:
				g.wrap(text, m.add("", "    "))
			}
		}
		if i < head {
			g.wrap(strings.Join(all, " / "), m)
		}
		m = m.next()
		g.space(1)
	}
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
				cell := aligned(lines[i][n], room[i], c.align, g.behind(c))
				out += cell
				at += width(cell)
			}
		}
		g.line(out)
	}
}

func aligned(s string, room int, a doc.Align, behind int) string {
	free := max(room-width(s), 0)
	switch a {
	case doc.AlignEnd:
		return strings.Repeat(" ", free) + s
	case doc.AlignDecimal:
		behind = min(behind, free)
		return strings.Repeat(" ", free-behind) + s + strings.Repeat(" ", behind)
	case doc.AlignCenter:
		return strings.Repeat(" ", free/2) + s
	}
	return s
}
