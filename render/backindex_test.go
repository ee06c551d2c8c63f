package render_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
)

// indexed is a document of index terms, a paragraph each.
func indexed(lang string, terms ...*doc.IndexTerm) *doc.Document {
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("Terms")}, Lang: lang}}
	for i, t := range terms {
		d.Sections = append(d.Sections, &doc.Section{Title: doc.Inlines{doc.Text(fmt.Sprint("Section ", i+1))},
			Blocks: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text("x"), t}}}})
	}
	return d
}

func term(entry string) *doc.IndexTerm { return &doc.IndexTerm{Entry: strings.Split(entry, "!")} }

// shown is the index in lines: the letter's opening as a blank line.
func shown(es []*render.IndexEntry, in string) []string {
	var out []string
	for _, e := range es {
		if e.Opens {
			out = append(out, "")
		}
		out = append(out, in+e.Text)
		out = append(out, shown(e.Entries, in+" ")...)
	}
	return out
}

func TestIndexOrder(t *testing.T) {
	for _, c := range []struct {
		lang string
		in   []string
		want string
	}{
		{"en", []string{"zebra", "Éire", "eel", "New York", "Newark", "elk!b", "elk!a", "page 10", "page 9"},
			"eel|Éire|elk| a| b||New York|Newark||page 9|page 10||zebra"},
		{"sv", []string{"ö", "zon", "ål", "apa", "äta"}, "apa||zon||ål||äta||ö"},
		{"de", []string{"Zug", "Äpfel", "Apfel", "Azur"}, "Apfel|Äpfel|Azur||Zug"},
		{"en", []string{"10 Downing Street", "Adam", "3 men"}, "3 men|10 Downing Street||Adam"},
	} {
		var terms []*doc.IndexTerm
		for _, s := range c.in {
			terms = append(terms, term(s))
		}
		d := indexed(c.lang, terms...)
		got := strings.Join(shown(render.IndexEntries(d, doc.NewIndex(d)), ""), "|")
		require.Equal(t, c.want, got, c.lang)
	}
	the := term("The Times")
	the.SortAs = []string{"Times"}
	d := indexed("en", term("Uganda"), the, term("Sun"))
	require.Equal(t, "Sun||The Times||Uganda", strings.Join(shown(render.IndexEntries(d, doc.NewIndex(d)), ""), "|"))
}

// Terms on these pages give these locators; "3:5" is a range, "4n2" a note.
func TestLocators(t *testing.T) {
	for in, want := range map[string]string{
		"3": "3", "3 3": "3", "3 4": "3, 4", "3 4 5": "3–5", "3 4 5 9": "3–5, 9", "3:5": "3–5", "3:3": "3", "3:5 4": "3–5", "3:5 6": "3–6",
		"3:5 4:8": "3–8", "1 3:5 7": "1, 3–5, 7", "9 3": "3, 9", "4n2 4": "4, 4n2", "4n2 4n2 4n3": "4n2, 4n3", "3:5 4n2": "3–5",
		"3 4n1 5": "3, 4n1, 5", "20 21 22 30 31 32": "20–22, 30–32",
	} {
		x, d, pages := paged(in)
		e := render.IndexEntries(d, x)[0]
		var got []string
		for _, l := range e.Locators(func(a string) (string, int) { return fmt.Sprint(pages[a]), pages[a] }) {
			got = append(got, l.Text)
			require.Contains(t, pages, l.Anchor)
		}
		require.Equal(t, want, strings.Join(got, ", "), in)
		roman := e.Locators(func(a string) (string, int) { return doc.FormatNumber(pages[a], doc.LowerRoman), pages[a] })
		require.Len(t, roman, len(got), in)
	}
}

// paged is a document of one entry's terms with its index, and their pages by
// anchor.
func paged(places string) (*doc.Index, *doc.Document, map[string]int) {
	d := indexed("en")
	var pages []int
	add := func(n int, r doc.IndexRange, note string) {
		var in doc.Inline = &doc.IndexTerm{Entry: []string{"e"}, Range: r}
		if note != "" {
			in = &doc.Note{ID: note + fmt.Sprint(len(pages)), Content: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{in}}}}
		}
		d.Blocks = append(d.Blocks, &doc.Paragraph{Content: doc.Inlines{in}})
		pages = append(pages, n)
	}
	for _, s := range strings.Fields(places) {
		var a, b int
		if n, _ := fmt.Sscanf(s, "%d:%d", &a, &b); n == 2 {
			add(a, doc.IndexStart, "")
			add(b, doc.IndexEnd, "")
		} else if n, _ := fmt.Sscanf(s, "%dn%d", &a, &b); n == 2 {
			add(a, doc.IndexPoint, fmt.Sprint(b))
		} else {
			add(a, doc.IndexPoint, "")
		}
	}
	at := map[string]int{}
	x := doc.NewIndex(d)
	for i, e := range x.IndexTerms() {
		at[e.Anchor] = pages[i]
		if e.Note != nil { // its label is what the case says
			e.Note.Label = e.Note.Note.ID[:1]
		}
	}
	return x, d, at
}

func TestIndexReferences(t *testing.T) {
	see, also := term("lamps"), term("lights")
	see.See, also.SeeAlso = "lights", "towers"
	d := indexed("en", see, also)
	es := render.IndexEntries(d, doc.NewIndex(d))
	terms := doc.TermsFor("en")
	require.Equal(t, ", see lights", doc.PlainText(es[0].References(terms)))
	require.Equal(t, "; see also towers", doc.PlainText(es[1].References(terms)))
	require.Empty(t, es[0].Places)
	require.Equal(t, ", 「lights」を見よ", doc.PlainText(es[0].References(doc.TermsFor("ja"))))
}

// Without printed pages an entry names sections, each once.
func TestNamedBySection(t *testing.T) {
	d := indexed("en", term("a"), term("b"), term("a"))
	d.Sections[0].Numbered = true
	x := doc.NewIndex(d)
	e := render.IndexEntries(d, x)[0]
	var got []string
	for _, l := range render.PlaceNames(nil, d, x)(e) {
		got = append(got, l.Text)
	}
	require.Equal(t, []string{"Section\u00a01", "Section 3"}, got)
	m := &render.PageMap{Pages: []render.PageStart{{Label: "iv"}, {Label: "1"}}, Anchors: map[string]string{e.Places[0].From.Anchor: "1", e.Places[1].From.Anchor: "iv"}}
	require.Equal(t, "iv", render.PlaceNames(m, d, x)(e)[0].Text)
}
