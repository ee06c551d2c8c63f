package pandoc

import (
	"github.com/offprint-go/offprint/doc"
)

var aligns = map[string]doc.Align{"AlignLeft": doc.AlignStart, "AlignRight": doc.AlignEnd, "AlignCenter": doc.AlignCenter}

// table reads Table Attr Caption [ColSpec] TableHead [TableBody] TableFoot.
func (p *parser) table(c any, at path) *doc.Table {
	l := list(c, 6, at)
	a := attrOf(l[0], at.at(0))
	a.get("border")
	t := &doc.Table{ID: a.id, Unnumbered: a.take("unnumbered")}
	p.rest(a, "table", at)
	t.Caption = p.caption(l[1], at.at(1))
	for i, v := range list(l[2], -1, at.at(2)) {
		t.Columns = append(t.Columns, p.column(list(v, 2, at.at(2).at(i)), at.at(2).at(i)))
	}
	p.widths(t, at)
	t.Head = p.part(l[3], "table head", at.at(3))
	for i, v := range list(l[4], -1, at.at(4)) {
		b := list(v, 4, at.at(4).at(i))
		p.left(attrOf(b[0], at.at(4).at(i)), "table body", at)
		t.Bodies = append(t.Bodies, &doc.TableBody{
			HeaderColumns: int(number(b[1], at.at(4).at(i).at(1))),
			Head:          p.rows(b[2], at.at(4).at(i).at(2)),
			Rows:          p.rows(b[3], at.at(4).at(i).at(3)),
		})
	}
	t.Foot = p.part(l[5], "table foot", at.at(5))
	t.Head = filled(t.Head)
	return t
}

// widths makes the columns fit the measure: pandoc's may be wider together.
func (p *parser) widths(t *doc.Table, at path) {
	sum := 0.0
	for _, c := range t.Columns {
		sum += c.Width
	}
	if sum <= 1.0001 {
		return
	}
	p.warn(at, "the columns of a table are wider than the measure: made to fit")
	for i := range t.Columns {
		t.Columns[i].Width /= sum
	}
}

// part is a TableHead or a TableFoot.
func (p *parser) part(v any, what string, at path) []*doc.Row {
	l := list(v, 2, at)
	p.left(attrOf(l[0], at.at(0)), what, at)
	return p.rows(l[1], at.at(1))
}

// filled drops rows whose cells are all empty: pandoc writes an empty head for
// a table without one.
func filled(rows []*doc.Row) []*doc.Row {
	var out []*doc.Row
	for _, r := range rows {
		for _, c := range r.Cells {
			if len(c.Content) > 0 {
				out = append(out, r)
				break
			}
		}
	}
	return out
}

func (p *parser) column(l []any, at path) doc.Column {
	align, _ := node(l[0], at.at(0))
	col := doc.Column{Align: aligns[align]}
	if t, w := node(l[1], at.at(1)); t == "ColWidth" {
		col.Width = min(max(number(w, at.at(1)), 0), 1)
	}
	return col
}

func (p *parser) rows(v any, at path) []*doc.Row {
	var out []*doc.Row
	for i, r := range list(v, -1, at) {
		row, pair := &doc.Row{}, list(r, 2, at.at(i))
		p.left(attrOf(pair[0], at.at(i).at(0)), "table row", at)
		for j, c := range list(pair[1], -1, at.at(i).at(1)) {
			row.Cells = append(row.Cells, p.cell(list(c, 5, at.at(i).at(1).at(j)), at.at(i).at(1).at(j)))
		}
		out = append(out, row)
	}
	return out
}

func (p *parser) cell(l []any, at path) *doc.Cell {
	a := attrOf(l[0], at.at(0))
	header := a.take("header")
	p.left(a, "table cell", at)
	align, _ := node(l[1], at.at(1))
	c := &doc.Cell{Header: header, Align: aligns[align], Content: p.blocks(l[4], at.at(4))}
	if n := int(number(l[2], at.at(2))); n > 1 {
		c.RowSpan = n
	}
	if n := int(number(l[3], at.at(3))); n > 1 {
		c.ColSpan = n
	}
	return c
}
