package pdf_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/pdf"
)

// What X1a prints in gray it says, of each image that had colours and of no
// other; X4 keeps them.
func TestColoursLost(t *testing.T) {
	filled := func(c color.Color) image.Image {
		m := image.NewNRGBA(image.Rect(0, 0, 8, 8))
		for i := range 64 {
			m.Set(i%8, i/8, c)
		}
		return m
	}
	encode := func(f func(io.Writer) error) *fstest.MapFile {
		var b bytes.Buffer
		require.NoError(t, f(&b))
		return &fstest.MapFile{Data: b.Bytes()}
	}
	drawing := func(what string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">` + what + `</svg>`)}
	}
	gray, red := filled(color.Gray{99}), filled(color.NRGBA{200, 30, 30, 255})
	d := document()
	d.Files = fstest.MapFS{
		"gray.png": encode(func(w io.Writer) error { return png.Encode(w, gray) }),
		"red.png":  encode(func(w io.Writer) error { return png.Encode(w, red) }),
		"gray.jpg": encode(func(w io.Writer) error { return jpeg.Encode(w, gray, nil) }),
		"red.jpg":  encode(func(w io.Writer) error { return jpeg.Encode(w, red, nil) }),
		"gray.svg": drawing(`<path d="M0 0h9v9z" fill="#777"/>`),
		"red.svg":  drawing(`<g opacity="0.5"><path d="M0 0h9v9z" fill="none" stroke="red"/></g>`),
		"shade.svg": drawing(`<linearGradient id="g"><stop offset="0" stop-color="blue"/><stop offset="1" stop-color="#fff"/></linearGradient>` +
			`<path d="M0 0h9v9z" fill="url(#g)"/>`),
	}
	want := []string{"red.png", "red.jpg", "red.svg", "shade.svg"}
	for _, name := range []string{"gray.png", "red.png", "gray.jpg", "red.jpg", "gray.svg", "red.svg", "shade.svg"} {
		d.Blocks = append(d.Blocks, &doc.Figure{Images: []*doc.Image{{Src: name, Alt: "A square"}}})
	}
	for p, want := range map[pdf.Profile][]string{pdf.X1a: want, pdf.X4: nil, pdf.UA1: nil} {
		var told []string
		r := pdf.Renderer{Profile: p, Warn: func(w render.Warning) {
			if name, ok := strings.CutPrefix(w.Message, `image "`); ok && strings.Contains(w.Message, "in gray") {
				require.Regexp(t, `^blocks\[\d\]\.images\[0\]$`, w.Path)
				told = append(told, name[:strings.IndexByte(name, '"')])
			}
		}}
		if p != pdf.UA1 {
			r.Press.ICC = pressICC("CMYK")
		}
		require.NoError(t, r.Render(context.Background(), io.Discard, d))
		require.Equal(t, want, told, "%v", p)
	}
}
