package rendertest_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io/fs"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/epub"
	"github.com/offprint-go/offprint/render/pdf"
	"github.com/offprint-go/offprint/render/text"
)

// TestMathNotUnderstood: each edition names the formula and the place in it;
// asked to go on, it sets the TeX and says so.
func TestMathNotUnderstood(t *testing.T) {
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en"}, Blocks: doc.Blocks{
		&doc.Paragraph{Content: doc.Inlines{doc.Text("Let "), &doc.Math{TeX: `x + \nonsense`}, doc.Text(".")}},
		&doc.MathBlock{TeX: `y \also`},
	}}
	var warnings []render.Warning
	warn := func(w render.Warning) { warnings = append(warnings, w) }
	for name, e := range map[string][2]render.Renderer{
		"pdf":  {pdf.Renderer{}, pdf.Renderer{PlainMath: true, Warn: warn}},
		"epub": {epub.Renderer{}, epub.Renderer{PlainMath: true, Warn: warn}},
		"text": {text.Renderer{}, text.Renderer{PlainMath: true, Warn: warn}},
	} {
		var b bytes.Buffer
		err := e[0].Render(context.Background(), &b, d)
		var n *render.NodeError
		require.ErrorAs(t, err, &n, name)
		require.Equal(t, "blocks[0].content[1]", n.Path)
		require.ErrorContains(t, err, `at byte 4: \nonsense is not known`, name)
		require.Empty(t, b.Bytes())
		warnings = nil
		require.NoError(t, e[1].Render(context.Background(), &b, d), name)
		require.Len(t, warnings, 2, name)
		require.Equal(t, "blocks[1]", warnings[1].Path)
		require.Contains(t, warnings[1].Message, `at byte 2: \also is not known`)
	}
}

// TestMathInTitles: the outline, the running heads and the navigation show a
// formula as the text edition sets it, never its TeX.
func TestMathInTitles(t *testing.T) {
	title := func(s string) doc.Inlines {
		return doc.Inlines{doc.Text("On "), doc.Emphasis{&doc.Math{TeX: s}}}
	}
	var pages doc.Blocks // enough of them for heads: no text face has the form of the n
	for range 80 {
		pages = append(pages, &doc.Paragraph{Content: doc.Inlines{doc.Text("Text.")}})
	}
	d := &doc.Document{Meta: doc.Meta{Title: title(`\mathbb{R}^n`), Lang: "en"}, Sections: []*doc.Section{
		{Role: doc.RoleChapter, Title: title(`x_n^2`), Blocks: pages,
			Sections: []*doc.Section{{Title: title(`\frac{1}{n}`), Blocks: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text("Text.")}}}}}}}}
	style := pdf.StyleBook()
	var file bytes.Buffer
	require.NoError(t, pdf.Renderer{Style: style}.Render(context.Background(), &file, d))
	marks, err := api.Bookmarks(bytes.NewReader(file.Bytes()), model.NewDefaultConfiguration())
	require.NoError(t, err)
	require.Len(t, marks, 1)
	require.Equal(t, "On xₙ²", strings.TrimPrefix(marks[0].Title, "1 "))
	require.Equal(t, "On 1/n", marks[0].Kids[0].Title)
	n, err := api.PageCount(bytes.NewReader(file.Bytes()), model.NewDefaultConfiguration())
	require.NoError(t, err)
	require.Greater(t, n, 2)
	require.Equal(t, "On ℝⁿ", render.PlainText(d.Meta.Title))
	require.Equal(t, `On \mathbb{R}^n`, doc.PlainText(d.Meta.Title))
	file.Reset()
	require.NoError(t, epub.Renderer{}.Render(context.Background(), &file, d))
	z, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	require.NoError(t, err)
	for _, f := range z.File {
		content, err := fs.ReadFile(z, f.Name)
		require.NoError(t, err)
		require.NotContains(t, string(content), "x_n", f.Name)
		require.NotContains(t, string(content), "mathbb", f.Name)
		if f.Name == "EPUB/nav.xhtml" {
			require.Contains(t, string(content), "On xₙ²</a>")
			require.Contains(t, string(content), ">On 1/n</a>")
		}
	}
}
