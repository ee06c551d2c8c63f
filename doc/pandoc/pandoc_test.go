package pandoc_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
	"github.com/offprint-go/offprint/doc/markdown"
	"github.com/offprint-go/offprint/doc/pandoc"
)

var update = flag.Bool("update", false, "write the goldens anew")

func read(t testing.TB, text string) (*doc.Document, []string) {
	t.Helper()
	var warnings []string
	d, err := pandoc.Reader{Name: "name", Files: fstest.MapFS{}, Warn: func(w pandoc.Warning) { warnings = append(warnings, w.String()) }}.
		Read(context.Background(), strings.NewReader(text))
	require.NoError(t, err)
	return d, warnings
}

func TestGoldens(t *testing.T) {
	doctest.Goldens(t, ".json", *update, func(text string) (*doc.Document, []string) { return read(t, text) })
}

// What is read from a golden's text is free of faults, but for its images.
func TestSound(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.json")
	require.NoError(t, err)
	for _, name := range cases {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		require.True(t, pandoc.Is(text))
		d, _ := read(t, string(text))
		for _, f := range doc.Check(d) {
			require.True(t, f.Warning || strings.Contains(f.Error(), ".png"), "%v", f)
		}
	}
}

// Every constructor of pandoc-types 1.23 is in the case of that name.
func TestEveryConstructor(t *testing.T) {
	text, err := os.ReadFile("testdata/constructors.json")
	require.NoError(t, err)
	for _, name := range strings.Fields(`
		Plain Para LineBlock CodeBlock RawBlock BlockQuote OrderedList BulletList DefinitionList Header HorizontalRule Table Figure Div
		Str Emph Underline Strong Strikeout Superscript Subscript SmallCaps Quoted Cite Code Space SoftBreak LineBreak Math RawInline Link Image Note Span
		MetaMap MetaList MetaBool MetaString MetaInlines MetaBlocks`) {
		require.Contains(t, string(text), `{"t":"`+name+`"`)
	}
}

// wrap makes a document of blocks.
func wrap(blocks string) string {
	return `{"pandoc-api-version":[1,23],"meta":{},"blocks":[` + blocks + `]}`
}

// What pandoc does not write is an error with its path.
func TestErrors(t *testing.T) {
	for text, says := range map[string]string{
		"{":    "pandoc: ",
		"\xff": "not UTF-8",
		`{"pandoc-api-version":[1,17],"meta":{},"blocks":[]}`:        "pandoc-api-version: [1 17]: want 1.22 or 1.23",
		`{"meta":{},"blocks":[]}`:                                    "pandoc-api-version",
		wrap(`{"t":"Sidenote","c":[]}`):                              `blocks[0]: unknown block "Sidenote"`,
		wrap(`{"t":"Para","c":[{"t":"Str","c":"a"},{"t":"Blink"}]}`): `blocks[0].c[1]: unknown inline "Blink"`,
		wrap(`{"t":"Para","c":7}`):                                   "blocks[0].c: want an array",
		wrap(`{"t":"Para","c":[{"t":"Str","c":7}]}`):                 "blocks[0].c[0].c: want a string",
		wrap(`{"c":[]}`):                                             "blocks[0]: the constructor's name, t, is missing",
		wrap(`{"t":"Para","c":[{"t":"Str","c":"a\\\ud800b"}]}`):      `\ud800 at byte 85 is half of a character`,
		wrap(`{"t":"Para","c":[{"t":"Str","c":"\udc00\ud83d"}]}`):    `\udc00 at byte`,
		wrap(`7`): "blocks[0]: want an object",
		wrap(`{"t":"Header","c":[1,["",[],[]]]}`):                                        "blocks[0].c: want an array of 3",
		wrap(strings.Repeat(`{"t":"BlockQuote","c":[`, 600) + strings.Repeat(`]}`, 600)): "nested more than 500 deep",
	} {
		_, err := pandoc.Reader{}.Read(context.Background(), strings.NewReader(text))
		var e *pandoc.Error
		require.ErrorAs(t, err, &e, text)
		require.ErrorContains(t, err, says)
	}
}

// Characters are whole, escaped or not; the replacement character may be meant.
func TestCharacters(t *testing.T) {
	d, _ := read(t, wrap(`{"t":"Para","c":[{"t":"Str","c":"\ud83d\ude00\\ud800\ufffd"}]}`))
	require.Equal(t, doc.Inlines{doc.Text(`😀\ud800�`)}, d.Blocks[0].(*doc.Paragraph).Content)
}

// A line of the source that ends between ideographs is no space.
func TestSoftBreaks(t *testing.T) {
	d, _ := read(t, wrap(`{"t":"Para","c":[{"t":"Str","c":"日"},{"t":"SoftBreak"},{"t":"Emph","c":[{"t":"Str","c":"本"},{"t":"SoftBreak"},{"t":"Str","c":"語"}]},
		{"t":"SoftBreak"},{"t":"Str","c":"and"},{"t":"SoftBreak"},{"t":"Str","c":"so"}]}`))
	require.Equal(t, doc.Inlines{doc.Text("日"), doc.Emphasis{doc.Text("本語")}, doc.Text(" and so")}, d.Blocks[0].(*doc.Paragraph).Content)
}

func TestCancelled(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	_, err := pandoc.Reader{}.Read(ctx, strings.NewReader(wrap(`{"t":"Para","c":[]}`)))
	require.ErrorIs(t, err, context.Canceled)
}

func TestIs(t *testing.T) {
	require.True(t, pandoc.Is([]byte(wrap(""))))
	require.False(t, pandoc.Is([]byte(`{"offprint":1}`)))
	require.False(t, pandoc.Is([]byte(`# A heading`)))
}

var wordRE = regexp.MustCompile(`\pL+`)

// Pandoc's reading of a Markdown file has the words and notes of ours.
func TestCorpusAgreesWithMarkdown(t *testing.T) {
	for _, name := range []string{"S", "M"} {
		md, err := os.ReadFile("../../../shared/corpus/" + name + ".md")
		if err != nil {
			t.Skip("not here")
		}
		js, err := os.ReadFile("../../../shared/corpus/" + name + ".json")
		require.NoError(t, err)
		ours, err := markdown.Reader{Name: "name", Lang: "en"}.Read(context.Background(), bytes.NewReader(md))
		require.NoError(t, err)
		theirs, _ := read(t, string(js))
		a, b := doc.NewIndex(ours).Notes(), doc.NewIndex(theirs).Notes()
		require.Len(t, b, len(a))
		for i := range a {
			require.Equal(t, a[i].Label, b[i].Label)
		}
		require.True(t, allWords(ours) == allWords(theirs), "the words differ")
	}
}

// allWords are the words of a document's texts.
func allWords(d *doc.Document) string {
	var b strings.Builder
	for n := range doc.All(d) {
		if t, ok := n.(doc.Text); ok {
			b.WriteString(string(t) + " ")
		}
	}
	return strings.Join(wordRE.FindAllString(b.String(), -1), " ")
}

// The books of the corpus are read without a fault.
func TestCorpusBooks(t *testing.T) {
	books, _ := filepath.Glob("../../../shared/corpus/*/book.json")
	if len(books) == 0 {
		t.Skip("not here")
	}
	for _, name := range books {
		t.Run(filepath.Base(filepath.Dir(name)), func(t *testing.T) {
			text, err := os.ReadFile(name)
			require.NoError(t, err)
			d, warnings := read(t, string(text))
			t.Log(strings.Join(warnings, "\n"))
			for _, f := range doc.Check(d) {
				require.True(t, f.Warning || strings.Contains(f.Error(), "image"), "%v", f)
			}
		})
	}
}

// Whatever the JSON, reading it ends, and the document is one that Check, the
// JSON form and Write can take.
func FuzzRead(f *testing.F) {
	cases, _ := filepath.Glob("testdata/*.json")
	for _, name := range cases {
		text, err := os.ReadFile(name)
		require.NoError(f, err)
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		d, err := pandoc.Reader{Files: fstest.MapFS{}}.Read(context.Background(), bytes.NewReader(text))
		if err != nil {
			return
		}
		doc.Check(d)
		doc.NewIndex(d)
		var b bytes.Buffer
		require.NoError(t, doc.Encode(&b, d))
		_, err = doc.Decode(&b)
		require.NoError(t, err)
		again, err := pandoc.Reader{Files: fstest.MapFS{}}.Read(context.Background(), strings.NewReader(write(t, d)))
		require.NoError(t, err)
		doc.Check(again)
	})
}

func ExampleReader_Read() {
	text := `{"pandoc-api-version":[1,23,1],"meta":{},"blocks":[
		{"t":"Header","c":[1,["tides",[],[]],[{"t":"Str","c":"Tides"}]]},
		{"t":"Para","c":[{"t":"Str","c":"Late."},{"t":"Note","c":[{"t":"Para","c":[{"t":"Str","c":"Twice."}]}]}]}]}`
	d, err := pandoc.Reader{Lang: "en"}.Read(context.Background(), strings.NewReader(text))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.PlainText(d.Meta.Title))
	fmt.Println(len(doc.NewIndex(d).Notes()), "note")
	// Output:
	// Tides
	// 1 note
}

func BenchmarkRead(b *testing.B) {
	par := `{"t":"Para","c":[` + strings.Repeat(`{"t":"Str","c":"word"},{"t":"Space"},`, 100) + `{"t":"Str","c":"end."}]},`
	text := wrap(strings.TrimSuffix(strings.Repeat(par, 1000), ","))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		read(b, text)
	}
}
