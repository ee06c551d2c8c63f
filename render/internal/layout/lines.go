package layout

import (
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// breakLines breaks every paragraph, several at a time: each is a task of its
// own, so that the result does not depend on how many run at once.
func (s *setter) breakLines() error {
	if s.err != nil {
		return s.err
	}
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(s.jobs)) {
		wg.Go(func() {
			b := s.newBreaker()
			for {
				i := int(next.Add(1)) - 1
				if i >= len(s.jobs) || s.ctx.Err() != nil {
					return
				}
				s.jobs[i].breakLines(b)
			}
		})
	}
	wg.Wait()
	return s.ctx.Err()
}

// A breaker is what one goroutine breaks lines with.
type breaker struct {
	linebreak.Breaker
	set  func(*Para) // of the book
	room room
}

func (s *setter) newBreaker() *breaker {
	b := &breaker{}
	if s.book.Set != nil {
		b.set = s.book.Set()
	}
	return b
}

func (t *set) breakLines(b *breaker) {
	p := t.block.(*Para)
	if p.Text != nil {
		b.set(p)
	}
	lines := t.breakAt(&b.Breaker, p, t.measure)
	if p.Balance && len(lines) > 1 {
		lines = t.balance(&b.Breaker, p, lines)
	}
	if p.Text != nil {
		b.room.keep(p, lines)
	}
	t.lines = make([]Line, len(lines))
	for i, l := range lines {
		ln := Line{first: i == 0, shift: p.shift(i), Para: p, Start: l.Start, End: l.End, Ratio: l.Ratio, Expand: l.Expand, Track: l.Track, Over: Unit(l.Over)}
		ln.Width = t.width(i)
		filled := p.Filled && i == len(lines)-1
		if p.Align != Justify && !filled || l.Over > 0 {
			ln.Ratio, ln.Expand, ln.Track = min(ln.Ratio, 0), 0, 0
			ln.Width = min(ln.natural(), ln.Width)
			if l.Over > 0 {
				ln.Width = ln.natural()
			}
			if p.Align != Justify && !filled {
				ln.Ratio = 0
			}
		}
		h := ln.hyphen()
		ln.divided = h != nil && h.Width > 0
		ln.up, ln.down = ln.reach()
		t.lines[i] = ln
	}
}

// width is the measure of line i.
func (t *set) width(i int) Unit {
	return t.block.(*Para).lineWidth(i, t.measure)
}

// lineWidth is the room of line i in a measure.
func (p *Para) lineWidth(i int, measure Unit) Unit {
	if i == 0 {
		return measure - p.Indent
	}
	return measure - p.shift(i)
}

// shift is how far line i gives way to a dropped capital.
func (p *Para) shift(i int) Unit {
	if i > 0 && i < p.Drop.Lines {
		return p.Drop.Width
	}
	return 0
}

func (t *set) breakAt(b *linebreak.Breaker, p *Para, measure Unit) []linebreak.Line {
	var out []linebreak.Line
	start := 0
	for _, at := range t.parted {
		// Not p.Items[start:at:at] as it is: what ends a line must be a penalty.
		part := append(append([]linebreak.Item(nil), p.Items[start:at]...), linebreak.Item{Kind: linebreak.Penalty, Cost: -linebreak.Infinite})
		out = t.breakPart(b, p, part, start, measure, out)
		start = at + 1
	}
	return t.breakPart(b, p, p.Items[start:], start, measure, out)
}

// minLast is the least width of a last line: that of an indent. Ragged lines
// give up a word more easily, and a word alone below them shows.
func (p *Para) minLast(measure Unit) Unit {
	if p.Align == Justify {
		return p.Leading
	}
	return max(p.Leading, measure/8)
}

// breakPart breaks the items of a paragraph from one on.
func (t *set) breakPart(b *linebreak.Breaker, p *Para, items []linebreak.Item, start int, measure Unit, out []linebreak.Line) []linebreak.Line {
	lines := b.Break(linebreak.Paragraph{Items: items, Measure: func(n int) int64 {
		return int64(p.lineWidth(n+len(out), measure))
	}}, linebreak.Settings{Ragged: p.Align != Justify, MinLast: int64(p.minLast(measure))})
	if start == 0 && out == nil {
		return lines
	}
	for _, l := range lines {
		l.Start, l.End = l.Start+start, l.End+start
		out = append(out, l)
	}
	return out
}

// balance narrows the measure as far as the number of lines stays, so that
// they come out nearly equal.
func (t *set) balance(b *linebreak.Breaker, p *Para, full []linebreak.Line) []linebreak.Line {
	lo, hi := t.measure/2, t.measure
	best := full
	for hi-lo > Point {
		mid := (lo + hi) / 2
		l := t.breakAt(b, p, mid)
		over := false
		for _, ln := range l {
			over = over || ln.Over > 0
		}
		if len(l) > len(full) || over {
			lo = mid
		} else {
			hi, best = mid, l
		}
	}
	return best
}

// natural is the line's width with its glue as it is, the margins' overhang
// taken off.
func (l *Line) natural() Unit {
	var w int64
	for i := l.Start; i < l.End; i++ {
		if it := &l.Para.Items[i]; it.Kind != linebreak.Penalty {
			w += int64(it.Width) + int64(it.Space)
		}
	}
	if it := l.hyphen(); it != nil {
		w += int64(it.Width)
	}
	left, right := l.overhang()
	return Unit(w - left - right)
}

// hyphen is the penalty that the line is broken at, if it sets something.
func (l *Line) hyphen() *linebreak.Item {
	if l.End < len(l.Para.Items) && l.Para.Items[l.End].Kind == linebreak.Penalty && l.Para.Items[l.End].Width != 0 {
		return &l.Para.Items[l.End]
	}
	return nil
}

// overhang is how far the line's first and last characters hang out.
func (l *Line) overhang() (left, right int64) {
	if l.Mixed() {
		return l.edges()
	}
	for i := l.Start; i < l.End; i++ {
		if l.Para.Items[i].Kind == linebreak.Box {
			left = int64(l.Para.Items[i].Left)
			break
		}
	}
	if it := l.hyphen(); it != nil {
		return left, int64(it.Right)
	}
	for i := l.End - 1; i >= l.Start; i-- {
		if l.Para.Items[i].Kind == linebreak.Box {
			return left, int64(l.Para.Items[i].Right)
		}
	}
	return left, 0
}

// Pieces calls f for each item of the line that is set, from left to
// right, with its place and set width; x is where the line starts, at
// its left. Glue is set so that a justified line ends exactly at its width. How
// far boxes are stretched or shrunk the line itself says.
func (l *Line) Pieces(x Unit, f func(x, w Unit, it *linebreak.Item, p *Piece)) {
	new(Walker).Pieces(l, x, f)
}

// A Walker goes along lines one after another. It holds the space behind a word
// that has taken it in, for as long as f looks at it.
type Walker struct {
	glue  linebreak.Item
	blank Piece
}

// Pieces is the line's Pieces.
func (k *Walker) Pieces(l *Line, x Unit, f func(x, w Unit, it *linebreak.Item, p *Piece)) {
	if l.Mixed() {
		for _, s := range l.Seen(x) {
			f(s.X, s.W, &l.Para.Items[s.Index], &l.Para.Pieces[s.Index])
		}
		return
	}
	left, _ := l.overhang()
	at := int64(x) - left
	l.widths(func(i int, w, space int64) {
		it, pc := &l.Para.Items[i], &l.Para.Pieces[i]
		f(Unit(at), Unit(w), it, pc)
		at += w
		if it.Space != 0 {
			k.glue = linebreak.Item{Kind: linebreak.Glue, Width: it.Space, Stretch: it.Stretch, Shrink: it.Shrink}
			k.blank = Piece{Ink: pc.Ink.(Word).Blank(), Tag: pc.Tag, Link: pc.Link, Offset: -1}
			f(Unit(at), Unit(space), &k.glue, &k.blank)
			at += space
		}
	})
}

// widths calls f for each item of the line that is set, its hyphen the last,
// with its set width and that of the space that it has taken in.
func (l *Line) widths(f func(i int, w, space int64)) {
	items := l.Para.Items
	short := int64(l.Width - l.natural())
	var flex, fils, wide int64
	for i := l.Start; i < l.End; i++ {
		switch it := &items[i]; {
		case it.Kind == linebreak.Glue && it.Stretch >= linebreak.Fil:
			fils++
		case it.Kind == linebreak.Penalty:
		case short >= 0:
			flex += int64(it.Stretch)
		default:
			flex += int64(it.Shrink)
		}
	}
	if it := l.hyphen(); it != nil {
		wide = l.stretched(it)
		short -= wide
	}
	if l.Expand != 0 || l.Track != 0 {
		for i := l.Start; i < l.End; i++ {
			if items[i].Kind == linebreak.Box {
				short -= l.stretched(&items[i])
			}
		}
	}
	if short < 0 && flex < -short {
		short = -flex // overfull: no tighter than it may be
	}
	if short > 0 && l.Para.Align != Justify && fils == 0 {
		short = 0
	}
	moved, seen := int64(0), int64(0)
	for i := l.Start; i < l.End; i++ {
		it := &items[i]
		if it.Kind == linebreak.Penalty {
			continue
		}
		w, more := int64(it.Width), int64(0)
		if it.Kind == linebreak.Box {
			w += l.stretched(it)
		}
		switch {
		case short > 0 && fils > 0:
			if it.Kind == linebreak.Glue && it.Stretch >= linebreak.Fil {
				seen++
				more = short*seen/fils - moved
				moved += more
			}
		case flex > 0:
			if short >= 0 {
				seen += int64(it.Stretch)
			} else {
				seen += int64(it.Shrink)
			}
			more = portion(short, seen, flex) - moved
			moved += more
		}
		if it.Space != 0 {
			f(i, w, int64(it.Space)+more)
		} else {
			f(i, w+more, 0)
		}
	}
	if it := l.hyphen(); it != nil {
		f(l.End, int64(it.Width)+wide, 0)
	}
}

// one is a ratio of 1.
const one = 1 << 16

// stretched is by how much a box of the line, or its hyphen, is stretched or
// shrunk.
func (l *Line) stretched(it *linebreak.Item) int64 {
	return int64(it.Give)*int64(l.Expand)/one + int64(it.Track)*int64(l.Track)/one
}

// portion is short*seen/flex without overflow.
func portion(short, seen, flex int64) int64 {
	for short > 1<<31 || short < -1<<31 || seen > 1<<31 {
		short, seen, flex = short>>1, seen>>1, flex>>2
		if flex == 0 {
			return 0
		}
	}
	return short * seen / flex
}
