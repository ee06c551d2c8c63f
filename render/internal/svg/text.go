package svg

import "strings"

// A writer gathers the words of a text element into lines: a tspan with a
// place of its own begins one.
type writer struct {
	*drawer
	at    Point
	open  *Text
	space bool // the last word ended in one
}

func (d *drawer) text(e *element, s state) {
	w := &writer{drawer: d, space: true}
	w.moveTo(e, s)
	w.run(e, s)
	w.end()
}

// moveTo begins a line where an element says.
func (w *writer) moveTo(e *element, s state) {
	at := func(k string, whole float64) (float64, bool) {
		v := e.attrs[k]
		if f := strings.FieldsFunc(v, func(r rune) bool { return r == ' ' || r == ',' }); len(f) > 1 {
			w.unknown("a place for each letter")
			v = f[0]
		}
		return length(v, whole, s.size)
	}
	x, okX := at("x", s.view.X)
	y, okY := at("y", s.view.Y)
	dx, okDX := at("dx", s.view.X)
	dy, okDY := at("dy", s.view.Y)
	if e.name != "text" && !okX && !okY && !okDX && !okDY {
		return
	}
	if e.name != "text" && !okX && w.open != nil && len(w.open.Spans) > 0 {
		w.unknown("a shift within a line") // it would need the width of what stands before
		return
	}
	w.end()
	if okX {
		w.at.X = x
	}
	if okY {
		w.at.Y = y
	}
	w.at.X, w.at.Y = w.at.X+dx, w.at.Y+dy
	w.open = &Text{Matrix: s.matrix.Times(translate(w.at.X, w.at.Y)), Anchor: s.anchor}
	w.space = true
}

// run writes the words of an element.
func (w *writer) run(e *element, s state) {
	for _, k := range e.kids {
		switch k.name {
		case "":
			w.words(k.text, s)
		case "tspan", "a":
			in := w.styled(k, s)
			if in.hidden {
				continue
			}
			w.moveTo(k, in)
			w.run(k, in)
		case "title", "desc":
		default:
			w.unknown(k.name)
		}
	}
}

func (w *writer) words(t string, s state) {
	if s.keepSpace {
		t = strings.Map(func(r rune) rune {
			if r == '\n' || r == '\t' || r == '\r' {
				return ' '
			}
			return r
		}, t)
	} else {
		t = w.folded(t)
	}
	if t == "" || s.size <= 0 || s.invisible || w.open == nil {
		return
	}
	fill := w.paint(s.fill, s.fillOpacity, s, nil)
	fill.Gradient = nil
	if w.paint(s.stroke, s.strokeOpacity, s, nil).On {
		w.unknown("stroke of text")
	}
	if !fill.On {
		return
	}
	w.open.Spans = append(w.open.Spans, Span{Words: t, Size: s.size, Bold: s.bold, Italic: s.italic, Mono: s.mono, Fill: fill})
}

// folded makes each stretch of white space one space, and none at the start of
// a line.
func (w *writer) folded(t string) string {
	out := strings.Join(strings.Fields(t), " ")
	if t != "" && strings.TrimLeft(t, space) != t && !w.space {
		out = " " + out
		w.space = true
	}
	if out != "" && out != " " {
		w.space = strings.TrimRight(t, space) != t
		if w.space {
			out += " "
		}
	}
	return out
}

// end closes the line.
func (w *writer) end() {
	if w.open == nil || len(w.open.Spans) == 0 {
		return
	}
	last := &w.open.Spans[len(w.open.Spans)-1]
	last.Words = strings.TrimRight(last.Words, " ")
	if !w.open.Matrix.flat() {
		w.add(w.open, len(w.open.Spans))
	}
	w.open = nil
}
