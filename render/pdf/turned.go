package pdf

import (
	"fmt"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/pdffile"
)

// A turnedInk is a page's block of text turned by a quarter, its head at the
// left.
type turnedInk struct{ page *layout.Page }

func (turnedInk) String() string { return "turned" }

// turnedTable sets a table over the depth of the page, and turns the pages
// that it makes. Over is by how much it is still too large.
func (f *flow) turnedTable(b *doc.Table, fr *frame) (out []layout.Block, size, over layout.Unit, err error) {
	in := *fr
	in.left, in.right = 0, 0
	w, h := f.st.depth().unit(), f.st.measure().unit()
	w -= w % f.st.Leading.unit() // a page's depth is whole lines
	table, size, _ := f.fitTable(b, &in, w)
	sub, err := layout.Layout(f.ctx, &layout.Book{Page: layout.Geometry{Width: w, Height: h}, Notes: f.noteStyle(), Blocks: table, Set: f.textSetter})
	if err != nil {
		return nil, size, 0, err
	}
	for _, p := range sub.Pages {
		box := &layout.Box{Width: h, Height: w, Ink: turnedInk{p}}
		box.Source, box.Offset, _ = p.First()
		for _, a := range p.Anchors {
			box.Anchors = append(box.Anchors, layout.Anchor{Item: -1, Name: a.Name})
		}
		// The text goes on around it, up to the page's foot.
		out = append(out, &layout.Float{Blocks: []layout.Block{box}, Wide: true})
	}
	for _, pr := range sub.Problems {
		over = max(over, pr.Amount)
	}
	return out, size, over, nil
}

// turned paints a turned page with the upper left corner of its place at x, y.
// What is kept of places on the page, for links and figures, turns with it.
func (p *painter) turned(ink turnedInk, x, y, width, height layout.Unit) error {
	p.closeTag()
	color, fitted, page, links := p.ink, p.fitted, p.height, len(p.order)
	// The nested page's lower left corner comes to the lower right one.
	right, foot := x+width, page-y-height
	fmt.Fprintf(&p.buf, "q 0 1 -1 0 %.3f %.3f cm\n", points(right), points(foot))
	p.height = width
	p.turn = func(r [4]float64) [4]float64 {
		return [4]float64{points(right) - r[3], points(foot) + r[0], points(right) - r[1], points(foot) + r[2]}
	}
	err := p.items(ink.page.Items)
	p.closeTag()
	for _, id := range p.order[links:] {
		for i, r := range p.areas[id].rects {
			p.areas[id].rects[i] = p.turn(r)
		}
	}
	p.buf.WriteString("Q\n")
	p.ink, p.fitted, p.height, p.turn = color, fitted, page, nil
	return err
}

// bbox is a Figure's attribute: where it is on the page.
func (p *painter) bbox(x, y, w, h layout.Unit) pdffile.Attr {
	bottom := p.height - y - h
	r := [4]float64{points(x), points(bottom), points(x + w), points(bottom + h)}
	if p.turn != nil {
		r = p.turn(r)
	}
	return pdffile.Attr{Owner: "Layout", Key: "BBox", Value: fmt.Sprintf("[%.2f %.2f %.2f %.2f]", r[0], r[1], r[2], r[3])}
}
