package pdf

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// codeLines are the lines of the first page in the mono face: what is painted,
// and what it stands for. Furniture is in [].
func codeLines(e *Edition) (painted, copied []string) {
	for i := range e.pages.Pages[0].Items {
		it := &e.pages.Pages[0].Items[i]
		if it.Line == nil {
			continue
		}
		var shown, stands strings.Builder
		it.Line.Pieces(it.X, func(_, _ layout.Unit, _ *linebreak.Item, pc *layout.Piece) {
			g, ok := pc.Ink.(*glyphs)
			if !ok || g.style.cut < mono {
				return
			}
			shown.WriteString(g.text)
			switch {
			case pc.Tag == 0:
				stands.WriteString("[" + g.text + "]")
			case g.actual != "":
				stands.WriteString(g.actual)
			default:
				stands.WriteString(g.text)
			}
		})
		if shown.Len() > 0 {
			painted, copied = append(painted, shown.String()), append(copied, stands.String())
		}
	}
	return painted, copied
}

func TestCodeIsToldApartByWeightAndSlope(t *testing.T) {
	e, _ := laid(t, StyleReport(), &doc.CodeBlock{Language: "go", Text: "func f() { // why\n\treturn \"if\"\n}"})
	cuts := map[string]cut{}
	for _, s := range spots(e) {
		cuts[s.text] = s.cut
	}
	for text, want := range map[string]cut{"func": monoBold, "return": monoBold, "why": monoItalic, `"if"`: mono, "}": mono} {
		require.Equal(t, want, cuts[text], text)
	}
}

// A long line is broken with a mark; what is copied is the line.
func TestLongLinesOfCode(t *testing.T) {
	lines := []string{
		"    call(" + strings.Repeat("argument, ", 20) + "last)",
		strings.Repeat("x", 400),
		"https://example.org/" + strings.Repeat("path/", 40),
		"short",
	}
	e, warnings := laid(t, StyleReport(), &doc.CodeBlock{Text: strings.Join(lines, "\n")})
	require.Empty(t, warnings, "no line is too long")
	painted, copied := codeLines(e)
	require.Greater(t, len(painted), 10)
	for _, p := range painted[:3] {
		require.True(t, strings.HasSuffix(p, goesOn) || strings.HasSuffix(p, "last)"), p)
	}
	all := strings.ReplaceAll(strings.Join(copied, ""), "["+goesOn+"]", "")
	require.Equal(t, strings.Join(lines, ""), all)
	require.True(t, strings.HasSuffix(painted[len(painted)-1], "short"))
}

func TestLongWordsOfCodeInTextAreBroken(t *testing.T) {
	word := `\includegraphics[width=0.5\textwidth,height=\textheight,keepaspectratio]{folder/of/pictures/file.jpg}`
	p := &doc.Paragraph{Content: doc.Inlines{doc.Text("Text that goes before it: "), doc.Code(word), doc.Text(" and after.")}}
	e, warnings := laid(t, StyleReport(), p)
	require.Empty(t, warnings)
	_, copied := codeLines(e)
	require.Equal(t, word, strings.Join(copied, ""))
	var b bytes.Buffer
	_, err := e.WriteTo(&b)
	require.NoError(t, err)
}
