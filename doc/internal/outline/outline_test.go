package outline_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
	"github.com/offprint-go/offprint/doc/internal/outline"
)

func text(s string) doc.Inlines { return doc.Inlines{doc.Text(s)} }

func heading(level int, title string) outline.Item {
	return outline.Item{Level: level, Section: &doc.Section{Title: text(title)}}
}

func par(ns ...doc.Inline) outline.Item {
	return outline.Item{Block: &doc.Paragraph{Content: ns}}
}

// build returns the document as text, and what was reported.
func build(meta doc.Meta, items ...outline.Item) (string, []string) {
	d := &doc.Document{Meta: meta}
	var reports []string
	for i := range items {
		items[i].Place = i
	}
	b := outline.Builder{Doc: d, Name: "file", Report: func(place int, format string, args ...any) {
		reports = append(reports, fmt.Sprintf("%d: ", place)+fmt.Sprintf(format, args...))
	}}
	b.Build(items)
	return doctest.Dump(d), reports
}

func same(t *testing.T, want *doc.Document, got string) {
	t.Helper()
	require.Equal(t, doctest.Dump(want), got)
}

func section(title string, of ...*doc.Section) *doc.Section {
	return &doc.Section{Title: text(title), Sections: of}
}

func TestTree(t *testing.T) {
	got, reports := build(doc.Meta{Title: text("T"), Lang: "en"},
		heading(1, "a"), heading(3, "b"), heading(2, "c"), heading(3, "d"), heading(1, "e"))
	same(t, &doc.Document{Meta: doc.Meta{Title: text("T"), Lang: "en"},
		Sections: []*doc.Section{section("a", section("b"), section("c", section("d"))), section("e")}}, got)
	require.Equal(t, []string{`1: the heading "b" skips a level: set at depth 2`}, reports)
}

func TestGroup(t *testing.T) {
	items := []outline.Item{heading(1, "a"), par(doc.Text("x")), heading(2, "b")}
	items[2].Section.Lang = "fr"
	require.True(t, outline.HasHeading(items))
	got, kept := outline.Group(items, "id", "he", doc.RTL)
	require.True(t, kept)
	require.Equal(t, &doc.Section{ID: "id", Title: text("a"), Lang: "he", Dir: doc.RTL}, got[0].Section)
	require.Equal(t, "fr", got[2].Section.Lang)

	got, kept = outline.Group(got, "other", "", "")
	require.False(t, kept, "the heading has a name")
	require.Equal(t, "id", got[0].Section.ID)

	items = []outline.Item{par(doc.Text("x")), par(doc.Text("y")), heading(1, "a")}
	got, kept = outline.Group(items, "id", "", "")
	require.True(t, kept)
	require.Len(t, got, 2)
	require.Equal(t, &doc.Division{ID: "id", Content: doc.Blocks{items[0].Block, items[1].Block}}, got[0].Block)
	require.Empty(t, got[1].Section.ID)

	got, _ = outline.Group(items, "", "", "")
	require.Len(t, got, 3)
	require.False(t, outline.HasHeading(got[:2]))
}

// What follows a division that holds headings is in the language around it,
// though it stands in the section that the division's last heading opens.
func TestAfterDivision(t *testing.T) {
	group := func(lang string, items ...outline.Item) []outline.Item {
		out, _ := outline.Group(items, "", lang, "")
		return out
	}
	items := []outline.Item{par(doc.Text("before"))}
	items = append(items, group("de", append(append([]outline.Item{heading(1, "a"), par(doc.Text("x"))},
		group("he", heading(2, "b"), par(doc.Text("y")))...), par(doc.Text("z")), heading(2, "c"))...)...)
	items = append(items, par(doc.Text("after")), par(doc.Text("it")), heading(2, "d"), par(doc.Text("more")))
	got, _ := build(doc.Meta{Title: text("T"), Lang: "en"}, items...)
	division := func(lang string, ps ...string) *doc.Division {
		d := &doc.Division{Lang: lang}
		for _, p := range ps {
			d.Content = append(d.Content, par(doc.Text(p)).Block)
		}
		return d
	}
	same(t, &doc.Document{Meta: doc.Meta{Title: text("T"), Lang: "en"}, Blocks: doc.Blocks{par(doc.Text("before")).Block},
		Sections: []*doc.Section{{Lang: "de", Title: text("a"), Blocks: doc.Blocks{par(doc.Text("x")).Block}, Sections: []*doc.Section{
			{Lang: "he", Title: text("b"), Blocks: doc.Blocks{par(doc.Text("y")).Block, division("de", "z")}},
			{Lang: "de", Title: text("c"), Blocks: doc.Blocks{division("en", "after", "it")}},
			{Lang: "en", Title: text("d"), Blocks: doc.Blocks{par(doc.Text("more")).Block}}}}}}, got)
}

func TestTitle(t *testing.T) {
	star := &doc.Note{Content: doc.Blocks{&doc.Paragraph{Content: text("Thanks.")}}}
	for name, c := range map[string]struct {
		meta    doc.Meta
		items   []outline.Item
		want    *doc.Document
		reports []string
	}{
		"a lone first heading": {doc.Meta{Lang: "en"},
			[]outline.Item{{Level: 1, Section: &doc.Section{Title: append(text("A"), star)}}, heading(2, "b")},
			&doc.Document{Meta: doc.Meta{Title: text("A"), Lang: "en", Credits: []*doc.Note{star}}, Sections: []*doc.Section{section("b")}},
			[]string{"0: the only heading of the first level is taken as the title", "0: a note in the title is taken as a note on the whole work"}},
		"several": {doc.Meta{Lang: "en"},
			[]outline.Item{heading(1, "a"), heading(1, "b")},
			&doc.Document{Meta: doc.Meta{Title: text("file"), Lang: "en"}, Sections: []*doc.Section{section("a"), section("b")}},
			[]string{`0: no title is given: taken as "file"`}},
		"one that repeats the title": {doc.Meta{Title: text("A"), Lang: "en"},
			[]outline.Item{heading(1, "A"), heading(2, "b")},
			&doc.Document{Meta: doc.Meta{Title: text("A"), Lang: "en"}, Sections: []*doc.Section{section("b")}},
			[]string{`0: the heading "A" repeats the title and is dropped`}},
		"no language": {doc.Meta{Title: text("A")}, nil,
			&doc.Document{Meta: doc.Meta{Title: text("A"), Lang: "en"}},
			[]string{`0: no language is given: taken as "en"`, "0: the text is empty"}},
		"series and byline": {doc.Meta{Lang: "en"},
			[]outline.Item{par(doc.Text("Harbour Papers, No. 4")), heading(1, "A"), par(doc.Strong(text("Ann Poe"))), par(doc.Text("(Port Office)")), par(doc.Text("Text."))},
			&doc.Document{Meta: doc.Meta{Title: text("A"), Lang: "en", Series: &doc.Series{Title: "Harbour Papers", Number: "No. 4"},
				Contributors: []doc.Contributor{{Name: "Ann Poe", Affiliation: "Port Office"}}}, Blocks: doc.Blocks{&doc.Paragraph{Content: text("Text.")}}},
			[]string{"1: the only heading of the first level is taken as the title", `0: "Harbour Papers", number "No. 4", before the title is taken as the series`,
				`2: "Ann Poe" after the title is taken as an author`, `3: "Port Office" is taken as the affiliation of Ann Poe`}},
	} {
		t.Run(name, func(t *testing.T) {
			got, reports := build(c.meta, c.items...)
			same(t, c.want, got)
			require.Equal(t, c.reports, reports)
		})
	}
}

func TestIdentifier(t *testing.T) {
	for s, want := range map[string]doc.Identifier{
		"doi:10.5555/12345678":   {Scheme: "doi", Value: "10.5555/12345678"},
		"ISBN: 978-0306406157":   {Scheme: "isbn", Value: "978-0306406157"},
		"urn:isbn:9780306406157": {Scheme: "isbn", Value: "9780306406157"},
		"urn:example:1":          {Scheme: "urn", Value: "urn:example:1"},
		"https://example.org/1":  {Scheme: "url", Value: "https://example.org/1"},
		"A-17":                   {Scheme: "id", Value: "A-17"},
	} {
		require.Equal(t, want, outline.Identifier(s), s)
	}
}

func TestSeriesLine(t *testing.T) {
	for line, want := range map[string]*doc.Series{
		", Vol. 3":                   nil,
		"Policy Papers, No. 4":       {Title: "Policy Papers", Number: "No. 4"},
		"Harbour Studies, Vol. XII":  {Title: "Harbour Studies", Number: "Vol. XII"},
		"Working Paper 2019/3":       {Title: "Working Paper", Number: "2019/3"},
		"Schriften zur See, Bd. 7":   {Title: "Schriften zur See", Number: "Bd. 7"},
		"海港研究報告 第2号":                 {Title: "海港研究報告", Number: "第2号"},
		"A report on volumes":        nil,
		"He lived at No. 4, then he": nil,
	} {
		require.Equal(t, want, outline.SeriesLine(line), line)
	}
}
