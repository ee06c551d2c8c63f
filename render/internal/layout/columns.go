package layout

import "github.com/offprint-go/offprint/render/internal/linebreak"

// A wish is the widths that a cell or a column asks for.
type wish struct {
	least Unit // of its widest piece that cannot be divided
	word  Unit // of its widest word
	most  Unit // of its longest paragraph in one line
}

func (w *wish) widen(o wish) {
	w.least, w.word, w.most = max(w.least, o.least), max(w.word, o.word), max(w.most, o.most)
}

// plus is the wish with a width beside it.
func (w wish) plus(u Unit) wish { return wish{w.least + u, w.word + u, w.most + u} }

// wishOf is what some blocks ask for.
func wishOf(bs []Block) wish {
	var all wish
	for _, b := range bs {
		switch b := b.(type) {
		case *Para:
			all.widen(paraWish(b))
		case *Box:
			w := b.Width + b.Left + b.Right
			all.widen(wish{w, w, w})
		case *Group:
			all.widen(wishOf(b.Blocks).plus(b.Left + b.Right))
		case *Table:
			var t wish
			for _, w := range b.wishes() {
				t = wish{t.least + w.least, t.word + w.word, t.most + w.most}
			}
			all.widen(t.plus(b.Gutter*Unit(max(b.columns()-1, 0)) + b.Left + b.Right))
		}
	}
	return all
}

func paraWish(p *Para) wish {
	var w wish
	var piece, word, line int64 // since the last place to break at
	for i := range p.Items {
		it := &p.Items[i]
		width := int64(it.Width)
		switch {
		case it.Kind == linebreak.Box:
			piece, word, line = piece+width, word+width, line+width
		case it.Kind == linebreak.Glue && (i == 0 || p.Items[i-1].Kind == linebreak.Box):
			piece, word = 0, 0
			line += width
		case it.Kind == linebreak.Glue:
			piece, word, line = piece+width, word+width, line+width
		case it.Cost <= -linebreak.Infinite:
			w.most = max(w.most, Unit(line))
			piece, word, line = 0, 0, 0
		case it.Cost < linebreak.Infinite:
			w.least = max(w.least, Unit(piece+width))
			piece = 0
			if it.Width == 0 { // nothing is added: the word may end here
				word = 0
			}
		}
		w.widen(wish{Unit(piece), Unit(word), Unit(line)})
	}
	// A little more: rounding must not break what just fits.
	return w.plus(p.Left + p.Right + max(p.Indent, 0) + Point/16)
}

// columns is how many columns the table has, listed or not.
func (b *Table) columns() int {
	n := len(b.Columns)
	for _, r := range b.Rows {
		for _, c := range r.Cells {
			n = max(n, c.Col+max(c.ColSpan, 1))
		}
	}
	return n
}

// wishes is what the columns ask for. A cell over several columns widens them
// where they are not wide enough together.
func (b *Table) wishes() []wish {
	out := make([]wish, b.columns())
	for _, span := range []bool{false, true} {
		for _, r := range b.Rows {
			for _, c := range r.Cells {
				k := max(c.ColSpan, 1)
				if (k > 1) != span {
					continue
				}
				w := wishOf(c.Blocks).plus(-b.Gutter * Unit(k-1))
				cols := out[c.Col : c.Col+k]
				share(cols, w.least, func(w *wish) *Unit { return &w.least })
				share(cols, w.word, func(w *wish) *Unit { return &w.word })
				share(cols, w.most, func(w *wish) *Unit { return &w.most })
			}
		}
	}
	for i := range out {
		out[i].word = max(out[i].word, out[i].least)
		out[i].most = max(out[i].most, out[i].word)
	}
	return out
}

// share makes a width of some columns w together.
func share(cols []wish, w Unit, of func(*wish) *Unit) {
	us := make([]Unit, len(cols))
	for i := range cols {
		us[i] = *of(&cols[i])
	}
	spread(us, w)
	for i := range cols {
		*of(&cols[i]) = us[i]
	}
}

// Narrowest is the least width at which no word of the table is divided, and
// the least that it can be set in at all.
func (b *Table) Narrowest() (whole, least Unit) {
	gutters := b.Gutter * Unit(max(b.columns()-1, 0))
	whole, least = gutters, gutters
	for _, w := range b.wishes() {
		whole, least = whole+w.word, least+w.least
	}
	return whole, least
}

// fit chooses the widths of the columns in a measure, and says by how much the
// table does not fit in it. A table that wants less than the measure gets what
// it wants (CSS 2.1, 17.5.2.2); otherwise it fills the measure, the widths
// being those at which it is lowest.
func (b *Table) fit(measure Unit) (widths []Unit, over Unit) {
	n := b.columns()
	ws := b.wishes()
	room := measure - b.Gutter*Unit(max(n-1, 0))
	given, words, least, most := make([]Unit, n), make([]Unit, n), make([]Unit, n), make([]Unit, n)
	for i, w := range ws {
		given[i], words[i], least[i], most[i] = w.word, w.word, w.least, w.most
		if i < len(b.Columns) && b.Columns[i].Width > 0 {
			given[i] = max(b.Columns[i].Width, w.word)
			most[i] = given[i]
		}
	}
	if sum(most) <= room {
		return most, 0
	}
	for _, floor := range [][]Unit{given, words} {
		if sum(floor) <= room {
			return b.lowest(between(floor, most, room), floor, most), 0
		}
	}
	return between(least, words, room), max(sum(least)-room, 0)
}

func sum(us []Unit) Unit {
	var s Unit
	for _, u := range us {
		s += u
	}
	return s
}

// between gives each column what it needs at least and shares the rest of the
// room by what more they want.
func between(least, most []Unit, room Unit) []Unit {
	lo, hi := sum(least), sum(most)
	out := make([]Unit, len(least))
	for i := range least {
		out[i] = least[i]
		if hi > lo && room > lo {
			out[i] += Unit(portion(int64(min(room, hi)-lo), int64(most[i]-least[i]), int64(hi-lo)))
		}
	}
	return out
}

// mostTrials is how many cells may be measured in the search for the lowest
// table; a larger table keeps the widths that it has.
const mostTrials = 400_000

// lowest moves width between columns as long as that makes the table lower, by
// steps of an eighth of the table, then a sixteenth, then a thirty-second.
func (b *Table) lowest(widths, floor, most []Unit) []Unit {
	n := len(widths)
	if n < 2 || n*n*n*len(b.Rows) > mostTrials {
		return widths
	}
	m := &heightMeter{table: b, known: map[columnWidth][]Unit{}}
	best := m.height(widths)
	for step := sum(widths) / 8; step > sum(widths)/40; step /= 2 {
		for moved := true; moved; {
			moved = false
			from, to := -1, -1
			for d := range n {
				for r := range n {
					if d == r || widths[d]-step < floor[d] || widths[r] >= most[r] {
						continue
					}
					widths[d], widths[r] = widths[d]-step, widths[r]+step
					if h := m.height(widths); h < best {
						best, from, to = h, d, r
					}
					widths[d], widths[r] = widths[d]+step, widths[r]-step
				}
			}
			if from >= 0 {
				widths[from], widths[to], moved = widths[from]-step, widths[to]+step, true
			}
		}
	}
	return widths
}

type columnWidth struct {
	col   int
	width Unit
}

// A heightMeter measures how high a table is at some widths: by first fit,
// which is within a line of what it will be, and without cells that span.
type heightMeter struct {
	table *Table
	known map[columnWidth][]Unit // by row
}

func (m *heightMeter) height(widths []Unit) Unit {
	var total Unit
	cols := make([][]Unit, len(widths))
	for i, w := range widths {
		cols[i] = m.column(columnWidth{i, w})
	}
	for r := range m.table.Rows {
		var h Unit
		for _, c := range cols {
			h = max(h, c[r])
		}
		total += h
	}
	return total
}

func (m *heightMeter) column(k columnWidth) []Unit {
	if h := m.known[k]; h != nil {
		return h
	}
	out := make([]Unit, len(m.table.Rows))
	for i, r := range m.table.Rows {
		for _, c := range r.Cells {
			if c.Col == k.col && c.ColSpan <= 1 && c.RowSpan <= 1 {
				out[i] = firstFit(c.Blocks, k.width)
			}
		}
	}
	m.known[k] = out
	return out
}

// firstFit is the height of some blocks whose lines each take what fits.
func firstFit(bs []Block, measure Unit) Unit {
	var h Unit
	for _, b := range bs {
		switch b := b.(type) {
		case *Para:
			h += b.Leading * Unit(linesAt(b, measure-b.Left-b.Right))
		case *Box:
			h += b.Height
		case *Group:
			h += firstFit(b.Blocks, measure-b.Left-b.Right)
		}
	}
	return h
}

func linesAt(p *Para, measure Unit) int {
	lines := 1
	at, end := int64(p.Indent), int64(p.Indent) // of the line, and of it up to the last place to break at
	for i := range p.Items {
		it := &p.Items[i]
		switch {
		case it.Kind == linebreak.Penalty && it.Cost <= -linebreak.Infinite && i < len(p.Items)-1:
			lines++
			at, end = 0, 0
			continue
		case it.Kind == linebreak.Penalty:
			if it.Cost < linebreak.Infinite {
				end = at
			}
			continue
		case it.Kind == linebreak.Glue && i > 0 && p.Items[i-1].Kind == linebreak.Box:
			end = at + int64(it.Width)
		}
		at += int64(it.Width)
		if it.Kind == linebreak.Box && at > int64(measure) && end > 0 {
			lines++
			at, end = at-end, 0
		}
	}
	return lines
}
