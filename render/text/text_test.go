package text_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/rendertest"
	"github.com/offprint-go/offprint/render/text"
)

func TestSuite(t *testing.T) {
	rendertest.Run(t, rendertest.Edition{Render: text.Renderer{}.Render, Read: rendertest.ReadText})
}

// A word that waits for its other half does not end a line where another can:
// there it reads as one word with what follows.
func TestSuspendedHyphen(t *testing.T) {
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "de"}, Blocks: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{
		doc.Text("Wer die Vor- und Nachteile eines Satzes abwägt, der nennt alle Vor- und Nachteile.")}}}}
	var b bytes.Buffer
	require.NoError(t, text.Renderer{Width: 34}.Render(context.Background(), &b, d))
	require.NotContains(t, b.String(), "-\n")
}
