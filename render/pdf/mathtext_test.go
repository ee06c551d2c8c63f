package pdf

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/tex"
	"github.com/offprint-go/offprint/render/rendertest"
)

// formulas are such that their glyphs, read by their places, say something
// else.
var formulas = []string{`x`, `x^2`, `\frac{a+b}{2}`, `\sum_{i=1}^n x_i^2`, `\lim_{t\to 0}\frac{f(t)}{t}`, `\sqrt[3]{x+1}`, `{}^{12}_6 C`,
	`\begin{pmatrix}1&2\\3&4\end{pmatrix}`, `\displaystyle\int_0^1 f`, `a \text{ if } b`, `f\colon\mathbb{R}^n\to\mathbb{C}`, `\begin{cases}x&x>0\\-x&\text{else}\end{cases}`,
	`a_1+b_1=c_1,\quad a_2+b_2=c_2,\qquad a_3+b_3=(c_3+d_3+e_3)=f_3+g_3+h_3+i_3+j_3+k_3=l_3`}

// TestFormulaText: a formula reads as the text edition has it, in a line,
// broken between lines, and in a display; its number is apart.
func TestFormulaText(t *testing.T) {
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en"}}
	var want []string
	say := func(lines ...string) { want = append(want, strings.Fields(strings.Join(lines, " "))...) }
	for _, s := range formulas {
		m, err := tex.Parse(s)
		require.NoError(t, err)
		d.Blocks = append(d.Blocks, &doc.Paragraph{Content: doc.Inlines{doc.Text("Some words before "), &doc.Math{TeX: s}, doc.Text("; and after.")}}, &doc.MathBlock{TeX: s})
		say(m.Text(), m.Text())
	}
	for _, s := range []string{`\begin{aligned}a_1&=b^2+c\\&=d_1\end{aligned}`, `\begin{aligned}a_1&=b^2\tag{2}\\\text{and }c&=d\end{aligned}`, `\frac ab\tag{*}`} {
		m, err := tex.Parse(s)
		require.NoError(t, err)
		d.Blocks = append(d.Blocks, &doc.MathBlock{TeX: s})
		say(m.TextLines()...)
	}
	d.Blocks = append(d.Blocks, &doc.MathBlock{ID: "e", Numbered: true, TeX: `\frac{x}{y}`})
	say("x/y")
	var b bytes.Buffer
	style := StyleBook()
	style.Page.Width = 300
	require.NoError(t, Renderer{Style: style}.Render(context.Background(), &b, d))
	tree, err := rendertest.StructureOf(b.Bytes())
	require.NoError(t, err)
	var got []string
	tree.Walk(func(e *rendertest.Element) {
		if e.Type == "Formula" {
			got = append(got, strings.Fields(e.AllText())...)
		}
	})
	require.Equal(t, want, got)
	r, err := rendertest.ReadPDF(d, b.Bytes())
	require.NoError(t, err)
	require.Equal(t, "1", r.Body[len(r.Body)-1], "the number is read behind its formula")
}

// TestFormulaTextUntagged: the marks of what formulas say end before other
// text where nothing else is marked.
func TestFormulaTextUntagged(t *testing.T) {
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en"},
		Blocks: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{&doc.Math{TeX: `x^2`}, doc.Text(" and "), &doc.Math{TeX: `\frac12`}, doc.Text(".")}}}}
	var b bytes.Buffer
	require.NoError(t, Renderer{Profile: PlainPDF}.Render(context.Background(), &b, d))
	s := strings.Join(contents(t, b.Bytes()), "\n")
	require.Equal(t, 2, strings.Count(s, "/ActualText"))
	require.Equal(t, 2, strings.Count(s, "EMC"))
	require.Contains(t, s, "<FEFF007800b2> >> BDC")
}
