package epub_test

import (
	"testing"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/epub"
)

// The direction is said where it changes: by the author's word or by the
// language's script. A note carries the language of its call to the end of the
// file, where it stands.
func TestDirection(t *testing.T) {
	text := func(s string) doc.Inlines { return doc.Inlines{doc.Text(s)} }
	par := func(ns ...doc.Inline) *doc.Paragraph { return &doc.Paragraph{Content: ns} }
	note := &doc.Note{Content: doc.Blocks{par(doc.Text("הערה"))}}
	d := &doc.Document{
		Meta: doc.Meta{Title: text("T"), Lang: "en"},
		Sections: []*doc.Section{
			{ID: "he", Lang: "he", Title: text("פרק"), Blocks: doc.Blocks{
				par(doc.Text("מילים"), note, doc.Text(" "), &doc.Span{Lang: "he-IL", Content: text("עוד")}),
				&doc.Division{Lang: "en", Content: doc.Blocks{par(doc.Text("Left to right."))}}}},
			{ID: "dir", Dir: doc.RTL, Title: text("Set"), Blocks: doc.Blocks{par(doc.Text("Words."))}},
			{ID: "latin", Lang: "he-Latn", Title: text("Pereq"), Blocks: doc.Blocks{par(&doc.Span{Dir: doc.LTR, Content: text("same")})}},
		},
	}
	a := open(t, epub.Renderer{}, d)
	a.has("EPUB/xhtml/s-he.xhtml",
		`<section id="he" lang="he" xml:lang="he" dir="rtl">`,
		`<span lang="he-IL" xml:lang="he-IL">עוד</span>`,
		`<div lang="en" xml:lang="en" dir="ltr">`,
		`role="doc-footnote" lang="he" xml:lang="he" dir="rtl">`)
	a.has("EPUB/xhtml/s-dir.xhtml", `<section id="dir" dir="rtl">`)
	a.has("EPUB/xhtml/s-latin.xhtml", `<section id="latin" lang="he-Latn" xml:lang="he-Latn">`, `<span dir="ltr">same</span>`)
}

// The heavier rule of an aside is where lines begin: at the left for readers that
// know no other place.
func TestAsideRule(t *testing.T) {
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "he"}, Blocks: doc.Blocks{&doc.Paragraph{}}}
	a := open(t, epub.Renderer{}, d)
	a.has("EPUB/css/style.css", "{ border-left-width: 4px; border-inline-width: 4px 1px; }")
}
