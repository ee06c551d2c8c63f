package pdffile

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationmonoregular"
	"codeberg.org/go-fonts/stix/stix2textregular"
	"github.com/boxesandglue/textshape/ot"
	"github.com/boxesandglue/textshape/subset"
	"github.com/jung-kurt/gofpdf"
	"github.com/stretchr/testify/require"
)

// A paper makes what Finish takes, as the painter of render/pdf does:
// gofpdf's pages with raw content, and the description of the rest.
type paper struct {
	t     testing.TB
	pdf   *gofpdf.Fpdf
	file  *File
	faces []*face
	slots Slot
	buf   bytes.Buffer
	y     float64
}

const (
	pageWidth, pageHeight = 420.0, 595.0
	textSize              = 11.0
)

func newPaper(t testing.TB) *paper {
	pdf := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: pageWidth, Ht: pageHeight}})
	pdf.SetCompression(false)
	pdf.SetCatalogSort(true)
	pdf.SetAutoPageBreak(false, 0)
	return &paper{t: t, pdf: pdf, file: &File{}, faces: []*face{
		newFace(t, "F1", stix2textregular.TTF, false), newFace(t, "F2", liberationmonoregular.TTF, true)}}
}

func (p *paper) page() {
	p.flush()
	p.pdf.AddPage()
	p.file.Pages = append(p.file.Pages, Page{Width: pageWidth, Height: pageHeight})
	p.y = pageHeight - 40
}

func (p *paper) flush() {
	if p.buf.Len() > 0 {
		p.pdf.RawWriteBuf(&p.buf)
		p.buf.Reset()
	}
}

func (p *paper) here() *Page { return &p.file.Pages[len(p.file.Pages)-1] }

func (p *paper) slot() Slot {
	p.slots++
	return p.slots
}

// line paints words into a slot, on a line of its own, and returns its area.
func (p *paper) line(s Slot, face int, words string) [4]float64 {
	p.y -= 14
	f := p.faces[face]
	page := p.here()
	fmt.Fprintf(&p.buf, "/P <</MCID %d>> BDC\nBT /%s %v Tf 40 %v Td <%s> Tj ET\nEMC\n",
		len(page.Marked), f.name, textSize, p.y, f.show(words))
	page.Marked = append(page.Marked, s)
	return [4]float64{40, p.y - 3, 40 + f.width(words)*textSize/1000, p.y + 9}
}

// text is an element's one line of words.
func (p *paper) text(e *Elem, words string) *Elem {
	s := p.slot()
	e.Kids = append(e.Kids, Kid{Slot: s})
	p.line(s, 0, words)
	return e
}

// link is a Link of some words, with its annotation.
func (p *paper) link(words, uri, dest string) *Elem {
	e := &Elem{Type: "Link", Kids: []Kid{{Slot: p.slot()}}}
	r := p.line(e.Kids[0].Slot, 0, words)
	page := p.here()
	page.Annots = append(page.Annots, Annot{Rects: [][4]float64{r}, URI: uri, Dest: dest, Contents: "to " + words, Elem: e})
	return e
}

func (p *paper) dest(name string) {
	p.file.Dests = append(p.file.Dests, Dest{Name: name, Page: len(p.file.Pages) - 1, X: 40, Y: p.y})
}

func (p *paper) artifact(attrs, words string) {
	f := p.faces[0]
	fmt.Fprintf(&p.buf, "/Artifact %s\nBT /%s 8 Tf 40 20 Td <%s> Tj ET\nEMC\n", attrs, f.name, f.show(words))
}

// image paints a picture through gofpdf, marked as s.
func (p *paper) image(s Slot, name, kind string, im image.Image) [4]float64 {
	var b bytes.Buffer
	if kind == "png" {
		require.NoError(p.t, png.Encode(&b, im))
	} else {
		require.NoError(p.t, jpeg.Encode(&b, im, nil))
	}
	page := p.here()
	p.y -= 60
	fmt.Fprintf(&p.buf, "/Figure <</MCID %d>> BDC\n", len(page.Marked))
	page.Marked = append(page.Marked, s)
	p.flush()
	opt := gofpdf.ImageOptions{ImageType: kind}
	p.pdf.RegisterImageOptionsReader(name, opt, &b)
	p.pdf.ImageOptions(name, 40, pageHeight-p.y-50, 50, 50, false, opt, 0, "")
	p.buf.WriteString("EMC\n")
	return [4]float64{40, p.y, 90, p.y + 50}
}

// tint paints a half opaque bar through gofpdf, as furniture.
func (p *paper) tint() {
	p.buf.WriteString("/Artifact BMC\n")
	p.flush()
	p.pdf.SetAlpha(0.5, "Normal")
	p.pdf.Rect(300, 300, 40, 10, "F")
	p.pdf.SetAlpha(1, "Normal")
	p.buf.WriteString("EMC\n")
}

// finish returns gofpdf's bytes and the file that goes with them.
func (p *paper) finish() ([]byte, *File) {
	p.flush()
	var b bytes.Buffer
	require.NoError(p.t, p.pdf.Output(&b))
	for _, f := range p.faces {
		if len(f.codes) > 1 {
			p.file.Fonts = append(p.file.Fonts, f.font())
		}
	}
	return b.Bytes(), p.file
}

// A face gives codes to the glyphs of a font as they are used.
type face struct {
	t        testing.TB
	name     string
	trueType bool
	source   *ot.Font
	face     *ot.Face
	codes    []glyphText
	byText   map[glyphText]int
}

type glyphText struct {
	glyph ot.GlyphID
	text  string
}

func newFace(t testing.TB, name string, data []byte, trueType bool) *face {
	f, err := ot.ParseFont(data, 0)
	require.NoError(t, err)
	fc, err := ot.NewFace(f)
	require.NoError(t, err)
	return &face{t: t, name: name, trueType: trueType, source: f, face: fc, codes: make([]glyphText, 1), byText: map[glyphText]int{}}
}

func (f *face) code(r rune) int {
	text := string(r)
	shown := r
	switch r {
	case 0xFB01:
		text = "fi" // a ligature
	case 0xAD:
		shown = '-' // a hyphen at a line's end
	}
	g, ok := f.face.Cmap().Lookup(ot.Codepoint(shown))
	require.True(f.t, ok, "no glyph for %q", r)
	k := glyphText{g, text}
	c, ok := f.byText[k]
	if !ok {
		c = len(f.codes)
		f.byText[k] = c
		f.codes = append(f.codes, k)
	}
	return c
}

func (f *face) show(words string) string {
	var b bytes.Buffer
	for _, r := range words {
		fmt.Fprintf(&b, "%04X", f.code(r))
	}
	return b.String()
}

func (f *face) advance(g ot.GlyphID) float64 {
	return float64(f.face.HorizontalAdvance(g)) * 1000 / float64(f.face.Upem())
}

func (f *face) width(words string) float64 {
	w := 0.0
	for _, r := range words {
		w += f.advance(f.codes[f.code(r)].glyph)
	}
	return w
}

func (f *face) font() *Font {
	in := subset.NewInput()
	in.Flags = subset.FlagDropLayoutTables | subset.FlagNoLayoutClosure | subset.FlagNoHinting
	for _, c := range f.codes[1:] {
		in.AddGlyph(c.glyph)
	}
	plan, err := subset.CreatePlan(f.source, in)
	require.NoError(f.t, err)
	program, err := plan.Execute()
	require.NoError(f.t, err)
	if !f.trueType {
		sub, err := ot.ParseFont(program, 0)
		require.NoError(f.t, err)
		program, err = sub.TableData(ot.TagCFF)
		require.NoError(f.t, err)
	}
	out := &Font{Name: f.name, Base: f.face.PostscriptName(), TrueType: f.trueType, Program: program, Codes: make([]Code, 1),
		Flags: 4, BBox: [4]int{-200, -300, 1200, 1000}, Ascent: 800, Descent: -200, CapHeight: 650, StemV: 80}
	for _, c := range f.codes[1:] {
		cid, _ := plan.MapGlyph(c.glyph)
		out.Codes = append(out.Codes, Code{CID: cid, Width: f.advance(c.glyph), Text: c.text})
	}
	return out
}

// gradient is a picture with an alpha channel, palette one with a palette.
func gradient() image.Image {
	im := image.NewNRGBA(image.Rect(0, 0, 32, 32))
	for i := range im.Pix {
		im.Pix[i] = byte(i * 7)
	}
	return im
}

func palette() image.Image {
	im := image.NewPaletted(image.Rect(0, 0, 16, 16), color.Palette{color.White, color.Black, color.RGBA{200, 30, 30, 255}})
	for i := range im.Pix {
		im.Pix[i] = byte(i % 3)
	}
	return im
}
