package layout

import (
	"context"
	"errors"
	"fmt"
)

// Layout sets a book. The error is ctx's, or that of a book whose paragraphs
// do not have a piece for each item.
func Layout(ctx context.Context, b *Book) (*Pages, error) {
	s := &setter{ctx: ctx, book: b, measure: b.Page.Width - b.Page.Inner - b.Page.Outer}
	s.depth = b.Page.Height - b.Page.Top - b.Page.Bottom
	if s.measure <= 0 || s.depth <= 0 {
		return nil, errors.New("layout: the margins leave no room for text")
	}
	body := s.prepare(b.Blocks, s.measure)
	if err := s.breakLines(); err != nil {
		return nil, err
	}
	f := &flattener{setter: s}
	f.blocks(body, 0)
	s.rows, s.noteRows = f.rows, f.noteRows
	p := &paginator{setter: s}
	if err := p.run(); err != nil {
		return nil, err
	}
	return s.compose(p.pages), nil
}

// A setter holds what the phases share.
type setter struct {
	ctx      context.Context
	book     *Book
	measure  Unit // width of the block of text
	depth    Unit // height of the block of text
	jobs     []*set
	err      error
	rows     []row
	noteRows []row
	groups   []group
	tables   []*set
}

// A set is a block being set in a measure: a paragraph with its lines, a
// group with its blocks, a table with its columns and cells.
type set struct {
	block   Block
	measure Unit
	lines   []Line
	kids    []*set
	notes   [][]*set // of a paragraph's inserts
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
			if len(b.Items) != len(b.Pieces) {
				s.err = fmt.Errorf("layout: a paragraph has %d items and %d pieces", len(b.Items), len(b.Pieces))
			}
			t.measure = max(measure-b.Left-b.Right, Point)
			s.jobs = append(s.jobs, t)
			for _, in := range b.Inserts {
				t.notes = append(t.notes, s.prepare(in.Blocks, s.measure))
			}
		case *Group:
			t.kids = s.prepare(b.Blocks, max(measure-b.Left-b.Right, Point))
		case *Table:
			s.prepareTable(t, b)
		}
		out = append(out, t)
	}
	return out
}
