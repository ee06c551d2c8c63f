package pdf

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
)

// The lines of a display stand at even distances, less than two lines of text,
// and the display midway between the lines of text around it.
func TestDisplaySpace(t *testing.T) {
	for _, tex := range []string{`\begin{aligned}a&=1\\ b&=2\end{aligned}`, `\begin{aligned}a&=1\\ b&=2\\ c&=3\end{aligned}`, `\begin{aligned}a&=1\\ b&=2\\ c&=3\\ d&=4\end{aligned}`} {
		e, _ := laid(t, StyleReport(), paragraphOf("above"), &doc.MathBlock{TeX: tex, Alt: "lines"}, paragraphOf("below"))
		_, above := linesOf(e, "above")
		_, below := linesOf(e, "below")
		var rows []layout.Unit
		for _, it := range e.pages.Pages[0].Items {
			if it.Line != nil && it.Line.Para.OffGrid {
				rows = append(rows, it.Y)
			}
		}
		pitch := rows[1] - rows[0]
		for i := 1; i < len(rows); i++ {
			require.InDelta(t, float64(pitch), float64(rows[i]-rows[i-1]), float64(layout.Point)/2)
		}
		require.Less(t, pitch, e.flow.st.Leading.unit()*3/2)
		require.InDelta(t, float64(rows[0]-above[0].Y), float64(below[0].Y-rows[len(rows)-1]), float64(layout.Point)*3/2, tex)
		require.Zero(t, (below[0].Y-above[0].Y)%e.flow.st.Leading.unit())
	}
}
