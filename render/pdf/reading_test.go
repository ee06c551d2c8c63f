package pdf_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/pdf"
	"github.com/offprint-go/offprint/render/rendertest"
	rendertext "github.com/offprint-go/offprint/render/text"
)

// A sayer collects the words of a document in the order in which the model has
// them, each footnote's at its call. Endnotes, and what the edition generates,
// are left out.
type sayer struct{ out []string }

func saidInOrder(d *doc.Document) []string {
	s := &sayer{}
	s.blocks(d.Blocks)
	s.sections(d.Sections)
	return strings.Fields(strings.ToLower(strings.Join(s.out, "")))
}

func (s *sayer) sections(ss []*doc.Section) {
	for _, sec := range ss {
		s.line(sec.Title)
		s.blocks(sec.Blocks)
		s.sections(sec.Sections)
	}
}

func (s *sayer) line(ns doc.Inlines) {
	s.inlines(ns)
	s.out = append(s.out, " ")
}

func (s *sayer) inlines(ns doc.Inlines) {
	for _, n := range ns {
		switch n := n.(type) {
		case doc.Text:
			s.out = append(s.out, string(n))
		case doc.Code:
			s.out = append(s.out, string(n))
		case doc.LineBreak:
			s.out = append(s.out, " ")
		case *doc.Note:
			if n.Kind == doc.Footnote {
				s.out = append(s.out, " ")
				s.blocks(n.Content)
			}
		case *doc.Ruby:
			s.inlines(n.Base)
		case *doc.Image, *doc.IndexTerm:
		default:
			s.inlines(doc.Content(n))
		}
	}
}

func (s *sayer) blocks(bs doc.Blocks) {
	for _, b := range bs {
		switch b := b.(type) {
		case *doc.Paragraph:
			s.line(b.Content)
		case *doc.List:
			for _, it := range b.Items {
				s.blocks(it.Content)
			}
		case *doc.DefinitionList:
			for _, it := range b.Items {
				s.line(it.Term)
				for _, d := range it.Definitions {
					s.blocks(d)
				}
			}
		case *doc.Quote:
			s.blocks(b.Content)
			s.line(b.Attribution)
		case *doc.Verse:
			for _, st := range b.Stanzas {
				for _, l := range st.Lines {
					s.line(l.Content)
				}
			}
			s.line(b.Attribution)
		case *doc.CodeBlock:
			s.line(doc.Inlines{doc.Text(strings.Join(b.Lines(), " "))})
		case *doc.Table:
			s.table(b)
		case *doc.Figure:
			s.line(b.Caption)
		case *doc.Aside:
			s.line(b.Title)
			s.blocks(b.Content)
		case *doc.Division:
			s.blocks(b.Content)
		}
	}
}

func (s *sayer) table(t *doc.Table) {
	s.line(t.Caption)
	rows := t.Head
	for _, b := range t.Bodies {
		rows = append(append(rows[:len(rows):len(rows)], b.Head...), b.Rows...)
	}
	for _, r := range append(rows[:len(rows):len(rows)], t.Foot...) {
		for _, c := range r.Cells {
			s.blocks(c.Content)
		}
	}
}

// letters are the stretches of a text that every edition prints alike, in scripts
// that part words by spaces and stand in the file in the order of reading.
func letters(s string) []string {
	apart := func(r rune) bool { return !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic) }
	out := strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(s, "\u00ad", "")), apart)
	return slices.DeleteFunc(out, func(w string) bool { return len(w) < 3 })
}

// missed is the first of some words that does not stand in others in their
// order, with those before it; nil if all do.
func missed(want, got []string) []string {
	i := 0
	for k, w := range want {
		at := slices.Index(got[i:], w)
		if at < 0 {
			return want[max(0, k-5) : k+1]
		}
		i += at + 1
	}
	return nil
}

// The structure tree, read from its root on, says the words of the model in the
// model's order, each note at its call, and the words of the text edition.
func TestTreeReadsInOrder(t *testing.T) {
	for _, c := range rendertest.Cases(t) {
		for _, p := range []pdf.Profile{pdf.UA1, pdf.UA2} {
			t.Run(c.Name+" "+p.String(), func(t *testing.T) {
				tree, err := rendertest.StructureOf(produce(t, pdf.Renderer{Profile: p}, c.Doc))
				require.NoError(t, err)
				said := letters(spaced(tree))
				want := letters(strings.Join(saidInOrder(c.Doc), " "))
				require.NotEmpty(t, want)
				require.Nil(t, missed(want, said))

				var b bytes.Buffer
				require.NoError(t, rendertext.Renderer{}.Render(t.Context(), &b, c.Doc))
				heard := map[string]bool{}
				tree.Walk(func(e *rendertest.Element) {
					for _, w := range letters(e.Alt) {
						heard[w] = true
					}
				})
				for _, w := range said {
					heard[w] = true
				}
				// The text edition has no pages, its index names sections; and it
				// says the addresses that print leads to.
				heard["section"] = true
				for n := range doc.All(c.Doc) {
					if l, ok := n.(*doc.Link); ok {
						for _, w := range letters(l.URL) {
							heard[w] = true
						}
					}
				}
				for _, w := range letters(b.String()) {
					require.True(t, heard[w], "the text edition says %q, the tree does not", w)
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
