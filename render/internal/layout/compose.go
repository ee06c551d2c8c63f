package layout

import "github.com/offprint-go/offprint/render/internal/linebreak"

// compose puts the rows of each page in their places.
func (s *setter) compose(spans []pageSpan) *Pages {
	out := &Pages{}
	c := &composer{setter: s}
	for i, sp := range spans {
		p := &Page{Index: i, Recto: i%2 == 0, Left: s.book.Page.Inner, Opener: sp.opener && sp.sink > 0}
		if s.book.Page.TwoSided && !p.Recto {
			p.Left = s.book.Page.Outer
		}
		c.page, c.out = p, out
		c.set(sp)
		out.Pages = append(out.Pages, p)
	}
	return out
}

// A composer places the rows of one page.
type composer struct {
	*setter
	page *Page
	out  *Pages
}

func (c *composer) set(sp pageSpan) {
	if sp.mark > 0 {
		c.page.Marks = append(c.page.Marks, sp.mark)
	}
	y := c.book.Page.Top + sp.sink
	if sp.from < sp.to {
		y = c.repeatHead(sp, y)
	}
	c.frames(sp, y)
	for k := sp.from; k < sp.to; k++ {
		r := &c.rows[k]
		if k > sp.from {
			y += r.before
		}
		c.row(r, y, false)
		y += r.height
	}
	if bottom := c.book.Page.Height - c.book.Page.Bottom; y > bottom+1 {
		c.out.Problems = append(c.out.Problems, Problem{Page: c.page.Index, Source: c.rows[sp.from].source, Kind: OverfullPage, Amount: y - bottom})
	}
	c.page.Notes = len(c.page.Items)
	if sp.noteFrom < sp.noteTo {
		c.notes(sp)
	}
}

// repeatHead sets the head of a table that goes on from the page before, as
// furniture.
func (c *composer) repeatHead(sp pageSpan, y Unit) Unit {
	t := c.rows[sp.from].table
	if t == 0 || sp.from == 0 || c.rows[sp.from-1].table != t {
		return y
	}
	for i := range c.tables[t-1].head {
		r := &c.tables[t-1].head[i]
		c.row(r, y, true)
		y += r.height
	}
	return y
}

// notes sets the page's notes at its foot.
func (c *composer) notes(sp pageSpan) {
	st := &c.book.Notes
	var h Unit
	for k := sp.noteFrom; k < sp.noteTo; k++ {
		if k > sp.noteFrom {
			h += c.noteRows[k].before
		}
		h += c.noteRows[k].height
	}
	y := c.book.Page.Height - c.book.Page.Bottom - h
	ink, width := st.Rule, st.RuleWidth
	if c.noteRows[sp.noteFrom].cost != -1 {
		if st.Continuation != nil {
			ink = st.Continuation
		}
		if st.ContWidth > 0 {
			width = st.ContWidth
		}
	}
	if ink != nil {
		c.page.Items = append(c.page.Items, Placed{X: c.page.Left, Y: y - st.AfterRule - st.RuleHeight, Width: width, Height: st.RuleHeight, Ink: ink})
	}
	for k := sp.noteFrom; k < sp.noteTo; k++ {
		r := &c.noteRows[k]
		if k > sp.noteFrom {
			y += r.before
		}
		c.row(r, y, false)
		y += r.height
	}
}

// row places a row with its upper edge at y. Furniture carries no tag.
func (c *composer) row(r *row, y Unit, furniture bool) {
	x := c.page.Left + r.x
	if r.mark > 0 && !furniture {
		c.page.Marks = append(c.page.Marks, r.mark)
	}
	if !furniture {
		for _, a := range r.anchors {
			c.page.Anchors = append(c.page.Anchors, PlacedAnchor{a.Name, x, y})
		}
	}
	switch {
	case r.line != nil:
		c.line(r, x, y, furniture)
	case r.box != nil:
		b := r.box
		free := r.measure - b.Left - b.Right - b.Width
		x += b.Left
		switch b.Align {
		case End:
			x += free
		case Center:
			x += free / 2
		}
		tag := b.Tag
		if furniture {
			tag = 0
		}
		c.page.Items = append(c.page.Items, Placed{X: x, Y: y, Width: b.Width, Height: b.Height, Ink: b.Ink, Tag: tag, Source: b.Source, Offset: b.Offset})
	}
	if r.tight > 0 && !furniture {
		c.out.Problems = append(c.out.Problems, Problem{Page: c.page.Index, Source: r.source, Kind: TightTable, Amount: r.tight})
	}
	for i := range r.cells {
		c.row(&r.cells[i].row, y+r.cells[i].dy, furniture)
	}
	for _, u := range r.rules {
		c.page.Items = append(c.page.Items, Placed{X: x, Y: y + u.dy, Width: u.width, Height: u.rule.Height, Ink: u.rule.Ink})
	}
}

func (c *composer) line(r *row, x, y Unit, furniture bool) {
	l, p := r.line, r.line.Para
	room := r.measure
	if l.first {
		room -= p.Indent
		if !p.RTL {
			x += p.Indent
		}
	}
	switch p.Align {
	case End:
		x += room - l.Width
	case Center:
		x += (room - l.Width) / 2
	}
	up, _ := l.reach()
	if furniture {
		l = untagged(l)
	}
	c.page.Items = append(c.page.Items, Placed{X: x, Y: y + max(p.Height, up), Line: l})
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

// frames places the frames of the groups that the page holds a part of, behind
// what stands in them.
func (c *composer) frames(sp pageSpan, y Unit) {
	type extent struct{ top, bottom Unit }
	var order []int32
	seen := map[int32]*extent{}
	for k := sp.from; k < sp.to; k++ {
		r := &c.rows[k]
		if k > sp.from {
			y += r.before
		}
		for g := r.group; g > 0; g = c.groups[g-1].parent {
			if c.groups[g-1].block.Frame == nil {
				continue
			}
			if seen[g] == nil {
				seen[g] = &extent{y, y}
				order = append(order, g)
			}
			seen[g].bottom = y + r.height
		}
		y += r.height
	}
	for _, g := range order {
		gr, e := &c.groups[g-1], seen[g]
		pad := gr.block.Pad
		c.page.Items = append(c.page.Items, Placed{X: c.page.Left + gr.x - pad, Y: e.top - pad, Width: gr.measure + 2*pad,
			Height: e.bottom - e.top + 2*pad, Ink: gr.block.Frame})
	}
}

// First returns the source of the page's first words and where in it they
// begin. A word divided between pages belongs to the page on which it begins,
// so that the next page's first words are those after it. Text above the notes
// comes first; a page without any is told by its notes. ok is false for a page
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
	}
	return 0, 0, false
}

func (l *Line) firstWord() (int32, bool) {
	items, pieces := l.Para.Items, l.Para.Pieces
	inWord := l.Start > 0 && items[l.Start-1].Kind == linebreak.Penalty && items[l.Start-1].Width != 0
	for i := l.Start; i < l.End; i++ {
		if items[i].Kind == linebreak.Glue {
			inWord = false
		}
		if !inWord && items[i].Kind == linebreak.Box && pieces[i].Offset >= 0 {
			return pieces[i].Offset, true
		}
	}
	return 0, false
}
