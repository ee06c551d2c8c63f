package pdf

import (
	"bytes"
	"context"
	"image"
	gocolor "image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/internal/layout"
)

const bars = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">
	<linearGradient id="g"><stop stop-color="red"/><stop offset=".5" stop-color="#0f0"/><stop offset=".5" stop-color="blue"/></linearGradient>
	<rect width="80" height="50" fill="url(#g)"/><g opacity=".5"><circle r="20" cx="120" cy="50"/><circle r="20" cx="140" cy="50" fill="red"/></g>
	<path d="M10 90H190" stroke="black" stroke-dasharray="4 2" stroke-dashoffset="-1"/><text x="100" y="80" text-anchor="middle">bars <tspan font-weight="bold">bold</tspan></text></svg>`

// pictures are a picture of 300 by 200 pixels in every format, and drawings.
func pictures(t testing.TB) fstest.MapFS {
	t.Helper()
	rgba := image.NewNRGBA(image.Rect(0, 0, 300, 200))
	deep := image.NewNRGBA64(rgba.Rect)
	paletted := image.NewPaletted(rgba.Rect, gocolor.Palette{gocolor.White, gocolor.Black, gocolor.NRGBA{255, 0, 0, 128}})
	for y := range 200 {
		for x := range 300 {
			rgba.Set(x, y, gocolor.NRGBA{uint8(x), uint8(y), 80, uint8(255 - x/3)})
			deep.Set(x, y, rgba.At(x, y))
			paletted.SetColorIndex(x, y, uint8(x/100))
		}
	}
	fs := fstest.MapFS{"bars.svg": {Data: []byte(bars)}, "wide.svg": {Data: []byte(`<svg viewBox="0 0 2000 100"><path d="M0 0H2000V100z"/></svg>`)}}
	for name, encode := range map[string]func(io.Writer) error{
		"a.png":    func(w io.Writer) error { return png.Encode(w, rgba) },
		"deep.png": func(w io.Writer) error { return png.Encode(w, deep) },
		"pal.png":  func(w io.Writer) error { return png.Encode(w, paletted) },
		"a.gif":    func(w io.Writer) error { return gif.Encode(w, paletted, nil) },
		"a.jpg":    func(w io.Writer) error { return jpeg.Encode(w, rgba, nil) },
	} {
		var b bytes.Buffer
		require.NoError(t, encode(&b))
		fs[name] = &fstest.MapFile{Data: b.Bytes()}
	}
	return fs
}

func figureOf(srcs ...string) *doc.Figure {
	f := &doc.Figure{Caption: doc.Inlines{doc.Text("A caption.")}}
	for _, s := range srcs {
		f.Images = append(f.Images, &doc.Image{Src: s, Alt: "What " + s + " shows"})
	}
	return f
}

// boxes are the images of a set figure in order.
func boxes(t *testing.T, fig *doc.Figure) []layout.Placed {
	t.Helper()
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en"}, Blocks: doc.Blocks{fig}, Files: pictures(t)}
	e, err := Renderer{}.Layout(context.Background(), d)
	require.NoError(t, err)
	var out []layout.Placed
	for _, it := range e.pages.Pages[0].Items {
		if _, ok := it.Ink.(imageInk); ok {
			out = append(out, it)
		}
	}
	_, err = e.WriteTo(io.Discard)
	require.NoError(t, err)
	require.Len(t, out, len(fig.Images))
	return out
}

func inPoints(u layout.Unit) float64 { return float64(u) / float64(layout.Point) }

func TestImagesAreNoLargerThanTheirPixelsAllow(t *testing.T) {
	for _, src := range []string{"a.png", "deep.png", "pal.png", "a.gif", "a.jpg"} {
		b := boxes(t, figureOf(src))[0]
		require.InDelta(t, 300*72.0/150, inPoints(b.Width), 0.01, src)
		require.InDelta(t, 200*72.0/150, inPoints(b.Height), 0.01, src)
	}
	b := boxes(t, figureOf("bars.svg"))[0]
	require.InDelta(t, 150, inPoints(b.Width), 0.01, "a drawing has the size that it gives")
	measure := float64(StyleReport().Page.Width - StyleReport().Margins.Inner - StyleReport().Margins.Outer)
	require.InDelta(t, measure, inPoints(boxes(t, figureOf("wide.svg"))[0].Width), 0.01)
	asked := figureOf("a.png")
	asked.Images[0].Width = 1
	require.InDelta(t, measure, inPoints(boxes(t, asked)[0].Width), 0.01, "the author may ask for more")
}

func TestImagesStandSideBySideWhereTheyFit(t *testing.T) {
	bs := boxes(t, figureOf("a.png", "bars.svg", "a.jpg"))
	require.Equal(t, bs[0].Y+bs[0].Height, bs[1].Y+bs[1].Height)
	for i := range bs[1:] {
		require.Greater(t, bs[i+1].X, bs[i].X+bs[i].Width)
		require.InDelta(t, inPoints(bs[i].Height), inPoints(bs[i+1].Height), 0.1, "equally high")
	}
	bs = boxes(t, figureOf("wide.svg", "a.png"))
	require.Greater(t, bs[1].Y, bs[0].Y+bs[0].Height, "one would be too small")
	half := figureOf("a.png", "a.png")
	half.Images[0].Width, half.Images[1].Width = 0.45, 0.45
	bs = boxes(t, half)
	require.Equal(t, bs[0].Y, bs[1].Y)
}

func TestAnImageInACellFitsItsColumn(t *testing.T) {
	row := rowOf("text", "more")
	row.Cells = append(row.Cells, &doc.Cell{Content: doc.Blocks{figureOf("wide.svg")}})
	b := &doc.Table{Columns: make([]doc.Column, 3), Head: []*doc.Row{rowOf("a", "b", "c")}, Bodies: []*doc.TableBody{{Rows: []*doc.Row{row}}}}
	var warnings []string
	r := Renderer{Warn: func(w render.Warning) { warnings = append(warnings, w.String()) }}
	require.NoError(t, r.Render(context.Background(), io.Discard, &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en"}, Blocks: doc.Blocks{b}, Files: pictures(t)}))
	require.Empty(t, warnings)
}

// A drawing becomes operators with resources of its own, and what is not known
// of it is reported once for each place.
func TestDrawings(t *testing.T) {
	files := pictures(t)
	files["odd.svg"] = &fstest.MapFile{Data: []byte(`<svg width="10" height="10"><filter id="f"/><path filter="url(#f)" d="M0 0L5 5V0"/></svg>`)}
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en"}, Blocks: doc.Blocks{figureOf("bars.svg"), figureOf("odd.svg"), figureOf("bars.svg")}, Files: files}
	var warnings []string
	e, err := Renderer{Warn: func(w render.Warning) { warnings = append(warnings, w.String()) }}.Layout(context.Background(), d)
	require.NoError(t, err)
	require.Equal(t, []string{`blocks[1].images[0]: image "odd.svg": set without what is not known: filter`}, warnings)
	p := newPainter(e)
	for i, page := range e.pages.Pages {
		require.NoError(t, p.page(i, page))
	}
	kinds := map[string]int{}
	for _, g := range p.extra.list {
		kinds[g.Category]++
	}
	require.Equal(t, map[string]int{"Shading": 1, "ExtGState": 1, "XObject": 2}, kinds, "equal ones are kept once; a form holds its place on the page")
	var first, second bytes.Buffer
	_, err = e.WriteTo(&first)
	require.NoError(t, err)
	_, err = e.WriteTo(&second)
	require.NoError(t, err)
	require.True(t, bytes.Equal(first.Bytes(), second.Bytes()))
}

// A character of a drawing that no face has is an error, or a box and a warning,
// at the image, also where the document is set twice for one in its text.
func TestDrawingWithoutGlyph(t *testing.T) {
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en"},
		Blocks: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text("One.")}}, figureOf("x"), &doc.Paragraph{Content: doc.Inlines{doc.Text("字")}}},
		Files:  fstest.MapFS{"x": {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"><text x="5" y="20">漢</text></svg>`)}}}
	for _, blocks := range []doc.Blocks{d.Blocks, d.Blocks[:2]} {
		d.Blocks = blocks
		err := (Renderer{}).Render(context.Background(), io.Discard, d)
		require.ErrorContains(t, err, "blocks[1].images[0]")
		require.ErrorContains(t, err, "U+6F22")
		var warned []string
		r := Renderer{MissingBox: true, Warn: func(w render.Warning) { warned = append(warned, w.String()) }}
		require.NoError(t, r.Render(context.Background(), io.Discard, d))
		require.Len(t, warned, len(blocks)-1)
		require.Contains(t, warned[0], "blocks[1].images[0]")
	}
}

// What is reported of a document that is set several times, because its text
// names pages, is what its last pass met: a character in a table too.
func TestMissingGlyphOfSeveralPasses(t *testing.T) {
	words := func(s string) doc.Inlines { return doc.Inlines{doc.Text(s)} }
	d := &doc.Document{Meta: doc.Meta{Title: words("T"), Lang: "en"},
		Blocks: doc.Blocks{&doc.Table{ID: "t", Columns: make([]doc.Column, 1), Bodies: []*doc.TableBody{{Rows: []*doc.Row{{Cells: []*doc.Cell{{Content: doc.Blocks{&doc.Paragraph{Content: words("字")}}}}}}}}},
			&doc.Paragraph{Content: doc.Inlines{doc.Text("See page "), &doc.CrossRef{To: "t", Form: doc.RefPage}}}}}
	var warned []string
	r := Renderer{MissingBox: true, Warn: func(w render.Warning) { warned = append(warned, w.String()) }}
	require.NoError(t, r.Render(context.Background(), io.Discard, d))
	require.Contains(t, strings.Join(warned, "\n"), "U+5B57")
}

// Whatever the bytes of an image, an edition is made or an error names it.
func FuzzImage(f *testing.F) {
	for _, file := range pictures(f) {
		f.Add(file.Data)
	}
	f.Add([]byte("<svg width=\"9\" height=\"9\"><text y=\"8\">\x7f</text></svg>")) // a character that no face has
	f.Fuzz(func(t *testing.T, data []byte) {
		d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en"}, Blocks: doc.Blocks{figureOf("x")}, Files: fstest.MapFS{"x": {Data: data}}}
		if cfg, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && cfg.Width*cfg.Height > 1e6 {
			t.Skip("large")
		}
		if err := (Renderer{}).Render(context.Background(), io.Discard, d); err != nil {
			require.ErrorContains(t, err, "blocks[0].images[0]")
		}
	})
}
