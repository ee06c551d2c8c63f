package pdf

import (
	"fmt"
	"math"

	"github.com/offprint-go/offprint/render/internal/layout"
)

// draftGray is the tone of the draft mark: seen at once, and read through.
const draftGray = 0xDD

// draftStyle is the style of the draft mark: its width is seven tenths of the
// page's diagonal, its height a sixth of it at most.
func (f *flow) draftStyle() *textStyle {
	ts := textStyle{cut: semibold, size: layout.Point, lang: f.d.Meta.Lang, color: color{draftGray, draftGray, draftGray}, noHyphens: true}
	diagonal := f.diagonal() * layout.Point
	width := max(f.measureText(&ts, f.st.Draft), 1)
	ts.size = min(diagonal*7/10/width*layout.Point, diagonal/6)
	return f.set.intern(ts)
}

// diagonal is that of the page, in points.
func (f *flow) diagonal() layout.Unit {
	w, h := float64(f.st.Page.Width), float64(f.st.Page.Height)
	return layout.Unit(math.Sqrt(float64(w*w) + float64(h*h)))
}

// draft paints the draft mark along the page's diagonal, behind all else.
func (p *painter) draft() {
	f := p.flow
	if f.st.Draft == "" {
		return
	}
	ts := f.draftStyle()
	gs := f.set.shape(ts, []byte(f.st.Draft))
	var width layout.Unit
	for _, g := range gs {
		width += g.width
	}
	w, h, d := float64(f.st.Page.Width), float64(f.st.Page.Height), float64(f.diagonal())
	p.silent(watermark, func() {
		fmt.Fprintf(&p.buf, "q %.4f %.4f %.4f %.4f %.2f %.2f cm\n", w/d, h/d, -h/d, w/d, w/2, h/2)
		x := -width / 2
		for _, g := range gs {
			p.word(g, x, p.height+ts.size/3, asIs)
			x += g.width
		}
		p.endText()
		p.buf.WriteString("Q\n")
		p.ink, p.font = color{}, nil
	})
}

// silent paints what a reader should see and not read: an artifact that stands
// for no text, so that one who takes the text by its places on the page does
// not find it there.
func (p *painter) silent(kind layout.Tag, paint func()) {
	p.tagged(kind)
	p.endText()
	p.buf.WriteString("/Span <</ActualText <FEFF> >> BDC\n")
	paint()
	p.endText()
	p.buf.WriteString("EMC\n")
	p.closeTag()
}
