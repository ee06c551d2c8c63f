package rendertest

import (
	"bytes"
	"context"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/offprint-go/offprint/doc"
)

// Book holds an edition of a whole book to this: the words outside formulas
// are there, in order, and so are the notes; and no letter or figure of a
// formula is lost. In which order a formula is read, fractions and matrices
// above all, is each edition's own affair.
func (e Edition) Book(t *testing.T, d *doc.Document) {
	t.Helper()
	data := e.render(t, d)
	r, err := e.Read(d, data)
	require.NoError(t, err)
	want, bare := expect(d), expect(withoutFormulas(t, d))
	inOrder := !e.Seen || d.Meta.Direction() != doc.RTL
	if inOrder {
		require.Empty(t, missing(bare.Body, r.Body), "words of the text are missing or out of order")
	}
	require.ElementsMatch(t, want.Calls, r.Calls, "calls of notes")
	notes := sorted(bare.Notes)
	got := sorted(r.Notes)
	require.Len(t, got, len(notes))
	for i := range notes {
		require.Equal(t, notes[i].Label, got[i].Label)
		if inOrder {
			require.Empty(t, missing(notes[i].Words, got[i].Words), "words of note %s", notes[i].Label)
		}
	}
	count := map[rune]int{}
	letters(count, 1, r.Body)
	for _, n := range r.Notes {
		letters(count, 1, n.Words)
	}
	letters(count, -1, want.Body)
	letters(count, -1, want.loose)
	for _, n := range want.Notes {
		letters(count, -1, n.Words)
	}
	for c, n := range count {
		require.GreaterOrEqual(t, n, 0, "letters %q are missing", c)
	}
}

// letters counts the letters and figures of words.
func letters(count map[rune]int, by int, words []string) {
	for _, w := range words {
		for _, r := range norm.NFD.String(w) {
			if !unicode.IsMark(r) { // an accent may be a sign of its own
				count[r] += by
			}
		}
	}
}

// withoutFormulas is a document of which the formulas say nothing.
func withoutFormulas(t *testing.T, d *doc.Document) *doc.Document {
	var b bytes.Buffer
	require.NoError(t, doc.Encode(&b, d))
	out, err := doc.DecodeContext(context.Background(), &b, doc.Limits{Input: -1})
	require.NoError(t, err)
	for n := range doc.All(out) {
		switch n := n.(type) {
		case *doc.Math:
			n.TeX = `\quad`
		case *doc.MathBlock:
			n.TeX = `\quad`
		}
	}
	return out
}
