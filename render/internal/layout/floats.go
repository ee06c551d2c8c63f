package layout

// A float is a Float that has been set.
type float struct {
	rows   []row
	height Unit
	sep    Unit // space to the text and to the next float
	foot   bool
	wide   bool // over all columns
}

// float sets a float apart, with the notes called in it below its blocks. It
// belongs to the row before it, or to a part's first. What is within other
// blocks or too high for a page cannot float.
func (f *flattener) float(t *set, b *Float, x Unit) {
	fl := f.apart(t, b)
	if !f.main || f.group > 0 || f.keep > 0 || len(fl.rows) == 0 || fl.height+fl.sep > b.most(f.depth) {
		f.open(&b.Space)
		f.blocks(t.kids, x)
		f.close(&b.Space)
		return
	}
	f.floats = append(f.floats, fl)
	if k := len(f.rows); k > 0 && f.rows[k-1].page() == nil {
		f.rows[k-1].floats = int32(len(f.floats))
	} else {
		f.adrift = true
	}
}

// most is the greatest height at which a float leaves its place.
func (b *Float) most(depth Unit) Unit {
	if b.Most > 0 {
		return min(b.Most, depth)
	}
	return depth
}

func (f *flattener) apart(t *set, b *Float) float {
	in := &flattener{setter: f.setter}
	in.blocks(t.kids, 0)
	for i, r := range in.noteRows {
		if i == 0 {
			r.before = f.noteGap()
		}
		in.rows = append(in.rows, r)
	}
	return float{rows: in.rows, height: stacked(in.rows), sep: max(b.Before, b.After), foot: b.Foot && !b.Wide, wide: b.Wide}
}

// landFloats ends a part that has floats and no row: an empty one holds them.
func (f *flattener) landFloats() {
	if f.adrift {
		f.add(row{})
	}
}

// noteGap is the space between a float's blocks and its notes.
func (s *setter) noteGap() Unit { return max(s.book.Notes.AfterRule, s.book.Notes.Between) }

// stacked is the height of rows one under the other.
func stacked(rows []row) Unit {
	var h Unit
	for i := range rows {
		if i > 0 {
			h += rows[i].before
		}
		h += rows[i].height
	}
	return h
}

// floatAt is how many floats are called before row i.
func (p *paginator) floatAt(i int) int32 {
	if i == 0 {
		return 0
	}
	return p.rows[i-1].floats
}

// floatArea is the height that some floats take over the columns at a page's head,
// below them at a column's head, and at its foot, with the space that parts them from the text. On the first page of a part
// all stand at its foot, below what opens it.
func (s *setter) floatArea(from, to int32, first bool) (wide, head, foot Unit) {
	for _, fl := range s.floats[from:to] {
		switch {
		case fl.wide:
			wide += fl.height + fl.sep
		case fl.foot || first:
			foot += fl.height + fl.sep
		default:
			head += fl.height + fl.sep
		}
	}
	return s.onGrid(wide), s.onGrid(head), s.onGrid(foot)
}
