package pdf

import (
	"cmp"
	"strconv"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/pdffile"
)

// A ruleInk is a filled bar.
type ruleInk struct{ color color }

func (ruleInk) String() string { return "rule" }

// ruleInk is the ink of rules in the text.
func (f *flow) ruleInk() ruleInk {
	if f.st.AccentRules {
		return ruleInk{f.accent}
	}
	return ruleInk{}
}

// A table too wide for its measure is set in smaller type, by these factors of
// its size, before it is turned.
var tableSteps = []float64{0.94, 0.88, 0.82, 0.76}

// mostDivided is how far a table's whole words may go beyond the measure, as a
// factor of it, for a table that is not turned: a word divided here and there.
const mostDivided = 1.15

// leastTable is the size that a table is not set below.
const leastTable = 6 * Pt

// table sets a table: as wide as the text at most, in smaller type if it must
// be, turned on a page of its own if that is not enough.
func (f *flow) table(b *doc.Table, fr *frame) []layout.Block {
	measure := f.measure() - fr.left - fr.right
	start := f.mark()
	out, size, fits := f.fitTable(b, fr, measure)
	wide := false
	if !fits && f.columns && !fr.cell && !fr.boxed {
		wide, measure = true, f.st.measure().unit()
		in := *fr
		in.left, in.right = 0, 0
		f.again(start, func() { out, size, fits = f.fitTable(b, &in, measure) })
	}
	turned := !fits && !fr.cell && !fr.boxed && f.st.depth().unit() > measure
	if turned {
		var over layout.Unit
		var err error
		f.again(start, func() { out, size, over, err = f.turnedTable(b, fr) })
		if err != nil {
			f.fail(b, f.x.Path(b), err)
			return nil
		}
		f.warnAt(f.x.Path(b), "the table is wider than the measure: it is turned on a page of its own")
		if over > 0 {
			f.warnAt(f.x.Path(b), "the turned table is %.1f pt too large for its page", float64(over)/float64(layout.Point))
		}
	}
	if size < scale(fr.style.size, f.st.SmallSize) {
		f.warnAt(f.x.Path(b), "the table is set in type of %.1f pt to fit its place", float64(size)/float64(layout.Point))
	}
	if turned {
		anchorBlocks(out[0].(*layout.Float).Blocks, f.x.Anchor(b))
		return out
	}
	spaceBefore(out, fr.leading)
	spaceAfter(out, fr.leading)
	anchorBlocks(out, f.x.Anchor(b))
	if wide || f.floating(b, fr) {
		lead, most := fr.leading, f.st.depth().unit()/2
		if wide {
			most = 0
		}
		return []layout.Block{&layout.Float{Space: layout.Space{Before: lead, After: lead}, Blocks: out, Most: most, Wide: wide}}
	}
	return out
}

// fitTable sets a table in the largest type in which none of its words need be
// divided, else in the smallest. Fits is false if that is no way to set it.
func (f *flow) fitTable(b *doc.Table, fr *frame, measure layout.Unit) (out []layout.Block, size layout.Unit, fits bool) {
	start := f.mark()
	size = scale(fr.style.size, f.st.SmallSize)
	out, t := f.tableAt(b, fr, measure, 1)
	for _, step := range tableSteps {
		if whole, _ := t.Narrowest(); whole <= measure {
			break
		}
		smaller := scale(fr.style.size, f.st.SmallSize*step)
		if smaller < leastTable.unit() {
			break
		}
		size = smaller
		f.again(start, func() { out, t = f.tableAt(b, fr, measure, step) })
	}
	whole, least := t.Narrowest()
	return out, size, least <= measure && whole <= scale(measure, mostDivided)
}

// tableAt sets a table's caption and rows in type smaller by a factor.
func (f *flow) tableAt(b *doc.Table, fr *frame, measure layout.Unit, factor float64) ([]layout.Block, *layout.Table) {
	in := *fr
	in.style.size = scale(fr.style.size, f.st.SmallSize*factor)
	in.style.features = in.style.features&^oldStyle | tabular
	in.leading = scale(fr.leading, (1+f.st.SmallSize)/2*factor)
	in.indent, in.gap, in.align, in.ragged, in.cell = 0, 0, layout.Start, true, true
	in.left, in.right = 0, 0
	t := &layout.Table{Left: fr.left, Right: fr.right, Align: layout.Start, RTL: fr.rtl, Gutter: f.em(&in, 1.4), Head: len(b.Head)}
	room := float64(measure - t.Gutter*layout.Unit(len(b.Columns)-1))
	for _, c := range b.Columns {
		t.Columns = append(t.Columns, layout.Column{Width: layout.Unit(c.Width * room)})
	}
	var out []layout.Block
	f.tags.in(elem("Table"), func() {
		if len(b.Caption) > 0 {
			p := f.caption(b, b.Caption, fr)
			p.KeepNext, p.After = true, fr.leading/3
			out = append(out, p)
		}
		t.Source = f.source(f.x.Path(b)).id
		g := &tableSetter{flow: f, doc: b.Aligned(in.style.lang), out: t, frame: &in, heads: newHeadings(b, f.x.Path(b))}
		for _, c := range t.Columns {
			g.most = append(g.most, cmp.Or(c.Width, layout.Unit(room)/layout.Unit(len(t.Columns))))
		}
		g.group("THead", b.Head, 0, true)
		for _, body := range b.Bodies {
			g.heads.part()
			g.group("TBody", body.Head, body.HeaderColumns, true)
			g.group("TBody", body.Rows, body.HeaderColumns, false)
		}
		g.heads.part()
		g.group("TFoot", b.Foot, 0, false)
		g.decimals()
	})
	f.ruled(t, len(b.Head), len(b.Foot))
	return append(out, t), t
}

// ruled sets the rules: above and below the table, under its head, above its
// foot.
func (f *flow) ruled(t *layout.Table, head, foot int) {
	n := len(t.Rows)
	if n == 0 {
		return
	}
	heavy := &layout.Rule{Height: f.st.Rules.Heavy.unit(), Ink: f.ruleInk()}
	light := &layout.Rule{Height: f.st.Rules.Light.unit(), Ink: f.ruleInk()}
	t.Rows[0].Above, t.Rows[n-1].Below = heavy, heavy
	if head > 0 && head < n {
		t.Rows[head-1].Below = light
	}
	if foot > 0 && foot < n {
		t.Rows[n-foot].Above = light
	}
}

// A tableSetter sets the rows of one table.
type tableSetter struct {
	*flow
	doc   *doc.Table
	out   *layout.Table
	frame *frame
	free  []int // by column: the first row of the group that no cell above covers
	marks []decimal
	most  []layout.Unit // by column: the width of an image
	heads *headings
}

func (g *tableSetter) group(typ string, rows []*doc.Row, headers int, head bool) {
	if len(rows) == 0 {
		return
	}
	if bare(g.doc) {
		typ = "TBody" // a head heads something (ISO 32000-1, table 337)
	}
	g.free = make([]int, len(g.doc.Columns))
	g.heads.group(len(rows))
	g.tags.in(elem(typ), func() {
		for i, r := range rows {
			g.row(i, r, headers, head, typ == "THead")
		}
	})
}

func (g *tableSetter) row(i int, r *doc.Row, headers int, head, whole bool) {
	row := layout.Row{Pad: g.frame.leading / 7, KeepNext: head}
	g.tags.in(elem("TR"), func() {
		col := 0
		for _, c := range r.Cells {
			for col < len(g.free) && g.free[col] > i {
				col++
			}
			cs, rs := max(c.ColSpan, 1), max(c.RowSpan, 1)
			for k := col; k < min(col+cs, len(g.free)); k++ {
				g.free[k] = i + rs
			}
			e := cellElem(c, head, head || c.Header || col < headers)
			g.heads.cell(e, span{i, col, rs, cs}, head, whole)
			row.Cells = append(row.Cells, g.cell(c, e, col, head))
			if !head && g.doc.AlignOf(c, col) == doc.AlignDecimal {
				g.decimal(c, col, row.Cells[len(row.Cells)-1].Blocks)
			}
			col += cs
		}
	})
	g.out.Rows = append(g.out.Rows, row)
}

// cellElem is the element of a cell; header says that it heads others, head that
// these are below it.
func cellElem(c *doc.Cell, head, header bool) *pdffile.Elem {
	e := elem("TD")
	if header {
		e.Type = "TH"
		scope := "/Row"
		if head {
			scope = "/Column"
		}
		e.Attrs = append(e.Attrs, pdffile.Attr{Owner: "Table", Key: "Scope", Value: scope})
	}
	for _, s := range []struct {
		key string
		n   int
	}{{"ColSpan", c.ColSpan}, {"RowSpan", c.RowSpan}} {
		if s.n > 1 {
			e.Attrs = append(e.Attrs, pdffile.Attr{Owner: "Table", Key: s.key, Value: strconv.Itoa(s.n)})
		}
	}
	return e
}

func (g *tableSetter) cell(c *doc.Cell, e *pdffile.Elem, col int, head bool) layout.Cell {
	in := *g.frame
	switch g.doc.AlignOf(c, col) {
	case doc.AlignEnd, doc.AlignDecimal:
		in.align = layout.End
	case doc.AlignCenter:
		in.align = layout.Center
	}
	if head {
		in.style.cut = semibold
	}
	for k := col; k < min(col+max(c.ColSpan, 1), len(g.most)); k++ {
		in.most += g.most[k]
	}
	cell := layout.Cell{Col: col, ColSpan: c.ColSpan, RowSpan: c.RowSpan}
	if head {
		cell.VAlign = layout.End
	}
	g.tags.in(e, func() { cell.Blocks = g.blocks(c.Content, &in, true) })
	return cell
}

// caption sets the caption of a table or figure, its label in small capitals.
func (f *flow) caption(n doc.Node, ns doc.Inlines, fr *frame) *layout.Para {
	in := *fr
	in.style.size = scale(fr.style.size, f.st.SmallSize)
	in.leading = scale(fr.leading, (1+f.st.SmallSize)/2)
	in.align = layout.Start
	var p *layout.Para
	f.tags.in(elem("Caption"), func() {
		t := &text{source: f.source(f.x.Path(n))}
		run := f.inline(&in)
		if label := f.x.Label(n); label != "" {
			f.generate(t, label+".", run.with(func(s *textStyle) { s.features |= smallCaps; s.track = 30 }))
			f.generate(t, "\u2002", run)
		}
		f.inlines(t, ns, run)
		p = f.para(t, &in)
	})
	p.Keep = true
	return p
}
