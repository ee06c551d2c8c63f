//go:build ignore

// Gen_flashes draws images/flashes.png, the figure of the example book: when
// each of four lights shines, over thirty seconds.
package main

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"strconv"

	"codeberg.org/go-fonts/stix/stix2textregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

const width, height, left, top, step = 1300, 470, 230, 30, 95

// A light shines for each of its flashes, from and to in seconds, and again
// every period.
type light struct {
	name    string
	period  float64
	flashes [][2]float64
}

var lights = []light{
	{"Saltby", 5, [][2]float64{{0.5, 1}}},
	{"Sandholm", 10, [][2]float64{{0.5, 1}, {2, 2.5}}},
	{"Outer Bank", 15, [][2]float64{{0.5, 1}, {2, 2.5}, {3.5, 4}}},
	{"The Ness", 6, [][2]float64{{1.5, 6}}},
}

func main() {
	img := image.NewGray(image.Rect(0, 0, width, height))
	draw.Draw(img, img.Rect, image.White, image.Point{}, draw.Src)
	parsed, err := opentype.Parse(stix2textregular.TTF)
	check(err)
	face, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: 36, DPI: 72, Hinting: font.HintingNone})
	check(err)
	label := func(x, y int, s string) {
		d := font.Drawer{Dst: img, Src: image.Black, Face: face, Dot: fixed.P(x, y)}
		d.DrawString(s)
	}
	for i, l := range lights {
		y := top + i*step
		label(10, y+45, l.name)
		fill(img, left, y+58, at(30), y+61, 150)
		for t := 0.0; t < 30; t += l.period {
			for _, f := range l.flashes {
				fill(img, at(t+f[0]), y+8, at(t+f[1]), y+58, 0)
			}
		}
	}
	for s := 0; s <= 30; s += 5 {
		fill(img, at(float64(s))-1, top+4*step, at(float64(s))+1, top+4*step+10, 0)
		label(at(float64(s))-10, top+4*step+48, strconv.Itoa(s))
	}
	f, err := os.Create("images/flashes.png")
	check(err)
	check(png.Encode(f, img))
	check(f.Close())
}

func at(s float64) int { return left + int(s/30*(width-left-40)) }

func fill(img *image.Gray, x0, y0, x1, y1 int, shade uint8) {
	draw.Draw(img, image.Rect(x0, y0, x1, y1), image.NewUniform(color.Gray{Y: shade}), image.Point{}, draw.Src)
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
