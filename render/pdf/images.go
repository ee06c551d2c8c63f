package pdf

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"image"
	"image/draw"
	_ "image/gif" // decoders of what a document may hold
	"image/jpeg"
	"image/png"
	"io/fs"
	"strings"

	_ "golang.org/x/image/webp"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/internal/await"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/pdffile"
	"github.com/offprint-go/offprint/render/internal/raster"
	"github.com/offprint-go/offprint/render/internal/svg"
)

// pixel is the largest that a pixel of an image becomes unless the document
// asks for more.
const pixel = In / 150

// An imageStore reads each image of the document once.
type imageStore struct {
	ctx    context.Context
	limits render.Limits
	budget *render.ImageBudget
	files  fs.FS
	images map[string]*picture
	gray   bool // all images are made gray, without transparency
}

// A picture is an image in a form that gofpdf writes without fault.
type picture struct {
	name          string
	key           string // the same for pictures of the same bytes: gofpdf writes such a one twice under one name
	kind          string // gofpdf's: "png" or "jpg"
	data          []byte
	width, height int // pixels
	err           error
	gray          bool // it is to have no colours
	grayed        bool // and had some

	drawing *svg.Drawing // instead of data: an SVG file
	texts   map[*svg.Text][]*glyphs
	pass    *flow // that shaped them
}

// An imageInk is a picture on the page.
type imageInk struct {
	*picture
	elem *pdffile.Elem // the Figure, whose BBox is known once it is placed
	w, h layout.Unit
}

func (i imageInk) String() string { return i.name }

func (s *imageStore) load(src string) (*picture, error) {
	if p := s.images[src]; p != nil {
		return p, p.err
	}
	p, err := s.read(src)
	if err != nil {
		p = &picture{name: src, err: fmt.Errorf("image %q: %w", src, err)}
	}
	s.images[src] = p
	return p, p.err
}

func (s *imageStore) read(src string) (*picture, error) {
	if s.files == nil {
		return nil, errors.New("the document has no files")
	}
	data, err := s.budget.ReadFile(s.ctx, s.files, src)
	if err != nil {
		return nil, err
	}
	p, err := await.Result(s.ctx, func() (*picture, error) {
		p := &picture{name: src, gray: s.gray}
		err := p.decode(data, s.limits)
		p.key = fmt.Sprintf("%x", sha256.Sum256(p.data))
		return p, err
	})
	if err != nil {
		return nil, err
	}
	return p, s.budget.Take(max(len(data), len(p.data)))
}

func (p *picture) decode(data []byte, limits render.Limits) (err error) {
	if svg.Is(data) {
		p.drawing, err = svg.Parse(data)
		return err
	}
	cfg, format, err := image.DecodeConfig(bytes.NewReader(data))
	if errors.Is(err, image.ErrFormat) {
		return errors.New("neither PNG, JPEG, GIF, WebP nor SVG")
	}
	if err != nil {
		return err
	}
	if err := cmp.Or(limits.CheckPixels(cfg.Width, cfg.Height), raster.Whole(format, data)); err != nil {
		return err
	}
	p.width, p.height = cfg.Width, cfg.Height
	if format == "jpeg" {
		if p.kind, p.data = "jpg", data; plainJPEG(data, p.gray) {
			return nil
		}
	}
	return p.encode(data)
}

// plainJPEG reports whether gofpdf, and PDF/A, take a JPEG as it is: gray or
// YCbCr, upright; in a file that is all gray, gray alone.
func plainJPEG(data []byte, gray bool) bool {
	cfg, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil || raster.Orientation(data) > 1 {
		return false
	}
	img := image.NewRGBA(image.Rect(0, 0, 1, 1))
	return (!gray && cfg.ColorModel == image.NewYCbCr(img.Rect, image.YCbCrSubsampleRatio444).ColorModel() && !raster.AdobeRGB(data)) ||
		cfg.ColorModel == image.NewGray(img.Rect).ColorModel()
}

// encode makes the image a PNG of 8 bits a channel without interlace, which
// gofpdf reads.
func (p *picture) encode(data []byte) error {
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return err
	}
	img = raster.Upright(img, raster.Orientation(data))
	p.width, p.height = img.Bounds().Dx(), img.Bounds().Dy()
	var buf bytes.Buffer
	if err := png.Encode(&buf, p.channels(img)); err != nil {
		return err
	}
	p.kind, p.data = "png", buf.Bytes()
	return nil
}

// channels is an image in the channels that it needs: gray, or in all colours,
// with transparency, which the encoder leaves out if there is none. One that has
// them already is not copied: the largest take a quarter of a gigabyte.
func (p *picture) channels(img image.Image) image.Image {
	if g, ok := img.(*image.Gray); ok {
		return g
	}
	b := img.Bounds()
	all := image.Rect(0, 0, b.Dx(), b.Dy())
	if p.gray {
		flat := image.NewRGBA(all)
		draw.Draw(flat, all, image.White, image.Point{}, draw.Src)
		draw.Draw(flat, all, img, b.Min, draw.Over)
		p.grayed = tinted(flat)
		gray := image.NewGray(all)
		draw.Draw(gray, all, flat, image.Point{}, draw.Src)
		return gray
	}
	switch img := img.(type) {
	case *image.NRGBA:
		return img
	case *image.RGBA:
		if img.Opaque() { // and the same as NRGBA
			return img
		}
	}
	rgba := image.NewNRGBA(all)
	draw.Draw(rgba, all, img, b.Min, draw.Src)
	return rgba
}

// natural is the width of a picture that nothing else is said of.
func (p *picture) natural() Length {
	if p.drawing != nil {
		return Length(p.drawing.Width)
	}
	return Length(p.width) * pixel
}

// size is the size of an image on the page: its share of the room, or its
// natural size, within the room in both directions.
func (p *picture) size(im *doc.Image, room, tallest layout.Unit) (w, h layout.Unit) {
	ratio := float64(p.height) / float64(p.width)
	if p.drawing != nil {
		ratio = p.drawing.Height / p.drawing.Width
	}
	w = p.natural().unit()
	if im.Width > 0 {
		w = scale(room, im.Width)
	}
	w = min(w, room)
	h = scale(w, ratio)
	if h > tallest {
		h = tallest
		w = scale(h, 1/ratio)
	}
	return w, h
}

// figureElem is the structure element of an image; nil for one that is
// furniture.
func figureElem(im *doc.Image) *pdffile.Elem {
	if im.Decorative {
		return nil
	}
	alt := im.Alt
	if alt == "" {
		alt = im.Src
	}
	return &pdffile.Elem{Type: "Figure", Alt: alt, Attrs: placement("/Block")}
}

// placement says how an image stands: as a block, or in a line.
func placement(value string) []pdffile.Attr {
	return []pdffile.Attr{{Owner: "Layout", Key: "Placement", Value: value}}
}

// place gives an image its ink and tag.
func (f *flow) place(im *doc.Image, room, tallest layout.Unit) (ink imageInk, tag layout.Tag, err error) {
	p, err := f.images.load(im.Src)
	if err != nil {
		f.fail(im, f.x.Path(im), err)
		return ink, 0, err
	}
	if p.drawing != nil {
		f.drawing(im, p)
	}
	f.warnGray(im, p)
	ink = imageInk{picture: p, elem: figureElem(im)}
	ink.w, ink.h = p.size(im, room, tallest)
	if ink.elem != nil {
		f.tags.in(ink.elem, func() { tag = f.tags.slot() })
	}
	return ink, tag, nil
}

// drawing shapes the words of a drawing and reports what it lacks.
func (f *flow) drawing(im *doc.Image, p *picture) {
	if p.pass != f { // each pass reports anew
		p.pass, p.texts = f, map[*svg.Text][]*glyphs{}
		path := f.path
		f.path = f.x.Path(im)
		f.drawingTexts(p.drawing.Items, p.texts)
		f.path = path
	}
	if len(p.drawing.Unknown) > 0 {
		f.warnAt(f.x.Path(im), "image %q: set without what is not known: %s", p.name, strings.Join(p.drawing.Unknown, ", "))
	}
}

// inlineImage sets an image in a line, as high as the line at most.
func (f *flow) inlineImage(t *text, n *doc.Image, in inline) {
	if in.plain {
		return
	}
	ink, tag, err := f.place(n, in.limit, scale(in.style.size, 1.2))
	if err != nil {
		return
	}
	if n.Width > 0 {
		ink.w, ink.h = ink.size(n, in.limit, f.st.Page.Height.unit()/2)
	}
	if ink.elem != nil {
		ink.elem.Attrs = placement("/Inline")
	}
	run := in.run(tag)
	t.object(run, event{ink: ink, width: ink.w, height: ink.h})
}
