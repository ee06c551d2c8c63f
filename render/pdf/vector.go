package pdf

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/pdffile"
	"github.com/offprint-go/offprint/render/internal/svg"
)

// graphics are the resources of drawings, each kept once.
type graphics struct {
	list  []pdffile.Resource
	names map[string]string // by category, dictionary and form
}

// name returns the name of a resource, which is new or was needed before.
func (g *graphics) name(category, dict string, form []byte) string {
	key := category + "\x00" + dict + "\x00" + string(form)
	if n, ok := g.names[key]; ok {
		return n
	}
	if g.names == nil {
		g.names = map[string]string{}
	}
	n := "D" + strconv.Itoa(len(g.list)+1)
	g.names[key] = n
	g.list = append(g.list, pdffile.Resource{Category: category, Name: n, Dict: dict, Form: form})
	return n
}

// A drawingPainter paints one drawing: as operators within the page's content,
// and a group that is transparent as a form.
type drawingPainter struct {
	*painter
	base  svg.Matrix // from the drawing's viewport to the page
	texts map[*svg.Text][]*glyphs
	fade  float64 // the opacity of the groups around, where colours are mixed with white instead
}

// drawing paints a drawing with its upper left corner at x, y.
func (p *painter) drawing(ink imageInk, x, y layout.Unit) {
	v := ink.drawing.Viewport
	base := svg.Matrix{points(ink.w) / v.X, 0, 0, -points(ink.h) / v.Y, points(x), points(p.height - y)}
	d := &drawingPainter{painter: p, base: base, texts: ink.texts, fade: 1}
	d.items(ink.drawing.Items)
}

func (d *drawingPainter) items(items []svg.Item) {
	for _, it := range items {
		switch it := it.(type) {
		case *svg.Group:
			d.group(it)
		case *svg.Shape:
			d.shape(it)
		case *svg.Text:
			d.text(it)
		}
	}
}

// op writes operands and an operator.
func (d *drawingPainter) op(operator string, operands ...float64) {
	for _, v := range operands {
		d.buf.WriteString(number(v))
		d.buf.byte(' ')
	}
	d.buf.WriteString(operator)
	d.buf.byte('\n')
}

// number writes a number to a hundred-thousandth.
func number(v float64) string {
	s := strconv.FormatFloat(v, 'f', 5, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" || s == "" {
		return "0"
	}
	return s
}

func numberList(vs ...float64) string {
	s := make([]string, len(vs))
	for i, v := range vs {
		s[i] = number(v)
	}
	return strings.Join(s, " ")
}

func (d *drawingPainter) group(g *svg.Group) {
	d.op("q")
	for _, c := range g.Clips {
		d.path(c.Path, d.base)
		if c.EvenOdd {
			d.op("W* n")
		} else {
			d.op("W n")
		}
	}
	switch outer := d.fade; {
	case g.Opacity < 1 && d.flow.profile == X1a:
		d.fade *= g.Opacity
		d.items(g.Items)
		d.fade = outer
	case g.Opacity < 1:
		// Transparent together: a form of its own (ISO 32000-1, 11.6.6).
		outer := d.buf
		d.buf = nil
		d.items(g.Items)
		form := []byte(d.buf)
		d.buf = outer
		d.opacity(g.Opacity, g.Opacity)
		d.op("/" + d.extra.name("XObject", d.formDict(), form) + " Do")
	default:
		d.items(g.Items)
	}
	d.op("Q")
}

// formDict is the dictionary of a form that is transparent as one. In a press
// file it is blended in the colours of the press.
func (d *drawingPainter) formDict() string {
	side := math.Max(float64(d.flow.st.Page.Width), float64(d.flow.st.Page.Height))
	space := "/CS/DeviceRGB"
	if d.flow.profile.file().Press() {
		space = ""
	}
	return fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 %s]/Group<</S/Transparency%s>>", numberList(side, side), space)
}

// opacity sets the opacity of fills and strokes.
func (d *drawingPainter) opacity(fill, stroke float64) {
	if (fill < 1 || stroke < 1) && d.flow.profile != X1a {
		d.op("/" + d.extra.name("ExtGState", fmt.Sprintf("/ca %s/CA %s", number(fill), number(stroke)), nil) + " gs")
	}
}

// path writes an outline as a matrix maps it.
func (d *drawingPainter) path(p svg.Path, m svg.Matrix) {
	for _, s := range p {
		var at [3]svg.Point
		for i := range at {
			at[i] = m.Apply(s.P[i])
		}
		switch s.Verb {
		case svg.Move:
			d.op("m", at[0].X, at[0].Y)
		case svg.Line:
			d.op("l", at[0].X, at[0].Y)
		case svg.Curve:
			d.op("c", at[0].X, at[0].Y, at[1].X, at[1].Y, at[2].X, at[2].Y)
		case svg.Close:
			d.op("h")
		}
	}
}

func (d *drawingPainter) shape(s *svg.Shape) {
	fill := s.Fill.On && s.Fill.Gradient == nil
	d.op("q")
	d.opacity(s.Fill.Opacity, s.Stroke.Opacity)
	if s.Fill.On && !fill {
		d.gradient(s)
	}
	if fill || s.Stroke.On {
		m := d.base.Times(s.Matrix)
		d.op("cm", m[:]...)
		if fill {
			d.paintColor(s.Fill.Color, s.Fill.Opacity, "g", "rg")
		}
		if s.Stroke.On {
			d.stroke(s)
		}
		d.path(s.Path, svg.Identity)
		op := map[[2]bool]string{{true, false}: "f", {false, true}: "S", {true, true}: "B"}[[2]bool{fill, s.Stroke.On}]
		if fill && s.EvenOdd {
			op += "*"
		}
		d.op(op)
	}
	d.op("Q")
}

func (d *drawingPainter) stroke(s *svg.Shape) {
	d.paintColor(s.Stroke.Color, s.Stroke.Opacity, "G", "RG")
	d.op("w", s.Width)
	if s.Cap > 0 {
		d.op("J", float64(s.Cap))
	}
	if s.Join > 0 {
		d.op("j", float64(s.Join))
	}
	d.op("M", s.Miter)
	if len(s.Dashes) > 0 {
		// PDF's phase is not below 0; a list is run through twice if it is odd.
		cycle := 0.0
		for _, l := range s.Dashes {
			cycle += l
		}
		phase := math.Mod(s.Offset, 2*cycle)
		if phase < 0 {
			phase += 2 * cycle
		}
		fmt.Fprintf(&d.buf, "[%s] %s d\n", numberList(s.Dashes...), number(phase))
	}
}

func rgb(c svg.Color) []float64 {
	return []float64{float64(c[0]) / 255, float64(c[1]) / 255, float64(c[2]) / 255}
}

// gradient paints a gradient within a shape.
func (d *drawingPainter) gradient(s *svg.Shape) {
	g := s.Fill.Gradient
	d.op("q")
	d.path(s.Path, d.base.Times(s.Matrix))
	if s.EvenOdd {
		d.op("W* n")
	} else {
		d.op("W n")
	}
	m := d.base.Times(g.Matrix)
	d.op("cm", m[:]...)
	kind, coords := 2, []float64{g.From[0], g.From[1], g.To[0], g.To[1]}
	if g.Radial {
		kind, coords = 3, []float64{g.From[0], g.From[1], g.From[2], g.To[0], g.To[1], g.To[2]}
	}
	space, components := "DeviceRGB", rgb
	if d.flow.profile == X1a {
		space, components = "DeviceGray", func(c svg.Color) []float64 { return rgb(svg.Color(color(c).faded(s.Fill.Opacity * d.fade).tone()))[:1] }
	}
	dict := fmt.Sprintf("/ShadingType %d/ColorSpace/%s/Coords[%s]/Extend[true true]/Function%s", kind, space, numberList(coords...), ramp(g.Stops, components))
	d.op("/" + d.extra.name("Shading", dict, nil) + " sh")
	d.op("Q")
}

// ramp is the function of a gradient's colours: from stop to stop in a
// straight line, stitched together (ISO 32000-1, 7.10.4).
func ramp(stops []svg.Stop, components func(svg.Color) []float64) string {
	first, last := stops[0], stops[len(stops)-1]
	if first.At > 0 {
		stops = append([]svg.Stop{{At: 0, Color: first.Color}}, stops...)
	}
	if last.At < 1 {
		stops = append(stops[:len(stops):len(stops)], svg.Stop{At: 1, Color: last.Color})
	}
	// Bounds must grow: two stops at one place are a thousandth apart.
	const apart = 0.001
	at := make([]float64, len(stops))
	for i, s := range stops {
		at[i] = s.At
		if i > 0 {
			at[i] = math.Max(at[i], at[i-1]+apart)
		}
	}
	whole := at[len(at)-1]
	var functions, bounds, encode strings.Builder
	for i := 1; i < len(stops); i++ {
		fmt.Fprintf(&functions, "<</FunctionType 2/Domain[0 1]/N 1/C0[%s]/C1[%s]>>", numberList(components(stops[i-1].Color)...), numberList(components(stops[i].Color)...))
		encode.WriteString("0 1 ")
		if i > 1 {
			bounds.WriteString(number(at[i-1]/whole) + " ")
		}
	}
	return fmt.Sprintf("<</FunctionType 3/Domain[0 1]/Functions[%s]/Bounds[%s]/Encode[%s]>>", functions.String(), bounds.String(), encode.String())
}

// textSize is the size at which a drawing's words are shaped; the matrix makes
// them as large as they are.
const textSize = 10 * Pt

// drawingTexts shapes the words of a drawing.
func (f *flow) drawingTexts(items []svg.Item, into map[*svg.Text][]*glyphs) {
	for _, it := range items {
		switch it := it.(type) {
		case *svg.Group:
			f.drawingTexts(it.Items, into)
		case *svg.Text:
			for _, s := range it.Spans {
				ts := textStyle{size: scale(textSize.unit(), s.Size/it.Spans[0].Size), color: color(s.Fill.Color), lang: f.d.Meta.Lang}
				if s.Mono {
					ts.cut = mono
				}
				if s.Bold {
					ts.embolden()
				}
				if s.Italic {
					ts.slant()
				}
				into[it] = append(into[it], f.set.shape(f.set.intern(ts), []byte(s.Words))...)
			}
		}
	}
}

// text paints a line of words.
func (d *drawingPainter) text(t *svg.Text) {
	var width, x layout.Unit
	for _, g := range d.texts[t] {
		width += g.width
	}
	switch t.Anchor {
	case svg.Middle:
		x = -width / 2
	case svg.End:
		x = -width
	}
	k := t.Spans[0].Size / float64(textSize)
	m := d.base.Times(t.Matrix).Times(svg.Matrix{k, 0, 0, -k, 0, 0})
	ink, fitted, height := d.ink, d.fitted, d.height
	d.op("q")
	d.op("cm", m[:]...)
	d.opacity(t.Spans[0].Fill.Opacity, 1)
	d.height = 0
	for _, g := range d.texts[t] {
		d.word(g, x, 0, asIs)
		x += g.width
	}
	d.endText()
	d.op("Q")
	d.ink, d.fitted, d.height = ink, fitted, height
}
