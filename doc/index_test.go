package doc_test

import (
	"encoding/xml"
	"math/rand"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
)

func words(s string) doc.Inlines           { return doc.Inlines{doc.Text(s)} }
func para(ns ...doc.Inline) *doc.Paragraph { return &doc.Paragraph{Content: ns} }
func note(s string) *doc.Note              { return &doc.Note{Content: doc.Blocks{para(doc.Text(s))}} }

func labels(x *doc.Index) []string {
	var out []string
	for _, n := range x.Notes() {
		out = append(out, n.Label)
	}
	return out
}

// Notes count through the document or start again in each chapter; those with
// a mark of their own and those on the work are outside the numbers, in both.
func TestNoteLabels(t *testing.T) {
	chapter := func() *doc.Section {
		return &doc.Section{Title: words("C"), Blocks: doc.Blocks{para(doc.Text("x"), note("a"), &doc.Note{Mark: "†", Content: doc.Blocks{para(doc.Text("d"))}}, note("b"))},
			Sections: []*doc.Section{{Title: words("S"), Blocks: doc.Blocks{para(doc.Text("x"), note("c"))}}}}
	}
	d := &doc.Document{Meta: doc.Meta{Lang: "en", Title: words("T"), Credits: []*doc.Note{note("on the work"), note("and more")},
		Contributors: []doc.Contributor{{Name: "A", Note: note("on her")}}},
		Blocks: doc.Blocks{para(doc.Text("x"), note("before the chapters"))}, Sections: []*doc.Section{chapter(), chapter()}}
	require.ElementsMatch(t, []string{"*", "†", "‡", "1", "2", "†", "3", "4", "5", "†", "6", "7"}, labels(doc.NewIndex(d)))
	d.Notes = doc.NotesByChapter
	require.ElementsMatch(t, []string{"*", "†", "‡", "1", "1", "†", "2", "3", "1", "†", "2", "3"}, labels(doc.NewIndex(d)))
}

// A note that is called again keeps its label, and the index knows the calls.
func TestSecondCall(t *testing.T) {
	n, ref := note("once"), &doc.NoteRef{To: "n"}
	n.ID = "n"
	d := &doc.Document{Blocks: doc.Blocks{para(doc.Text("x"), n, doc.Text("y"), ref)}}
	x := doc.NewIndex(d)
	require.Same(t, x.Note(n), x.Ref(ref))
	require.Equal(t, []*doc.NoteRef{ref}, x.Note(n).Refs)
	require.Equal(t, "1", x.Number(n))
	require.Equal(t, "note\u00a01", x.Label(n))
}

func TestSectionNumbers(t *testing.T) {
	sec := func(title string, role doc.Role, numbered bool, sub ...*doc.Section) *doc.Section {
		return &doc.Section{Title: words(title), Role: role, Numbered: numbered, Sections: sub}
	}
	d := &doc.Document{Meta: doc.Meta{Lang: "en"}, Sections: []*doc.Section{
		sec("Preface", doc.RolePreface, false),
		sec("P1", doc.RolePart, true, sec("C1", doc.RoleChapter, true, sec("S1", "", true, sec("SS1", "", true)), sec("un", "", false), sec("S2", "", true)), sec("C2", doc.RoleChapter, true)),
		sec("P2", doc.RolePart, true, sec("C3", doc.RoleChapter, true)),
		sec("A1", doc.RoleAppendix, true, sec("AS1", "", true)), sec("A2", doc.RoleAppendix, true)}}
	x := doc.NewIndex(d)
	got := map[string]string{}
	var walk func(es []*doc.OutlineEntry, depth int)
	walk = func(es []*doc.OutlineEntry, depth int) {
		for _, e := range es {
			require.Equal(t, depth, e.Depth)
			got[e.Title] = strings.ReplaceAll(x.Label(e.Section), "\u00a0", " ")
			walk(e.Children, depth+1)
		}
	}
	walk(x.Outline(), 1)
	require.Equal(t, map[string]string{"Preface": "", "P1": "Part I", "C1": "Chapter 1", "S1": "Section 1.1", "SS1": "Section 1.1.1", "un": "", "S2": "Section 1.2",
		"C2": "Chapter 2", "P2": "Part II", "C3": "Chapter 3", "A1": "Appendix A", "AS1": "Section A.1", "A2": "Appendix B"}, got)
}

// Figures, tables and equations count on through the document; those without a
// caption, or that ask for it, have no number.
func TestFloatNumbers(t *testing.T) {
	f1, f2, f3 := &doc.Figure{Caption: words("a")}, &doc.Figure{}, &doc.Figure{Caption: words("b")}
	t1, t2 := &doc.Table{Caption: words("t"), Unnumbered: true}, &doc.Table{Caption: words("t")}
	e1, e2 := &doc.MathBlock{TeX: "x"}, &doc.MathBlock{TeX: "y", Numbered: true}
	x := doc.NewIndex(&doc.Document{Meta: doc.Meta{Lang: "de"}, Blocks: doc.Blocks{f1, t1, e1}, Sections: []*doc.Section{{Title: words("S"), Blocks: doc.Blocks{f2, f3, t2, e2}}}})
	var got []string
	for _, n := range []doc.Node{f1, f2, f3, t1, t2, e1, e2} {
		got = append(got, strings.ReplaceAll(x.Label(n), "\u00a0", " "))
	}
	require.Equal(t, []string{"Abbildung 1", "", "Abbildung 2", "", "Tabelle 1", "", "Gleichung 1"}, got)
}

// Anchors are unique XML names, also those that the calls of notes get.
func TestAnchors(t *testing.T) {
	docs := []*doc.Document{doctest.Every(), {Sections: []*doc.Section{
		{Title: words("Same")}, {Title: words("Same")}, {ID: "same", Title: words("Other")}, {Title: words("第二章")}, {Title: words("1871: a <year> & more")}, {Title: words("???")}, {}, {}}}}
	for seed := range int64(30) {
		docs = append(docs, doctest.Random(rand.New(rand.NewSource(seed))))
	}
	for _, d := range docs {
		x := doc.NewIndex(d)
		seen := map[string]bool{}
		add := func(a string) {
			require.False(t, seen[a], "%q twice", a)
			seen[a] = true
			require.NoError(t, xml.Unmarshal([]byte("<"+a+"/>"), new(struct{})), "%q is no XML name", a)
		}
		for n := range doc.All(d) {
			if a := x.Anchor(n); a != "" {
				add(a)
			}
			if id := doc.ID(n); id != "" {
				got, ok := x.Lookup(id)
				require.True(t, ok && got == n, "%q is not found", id)
			}
		}
		for _, n := range x.Notes() {
			add(n.Anchor + "-call")
		}
	}
}

// An anchor stays when another chapter changes.
func TestAnchorsStay(t *testing.T) {
	fig := &doc.Figure{Caption: words("f")}
	first, second := &doc.Section{Title: words("One")}, &doc.Section{Title: words("Two"), Blocks: doc.Blocks{para(doc.Text("x"), note("n")), fig}}
	d := &doc.Document{Sections: []*doc.Section{first, second}}
	x := doc.NewIndex(d)
	before, noteBefore := x.Anchor(fig), x.Notes()[0].Anchor
	first.Blocks = doc.Blocks{&doc.Figure{Caption: words("new")}, para(doc.Text("y"), note("new"))}
	x = doc.NewIndex(d)
	require.Equal(t, before, x.Anchor(fig))
	require.Equal(t, noteBefore, x.Notes()[1].Anchor)
}

// Several goroutines may index one document, and it stays as it was.
func TestIndexConcurrently(t *testing.T) {
	d := doctest.Every()
	before := string(encode(t, d))
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() { doc.NewIndex(d); doc.Check(d) })
	}
	wg.Wait()
	require.Equal(t, before, string(encode(t, d)))
}
