package svg

import (
	"math"
	"strings"
)

// A Matrix maps x, y to a·x+c·y+e, b·x+d·y+f.
type Matrix [6]float64

// Identity is the matrix that changes nothing.
var Identity = Matrix{1, 0, 0, 1, 0, 0}

// Times is the matrix that does n first, then m. Each product is rounded
// before it is added: not all machines would by themselves.
func (m Matrix) Times(n Matrix) Matrix {
	return Matrix{
		float64(m[0]*n[0]) + float64(m[2]*n[1]), float64(m[1]*n[0]) + float64(m[3]*n[1]),
		float64(m[0]*n[2]) + float64(m[2]*n[3]), float64(m[1]*n[2]) + float64(m[3]*n[3]),
		float64(m[0]*n[4]) + float64(m[2]*n[5]) + m[4], float64(m[1]*n[4]) + float64(m[3]*n[5]) + m[5],
	}
}

// Apply maps a point.
func (m Matrix) Apply(p Point) Point {
	return Point{float64(m[0]*p.X) + float64(m[2]*p.Y) + m[4], float64(m[1]*p.X) + float64(m[3]*p.Y) + m[5]}
}

// flat reports whether the matrix makes a plane a line or less, or has numbers
// that are none.
func (m Matrix) flat() bool {
	d := float64(m[0]*m[3]) - float64(m[1]*m[2])
	for _, v := range m {
		if math.IsNaN(v) || math.Abs(v) > 1e9 {
			return true
		}
	}
	return math.Abs(d) < 1e-12
}

func translate(x, y float64) Matrix { return Matrix{1, 0, 0, 1, x, y} }

func scaling(x, y float64) Matrix { return Matrix{x, 0, 0, y, 0, 0} }

// transform reads a transform attribute (SVG 1.1, 7.6).
func transform(v string) (Matrix, bool) {
	m := Identity
	for v = strings.Trim(v, space+","); v != ""; v = strings.Trim(v, space+",") {
		name, rest, ok := strings.Cut(v, "(")
		args, after, ok2 := strings.Cut(rest, ")")
		if !ok || !ok2 {
			return m, false
		}
		n, ok := transformation(strings.TrimSpace(name), numbers(args))
		if !ok {
			return m, false
		}
		m, v = m.Times(n), after
	}
	return m, true
}

func transformation(name string, a []float64) (Matrix, bool) {
	at := func(i int, or float64) float64 {
		if i < len(a) {
			return a[i]
		}
		return or
	}
	if len(a) == 0 {
		return Identity, false
	}
	switch name {
	case "matrix":
		if len(a) != 6 {
			return Identity, false
		}
		return Matrix(a), true
	case "translate":
		return translate(a[0], at(1, 0)), true
	case "scale":
		return scaling(a[0], at(1, a[0])), true
	case "rotate":
		sin, cos := math.Sincos(a[0] * math.Pi / 180)
		x, y := at(1, 0), at(2, 0)
		return translate(x, y).Times(Matrix{cos, sin, -sin, cos, 0, 0}).Times(translate(-x, -y)), true
	case "skewX":
		return Matrix{1, 0, math.Tan(a[0] * math.Pi / 180), 1, 0, 0}, true
	case "skewY":
		return Matrix{1, math.Tan(a[0] * math.Pi / 180), 0, 1, 0, 0}, true
	}
	return Identity, false
}

// viewport maps a view box into a rectangle as preserveAspectRatio asks
// (SVG 1.1, 7.8). Cut says that what lies outside is to be cut off.
func viewport(box [4]float64, w, h float64, aspect string) (m Matrix, cut bool) {
	sx, sy := w/box[2], h/box[3]
	f := strings.Fields(aspect)
	if len(f) > 0 && f[0] == "defer" {
		f = f[1:]
	}
	align := "xMidYMid"
	if len(f) > 0 {
		align = f[0]
	}
	if align == "none" {
		return scaling(sx, sy).Times(translate(-box[0], -box[1])), false
	}
	cut = len(f) > 1 && f[1] == "slice"
	s := math.Min(sx, sy)
	if cut {
		s = math.Max(sx, sy)
	}
	free := func(room, used float64, min, max string) float64 {
		switch {
		case strings.Contains(align, min):
			return 0
		case strings.Contains(align, max):
			return room - used
		}
		return (room - used) / 2
	}
	x, y := free(w, s*box[2], "xMin", "xMax"), free(h, s*box[3], "YMin", "YMax")
	return translate(x, y).Times(scaling(s, s)).Times(translate(-box[0], -box[1])), cut
}
