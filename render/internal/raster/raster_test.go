package raster_test

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/render/internal/raster"
)

// samples are small pictures in each format.
func samples(t testing.TB) map[string][]byte {
	img := image.NewPaletted(image.Rect(0, 0, 40, 30), color.Palette{color.White, color.Black, color.RGBA{200, 30, 30, 255}})
	for i := range img.Pix {
		img.Pix[i] = uint8(i * i / 7 % 3)
	}
	var p, j, g bytes.Buffer
	require.NoError(t, png.Encode(&p, img))
	require.NoError(t, jpeg.Encode(&j, img, nil))
	require.NoError(t, gif.Encode(&g, img, nil))
	w, err := base64.StdEncoding.DecodeString("UklGRh4AAABXRUJQVlA4TBEAAAAvAAAAAAfQ//73v/+BiOh/AAA=")
	require.NoError(t, err)
	return map[string][]byte{"png": p.Bytes(), "jpeg": j.Bytes(), "gif": g.Bytes(), "webp": w}
}

// A whole file is whole, with bytes behind it too; cut anywhere, it is not.
func TestWhole(t *testing.T) {
	for format, data := range samples(t) {
		require.NoError(t, raster.Whole(format, data), format)
		require.NoError(t, raster.Whole(format, append(bytes.Clone(data), "more"...)), format)
		for n := range data {
			require.Error(t, raster.Whole(format, data[:n]), "%s cut to %d of %d bytes", format, n, len(data))
		}
	}
	require.Error(t, raster.Whole("bmp", []byte("BM")))
}

// A byte of a PNG file that changed does not pass.
func TestWholeChecksum(t *testing.T) {
	data := samples(t)["png"]
	for i := 8; i < len(data); i++ {
		bad := bytes.Clone(data)
		bad[i] ^= 0x10
		require.Error(t, raster.Whole("png", bad), "byte %d", i)
	}
}

func FuzzWhole(f *testing.F) {
	for format, data := range samples(f) {
		f.Add(format, data)
	}
	f.Fuzz(func(t *testing.T, format string, data []byte) {
		if raster.Whole(format, data) == nil && format == "png" { // what passes, cut before its end, does not
			end := bytes.Index(data, []byte("IEND"))
			require.Error(t, raster.Whole(format, data[:end]))
		}
	})
}
