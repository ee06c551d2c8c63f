package pdf

import "github.com/offprint-go/offprint/render/internal/layout"

// Dots of emphasis stand over Japanese and Korean characters and under Chinese
// ones (JLREQ 3.3.9, CLREQ 3.4.2); under a reading they go below. These are the
// heights of their middles above the baseline and their radius, in thousandths
// of the characters' em.
const (
	dotAbove  = squareTop + 130
	dotBelow  = -squareDrop - 130
	dotRadius = 85
)

// emphasize slants letters and puts dots to ideographs, which have no italic.
func (s *textStyle) emphasize() {
	s.slant()
	s.dots = !s.dots
}

// dotted reports whether ink has a dot of emphasis: marks have none.
func (g *glyphs) dotted() bool {
	if !g.style.dots {
		return false
	}
	switch g.class {
	case kana, smallKana, ideograph, iteration, figure, hangul:
		return true
	}
	return false
}

// A dot is where one of emphasis stands: the middle of its character.
type dot struct {
	x, y  layout.Unit
	style *textStyle
	below bool
}

// dotted notes the dot of some ink, to be painted with the others of its line.
func (p *painter) dotted(g *glyphs, x, y layout.Unit, below bool) {
	if g.dotted() {
		p.dots = append(p.dots, dot{x + g.width/2, y, g.style, below || chinese(g.style.lang)})
	}
}

// paintDots paints the dots of a line, as furniture.
func (p *painter) paintDots() {
	if len(p.dots) == 0 {
		return
	}
	p.tagged(0)
	p.endText()
	for _, d := range p.dots {
		up := layout.Unit(dotAbove)
		if d.below {
			up = dotBelow
		}
		p.color(d.style.color)
		p.disc(d.x, d.y-d.style.rise-d.style.size*up/1000, d.style.size*dotRadius/1000)
	}
	p.dots = p.dots[:0]
}

// disc fills a circle about x, y, of four curves.
func (p *painter) disc(x, y, r layout.Unit) {
	y = p.height - y
	c := r * 5523 / 10000 // so far from the ends of a quarter's curve are its handles
	p.numbers(x+r, y)
	p.buf.WriteString("m\n")
	for _, q := range [4][6]layout.Unit{{r, c, c, r, 0, r}, {-c, r, -r, c, -r, 0}, {-r, -c, -c, -r, 0, -r}, {c, -r, r, -c, r, 0}} {
		p.numbers(x+q[0], y+q[1], x+q[2], y+q[3], x+q[4], y+q[5])
		p.buf.WriteString("c\n")
	}
	p.buf.WriteString("f\n")
}
