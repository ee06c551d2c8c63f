package pandoc

import "github.com/offprint-go/offprint/doc"

// table writes Table Attr Caption [ColSpec] TableHead [TableBody] TableFoot.
func (p *printer) table(t *doc.Table) any {
	columns := []any{}
	for _, c := range t.Columns {
		width := constructor{"ColWidthDefault", nil}
		if c.Width > 0 {
			width = constructor{"ColWidth", c.Width}
		}
		columns = append(columns, []any{alignment(c.Align), width})
	}
	bodies := []any{}
	for _, b := range t.Bodies {
		bodies = append(bodies, []any{attrs("", nil), b.HeaderColumns, p.rows(b.Head), p.rows(b.Rows)})
	}
	return constructor{"Table", []any{attrs(t.ID, []string{when(t.Unnumbered, "unnumbered")}), p.caption(t.Caption), columns,
		[]any{attrs("", nil), p.rows(t.Head)}, bodies, []any{attrs("", nil), p.rows(t.Foot)}}}
}

// alignment is a column's or a cell's; numbers on their decimal marks stand at
// the end.
func alignment(a doc.Align) any {
	name := map[doc.Align]string{doc.AlignStart: "AlignLeft", doc.AlignCenter: "AlignCenter", doc.AlignEnd: "AlignRight", doc.AlignDecimal: "AlignRight"}[a]
	if name == "" {
		name = "AlignDefault"
	}
	return constructor{name, nil}
}

func (p *printer) rows(rows []*doc.Row) []any {
	out := []any{}
	for _, r := range rows {
		cells := []any{}
		for _, c := range r.Cells {
			cells = append(cells, []any{attrs("", []string{when(c.Header, "header")}), alignment(c.Align),
				max(c.RowSpan, 1), max(c.ColSpan, 1), p.blocks(c.Content, len(c.Content) == 1)})
		}
		out = append(out, []any{attrs("", nil), cells})
	}
	return out
}
