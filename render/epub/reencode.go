package epub

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
)

// jpegQuality is that of photographs encoded anew: what is lost does not show.
const jpegQuality = 92

// readable makes an image one that every reader shows, and leaves alone what is
// so already. WebP is none of Kindle's formats and unknown to older readers;
// inks of a press (CMYK) show in false colours; a GIF is no cover.
func readable(data []byte, cfg image.Config, format string, cover bool) ([]byte, string, error) {
	if format != "webp" && !(format == "jpeg" && cfg.ColorModel == color.CMYKModel) && !(format == "gif" && cover) {
		return data, format, nil
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, "", err
	}
	var out bytes.Buffer
	if o, ok := img.(interface{ Opaque() bool }); format != "gif" && ok && o.Opaque() {
		err = jpeg.Encode(&out, img, &jpeg.Options{Quality: jpegQuality})
		return out.Bytes(), "jpeg", err
	}
	err = png.Encode(&out, img)
	return out.Bytes(), "png", err
}
