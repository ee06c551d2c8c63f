package pdf

import (
	"context"
	"io"
	"testing"

	"github.com/offprint-go/offprint/doc"
)

// FuzzParseStyle holds every style that passes to this: a page is set in it, or
// the error is told; nothing panics.
func FuzzParseStyle(f *testing.F) {
	for _, s := range []string{`{}`, `{"page": "a5", "leading": "13pt"}`, `{"textSize": 1e9}`, `{"margins": {"inner": "1in"}}`, `{"draft": "DRAFT"}`} {
		f.Add([]byte(s))
	}
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("A style")}, Lang: "en"},
		Sections: []*doc.Section{{Title: doc.Inlines{doc.Text("Head")}, Numbered: true, Blocks: doc.Blocks{
			&doc.Paragraph{Content: doc.Inlines{doc.Text("Some text with a note."), &doc.Note{Content: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text("It.")}}}}}}}}}}
	f.Fuzz(func(t *testing.T, data []byte) {
		if s, err := ParseStyle(data); err == nil {
			_ = (Renderer{Style: s, MissingBox: true}).Render(context.Background(), io.Discard, d)
		}
	})
}
