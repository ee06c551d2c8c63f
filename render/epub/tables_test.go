package epub_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/epub"
)

// A cell of the head in which there is nothing to hear is no header, however
// that is written; one in which there is something is.
func TestSilentHeaders(t *testing.T) {
	p := func(ns ...doc.Inline) doc.Blocks { return doc.Blocks{&doc.Paragraph{Content: ns}} }
	for _, c := range []struct {
		content doc.Blocks
		header  bool
	}{
		{nil, false}, {p(), false}, {p(doc.Text(" \u00a0"), doc.LineBreak{}), false}, {p(doc.Emphasis{doc.Text(" ")}), false},
		{p(doc.Strong{}), false}, {p(&doc.IndexTerm{Entry: []string{"tides"}}), false}, {append(p(), p()...), false},
		{p(doc.Text("Port")), true}, {p(doc.Strong{doc.Text("Port")}), true}, {p(doc.Code("x")), true}, {p(&doc.Math{TeX: "x"}), true},
		{p(&doc.Note{Content: p(doc.Text("Said."))}), true}, {p(&doc.Link{URL: "https://example.org/"}), true},
		{doc.Blocks{&doc.List{Items: []*doc.ListItem{{Content: p(doc.Text("Port"))}}}}, true},
	} {
		d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en"}, Blocks: doc.Blocks{&doc.Table{Columns: make([]doc.Column, 1),
			Head:   []*doc.Row{{Cells: []*doc.Cell{{Content: c.content}}}},
			Bodies: []*doc.TableBody{{Rows: []*doc.Row{{Cells: []*doc.Cell{{Content: p(doc.Text("Water"))}}}}}}}}}
		a := open(t, epub.Renderer{}, d)
		a.links()
		head := a.files["EPUB/xhtml/opening.xhtml"]
		head = head[strings.Index(head, "<thead>"):strings.Index(head, "</thead>")]
		require.Equal(t, c.header, strings.Contains(head, `<th scope="col">`), head)
		require.Equal(t, !c.header, strings.Contains(head, `<td>`), head)
	}
}
