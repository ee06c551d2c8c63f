package pdffile

import (
	"bytes"
	"io"
	"testing"
)

// FuzzSource: whatever the source, Finish returns an error or a file that can
// be read back.
func FuzzSource(f *testing.F) {
	src, file := blank(f, 2)
	f.Add(src)
	whole, _ := sample(f)
	f.Add(whole)
	f.Add(whole[:len(whole)-9])
	f.Add([]byte("xref\n0 2\n0000000000 65535 f \n0000000000 00000 n \ntrailer<</Root 1 0 R>>startxref\n0"))
	f.Add(bytes.Replace(src, []byte("/XObject <<"), []byte("/XObject 3 0 R/A<<"), 1))
	f.Fuzz(func(t *testing.T, src []byte) {
		var b bytes.Buffer
		if Finish(&b, src, file) == nil {
			open(t, b.Bytes()).pages()
		} else if b.Len() > 0 {
			t.Error("an error, and something was written")
		}
	})
}

// FuzzLexer: a value ends within its bytes, and is read the same once more.
func FuzzLexer(f *testing.F) {
	for _, s := range []string{"<</A[1 0 R(b\\))<AF>]>>", "12 0 R", "[[[", "(((", "<</A"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		l := &lexer{b: b}
		v, err := l.value()
		if l.pos > len(b) {
			t.Fatal("read beyond the end")
		}
		if err != nil {
			return
		}
		var o object
		(&copier{a: newAssembly(), refs: map[ref]ref{}}).value(&o, v)
		again, err := (&lexer{b: o}).value()
		if err != nil || again.kind != v.kind || len(again.items) != len(v.items) {
			t.Fatalf("%q is written as %q: %v", b, o, err)
		}
	})
}

// BenchmarkFinish is a book of 1,330 pages, 30 MB of content and 40,000
// elements.
func BenchmarkFinish(b *testing.B) {
	src, f := book(b, 1330)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if err := Finish(io.Discard, src, f); err != nil {
			b.Fatal(err)
		}
	}
}

// book is pages of 40 lines, each a paragraph, each glyph placed.
func book(t testing.TB, pages int) ([]byte, *File) {
	p := newPaper(t)
	doc := el("Document")
	words := "the quick brown fox jumps over the lazy dog and back again to where it was before all of this began"
	for n := range pages {
		p.page()
		for line := range 40 {
			from := (n*7 + line*13) % 60
			e := p.text(el("P"), words[from:]+words[:from])
			doc.Kids = append(doc.Kids, Kid{Elem: e})
		}
		p.y = 0
	}
	p.file.Tree = doc
	p.file.Info = Info{Title: "A book", Lang: "en"}
	return p.finish()
}
