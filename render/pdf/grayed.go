package pdf

import (
	"image"
	"slices"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/svg"
)

// A file of PDF/X-1a has no colours but the inks of its press, and what they look
// like is known to the ICC profile of the printing condition alone. To turn an
// image's colours into inks takes an engine that reads such profiles (and a
// choice of how much ink the paper bears): the library has none, and a formula
// without the profile gives colours that nobody proofed. So images are made gray,
// by their luminance, and it is said. One who wants them in colour makes X4,
// where the press converts them.

// warnGray says that an image loses its colours.
func (f *flow) warnGray(im *doc.Image, p *picture) {
	if p.grayed || p.gray && p.drawing != nil && coloured(p.drawing.Items) {
		f.warnAt(f.x.Path(im), "image %q: its colours are printed in gray: a file of PDF/X-1a cannot hold them; one of PDF/X-4 can", p.name)
	}
}

// mostTint is how far apart the channels of a gray pixel may be: the rounding
// of a JPEG file.
const mostTint = 12

// tinted reports whether an image has colours.
func tinted(img *image.RGBA) bool {
	for i := 0; i+3 < len(img.Pix); i += 4 {
		r, g, b := img.Pix[i], img.Pix[i+1], img.Pix[i+2]
		if max(r, g, b)-min(r, g, b) > mostTint {
			return true
		}
	}
	return false
}

// coloured reports whether a drawing has colours.
func coloured(items []svg.Item) bool {
	return slices.ContainsFunc(items, func(it svg.Item) bool {
		switch it := it.(type) {
		case *svg.Group:
			return coloured(it.Items)
		case *svg.Shape:
			return inColour(it.Fill) || inColour(it.Stroke)
		case *svg.Text:
			return slices.ContainsFunc(it.Spans, func(s svg.Span) bool { return inColour(s.Fill) })
		}
		return false
	})
}

func inColour(p svg.Paint) bool {
	if !p.On || p.Gradient == nil {
		return p.On && !color(p.Color).gray()
	}
	return slices.ContainsFunc(p.Gradient.Stops, func(s svg.Stop) bool { return !color(s.Color).gray() })
}
