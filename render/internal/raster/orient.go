package raster

import (
	"encoding/binary"
	"image"
	"image/color"
)

// segmentsOf calls f with each marker segment of a JPEG before its scan.
func segmentsOf(data []byte, f func(marker byte, payload []byte)) {
	for i := 2; i+4 <= len(data) && data[i] == 0xFF; {
		marker := data[i+1]
		n := int(binary.BigEndian.Uint16(data[i+2:]))
		if marker == 0xDA || n < 2 || i+2+n > len(data) {
			return
		}
		f(marker, data[i+4:i+2+n])
		i += 2 + n
	}
}

// AdobeRGB reports whether a JPEG of three components holds RGB, as its Adobe
// marker says (Adobe Technical Note 5116).
func AdobeRGB(data []byte) (rgb bool) {
	segmentsOf(data, func(marker byte, p []byte) {
		if marker == 0xEE && len(p) >= 12 && string(p[:5]) == "Adobe" {
			rgb = p[11] == 0
		}
	})
	return rgb
}

// Orientation returns the EXIF orientation of a JPEG, 1 to 8; 1 is upright
// and what is returned for anything else (Exif 2.3, tag 0x0112).
func Orientation(data []byte) int {
	o := 1
	if len(data) < 2 || data[0] != 0xFF || data[1] != 0xD8 {
		return o
	}
	segmentsOf(data, func(marker byte, p []byte) {
		if marker == 0xE1 && len(p) > 14 && string(p[:6]) == "Exif\x00\x00" {
			o = tiffOrientation(p[6:])
		}
	})
	return o
}

func tiffOrientation(t []byte) int {
	var bo binary.ByteOrder = binary.LittleEndian
	if t[0] == 'M' {
		bo = binary.BigEndian
	}
	at := int64(bo.Uint32(t[4:]))
	if at+2 > int64(len(t)) {
		return 1
	}
	n := int64(bo.Uint16(t[at:]))
	for i := int64(0); i < n && at+14+12*i <= int64(len(t)); i++ {
		e := t[at+2+12*i:]
		if v := int(bo.Uint16(e[8:])); bo.Uint16(e) == 0x0112 && v >= 1 && v <= 8 {
			return v
		}
	}
	return 1
}

// Upright turns and flips an image as its orientation asks.
func Upright(img image.Image, o int) image.Image {
	if o <= 1 {
		return img
	}
	return &turned{img, o}
}

// A turned image reads its pixels from another.
type turned struct {
	image.Image
	o int
}

func (t *turned) ColorModel() color.Model { return t.Image.ColorModel() }

func (t *turned) Bounds() image.Rectangle {
	b := t.Image.Bounds()
	if t.o >= 5 {
		return image.Rect(0, 0, b.Dy(), b.Dx())
	}
	return image.Rect(0, 0, b.Dx(), b.Dy())
}

func (t *turned) At(x, y int) color.Color {
	b := t.Image.Bounds()
	w, h := b.Dx()-1, b.Dy()-1
	switch t.o {
	case 2:
		x = w - x
	case 3:
		x, y = w-x, h-y
	case 4:
		y = h - y
	case 5:
		x, y = y, x
	case 6:
		x, y = y, h-x
	case 7:
		x, y = w-y, h-x
	case 8:
		x, y = w-y, x
	}
	return t.Image.At(b.Min.X+x, b.Min.Y+y)
}
