package pdf

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
)

// A change of scene stands midway between what is above and below it, text or a
// quotation.
func TestSceneBreakSpace(t *testing.T) {
	for _, above := range []doc.Block{paragraphOf("above"), &doc.Quote{Content: doc.Blocks{paragraphOf("above")}}} {
		e, _ := laid(t, StyleReport(), paragraphOf("before"), above, doc.SceneBreak{}, paragraphOf("below"))
		_, up := linesOf(e, "above")
		_, mark := linesOf(e, "*")
		_, down := linesOf(e, "below")
		require.InDelta(t, float64(mark[0].Y-up[0].Y), float64(down[0].Y-mark[0].Y), float64(layout.Point))
	}
}
