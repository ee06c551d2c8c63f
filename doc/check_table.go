package doc

import "fmt"

func (c *checker) table(t *Table) {
	n := len(t.Columns)
	if n == 0 {
		c.here("a table without columns")
		return
	}
	sum := 0.0
	for i, col := range t.Columns {
		c.align(fmt.Sprintf("columns[%d]", i), col.Align)
		if !(col.Width >= 0 && col.Width <= 1) { // nor not a number
			c.here("columns[%d]: the width %g is not between 0 and 1", i, col.Width)
		}
		sum += col.Width
	}
	if sum > 1.0001 {
		c.here("the columns are %.0f %% of the measure wide together", 100*sum)
	}
	header := len(t.Head) > 0
	c.rows("head", t.Head, n)
	for i, b := range t.Bodies {
		if b.HeaderColumns < 0 || b.HeaderColumns > n {
			c.here("bodies[%d]: %d header columns of %d", i, b.HeaderColumns, n)
		}
		header = header || len(b.Head) > 0 || b.HeaderColumns > 0
		c.rows(fmt.Sprintf("bodies[%d].head", i), b.Head, n)
		c.rows(fmt.Sprintf("bodies[%d].rows", i), b.Rows, n)
	}
	c.rows("foot", t.Foot, n)
	if !header && !hasHeaderCell(t) {
		c.warnHere("a table without header cells")
	}
}

func hasHeaderCell(t *Table) bool {
	for _, b := range t.Bodies {
		for _, r := range b.Rows {
			for _, cell := range r.Cells {
				if cell.Header {
					return true
				}
			}
		}
	}
	return false
}

func (c *checker) align(at string, a Align) {
	if !known(a) {
		c.here("%s: %q is no alignment", at, a)
	}
}

// rows checks that the cells of a group of rows cover it exactly, spans
// counted.
func (c *checker) rows(group string, rows []*Row, n int) {
	free := make([]int, n) // by column: the first row that no cell above covers
	for i, r := range rows {
		at := fmt.Sprintf("%s.%s[%d]", c.cur.Path(), group, i)
		col := 0
		for j, cell := range r.Cells {
			for col < n && free[col] > i {
				col++
			}
			cs, rs := max(cell.ColSpan, 1), max(cell.RowSpan, 1)
			c.align(fmt.Sprintf("%s[%d].cells[%d]", group, i, j), cell.Align)
			if cell.ColSpan < 0 || cell.RowSpan < 0 {
				c.fault(at, "cell %d spans less than nothing", j)
			}
			if col+cs > n {
				c.fault(at, "cell %d reaches beyond the last of %d columns", j, n)
				return
			}
			if i+rs > len(rows) {
				c.fault(at, "cell %d reaches beyond the last row", j)
			}
			for k := col; k < col+cs; k++ {
				if free[k] > i {
					c.fault(at, "cell %d overlaps one above it", j)
				}
				free[k] = i + rs
			}
			col += cs
		}
		for col < n && free[col] > i {
			col++
		}
		if col < n {
			c.fault(at, "the row has cells for %d of %d columns", col, n)
		}
	}
}
