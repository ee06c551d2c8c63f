package rendertest_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/pandoc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/epub"
	"github.com/offprint-go/offprint/render/pdf"
	"github.com/offprint-go/offprint/render/rendertest"
	"github.com/offprint-go/offprint/render/text"
)

// corpusFaces are faces that books of the corpus need, where Debian has them.
var corpusFaces = map[string]string{
	"kusamakura-ja": "/usr/share/fonts/opentype/ipaexfont-mincho/ipaexm.ttf",
	"sailing-he":    "/usr/share/fonts/truetype/noto/NotoSerifHebrew-Regular.ttf",
}

// TestCorpus: of the books that OFFPRINT_CORPUS names nothing is lost in any
// edition, and nothing stands out of its measure.
func TestCorpus(t *testing.T) {
	dir := os.Getenv("OFFPRINT_CORPUS")
	if dir == "" {
		t.Skip("the corpus is not here")
	}
	for _, name := range []string{"wasteland", "sailing-he", "statute-de", "manual", "algebra", "kusamakura-ja"} {
		t.Run(name, func(t *testing.T) {
			in, err := os.Open(filepath.Join(dir, name, "book.json"))
			require.NoError(t, err)
			defer in.Close()
			d, err := pandoc.Reader{}.Read(context.Background(), in)
			require.NoError(t, err)
			var fonts pdf.Fonts
			if file := corpusFaces[name]; file != "" {
				data, err := os.ReadFile(file)
				if err != nil {
					t.Skip(err)
				}
				fonts.Fallback = []pdf.Font{{Data: data}}
			}
			warn := func(w render.Warning) { require.NotContains(t, fmt.Sprint(w), "stands out") }
			for edition, e := range map[string]rendertest.Edition{
				"pdf": {Render: func(ctx context.Context, w io.Writer, d *doc.Document) error {
					return pdf.Renderer{Fonts: fonts, Warn: warn}.Render(ctx, w, d)
				}, Read: rendertest.ReadPDF, Seen: true},
				"epub": {Render: epub.Renderer{}.Render, Read: rendertest.ReadEPUB},
				"text": {Render: text.Renderer{PlainEmphasis: true}.Render, Read: rendertest.ReadText},
			} {
				if name == "manual" && edition == "text" {
					continue // its code has a [1], which is taken for a call
				}
				t.Run(edition, func(t *testing.T) { e.Book(t, d) })
			}
		})
	}
}
