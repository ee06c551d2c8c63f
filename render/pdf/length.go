package pdf

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/offprint-go/offprint/render/internal/layout"
)

// A Length is a distance in points of 1/72 inch.
type Length float64

// Units of length.
const (
	Pt Length = 1
	In        = 72 * Pt
	Mm        = In / 25.4
	Cm        = In / 2.54
	Pc        = 12 * Pt // pica
)

var units = []struct {
	suffix string
	length Length
}{{"pt", Pt}, {"in", In}, {"mm", Mm}, {"cm", Cm}, {"pc", Pc}}

// ParseLength parses a number with a unit, pt, in, mm, cm or pc; without one
// it is in points.
func ParseLength(s string) (Length, error) {
	t, unit := strings.TrimSpace(s), Pt
	for _, u := range units {
		if rest, ok := strings.CutSuffix(t, u.suffix); ok {
			t, unit = strings.TrimSpace(rest), u.length
			break
		}
	}
	v, err := strconv.ParseFloat(t, 64)
	if err != nil || math.IsNaN(v) || math.Abs(v) > 1e5 {
		return 0, fmt.Errorf("length %q: want a number and pt, in, mm, cm or pc", s)
	}
	return Length(v) * unit, nil
}

// UnmarshalJSON reads a number, in points, or a string for ParseLength.
func (l *Length) UnmarshalJSON(b []byte) error {
	var s string
	if len(b) > 0 && b[0] == '"' {
		if err := json.Unmarshal(b, &s); err != nil {
			return err
		}
	} else {
		s = string(b)
	}
	v, err := ParseLength(s)
	if err == nil {
		*l = v
	}
	return err
}

// unit rounds to layout's unit.
func (l Length) unit() layout.Unit {
	return layout.Unit(math.Round(float64(l) * float64(layout.Point)))
}

// times is the length x times l, rounded.
func (l Length) times(x float64) layout.Unit { return (l * Length(x)).unit() }

// ParsePage parses a page size: a4, a5, b5, letter, 6x9in, or width x height
// with a unit ("6x9in", "148x210mm", "5.5inx8.5in").
func ParsePage(s string) (Size, error) {
	if p, ok := pageSizes[strings.ToLower(s)]; ok {
		return p, nil
	}
	w, h, ok := strings.Cut(strings.ToLower(s), "x")
	if ok {
		if v := strings.TrimSpace(w); v != "" && v[len(v)-1] <= '9' {
			for _, u := range units {
				if strings.HasSuffix(h, u.suffix) {
					w += u.suffix
				}
			}
		}
		wl, err1 := ParseLength(w)
		hl, err2 := ParseLength(h)
		if err1 == nil && err2 == nil && wl > 0 && hl > 0 {
			return Size{wl, hl}, nil
		}
	}
	return Size{}, fmt.Errorf("page %q: want a4, a5, b5, letter, or a size such as 6x9in or 148x210mm", s)
}

var pageSizes = map[string]Size{"a4": A4, "a5": A5, "b5": B5, "letter": Letter}

// A Size is the size of a page.
type Size struct {
	Width  Length `json:"width"`
	Height Length `json:"height"`
}

// UnmarshalJSON reads an object with width and height, or a string for
// ParsePage.
func (s *Size) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		var name string
		err := json.Unmarshal(b, &name)
		if err == nil {
			*s, err = ParsePage(name)
		}
		return err
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	type plain Size // without this method
	return d.Decode((*plain)(s))
}

// Page sizes.
var (
	A4     = Size{210 * Mm, 297 * Mm}
	A5     = Size{148 * Mm, 210 * Mm}
	B5     = Size{176 * Mm, 250 * Mm}
	Letter = Size{8.5 * In, 11 * In}
)
