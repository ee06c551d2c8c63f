package report_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
	"github.com/offprint-go/offprint/doc/report"
)

var update = flag.Bool("update", false, "write the goldens anew")

func read(t testing.TB, text string) (*doc.Document, []string) {
	t.Helper()
	var warnings []string
	d, err := report.Reader{Name: "name", Warn: func(w report.Warning) { warnings = append(warnings, w.String()) }}.
		Read(context.Background(), strings.NewReader(text))
	require.NoError(t, err)
	return d, warnings
}

func TestGoldens(t *testing.T) {
	doctest.Goldens(t, ".txt", *update, func(text string) (*doc.Document, []string) { return read(t, text) }, doctest.FromWindows)
}

// Bad input is an error with its line.
func TestErrors(t *testing.T) {
	for _, c := range []struct {
		text, says string
		line       int
	}{
		{"a\n\n\xff", "not UTF-8", 3},
		{"a\nb\x00", "NUL", 2},
		{"\n \n\f\n", "empty", 0},
	} {
		_, err := report.Reader{}.Read(context.Background(), strings.NewReader(c.text))
		var e *report.Error
		require.ErrorAs(t, err, &e, c.text)
		require.Equal(t, c.line, e.Line)
		require.ErrorContains(t, err, c.says)
	}
}

func TestCancelled(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	_, err := report.Reader{}.Read(ctx, strings.NewReader("text"))
	require.ErrorIs(t, err, context.Canceled)
}

// A paragraph that a page cut in two, at any of its words, with a folio or a
// form feed between, is whole again.
func TestRejoined(t *testing.T) {
	words := strings.Fields("The long paragraph about the harbour and all that was said of it in council goes on from this page to the next one, where it ends.")
	head := "A Title\n\nAnn Poe\n\nA first paragraph that stands before it, and is done.\n\n"
	whole, _ := read(t, head+strings.Join(words, " "))
	for i := 15; i < len(words)-1; i++ {
		for _, between := range []string{"\n\n", "\n\n7\n\n", "\n\n- 7 -\n\n", "\f"} {
			cut, _ := read(t, head+strings.Join(words[:i], " ")+between+strings.Join(words[i:], " "))
			require.Equal(t, doctest.Dump(whole), doctest.Dump(cut), "cut before %q by %q", words[i], between)
		}
	}
}

// Sentences that end are not joined to what follows.
func TestNotRejoined(t *testing.T) {
	for _, end := range []string{".", "?", "!”", ".”", ".¹", ".*", "…", ":", "。"} {
		d, _ := read(t, "A Title\n\nAnn Poe\n\nA paragraph long enough that it could be taken for half of one, ended"+end+"\n\nand another in lower case, as some write them.")
		require.Len(t, d.Blocks, 2, end)
	}
}

// Every word of the source is in the document or in a report.
func TestWords(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txt")
	require.NoError(t, err)
	for _, name := range cases {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		d, warnings := read(t, string(text))
		var b bytes.Buffer
		require.NoError(t, doc.Encode(&b, d))
		all := b.String() + strings.Join(warnings, "\n")
		for _, w := range strings.FieldsFunc(string(text), func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0x3000) }) {
			if w != "inter" && w != "By" { // of a divided word; before a name
				require.Contains(t, all, w, name)
			}
		}
	}
}

// Hostile texts end soon.
func TestHostile(t *testing.T) {
	for _, mark := range []string{"*", "_", "[1]", "¹", "* *\n", "(1) ", "1. ", "I.\n\n", "a\n\n", "-\n", "\f", "http://", "“"} {
		start := time.Now()
		_, err := report.Reader{}.Read(context.Background(), strings.NewReader(strings.Repeat(mark, 20000)+" words"))
		require.NoError(t, err, mark)
		t.Logf("%q took %v", mark, time.Since(start))
	}
}

func TestCorpus(t *testing.T) {
	text, err := os.ReadFile("../../../shared/corpus/report.txt")
	if err != nil {
		t.Skip("not here")
	}
	d, _ := read(t, string(text))
	require.Equal(t, "Vol. 1", d.Meta.Series.Number)
	require.Len(t, d.Meta.Contributors, 1)
	require.NotEmpty(t, d.Meta.Contributors[0].Affiliation)
	require.Len(t, d.Meta.Credits, 1)
	require.Len(t, doc.NewIndex(d).Notes(), 3)
	require.Contains(t, doctest.Dump(d), "originating from")
	for _, f := range doc.Check(d) {
		require.True(t, f.Warning, "%v", f)
	}
}

// Whatever the text, reading it ends, and the document is one that Check and
// the JSON form can take.
func FuzzRead(f *testing.F) {
	cases, _ := filepath.Glob("testdata/*.txt")
	for _, name := range cases {
		text, err := os.ReadFile(name)
		require.NoError(f, err)
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		d, err := report.Reader{}.Read(context.Background(), bytes.NewReader(text))
		if err != nil {
			return
		}
		for _, fault := range doc.Check(d) {
			require.True(t, fault.Warning, "%v", fault)
		}
		var b bytes.Buffer
		require.NoError(t, doc.Encode(&b, d))
		_, err = doc.Decode(&b)
		require.NoError(t, err)
	})
}

func ExampleReader_Read() {
	text := `Harbour Policy Papers, Vol. 3

The Quay That Moved

Ann Poe

(Institute for Coastal Studies)

The quay has moved.¹

¹ Twice.
`
	d, err := report.Reader{}.Read(context.Background(), strings.NewReader(text))
	if err != nil {
		fmt.Println(err)
		return
	}
	m := d.Meta
	fmt.Println(m.Series.Title, "/", m.Series.Number)
	fmt.Println(doc.PlainText(m.Title))
	fmt.Println(m.Contributors[0].Name, "/", m.Contributors[0].Affiliation)
	fmt.Println(len(doc.NewIndex(d).Notes()), "note")
	// Output:
	// Harbour Policy Papers / Vol. 3
	// The Quay That Moved
	// Ann Poe / Institute for Coastal Studies
	// 1 note
}

func BenchmarkRead(b *testing.B) {
	text := "A Title\n\nAnn Poe\n\n" + strings.Repeat(strings.Repeat("Some words of a *long* paragraph that goes on. ", 10)+"\n\n", 1000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		read(b, text)
	}
}
