package svg

import (
	"errors"
	"math"
)

// A Point is a place in a drawing; y goes down.
type Point struct{ X, Y float64 }

// A Verb says what a segment of a path does.
type Verb uint8

const (
	Move  Verb = iota // to P[0]
	Line              // to P[0]
	Curve             // to P[2], a cubic with P[0] and P[1]
	Close             // back to the last Move
)

// A Segment is a piece of a path.
type Segment struct {
	Verb Verb
	P    [3]Point
}

// A Path is an outline.
type Path []Segment

func (p *Path) move(to Point)        { *p = append(*p, Segment{Move, [3]Point{to}}) }
func (p *Path) line(to Point)        { *p = append(*p, Segment{Line, [3]Point{to}}) }
func (p *Path) curve(a, b, to Point) { *p = append(*p, Segment{Curve, [3]Point{a, b, to}}) }
func (p *Path) close()               { *p = append(*p, Segment{Verb: Close}) }

// mapped is the path as a matrix maps it.
func (p Path) mapped(m Matrix) Path {
	out := make(Path, len(p))
	for i, s := range p {
		out[i].Verb = s.Verb
		for k := range s.P {
			out[i].P[k] = m.Apply(s.P[k])
		}
	}
	return out
}

// bounds is the least rectangle around the path's points: left, top, right,
// bottom. It is a little large for curves.
func (p Path) bounds() (b [4]float64) {
	b = [4]float64{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, s := range p {
		for _, q := range s.P[:[...]int{Move: 1, Line: 1, Curve: 3, Close: 0}[s.Verb]] {
			b = [4]float64{math.Min(b[0], q.X), math.Min(b[1], q.Y), math.Max(b[2], q.X), math.Max(b[3], q.Y)}
		}
	}
	return b
}

// A pathReader reads path data.
type pathReader struct {
	scanner
	path       Path
	at, origin Point
	control    Point // of the last curve, for the smooth ones
	last       byte  // the kind of the last command
}

var errPath = errors.New("not path data")

// parsePath reads path data (SVG 1.1, 8.3). Of faulty data what comes before
// the fault stands, as the specification asks (F.2).
func parsePath(d string) (Path, error) {
	r := &pathReader{scanner: scanner{s: d}}
	var cmd byte
	for {
		r.skip(space + ",")
		if r.i == len(d) {
			return r.path, nil
		}
		c := d[r.i]
		switch {
		case c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
			cmd = c
			r.i++
		case cmd == 0 || cmd|0x20 == 'z':
			return r.path, errPath
		case cmd == 'M':
			cmd = 'L' // more pairs are lines
		case cmd == 'm':
			cmd = 'l'
		}
		if len(r.path) == 0 && cmd|0x20 != 'm' || !r.command(cmd) {
			return r.path, errPath
		}
	}
}

// command reads what a command takes once.
func (r *pathReader) command(cmd byte) bool {
	rel := cmd >= 'a'
	kind := cmd | 0x20
	ok := true
	point := func() Point {
		x, ok1 := r.number()
		y, ok2 := r.number()
		ok = ok && ok1 && ok2
		if rel {
			return Point{r.at.X + x, r.at.Y + y}
		}
		return Point{x, y}
	}
	start := r.at
	switch kind {
	case 'm':
		if p := point(); ok {
			r.path.move(p)
			r.at, r.origin = p, p
		}
	case 'l', 'h', 'v':
		if p := r.straight(kind, rel, &ok, point); ok {
			r.path.line(p)
			r.at = p
		}
	case 'c', 's':
		a := r.reflected('c', 's')
		if kind == 'c' {
			a = point()
		}
		if b, p := point(), point(); ok {
			r.path.curve(a, b, p)
			r.control, r.at = b, p
		}
	case 'q', 't':
		a := r.reflected('q', 't')
		if kind == 'q' {
			a = point()
		}
		if p := point(); ok {
			r.path.curve(between(start, a, 2.0/3), between(p, a, 2.0/3), p)
			r.control, r.at = a, p
		}
	case 'a':
		rx, ok1 := r.number()
		ry, ok2 := r.number()
		turn, ok3 := r.number()
		large, ok4 := r.flag()
		sweep, ok5 := r.flag()
		p := point()
		if ok = ok && ok1 && ok2 && ok3 && ok4 && ok5; ok {
			r.path.arc(start, p, math.Abs(rx), math.Abs(ry), turn*math.Pi/180, large, sweep)
			r.at = p
		}
	case 'z':
		r.path.close()
		r.at = r.origin
	default:
		return false
	}
	r.last = kind
	return ok
}

func (r *pathReader) straight(kind byte, rel bool, ok *bool, point func() Point) Point {
	if kind == 'l' {
		return point()
	}
	v, k := r.number()
	*ok = *ok && k
	p := r.at
	if kind == 'h' {
		if !rel {
			p.X = 0
		}
		p.X += v
	} else {
		if !rel {
			p.Y = 0
		}
		p.Y += v
	}
	return p
}

// reflected is the first control point of a smooth curve: the last one of the
// curve before, of one of two kinds, on the other side.
func (r *pathReader) reflected(a, b byte) Point {
	if r.last != a && r.last != b {
		return r.at
	}
	return Point{2*r.at.X - r.control.X, 2*r.at.Y - r.control.Y}
}

func between(a, b Point, t float64) Point {
	return Point{a.X + float64(t*(b.X-a.X)), a.Y + float64(t*(b.Y-a.Y))}
}

// arc appends a part of an ellipse as cubics of a quarter turn at most
// (SVG 1.1, F.6.5).
func (p *Path) arc(from, to Point, rx, ry, turn float64, large, sweep bool) {
	if rx == 0 || ry == 0 || from == to {
		p.line(to)
		return
	}
	sin, cos := math.Sincos(turn)
	dx, dy := (from.X-to.X)/2, (from.Y-to.Y)/2
	x, y := float64(cos*dx)+float64(sin*dy), float64(cos*dy)-float64(sin*dx)
	if l := float64(x*x)/(rx*rx) + float64(y*y)/(ry*ry); l > 1 { // too small to reach: grown
		rx, ry = rx*math.Sqrt(l), ry*math.Sqrt(l)
	}
	f := (float64(rx*rx*ry*ry) - float64(rx*rx*y*y) - float64(ry*ry*x*x)) / (float64(rx*rx*y*y) + float64(ry*ry*x*x))
	f = math.Sqrt(math.Max(f, 0))
	if large == sweep {
		f = -f
	}
	cx, cy := f*rx*y/ry, -f*ry*x/rx
	start := math.Atan2((y-cy)/ry, (x-cx)/rx)
	sweepBy := math.Atan2((-y-cy)/ry, (-x-cx)/rx) - start
	switch {
	case sweep && sweepBy < 0:
		sweepBy += 2 * math.Pi
	case !sweep && sweepBy > 0:
		sweepBy -= 2 * math.Pi
	}
	m := Matrix{cos, sin, -sin, cos, (from.X + to.X) / 2, (from.Y + to.Y) / 2}.Times(Matrix{rx, 0, 0, ry, cx, cy})
	n := max(int(math.Ceil(math.Abs(sweepBy)/(math.Pi/2)-1e-9)), 1)
	step := sweepBy / float64(n)
	k := 4.0 / 3 * math.Tan(step/4)
	for i := range n {
		s0, c0 := math.Sincos(start + float64(float64(i)*step))
		s1, c1 := math.Sincos(start + float64(float64(i+1)*step))
		end := m.Apply(Point{c1, s1})
		if i == n-1 {
			end = to
		}
		p.curve(m.Apply(Point{c0 - float64(k*s0), s0 + float64(k*c0)}), m.Apply(Point{c1 + float64(k*s1), s1 - float64(k*c1)}), end)
	}
}

// ellipse is an ellipse as four arcs.
func ellipse(cx, cy, rx, ry float64) Path {
	var p Path
	p.move(Point{cx + rx, cy})
	quarters := [4]Point{{cx, cy + ry}, {cx - rx, cy}, {cx, cy - ry}, {cx + rx, cy}}
	from := Point{cx + rx, cy}
	for _, to := range quarters {
		p.arc(from, to, rx, ry, 0, false, true)
		from = to
	}
	p.close()
	return p
}

// rectangle is a rectangle with corners rounded by rx and ry.
func rectangle(x, y, w, h, rx, ry float64) Path {
	var p Path
	rx, ry = math.Min(rx, w/2), math.Min(ry, h/2)
	if rx <= 0 || ry <= 0 {
		p.move(Point{x, y})
		p.line(Point{x + w, y})
		p.line(Point{x + w, y + h})
		p.line(Point{x, y + h})
		p.close()
		return p
	}
	p.move(Point{x + rx, y})
	for _, c := range [4][2]Point{
		{{x + w - rx, y}, {x + w, y + ry}}, {{x + w, y + h - ry}, {x + w - rx, y + h}},
		{{x + rx, y + h}, {x, y + h - ry}}, {{x, y + ry}, {x + rx, y}},
	} {
		p.line(c[0])
		p.arc(c[0], c[1], rx, ry, 0, false, true)
	}
	p.close()
	return p
}
