package svg

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
)

// mostNumber bounds every number of a file.
const mostNumber = 1e7

// A scanner reads numbers from an attribute.
type scanner struct {
	s string
	i int
}

func (s *scanner) skip(chars string) {
	for s.i < len(s.s) && strings.IndexByte(chars, s.s[s.i]) >= 0 {
		s.i++
	}
}

const space = " \t\r\n"

// number reads a number, with the comma before it. The grammar is that of
// path data, in which "1.5.5-2" is three numbers (SVG 1.1, 8.3.9).
func (s *scanner) number() (float64, bool) {
	s.skip(space + ",")
	start := s.i
	if s.i < len(s.s) && (s.s[s.i] == '-' || s.s[s.i] == '+') {
		s.i++
	}
	digits := s.digits()
	if s.i < len(s.s) && s.s[s.i] == '.' {
		s.i++
		digits += s.digits()
	}
	if digits == 0 {
		s.i = start
		return 0, false
	}
	if mantissa := s.i; s.i < len(s.s) && s.s[s.i]|0x20 == 'e' {
		s.i++
		if s.i < len(s.s) && (s.s[s.i] == '-' || s.s[s.i] == '+') {
			s.i++
		}
		if s.digits() == 0 { // "2em", "3ex": a unit
			s.i = mantissa
		}
	}
	v, _ := strconv.ParseFloat(s.s[start:s.i], 64)
	return math.Max(-mostNumber, math.Min(mostNumber, v)), true
}

func (s *scanner) digits() int {
	start := s.i
	for s.i < len(s.s) && s.s[s.i] >= '0' && s.s[s.i] <= '9' {
		s.i++
	}
	return s.i - start
}

// flag reads a 0 or 1 of an arc, which need not be parted from what follows.
func (s *scanner) flag() (bool, bool) {
	s.skip(space + ",")
	if s.i < len(s.s) && (s.s[s.i] == '0' || s.s[s.i] == '1') {
		s.i++
		return s.s[s.i-1] == '1', true
	}
	return false, false
}

// numbers reads all numbers of an attribute.
func numbers(v string) []float64 {
	s := &scanner{s: v}
	var out []float64
	for {
		x, ok := s.number()
		if !ok {
			return out
		}
		out = append(out, x)
	}
}

// units are lengths in pixels of 1/96 inch (CSS 2.1, 4.3.2).
var units = map[string]float64{"": 1, "px": 1, "pt": 96.0 / 72, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6}

// length reads a length in user units; a percentage is of whole, and em is the
// font's size.
func length(v string, whole, em float64) (float64, bool) {
	s := &scanner{s: v}
	x, ok := s.number()
	if !ok {
		return 0, false
	}
	switch u := strings.ToLower(strings.TrimSpace(v[s.i:])); u {
	case "%":
		return x * whole / 100, true
	case "em", "rem":
		return x * em, true
	case "ex":
		return x * em / 2, true
	default:
		f, ok := units[u]
		return x * f, ok
	}
}

// Color is red, green and blue.
type Color [3]uint8

// parseColor reads a colour and its opacity.
func parseColor(v string) (Color, float64, bool) {
	v = strings.ToLower(strings.TrimSpace(v))
	if c, ok := colornames.Map[v]; ok {
		return Color{c.R, c.G, c.B}, 1, true
	}
	switch {
	case v == "transparent":
		return Color{}, 0, true
	case strings.HasPrefix(v, "#"):
		return hexColor(v[1:])
	case strings.HasPrefix(v, "rgb"):
		return rgbColor(v)
	}
	return Color{}, 1, false
}

func hexColor(h string) (Color, float64, bool) {
	if len(h) == 3 || len(h) == 4 {
		var b strings.Builder
		for i := range len(h) {
			b.WriteByte(h[i])
			b.WriteByte(h[i])
		}
		h = b.String()
	}
	n, err := strconv.ParseUint(h, 16, 32)
	switch {
	case err != nil:
		return Color{}, 1, false
	case len(h) == 6:
		return Color{uint8(n >> 16), uint8(n >> 8), uint8(n)}, 1, true
	case len(h) == 8:
		return Color{uint8(n >> 24), uint8(n >> 16), uint8(n >> 8)}, float64(uint8(n)) / 255, true
	}
	return Color{}, 1, false
}

// rgbColor reads rgb(1, 2, 3), rgba(1 2 3 / 50%) and the like.
func rgbColor(v string) (Color, float64, bool) {
	open, end := strings.IndexByte(v, '('), strings.IndexByte(v, ')')
	if open < 0 || end < open {
		return Color{}, 1, false
	}
	parts := strings.FieldsFunc(v[open+1:end], func(r rune) bool { return strings.ContainsRune(" ,/\t\n\r", r) })
	if len(parts) < 3 {
		return Color{}, 1, false
	}
	var c Color
	for i := range c {
		x, ok := share(parts[i], 255)
		if !ok {
			return c, 1, false
		}
		c[i] = uint8(math.Round(255 * x))
	}
	if len(parts) > 3 {
		a, ok := share(parts[3], 1)
		return c, a, ok
	}
	return c, 1, true
}

// share reads a number out of whole, or a percentage, as a number from 0 to 1.
func share(v string, whole float64) (float64, bool) {
	s := &scanner{s: v}
	x, ok := s.number()
	if strings.HasSuffix(v, "%") {
		whole = 100
	}
	return math.Max(0, math.Min(1, x/whole)), ok
}
