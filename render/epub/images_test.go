package epub_test

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/gif"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/epub"
)

// One pixel, lossless WebP.
const webp = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="

// What some readers do not show is encoded anew, the rest is left as it is, and
// the same bytes are one file whatever they are called.
func TestImages(t *testing.T) {
	pixel, err := base64.StdEncoding.DecodeString(webp)
	require.NoError(t, err)
	var moving bytes.Buffer
	require.NoError(t, gif.Encode(&moving, image.NewPaletted(image.Rect(0, 0, 2, 2), color.Palette{color.Black, color.White}), nil))
	fig := func(src string) *doc.Figure { return &doc.Figure{Images: []*doc.Image{{Src: src, Alt: "A square"}}} }
	d := &doc.Document{
		Meta:   doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en", Cover: &doc.Image{Src: "front.gif", Alt: "Front"}},
		Blocks: doc.Blocks{fig("a.png"), fig("b.png"), fig("c.webp"), fig("d.gif")},
		Files: fstest.MapFS{"a.png": {Data: square()}, "b.png": {Data: square()}, "c.webp": {Data: pixel}, "d.gif": {Data: append(moving.Bytes(), 0)},
			"front.gif": {Data: moving.Bytes()}},
	}
	a := open(t, epub.Renderer{}, d)
	a.links()
	var images []string
	for _, name := range a.names {
		if n, ok := strings.CutPrefix(name, "EPUB/images/"); ok {
			images = append(images, n)
		}
	}
	require.Equal(t, []string{"front.png", "a.png", "c.png", "d.gif"}, images)
	require.Equal(t, string(square()), a.files["EPUB/images/a.png"])
	require.Equal(t, 2, strings.Count(a.files["EPUB/xhtml/opening.xhtml"], "../images/a.png"))
}
