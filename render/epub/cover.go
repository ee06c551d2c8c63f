package epub

import (
	"fmt"
	"strings"

	"github.com/offprint-go/offprint/render"
)

// cover writes the cover: the document's own image, else one made of its
// title.
func (w *writer) cover() {
	m := &w.d.Meta
	alt := render.PlainText(m.Title)
	pic := w.plainCover()
	if m.Cover != nil {
		var err error
		if pic, err = w.images.add(m.Cover.Src, true); err != nil {
			w.fail(m.Cover, "meta.cover", err)
			return
		}
		if m.Cover.Alt != "" {
			alt = m.Cover.Alt
		}
	} else {
		w.images.bySrc["\x00cover"] = pic
		w.images.sorted = append(w.images.sorted, pic)
	}
	w.coverImage = pic
	w.element("section", []string{"class", "cover", "epub:type", "cover", "aria-label", w.x.Terms().Cover}, func() {
		w.empty("img", "src", pic.href(), "alt", alt, "role", "doc-cover")
	})
	w.line()
}

// The plain cover's measures, in pixels of a screen of 1600 by 2400.
const (
	coverWidth, coverHeight = 1600, 2400
	coverMargin             = 160
	coverSize               = 132 // of the title; smaller where it is long
	coverLine               = 20  // letters in a line of the title at that size
)

// plainCover draws a cover as SVG: series and rule, title, authors, publisher.
func (w *writer) plainCover() *picture {
	m := &w.d.Meta
	c := &writer{book: w.book}
	at := func(y, size int, style, s string) {
		c.start("text", "x", fmt.Sprint(coverMargin), "y", fmt.Sprint(y), "font-size", fmt.Sprint(size), "style", style)
		c.escape(s)
		c.end()
		c.line()
	}
	c.out = append(c.out, `<?xml version="1.0" encoding="UTF-8"?>`+"\n"...)
	c.start("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", fmt.Sprintf("0 0 %d %d", coverWidth, coverHeight), "font-family", "STIX Two Text, Georgia, Times, serif", "fill", "#1a1a1a", "xml:lang", m.Lang)
	c.start("title")
	c.escape(render.PlainText(m.Title))
	c.end()
	c.empty("rect", "width", "100%", "height", "100%", "fill", "#f6f3ec")
	c.empty("rect", "x", fmt.Sprint(coverMargin), "y", "300", "width", fmt.Sprint(coverWidth-2*coverMargin), "height", "6", "fill", "#7a2318")
	if m.Series != nil {
		at(250, 56, "letter-spacing:0.06em", m.Series.String())
	}
	size, y := coverSize, 560
	title := balance(render.PlainText(m.Title), coverLine)
	for len(title) > 6 && size > 70 {
		size = size * 4 / 5
		title = balance(render.PlainText(m.Title), coverLine*coverSize/size)
	}
	for _, l := range title {
		at(y, size, "", l)
		y += size * 6 / 5
	}
	y += size / 3
	for _, l := range balance(render.PlainText(m.Subtitle), coverLine*coverSize/72) {
		at(y, 72, "font-style:italic", l)
		y += 90
	}
	y = max(y+60, coverHeight-300-110*min(len(m.Contributors), 5))
	for i, p := range m.Contributors {
		if i == 5 {
			break
		}
		at(y, 76, "", p.Byline(m.Lang))
		y += 110
	}
	if m.Publisher != "" {
		at(coverHeight-coverMargin, 56, "letter-spacing:0.06em", m.Publisher)
	}
	c.end()
	c.line()
	w.images.inUse["cover"] = true
	return &picture{name: "cover.svg", media: "image/svg+xml", data: c.out, width: coverWidth, height: coverHeight}
}

// balance divides a text into the fewest lines of at most about width letters
// and makes the longest of them as short as it can be. Han and kana, which
// have no spaces and twice the width, divide anywhere.
func balance(s string, width int) []string {
	words := strings.Fields(s)
	if len(words) == 0 {
		return nil
	}
	lines := fill(words, width)
	for w := width - 1; w > width/2; w-- {
		tighter := fill(words, w)
		if len(tighter) > len(lines) {
			break
		}
		lines = tighter
	}
	return lines
}

func fill(words []string, width int) []string {
	var lines []string
	room := -1
	for _, w := range words {
		for {
			n := columns(w)
			if room >= n+1 && len(lines) > 0 {
				lines[len(lines)-1] += " " + w
				room -= n + 1
				break
			}
			head := w
			if n > width {
				head = clip(w, width)
			}
			lines = append(lines, head)
			room = width - columns(head)
			if w = w[len(head):]; w == "" {
				break
			}
		}
	}
	return lines
}

// clip is the start of a word that is about width letters wide.
func clip(w string, width int) string {
	n := 0
	for i, r := range w {
		if n += columns(string(r)); n > width && i > 0 {
			return w[:i]
		}
	}
	return w
}

// columns is the width of a text in letters of the Latin script, by eye.
func columns(s string) int {
	n := 0
	for _, r := range s {
		if n++; r >= 0x2E80 {
			n++
		}
	}
	return n
}
