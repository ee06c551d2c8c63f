package pdf

import (
	"context"
	"math/rand"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
	"github.com/offprint-go/offprint/doc/markdown"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/internal/layout"
)

// setPages lays a document out and reports on its pages; names are references
// and contents that name another page than the one their aim is on.
func setPages(t *testing.T, st Style, d *doc.Document) (r *layout.Report, names []string) {
	t.Helper()
	e, err := Renderer{Style: st, MissingBox: true}.Layout(context.Background(), d)
	require.NoError(t, err)
	// The book is set once more as it was the last time, to have what layout was given.
	f := *e.flow
	f.tags, f.links, f.sources, f.marks, f.late, f.endnotes = newTagger(), nil, nil, nil, nil, nil
	f.missing, f.warn = map[rune]bool{}, func(render.Warning) {}
	f.set.missing = f.missingGlyph
	book := f.book()
	pages, err := layout.Layout(context.Background(), book)
	require.NoError(t, err)
	at := (&Edition{flow: &f, pages: pages, labels: e.labels}).places()
	if f.asked {
		for anchor, label := range f.pages {
			if at[anchor] != label {
				names = append(names, anchor)
			}
		}
	}
	for _, ink := range f.late {
		if at[ink.anchor].label == "" {
			names = append(names, ink.anchor)
		}
	}
	return layout.Check(book, pages), names
}

// hold checks that pages of running text are as they must be: nothing lost,
// each note with its mark, no heading at a foot, single lines on fewer than two
// pages of a thousand.
func hold(t *testing.T, name string, r *layout.Report, names []string) {
	t.Helper()
	require.Empty(t, r.Faults, name)
	require.Empty(t, names, "%s: references to other pages", name)
	require.Zero(t, r.Late, "%s: notes on another page than their mark", name)
	require.Zero(t, r.Stranded, "%s: headings at a page's foot", name)
	require.LessOrEqual(t, (r.Widows+r.Orphans)*500, r.Pages, "%s: widows and orphans", name)
	require.LessOrEqual(t, r.Hyphens*50, r.Pages, "%s: pages that end in a divided word", name)
	require.LessOrEqual(t, r.Uneven*50, r.Pages, "%s: spreads of two depths", name)
	t.Logf("%s: %d pages, %d notes, %d widows, %d orphans, %d hyphens, %d uneven spreads", name, r.Pages, r.Notes, r.Widows, r.Orphans, r.Hyphens, r.Uneven)
}

// TestBookPages holds the pages of a made-up book to it in every style.
func TestBookPages(t *testing.T) {
	for name, st := range styles {
		r, names := setPages(t, st(), doctest.Book(60000))
		hold(t, name, r, names)
	}
	st := StylePaper()
	st.Columns, st.Margins.Inner, st.Margins.Outer = 2, 54, 54
	r, names := setPages(t, st, doctest.Book(60000))
	hold(t, "paper in two columns", r, names)
	st.Notes.Across = true
	r, names = setPages(t, st, doctest.Book(60000))
	hold(t, "paper in two columns, notes across", r, names)
	r, names = setPages(t, st, doctest.Every())
	require.Empty(t, r.Faults)
	require.Empty(t, names)
}

// On whatever document, nothing is lost, and what is named is there.
func TestRandomPages(t *testing.T) {
	for seed := range int64(12) {
		r, names := setPages(t, StyleReport(), doctest.Random(rand.New(rand.NewSource(seed))))
		require.Empty(t, r.Faults, "seed %d", seed)
		require.Empty(t, names, "seed %d", seed)
	}
	r, names := setPages(t, StyleBook(), doctest.Every())
	require.Empty(t, r.Faults)
	require.Empty(t, names)
}

// TestCorpusPages holds the pages of whole books to what issue 4 asks for.
func TestCorpusPages(t *testing.T) {
	if os.Getenv("OFFPRINT_LONG") == "" {
		t.Skip("OFFPRINT_LONG is not set")
	}
	plain := StyleReport()
	plain.Page, plain.TextSize, plain.Leading = Size{6 * In, 9 * In}, 11, 13.6
	plain.Margins = Margins{Top: 54, Bottom: 54, Inner: 54, Outer: 54}
	for _, name := range []string{"M.md", "L.md"} {
		file, err := os.Open("../../../shared/corpus/" + name)
		if err != nil {
			t.Skip("no corpus")
		}
		defer file.Close()
		d, err := markdown.Reader{}.Read(context.Background(), file)
		require.NoError(t, err)
		if len(d.Meta.Title) == 0 {
			d.Meta.Title = doc.Inlines{doc.Text(name)}
		}
		if d.Meta.Lang == "" {
			d.Meta.Lang = "en"
		}
		for style, st := range map[string]Style{"plain": plain, "book": StyleBook()} {
			if name == "L.md" && style == "plain" {
				continue // it takes its time
			}
			r, names := setPages(t, st, d)
			hold(t, name+" "+style, r, names)
		}
	}
}
