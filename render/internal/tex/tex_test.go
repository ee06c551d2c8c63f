package tex_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/render/internal/font"
	"github.com/offprint-go/offprint/render/internal/tex"
)

// TestForms holds each construct to its text and its MathML.
func TestForms(t *testing.T) {
	for _, c := range []struct{ tex, text, mathML string }{
		{`x`, "x", `<mi>x</mi>`},
		{`x^2 + y_1`, "x² + y₁", `<msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><msub><mi>y</mi><mn>1</mn></msub>`},
		{`-1`, "−1", `<mo form="prefix">−</mo><mn>1</mn>`},
		{`a=-b`, "a = −b", `<mi>a</mi><mo>=</mo><mo form="prefix">−</mo><mi>b</mi>`},
		{`12{,}5.75`, "12,5.75", ``},
		{`x^{n+1}_{ij}`, "xᵢⱼⁿ⁺¹", `<msubsup><mi>x</mi><mrow><mi>i</mi><mi>j</mi></mrow><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></msubsup>`},
		{`f''`, "f′′", `<msup><mi>f</mi><mrow><mo lspace="0" rspace="0">′</mo><mo lspace="0" rspace="0">′</mo></mrow></msup>`},
		{`f'^2`, "f′²", ``},
		{`\frac{a+b}{c}`, "(a + b)/c", `<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow> <mi>c</mi></mfrac>`},
		{`\frac12`, "1/2", `<mfrac><mn>1</mn> <mn>2</mn></mfrac>`},
		{`3\frac12`, "3 1/2", ``},
		{`\frac12 b = \frac{a}{2c}d(\frac xy)`, "1/2 b = a/(2c)d(x/y)", ``},
		{`{a \over 2b}`, "a/(2b)", ``},
		{`\binom{n}{k}`, "(n ¦ k)", `<mrow><mo fence="true" form="prefix" stretchy="true" symmetric="true">(</mo><mfrac linethickness="0"><mi>n</mi> <mi>k</mi></mfrac><mo fence="true" form="postfix" stretchy="true" symmetric="true">)</mo></mrow>`},
		{`\sqrt x + \sqrt[3]{x+1} + \sqrt[n]{2}`, "√x + ∛(x + 1) + ⁿ√2", ``},
		{`\sum_{i=1}^{n} x_i`, "∑ᵢ₌₁ⁿ xᵢ", `<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover> <msub><mi>x</mi><mi>i</mi></msub>`},
		{`\sum_i (a)`, "∑ᵢ (a)", ``},
		{`\frac{1}{n}\sum_i a, (\sum a)`, "1/n ∑ᵢ a, (∑a)", ``},
		{`\mathbb{C}^m, M_{mn}, A^T, x_A, x^{n_i}, a_\beta`, "ℂᵐ, Mₘₙ, Aᵀ, x_A, x^{nᵢ}, aᵦ", ``},
		{`x^{x_j+1}/\frac{x_i}{y^n}`, "x^{xⱼ+1}/xᵢ/yⁿ", ``},
		{`\sum\nolimits_i a`, "∑ᵢ a", `<msub><mo>∑</mo><mi>i</mi></msub> <mi>a</mi>`},
		{`\int\limits_0^1`, "∫₀¹", `<munderover><mo movablelimits="false">∫</mo><mn>0</mn><mn>1</mn></munderover>`},
		{`\int_0^1`, "∫₀¹", `<msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup>`},
		{`\lim_{x\to 0} f`, "lim_{x→0} f", ``},
		{`\sin 2x\cos(x)`, "sin 2x cos(x)", ``},
		{`\operatorname{rank} A`, "rank A", `<mi>rank</mi><mo>` + "\u2061" + `</mo><mi>A</mi>`},
		{`\operatorname*{arg\,max}_x`, "arg\u2009maxₓ", ``},
		{`\left(\frac a b\right)`, "(a/b)", ``},
		{`\left\{ x \middle| y \right.`, "{x | y", ``},
		{`\bigl[ x \bigr]`, "[x]", ``},
		{`\begin{pmatrix}1&2\\3&4\end{pmatrix}`, "(1 2; 3 4)", `<mrow><mo fence="true" form="prefix" stretchy="true" symmetric="true">(</mo><mtable columnalign="center center"><mtr><mtd><mn>1</mn></mtd> <mtd><mn>2</mn></mtd></mtr> <mtr><mtd><mn>3</mn></mtd> <mtd><mn>4</mn></mtd></mtr></mtable><mo fence="true" form="postfix" stretchy="true" symmetric="true">)</mo></mrow>`},
		{`|x| = \begin{cases} x & x>0 \\ -x & \text{else} \end{cases}`, "|x| = {x, x > 0; −x, else", ``},
		{`\begin{aligned} a &= b \\ &= c \end{aligned}`, "a = b; = c", ``},
		{`\begin{array}{l|r} a & b \\ \hline c & d \end{array}`, "a b; c d", ``},
		{`\begin{array}{@{}ll@{}} a & b \end{array}`, "a b", ``},
		{`\hat x, \vec{AB}, \bar z`, "x̂, (AB)⃗, z̄", ``},
		{`\overline{z}, \overline{z+w}, \underline u`, "z̅, (z + w)̅, u̲", ``},
		{`\underbrace{a+b}_{n}`, "(a + b)ₙ", ``},
		{`\overset{!}{=} \underset{x}{y}`, "=^! yₓ", ``},
		{`A \xrightarrow[u]{f} B`, "A →ᵤᶠ B", ``},
		{`\text{if $x$ is odd}`, "if x is odd", ``},
		{`\mathbb{R}\mathcal{L}\mathfrak{g}\mathbf{v}\boldsymbol{\beta}\mathrm{d}x`, "ℝℒ𝔤𝐯𝜷dx", ``},
		{`\not= \not\in \not\sqsubset`, "≠ ∉ ⊏̸", ``},
		{`a \bmod b, a \equiv b \pmod n`, "a mod b, a ≡ b (mod n)", ``},
		{`\phantom{x}y`, "y", `<mphantom><mi>x</mi></mphantom><mi>y</mi>`},
		{`x \tag{3}`, "x  (3)", ``},
		{`x \tag*{A}`, "x  A", ``},
		{`\Gamma\gamma\partial\nabla`, "Γγ∂∇", `<mi mathvariant="normal">Γ</mi><mi>γ</mi><mi>∂</mi><mi mathvariant="normal">∇</mi>`},
		{`\substack{i<j\\j<k}`, "i < j, j < k", ``},
		{`\displaystyle a \textstyle b`, "ab", ``},
		{`{\bf x} y`, "𝐱y", ``},
		{`a % all the rest
 + b`, "a + b", ``},
		{`a \\ b`, "a; b", ``},
		{`\begin{equation} E = mc^2 \tag{1} \end{equation}`, "E = mc²  (1)", ``},
		{`\color{red} x \label{eq:1}`, "x", ``},
		{`\smash{x} \mathrlap{y}`, "xy", ``},
		{`\hspace{1em} a \mspace{9mu} \kern3pt b`, "a  b", ``},
	} {
		f, err := tex.Parse(c.tex)
		require.NoError(t, err, c.tex)
		got := strings.Join(strings.Fields(f.Text()), " ")
		want := strings.Join(strings.Fields(c.text), " ")
		assert.Equal(t, want, got, c.tex)
		m := f.MathML(false, "alt")
		wellFormed(t, m)
		if c.mathML != "" {
			assert.Equal(t, `<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="alt">`+c.mathML+"</math>", m, c.tex)
		}
	}
}

func wellFormed(t *testing.T, s string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(s))
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		require.NoError(t, err, s)
	}
}

// TestErrors holds each fault to its place.
func TestErrors(t *testing.T) {
	for _, c := range []struct {
		tex    string
		offset int
		msg    string
	}{
		{`a + \foo b`, 4, `\foo is not known`},
		{`a & b`, 2, "& outside an alignment"},
		{`{a`, 0, "this { is not closed"},
		{`a}`, 1, "} cannot stand here"},
		{`\left( a`, 0, `this \left has no \right`},
		{`\left a \right)`, 6, `\left wants a delimiter here`},
		{`x^2^3`, 3, "a second superscript"},
		{`x_1_2`, 3, "a second subscript"},
		{`\frac{1}`, 8, "an argument is missing here"},
		{`\begin{foo}x\end{foo}`, 0, "the environment foo is not known"},
		{`\begin{matrix}x\end{array}`, 20, `\end{array} where \begin{matrix} is open`},
		{`\begin{matrix}x`, 0, `this \begin has no \end`},
		{`\begin{array}{lx}a\end{array}`, 15, `"x" is not a column`},
		{`\begin{array}{l}a&b\end{array}`, 0, "row 1 has 2 cells in 1 columns"},
		{`\text{a \foo}`, 8, `\foo is not known`},
		{`\text{a $\foo$}`, 9, `\foo is not known`},
		{`\text{a $x}`, 8, "this $ has no other"},
		{`\operatorname{a\foo}`, 15, `\foo is not known`},
		{`a \hspace{3 yards}`, 10, `"3 yards" is not a length`},
		{`a $ b`, 2, "$ cannot stand in a formula"},
		{"a \x00", 2, "a byte that is no character"},
		{"a \xff", 2, "a byte that is no character"},
		{`\not{ab}`, 0, `\not wants a sign`},
		{`a \right)`, 2, `\right cannot stand here`},
		{`\`, 0, `\ is not known`},
	} {
		_, err := tex.Parse(c.tex)
		var e *tex.Error
		require.ErrorAs(t, err, &e, c.tex)
		assert.Equal(t, c.msg, e.Msg, c.tex)
		assert.Equal(t, c.offset, e.Offset, c.tex)
	}
	deep := strings.Repeat("{", 5000) + strings.Repeat("}", 5000)
	_, err := tex.Parse(deep)
	require.ErrorContains(t, err, "nested too deep")
}

// TestSymbols: every symbol of the table is understood, has a glyph in the
// default math face, and comes out in MathML and text.
func TestSymbols(t *testing.T) {
	m, err := font.Default().Math.Math()
	require.NoError(t, err)
	require.Greater(t, len(tex.Names()), 450)
	for _, name := range tex.Names() {
		f, err := tex.Parse(`\` + name + " ")
		require.NoError(t, err, name)
		require.Len(t, f.Body, 1, name)
		y := f.Body[0].(*tex.Symbol)
		_, ok := m.Glyph(y.Shape(), 0, false)
		require.True(t, ok, "%s: no glyph for %q", name, y.Shape())
		require.Equal(t, string(y.Rune), f.Text(), name)
		wellFormed(t, f.MathML(true, ""))
		require.Contains(t, f.MathML(true, "x"), strings.NewReplacer("<", "&lt;", ">", "&gt;", "&", "&amp;").Replace(string(y.Rune)))
	}
}

// TestAlphabets: every letter and figure of every alphabet has a glyph.
func TestAlphabets(t *testing.T) {
	m, err := font.Default().Math.Math()
	require.NoError(t, err)
	seen := map[rune]string{}
	for _, a := range []string{"mathbf", "mathbb", "mathcal", "mathfrak", "mathsf", "mathtt", "mathbfit", "mathbfcal", "mathbffrak", "mathbfsf", "mathsfit", "boldsymbol"} {
		for _, r := range "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" {
			f, err := tex.Parse(`\` + a + "{" + string(r) + "}")
			require.NoError(t, err)
			y := f.Body[0].(*tex.Symbol)
			_, ok := m.Glyph(y.Shape(), 0, false)
			require.True(t, ok, "%s %c", a, r)
			require.NotEqual(t, r, y.Char(), "%s %c", a, r)
			require.True(t, unicode.IsLetter(y.Char()), "%s %c is %q", a, r, y.Char())
			if other, ok := seen[y.Char()]; ok && a != "boldsymbol" {
				require.Equal(t, other, a, "%q is in two alphabets", y.Char())
			}
			seen[y.Char()] = a
		}
	}
}

// TestAlignment: an array that is an alignment in all but name becomes one.
func TestAlignment(t *testing.T) {
	grid := func(s string) *tex.Grid {
		f, err := tex.Parse(s)
		require.NoError(t, err)
		return f.Body[0].(*tex.Grid)
	}
	g := grid(`\begin{array}{rlrl} {x + 1} & {= 2\qquad} & & \qquad \\ {\text{~and so on~}} & & & \\ y & {= 3} & & \\ \end{array}`)
	require.Equal(t, tex.Aligned, g.Kind)
	require.Len(t, g.Rows, 3)
	require.Equal(t, map[int]bool{1: true}, g.Words)
	require.Equal(t, tex.Array, grid(`\begin{array}{rl} 1 & 2 \\ 3 & 4 \end{array}`).Kind)
	require.Equal(t, tex.Array, grid(`\begin{array}{cc} 1 & = 2 \end{array}`).Kind)
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`x^2_i`, `\frac{a}{b}`, `\left(\sqrt[3]{x}\right)`, `\begin{pmatrix}1&2\\3&4\end{pmatrix}`, `\text{a $b$ \textbf{c}}`,
		`\begin{array}{l|r}a&b\\\hline c\end{array}`, `\sum\limits_{\substack{a\\b}}`, `{\bf x}\over y`, `\kern3pt\mspace{3mu}`, `\tag{1}\label{x}`, `a''^2`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := tex.Parse(s)
		if err != nil {
			var e *tex.Error
			require.ErrorAs(t, err, &e)
			require.LessOrEqual(t, e.Offset, len(s))
			require.GreaterOrEqual(t, e.Offset, 0)
			return
		}
		wellFormed(t, m.MathML(true, ""))
		for _, l := range m.TextLines() {
			require.NotContains(t, l, "\n")
		}
	})
}
