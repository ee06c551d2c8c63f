package epub_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/epub"
)

func ExampleRenderer_Render() {
	d := &doc.Document{
		Meta: doc.Meta{Title: doc.Inlines{doc.Text("The Tide Tables")}, Lang: "en", Contributors: []doc.Contributor{{Name: "Ann Poe"}}},
		Blocks: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text("No one reads them."),
			&doc.Note{Content: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text("But see the harbour master.")}}}}}}},
	}
	var file bytes.Buffer
	if err := (epub.Renderer{}).Render(context.Background(), &file, d); err != nil {
		fmt.Println(err)
		return
	}
	z, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range z.File {
		fmt.Println(f.Name)
	}
	// Output:
	// mimetype
	// META-INF/container.xml
	// EPUB/package.opf
	// EPUB/nav.xhtml
	// EPUB/toc.ncx
	// EPUB/css/style.css
	// EPUB/xhtml/cover.xhtml
	// EPUB/xhtml/titlepage.xhtml
	// EPUB/xhtml/opening.xhtml
	// EPUB/images/cover.svg
}
