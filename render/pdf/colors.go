package pdf

import (
	"math"

	"github.com/offprint-go/offprint/render/internal/svg"
)

// gray reports whether a colour is a tone of gray.
func (c color) gray() bool { return c[0] == c[1] && c[1] == c[2] }

// tone is the gray that a colour has to the eye: its luminance as Rec. 601
// weighs it, which image/color does too.
func (c color) tone() color {
	y := uint8((19595*uint32(c[0]) + 38470*uint32(c[1]) + 7471*uint32(c[2]) + 1<<15) >> 16)
	return color{y, y, y}
}

// faded is a colour of an opacity on white.
func (c color) faded(opacity float64) color {
	for i, v := range c {
		c[i] = uint8(math.Round(255 - float64(opacity*float64(255-v))))
	}
	return c
}

// colorOp sets a colour by an operator of gray or of RGB. Black is gray in every
// file: on a press it is one ink.
func (p *painter) colorOp(c color, gray, rgb string) {
	if p.flow.profile == X1a {
		c = c.tone()
	}
	if c.gray() {
		p.buf.WriteString(fraction(c[0]) + " " + gray + "\n")
		return
	}
	p.buf.WriteString(fraction(c[0]) + " " + fraction(c[1]) + " " + fraction(c[2]) + " " + rgb + "\n")
}

// paintColor sets the colour of a drawing's fill or stroke, which in a file
// without transparency is that of its opacity on white.
func (d *drawingPainter) paintColor(c svg.Color, opacity float64, gray, rgb string) {
	ink := color(c)
	if d.flow.profile == X1a {
		ink = ink.faded(float64(opacity * d.fade))
	}
	d.colorOp(ink, gray, rgb)
}
