package epub_test

import (
	"testing"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/epub"
)

// No link stands in another, which HTML forbids: one within a link is its words,
// and a link with the call of a note in it is divided there.
func TestLinksApart(t *testing.T) {
	text := func(s string) doc.Inlines { return doc.Inlines{doc.Text(s)} }
	link := func(ns ...doc.Inline) *doc.Link { return &doc.Link{URL: "https://example.org/", Content: ns} }
	note := &doc.Note{Content: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{link(doc.Text("noted"))}}}}
	d := &doc.Document{Meta: doc.Meta{Title: text("T"), Lang: "en"}, Sections: []*doc.Section{{ID: "s", Numbered: true, Title: text("S"), Blocks: doc.Blocks{
		&doc.Paragraph{Content: doc.Inlines{link(doc.Text("a "), link(doc.Text("b ")), &doc.CrossRef{To: "s", Form: doc.RefNumber})}},
		&doc.Paragraph{Content: doc.Inlines{link(doc.Text("c "), doc.Emphasis{doc.Text("d"), note, doc.Text(" e")}, doc.Strong(text(" f")))}},
	}}}}
	a := open(t, epub.Renderer{}, d)
	const begin = `<a href="https://example.org/">`
	a.has("EPUB/xhtml/s-s.xhtml",
		`<p>`+begin+`a b 1</a></p>`,
		`<p>`+begin+`c </a><em>`+begin+`d</a><a class="noteref"`,
		`>1</a>`+begin+` e</a></em>`+begin+`<strong> f</strong></a></p>`,
		begin+`noted</a>`)
}
