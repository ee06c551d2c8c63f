package epub_test

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
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

// lying is a photograph, black on the left and white on the right, whose EXIF
// data ask for a quarter turn clockwise.
func lying(t *testing.T) []byte {
	img := image.NewGray(image.Rect(0, 0, 64, 32))
	for i := range img.Pix {
		img.Pix[i] = uint8(i % 64 / 32 * 255)
	}
	var b bytes.Buffer
	require.NoError(t, jpeg.Encode(&b, img, nil))
	const exif = "\xFF\xE1\x00\x22Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"
	return bytes.Join([][]byte{b.Bytes()[:2], []byte(exif), b.Bytes()[2:]}, nil)
}

// A photograph that lies on its side is turned, for readers that do not look at
// its EXIF data, and no longer says how to turn it, for those that do.
func TestLyingPhotograph(t *testing.T) {
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en"},
		Blocks: doc.Blocks{&doc.Figure{Images: []*doc.Image{{Src: "p.jpg", Alt: "Sky over sea"}}}}, Files: fstest.MapFS{"p.jpg": {Data: lying(t)}}}
	a := open(t, epub.Renderer{}, d)
	data := a.files["EPUB/images/p.jpg"]
	require.NotContains(t, data, "Exif")
	img, format, err := image.Decode(strings.NewReader(data))
	require.NoError(t, err)
	require.Equal(t, "jpeg", format)
	require.Equal(t, image.Pt(32, 64), img.Bounds().Size())
	gray := func(x, y int) uint8 { return color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y }
	require.Less(t, gray(16, 8), uint8(10), "what lay on the left is above")
	require.Greater(t, gray(16, 56), uint8(245))
}
