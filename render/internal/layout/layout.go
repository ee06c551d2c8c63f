package layout

import (
	"context"
	"errors"
	"fmt"
)

// Layout sets a book. The error is ctx's, or that of a book whose paragraphs
// do not have a piece for each item.
func Layout(ctx context.Context, b *Book) (*Pages, error) {
	s := newSetter(ctx, b)
	if s.measure <= 0 || s.depth <= 0 {
		return nil, errors.New("layout: the margins leave no room for text")
	}
	body := s.prepare(b.Blocks, s.measure)
	if err := s.breakLines(); err != nil {
		return nil, err
	}
	pages, err := s.paginate(body)
	if err != nil {
		return nil, err
	}
	return s.compose(pages), nil
}

// paginate breaks the book into pages. Lines with marks whose notes cannot begin
// on one page are broken anew between them.
func (s *setter) paginate(body []*set) ([]pageSpan, error) {
	var p *paginator
	for n := 0; ; n++ {
		var err error
		if p, err = s.round(body, p); err != nil {
			return nil, err
		}
		if n == mostRounds || !s.partMarks(p.pages) {
			return p.pages, nil
		}
	}
}

// round lays the lines out as rows and breaks them into pages, in less time if it
// is not the first; last is the one before it.
func (s *setter) round(body []*set, last *paginator) (*paginator, error) {
	old := s.flat
	s.flatten(body)
	p := &paginator{setter: s}
	p.states = make([]state, 0, len(s.rows)+len(s.rows)/8) // in a book of text about one for each line
	if last != nil {
		p.recall(last, &old)
	}
	return p, p.run()
}

// flatten lays the lines out as rows.
func (s *setter) flatten(body []*set) {
	s.flat = flat{}
	f := &flattener{setter: s, main: true}
	n := countRows(body)
	f.rows, f.noteRows = make([]row, 0, n), make([]row, 0, max(s.countLines()-n, 0))
	f.blocks(body, 0)
	f.landFloats()
	s.rows, s.noteRows = f.rows, f.noteRows
	s.below = textBelow(s.rows)
}

// countRows is about how many rows some sets come to, without their notes.
func countRows(ts []*set) int {
	n := 0
	for _, t := range ts {
		n += len(t.lines) + len(t.cells) + countRows(t.kids) + 1
	}
	return n
}

// countLines is how many lines there are in all.
func (s *setter) countLines() int {
	n := 0
	for _, t := range s.jobs {
		n += len(t.lines)
	}
	return n
}

// textBelow is how far a line of the text reaches below its baseline.
func textBelow(rows []row) Unit {
	for i := range rows {
		if rows[i].grid {
			return rows[i].line.Para.Leading - rows[i].line.Para.Height
		}
	}
	return 0
}

// newSetter begins a book.
func newSetter(ctx context.Context, b *Book) *setter {
	s := &setter{ctx: ctx, book: b, measure: b.Page.Width - b.Page.Inner - b.Page.Outer}
	s.column = s.measure
	s.depth = b.Page.Height - b.Page.Top - b.Page.Bottom
	if b.Grid > 0 && s.depth > b.Grid {
		s.depth -= s.depth % b.Grid
	}
	return s
}

// A setter holds what the phases share.
type setter struct {
	ctx     context.Context
	book    *Book
	measure Unit // width of the block of text
	depth   Unit // height of the block of text, in whole lines
	column  Unit // width of a column, while blocks are prepared
	jobs    []*set
	err     error
	below   Unit // how far a line of the text reaches below its baseline
	tables  []*set
	flat
}

// A flat is the lines of a book as rows.
type flat struct {
	rows     []row
	noteRows []row
	groups   []group
	floats   []float
}

// A set is a block being set in a measure: a paragraph with its lines, a
// group with its blocks, a table with its columns and cells.
type set struct {
	block   Block
	measure Unit
	lines   []Line
	kids    []*set
	notes   [][]*set // of a paragraph's inserts
	parted  []int    // glue at which lines of a paragraph must end
	widths  []Unit   // of a table's columns
	tight   Unit     // by how much a table is too wide
	cells   [][][]*set
	head    []row // of a table, to be repeated
	index   int32 // of a table
}

// prepare builds the sets of some blocks and lists the paragraphs among them.
func (s *setter) prepare(bs []Block, measure Unit) []*set {
	out := make([]*set, 0, len(bs))
	for _, b := range bs {
		t := &set{block: b, measure: measure}
		switch b := b.(type) {
		case *Para:
			if b.Text != nil && s.book.Set == nil {
				s.err = errors.New("layout: a paragraph has a text that nothing sets")
			}
			if b.Text == nil && len(b.Items) != len(b.Pieces) {
				s.err = fmt.Errorf("layout: a paragraph has %d items and %d pieces", len(b.Items), len(b.Pieces))
			}
			t.measure = max(measure-b.Left-b.Right, Point)
			s.jobs = append(s.jobs, t)
			foot := s.column
			if s.book.Notes.Across {
				foot = s.measure
			}
			for _, in := range b.Inserts {
				t.notes = append(t.notes, s.prepare(in.Blocks, foot))
			}
		case *Group:
			t.kids = s.prepare(b.Blocks, max(measure-b.Left-b.Right, Point))
		case *Float:
			if b.Wide {
				t.measure = s.measure
			}
			t.kids = s.prepare(b.Blocks, t.measure)
		case *Break:
			s.column = b.columnOf(s.measure)
			measure = s.column
			t.kids = s.prepare(b.Across, s.measure)
		case *Table:
			s.prepareTable(t, b)
		}
		out = append(out, t)
	}
	return out
}
