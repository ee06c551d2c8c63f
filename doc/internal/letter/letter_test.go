package letter_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/letter"
)

func line(s string) doc.Inlines { return doc.Inlines{doc.Text(s)} }

func para(s string) doc.Block { return &doc.Paragraph{Content: line(s)} }

// Parts are taken in their order, lines of one name together, and what follows
// the signature is the postscript.
func TestBuilder(t *testing.T) {
	var b letter.Builder
	require.True(t, b.Part("dateline", line("The Harbour,")))
	require.True(t, b.Part("dateline", line("4 May")))
	require.True(t, b.Part("salutation", line("Sir,")))
	require.False(t, b.Part("address", line("too late")))
	b.Blocks(para("one"), para("two"))
	require.False(t, b.Part("salutation", line("too late")))
	b.Blocks()
	require.True(t, b.Part("signature", line("I. B.")))
	require.False(t, b.Part("closing", line("too late")))
	b.Blocks(para("P.S."))
	require.False(t, b.Part("signature", line("too late")))
	b.Blocks(para("P.P.S."))
	require.Equal(t, doc.Letter{
		Dateline: doc.Inlines{doc.Text("The Harbour,"), doc.LineBreak{}, doc.Text("4 May")}, Salutation: line("Sir,"),
		Content: doc.Blocks{para("one"), para("two")}, Signature: line("I. B."), Postscript: doc.Blocks{para("P.S."), para("P.P.S.")},
	}, b.Letter)
}

// A postscript that is told to be one needs no signature before it.
func TestBuilderPostscript(t *testing.T) {
	var b letter.Builder
	b.Blocks(para("text"))
	b.Postscript(para("P.S."))
	require.Equal(t, doc.Letter{Content: doc.Blocks{para("text")}, Postscript: doc.Blocks{para("P.S.")}}, b.Letter)
	for _, name := range []string{"", "postscript", "date"} {
		require.False(t, letter.IsPart(name), name)
		require.False(t, b.Part(name, line("x")), name)
	}
}
