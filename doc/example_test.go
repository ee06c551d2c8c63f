package doc_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/offprint-go/offprint/doc"
)

// sample is a small report.
func sample() *doc.Document {
	return &doc.Document{
		Meta: doc.Meta{Title: doc.Inlines{doc.Text("The Tide Tables")}, Lang: "en", Contributors: []doc.Contributor{{Name: "Ida Brandt"}}},
		Sections: []*doc.Section{{ID: "gauges", Numbered: true, Title: doc.Inlines{doc.Text("Gauges")}, Blocks: doc.Blocks{
			&doc.Paragraph{Content: doc.Inlines{doc.Text("As "), doc.Emphasis{doc.Text("The Pilot")}, doc.Text(" reported"),
				&doc.Note{Content: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text("Issue of 4 May.")}}}}, doc.Text(", no one reads them.")}}}}},
	}
}

// A document is written as literals, checked, and indexed.
func Example() {
	d := sample()
	for _, f := range doc.Check(d) {
		fmt.Println(f)
	}
	x := doc.NewIndex(d)
	for _, n := range x.Notes() {
		fmt.Println("note", n.Label, "at", n.Path)
	}
	fmt.Println(x.Number(d.Sections[0]), x.Anchor(d.Sections[0]))
	// Output:
	// note 1 at sections[0].blocks[0].content[3]
	// 1 gauges
}

func ExampleCheck() {
	d := sample()
	d.Blocks = doc.Blocks{&doc.Paragraph{Content: doc.Inlines{&doc.CrossRef{To: "buoys"}}}}
	for _, f := range doc.Check(d) {
		fmt.Println(f)
	}
	// Output:
	// blocks[0].content[0]: a reference to "buoys", which no node has as its id
}

func ExampleAll() {
	for n := range doc.All(sample()) {
		if t, ok := n.(doc.Text); ok {
			fmt.Printf("%q\n", string(t))
		}
	}
	// Output:
	// "The Tide Tables"
	// "Gauges"
	// "As "
	// "The Pilot"
	// " reported"
	// "Issue of 4 May."
	// ", no one reads them."
}

func ExampleEncode() {
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("A title")}, Lang: "en"}}
	if err := doc.Encode(os.Stdout, d); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {"offprint":1,"meta":{"title":["A title"],"lang":"en"}}
}

func ExampleDecode() {
	_, err := doc.Decode(strings.NewReader(`{"offprint":1,"blocks":[{"type":"paragraph","colour":"red"}]}`))
	fmt.Println(err)
	// Output:
	// decode document: blocks[0]: unknown field "colour"
}
