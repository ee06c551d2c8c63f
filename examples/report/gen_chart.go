//go:build ignore

// Gen_chart draws images/tide.png, the chart of the example report: the level
// that was forecast and the level that a gauge measured during a storm.
package main

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"os"

	"codeberg.org/go-fonts/stix/stix2textregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

const width, height, left, bottom, top = 1400, 620, 110, 530, 40

func main() {
	img := image.NewGray(image.Rect(0, 0, width, height))
	draw.Draw(img, img.Rect, image.White, image.Point{}, draw.Src)
	parsed, err := opentype.Parse(stix2textregular.TTF)
	check(err)
	face, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: 28, DPI: 72, Hinting: font.HintingNone})
	check(err)
	label := func(x, y int, s string) {
		d := font.Drawer{Dst: img, Src: image.Black, Face: face, Dot: fixed.P(x, y)}
		d.DrawString(s)
	}
	for m := 0; m <= 4; m++ {
		y := level(float64(m))
		for x := left; x < width-30; x++ {
			img.SetGray(x, int(y), color.Gray{210 - 210*b2i(m == 0)})
		}
		label(46, int(y)+9, string(rune('0'+m))+" m")
	}
	for h := 0; h <= 24; h += 6 {
		x := at(float64(h))
		label(int(x)-26, bottom+44, []string{"0:00", "6:00", "12:00", "18:00", "24:00"}[h/6])
	}
	curve(img, tide, 2.2, 130)
	curve(img, func(h float64) float64 { return tide(h) + surge(h) }, 3.4, 0)
	label(int(at(3.3)), int(level(3.05)), "forecast")
	label(int(at(17.4)), int(level(3.75)), "measured")
	f, err := os.Create("images/tide.png")
	check(err)
	check(png.Encode(f, img))
	check(f.Close())
}

func tide(h float64) float64  { return 1.6 + 1.1*math.Cos(2*math.Pi*(h-3.1)/12.42) }
func surge(h float64) float64 { return 1.35*math.Exp(-(h-15.2)*(h-15.2)/14) + 0.05*math.Sin(h*3.1) }
func at(h float64) float64    { return left + h/24*(width-left-60) }
func level(m float64) float64 { return bottom - m/4*(bottom-top) }

// curve draws a line of some thickness, by its distance from each pixel.
func curve(img *image.Gray, f func(float64) float64, thick float64, shade uint8) {
	const steps = 4000
	for i := range steps {
		h := 24 * float64(i) / steps
		cx, cy := at(h), level(f(h))
		for y := int(cy - 4); y <= int(cy+4); y++ {
			for x := int(cx - 4); x <= int(cx+4); x++ {
				d := math.Hypot(float64(x)-cx, float64(y)-cy)
				cover := math.Max(0, math.Min(1, thick/2+0.5-d))
				g := uint8(255 - cover*float64(255-shade))
				if g < img.GrayAt(x, y).Y {
					img.SetGray(x, y, color.Gray{g})
				}
			}
		}
	}
}

func b2i(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
