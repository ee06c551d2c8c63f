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
	out := make([]Unit, len(rows))
	run := 0 // where the run that is off the grid begins
	for i := range rows {
		r := &rows[i]
		free := y
		if i > 0 {
			free += r.before
		}
		y = s.under(y, r, i == 0)
		slack := y - free
		if lines > 0 && r.gives(first) {
			slack += s.book.Grid
			y += s.book.Grid
			lines--
		}
		if slack > 0 && i > 0 {
			s.share(rows, out[:i], run, first, slack, r)
		}
		out[i] = y
		if r.grid && s.onGrid(y+r.up) == y+r.up {
			run = i + 1
		}
		y += r.height
	}
	if n := len(rows); n > 0 && run < n {
		if down := s.end(out[n-1], &rows[n-1]) - y; down > 0 && run > 0 {
			shift(out[run:], down)
		}
	}
	return out
}

// share puts the slack before a row on the grid into the run above it: above the
// last heading, else half above and half below. A run at a page's head stays
// there.
func (s *setter) share(rows []row, at []Unit, run int, first int32, slack Unit, r *row) {
	if k := int(r.give - first); r.give > 0 && k > 0 && k < len(at) && k >= run {
		if !rows[k].head {
			slack /= 2
		}
		shift(at[k:], slack)
		return
	}
	if run > 0 {
		shift(at[run:], slack/2)
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
