package mathset_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/render/internal/font"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
	"github.com/offprint-go/offprint/render/internal/mathset"
	"github.com/offprint-go/offprint/render/internal/tex"
)

var update = flag.Bool("update", false, "write the goldens anew")

// setter sets formulas at 10 points, their words in the text face.
func setter(t testing.TB) *mathset.Setter {
	m, err := font.Default().Math.Math()
	require.NoError(t, err)
	text := font.Default().Text.Regular
	return &mathset.Setter{Math: m, Size: 10 * layout.Point, Fallback: []*font.Face{text},
		Words: func(w *tex.Text, size layout.Unit) (out []mathset.Glyph, at layout.Unit) {
			gs := text.Shape(w.Text, font.Options{})
			texts := text.Texts(nil, w.Text, gs)
			for i, g := range gs {
				out = append(out, mathset.Glyph{Face: text, ID: g.ID, Text: texts[i], Size: size, X: at})
				at += layout.Unit(g.Advance) * size / layout.Unit(text.UnitsPerEm())
			}
			return out, at
		},
		Missing: func(r rune) { t.Errorf("no glyph for %q", r) }}
}

func parse(t testing.TB, s string) *tex.Formula {
	f, err := tex.Parse(s)
	require.NoError(t, err, s)
	return f
}

// wide is a measure that no formula here exceeds.
const wide = 1000 * layout.Point

// one is a display of one line.
func one(t *testing.T, s string) *mathset.Box {
	d := setter(t).Display(parse(t, s), wide)
	require.Len(t, d.Rows, 1, s)
	return d.Rows[0].Box
}

// TestGolden holds the place of every glyph and rule of some formulas.
func TestGolden(t *testing.T) {
	var b strings.Builder
	for _, s := range []string{`x`, `x^2`, `x_1^2`, `x^{y^z}`, `f'`, `V^T`, `\frac{a}{b}`, `\textstyle\frac{a}{b}`, `\sqrt{x}`, `\sqrt[3]{x+1}`,
		`\sum_{i=1}^n x_i`, `\textstyle\sum_{i=1}^n`, `\int_0^1 f`, `\left(\frac{a}{b}\right)`, `\bigl(\Bigl(\biggl(\Biggl(`, `\binom{n}{k}`,
		`\begin{pmatrix}1&2\\3&4\end{pmatrix}`, `\begin{cases}x & x>0\\-x & \text{else}\end{cases}`, `\hat{x}\vec{v}\widehat{abc}`, `\overline{z}\underline{u}`,
		`\overbrace{a+b}^{n}`, `A\xrightarrow{f}B`, `a+b=-c`, `\lim_{x\to0}\sin x`, `\boxed{x}`, `\not\sqsubset`} {
		fmt.Fprintf(&b, "%s\n%v\n\n", s, one(t, s))
	}
	d := setter(t).Display(parse(t, `\begin{aligned}a+b&=c\\&=d+e&f&=g\intertext{and}h&=1\tag{2}\end{aligned}`), wide)
	for i, r := range d.Rows {
		fmt.Fprintf(&b, "aligned row %d, words %v, tag %v\n%v\n\n", i+1, r.Words, r.Tag != nil, r.Box)
	}
	const golden = "testdata/formulas.golden"
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(b.String()), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	require.Equal(t, string(want), b.String(), "look, and run with -update")
}

// TestRules holds what TeX's rules say of sizes and places.
func TestRules(t *testing.T) {
	in := func(s string, n int) mathset.Glyph { return one(t, s).Glyphs[n] }
	require.Equal(t, 7*layout.Point, in(`x^2`, 1).Size, "scripts are seven tenths")
	require.Less(t, in(`\textstyle\frac{x^2}{\sqrt{x^2}}`, 1).Y, in(`x^2`, 1).Y+10*layout.Point)
	require.Greater(t, in(`x^2`, 1).Y, in(`\sqrt{x^2}`, 2).Y, "superscripts stand lower under a radical")
	require.Greater(t, one(t, `\sum`).Height, one(t, `\textstyle\sum`).Height, "operators are larger in displays")
	require.Equal(t, one(t, `a+b`).Width, one(t, `a-b`).Width, "the same space about operators")
	require.Less(t, one(t, `=-b`).Width, one(t, `=b-{}`).Width+one(t, `b`).Width, "a sign stands close")
	// Limits stand over and under in a display, at the corners in a line.
	require.Less(t, in(`\sum_i`, 1).X, one(t, `\sum`).Width)
	require.GreaterOrEqual(t, in(`\textstyle\sum_i`, 1).X, one(t, `\textstyle\sum`).Width)
	// A superscript clears the slant of its base, a subscript tucks under it.
	require.Greater(t, in(`V^1`, 1).X, in(`V_1`, 1).X)
	// Delimiters cover nine tenths of what they hold, about the axis.
	body := `\frac{\frac{a}{b}}{\frac{c}{d}}`
	paren := setter(t).Display(parse(t, `\left(`+body+`\right)`), wide).Rows[0]
	require.Greater(t, (paren.Height+paren.Depth)*100, (one(t, body).Height+one(t, body).Depth)*90)
}

// TestTall: a delimiter of any height is there, and is not much too tall.
func TestTall(t *testing.T) {
	for _, n := range []int{1, 2, 3, 4, 6, 9, 15, 40} {
		rows := strings.Repeat(`a\\`, n)
		inner := one(t, `{}\begin{matrix}`+rows+`\end{matrix}`)
		for _, delims := range []string{"pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix"} {
			outer := one(t, `\begin{`+delims+`}`+rows+`\end{`+delims+`}`)
			full, least := outer.Height+outer.Depth, inner.Height+inner.Depth
			require.GreaterOrEqual(t, full, least*9/10, "%s %d", delims, n)
			require.LessOrEqual(t, full, least*3/2+10*layout.Point, "%s %d", delims, n)
		}
		root := one(t, `\sqrt{`+`\begin{matrix}`+rows+`\end{matrix}}`)
		require.Greater(t, root.Height+root.Depth, inner.Height+inner.Depth)
	}
}

// TestInk: what a box holds is within its height and depth, and rules have a
// size.
func TestInk(t *testing.T) {
	s := setter(t)
	for _, f := range []string{`x^{y^{z^w}}_{a_{b_c}}`, `\sqrt{\frac{\frac ab}{\frac cd}}`, `\left\{\begin{matrix}\frac12\\3\end{matrix}\right.`, `\overbrace{\underbrace{x}_y}^z`,
		`\int_0^\infty\sum_{\substack{i\\j}}^{k}`, `\widetilde{abc}\overrightarrow{AB}`, `\xrightarrow[abc]{defghi}`} {
		for _, r := range s.Display(parse(t, f), wide).Rows {
			for _, g := range r.Glyphs {
				if g.Face != s.Math.Face {
					continue
				}
				e := s.Math.Extents(g.ID)
				em := layout.Unit(s.Math.UnitsPerEm())
				require.LessOrEqual(t, g.Y+layout.Unit(e.Top)*g.Size/em, r.Height+layout.Point/100, "%s: %q", f, g.Text)
				require.GreaterOrEqual(t, g.Y+layout.Unit(e.Bottom)*g.Size/em, -r.Depth-layout.Point/100, "%s: %q", f, g.Text)
			}
			for _, u := range r.Rules {
				require.Positive(t, u.Width, f)
				require.Positive(t, u.Height, f)
			}
		}
	}
}

// TestBreaks: a formula in a line may end after its relations and operators at
// the outermost level, nowhere else, and loses nothing.
func TestBreaks(t *testing.T) {
	ps := setter(t).Line(parse(t, `a + b = \frac{c + d}{e} - f(x + y),\quad g`))
	var costs []int32
	glyphs := 0
	for _, p := range ps {
		if p.Break < linebreak.Infinite {
			costs = append(costs, p.Break)
		}
		glyphs += len(p.Glyphs)
	}
	require.Equal(t, []int32{700, 500, 700, 2000, 50}, costs, "a + | b = | ... - | f(x+y), | g")
	require.Equal(t, 17, glyphs)
}

// TestTooWide: a display wider than its measure is broken, before a relation
// if it can be, and no line is wider.
func TestTooWide(t *testing.T) {
	s := setter(t)
	f := parse(t, `a+b+c+d+e+f+g+h = i+j+k+l+m+n+o+p = q+r+s+t+u+v+w+x`)
	full := s.Display(f, wide)
	require.Len(t, full.Rows, 1)
	n := len(full.Rows[0].Glyphs)
	for measure := full.Width; measure > full.Width/6; measure -= layout.Point {
		d := s.Display(f, measure)
		got := 0
		for _, r := range d.Rows {
			require.LessOrEqual(t, r.Width+r.Indent, measure)
			got += len(r.Glyphs)
		}
		require.Equal(t, n, got)
	}
	d := s.Display(f, full.Width*2/3)
	require.Equal(t, "=", d.Rows[1].Glyphs[0].Text)
}

// TestQuads: a line that begins behind a quad ends at the next place, and takes
// something.
func TestQuads(t *testing.T) {
	d := setter(t).Display(parse(t, `abcdef,\quad ghijkl,\qquad mnopqrstu+vwxyz=abcdef+ghijkl`), 50*layout.Point)
	require.GreaterOrEqual(t, len(d.Rows), 4)
	for _, r := range d.Rows {
		require.NotEmpty(t, r.Glyphs)
	}
}

// TestText: what the parts and the rows of a formula say is what it says.
func TestText(t *testing.T) {
	for _, f := range []string{`x`, `a+b=c`, `\displaystyle a+\textstyle\frac12 b=c,\quad d`, `{\scriptstyle a=b}+c`, `\phantom{x}+a\hphantom{b}`, `\quad x\quad`, `f(x)=\sin x+\sum_i y_i`,
		`(a+b+c)\cdot(d+e)\le\text{so many}`} {
		m := parse(t, f)
		var b strings.Builder
		for _, p := range setter(t).Line(m) {
			b.WriteString(p.Text)
		}
		require.Equal(t, m.Text(), b.String(), f)
		var rows []string
		for _, r := range setter(t).Display(m, 20*layout.Point).Rows {
			rows = append(rows, r.Text)
		}
		require.Equal(t, strings.Fields(m.Text()), strings.Fields(strings.Join(rows, " ")), f)
	}
	rows := func(s string) (out []string) {
		for _, r := range setter(t).Display(parse(t, s), wide).Rows {
			out = append(out, r.Text)
		}
		return out
	}
	require.Equal(t, []string{"a = b", "c = d"}, rows(`\begin{aligned}a&=b\\c&=d\end{aligned}`))
	require.Equal(t, []string{"a = b;", "c = d"}, rows(`{\begin{aligned}a&=b\\c&=d\end{aligned}}`), "these are one line of text")
}
