//go:build ignore

// Gen_images draws the figures of the gallery, in images: a page's grey
// (grey.png), a lit ball (ball.jpg), a letter in squares (letter.gif) and a
// field of dunes, dunes.png, of which
//
//	cwebp -q 80 images/dunes.png -o images/dunes.webp
//
// makes the WebP; the PNG is not kept. The drawing canon.svg is written by hand.
package main

import (
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"math"
	"os"
)

func main() {
	write("images/grey.png", func(w io.Writer) error { return png.Encode(w, grey()) })
	write("images/ball.jpg", func(w io.Writer) error { return jpeg.Encode(w, ball(), &jpeg.Options{Quality: 85}) })
	write("images/letter.gif", func(w io.Writer) error { return gif.Encode(w, letter(), nil) })
	write("images/dunes.png", func(w io.Writer) error { return png.Encode(w, dunes()) })
}

// grey is two paragraphs as bars for words: the left one evenly spaced, the
// right one with rivers.
func grey() image.Image {
	const width, height, measure, lead, bar = 1200, 420, 540, 40, 22
	img := image.NewGray(image.Rect(0, 0, width, height))
	fill(img, img.Rect, 255)
	words := []int{62, 30, 84, 46, 104, 38, 70, 56, 92, 28, 76, 50, 66}
	for line := range 10 {
		for col, spaces := range [2][]int{{15, 17, 16, 18}, {14, 40, 26, 64}} {
			x, y, k := col*(width-measure), 10+line*lead, line*3
			end := x + measure
			if line == 9 {
				end -= 230
			}
			for x < end {
				to := min(x+words[k%len(words)], end)
				if end-to < 40 {
					to = end // the last word closes the line
				}
				fill(img, image.Rect(x, y, to, y+bar), 70)
				x = to + spaces[(k+line)%len(spaces)]
				k++
			}
		}
	}
	return img
}

// ball is a ball on a table, lit from the left.
func ball() image.Image {
	const size, radius = 600, 190
	img := image.NewRGBA(image.Rect(0, 0, size, size*2/3))
	for y := range size * 2 / 3 {
		for x := range size {
			dx, dy := float64(x-size/2)/radius, float64(y-195)/radius
			v := 0.92 - 0.25*float64(y)/size // the wall and the table
			if d := math.Hypot((dx-0.45)/1.3, (dy-0.95)/0.22); d < 1 {
				v *= 0.45 + 0.55*d // the shadow
			}
			if d := dx*dx + dy*dy; d < 1 {
				z := math.Sqrt(1 - d)
				v = 0.12 + 0.8*math.Max(0, -0.55*dx-0.5*dy+0.67*z)
			}
			c := uint8(255 * math.Min(v, 1))
			img.Set(x, y, color.RGBA{c, uint8(float64(c) * 0.95), uint8(float64(c) * 0.86), 255})
		}
	}
	return img
}

// letter is a letter on squares, as a screen once showed it.
func letter() *image.Paletted {
	rows := []string{
		"..........",
		"...####...",
		"..##..##..",
		"......##..",
		"...#####..",
		"..##..##..",
		"..##..##..",
		"...###.##.",
		"..........",
	}
	const square = 40
	img := image.NewPaletted(image.Rect(0, 0, 10*square, 9*square), color.Palette{color.White, color.Gray{40}, color.Gray{215}})
	for y := range 9 * square {
		for x := range 10 * square {
			switch {
			case x%square == 0 || y%square == 0:
				img.SetColorIndex(x, y, 2)
			case rows[y/square][x/square] == '#':
				img.SetColorIndex(x, y, 1)
			}
		}
	}
	return img
}

// dunes are waves of sand under a low sun.
func dunes() image.Image {
	const width, height = 900, 420
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	at := func(x, y float64) float64 {
		return 30*math.Sin(x/90+math.Sin(y/70)*1.4) + 14*math.Sin(x/37-y/45) + 6*math.Sin((x+y)/17)
	}
	for y := range height {
		for x := range width {
			fx, fy := float64(x), float64(y)*1.8
			slope := at(fx+1, fy) - at(fx-1, fy)
			v := math.Min(1, math.Max(0.1, 0.62-slope*0.28))
			img.Set(x, y, color.RGBA{uint8(250 * v), uint8(222 * v), uint8(170 * v), 255})
		}
	}
	return img
}

func fill(img *image.Gray, r image.Rectangle, v uint8) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			img.SetGray(x, y, color.Gray{Y: v})
		}
	}
}

func write(name string, encode func(io.Writer) error) {
	f, err := os.Create(name)
	check(err)
	check(encode(f))
	check(f.Close())
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
