package pdf

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strconv"

	"github.com/jung-kurt/gofpdf"

	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
	"github.com/offprint-go/offprint/render/internal/pdffile"
)

// WriteTo writes the finished file. Nothing is written unless all of it could
// be made. It may be called again, and concurrently, and gives the same bytes:
// one writes at a time, with the codes of glyphs that the first gave them.
func (e *Edition) WriteTo(w io.Writer) (int64, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	p := newPainter(e)
	for i, page := range e.pages.Pages {
		if err := e.ctx.Err(); err != nil {
			return 0, fmt.Errorf("pdf: %w", err)
		}
		if err := p.page(i, page); err != nil {
			return 0, fmt.Errorf("pdf: page %s: %w", e.labels[i], err)
		}
	}
	var src bytes.Buffer
	if err := p.pdf.Output(&src); err != nil {
		return 0, fmt.Errorf("pdf: %w", err)
	}
	file, err := p.file()
	if err != nil {
		return 0, fmt.Errorf("pdf: %w", err)
	}
	to := &gate{w: w, ctx: e.ctx}
	if err := pdffile.Finish(to, src.Bytes(), file); err != nil {
		return to.n, fmt.Errorf("pdf: %w", err)
	}
	return to.n, nil
}

// A gate lets nothing through once the context is done, and counts what it let.
type gate struct {
	w   io.Writer
	ctx context.Context
	n   int64
}

func (g *gate) Write(b []byte) (int, error) {
	if err := g.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := g.w.Write(b)
	g.n += int64(n)
	return n, err
}

// A painter turns placed items into content streams. It decides nothing: it
// keeps what the file's finish must know of them (fonts and codes, marked
// content, link areas, anchors).
type painter struct {
	*Edition
	pdf    *gofpdf.Fpdf
	height layout.Unit
	extra  graphics
	press  *pdffile.Compressor
	pages  []pdffile.Page
	dests  []pdffile.Dest
	at     map[string]int // the page of each anchor
	tags   bool           // content is marked

	// of the page
	buf    content
	mixed  bool // gofpdf painted too: an image
	out    pdffile.Page
	tag    layout.Tag // of the open marked content
	open   bool       // marked content is open
	inText bool
	ink    color
	font   *fontUse
	size   layout.Unit
	rise   layout.Unit
	fitted fit
	tj     showing
	along  layout.Walker
	areas  map[int32]*area
	order  []int32
	rules  []bar
	turn   func([4]float64) [4]float64 // from a turned page's places to the page's; nil on others
	dots   []dot
	said   saying
}

// An area is where a link stands on a page: a rectangle for each line.
type area struct {
	rects      [][4]float64
	l, r, y    layout.Unit
	top, under layout.Unit
	has        bool
}

// A bar is a rule of text: an underline or a strike.
type bar struct {
	x, y, w, h layout.Unit
	color      color
	tag        layout.Tag
}

func newPainter(e *Edition) *painter {
	st := e.flow.st
	pdf := gofpdf.NewCustom(&gofpdf.InitType{OrientationStr: "P", UnitStr: "pt",
		Size: gofpdf.SizeType{Wd: float64(st.Page.Width), Ht: float64(st.Page.Height)}})
	pdf.SetCompression(false) // the finish compresses, in parallel
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(e.modified)
	pdf.SetModificationDate(e.modified)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	anchors := 0
	for _, page := range e.pages.Pages {
		anchors += len(page.Anchors)
	}
	p := &painter{Edition: e, pdf: pdf, press: pdffile.NewCompressor(), height: st.Page.Height.unit(), tags: e.flow.profile.file().Tagged(),
		pages: make([]pdffile.Page, 0, len(e.pages.Pages)), dests: make([]pdffile.Dest, 0, anchors), at: make(map[string]int, anchors), areas: map[int32]*area{}}
	for i, page := range e.pages.Pages {
		for _, a := range page.Anchors {
			p.at[a.Name] = i
		}
	}
	return p
}

func (p *painter) page(index int, page *layout.Page) error {
	st := p.flow.st
	p.pdf.AddPage()
	p.buf.reset()
	p.mixed = false
	p.out = pdffile.Page{Width: float64(st.Page.Width), Height: float64(st.Page.Height)}
	p.ink, p.font, p.size, p.rise, p.fitted = color{}, nil, 0, 0, asIs
	clear(p.areas)
	p.order = p.order[:0]
	p.draft()
	if err := p.items(page.Items); err != nil {
		return err
	}
	p.closeTag()
	if p.mixed || len(p.buf) == 0 {
		p.flush()
	} else {
		p.out.Content = p.press.Add(p.buf)
	}
	for _, id := range p.order {
		p.annotate(id)
	}
	for _, a := range page.Anchors {
		p.dests = append(p.dests, pdffile.Dest{Name: a.Name, Page: index, X: points(a.X), Y: points(p.height - a.Y), Elem: p.flow.tags.targets[a.Name]})
	}
	p.pages = append(p.pages, p.out)
	return p.pdf.Error()
}

func (p *painter) items(items []layout.Placed) error {
	for i := range items {
		it := &items[i]
		if it.Line != nil {
			p.line(it)
		} else if err := p.box(it); err != nil {
			return err
		}
	}
	return nil
}

func points(u layout.Unit) float64 { return float64(u) / float64(layout.Point) }

// flush hands what was painted to gofpdf, before gofpdf itself writes.
func (p *painter) flush() {
	p.mixed = true
	if len(p.buf) > 0 {
		p.pdf.RawWriteBuf(bytes.NewReader(p.buf))
		p.buf.reset()
	}
}

// tagged opens marked content of a tag, or an artifact's.
func (p *painter) tagged(tag layout.Tag) {
	if p.open && p.tag == tag {
		return
	}
	p.closeTag()
	p.open, p.tag = true, tag
	if !p.tags {
		return
	}
	if tag <= 0 {
		p.buf.WriteString(artifacts[-tag])
		return
	}
	fmt.Fprintf(&p.buf, "/%s <</MCID %d>> BDC\n", markName(p.flow.tags.types[tag]), len(p.out.Marked))
	p.out.Marked = append(p.out.Marked, pdffile.Slot(tag))
}

// markName is the tag of marked content: a standard type's name, or Span.
func markName(typ string) string {
	switch typ {
	case "Title":
		return "P"
	case "Em", "Strong", "Sub":
		return "Span"
	case "Aside":
		return "Div"
	}
	return typ
}

func (p *painter) closeTag() {
	p.said.end(p)
	p.endText()
	if p.open && p.tags {
		p.buf.WriteString("EMC\n")
	}
	p.open = false
}

func (p *painter) beginText() {
	if !p.inText {
		p.buf.WriteString("BT\n")
		p.inText = true
		p.font = nil // Tf goes with the text object's graphics state; say it again
	}
}

func (p *painter) endText() {
	p.show()
	if p.inText {
		p.buf.WriteString("ET\n")
		p.inText = false
	}
	for _, b := range p.rules {
		p.bar(b)
	}
	p.rules = p.rules[:0]
}

// line paints a line of text.
func (p *painter) line(it *layout.Placed) {
	l := it.Line
	if l.Mixed() {
		for _, s := range readingOrder(l, l.Seen(it.X)) {
			p.piece(it, s.X, s.W, &l.Para.Pieces[s.Index])
		}
	} else {
		p.along.Pieces(l, it.X, func(x, w layout.Unit, _ *linebreak.Item, pc *layout.Piece) { p.piece(it, x, w, pc) })
	}
	p.said.end(p)
	p.paintDots()
	p.show()
	for _, id := range p.order {
		p.areas[id].end(p.height)
	}
}

// piece paints a piece of a line.
func (p *painter) piece(it *layout.Placed, x, w layout.Unit, pc *layout.Piece) {
	l := it.Line
	switch ink := pc.Ink.(type) {
	case nil:
	case *glyphs:
		p.tagged(pc.Tag)
		p.word(ink, x, it.Y, p.fit(ink, l))
		p.decorate(ink.style, x, it.Y, w, pc.Tag)
		p.dotted(ink, x, it.Y, false)
	case *textStyle: // a gap that a rule runs through
		p.decorate(ink, x, it.Y, w, pc.Tag)
	case *rubyInk:
		p.ruby(ink, l, x, it.Y, pc)
	case *pageInk:
		p.tagged(pc.Tag)
		p.pageNumber(ink, x, w, it.Y)
	case *dropInk:
		p.drop(ink, x, w, it.Y, pc.Tag)
	case *leaderInk:
		p.leader(ink, x, w, it.Y)
	case imageInk:
		p.image(ink, x, it.Y-ink.h, pc.Tag)
	case mathInk:
		p.tagged(pc.Tag)
		p.formula(ink, x, it.Y, pc.Tag)
	}
	if pc.Link > 0 && w > 0 {
		p.touch(pc.Link, l, x, it.Y, w)
	}
}

// pageNumber sets a page's label so that it ends at the margin.
func (p *painter) pageNumber(ink *pageInk, x, w, y layout.Unit) {
	label := p.labels[p.at[ink.anchor]]
	gs := p.flow.set.shape(ink.style, []byte(label))
	if !ink.rtl {
		x += w
		for _, g := range gs {
			x -= g.width
		}
	}
	for _, g := range gs {
		p.word(g, x, y, asIs)
		x += g.width
	}
}

func (p *painter) decorate(ts *textStyle, x, y, w layout.Unit, tag layout.Tag) {
	if ts.underline {
		p.rules = append(p.rules, bar{x, y + scale(ts.size, 0.12), w, scale(ts.size, 0.05), ts.color, tag})
	}
	if ts.strike {
		p.rules = append(p.rules, bar{x, y - scale(ts.size, 0.26), w, scale(ts.size, 0.05), ts.color, tag})
	}
}

// bar fills a rectangle; y is its upper edge.
func (p *painter) bar(b bar) {
	p.color(b.color)
	p.numbers(b.x, p.height-b.y-b.h, b.w, b.h)
	p.buf.WriteString("re f\n")
}

func (p *painter) color(c color) {
	if c == p.ink {
		return
	}
	p.ink = c
	if p.flow.profile.file().Press() && !c.gray() {
		c = color{} // what is not black would be screened
	}
	p.colorOp(c, "g", "rg")
}

func fraction(v uint8) string { return strconv.FormatFloat(float64(v)/255, 'f', 4, 64) }

// box paints ink of fixed size.
func (p *painter) box(it *layout.Placed) error {
	switch ink := it.Ink.(type) {
	case ruleInk:
		p.tagged(0)
		p.endText()
		p.bar(bar{it.X, it.Y, it.Width, it.Height, ink.color, 0})
	case asideFrame:
		p.tagged(0)
		p.endText()
		w := (1.2 * Pt).unit()
		x := it.X - (10 * Pt).unit()
		if ink.rtl {
			x = it.X + it.Width + (10 * Pt).unit() - w
		}
		p.bar(bar{x, it.Y, w, it.Height, ink.color, 0})
	case imageInk:
		p.image(ink, it.X, it.Y, it.Tag)
	case turnedInk:
		return p.turned(ink, it.X, it.Y, it.Width, it.Height)
	default:
		return fmt.Errorf("ink of type %T is not known to paint", it.Ink)
	}
	return nil
}

// image paints a picture with its upper left corner at x, y.
func (p *painter) image(ink imageInk, x, y layout.Unit, tag layout.Tag) {
	p.tagged(tag)
	p.endText()
	if ink.drawing != nil {
		p.drawing(ink, x, y)
		p.frame(ink, x, y)
		return
	}
	p.flush()
	opt := gofpdf.ImageOptions{ImageType: ink.kind}
	if p.pdf.GetImageInfo(ink.key) == nil {
		p.pdf.RegisterImageOptionsReader(ink.key, opt, bytes.NewReader(ink.data))
	}
	top := y + p.flow.st.Page.Height.unit() - p.height // gofpdf counts from the page's head, turned or not
	p.pdf.ImageOptions(ink.key, points(x), points(top), points(ink.w), points(ink.h), false, opt, 0, "")
	p.frame(ink, x, y)
}

// frame says in a Figure's tag where it is.
func (p *painter) frame(ink imageInk, x, y layout.Unit) {
	if ink.elem != nil {
		ink.elem.Attrs = append(ink.elem.Attrs[:1:1], p.bbox(x, y, ink.w, ink.h))
	}
}

// nearby is how far apart two pieces of a line may be by rounding.
const nearby = layout.Point / 8

// touch adds a piece to the area of its link.
func (p *painter) touch(id int32, l *layout.Line, x, y, w layout.Unit) {
	a := p.areas[id]
	if a == nil {
		a = &area{}
		p.areas[id] = a
		p.order = append(p.order, id)
	}
	if a.has && (x > a.r+nearby || x+w < a.l-nearby) {
		a.end(p.height) // text of another direction stands between
	}
	if !a.has {
		a.has, a.l, a.r, a.y = true, x, x+w, y
		a.top, a.under = l.Para.Height, l.Para.Leading-l.Para.Height
		return
	}
	a.l, a.r = min(a.l, x), max(a.r, x+w)
}

// end closes the area's rectangle on a line.
func (a *area) end(height layout.Unit) {
	if !a.has {
		return
	}
	a.has = false
	a.rects = append(a.rects, [4]float64{points(a.l), points(height - a.y - a.under), points(a.r), points(height - a.y + a.top)})
}

func (p *painter) annotate(id int32) {
	l, a := p.flow.links[id-1], p.areas[id]
	if len(a.rects) == 0 {
		return
	}
	p.out.Annots = append(p.out.Annots, pdffile.Annot{Rects: a.rects, URI: l.uri, Dest: l.dest, Contents: l.contents, Elem: l.elem})
}
