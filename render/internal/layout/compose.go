package layout

import "github.com/offprint-go/offprint/render/internal/linebreak"

// compose puts the rows of each page in their places.
func (s *setter) compose(spans []pageSpan) *Pages {
	out := &Pages{}
	c := &composer{setter: s}
	for len(spans) > 0 {
		n := 1
		for n < len(spans) && spans[n].col > 0 {
			n++
		}
		i, sp := len(out.Pages), spans[0]
		p := &Page{Index: i, Recto: i%2 == 0, Left: s.book.Page.Inner, Opener: sp.opener && sp.sunk > 0, Forced: sp.opener}
		if verso := s.book.Page.TwoSided && !p.Recto; verso != s.book.Page.RTL {
			p.Left = s.book.Page.Outer
		}
		c.page, c.out = p, out
		c.set(spans[:n])
		out.Pages = append(out.Pages, p)
		spans = spans[n:]
	}
	return out
}

// A composer places the rows of one page.
type composer struct {
	*setter
	page   *Page
	out    *Pages
	column int8 // the one that is set
	left   Unit // its left edge
	width  Unit
}

// set sets the columns of a page: their text, then their floats, then their
// notes.
func (c *composer) set(columns []pageSpan) {
	c.acrossColumns(columns[0])
	ends := make([]Unit, len(columns))
	for i := range columns {
		c.into(&columns[i])
		ends[i] = c.text(columns[i])
	}
	c.page.Floats = len(c.page.Items)
	for i := range columns {
		c.into(&columns[i])
		c.allFloats(columns[i], ends[i])
	}
	c.page.Notes = len(c.page.Items)
	for i := range columns {
		c.into(&columns[i])
		if sp := columns[i]; sp.noteFrom < sp.noteTo {
			if sp.foot > 0 {
				c.intoAll()
			}
			c.notes(sp, c.bottom(sp))
		}
	}
}

// into makes a column the one that is set.
func (c *composer) into(sp *pageSpan) {
	b := Break{Columns: int(sp.cols), Gutter: sp.gutter}
	c.column, c.left, c.width = sp.col, c.page.Left, b.columnOf(c.measure)
	if sp.cols < 2 {
		return
	}
	c.page.Pitch = c.width + sp.gutter
	at := Unit(sp.col)
	if c.book.Page.RTL {
		at = Unit(sp.cols - 1 - sp.col)
	}
	c.left += at * c.page.Pitch
}

// intoAll lets what is set next stand across all columns.
func (c *composer) intoAll() { c.column, c.left, c.width = 0, c.page.Left, c.measure }

// put adds to the page what stands in the column.
func (c *composer) put(it Placed) {
	it.column = c.column
	c.page.Items = append(c.page.Items, it)
}

// bottom is where a column's text and notes end.
func (c *composer) bottom(sp pageSpan) Unit {
	return c.book.Page.Top + c.depth + Unit(sp.lines)*c.book.Grid
}

// acrossColumns sets what a part begins with over all its columns.
func (c *composer) acrossColumns(sp pageSpan) {
	if len(sp.across) > 0 {
		c.intoAll()
		c.setFloat(&float{rows: sp.across}, c.book.Page.Top+sp.sunk)
	}
}

// text sets a column's text and says where it ends.
func (c *composer) text(sp pageSpan) (end Unit) {
	if sp.mark > 0 {
		c.page.Marks = append(c.page.Marks, sp.mark)
	}
	if c.page.Items == nil {
		c.page.Items = make([]Placed, 0, int(sp.to-sp.from+sp.noteTo-sp.noteFrom)+4) // a rule, a running head, a folio
	}
	top, bottom := c.book.Page.Top, c.bottom(sp)
	wide, head, foot := c.floatArea(sp.floatFrom, sp.floatTo, sp.first)
	y := sp.sink + sp.top + wide + head
	if sp.from < sp.to {
		y = c.repeatHead(sp, y)
	}
	rows := c.rows[sp.from:sp.to]
	at := c.places(rows, sp.from, y, int(sp.give))
	notes := c.notesHeight(sp)
	fill(rows, at, bottom-top-foot-notes)
	if end = top + y; len(rows) > 0 {
		end = c.stand(rows, at)
	}
	if over := end - (bottom - foot - notes); len(rows) > 0 && over > 1 {
		c.out.Problems = append(c.out.Problems, Problem{Page: c.page.Index, Source: rows[0].source(), Kind: OverfullPage, Amount: over})
	}
	return end
}

// allFloats sets a column's floats: those over all columns, those at its head,
// and those at its foot, which follow the text where the part ends with it.
func (c *composer) allFloats(sp pageSpan, end Unit) {
	if sp.floatFrom == sp.floatTo {
		return
	}
	top := c.book.Page.Top + sp.sink + sp.top
	wide, _, foot := c.floatArea(sp.floatFrom, sp.floatTo, sp.first)
	bottom := c.bottom(sp) - c.notesHeight(sp)
	if sp.last {
		bottom = min(bottom, end+foot)
	}
	c.setFloats(sp, bottom, true)
	c.setFloats(sp, top+wide, false)
	c.intoAll()
	for i := sp.floatFrom; i < sp.floatTo; i++ {
		if fl := &c.floats[i]; fl.wide {
			top = c.setFloat(fl, top) + fl.sep
		}
	}
}

// fill moves the rows below boxes with Fill down, so that the last comes to
// stand at the bottom.
func fill(rows []row, at []Unit, bottom Unit) {
	shares := 0
	for i := range rows {
		if b := rows[i].fillBox(); b != nil {
			shares += b.Fill
		}
	}
	if shares == 0 {
		return
	}
	last := len(rows) - 1
	free := max(bottom-at[last]-rows[last].height, 0)
	for i := range rows {
		if b := rows[i].fillBox(); b != nil {
			shift(at[i+1:], free*Unit(b.Fill)/Unit(shares))
		}
	}
}

// fillBox is the box that a row is, nil for other rows.
func (r *row) fillBox() *Box {
	if r.more == nil {
		return nil
	}
	return r.more.box
}

// stand sets rows at their places below the head margin, and says where they
// end.
func (c *composer) stand(rows []row, at []Unit) (end Unit) {
	top := c.book.Page.Top
	for i := range at {
		at[i] += top
	}
	c.frames(rows, at)
	for i := range rows {
		c.row(&rows[i], at[i], false)
		end = at[i] + rows[i].height
	}
	return end
}

// setFloats sets the page's floats of its head, from y on, or of its foot, down
// to y.
func (c *composer) setFloats(sp pageSpan, y Unit, foot bool) {
	for i := sp.floatFrom; foot && i < sp.floatTo; i++ {
		if fl := &c.floats[i]; !fl.wide && (fl.foot || sp.first) {
			y -= fl.height + fl.sep
		}
	}
	for i := sp.floatFrom; i < sp.floatTo; i++ {
		fl := &c.floats[i]
		if fl.wide || (fl.foot || sp.first) != foot {
			continue
		}
		if foot {
			y += fl.sep
		}
		y = c.setFloat(fl, y)
		if !foot {
			y += fl.sep
		}
	}
}

// setFloat sets a float with its upper edge at y and says where it ends.
func (c *composer) setFloat(fl *float, y Unit) Unit {
	at := make([]Unit, len(fl.rows))
	for k := range fl.rows {
		if k > 0 {
			y += fl.rows[k].before
		}
		at[k] = y - c.book.Page.Top
		y += fl.rows[k].height
	}
	c.stand(fl.rows, at)
	return y
}

// repeatHead sets the head of a table that goes on from the page before, as
// furniture, and says where the rows begin; y is below the head margin.
func (c *composer) repeatHead(sp pageSpan, y Unit) Unit {
	t := c.rows[sp.from].table
	if t == 0 || sp.from == 0 || c.rows[sp.from-1].table != t {
		return y
	}
	for i := range c.tables[t-1].head {
		r := &c.tables[t-1].head[i]
		c.row(r, c.book.Page.Top+y, true)
		y += r.height
	}
	return y
}

// notesHeight is the height of the page's notes, without what parts them from
// the text, and with what they stand above the foot.
func (c *composer) notesHeight(sp pageSpan) Unit {
	if sp.foot > 0 || sp.noteFrom >= sp.noteTo {
		return sp.foot
	}
	return stacked(c.noteRows[sp.noteFrom:sp.noteTo]) + c.footShift(sp.noteTo) + c.noteFurniture()
}

// notes sets the page's notes at its foot.
func (c *composer) notes(sp pageSpan, bottom Unit) {
	st := &c.book.Notes
	rows := c.noteRows[sp.noteFrom:sp.noteTo]
	y := bottom - c.footShift(sp.noteTo) - stacked(rows)
	ink, width := st.Rule, st.RuleWidth
	if rows[0].cost != -1 {
		if st.Continuation != nil {
			ink = st.Continuation
		}
		if st.ContWidth > 0 {
			width = st.ContWidth
		}
	}
	if ink != nil {
		x, rtl := c.left, c.book.Page.RTL
		if l := rows[0].line; l != nil {
			rtl = l.Para.RTL
		}
		if rtl {
			x += c.width - width
		}
		c.put(Placed{X: x, Y: y - st.AfterRule - st.RuleHeight, Width: width, Height: st.RuleHeight, Ink: ink})
	}
	for i := range rows {
		if i > 0 {
			y += rows[i].before
		}
		c.row(&rows[i], y, false)
		y += rows[i].height
	}
}

// row places a row with its upper edge at y. Furniture carries no tag.
func (c *composer) row(r *row, y Unit, furniture bool) {
	x := c.left + r.x
	m := r.more
	if m != nil && !furniture {
		if m.mark > 0 {
			c.page.Marks = append(c.page.Marks, m.mark)
		}
		for _, a := range m.anchors {
			c.page.Anchors = append(c.page.Anchors, PlacedAnchor{a.Name, x, y})
		}
	}
	switch {
	case r.line != nil:
		c.line(r, x, y, furniture)
	case m != nil && m.box != nil && m.box.Ink != nil:
		b := m.box
		free := r.measure - b.Left - b.Right - b.Width
		x += leftInset(b.RTL, b.Left, b.Right) + freeAtLeft(b.Align, b.RTL, free)
		tag := b.Tag
		if furniture {
			tag = 0
		}
		c.put(Placed{X: x, Y: y, Width: b.Width, Height: b.Height, Ink: b.Ink, Tag: tag, Source: b.Source, Offset: b.Offset})
	}
	if m == nil {
		return
	}
	if m.tight > 0 && !furniture {
		c.out.Problems = append(c.out.Problems, Problem{Page: c.page.Index, Source: m.source, Kind: TightTable, Amount: m.tight})
	}
	for i := range m.cells {
		c.row(&m.cells[i].row, y+m.cells[i].dy, furniture)
	}
	for _, u := range m.rules {
		c.put(Placed{X: x, Y: y + u.dy, Width: u.width, Height: u.rule.Height, Ink: u.rule.Ink})
	}
}

func (c *composer) line(r *row, x, y Unit, furniture bool) {
	l, p := r.line, r.line.Para
	room := r.measure
	if l.shift > 0 {
		room -= l.shift
		if !p.RTL {
			x += l.shift
		}
	}
	if l.first {
		room -= p.Indent
		if !p.RTL {
			x += p.Indent
		}
	}
	x += freeAtLeft(p.Align, p.RTL, room-l.Width)
	if furniture {
		l = untagged(l)
	}
	c.put(Placed{X: x, Y: y + max(p.Height, Unit(l.up)), Line: l})
	if l.Over > 0 {
		c.out.Problems = append(c.out.Problems, Problem{Page: c.page.Index, Source: p.Source, Kind: OverfullLine, Amount: l.Over})
	}
}

// untagged is a copy of a line whose pieces are furniture.
func untagged(l *Line) *Line {
	p := *l.Para
	p.Pieces = append([]Piece(nil), p.Pieces...)
	for i := range p.Pieces {
		p.Pieces[i].Tag, p.Pieces[i].Link = 0, 0
	}
	p.Source = 0
	c := *l
	c.Para = &p
	return &c
}

// frames places the frames of the groups that some rows are a part of, behind
// what stands in them.
func (c *composer) frames(rows []row, at []Unit) {
	type extent struct{ top, bottom Unit }
	var order []int32
	var seen map[int32]*extent
	for i := range rows {
		for g := rows[i].group; g > 0; g = c.groups[g-1].parent {
			if c.groups[g-1].block.Frame == nil {
				continue
			}
			if seen[g] == nil {
				if seen == nil {
					seen = map[int32]*extent{}
				}
				seen[g] = &extent{at[i], at[i]}
				order = append(order, g)
			}
			seen[g].bottom = at[i] + rows[i].height
		}
	}
	for _, g := range order {
		gr, e := &c.groups[g-1], seen[g]
		pad := gr.block.Pad
		c.put(Placed{X: c.left + gr.x - pad, Y: e.top - pad, Width: gr.measure + 2*pad,
			Height: e.bottom - e.top + 2*pad, Ink: gr.block.Frame})
	}
}

// First returns the source of the page's first words and where in it they
// begin. A word divided between pages belongs to the page on which it begins,
// so that the next page's first words are those after it; of one that holds
// nothing else they begin where it ends. Text comes first; a page
// without any is told by its floats, else by its notes. ok is false for a page
// without words of the document.
func (p *Page) First() (source, offset int32, ok bool) {
	for i := range p.Items {
		l := p.Items[i].Line
		if l == nil && p.Items[i].Source > 0 {
			return p.Items[i].Source, p.Items[i].Offset, true
		}
		if l == nil || l.Para.Source == 0 {
			continue
		}
		if at, ok := l.firstWord(); ok {
			return l.Para.Source, at, true
		}
		if at, found := l.end(); found {
			source, offset, ok = l.Para.Source, at, true
		}
	}
	return source, offset, ok
}

// Text is ink that is words of a source.
type Text interface {
	// Length is how many bytes of the source it is.
	Length() int
}

// end is where the last words of a line end in their source.
func (l *Line) end() (int32, bool) {
	for i := min(l.End, len(l.Para.Items)-1); i >= l.Start; i-- {
		p := &l.Para.Pieces[i]
		if t, ok := p.Ink.(Text); ok && l.Para.Items[i].Kind == linebreak.Box && p.Offset >= 0 {
			return p.Offset + int32(t.Length()), true
		}
	}
	return 0, false
}

func (l *Line) firstWord() (int32, bool) {
	items, pieces := l.Para.Items, l.Para.Pieces
	inWord := l.Start > 0 && items[l.Start-1].Kind == linebreak.Penalty && items[l.Start-1].Width > 0
	for i := l.Start; i < l.End; i++ {
		if items[i].Kind == linebreak.Glue {
			inWord = false
		}
		if !inWord && items[i].Kind == linebreak.Box && pieces[i].Offset >= 0 {
			return pieces[i].Offset, true
		}
		if items[i].Space > 0 {
			inWord = false
		}
	}
	return 0, false
}
