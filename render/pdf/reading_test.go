package pdf_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/pdf"
	"github.com/offprint-go/offprint/render/rendertest"
	rendertext "github.com/offprint-go/offprint/render/text"
)

// saidInOrder are the words of paragraphs in the order in which the model has
// them, each footnote's at its call.
func saidInOrder(d *doc.Document) []string {
	var out []string
	var inlines func(ns doc.Inlines)
	var blocks func(bs doc.Blocks)
	inlines = func(ns doc.Inlines) {
		for _, n := range ns {
			switch n := n.(type) {
			case doc.Text:
				out = append(out, string(n))
			case *doc.Note:
				if n.Kind == doc.Footnote {
					out = append(out, " ")
					blocks(n.Content)
					out = append(out, " ")
				}
			case doc.Emphasis, doc.Strong, *doc.Link, *doc.Span:
				inlines(doc.Content(n))
			}
		}
	}
	blocks = func(bs doc.Blocks) {
		for _, b := range bs {
			if p, ok := b.(*doc.Paragraph); ok {
				inlines(p.Content)
				out = append(out, " ")
			}
		}
	}
	blocks(d.Blocks)
	var sections func(ss []*doc.Section)
	sections = func(ss []*doc.Section) {
		for _, s := range ss {
			inlines(s.Title)
			out = append(out, " ")
			blocks(s.Blocks)
			sections(s.Sections)
		}
	}
	sections(d.Sections)
	return strings.Fields(strings.ToLower(strings.Join(out, "")))
}

// letters keeps of words what every edition prints alike.
func letters(ws []string) []string {
	var out []string
	for _, w := range ws {
		w = strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' {
				return r
			}
			return -1
		}, w)
		if len(w) > 2 {
			out = append(out, w)
		}
	}
	return out
}

// inOrder reports how many of some words stand in others in their order.
func inOrder(want, got []string) int {
	n, i := 0, 0
	for _, w := range want {
		for j := i; j < len(got) && j < i+400; j++ {
			if got[j] == w {
				i, n = j+1, n+1
				break
			}
		}
	}
	return n
}

// The structure tree, read from its root on, says the words of the model in the
// model's order, each note at its call, and the words of the text edition.
func TestTreeReadsInOrder(t *testing.T) {
	for _, name := range []string{"headings", "notes", "pasted"} {
		for _, c := range rendertest.Cases(t) {
			if c.Name != name {
				continue
			}
			t.Run(name, func(t *testing.T) {
				for _, p := range []pdf.Profile{pdf.UA1, pdf.UA2} {
					data := produce(t, pdf.Renderer{Profile: p}, c.Doc)
					tree, err := rendertest.StructureOf(data)
					require.NoError(t, err)
					said := letters(strings.Fields(strings.ToLower(strings.ReplaceAll(spaced(tree), "\u00ad", ""))))
					want := letters(saidInOrder(c.Doc))
					require.Greater(t, len(want), 20)
					require.Equal(t, len(want), inOrder(want, said), "%q\n%q", want, said)

					var b bytes.Buffer
					require.NoError(t, rendertext.Renderer{}.Render(t.Context(), &b, c.Doc))
					count := map[string]int{}
					for _, w := range said {
						count[w]++
					}
					for _, w := range letters(strings.Fields(strings.ToLower(b.String()))) {
						if strings.HasPrefix(w, "http") { // an address that print leads to
							continue
						}
						require.NotZero(t, count[w], "the text edition says %q, the tree does not", w)
					}
				}
			})
		}
	}
}

// spaced is the text under an element, what is no word's part apart.
func spaced(e *rendertest.Element) string {
	var b strings.Builder
	for _, k := range e.Kids {
		switch {
		case k.Element == nil:
			b.WriteString(k.Text)
		case strings.Contains(" Span Em Strong Link Quote Code Sub ", " "+k.Element.Type+" "):
			b.WriteString(spaced(k.Element))
		default:
			b.WriteString(" " + spaced(k.Element) + " ")
		}
	}
	return b.String()
}
