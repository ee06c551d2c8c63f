package layout

// Text stands on the grid: its baselines are whole multiples of Book.Grid below
// that of a page's first line, so that lines of facing pages, and of a leaf's two
// sides, stand at one height. What has another leading (a heading, a display, a
// table) comes in runs, each of which takes a whole number of lines: the slack
// that this leaves goes into the space around the run.

// onGrid raises a place to the next one on the grid.
func (s *setter) onGrid(y Unit) Unit {
	g := s.book.Grid
	if g <= 0 || y%g == 0 {
		return y
	}
	if y < 0 {
		return y - y%g
	}
	return y + g - y%g
}

// under is where a row stands below one that ends at y; first is a page's first.
func (s *setter) under(y Unit, r *row, first bool) Unit {
	if !first {
		y += r.before
	}
	if r.snap && y > 0 {
		y = s.onGrid(y+r.up) - r.up
	}
	return y
}

// end is where a page ends with a row at y: on the grid, if it is text, as the
// run that it is part of is then set lower.
func (s *setter) end(y Unit, r *row) Unit {
	if r.grid && y > 0 {
		y = s.onGrid(y+r.up) - r.up
	}
	return y + r.height
}

// places finds where the rows of a page stand, the first at y. Spaces that may
// give take lines more, one each.
func (s *setter) places(rows []row, first int32, y Unit, lines int) []Unit {
	at := make([]Unit, len(rows))
	run := 0 // the last row that was put on the grid
	for i := range rows {
		r := &rows[i]
		free := y
		if i > 0 {
			free += r.before
		}
		y = s.under(y, r, i == 0)
		if lines > 0 && r.gives(first) {
			y += s.book.Grid
			lines--
		}
		at[i] = y
		if k := int(r.give - first); y > free && r.give > first && k > run && rows[k].head {
			shift(at[k:i], y-free)
		} else if y > free {
			s.loosen(rows[run:i+1], at[run:i], y-free)
		}
		if r.snap {
			run = i
		}
		y += r.height
	}
	if n := len(rows); n > 0 {
		s.loosen(rows[run:], at[run:], s.end(at[n-1], &rows[n-1])-y)
	}
	return at
}

// loosen puts slack into the spaces between rows, but not into the small ones
// within a display or between a caption and its table. A heading has taken all of
// it above; a page's first row stays where it is.
func (s *setter) loosen(rows []row, at []Unit, slack Unit) {
	var gaps Unit
	for i := 1; i < len(rows); i++ {
		if 2*rows[i].before >= s.book.Grid {
			gaps++
		}
	}
	seen := Unit(0)
	for i := 1; i < len(at) && gaps > 0; i++ {
		if 2*rows[i].before >= s.book.Grid {
			seen++
		}
		at[i] += slack * seen / gaps
	}
}

func shift(at []Unit, by Unit) {
	for i := range at {
		at[i] += by
	}
}

// gives reports whether the space before r, or around the run above it, may take
// a line more on a page that begins at a row.
func (r *row) gives(first int32) bool { return r.give > first }
