package pdf_test

import (
	"bytes"
	"context"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/pdf"
)

// Broken on purpose, one case a rule: each is told at its place before a
// validator would find it, or, where none would, a reader; Strict refuses it.
func TestAccessible(t *testing.T) {
	para := func(ns ...doc.Inline) *doc.Document { return document(&doc.Paragraph{Content: ns}) }
	cell := func(s string) *doc.Cell {
		if s == "" {
			return &doc.Cell{}
		}
		return &doc.Cell{Content: doc.Blocks{&doc.Paragraph{Content: text(s)}}}
	}
	table := func(head ...string) *doc.Document {
		b := &doc.Table{Columns: make([]doc.Column, 3)}
		row := &doc.Row{}
		for _, h := range head {
			row.Cells = append(row.Cells, cell(h))
		}
		if len(head) > 0 {
			b.Head = []*doc.Row{row}
		}
		b.Bodies = []*doc.TableBody{{Rows: []*doc.Row{{Cells: []*doc.Cell{cell("a"), cell("b"), cell("c")}}}}}
		return document(b)
	}
	image := func(im *doc.Image) *doc.Document {
		im.Src = "pictures/one.svg"
		return document(&doc.Figure{Images: []*doc.Image{im}})
	}
	skipped := document()
	skipped.Sections = []*doc.Section{{Role: doc.RoleDedication, Blocks: doc.Blocks{&doc.Paragraph{Content: text("To.")}},
		Sections: []*doc.Section{{Title: text("Below")}}}}
	headAlone := table("x", "y", "z")
	headAlone.Blocks[0].(*doc.Table).Bodies = nil
	blank, unnamed := document(), document()
	blank.Sections = []*doc.Section{{Title: text(" ")}}
	unnamed.Sections = []*doc.Section{{}, {Sections: []*doc.Section{{Title: text("Below")}}}}
	for name, c := range map[string]struct {
		d    *doc.Document
		path string
		want string
	}{
		"link":         {para(&doc.Link{URL: "https://example.org/", Content: text(" ")}), "blocks[0].content[0]", "a link without words"},
		"no alt":       {image(&doc.Image{}), "blocks[0].images[0]", "has no alternative text"},
		"name for alt": {image(&doc.Image{Alt: "one.svg"}), "blocks[0].images[0]", "is the name of its file"},
		"no head":      {table(), "blocks[0]", "a table without header cells"},
		"empty head":   {table("", "x", ""), "blocks[0]", "a cell of the table's head is empty"},
		"skipped":      {skipped, "sections[0].sections[0]", "the heading stands in a section that has none"},
		"private use":  {para(doc.Text("a \uE000 sign")), "blocks[0]", "for private use"},
		"blank alt":    {image(&doc.Image{Alt: " "}), "blocks[0].images[0]", "is white space"},
		"head alone":   {headAlone, "blocks[0]", "without rows below its head"},
		"blank head":   {blank, "sections[0]", "a heading without words"},
		"no name":      {unnamed, "sections[0]", "has no name in the outline"},
		"no glyph":     {para(doc.Text("a \U0001F9FF bead")), "blocks[0]", "no face has"},
		"empty note":   {para(doc.Text("a"), &doc.Note{}), "blocks[0].content[1]", "a note without text"},
	} {
		t.Run(name, func(t *testing.T) {
			c.d.Files = fstest.MapFS{"pictures/one.svg": {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>`)}}
			var told []render.Warning
			var b bytes.Buffer
			r := pdf.Renderer{MissingBox: true, Warn: func(w render.Warning) { told = append(told, w) }}
			require.NoError(t, r.Render(context.Background(), &b, c.d))
			found := false
			for _, w := range told {
				found = found || w.Path == c.path && bytes.Contains([]byte(w.Message), []byte(c.want))
			}
			require.True(t, found, "%v", told)

			var refused *render.NodeError
			r.Warn, r.Strict = func(render.Warning) { t.Error("told, and not refused") }, true
			err := r.Render(context.Background(), failingWriter{}, c.d)
			require.ErrorAs(t, err, &refused)
			require.ErrorContains(t, err, c.path+": ")
			require.ErrorContains(t, err, c.want)
		})
	}
	for want, meta := range map[string]doc.Meta{"title": {Lang: "en"}, "language": {Title: text("A")}} {
		require.ErrorContains(t, pdf.Renderer{}.Render(context.Background(), failingWriter{}, &doc.Document{Meta: meta}), want)
	}
}
