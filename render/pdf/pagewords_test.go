package pdf

import (
	"strings"

	"github.com/offprint-go/offprint/render/internal/layout"
)

// pageWords is what stands on a page, line by line.
func pageWords(p *layout.Page) string {
	var b strings.Builder
	for i := range p.Items {
		b.WriteString(lineText(&p.Items[i]) + "\n")
	}
	return b.String()
}

func lineText(it *layout.Placed) string {
	if it.Line == nil {
		return ""
	}
	var b strings.Builder
	for _, pc := range it.Line.Para.Pieces[it.Line.Start:it.Line.End] {
		if g, ok := pc.Ink.(*glyphs); ok {
			b.WriteString(g.text)
		}
	}
	return b.String()
}
