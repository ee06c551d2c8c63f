package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/pdf"
)

// Characters that no face has are told of in document order, each at the first
// place that has it, though most paragraphs are set after all are collected, on
// several processors, and list items at once; and also where the document is
// set more than once.
func TestMissingGlyphsInOrder(t *testing.T) {
	paragraph := func(ns ...doc.Inline) doc.Blocks { return doc.Blocks{&doc.Paragraph{Content: ns}} }
	d := document()
	var want []string
	for i := range 60 {
		word := doc.Text(fmt.Sprintf("Paragraph %d, and no more. ", i))
		bs := paragraph(word)
		switch {
		case i%10 == 0:
			rare := rune(0xF0000 + i)
			bs = paragraph(word, doc.Text("\U000FFFF0"+string(rare)), &doc.Note{Content: paragraph(doc.Text(string(rare + 1)))})
			want = append(want, fmt.Sprintf("(U+%X);", rare+1), fmt.Sprintf("(U+%X);", rare)) // a note is set where it is called
			if i == 0 {
				want = []string{want[0], "(U+FFFF0);", want[1]}
			}
		case i%10 == 5:
			bs = doc.Blocks{&doc.List{Items: []*doc.ListItem{{Content: paragraph(word, doc.Text(string(rune(0xF0000+i))))}}}}
			want = append(want, fmt.Sprintf("(U+%X);", 0xF0000+i))
		}
		d.Blocks = append(d.Blocks, bs...)
	}
	for _, paged := range []bool{false, true} {
		if paged {
			d.Sections = []*doc.Section{{ID: "end", Title: text("The end"), Blocks: paragraph(&doc.CrossRef{To: "end", Form: doc.RefPage})}}
		}
		var got []string
		produce(t, pdf.Renderer{MissingBox: true, Warn: func(w render.Warning) {
			got = append(got, strings.Fields(w.Message)[4])
		}}, d)
		require.Equal(t, want, got)
	}
}
