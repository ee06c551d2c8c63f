package pdf

import (
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
)

// A word of 200,000 characters is set in a time that grows with its length: by
// squares it would take minutes, and the clock stops it.
func TestLongWords(t *testing.T) {
	for name, part := range map[string]string{"that cannot be divided": "abcdefghij", "of syllables": "extraordinarymeasurement", "of figures": "1234567890",
		"with marks": "and/or-", "of capitals": "ABCDEFGHIJ", "of ideographs": "漢字"} {
		t.Run(name, func(t *testing.T) {
			n := 200_000
			if name == "of ideographs" { // each is a word by itself, and they fill pages
				n = 20_000
			}
			word := doc.Text(strings.Repeat(part, n/len([]rune(part))))
			d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("A long word")}, Lang: "en"},
				Blocks: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{word}}}}
			ctx, stop := context.WithTimeout(context.Background(), 60*time.Second)
			defer stop()
			require.NoError(t, Renderer{MissingBox: true}.Render(ctx, io.Discard, d))
		})
	}
}
