package pdf_test

import (
	"encoding/hex"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/pdf"
	"github.com/offprint-go/offprint/render/rendertest"
)

// elements are the elements of a document's tree.
func elements(t *testing.T, p pdf.Profile, d *doc.Document) []*rendertest.Element {
	tree, err := rendertest.StructureOf(produce(t, pdf.Renderer{Profile: p}, d))
	require.NoError(t, err)
	var out []*rendertest.Element
	tree.Walk(func(e *rendertest.Element) { out = append(out, e) })
	return out
}

// What the author marked in a line is told by the tree: its type, or an
// attribute of a span.
func TestPhrases(t *testing.T) {
	d := document(
		&doc.Paragraph{Content: doc.Inlines{
			doc.Text("Plain, "), doc.Emphasis(text("stressed")), doc.Text(", "), doc.Strong(text("strong")), doc.Text(", "),
			doc.Underline(text("underlined")), doc.Text(", "), doc.Strike(text("struck")), doc.Text(", x"),
			doc.Superscript(text("high")), doc.Text(" and x"), doc.Subscript(text("low")), doc.Text("; "),
			&doc.Span{Lang: "de", Content: text("deutsch")}, doc.Text(".")}},
		&doc.Aside{Title: text("Aside"), Content: doc.Blocks{&doc.Paragraph{Content: text("Apart.")}}},
		&doc.Verse{Stanzas: []*doc.Stanza{{Lines: []*doc.VerseLine{{Content: text("One line")}, {Content: text("and two")}}}}},
		&doc.List{Items: []*doc.ListItem{{Task: doc.TaskDone, Content: doc.Blocks{&doc.Paragraph{Content: text("Done.")}}}}},
	)
	for p, want := range map[pdf.Profile]map[string][2]string{
		pdf.UA1: {"high": {"BaselineShift", "3.76"}, "low": {"BaselineShift", "-1.51"}, "☑Done.": {"ListNumbering", "/None"}},
		pdf.UA2: {"high": {"TextPosition", "/Sup"}, "low": {"TextPosition", "/Sub"}, "☑Done.": {"ListNumbering", "/Unordered"}},
	} {
		want["underlined"], want["struck"] = [2]string{"TextDecorationType", "/Underline"}, [2]string{"TextDecorationType", "/LineThrough"}
		types := map[string]string{"stressed": "Em", "strong": "Strong", "AsideApart.": "Aside", "One line": "Sub", "and two": "Sub"}
		for _, e := range elements(t, p, d) {
			words := strings.ReplaceAll(e.AllText(), "\n", "")
			if attr, ok := want[words]; ok && (e.Type == "Span" || e.Type == "L") {
				require.True(t, strings.HasPrefix(e.Attrs[attr[0]], attr[1]), "%s: %v", words, e.Attrs)
				delete(want, words)
			}
			if types[words] == e.Type {
				delete(types, words)
			}
			if e.Lang == "de" {
				require.Equal(t, "deutsch", words)
				types["de"] = e.Type
			}
		}
		require.Empty(t, want, "%v", p)
		require.Equal(t, map[string]string{"de": "Span"}, types, "%v", p)
	}
}

// A cell of a table of several rows of heads names the cells that head it; one of
// a plain table needs none.
func TestTableHeaders(t *testing.T) {
	cell := func(s string) *doc.Cell {
		return &doc.Cell{Content: doc.Blocks{&doc.Paragraph{Content: text(s)}}}
	}
	row := func(words ...string) *doc.Row {
		r := &doc.Row{}
		for _, w := range words {
			r.Cells = append(r.Cells, cell(w))
		}
		return r
	}
	d := document(&doc.Table{Columns: make([]doc.Column, 4),
		Head: []*doc.Row{row("Who", "When"), row("Sex", "Then", "Now")},
		Bodies: []*doc.TableBody{
			{HeaderColumns: 2, Rows: []*doc.Row{row("Ape", "he", "1", "2"), row("she", "3", "4")}},
			{HeaderColumns: 1, Head: []*doc.Row{row("Birds")}, Rows: []*doc.Row{row("Auk", "all", "5", "6")}},
			{HeaderColumns: 1, Rows: []*doc.Row{row("Ox", "all", "7", "8")}},
		},
		Foot: []*doc.Row{row("Sum", "all", "9", "10")},
	})
	b := d.Blocks[0].(*doc.Table)
	b.Head[0].Cells[1].ColSpan, b.Head[0].Cells[0].ColSpan = 2, 2
	b.Head[1].Cells[0].ColSpan = 2
	b.Bodies[0].Rows[0].Cells[0].RowSpan = 2
	b.Bodies[1].Head[0].Cells[0].ColSpan = 4
	heads := map[string][]string{
		"Who": nil, "When": nil, "Sex": {"Who"}, "Then": {"When"}, "Now": {"When"},
		"Ape": {"Who", "Sex"}, "he": {"Who", "Sex", "Ape"}, "she": {"Who", "Sex", "Ape"},
		"1": {"When", "Then", "Ape", "he"}, "2": {"When", "Now", "Ape", "he"},
		"3": {"When", "Then", "Ape", "she"}, "4": {"When", "Now", "Ape", "she"},
		"Birds": {"Who", "Sex", "When", "Then", "Now"},
		"5":     {"When", "Then", "Birds", "Auk"}, "6": {"When", "Now", "Birds", "Auk"},
		"7": {"When", "Then", "Ox"}, "8": {"When", "Now", "Ox"}, "9": {"When", "Then"}, "10": {"When", "Now"},
	}
	for _, p := range []pdf.Profile{pdf.UA1, pdf.UA2} {
		said, all := map[string]string{}, elements(t, p, d)
		for _, e := range all {
			if e.ID != "" {
				require.Equal(t, "TH", e.Type)
				said[e.ID] = strings.TrimSpace(e.AllText())
			}
		}
		n := 0
		for _, e := range all {
			want, ok := heads[strings.TrimSpace(e.AllText())]
			if !ok || e.Type != "TH" && e.Type != "TD" {
				continue
			}
			n++
			var got []string
			for _, m := range regexp.MustCompile(`<([^>]*)>`).FindAllStringSubmatch(e.Attrs["Headers"], -1) {
				id, err := hex.DecodeString(m[1])
				require.NoError(t, err)
				got = append(got, said[string(id)])
			}
			require.Equal(t, want, got, e.AllText())
		}
		require.Equal(t, len(heads), n)
	}
	plain := document(&doc.Table{Columns: make([]doc.Column, 2), Head: []*doc.Row{row("A", "B")},
		Bodies: []*doc.TableBody{{HeaderColumns: 1, Rows: []*doc.Row{row("C", "1")}}}})
	for _, e := range elements(t, pdf.UA1, plain) {
		require.Empty(t, e.Attrs["Headers"])
		require.Empty(t, e.ID)
		if e.Type == "TH" {
			require.Equal(t, map[bool]string{true: "/Row", false: "/Column"}[strings.Contains(e.AllText(), "C")], e.Attrs["Scope"])
		}
	}
}
