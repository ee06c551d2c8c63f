package rendertest_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
	"github.com/offprint-go/offprint/doc/pandoc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/epub"
	"github.com/offprint-go/offprint/render/pdf"
	"github.com/offprint-go/offprint/render/rendertest"
)

// fewLines is a style of pages of so few lines that they begin in whatever a
// document has.
func fewLines() pdf.Style {
	s := pdf.StyleReport()
	s.Page = pdf.Size{Width: 260, Height: 190}
	s.Margins = pdf.Margins{Top: 30, Bottom: 30, Inner: 20, Outer: 20}
	return s
}

// astray is what the e-reader edition says of a page that begins in what stands
// elsewhere there.
var astray = regexp.MustCompile(`page (\S+) of the print edition begins .* marked where the text goes on$`)

// The pages of the print edition are those of the e-reader edition, in the text
// and in notes, tables, lists, captions, verse and within divided words.
func TestSamePages(t *testing.T) {
	hold := func(name string, st pdf.Style, d *doc.Document) {
		t.Run(name, func(t *testing.T) {
			for _, p := range samePages(t, pdf.Renderer{Style: st}, d) {
				require.True(t, p.Note, "page %s begins in no note, but not where it is marked", p.Label)
			}
		})
	}
	for name, d := range documents(t) {
		hold(name, pdf.Style{}, d)
	}
	for seed := range int64(30) {
		d := doctest.Random(rand.New(rand.NewSource(seed)))
		hold(fmt.Sprint("random", seed), fewLines(), titled(d))
	}
	hold("every node", fewLines(), titled(doctest.Every()))
	hold("references", fewLines(), referring())
}

// A page of figures that come from before the text of the page before, and the
// later pages of a long title page, are listed too: every page is.
func TestEveryPageListed(t *testing.T) {
	figures := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("Figures")}, Lang: "en"}, Files: doctest.Images()}
	words := func() *doc.Paragraph {
		return &doc.Paragraph{Content: doc.Inlines{doc.Text(strings.Repeat("Some words of a paragraph. ", 4))}}
	}
	figures.Blocks = doc.Blocks{words()}
	for i := range 4 {
		figures.Blocks = append(figures.Blocks, &doc.Figure{Images: []*doc.Image{{Src: "square.png", Alt: "A square", Width: 0.25}}, Caption: doc.Inlines{doc.Text(fmt.Sprint("Square ", i))}})
	}
	figures.Blocks = append(figures.Blocks, words())
	long := titled(&doc.Document{Meta: doc.Meta{Lang: "en"}, Blocks: doc.Blocks{words()}})
	for i := range 30 {
		long.Meta.Contributors = append(long.Meta.Contributors, doc.Contributor{Name: fmt.Sprint("Author ", i), Affiliation: "The Harbour School"})
	}
	floating := fewLines()
	floating.Floats = true
	for name, c := range map[string]struct {
		st pdf.Style
		d  *doc.Document
		in string // what such a page begins in
	}{"figures": {floating, figures, "square"}, "title page": {fewLines(), long, "author"}} {
		t.Run(name, func(t *testing.T) {
			left := samePages(t, pdf.Renderer{Style: c.st}, c.d)
			require.NotEmpty(t, left, "the case has such pages")
			for _, p := range left {
				require.Contains(t, strings.Join(p.Words, " "), c.in)
			}
		})
	}
}

// samePages makes both editions and holds them to each other. It returns the
// pages that are not marked at their first words.
func samePages(t *testing.T, p pdf.Renderer, d *doc.Document) (elsewhere []rendertest.Page) {
	t.Helper()
	ctx := context.Background()
	print, err := p.Layout(ctx, d)
	require.NoError(t, err)
	var printed, read bytes.Buffer
	_, err = print.WriteTo(&printed)
	require.NoError(t, err)
	var left []string
	warn := func(w render.Warning) {
		if m := astray.FindStringSubmatch(w.Message); m != nil {
			left = append(left, m[1])
		}
	}
	require.NoError(t, epub.Renderer{PageMap: print.PageMap(), PlainMath: true, Warn: warn}.Render(ctx, &read, d))
	rendertest.SamePages(t, printed.Bytes(), read.Bytes(), nil, func(p rendertest.Page) bool {
		if slices.Contains(left, p.Label) {
			elsewhere = append(elsewhere, p)
			return true
		}
		return false
	})
	return elsewhere
}

// So are those of the corpus's books, in the faces that their scripts need.
func TestSamePagesOfCorpus(t *testing.T) {
	for name, face := range map[string]string{"kusamakura-ja": "opentype/ipaexfont-mincho/ipaexm.ttf", "sailing-he": "truetype/noto/NotoSerifHebrew-Regular.ttf",
		"statute-de": "", "manual": "", "algebra": "", "wasteland": ""} {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(rendertest.Corpus(t, name+"/book.json"))
			require.NoError(t, err)
			p := pdf.Renderer{Style: pdf.StyleBook(), MissingBox: true, PlainMath: true}
			p.Style.Head.HalfTitle = false // the e-reader edition has none
			if face != "" {
				data, err := os.ReadFile("/usr/share/fonts/" + face)
				if err != nil {
					t.Skip("there is no face for the script")
				}
				p.Fonts.Fallback = []pdf.Font{{Data: data}}
			}
			d, err := pandoc.Reader{}.Read(context.Background(), bytes.NewReader(data))
			require.NoError(t, err)
			samePages(t, p, d)
		})
	}
}

// titled gives a document a title page of one page.
func titled(d *doc.Document) *doc.Document {
	d.Meta = doc.Meta{Title: doc.Inlines{doc.Text("Pages")}, Lang: d.Meta.Lang}
	return d
}

// referring is a document in which pages begin with words that are generated:
// references, labels, headings of a number alone.
func referring() *doc.Document {
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("Referring")}, Lang: "en"}}
	for i := range 12 {
		s := &doc.Section{ID: fmt.Sprint("s", i), Numbered: true, Title: doc.Inlines{doc.Text(fmt.Sprint("Section of the letter ", string(rune('a'+i))))}}
		if i%3 == 0 {
			s.Title = nil
		}
		p := &doc.Paragraph{}
		for k := range 30 + i {
			p.Content = append(p.Content, &doc.CrossRef{To: fmt.Sprint("s", k%12), Form: doc.RefNumber}, doc.Text(" is "), &doc.CrossRef{To: fmt.Sprint("s", k%12)}, doc.Text(", "))
		}
		s.Blocks = doc.Blocks{p, &doc.Aside{Role: doc.AsideNote, Content: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text("This is no note at the foot.")}}}},
			&doc.Quote{Content: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{&doc.Quoted{Content: doc.Inlines{doc.Text("Quoted")}}, doc.Text(" twice.")}}}, Attribution: doc.Inlines{doc.Text("Someone")}}}
		d.Sections = append(d.Sections, s)
	}
	return d
}
