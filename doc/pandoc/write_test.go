package pandoc_test

import (
	"bytes"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
	"github.com/offprint-go/offprint/doc/internal/inlines"
	"github.com/offprint-go/offprint/doc/pandoc"
)

func write(t testing.TB, d *doc.Document) string {
	var b bytes.Buffer
	require.NoError(t, pandoc.Write(&b, d))
	return b.String()
}

// What is written is read back as the same document, but for what the package
// comment says is lost, and nothing is reported.
func TestWriteRoundTrip(t *testing.T) {
	docs := []*doc.Document{doctest.Every(), doctest.Book(2000)}
	for seed := range int64(40) {
		docs = append(docs, doctest.Random(rand.New(rand.NewSource(seed))))
	}
	for i, d := range docs {
		text := write(t, d)
		require.Equal(t, text, write(t, d), "document %d twice", i)
		got, warnings := read(t, text)
		require.Empty(t, warnings, "document %d", i)
		require.Equal(t, doctest.Dump(lossy(t, d)), doctest.Dump(lossy(t, got)), "document %d", i)
	}
}

// lossy is a document without what pandoc's form cannot hold, its text joined
// and its white space folded.
func lossy(t *testing.T, d *doc.Document) *doc.Document {
	var b bytes.Buffer
	require.NoError(t, doc.Encode(&b, d))
	c, err := doc.Decode(&b)
	require.NoError(t, err)
	fold(reflect.ValueOf(c).Elem())
	for n := range doc.All(c) {
		switch n := n.(type) {
		case *doc.List:
			if n.Start == 1 {
				n.Start = 0
			}
			var items []doc.Blocks
			for _, it := range n.Items {
				items = append(items, it.Content)
			}
			n.Loose = n.Loose && hasParagraph(items)
		case *doc.DefinitionList:
			var items []doc.Blocks
			for _, it := range n.Items {
				items = append(items, it.Definitions...)
			}
			n.Loose = n.Loose && hasParagraph(items)
		case *doc.Table:
			for i := range n.Columns {
				if n.Columns[i].Align == doc.AlignDecimal {
					n.Columns[i].Align = doc.AlignEnd
				}
			}
		}
	}
	return c
}

// hasParagraph reports whether an item holds a paragraph, which says by its kind
// whether the list is loose.
func hasParagraph(items []doc.Blocks) bool {
	for _, bs := range items {
		for _, b := range bs {
			if _, ok := b.(*doc.Paragraph); ok {
				return true
			}
		}
	}
	return false
}

// fold joins the texts of every run of inlines.
func fold(v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface:
		if v.IsNil() {
			return
		}
		c := reflect.New(v.Elem().Type()).Elem()
		c.Set(v.Elem())
		fold(c)
		v.Set(c)
	case reflect.Pointer:
		if !v.IsNil() {
			fold(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name != "Files" && v.Type().Field(i).IsExported() {
				fold(v.Field(i))
			}
		}
	case reflect.Slice:
		if v.Type().Elem() == reflect.TypeFor[doc.Inline]() {
			var run inlines.Run
			for i := range v.Len() {
				run.Add(v.Index(i).Interface().(doc.Inline))
			}
			joined := run.Inlines()
			for i, n := range joined {
				if t, ok := n.(doc.Text); ok {
					joined[i] = doc.Text(spaces.ReplaceAllString(string(t), " "))
				}
			}
			v.Set(reflect.ValueOf(joined).Convert(v.Type()))
		}
		for i := range v.Len() {
			fold(v.Index(i))
		}
	}
}

var spaces = regexp.MustCompile(`[ \t\n]+`)

// What no JSON file can hold is an error, and nothing is written.
func TestWriteErrors(t *testing.T) {
	for _, d := range []*doc.Document{
		{Blocks: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text("a\xffb")}}}},
		{Blocks: doc.Blocks{&doc.CodeBlock{Text: "\xff"}}},
		{Blocks: doc.Blocks{(*doc.Paragraph)(nil)}},
		{Blocks: doc.Blocks{&doc.List{Items: []*doc.ListItem{nil}}}},
	} {
		var b bytes.Buffer
		var e *pandoc.Error
		require.ErrorAs(t, pandoc.Write(&b, d), &e)
		require.Zero(t, b.Len())
	}
}

// Pandoc itself, where it is installed, takes what is written. Version 2 has
// API 1.22, which is 1.23 but for Figure.
func TestPandocTakesIt(t *testing.T) {
	if _, err := exec.LookPath("pandoc"); err != nil {
		t.Skip("pandoc is not installed")
	}
	version, err := exec.Command("pandoc", "--version").Output()
	require.NoError(t, err)
	d := doctest.Every()
	if strings.HasPrefix(string(version), "pandoc 2") {
		withoutFigures(d.Sections)
	}
	text := write(t, d)
	if strings.HasPrefix(string(version), "pandoc 2") {
		text = strings.Replace(text, "[1,23,1]", "[1,22,1]", 1)
	}
	cmd := exec.Command("pandoc", "-f", "json", "-t", "html", "--standalone", "--wrap=none")
	cmd.Stdin = strings.NewReader(text)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	require.NoError(t, cmd.Run(), errs.String())
	for _, s := range []string{"<title>Every node</title>", `id="blocks"`, `lang="fr"`, "A note of several blocks", "small capitals", `href="#figure"`} {
		require.True(t, strings.Contains(out.String(), s), s)
	}
}

func withoutFigures(ss []*doc.Section) {
	for _, s := range ss {
		s.Blocks = slices.DeleteFunc(s.Blocks, func(b doc.Block) bool { _, ok := b.(*doc.Figure); return ok })
		withoutFigures(s.Sections)
	}
}

func ExampleWrite() {
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("Tides")}, Lang: "en"},
		Blocks: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text("Twice a day.")}}}}
	if err := pandoc.Write(os.Stdout, d); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {"pandoc-api-version":[1,23,1],"meta":{"lang":{"t":"MetaInlines","c":[{"t":"Str","c":"en"}]},"title":{"t":"MetaInlines","c":[{"t":"Str","c":"Tides"}]}},"blocks":[{"t":"Para","c":[{"t":"Str","c":"Twice"},{"t":"Space"},{"t":"Str","c":"a"},{"t":"Space"},{"t":"Str","c":"day."}]}]}
}
