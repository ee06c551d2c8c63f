package raster_test

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/render/internal/raster"
)

// Each orientation takes the first two corners of the picture as it lies, upper
// left and upper right, to these corners of the page (Exif 2.3, tag 0x0112: the
// visual place of row 0 and column 0).
func TestUpright(t *testing.T) {
	first, second := color.Gray{Y: 10}, color.Gray{Y: 20}
	lying := image.NewGray(image.Rect(5, 5, 8, 7)) // 3 by 2, and not at 0, 0
	lying.SetGray(5, 5, first)
	lying.SetGray(7, 5, second)
	for o, want := range [][2]string{1: {"TL", "TR"}, {"TR", "TL"}, {"BR", "BL"}, {"BL", "BR"}, {"TL", "BL"}, {"TR", "BR"}, {"BR", "TR"}, {"BL", "TL"}} {
		if o == 0 {
			continue
		}
		img := raster.Upright(lying, o)
		b := img.Bounds()
		size := image.Pt(3, 2)
		if o >= 5 {
			size = image.Pt(2, 3)
		}
		require.Equal(t, size, b.Size(), o)
		for corner, at := range map[string]image.Point{"TL": b.Min, "TR": {b.Max.X - 1, b.Min.Y}, "BL": {b.Min.X, b.Max.Y - 1}, "BR": b.Max.Sub(image.Pt(1, 1))} {
			is := color.Gray{}
			switch corner {
			case want[0]:
				is = first
			case want[1]:
				is = second
			}
			require.Equal(t, is, img.At(at.X, at.Y), "orientation %d, %s", o, corner)
		}
	}
}

// The orientation is read in either order of bytes, and is 1 of what has none,
// is no JPEG, or is damaged anywhere.
func TestOrientation(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8)), nil))
	plain := b.Bytes()
	require.Equal(t, 1, raster.Orientation(plain))
	require.Equal(t, 1, raster.Orientation([]byte("\x89PNG")))
	for _, bo := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		for o := range uint16(10) {
			want := int(o)
			if o < 1 || o > 8 {
				want = 1
			}
			data := exif(plain, bo, o)
			require.Equal(t, want, raster.Orientation(data), bo)
			for n := range data {
				require.Contains(t, []int{1, want}, raster.Orientation(data[:n]))
			}
		}
	}
}

// exif is a JPEG with an orientation.
func exif(data []byte, bo binary.AppendByteOrder, o uint16) []byte {
	tiff := []byte("II*\x00")
	if bo == binary.AppendByteOrder(binary.BigEndian) {
		tiff = []byte("MM\x00*")
	}
	tiff = bo.AppendUint32(tiff, 8)      // where the directory is
	tiff = bo.AppendUint16(tiff, 1)      // its entries
	tiff = bo.AppendUint16(tiff, 0x0112) // Orientation
	tiff = bo.AppendUint16(tiff, 3)      // SHORT
	tiff = bo.AppendUint32(tiff, 1)
	tiff = bo.AppendUint16(tiff, o)
	tiff = append(tiff, make([]byte, 6)...)
	segment := binary.BigEndian.AppendUint16([]byte{0xFF, 0xE1}, uint16(2+6+len(tiff)))
	segment = append(append(segment, "Exif\x00\x00"...), tiff...)
	return bytes.Join([][]byte{data[:2], segment, data[2:]}, nil)
}
