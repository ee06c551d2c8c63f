package text_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/text"
)

func ExampleRenderer_Render() {
	d := &doc.Document{
		Meta: doc.Meta{Title: doc.Inlines{doc.Text("The Tide Tables")}, Lang: "en", Contributors: []doc.Contributor{{Name: "Ann Poe"}}},
		Blocks: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text("No one reads "), doc.Emphasis{doc.Text("them")}, doc.Text("."),
			&doc.Note{Content: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text("But see the harbour master.")}}}}}}},
	}
	var out strings.Builder
	if err := (text.Renderer{Width: 40}).Render(context.Background(), &out, d); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(out.String()[strings.Index(out.String(), "No one"):])
	// Output:
	// No one reads _them_.[1]
	//
	// [1] But see the harbour master.
}
