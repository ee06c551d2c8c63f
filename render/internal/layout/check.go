package layout

import (
	"fmt"

	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// A Report says how well pages keep layout's promises.
type Report struct {
	Pages, Notes int
	// Late are notes that do not begin on the page of their mark.
	Late int
	// Widows and Orphans are paragraphs of which a page, or a column of one, holds
	// only the last or the first line; Stranded are headings that stand last on
	// one; Hyphens are pages that end in a divided word.
	Widows, Orphans, Stranded, Hyphens int
	// Uneven are spreads without notes whose pages end at different heights.
	Uneven int
	// Faults are what no page may have: lines or anchors that are lost or
	// doubled, notes out of order or with a page between their parts, text that
	// runs over notes or margins without a Problem that says so.
	Faults []string
}

// Check holds pages to the book that they were set from.
func Check(b *Book, p *Pages) *Report {
	c := &checker{Report: &Report{Pages: len(p.Pages)}, book: b, pages: p, lines: map[*Para][]spot{}, known: map[*Para]bool{}, cells: map[*Para]bool{}, anchors: map[string]int{}}
	c.know(b.Blocks, false)
	for _, pg := range p.Pages {
		for i := range pg.Items {
			if l := pg.Items[i].Line; l != nil && c.known[l.Para] {
				c.lines[l.Para] = append(c.lines[l.Para], spot{pg.Index, pg.Items[i].column, pg.Items[i].Y, l})
			}
		}
		for _, a := range pg.Anchors {
			c.anchors[a.Name]++
		}
		c.page(pg)
	}
	c.blocks(b.Blocks, false)
	for i := 1; b.Page.TwoSided && i+1 < len(p.Pages); i += 2 {
		c.spread(p.Pages[i], p.Pages[i+1])
	}
	return c.Report
}

// A checker holds what Check knows of the pages.
type checker struct {
	*Report
	book    *Book
	pages   *Pages
	lines   map[*Para][]spot
	known   map[*Para]bool // the book's paragraphs; others are furniture
	cells   map[*Para]bool // those that stand beside others, in a table
	anchors map[string]int
}

// A spot is where a line stands.
type spot struct {
	page int
	col  int8
	y    Unit
	line *Line
}

func (c *checker) fault(format string, args ...any) {
	c.Faults = append(c.Faults, fmt.Sprintf(format, args...))
}

// know lists the paragraphs of a flow; cell says that it is that of a table's
// cell.
func (c *checker) know(bs []Block, cell bool) {
	for _, b := range bs {
		switch b := b.(type) {
		case *Para:
			c.known[b], c.cells[b] = true, cell
			for _, in := range b.Inserts {
				c.know(in.Blocks, false)
			}
		case *Group:
			c.know(b.Blocks, cell)
		case *Float:
			c.know(b.Blocks, cell)
		case *Break:
			c.know(b.Across, cell)
		case *Table:
			for _, r := range b.Rows {
				for _, cell := range r.Cells {
					c.know(cell.Blocks, true)
				}
			}
		}
	}
}

// blocks checks a flow; within are blocks whose lines a page may hold one of.
func (c *checker) blocks(bs []Block, within bool) {
	for i, b := range bs {
		switch b := b.(type) {
		case *Para:
			c.named(b.Anchors)
			c.whole(b)
			if !within {
				c.ends(b, i == len(bs)-1 || isBreak(bs[i+1]))
			}
			c.notes(b)
		case *Box:
			c.named(b.Anchors)
		case *Group:
			c.named(b.Anchors)
			c.blocks(b.Blocks, within)
		case *Float:
			c.blocks(b.Blocks, true)
		case *Break:
			c.blocks(b.Across, true)
		case *Table:
			c.named(b.Anchors)
			for _, r := range b.Rows {
				for _, cell := range r.Cells {
					c.blocks(cell.Blocks, true)
				}
			}
		}
	}
}

func isBreak(b Block) bool { _, ok := b.(*Break); return ok }

func (c *checker) named(as []Anchor) {
	for _, a := range as {
		if n := c.anchors[a.Name]; n != 1 {
			c.fault("the anchor %s stands in %d places", a.Name, n)
		}
	}
}

// whole checks that a paragraph's lines hold each of its boxes once, in order.
func (c *checker) whole(p *Para) {
	at := 0
	page := 0
	for _, s := range c.lines[p] {
		if s.line.Start < at || boxes(p, at, s.line.Start) {
			c.fault("page %d: a line begins at item %d, the one before ended at %d", s.page+1, s.line.Start, at)
		}
		if s.page < page {
			c.fault("page %d: a line stands before those above it", s.page+1)
		}
		at, page = s.line.End, s.page
	}
	if boxes(p, at, len(p.Items)) {
		c.fault("a paragraph is set up to item %d of %d", at, len(p.Items))
	}
}

// boxes reports whether there is ink among some items.
func boxes(p *Para, from, to int) bool {
	for i := from; i < to; i++ {
		if p.Items[i].Kind == linebreak.Box && p.Pieces[i].Ink != nil {
			return true
		}
	}
	return false
}

// ends counts a paragraph's single lines at the foot and the head of pages, and
// a heading that is left alone.
func (c *checker) ends(p *Para, last bool) {
	ls := c.lines[p]
	if len(ls) == 0 {
		return
	}
	end := ls[len(ls)-1]
	if p.KeepNext && !last && c.lastOn(end) {
		c.Stranded++
	}
	if ls[0].with(end) {
		return
	}
	atStart, atEnd := 0, 0
	for _, s := range ls {
		if s.with(ls[0]) {
			atStart++
		}
		if s.with(end) {
			atEnd++
		}
	}
	if atStart == 1 && p.Orphans != 1 {
		c.Orphans++
	}
	if atEnd == 1 && p.Widows != 1 {
		c.Widows++
	}
}

// with reports whether two lines stand in one column of a page.
func (s spot) with(o spot) bool { return s.page == o.page && s.col == o.col }

// lastOn reports whether a line is the last of its column's text.
func (c *checker) lastOn(s spot) bool {
	pg := c.pages.Pages[s.page]
	for i := range pg.Items[:pg.Notes] {
		if it := &pg.Items[i]; it.Y > s.y && it.column == s.col && (it.Line == nil || it.Line != s.line) {
			return false
		}
	}
	return true
}

// notes checks the notes called in a paragraph.
func (c *checker) notes(p *Para) {
	for _, in := range p.Inserts {
		c.Notes++
		c.blocks(in.Blocks, true)
		spots := c.spots(in.Blocks, nil)
		if len(spots) == 0 {
			continue
		}
		if call := c.call(p, in.Item); call != spots[0].page {
			c.Late++
		}
		for i := 1; i < len(spots); i++ {
			if d := spots[i].page - spots[i-1].page; d < 0 || d > 1 {
				c.fault("page %d: a note goes on on page %d", spots[i-1].page+1, spots[i].page+1)
			}
		}
	}
}

// spots lists where the lines of some blocks stand.
func (c *checker) spots(bs []Block, out []spot) []spot {
	for _, b := range bs {
		switch b := b.(type) {
		case *Para:
			out = append(out, c.lines[b]...)
		case *Group:
			out = c.spots(b.Blocks, out)
		}
	}
	return out
}

// call is the page that an item of a paragraph is on.
func (c *checker) call(p *Para, item int) int {
	for _, s := range c.lines[p] {
		if item < s.line.End || s.line.End >= len(p.Items)-1 {
			return s.page
		}
	}
	return -1
}

// page checks that a page's text ends above its notes and within its margins.
func (c *checker) page(pg *Page) {
	for _, pr := range c.pages.Problems {
		if pr.Page == pg.Index && pr.Kind == OverfullPage {
			return
		}
	}
	page := c.book.Page.Height - c.book.Page.Bottom + c.book.Grid + Point
	feet := map[int8]Unit{} // by column: where its notes begin
	for i := pg.Notes; i < len(pg.Items); i++ {
		if col := c.noteColumn(&pg.Items[i]); feet[col] == 0 {
			feet[col] = pg.Items[i].Y
		}
	}
	for i := range pg.Items[:pg.Notes] {
		it, foot := &pg.Items[i], page
		if y := feet[c.noteColumn(it)]; y > 0 {
			foot = min(foot, y)
		}
		if it.Line != nil && it.Y > foot || it.Line == nil && it.Y+it.Height > foot+Point {
			c.fault("page %d: item %d stands too low", pg.Index+1, i)
		}
	}
	ys := map[int8]Unit{}
	for i := pg.Notes; i < len(pg.Items); i++ {
		if it := &pg.Items[i]; it.Line != nil && c.known[it.Line.Para] && !c.cells[it.Line.Para] {
			col := c.noteColumn(it)
			if it.Y < ys[col] {
				c.fault("page %d: a note's line stands above the one before", pg.Index+1)
			}
			ys[col] = it.Y
		}
	}
	if l := pg.last(); l != nil && l.Line.hyphen() != nil {
		c.Hyphens++
	}
}

// noteColumn is the column at whose foot the notes of an item's column stand.
func (c *checker) noteColumn(it *Placed) int8 {
	if c.book.Notes.Across {
		return 0
	}
	return it.column
}

// last is the page's last line of text above the notes.
func (p *Page) last() *Placed {
	var last *Placed
	for i := range p.Items[:p.Notes] {
		if it := &p.Items[i]; it.Line != nil && (last == nil || it.Y >= last.Y) {
			last = it
		}
	}
	return last
}

// spread counts facing pages of running text that end at different heights.
func (c *checker) spread(verso, recto *Page) {
	v, r := verso.last(), recto.last()
	if v == nil || r == nil || verso.Notes < len(verso.Items) || recto.Notes < len(recto.Items) {
		return
	}
	grid := c.book.Grid
	if v.Line.Para.Leading != grid || r.Line.Para.Leading != grid || c.endsPart(verso) || c.endsPart(recto) {
		return
	}
	if d := v.Y - r.Y; d > Point || d < -Point {
		c.Uneven++
	}
}

// endsPart reports whether a page is the last before a forced page.
func (c *checker) endsPart(p *Page) bool {
	if p.Index+1 >= len(c.pages.Pages) {
		return true
	}
	next := c.pages.Pages[p.Index+1]
	return next.Forced || len(next.Items) == 0
}
