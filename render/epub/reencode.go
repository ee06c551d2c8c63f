package epub

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"

	"github.com/offprint-go/offprint/render/internal/raster"
)

// jpegQuality is that of photographs encoded anew: what is lost does not show.
const jpegQuality = 92

// readable makes an image one that every reader shows, and leaves alone what is
// so already. WebP is none of Kindle's formats and unknown to older readers;
// inks of a press (CMYK) show in false colours; a GIF is no cover; and a
// photograph that lies on its side, its EXIF data saying how to turn it, is
// turned by browsers and left lying by others. It comes as readers show it, its
// format beside it.
func readable(data []byte, cfg image.Config, format string, cover bool) (picture, string, error) {
	o := raster.Orientation(data)
	if format != "webp" && !(format == "jpeg" && (cfg.ColorModel == color.CMYKModel || o > 1)) && !(format == "gif" && cover) {
		return picture{media: "image/" + format, data: data, width: cfg.Width, height: cfg.Height}, format, nil
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return picture{}, "", err
	}
	var out bytes.Buffer
	if solid, ok := img.(interface{ Opaque() bool }); format != "gif" && ok && solid.Opaque() {
		format, img = "jpeg", raster.Upright(img, o)
		err = jpeg.Encode(&out, img, &jpeg.Options{Quality: jpegQuality})
	} else {
		format = "png"
		err = png.Encode(&out, img)
	}
	size := img.Bounds().Size()
	return picture{media: "image/" + format, data: out.Bytes(), width: size.X, height: size.Y}, format, err
}
