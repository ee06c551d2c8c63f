package markdown_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
	"github.com/offprint-go/offprint/doc/markdown"
)

var update = flag.Bool("update", false, "write the goldens anew")

func read(t testing.TB, text string) (*doc.Document, []string) {
	t.Helper()
	var warnings []string
	d, err := markdown.Reader{Name: "name", Files: fstest.MapFS{}, Warn: func(w markdown.Warning) { warnings = append(warnings, w.String()) }}.
		Read(context.Background(), strings.NewReader(text))
	require.NoError(t, err)
	return d, warnings
}

func TestGoldens(t *testing.T) {
	doctest.Goldens(t, ".md", *update, func(text string) (*doc.Document, []string) { return read(t, text) }, doctest.FromWindows)
}

// Bad input is an error with its line.
func TestErrors(t *testing.T) {
	for _, c := range []struct {
		text, says string
		line       int
	}{
		{"a\n\xff\n", "not UTF-8", 2},
		{"a\x00", "NUL", 1},
		{"---\ntitle: [x\n---\n", "metadata", 2},
		{"---\ndate: tomorrow\n---\n", `date "tomorrow"`, 2},
		{"---\ntitle: T\nkeywords: {a: b}\n---\n", "keywords", 3},
		{"---\nnotes: sideways\n---\n", "continuous or chapter", 2},
		{"---\njust text\n---\n", "keys with values", 2},
	} {
		_, err := markdown.Reader{}.Read(context.Background(), strings.NewReader(c.text))
		var e *markdown.Error
		require.ErrorAs(t, err, &e, c.text)
		require.Equal(t, c.line, e.Line, "%v", err)
		require.ErrorContains(t, err, c.says)
	}
}

func TestCancelled(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	_, err := markdown.Reader{}.Read(ctx, strings.NewReader("text"))
	require.ErrorIs(t, err, context.Canceled)
}

// Every word of the source is in the document, in order, once.
func TestWords(t *testing.T) {
	var b strings.Builder
	r := rand.New(rand.NewSource(1))
	n := 0
	word := func() string { n++; return fmt.Sprintf("w%d", n) }
	for range 300 {
		switch r.Intn(7) {
		case 0:
			fmt.Fprintf(&b, "# %s %s\n\n", word(), word())
		case 1:
			fmt.Fprintf(&b, "- %s\n- %s *%s*\n\n", word(), word(), word())
		case 2:
			fmt.Fprintf(&b, "> %s\n> %s\n\n", word(), word())
		case 3:
			fmt.Fprintf(&b, "| %s | %s |\n|---|---|\n| %s | %s |\n\n", word(), word(), word(), word())
		case 4:
			fmt.Fprintf(&b, "%s\n:   %s\n\n", word(), word())
		default:
			fmt.Fprintf(&b, "%s **%s** ^[%s] `%s`\n%s\n\n", word(), word(), word(), word(), word())
		}
	}
	d, _ := read(t, b.String())
	at := 0
	for _, w := range strings.FieldsFunc(doctest.Dump(d), func(r rune) bool { return !(r >= '0' && r <= '9' || r == 'w') }) {
		var k int
		if _, err := fmt.Sscanf(w, "w%d", &k); err == nil && fmt.Sprintf("w%d", k) == w {
			require.Equal(t, at+1, k)
			at = k
		}
	}
	require.Equal(t, n, at)
}

// A text without a newline at its end is read as with one.
func TestUnended(t *testing.T) {
	for _, text := range []string{"::: note", "::: note\n\nInside.\n\n:::", "| A line\n| of verse", "| A line", "# A heading\n\n: a colon", "Term\n: Meaning", "---\ntitle: T\n---\n::: aside\nx\n:::"} {
		read := func(s string) []byte {
			d, err := markdown.Reader{Lang: "en"}.Read(t.Context(), strings.NewReader(s))
			require.NoError(t, err)
			var b bytes.Buffer
			require.NoError(t, doc.Encode(&b, d))
			return b.Bytes()
		}
		require.Equal(t, string(read(text+"\n")), string(read(text)), "%q", text)
	}
}

// White space before the end of a line is none of the text, however much it is
// and however the line ends.
func TestLineEnds(t *testing.T) {
	dump := func(text string) string {
		d, _ := read(t, text)
		return doctest.Dump(d)
	}
	for _, end := range []string{" \n", "\t\n", " \t \n", " \t\t\n", "\r", "\r\n", "\r ", "\f \n", "\v \n", " \f\n"} {
		require.Equal(t, dump("a *b*\nc"), dump("a *b*"+end+"c"), "%q", end)
		require.Equal(t, dump("漢\n字"), dump("漢"+end+"字"), "%q", end)
	}
	for _, end := range []string{"   \n", "\t  \n", "      \n", " \\\n", "   \\\n"} {
		require.Equal(t, dump("a b  \nc"), dump("a b"+end+"c"), "%q", end)
	}
}

// Notes of one line that are never called are told of in their order.
func TestUncalled(t *testing.T) {
	for range 20 { // a map's order is another each time
		_, warnings := read(t, "a\n\n[^b]: [^a]: [^c]: d\n")
		var told []string
		for _, w := range warnings {
			if strings.Contains(w, "never called") {
				told = append(told, strings.Split(w, "\"")[1])
			}
		}
		require.Equal(t, []string{"b", "a", "c"}, told)
	}
}

// The call of a note whose bracket is escaped is text, and meant to be.
func TestEscapedCall(t *testing.T) {
	d, warnings := read(t, "a \\[^x] b, \\[^x]")
	require.Contains(t, doctest.Dump(d), `"a [^x] b, [^x]"`)
	require.NotContains(t, strings.Join(warnings, "\n"), "[^x]")
}

// A command that begins a page does so alone: what stands beside it is not lost,
// and code that shows it is code.
func TestPageBreak(t *testing.T) {
	breaks := func(text string) bool {
		d, _ := read(t, text)
		return strings.Contains(doctest.Dump(d), "pageBreak")
	}
	require.True(t, breaks("a\n\n\\newpage\n\nb\n"))
	for _, text := range []string{"\\newpage^[A note.]", "\\clearpage[b]{entry=e}", "`\\newpage`", "\\newpage ![](a.png)", "*\\pagebreak*"} {
		require.False(t, breaks("a\n\n"+text+"\n\nb\n"), text)
	}
}

// A tab is wider than it is long: a sign after it is no fence, and is not
// looked for beyond the line.
func TestTabBeforeSign(t *testing.T) {
	for _, before := range []string{"> \t", "- \t", "- a\n\n \t"} {
		for _, sign := range []string{"~", "`", "~~"} {
			for _, after := range []string{"", "\n", "\n\nb"} {
				d, _ := read(t, before+sign+after)
				require.Contains(t, doctest.Dump(d), sign, "%q", before+sign+after)
			}
		}
	}
}

// Constructs nested deep, and long rows of marks, end soon and lose nothing.
func TestHostile(t *testing.T) {
	for _, mark := range []string{"[", "![", ">", "*", "_", "^[", "`", "$", "- ", "::: a\n", "[^", "<", "|", "\\", "~", "((", "{#"} {
		text := strings.Repeat(mark, 5000) + "word"
		d, err := markdown.Reader{}.Read(context.Background(), strings.NewReader(text))
		if err == nil {
			require.Contains(t, doctest.Dump(d), "word", "%.20q", text)
		}
	}
}

func TestCorpus(t *testing.T) {
	for name, notes := range map[string]int{"S.md": 10, "M.md": 653, "L.md": 3723} {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile("../../../shared/corpus/" + name)
			if err != nil || name == "L.md" && os.Getenv("OFFPRINT_LONG") == "" {
				t.Skip("not here, or too long")
			}
			d, _ := read(t, string(data))
			require.Len(t, doc.NewIndex(d).Notes(), notes)
			for _, f := range doc.Check(d) {
				require.True(t, f.Warning, "%v", f)
			}
		})
	}
}

// Whatever the text, reading it ends, with either parser alike, and the document
// is one that Check and the JSON form can take.
func FuzzRead(f *testing.F) {
	cases, _ := filepath.Glob("testdata/*.md")
	for _, name := range cases {
		text, err := os.ReadFile(name)
		require.NoError(f, err)
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		readAlike(t, string(text))
		d, err := markdown.Reader{Files: fstest.MapFS{}}.Read(context.Background(), bytes.NewReader(text))
		if err != nil {
			return
		}
		doc.Check(d)
		doc.NewIndex(d)
		var b bytes.Buffer
		require.NoError(t, doc.Encode(&b, d))
		_, err = doc.Decode(&b)
		require.NoError(t, err)
	})
}

func ExampleReader_Read() {
	text := "# The Tide Tables\n\nNo one reads them.[^1]\n\n[^1]: But see *The Pilot*.\n"
	d, err := markdown.Reader{Lang: "en"}.Read(context.Background(), strings.NewReader(text))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.PlainText(d.Meta.Title))
	fmt.Println(len(doc.NewIndex(d).Notes()), "note")
	// Output:
	// The Tide Tables
	// 1 note
}

func BenchmarkRead(b *testing.B) {
	var s strings.Builder
	for i := range 2000 { // some 100,000 words
		fmt.Fprintf(&s, "%s a *stressed* word.[^%d]\n\n[^%d]: A note.\n\n", strings.Repeat("Some words of a paragraph that goes on. ", 6), i, i)
	}
	b.SetBytes(int64(s.Len()))
	for b.Loop() {
		read(b, s.String())
	}
}
