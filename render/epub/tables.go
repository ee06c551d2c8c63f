package epub

import (
	"strconv"
	"strings"

	"github.com/offprint-go/offprint/doc"
)

// table writes a table in a box that scrolls where the screen is narrow.
func (w *writer) table(b *doc.Table) {
	w.element("div", []string{"class", "table", "tabindex", "0"}, func() {
		w.element("table", []string{"id", w.x.Anchor(b)}, func() {
			if len(b.Caption) > 0 {
				w.caption("caption", b, b.Caption)
			}
			w.line()
			g := &tableWriter{writer: w, table: b.Aligned(w.lang)}
			g.group("thead", b.Head, 0, true)
			for _, body := range b.Bodies {
				if len(body.Head)+len(body.Rows) == 0 {
					continue
				}
				g.w().start("tbody")
				g.rows(body.Head, body.HeaderColumns, true)
				g.rows(body.Rows, body.HeaderColumns, false)
				g.w().end()
			}
			g.group("tfoot", b.Foot, 0, false)
		})
	})
}

// A tableWriter writes the rows of one table.
type tableWriter struct {
	*writer
	table *doc.Table
}

func (g *tableWriter) w() *writer { return g.writer }

func (g *tableWriter) group(tag string, rows []*doc.Row, headers int, head bool) {
	if len(rows) > 0 {
		g.element(tag, nil, func() { g.rows(rows, headers, head) })
		g.line()
	}
}

func (g *tableWriter) rows(rows []*doc.Row, headers int, head bool) {
	free := make([]int, len(g.table.Columns))
	for i, r := range rows {
		g.element("tr", nil, func() {
			col := 0
			for _, c := range r.Cells {
				for col < len(free) && free[col] > i {
					col++
				}
				g.cell(c, col, head, head || c.Header || col < headers)
				for k := col; k < min(col+max(c.ColSpan, 1), len(free)); k++ {
					free[k] = i + max(c.RowSpan, 1)
				}
				col += max(c.ColSpan, 1)
			}
		})
		g.line()
	}
}

func (g *tableWriter) cell(c *doc.Cell, col int, head, header bool) {
	attrs := []string{"class", map[doc.Align]string{doc.AlignEnd: "end", doc.AlignDecimal: "end", doc.AlignCenter: "center"}[g.table.AlignOf(c, col)]}
	if c.ColSpan > 1 {
		attrs = append(attrs, "colspan", strconv.Itoa(c.ColSpan))
	}
	if c.RowSpan > 1 {
		attrs = append(attrs, "rowspan", strconv.Itoa(c.RowSpan))
	}
	tag := "td"
	if header && !silent(c.Content) { // an empty header names nothing
		tag = "th"
		scope := "row"
		switch {
		case head && c.ColSpan > 1:
			scope = "colgroup"
		case head:
			scope = "col"
		}
		attrs = append(attrs, "scope", scope)
	}
	g.element(tag, attrs, func() { g.blocks(c.Content, true) })
}

// silent reports whether blocks are paragraphs in which there is nothing to
// hear.
func silent(bs doc.Blocks) bool {
	for _, b := range bs {
		if p, ok := b.(*doc.Paragraph); !ok || !mute(p.Content) {
			return false
		}
	}
	return true
}

// mute reports whether there is nothing to hear in inlines: neither words nor a
// picture's text nor the call of a note.
func mute(ns doc.Inlines) bool {
	for _, n := range ns {
		switch n := n.(type) {
		case doc.Text:
			if strings.TrimSpace(string(n)) != "" {
				return false
			}
		case *doc.Image:
			if n.Alt != "" {
				return false
			}
		case doc.LineBreak, *doc.IndexTerm:
		case doc.Code, *doc.Math, *doc.CrossRef, *doc.Note, *doc.NoteRef:
			return false
		case *doc.Link:
			if len(n.Content) == 0 || !mute(n.Content) { // without words its address is shown
				return false
			}
		default:
			if !mute(doc.Content(n)) {
				return false
			}
		}
	}
	return true
}
