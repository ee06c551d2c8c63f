package pdf_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand"
	"os"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/pdf"
	"github.com/offprint-go/offprint/render/rendertest"
)

func text(s string) doc.Inlines { return doc.Inlines{doc.Text(s)} }

func document(bs ...doc.Block) *doc.Document {
	return &doc.Document{Meta: doc.Meta{Title: text("A Document"), Lang: "en"}, Blocks: bs}
}

func produce(t testing.TB, r pdf.Renderer, d *doc.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, r.Render(context.Background(), &b, d))
	return b.Bytes()
}

// The page map names each page once, in order, by the place in the document at
// which its text begins, and its JSON form is an exact round trip.
func TestPageMap(t *testing.T) {
	documents := map[string]*doc.Document{"every": doctest.Every(), "book": doctest.Book(20000)}
	for seed := range int64(5) {
		documents[fmt.Sprint("random", seed)] = doctest.Random(rand.New(rand.NewSource(seed)))
	}
	for name, d := range documents {
		t.Run(name, func(t *testing.T) {
			e, err := pdf.Renderer{}.Layout(context.Background(), d)
			require.NoError(t, err)
			m := e.PageMap()
			data, err := json.Marshal(m)
			require.NoError(t, err)
			var again render.PageMap
			require.NoError(t, json.Unmarshal(data, &again))
			require.Equal(t, *m, again)

			order := map[string]int{"meta": 0}
			x := doc.NewIndex(d)
			for n := range doc.All(d) {
				order[x.Path(n)] = len(order)
			}
			labels := map[string]bool{}
			last := render.PageStart{Path: "meta"}
			for _, p := range m.Pages {
				require.False(t, labels[p.Label], "page %s twice", p.Label)
				labels[p.Label] = true
				require.Contains(t, order, p.Path)
				a, b := order[last.Path], order[p.Path]
				require.True(t, a < b || a == b && last.Offset <= p.Offset, "page %s at %v is before %v", p.Label, p, last)
				last = p
			}
			for a, label := range m.Anchors {
				require.Contains(t, labels, label, a)
			}
		})
	}
}

// Two files of the same picture are one object: a resource of two names for it
// is a fault that qpdf reports.
func TestSamePictureTwice(t *testing.T) {
	var src string
	var data []byte
	for name, f := range doctest.Images() {
		src, data = name, f.Data
	}
	d := document(&doc.Figure{Images: []*doc.Image{{Src: src, Alt: "One"}, {Src: "copy.png", Alt: "Two"}}})
	d.Files = fstest.MapFS{src: {Data: data}, "copy.png": {Data: data}}
	require.Equal(t, 1, bytes.Count(produce(t, pdf.Renderer{}, d), []byte("/Subtype/Image")))
}

// A character that no face has is an error with its place, or a box and a
// warning.
func TestMissingGlyph(t *testing.T) {
	d := document(&doc.Paragraph{Content: text("A word: 漢, and 字.")})
	err := pdf.Renderer{}.Render(context.Background(), io.Discard, d)
	require.ErrorContains(t, err, "blocks[0]")
	require.ErrorContains(t, err, "U+6F22")
	require.ErrorContains(t, err, "U+5B57")
	var warnings []string
	data := produce(t, pdf.Renderer{MissingBox: true, Warn: func(w render.Warning) { warnings = append(warnings, w.String()) }}, d)
	require.Len(t, warnings, 2)
	require.Contains(t, warnings[0], "blocks[0]")
	r, err := rendertest.ReadPDF(d, data)
	require.NoError(t, err)
	require.Contains(t, r.Body, "word")
}

func TestFonts(t *testing.T) {
	jp, err := os.ReadFile("../../examples/report/fonts/NotoSerifJP-subset.otf")
	require.NoError(t, err)
	d := document(&doc.Paragraph{Content: text("Of the 海.")})
	produce(t, pdf.Renderer{Fonts: pdf.Fonts{Fallback: []pdf.Font{{Data: jp}}}}, d)
	for says, fonts := range map[string]pdf.Fonts{
		"font fallback 1": {Fallback: []pdf.Font{{Data: []byte("no font")}}},
		"font italic":     {Italic: pdf.Font{Data: jp[:1000]}},
		"no face 3":       {Text: pdf.Font{Data: jp, Index: 3}},
	} {
		require.ErrorContains(t, pdf.Renderer{Fonts: fonts}.Render(context.Background(), io.Discard, d), says)
	}
}

func TestStyleFaultIsAnError(t *testing.T) {
	st := pdf.StyleReport()
	st.TextSize = 0
	require.ErrorContains(t, pdf.Renderer{Style: st}.Render(context.Background(), io.Discard, document()), "textSize")
}

func ExampleRenderer_Render() {
	d := &doc.Document{
		Meta: doc.Meta{Title: text("The Tide Tables"), Lang: "en", Contributors: []doc.Contributor{{Name: "Ann Poe"}}},
		Blocks: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text("No one reads them."),
			&doc.Note{Content: doc.Blocks{&doc.Paragraph{Content: text("But see the harbour master.")}}}}}},
	}
	var file bytes.Buffer
	if err := (pdf.Renderer{}).Render(context.Background(), &file, d); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s\n", file.Bytes()[:8])
	// Output: %PDF-1.7
}

// The pages that a print edition was laid out in give the other editions their
// page labels.
func ExampleRenderer_Layout() {
	d := &doc.Document{Meta: doc.Meta{Title: text("The Tide Tables"), Lang: "en"},
		Blocks: doc.Blocks{&doc.Paragraph{Content: text("First.")}, doc.PageBreak{}, &doc.Paragraph{Content: text("Second.")}}}
	e, err := pdf.Renderer{Style: pdf.StylePaper()}.Layout(context.Background(), d)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range e.PageMap().Pages {
		fmt.Println(p.Label, p.Path)
	}
	// Output:
	// 1 meta
	// 2 blocks[2]
}
