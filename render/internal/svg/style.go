package svg

import "strings"

// A state is the properties of an element, those that its children inherit and
// those of its own (opacity and clips), and where it stands.
type state struct {
	matrix Matrix
	view   Point // the size that percentages are of
	// hidden is the element with all in it; invisible is inherited, and those
	// within may be visible again.
	hidden, invisible bool
	opacity           float64
	clips             []Clip

	color                      Color
	fill, stroke               string
	fillOpacity, strokeOpacity float64
	evenOdd, clipEvenOdd       bool
	width                      float64
	cap, join                  int
	miter                      float64
	dashes                     []float64
	offset                     float64

	size               float64
	bold, italic, mono bool
	anchor             Anchor
	keepSpace          bool
}

func initial() state {
	return state{matrix: Identity, opacity: 1, fill: "black", stroke: "none", fillOpacity: 1, strokeOpacity: 1, width: 1, miter: 4, size: 16}
}

// styled is the state of an element within another's.
func (d *drawer) styled(e *element, s state) state {
	s.opacity, s.clips = 1, nil
	p := d.properties(e)
	if t := p["transform"]; t != "" {
		m, ok := transform(t)
		if !ok {
			d.unknown("transform " + clipped(t))
		}
		s.matrix = s.matrix.Times(m)
	}
	s.paintProperties(p)
	s.strokeProperties(p)
	s.textProperties(p)
	if v := p["display"]; v == "none" {
		s.hidden = true
	}
	switch p["visibility"] {
	case "hidden", "collapse":
		s.invisible = true
	case "visible":
		s.invisible = false
	}
	if v, ok := p["opacity"]; ok {
		if x, ok := share(v, 1); ok {
			s.opacity = x
		}
	}
	s.hidden = s.hidden || s.opacity == 0
	if v := p["clip-path"]; v != "" && v != "none" {
		d.clip(e, &s, v)
	}
	for _, k := range []string{"mask", "filter", "marker-start", "marker-mid", "marker-end", "marker"} {
		if v := p[k]; v != "" && v != "none" {
			d.unknown(k)
		}
	}
	if v := p["mix-blend-mode"]; v != "" && v != "normal" {
		d.unknown("mix-blend-mode")
	}
	return s
}

func (s *state) paintProperties(p map[string]string) {
	if c, _, ok := parseColor(p["color"]); ok {
		s.color = c
	}
	for _, k := range []struct {
		name string
		to   *string
	}{{"fill", &s.fill}, {"stroke", &s.stroke}} {
		if v := p[k.name]; v != "" && v != "inherit" {
			*k.to = v
		}
	}
	for _, k := range []struct {
		name string
		to   *float64
	}{{"fill-opacity", &s.fillOpacity}, {"stroke-opacity", &s.strokeOpacity}} {
		if v, ok := share(p[k.name], 1); ok {
			*k.to = v
		}
	}
	s.evenOdd = oneOf(p["fill-rule"], s.evenOdd, "nonzero", "evenodd")
	s.clipEvenOdd = oneOf(p["clip-rule"], s.clipEvenOdd, "nonzero", "evenodd")
}

// oneOf is whether a property has its second value, rather than its first; if
// it has neither it stays as it was.
func oneOf(v string, was bool, first, second string) bool {
	switch v {
	case first:
		return false
	case second:
		return true
	}
	return was
}

func (s *state) strokeProperties(p map[string]string) {
	whole := (s.view.X + s.view.Y) / 2
	if v, ok := length(p["stroke-width"], whole, s.size); ok && v >= 0 {
		s.width = v
	}
	if i := strings.Index("butt  round square", p["stroke-linecap"]); p["stroke-linecap"] != "" && i >= 0 {
		s.cap = i / 6
	}
	if i := strings.Index("miter round bevel", p["stroke-linejoin"]); p["stroke-linejoin"] != "" && i >= 0 {
		s.join = i / 6
	}
	if v := numbers(p["stroke-miterlimit"]); len(v) == 1 && v[0] >= 1 {
		s.miter = v[0]
	}
	if v, ok := length(p["stroke-dashoffset"], whole, s.size); ok {
		s.offset = v
	}
	if v := p["stroke-dasharray"]; v == "none" {
		s.dashes = nil
	} else if v != "" && v != "inherit" {
		s.dashes = dashes(v, whole, s.size)
	}
}

// dashes reads a list of lengths; one that is not all above nothing draws a
// solid line.
func dashes(v string, whole, em float64) []float64 {
	var out []float64
	sum := 0.0
	for _, f := range strings.FieldsFunc(v, func(r rune) bool { return strings.ContainsRune(" ,\t\n\r", r) }) {
		l, ok := length(f, whole, em)
		if !ok || l < 0 || len(out) >= 64 {
			return nil
		}
		out = append(out, l)
		sum += l
	}
	if sum <= 0 {
		return nil
	}
	return out
}

func (s *state) textProperties(p map[string]string) {
	if v, ok := length(p["font-size"], s.size, s.size); ok && v >= 0 && v < 1e5 {
		s.size = v
	}
	switch v := p["font-weight"]; v {
	case "":
	case "bold", "bolder", "600", "700", "800", "900":
		s.bold = true
	default:
		s.bold = v == "inherit" && s.bold
	}
	if v := p["font-style"]; v != "" && v != "inherit" {
		s.italic = v == "italic" || v == "oblique"
	}
	if v := strings.ToLower(p["font-family"]); v != "" && v != "inherit" {
		s.mono = strings.Contains(v, "mono") || strings.Contains(v, "courier") || strings.Contains(v, "consolas")
	}
	switch p["text-anchor"] {
	case "start":
		s.anchor = Start
	case "middle":
		s.anchor = Middle
	case "end":
		s.anchor = End
	}
	if v := p["space"]; v != "" {
		s.keepSpace = v == "preserve"
	}
}
