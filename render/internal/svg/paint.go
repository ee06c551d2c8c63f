package svg

import (
	"math"
	"strings"
)

// reference is the id in url(#id), and what follows it.
func reference(v string) (id, rest string, ok bool) {
	v, ok = strings.CutPrefix(strings.TrimSpace(v), "url(")
	if !ok {
		return "", "", false
	}
	id, rest, ok = strings.Cut(v, ")")
	id, local := strings.CutPrefix(strings.Trim(strings.TrimSpace(id), `"'`), "#")
	return id, strings.TrimSpace(rest), ok && local
}

// paint reads the value of fill or stroke for a shape.
func (d *drawer) paint(v string, opacity float64, s state, p Path) Paint {
	out := Paint{Opacity: opacity}
	switch {
	case v == "none":
		return out
	case v == "currentColor" || v == "currentcolor":
		out.On, out.Color = true, s.color
		return out
	case strings.HasPrefix(v, "url("):
		return d.server(v, opacity, s, p)
	}
	c, alpha, ok := parseColor(v)
	if !ok {
		d.unknown("colour " + clipped(v))
	}
	out.On, out.Color, out.Opacity = alpha > 0, c, opacity*alpha
	return out
}

// server is the paint of url(#id), or what stands after it for those who do
// not know it (SVG 1.1, 11.2).
func (d *drawer) server(v string, opacity float64, s state, p Path) Paint {
	id, rest, ok := reference(v)
	e := d.ids[id]
	if ok && e != nil && (e.name == "linearGradient" || e.name == "radialGradient") {
		return d.gradient(e, opacity, s, p)
	}
	if e != nil {
		d.unknown(e.name)
	} else {
		d.unknown("paint " + clipped(v))
	}
	if rest == "" || strings.HasPrefix(rest, "url(") {
		return Paint{Opacity: opacity}
	}
	return d.paint(rest, opacity, s, p)
}

// gradient makes the paint of a gradient, which may take its attributes and
// its stops from others (SVG 1.1, 13.2).
func (d *drawer) gradient(e *element, opacity float64, s state, p Path) Paint {
	attrs := map[string]string{}
	var stops []*element
	for g, n := e, 0; g != nil && n < maxUses; n++ {
		for k, v := range g.attrs {
			if _, ok := attrs[k]; !ok {
				attrs[k] = v
			}
		}
		if stops == nil {
			for _, k := range g.kids {
				if k.name == "stop" {
					stops = append(stops, k)
				}
			}
		}
		ref, _ := strings.CutPrefix(g.attrs["href"], "#")
		g = d.ids[ref]
	}
	g := &Gradient{Radial: e.name == "radialGradient"}
	alpha := d.stops(g, stops, s)
	out := Paint{On: true, Opacity: opacity * alpha}
	switch len(g.Stops) {
	case 0:
		return Paint{Opacity: opacity}
	case 1:
		out.Color = g.Stops[0].Color
		return out
	}
	if v := attrs["spreadMethod"]; v != "" && v != "pad" {
		d.unknown("spreadMethod " + v)
	}
	if !d.place(g, attrs, s, p) {
		out.Color = g.Stops[len(g.Stops)-1].Color
		return out
	}
	out.Gradient, out.Color = g, g.Stops[0].Color
	return out
}

// stops reads a gradient's stops and returns the opacity that they share. Stops
// of different opacity are mixed with white, the paper, as far as they are
// transparent.
func (d *drawer) stops(g *Gradient, es []*element, s state) float64 {
	var alphas []float64
	same := true
	last := 0.0
	for _, e := range es {
		p := d.properties(e)
		at, _ := share(p["offset"], 1)
		last = math.Max(last, at)
		c, alpha, ok := parseColor(p["stop-color"])
		if p["stop-color"] == "currentColor" {
			c, ok = s.color, true
		}
		if !ok {
			c, alpha = Color{}, 1
		}
		if o, ok := share(p["stop-opacity"], 1); ok {
			alpha *= o
		}
		alphas = append(alphas, alpha)
		same = same && alpha == alphas[0]
		g.Stops = append(g.Stops, Stop{last, c})
	}
	if len(alphas) == 0 {
		return 1
	}
	if same {
		return alphas[0]
	}
	d.unknown("stop-opacity that changes")
	for i, a := range alphas {
		for k, v := range g.Stops[i].Color {
			g.Stops[i].Color[k] = uint8(math.Round(255 - float64(a*float64(255-v))))
		}
	}
	return 1
}

// place finds where a gradient runs. It is false for one that has no extent.
func (d *drawer) place(g *Gradient, attrs map[string]string, s state, p Path) bool {
	whole := s.view
	g.Matrix = s.matrix
	if attrs["gradientUnits"] != "userSpaceOnUse" {
		b := p.bounds()
		w, h := b[2]-b[0], b[3]-b[1]
		if !(w > 0 && h > 0) {
			return false
		}
		g.Matrix = g.Matrix.Times(Matrix{w, 0, 0, h, b[0], b[1]})
		whole = Point{1, 1}
	}
	if t := attrs["gradientTransform"]; t != "" {
		m, ok := transform(t)
		if !ok {
			d.unknown("gradientTransform " + clipped(t))
		}
		g.Matrix = g.Matrix.Times(m)
	}
	at := func(k string, whole float64, or string) float64 {
		v := attrs[k]
		if v == "" {
			v = or
		}
		x, _ := length(v, whole, s.size)
		return x
	}
	if g.Matrix.flat() {
		return false
	}
	if !g.Radial {
		g.From = [3]float64{at("x1", whole.X, "0%"), at("y1", whole.Y, "0%")}
		g.To = [3]float64{at("x2", whole.X, "100%"), at("y2", whole.Y, "0%")}
		return g.From != g.To
	}
	r := at("r", math.Hypot(whole.X, whole.Y)/math.Sqrt2, "50%")
	g.To = [3]float64{at("cx", whole.X, "50%"), at("cy", whole.Y, "50%"), r}
	g.From = [3]float64{g.To[0], g.To[1], 0}
	if attrs["fx"] != "" {
		g.From[0] = at("fx", whole.X, "")
	}
	if attrs["fy"] != "" {
		g.From[1] = at("fy", whole.Y, "")
	}
	// A focus outside the circle is moved onto it (SVG 1.1, 13.2.3).
	if dx, dy := g.From[0]-g.To[0], g.From[1]-g.To[1]; math.Hypot(dx, dy) > 0.99*r {
		f := 0.99 * r / math.Hypot(dx, dy)
		g.From[0], g.From[1] = g.To[0]+float64(dx*f), g.To[1]+float64(dy*f)
	}
	return r > 0
}

// clip adds a clip path to an element's state: the outlines of the shapes in
// it together (SVG 1.1, 14.3).
func (d *drawer) clip(e *element, s *state, v string) {
	id, _, ok := reference(v)
	c := d.ids[id]
	if !ok || c == nil || c.name != "clipPath" {
		d.unknown("clip-path " + clipped(v))
		return
	}
	in := *s
	if c.attrs["clipPathUnits"] == "objectBoundingBox" {
		b := d.outline(e, in).bounds()
		if !(b[2] > b[0] && b[3] > b[1]) {
			d.unknown("clip-path " + clipped(v))
			return
		}
		in.matrix = in.matrix.Times(Matrix{b[2] - b[0], 0, 0, b[3] - b[1], b[0], b[1]})
	}
	if t := c.attrs["transform"]; t != "" {
		m, _ := transform(t)
		in.matrix = in.matrix.Times(m)
	}
	clip := Clip{}
	for _, k := range c.kids {
		d.clipShape(k, in, &clip)
	}
	if len(clip.Path) == 0 { // nothing is inside
		s.hidden = true
		return
	}
	s.clips = append(s.clips, clip)
}

func (d *drawer) clipShape(e *element, s state, to *Clip) {
	p := d.properties(e)
	if m, ok := transform(p["transform"]); ok {
		s.matrix = s.matrix.Times(m)
	}
	if e.name == "use" {
		ref, _ := strings.CutPrefix(e.attrs["href"], "#")
		if t := d.ids[ref]; t != nil && t.name != "use" {
			x, _ := length(e.attrs["x"], s.view.X, s.size)
			y, _ := length(e.attrs["y"], s.view.Y, s.size)
			s.matrix = s.matrix.Times(translate(x, y))
			d.clipShape(t, s, to)
		}
		return
	}
	switch e.name {
	case "path", "rect", "circle", "ellipse", "polyline", "polygon":
		to.Path = append(to.Path, d.outline(e, s).mapped(s.matrix)...)
		to.EvenOdd = to.EvenOdd || p["clip-rule"] == "evenodd"
	case "", "title", "desc":
	default:
		d.unknown(e.name + " in a clipPath")
	}
}
