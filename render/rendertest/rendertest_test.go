package rendertest_test

import (
	"archive/zip"
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/epub"
	"github.com/offprint-go/offprint/render/pdf"
	"github.com/offprint-go/offprint/render/rendertest"
	"github.com/offprint-go/offprint/render/text"
)

var update = flag.Bool("update", false, "write the goldens anew")

// editions are the three editions of one document, and what they warned of.
type editions struct {
	pdf, epub, text []byte
	pages           *render.PageMap
	warnings        []string
}

func makeAll(t testing.TB, d *doc.Document) *editions {
	e := &editions{}
	seen := map[string]bool{}
	warn := func(w render.Warning) {
		if !seen[w.String()] {
			seen[w.String()] = true
			e.warnings = append(e.warnings, w.String())
		}
	}
	ctx := context.Background()
	var p, u, x bytes.Buffer
	print, err := pdf.Renderer{Warn: warn}.Layout(ctx, d)
	require.NoError(t, err)
	e.pages = print.PageMap()
	_, err = print.WriteTo(&p)
	require.NoError(t, err)
	require.NoError(t, epub.Renderer{PageMap: e.pages, Warn: warn}.Render(ctx, &u, d))
	require.NoError(t, text.Renderer{PageMap: e.pages, Warn: warn}.Render(ctx, &x, d))
	e.pdf, e.epub, e.text = p.Bytes(), u.Bytes(), x.Bytes()
	return e
}

func TestGoldens(t *testing.T) {
	for _, c := range rendertest.Cases(t) {
		t.Run(c.Name, func(t *testing.T) {
			e := makeAll(t, c.Doc)
			golden(t, c, "warnings", strings.Join(append(c.Warnings, e.warnings...), "\n"))
			golden(t, c, "text", string(e.text))
			golden(t, c, "xhtml", bodies(t, e.epub))
			tree, err := rendertest.StructureOf(e.pdf)
			require.NoError(t, err)
			golden(t, c, "pages", structure(tree))
		})
	}
}

func golden(t *testing.T, c rendertest.Case, name, got string) {
	t.Helper()
	path := filepath.Join(c.Dir, name+".golden")
	if got != "" && !strings.HasSuffix(got, "\n") {
		got += "\n"
	}
	switch {
	case *update && got == "":
		_ = os.Remove(path)
	case *update:
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	default:
		want, err := os.ReadFile(path)
		if !os.IsNotExist(err) {
			require.NoError(t, err)
		}
		require.Equal(t, string(want), got, "%s differs from what is expected: look, and run with -update", name)
	}
}

// bodies are the content documents of an EPUB, without their heads.
func bodies(t *testing.T, data []byte) string {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	names, err := rendertest.Spine(z)
	require.NoError(t, err)
	var b strings.Builder
	for _, name := range names {
		f, err := z.Open(name)
		require.NoError(t, err)
		text, err := io.ReadAll(f)
		require.NoError(t, err)
		_, body, _ := strings.Cut(string(text), "<body")
		fmt.Fprintf(&b, "== %s\n<body%s\n", filepath.Base(name), strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(body), "</html>")))
	}
	return b.String()
}

// structure writes a structure tree, an element a line, with the pages that
// its text stands on.
func structure(e *rendertest.Element) string {
	var b strings.Builder
	var write func(e *rendertest.Element, depth int)
	write = func(e *rendertest.Element, depth int) {
		in := strings.Repeat(" ", depth)
		fmt.Fprintf(&b, "%s%s\n", in, e.Type)
		for _, k := range e.Kids {
			if k.Element != nil {
				write(k.Element, depth+1)
			} else {
				fmt.Fprintf(&b, "%s %d|%s|\n", in, k.Page, strings.ReplaceAll(k.Text, "\n", "/"))
			}
		}
	}
	for _, k := range e.Kids {
		write(k.Element, 0)
	}
	return b.String()
}

// documents are the cases and, where it is there, the corpus.
func documents(t *testing.T) map[string]*doc.Document {
	out := map[string]*doc.Document{}
	for _, c := range rendertest.Cases(t) {
		out[c.Name] = c.Doc
	}
	names := []string{"report.txt", "S.md"}
	if !testing.Short() {
		names = append(names, "M.md")
	}
	for _, name := range names {
		path := filepath.Join(rendertest.Root(t), "..", "shared", "corpus", name)
		if _, err := os.Stat(path); err == nil {
			out[name], _ = rendertest.Load(t, path)
		}
	}
	return out
}

// The editions call the same notes by the same labels, in the same order.
func TestLabels(t *testing.T) {
	for name, d := range documents(t) {
		t.Run(name, func(t *testing.T) {
			e := makeAll(t, d)
			var want []string
			for _, n := range doc.NewIndex(d).Notes() {
				want = append(want, n.Label)
			}
			p, err := rendertest.ReadPDF(d, e.pdf)
			require.NoError(t, err)
			u, err := rendertest.ReadEPUB(d, e.epub)
			require.NoError(t, err)
			x, err := rendertest.ReadText(d, e.text)
			require.NoError(t, err)
			require.Equal(t, want, labels(p), "print")
			require.ElementsMatch(t, want, labels(u), "e-reader")
			require.ElementsMatch(t, want, labels(x), "text")
			require.Equal(t, p.Calls, u.Calls, "calls in print and in the e-reader edition")
			require.ElementsMatch(t, p.Calls, x.Calls, "calls in print and in the text")
		})
	}
}

func labels(r *rendertest.Reading) []string {
	var out []string
	for _, n := range r.Notes {
		out = append(out, n.Label)
	}
	return out
}

// A note starts on the page of its mark, but for one case: two marks stand on
// one line, and the note of the first takes more than the page.
func TestNotesOnPages(t *testing.T) {
	for name, d := range documents(t) {
		t.Run(name, func(t *testing.T) {
			tree, err := rendertest.StructureOf(makeAll(t, d).pdf)
			require.NoError(t, err)
			call, full := 0, 0 // the page of the mark; that on which the note before ends
			var walk func(e *rendertest.Element)
			walk = func(e *rendertest.Element) {
				for _, k := range e.Kids {
					if k.Element == nil {
						continue
					}
					switch k.Element.Type {
					case "Reference":
						call = firstPage(k.Element)
					case "Note":
						if at := firstPage(k.Element); full <= call || at != full {
							require.Equal(t, call, at, "the note %q is not on the page of its mark", k.Element.AllText())
						}
						full = lastPage(k.Element)
					}
					walk(k.Element)
				}
			}
			walk(tree)
		})
	}
}

func firstPage(e *rendertest.Element) int {
	for _, k := range e.Kids {
		if k.Element == nil {
			return k.Page
		}
		if p := firstPage(k.Element); p > 0 {
			return p
		}
	}
	return 0
}

func lastPage(e *rendertest.Element) int {
	p := 0
	for _, k := range e.Kids {
		p = max(p, k.Page)
		if k.Element != nil {
			p = max(p, lastPage(k.Element))
		}
	}
	return p
}

// The case "every" is doctest's document of every node, so that the validators
// judge it too.
func TestEveryCase(t *testing.T) {
	dir := filepath.Join(rendertest.Root(t), "testdata", "every")
	d := doctest.Every()
	var b bytes.Buffer
	require.NoError(t, doc.Encode(&b, d))
	files := map[string][]byte{"input.json": b.Bytes()}
	for name, f := range doctest.Images() {
		files[name] = f.Data
	}
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if *update {
			require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
			require.NoError(t, os.WriteFile(path, data, 0o644))
		}
		have, err := os.ReadFile(path)
		require.NoError(t, err)
		require.True(t, bytes.Equal(data, have), "%s is not what doctest makes: run with -update", name)
	}
}
