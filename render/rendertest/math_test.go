package rendertest_test

import (
	"bytes"
	"context"
	"testing"

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
