package svg

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
)

// A Drawing is what a file shows.
type Drawing struct {
	// Width and Height are its natural size in points of 1/72 inch.
	Width, Height float64
	// Viewport is its size in its own units: what Items are measured in, from
	// the upper left corner, y downwards.
	Viewport Point
	Items    []Item
	// Unknown names, sorted, what the file asks for and the drawing has not.
	Unknown []string
}

// An Item is painted: a *Shape, a *Text or a *Group.
type Item interface{ isItem() }

func (*Shape) isItem() {}
func (*Text) isItem()  {}
func (*Group) isItem() {}

// A Group is items that are painted together and then made transparent, and
// cut off.
type Group struct {
	Opacity float64
	Clips   []Clip
	Items   []Item
}

// A Clip is an outline outside which nothing is painted.
type Clip struct {
	Path    Path // in the viewport's units
	EvenOdd bool
}

// A Shape is an outline with its paint.
type Shape struct {
	Path    Path
	Matrix  Matrix // from the path's units to the viewport's
	EvenOdd bool
	Fill    Paint
	Stroke  Paint
	Width   float64 // of the stroke, and the rest of it
	Cap     int     // 0 butt, 1 round, 2 square
	Join    int     // 0 miter, 1 round, 2 bevel
	Miter   float64
	Dashes  []float64
	Offset  float64
}

// Paint is what a shape is filled or stroked with: nothing, a colour or a
// gradient.
type Paint struct {
	On       bool
	Color    Color
	Opacity  float64
	Gradient *Gradient
}

// A Gradient runs from one place to another. Its Matrix goes from the
// gradient's units to the viewport's.
type Gradient struct {
	Radial bool
	Matrix Matrix
	// From and To are x, y and radius; a linear gradient has no radius.
	From, To [3]float64
	Stops    []Stop
}

// A Stop is a colour of a gradient, at a place from 0 to 1.
type Stop struct {
	At    float64
	Color Color
}

// A Text is words on a line. Its matrix puts the origin at their start (or
// middle, or end, as Anchor says) on the baseline.
type Text struct {
	Matrix Matrix
	Anchor Anchor
	Spans  []Span
}

// Anchor says what of a text is at its place.
type Anchor uint8

const (
	Start Anchor = iota
	Middle
	End
)

// A Span is words of one style.
type Span struct {
	Words        string
	Size         float64
	Bold, Italic bool
	Mono         bool
	Fill         Paint
}

// Bounds of what a file may ask for by repetition.
const (
	maxItems    = 100_000
	maxSegments = 1_000_000
	maxUses     = 12 // within each other
)

// Parse reads a file.
func Parse(data []byte) (*Drawing, error) {
	root, err := parse(data)
	if err != nil {
		return nil, err
	}
	d := &drawer{ids: map[string]*element{}, out: &Drawing{}}
	root.walk(func(e *element) {
		if id := e.attrs["id"]; id != "" && d.ids[id] == nil {
			d.ids[id] = e
		}
		if e.name == "style" {
			d.rules = append(d.rules, styleSheet(e.words(), d.unknown)...)
		}
	})
	d.root(root)
	if d.err != nil {
		return nil, d.err
	}
	slices.Sort(d.out.Unknown)
	d.out.Unknown = slices.Compact(d.out.Unknown)
	return d.out, nil
}

// A drawer walks a file's elements and makes items of them.
type drawer struct {
	ids      map[string]*element
	rules    []rule
	out      *Drawing
	items    *[]Item // where the next one goes
	count    int
	segments int
	uses     int
	err      error
}

// unknown notes something that the drawing has not.
func (d *drawer) unknown(what string) {
	if len(d.out.Unknown) < 1000 {
		d.out.Unknown = append(d.out.Unknown, what)
	}
}

func (d *drawer) add(it Item, segments int) {
	d.count++
	if d.segments += segments; d.count > maxItems || d.segments > maxSegments {
		d.fail(errors.New("svg: more shapes than a page can show"))
		return
	}
	*d.items = append(*d.items, it)
}

func (d *drawer) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

// root sets the viewport: the size that the file gives, else its view box,
// else 300 by 150 (CSS 2.1, 10.3.2).
func (d *drawer) root(e *element) {
	box, hasBox := viewBox(e)
	w, okW := length(e.attrs["width"], 0, 16)
	h, okH := length(e.attrs["height"], 0, 16)
	okW, okH = okW && !strings.HasSuffix(e.attrs["width"], "%"), okH && !strings.HasSuffix(e.attrs["height"], "%")
	switch {
	case !hasBox:
		if !okW {
			w = 300
		}
		if !okH {
			h = 150
		}
	case !okW && !okH:
		w, h = box[2], box[3]
	case !okW:
		w = h * box[2] / box[3]
	case !okH:
		h = w * box[3] / box[2]
	}
	if !(w > 0 && h > 0) || w > 1e6 || h > 1e6 || w/h > 1000 || h/w > 1000 {
		d.fail(fmt.Errorf("svg: %g by %g pixels is not a size for a page", w, h))
		return
	}
	d.out.Width, d.out.Height = w*0.75, h*0.75
	d.out.Viewport = Point{w, h}
	d.items = &d.out.Items
	s := initial()
	s.view = Point{w, h}
	if hasBox {
		s.matrix, _ = viewport(box, w, h, e.attrs["preserveAspectRatio"])
		s.view = Point{box[2], box[3]}
	}
	s = d.styled(e, s)
	s.clips = append(s.clips, Clip{Path: rectangle(0, 0, w, h, 0, 0)})
	d.group(e, s, func(s state) { d.kids(e, s) })
}

func viewBox(e *element) ([4]float64, bool) {
	n := numbers(e.attrs["viewBox"])
	if len(n) != 4 || !(n[2] > 0) || !(n[3] > 0) {
		return [4]float64{}, false
	}
	return [4]float64(n), true
}

func (d *drawer) kids(e *element, s state) {
	for _, k := range e.kids {
		if d.err != nil {
			return
		}
		if k.name != "" {
			d.element(k, s)
		}
	}
}

// element draws an element.
func (d *drawer) element(e *element, s state) {
	switch e.name {
	case "defs", "symbol", "title", "desc", "metadata", "style", "linearGradient", "radialGradient", "clipPath", "marker", "pattern", "mask", "filter", "script":
		if e.name == "script" {
			d.unknown("script")
		}
		return // for others to use, or not to be painted
	}
	s = d.styled(e, s)
	if s.hidden {
		return
	}
	switch e.name {
	case "g", "a", "switch":
		d.group(e, s, func(s state) { d.kids(e, s) })
	case "svg":
		d.group(e, s, func(s state) { d.nested(e, s) })
	case "use":
		d.group(e, s, func(s state) { d.use(e, s) })
	case "path", "rect", "circle", "ellipse", "line", "polyline", "polygon":
		d.shape(e, s)
	case "text":
		d.group(e, s, func(s state) { d.text(e, s) })
	default:
		if !strings.HasPrefix(e.name, ":") { // other vocabularies say nothing of paint
			d.unknown(e.name)
		}
	}
}

// group draws what belongs together; its opacity and its clip need an item of
// their own.
func (d *drawer) group(e *element, s state, draw func(state)) {
	if s.opacity >= 1 && len(s.clips) == 0 {
		draw(s)
		return
	}
	g := &Group{Opacity: s.opacity, Clips: s.clips}
	s.opacity, s.clips = 1, nil
	outer := d.items
	d.items = &g.Items
	draw(s)
	d.items = outer
	if len(g.Items) > 0 {
		d.add(g, 0)
	}
}

// nested draws an svg within another.
func (d *drawer) nested(e *element, s state) {
	at := func(k string, whole, or float64) float64 {
		if v, ok := length(e.attrs[k], whole, s.size); ok {
			return v
		}
		return or
	}
	x, y := at("x", s.view.X, 0), at("y", s.view.Y, 0)
	w, h := at("width", s.view.X, s.view.X), at("height", s.view.Y, s.view.Y)
	if w <= 0 || h <= 0 {
		return
	}
	s.matrix = s.matrix.Times(translate(x, y))
	clip := rectangle(0, 0, w, h, 0, 0).mapped(s.matrix)
	s.view = Point{w, h}
	if box, ok := viewBox(e); ok {
		m, _ := viewport(box, w, h, e.attrs["preserveAspectRatio"])
		s.matrix, s.view = s.matrix.Times(m), Point{box[2], box[3]}
	}
	s.clips = append(s.clips, Clip{Path: clip})
	d.group(e, s, func(s state) { d.kids(e, s) })
}

// use draws another element of the file.
func (d *drawer) use(e *element, s state) {
	ref, ok := strings.CutPrefix(e.attrs["href"], "#")
	target := d.ids[ref]
	if !ok || target == nil {
		d.unknown("use of " + clipped(e.attrs["href"]))
		return
	}
	if d.uses++; d.uses > maxUses {
		d.fail(errors.New("svg: use within use within use"))
		return
	}
	defer func() { d.uses-- }()
	x, _ := length(e.attrs["x"], s.view.X, s.size)
	y, _ := length(e.attrs["y"], s.view.Y, s.size)
	s.matrix = s.matrix.Times(translate(x, y))
	if target.name != "symbol" {
		d.element(target, s)
		return
	}
	sym := &element{name: "svg", attrs: map[string]string{}, kids: target.kids}
	for _, k := range []string{"viewBox", "preserveAspectRatio", "class", "style"} {
		sym.attrs[k] = target.attrs[k]
	}
	for _, k := range []string{"width", "height"} {
		sym.attrs[k] = e.attrs[k]
	}
	d.element(sym, s)
}

// clipped is the start of a text, for a message.
func clipped(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}

// shape draws a basic shape or a path.
func (d *drawer) shape(e *element, s state) {
	p := d.outline(e, s)
	if len(p) < 2 || s.invisible || s.matrix.flat() {
		return
	}
	out := &Shape{Path: p, Matrix: s.matrix, EvenOdd: s.evenOdd, Width: s.width, Cap: s.cap, Join: s.join, Miter: s.miter, Dashes: s.dashes, Offset: s.offset}
	if e.name != "line" {
		out.Fill = d.paint(s.fill, s.fillOpacity, s, p)
	}
	if s.width > 0 {
		out.Stroke = d.paint(s.stroke, s.strokeOpacity, s, p)
		if out.Stroke.Gradient != nil {
			out.Stroke.Color, out.Stroke.Gradient = out.Stroke.Gradient.Stops[0].Color, nil
			d.unknown("a gradient as stroke")
		}
	}
	if !out.Fill.On && !out.Stroke.On {
		return
	}
	// One kind of paint is as transparent alone as in a group.
	if s.opacity < 1 && len(s.clips) == 0 && out.Fill.On != out.Stroke.On {
		out.Fill.Opacity *= s.opacity
		out.Stroke.Opacity *= s.opacity
		s.opacity = 1
	}
	d.group(e, s, func(state) { d.add(out, len(p)) })
}

// outline is the path of a shape (SVG 1.1, 9).
func (d *drawer) outline(e *element, s state) Path {
	at := func(k string, whole float64) float64 {
		v, _ := length(e.attrs[k], whole, s.size)
		return v
	}
	diagonal := math.Hypot(s.view.X, s.view.Y) / math.Sqrt2
	switch e.name {
	case "path":
		p, err := parsePath(e.attrs["d"])
		if err != nil {
			d.unknown("path data " + clipped(e.attrs["d"]))
		}
		return p
	case "rect":
		w, h := at("width", s.view.X), at("height", s.view.Y)
		rx, okX := length(e.attrs["rx"], s.view.X, s.size)
		ry, okY := length(e.attrs["ry"], s.view.Y, s.size)
		if !okX {
			rx = ry
		} else if !okY {
			ry = rx
		}
		if w <= 0 || h <= 0 {
			return nil
		}
		return rectangle(at("x", s.view.X), at("y", s.view.Y), w, h, rx, ry)
	case "circle", "ellipse":
		rx, ry := at("rx", s.view.X), at("ry", s.view.Y)
		if e.name == "circle" {
			rx = at("r", diagonal)
			ry = rx
		}
		if rx <= 0 || ry <= 0 {
			return nil
		}
		return ellipse(at("cx", s.view.X), at("cy", s.view.Y), rx, ry)
	case "line":
		var p Path
		p.move(Point{at("x1", s.view.X), at("y1", s.view.Y)})
		p.line(Point{at("x2", s.view.X), at("y2", s.view.Y)})
		return p
	}
	var p Path
	n := numbers(e.attrs["points"])
	for i := 0; i+1 < len(n); i += 2 {
		if i == 0 {
			p.move(Point{n[0], n[1]})
		} else {
			p.line(Point{n[i], n[i+1]})
		}
	}
	if e.name == "polygon" && len(p) > 0 {
		p.close()
	}
	return p
}
