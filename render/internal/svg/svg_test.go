package svg

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// show writes a path for people, rounded.
func show(p Path) string {
	var b strings.Builder
	for _, s := range p {
		pts := s.P[:[...]int{Move: 1, Line: 1, Curve: 3, Close: 0}[s.Verb]]
		fmt.Fprintf(&b, "%c", "MLCZ"[s.Verb])
		for _, q := range pts {
			fmt.Fprintf(&b, " %g,%g", math.Round(q.X*100)/100+0, math.Round(q.Y*100)/100+0)
		}
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}

func TestPathData(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"M1 2L3 4", "M 1,2 L 3,4"},
		{"M1,2 3,4 5,6z", "M 1,2 L 3,4 L 5,6 Z"},
		{"m1 2 3 4", "M 1,2 L 4,6"},
		{"M10-20.5.5", "M 10,-20.5"}, // and half a pair, which is a fault
		{"M1e1 2E-1H5v3h-1V0", "M 10,0.2 L 5,0.2 L 5,3.2 L 4,3.2 L 4,0"},
		{"M0 0c1 2 3 4 5 6s3 4 5 6", "M 0,0 C 1,2 3,4 5,6 C 7,8 8,10 10,12"},
		{"M0 0S3 4 5 6", "M 0,0 C 0,0 3,4 5,6"},
		{"M0 0Q3 3 6 0T12 0", "M 0,0 C 2,2 4,2 6,0 C 8,-2 10,-2 12,0"},
		{"M0 0A1 1 0 0 1 2 0", "M 0,0 C 0,-0.55 0.45,-1 1,-1 C 1.55,-1 2,-0.55 2,0"},
		{"M0 0a1 1 0 002 0", "M 0,0 C 0,0.55 0.45,1 1,1 C 1.55,1 2,0.55 2,0"}, // flags without space
		{"M0 0A0 1 0 0 1 2 0", "M 0,0 L 2,0"},
		{"M0 0zl1 1", "M 0,0 Z L 1,1"},
		{"L1 1", ""},
		{"M0 0 L1 1 x", "M 0,0 L 1,1"},
	} {
		p, _ := parsePath(c.in)
		require.Equal(t, c.want, show(p), c.in)
	}
	for _, faulty := range []string{"L1 1", "M", "M1", "M0 0 q1", "M0 0 a1 1 0 2 0 1 1", "M0 0z5", "M0 0X"} {
		_, err := parsePath(faulty)
		require.Error(t, err, faulty)
	}
}

func TestTransforms(t *testing.T) {
	for in, want := range map[string]Point{
		"translate(3)": {4, 2}, "translate(3,4)": {4, 6}, "scale(2)": {2, 4}, "scale(2 3)": {2, 6}, "rotate(90)": {-2, 1},
		"rotate(90 1 1)": {0, 1}, "matrix(1 0 0 1 5 6)": {6, 8}, "translate(1 1) scale(2)": {3, 5}, "skewX(45)": {3, 2}, "skewY(45)": {1, 3},
	} {
		m, ok := transform(in)
		require.True(t, ok, in)
		got := m.Apply(Point{1, 2})
		require.InDelta(t, want.X, got.X, 1e-9, in)
		require.InDelta(t, want.Y, got.Y, 1e-9, in)
	}
	for _, faulty := range []string{"spin(3)", "scale", "matrix(1 2)", "rotate()"} {
		_, ok := transform(faulty)
		require.False(t, ok, faulty)
	}
}

func TestColors(t *testing.T) {
	for in, want := range map[string]Color{"red": {255, 0, 0}, "#0f8": {0, 255, 136}, "#102030": {16, 32, 48}, "rgb(1, 2, 3)": {1, 2, 3},
		"rgb(100%,0%,50%)": {255, 0, 128}, "rgba(9 8 7 / 50%)": {9, 8, 7}} {
		c, _, ok := parseColor(in)
		require.True(t, ok, in)
		require.Equal(t, want, c, in)
	}
	_, a, _ := parseColor("#00000080")
	require.InDelta(t, 0.5, a, 0.01)
	for _, faulty := range []string{"", "reddish", "#12", "rgb(1)", "#ggg"} {
		_, _, ok := parseColor(faulty)
		require.False(t, ok, faulty)
	}
}

func TestViewports(t *testing.T) {
	at := func(aspect string) Point {
		m, _ := viewport([4]float64{0, 0, 10, 10}, 40, 20, aspect)
		return m.Apply(Point{10, 10})
	}
	require.Equal(t, Point{30, 20}, at(""))
	require.Equal(t, Point{20, 20}, at("xMinYMin meet"))
	require.Equal(t, Point{40, 20}, at("xMaxYMid"))
	require.Equal(t, Point{40, 20}, at("none"))
	require.Equal(t, Point{40, 30}, at("xMidYMid slice"))
}

func drawing(t *testing.T, body string) *Drawing {
	t.Helper()
	d, err := Parse([]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">` + body + `</svg>`))
	require.NoError(t, err)
	return d
}

// painted lists what a drawing paints.
func painted(items []Item) []string {
	var out []string
	for _, it := range items {
		switch it := it.(type) {
		case *Group:
			in := painted(it.Items)
			if it.Opacity < 1 {
				in = append([]string{fmt.Sprintf("opacity %g:", it.Opacity)}, in...)
			}
			out = append(out, in...)
		case *Shape:
			s := show(it.Path.mapped(it.Matrix))
			if it.Fill.On {
				s += fmt.Sprintf(" fill %v/%g", it.Fill.Color, it.Fill.Opacity)
			}
			if it.Fill.Gradient != nil {
				s += fmt.Sprintf(" gradient %v", it.Fill.Gradient.Stops)
			}
			if it.Stroke.On {
				s += fmt.Sprintf(" stroke %v/%g width %g", it.Stroke.Color, it.Stroke.Opacity, it.Width)
			}
			out = append(out, s)
		case *Text:
			s := "text"
			for _, sp := range it.Spans {
				s += fmt.Sprintf(" %q", sp.Words)
			}
			p := it.Matrix.Apply(Point{})
			out = append(out, fmt.Sprintf("%s at %g,%g anchor %d", s, p.X, p.Y, it.Anchor))
		}
	}
	return out
}

func TestWhatIsPainted(t *testing.T) {
	const line = "M 0,0 L 1,1"
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"defaults", `<path d="M0 0L1 1"/>`, []string{line + " fill [0 0 0]/1"}},
		{"inherited", `<g fill="red" stroke="#00f" stroke-width="3"><path d="M0 0L1 1"/></g>`, []string{line + " fill [255 0 0]/1 stroke [0 0 255]/1 width 3"}},
		{"style over class over attribute", `<style>/* x */ path{fill:red;stroke:red} .a{fill:lime} #i{stroke:blue}</style><path id="i" class="b a" fill="white" style="stroke-width:2" d="M0 0L1 1"/>`,
			[]string{line + " fill [0 255 0]/1 stroke [0 0 255]/1 width 2"}},
		{"opacity of one", `<path opacity=".5" d="M0 0L1 1"/>`, []string{line + " fill [0 0 0]/0.5"}},
		{"opacity of both", `<path opacity=".5" stroke="red" d="M0 0L1 1"/>`, []string{"opacity 0.5:", line + " fill [0 0 0]/1 stroke [255 0 0]/1 width 1"}},
		{"use", `<defs><path id="p" d="M0 0L1 1"/></defs><use href="#p" x="5" fill="red"/>`, []string{"M 5,0 L 6,1 fill [255 0 0]/1"}},
		{"symbol", `<symbol id="s" viewBox="0 0 10 10"><path d="M0 0L1 1"/></symbol><use href="#s" width="20" height="20"/>`, []string{"M 0,0 L 2,2 fill [0 0 0]/1"}},
		{"currentColor", `<g color="red"><path fill="currentColor" d="M0 0L1 1"/></g>`, []string{line + " fill [255 0 0]/1"}},
		{"hidden", `<g display="none"><path d="M0 0L1 1"/></g><path visibility="hidden" d="M0 0L1 1"/><g visibility="hidden"><path visibility="visible" d="M0 0L1 1"/></g>`, []string{line + " fill [0 0 0]/1"}},
		{"gradient", `<linearGradient id="a"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><linearGradient id="b" href="#a"/><path fill="url(#b)" d="M0 0L1 1"/>`,
			[]string{line + " fill [255 0 0]/1 gradient [{0 [255 0 0]} {1 [0 0 255]}]"}},
		{"fallback", `<path fill="url(#nowhere) red" d="M0 0L1 1"/>`, []string{line + " fill [255 0 0]/1"}},
		{"polygon", `<polygon points="0,0 1,1 2 0"/>`, []string{"M 0,0 L 1,1 L 2,0 Z fill [0 0 0]/1"}},
		{"line has no inside", `<line x2="1" y2="1" stroke="red"/>`, []string{line + " stroke [255 0 0]/1 width 1"}},
		{"text", "<text x='5' y='6' text-anchor='end'> two\n  <tspan>words</tspan> and <tspan x='5' y='9'>more</tspan></text>",
			[]string{`text "two " "words" " and" at 5,6 anchor 2`, `text "more" at 5,9 anchor 2`}},
	} {
		d := drawing(t, c.in)
		require.Equal(t, c.want, painted(d.Items), c.name)
	}
}

func TestWhatIsNotKnownIsNamed(t *testing.T) {
	d := drawing(t, `<script>x()</script><image href="http://example.org/a.png"/><path filter="url(#f)" d="M0 0L1 1z Q"/><foreignObject/>
		<rect width="1" height="1" fill="url(#p)"/><pattern id="p"/><blob xmlns="http://example.org/other"/>`)
	require.Equal(t, []string{"filter", "foreignObject", "image", "path data M0 0L1 1z Q", "pattern", "script"}, d.Unknown)
}

func TestSizes(t *testing.T) {
	for in, want := range map[string][2]float64{
		`width="96" height="48"`: {72, 36}, `width="1in" height="2cm"`: {72, 2 * 72 / 2.54}, `viewBox="0 0 200 100"`: {150, 75},
		`width="100%" viewBox="0 0 200 100"`: {150, 75}, `width="40" viewBox="0 0 200 100"`: {30, 15}, ``: {225, 112.5},
	} {
		d, err := Parse([]byte(`<svg xmlns="http://www.w3.org/2000/svg" ` + in + `/>`))
		require.NoError(t, err, in)
		require.InDelta(t, want[0], d.Width, 1e-9, in)
		require.InDelta(t, want[1], d.Height, 1e-9, in)
	}
}

// Files made to be too much end in an error, or in a drawing of some size.
func TestBounds(t *testing.T) {
	uses := `<path id="u0" d="M0 0L1 1"/>`
	for i := 1; i < 12; i++ {
		uses += fmt.Sprintf(`<g id="u%d">%s</g>`, i, strings.Repeat(fmt.Sprintf(`<use href="#u%d"/>`, i-1), 10))
	}
	for name, body := range map[string]string{
		"uses":      "<defs>" + uses + `</defs><use href="#u11"/>`,
		"loop":      `<g id="a"><use href="#a"/></g>`,
		"deep":      strings.Repeat("<g>", 5000),
		"elements":  strings.Repeat("<g/>", maxNodes+1),
		"entities":  `&lol;`,
		"unclosed":  `<g`,
		"not utf-8": "<text>\xff</text>",
	} {
		_, err := Parse([]byte(`<svg xmlns="http://www.w3.org/2000/svg">` + body + `</svg>`))
		require.Error(t, err, name)
	}
	for _, huge := range []string{`width="1e30" height="1"`, `width="-1" height="5"`, `width="1" height="0"`} {
		_, err := Parse([]byte(`<svg ` + huge + `/>`))
		require.Error(t, err, huge)
	}
	_, err := Parse([]byte(`<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><svg><text>&b;</text></svg>`))
	require.Error(t, err)
}

func TestClean(t *testing.T) {
	in := `<?xml version="1.0"?><!DOCTYPE svg><?xml-stylesheet href="http://x/y.css"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="x()">` +
		`<script>alert("&lt;")</script><style>@import url(http://x/a.css); .a{fill:url(#g)} .b{fill:url("http://x/y")}</style>` +
		`<a xlink:href="javascript:x()"><path class="a" d="M0 0" style="fill:url(http://x)"/></a><use xlink:href="#p"/><image href="http://x/y.png"/>` +
		`<foreignObject><p>html</p></foreignObject><text>a &lt; b</text></svg>`
	out, removed, err := Clean([]byte(in))
	require.NoError(t, err)
	require.Equal(t, []string{"@import", "foreignObject", "href", "onload", "script", "url()", "xlink:href"}, removed)
	for _, gone := range []string{"http://x", "javascript", "alert", "onload", "html", "DOCTYPE", "stylesheet"} {
		require.NotContains(t, string(out), gone)
	}
	for _, kept := range []string{`xlink:href="#p"`, "fill:url(#g)", "a &lt; b", `xmlns="http://www.w3.org/2000/svg"`, `d="M0 0"`} {
		require.Contains(t, string(out), kept)
	}
	again, removed, err := Clean(out)
	require.NoError(t, err)
	require.Empty(t, removed)
	require.Equal(t, string(out), string(again))
}

func TestIs(t *testing.T) {
	for in, want := range map[string]bool{"<svg/>": true, "\uFEFF<?xml version='1.0'?><!-- c --><svg xmlns='x'>": true, "<html/>": false, "": false, "\x89PNG\r\n": false, "text <svg>": false} {
		require.Equal(t, want, Is([]byte(in)), "%q", in)
	}
}

// Whatever the bytes, reading ends, without a panic, and what is drawn has
// numbers that a page can show.
func FuzzParse(f *testing.F) {
	f.Add([]byte(`<svg viewBox="0 0 10 10"><path d="M0 0A1 2 3 0 1 4 5q1 1 2 2t3 3z" transform="rotate(5)skewX(3)" stroke-dasharray="1 2 3"/></svg>`))
	f.Add([]byte(`<svg width="5"><style>.a{fill:url(#g)}</style><radialGradient id="g" fx="9"><stop offset=".5"/><stop/></radialGradient><rect class="a" width="5" height="5" rx="9"/></svg>`))
	f.Add([]byte(`<svg><clipPath id="c" clipPathUnits="objectBoundingBox"><circle r="1"/></clipPath><g clip-path="url(#c)" opacity=".3"><use href="#t"/><text id="t">a<tspan x="1 2">b</tspan></text></g></svg>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Parse(data)
		if err == nil {
			finite(t, d.Items)
		}
		if out, _, err := Clean(data); err == nil {
			_, removed, err := Clean(out)
			require.NoError(t, err)
			require.Empty(t, removed)
		}
	})
}

func finite(t *testing.T, items []Item) {
	check := func(p Path) {
		for _, s := range p {
			for _, q := range s.P {
				require.False(t, math.IsNaN(q.X) || math.IsNaN(q.Y) || math.IsInf(q.X, 0) || math.IsInf(q.Y, 0))
			}
		}
	}
	for _, it := range items {
		switch it := it.(type) {
		case *Group:
			for _, c := range it.Clips {
				check(c.Path)
			}
			finite(t, it.Items)
		case *Shape:
			check(it.Path)
			require.False(t, it.Matrix.flat())
			if g := it.Fill.Gradient; g != nil {
				require.False(t, g.Matrix.flat())
				require.Greater(t, len(g.Stops), 1)
			}
		case *Text:
			require.NotEmpty(t, it.Spans)
		}
	}
}
