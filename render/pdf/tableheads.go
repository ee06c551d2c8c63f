package pdf

import (
	"fmt"
	"slices"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/pdffile"
)

// headings are the cells that head others in a table whose Scopes do not say it
// all: they have identifiers, which the cells below and behind them name (ISO
// 32000-1, 14.8.5.7). In a plain table, a row of heads and a column of them at
// most, Scope says it all.
type headings struct {
	prefix string     // of identifiers; "" is a plain table
	count  int        // of identifiers
	head   [][]string // by column: the heads of the table over it
	body   [][]string // by column: those of the part of the table
	rows   [][]string // by row of the group: its own heads
}

func newHeadings(t *doc.Table, path string) *headings {
	h := &headings{head: make([][]string, len(t.Columns))}
	h.part()
	if !plainHeads(t) {
		h.prefix = path + " head "
	}
	return h
}

// plainHeads reports whether each cell of a table is headed by its column's cell
// in the first row, and by its row's first cells, at most.
func plainHeads(t *doc.Table) bool {
	wide := func(rows []*doc.Row, is func(col int, c *doc.Cell) bool) bool {
		return slices.ContainsFunc(rows, func(r *doc.Row) bool {
			for i, c := range r.Cells {
				if is(i, c) {
					return true
				}
			}
			return false
		})
	}
	if len(t.Head) > 1 || wide(t.Head, func(_ int, c *doc.Cell) bool { return c.ColSpan > 1 }) {
		return false
	}
	for _, b := range t.Bodies {
		if len(b.Head) > 0 || b.HeaderColumns > 1 || wide(b.Rows, func(i int, c *doc.Cell) bool {
			return c.Header && i >= b.HeaderColumns || i < b.HeaderColumns && c.RowSpan > 1
		}) {
			return false
		}
	}
	return true
}

// part begins a part of the table, which may have heads of its own.
func (h *headings) part() { h.body = make([][]string, len(h.head)) }

// group begins a group of rows.
func (h *headings) group(rows int) { h.rows = make([][]string, rows) }

// cell says of a cell what heads it, and what it heads: with head the columns of
// the part, or of the whole table, otherwise its rows.
func (h *headings) cell(e *pdffile.Elem, at span, head, whole bool) {
	if h.prefix == "" {
		return
	}
	var over []string
	add := func(ids []string) {
		for _, id := range ids {
			if !slices.Contains(over, id) {
				over = append(over, id)
			}
		}
	}
	for col := at.col; col < min(at.col+at.cols, len(h.head)); col++ {
		add(h.head[col])
		add(h.body[col])
	}
	if at.row < len(h.rows) {
		add(h.rows[at.row])
	}
	if len(over) > 0 {
		e.Attrs = append(e.Attrs, pdffile.Attr{Owner: "Table", Key: "Headers", Value: idArray(over)})
	}
	if e.Type == "TH" {
		h.count++
		e.ID = fmt.Sprintf("%s%d", h.prefix, h.count)
		h.note(e.ID, at, head, whole)
	}
}

// note keeps the identifier of a cell for those that it heads.
func (h *headings) note(id string, at span, head, whole bool) {
	switch {
	case !head:
		for row := at.row; row < min(at.row+at.rows, len(h.rows)); row++ {
			h.rows[row] = append(h.rows[row], id)
		}
		return
	case whole:
		for col := at.col; col < min(at.col+at.cols, len(h.head)); col++ {
			h.head[col] = append(h.head[col], id)
		}
		return
	}
	for col := at.col; col < min(at.col+at.cols, len(h.body)); col++ {
		h.body[col] = append(h.body[col], id)
	}
}

// A span is where a cell stands in its group of rows.
type span struct{ row, col, rows, cols int }

// idArray is an array of identifiers in written form.
func idArray(ids []string) string {
	var b strings.Builder
	b.WriteString("[")
	for _, id := range ids {
		fmt.Fprintf(&b, "<%x>", id)
	}
	b.WriteString("]")
	return b.String()
}
