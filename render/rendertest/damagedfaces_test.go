package rendertest

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"codeberg.org/go-fonts/liberation/liberationserifregular"
	"codeberg.org/go-fonts/stix/stix2mathregular"
	"codeberg.org/go-fonts/stix/stix2textregular"
	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/epub"
	"github.com/offprint-go/offprint/render/internal/font/fonttest"
	"github.com/offprint-go/offprint/render/pdf"
)

// A carried face is one of the caller's, which begins at a place of its file.
type carried struct {
	data         []byte
	index, start int
}

// carriedFaces are faces by what they are given as and the kind of their
// outlines.
func carriedFaces(t *testing.T) map[string]carried {
	jp, err := os.ReadFile(filepath.Join(Root(t), "examples", "report", "fonts", "NotoSerifJP-subset.otf"))
	require.NoError(t, err)
	ttc, starts := fonttest.Collection(stix2textregular.TTF, liberationserifregular.TTF)
	return map[string]carried{
		"text, CFF":           {data: stix2textregular.TTF},
		"text, glyf":          {data: liberationserifregular.TTF},
		"text, of collection": {ttc, 1, starts[1]},
		"fallback, CID":       {data: jp},
		"math":                {data: stix2mathregular.TTF},
	}
}

// editions are those that carry the face.
func (c carried) editions(as string) map[string]Edition {
	var p pdf.Fonts
	var e epub.Fonts
	switch as[:4] {
	case "text":
		p.Text, e.Text = pdf.Font{Data: c.data, Index: c.index}, epub.Font{Data: c.data, Index: c.index}
	case "fall":
		p.Fallback, e.Fallback = []pdf.Font{{Data: c.data}}, []epub.Font{{Data: c.data}}
	default:
		p.Math, e.Math = pdf.Font{Data: c.data}, epub.Font{Data: c.data}
	}
	return map[string]Edition{
		"pdf":  {Render: pdf.Renderer{Fonts: p, MissingBox: true}.Render, Read: ReadPDF},
		"epub": {Render: epub.Renderer{Fonts: &e}.Render, Read: ReadEPUB},
	}
}

// lettered is a document that has use for every face.
func lettered() *doc.Document {
	d := small()
	d.Blocks = append(d.Blocks,
		&doc.Paragraph{Content: doc.Inlines{doc.Text("An affluent office of 1871, naïve Ångström: AV To 港町の灯台、海。"), doc.SmallCaps{doc.Text("Small Letters")}}},
		&doc.Paragraph{Content: doc.Inlines{&doc.Math{TeX: `\sum_{i=1}^n \sqrt{x_i+1} = \left(\frac{a}{b}\right)`}}})
	return d
}

// lettersOf are the letters of words in order: a face whose widths are damaged
// may make a word longer than a line, and then it is divided.
func lettersOf(words []string) []string { return strings.Split(strings.Join(words, ""), "") }

// Whatever is wrong with whichever table of a face, the edition is an error that
// names the font, or is whole: nothing is lost of its text. One damage in so many
// is taken, more with OFFPRINT_LONG.
func TestFacesDamaged(t *testing.T) {
	every := 61
	if os.Getenv("OFFPRINT_LONG") != "" {
		every = 7
	}
	d := lettered()
	want := lettersOf(expect(withoutFormulas(t, d)).Body)
	for as, c := range carriedFaces(t) {
		for _, e := range c.editions(as) {
			e.render(t, d)
		}
		n, refused := 0, 0
		for what, data := range fonttest.Damaged(c.data, c.start, 1) {
			if n++; n%every != 0 {
				continue
			}
			for name, e := range (carried{data, c.index, c.start}).editions(as) {
				ctx, stop := context.WithTimeout(context.Background(), time.Minute)
				var b bytes.Buffer
				err := e.Render(ctx, &b, d)
				stop()
				if err != nil {
					refused++
					require.ErrorContains(t, err, "font ", "%s, %s, %s", as, what, name)
					require.Zero(t, b.Len(), "something was written")
					continue
				}
				r, err := e.Read(d, b.Bytes())
				require.NoError(t, err, "%s, %s, %s", as, what, name)
				require.Empty(t, missing(want, lettersOf(r.Body)), "%s, %s, %s", as, what, name)
			}
		}
		t.Logf("%s: %d faces, %d editions refused", as, n/every, refused)
	}
}
