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

// White space at the end of a text is dropped, of the text alone.
func TestTrim(t *testing.T) {
	var r inlines.Run
	r.Trim()
	r.Text([]byte("a"))
	r.Add(doc.Text(" "))
	r.Text([]byte("b \t "))
	r.Trim()
	r.Break()
	r.Text(nil)
	r.Text([]byte("c"))
	r.Add(doc.Code(" "))
	r.Trim()
	require.Equal(t, doc.Inlines{doc.Text("a b c"), doc.Code(" ")}, r.Inlines())
}

// The end of a line is a space, but between characters of scripts without
// spaces between words.
func TestBreak(t *testing.T) {
	note := &doc.Note{}
	for _, c := range []struct{ before, after, want doc.Inlines }{
		{doc.Inlines{doc.Text("a")}, doc.Inlines{doc.Text("b")}, doc.Inlines{doc.Text("a b")}},
		{doc.Inlines{doc.Text("漢")}, doc.Inlines{doc.Text("字")}, doc.Inlines{doc.Text("漢字")}},
		{doc.Inlines{doc.Text("漢")}, doc.Inlines{doc.Text(""), doc.Text("字")}, doc.Inlines{doc.Text("漢字")}},
		{doc.Inlines{doc.Text("です。")}, doc.Inlines{doc.Text("「は")}, doc.Inlines{doc.Text("です。「は")}},
		{doc.Inlines{doc.Text("漢")}, doc.Inlines{doc.Text("a")}, doc.Inlines{doc.Text("漢 a")}},
		{doc.Inlines{doc.Text("한국")}, doc.Inlines{doc.Text("말")}, doc.Inlines{doc.Text("한국 말")}},
		{doc.Inlines{doc.Text("漢")}, doc.Inlines{doc.Text("말")}, doc.Inlines{doc.Text("漢 말")}},
		{doc.Inlines{doc.Text("ក\u200B")}, doc.Inlines{doc.Text("ខ")}, doc.Inlines{doc.Text("ក\u200Bខ")}},
		{doc.Inlines{doc.Emphasis{doc.Strong{doc.Text("漢")}}}, doc.Inlines{doc.Emphasis{doc.Text("字")}},
			doc.Inlines{doc.Emphasis{doc.Strong{doc.Text("漢")}}, doc.Emphasis{doc.Text("字")}}},
		{doc.Inlines{doc.Text("漢"), note}, doc.Inlines{doc.Text("字")}, doc.Inlines{doc.Text("漢"), note, doc.Text("字")}},
		{nil, doc.Inlines{doc.Text("字")}, doc.Inlines{doc.Text(" 字")}},
		{doc.Inlines{doc.Text("漢")}, nil, doc.Inlines{doc.Text("漢 ")}},
	} {
		var r inlines.Run
		r.Add(c.before...)
		r.Break()
		r.Add(c.after...)
		require.Equal(t, c.want, r.Inlines(), "%v", c.want)
	}
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
