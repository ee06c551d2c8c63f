package epub_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/epub"
)

// In vertical lines short numbers stand upright, and the book opens at the
// right.
func TestVertical(t *testing.T) {
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("題")}, Lang: "ja"}, Blocks: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{
		doc.Text("12月3日、1868年、3.14、A4、9"), doc.Code("x[10]"), &doc.Span{Lang: "en", Content: doc.Inlines{doc.Text("12 men")}}}}}}
	a := open(t, epub.Renderer{Vertical: true}, d)
	a.has("EPUB/xhtml/opening.xhtml", `<p><span class="upright">12</span>月<span class="upright">3</span>日、1868年、3.14、A4、<span class="upright">9</span><code>x[10]</code><span lang="en" xml:lang="en">12 men</span></p>`)
	a.has("EPUB/css/style.css", "writing-mode: vertical-rl")
	a.has("EPUB/package.opf", `page-progression-direction="rtl"`)
	a = open(t, epub.Renderer{}, d)
	require.NotContains(t, a.files["EPUB/css/style.css"], "vertical-rl")
	require.NotContains(t, a.files["EPUB/package.opf"], "page-progression-direction")

	d.Meta.Lang = "en"
	var warned []render.Warning
	a = open(t, epub.Renderer{Vertical: true, Warn: func(w render.Warning) { warned = append(warned, w) }}, d)
	require.Len(t, warned, 1)
	require.NotContains(t, a.files["EPUB/css/style.css"], "vertical-rl")
}

// The contents stand behind the title page where they are asked for.
func TestContents(t *testing.T) {
	a := open(t, epub.Renderer{}, published())
	require.NotContains(t, a.files["EPUB/package.opf"], `idref="nav"`)
	require.NotContains(t, a.files["EPUB/nav.xhtml"], `epub:type="toc" href`)
	a = open(t, epub.Renderer{Contents: true}, published())
	a.links()
	a.has("EPUB/package.opf", `<itemref idref="titlepage"/>`+"\n"+`<itemref idref="nav"/>`)
	a.has("EPUB/nav.xhtml", `<a epub:type="toc" href="nav.xhtml#toc">`)
}
