package inlines_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/inlines"
)

func TestRun(t *testing.T) {
	var r inlines.Run
	require.Nil(t, r.Inlines())
	r.Add(doc.Text("a"), doc.Text(" "), doc.Text(""), doc.Text("b"))
	r.Add(doc.LineBreak{})
	r.Add(doc.Text("c"))
	require.Equal(t, doc.Inlines{doc.Text("a b"), doc.LineBreak{}, doc.Text("c")}, r.Inlines())
}

func TestJoin(t *testing.T) {
	em := doc.Emphasis{doc.Text("e")}
	for _, c := range []struct{ a, b, want doc.Inlines }{
		{nil, nil, nil},
		{nil, doc.Inlines{doc.Text("a")}, doc.Inlines{doc.Text("a")}},
		{doc.Inlines{doc.Text("a")}, doc.Inlines{doc.Text("b"), em, doc.Text("c")}, doc.Inlines{doc.Text("ab"), em, doc.Text("c")}},
		{doc.Inlines{em}, doc.Inlines{doc.Text("b")}, doc.Inlines{em, doc.Text("b")}},
		{doc.Inlines{doc.Text("a")}, nil, doc.Inlines{doc.Text("a")}},
	} {
		require.Equal(t, c.want, inlines.Join(c.a, c.b...))
	}
}

// A paragraph of very many words is read in linear time: by squares this would
// copy 250 GB.
func TestManyWords(t *testing.T) {
	var r inlines.Run
	for range 500_000 {
		r.Add(doc.Text("w"))
	}
	require.Equal(t, doc.Inlines{doc.Text(strings.Repeat("w", 500_000))}, r.Inlines())
}
