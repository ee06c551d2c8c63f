package pdf

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
)

// A link in a link is its words; the mark of a note in one leads to the note.
func TestLinksApart(t *testing.T) {
	link := func(ns ...doc.Inline) *doc.Link { return &doc.Link{URL: "https://example.org/", Content: ns} }
	note := &doc.Note{Content: doc.Blocks{paragraphOf("noted")}}
	e, _ := laid(t, StyleReport(), &doc.Paragraph{Content: doc.Inlines{link(doc.Text("a "), link(doc.Text("b ")), doc.Text("c"), note, doc.Text(" d"))}})
	var uris, dests int
	for _, l := range e.flow.links {
		if l.uri != "" {
			uris++
		} else {
			dests++
		}
	}
	require.Equal(t, 1, uris)
	require.Equal(t, 2, dests, "to the note and back")
}
