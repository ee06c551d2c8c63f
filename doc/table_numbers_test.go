package doc_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
)

func TestSplitNumber(t *testing.T) {
	for _, c := range []struct{ lang, in, whole, rest string }{
		{"en", "12", "12", ""}, {"en", "12.5", "12", ".5"}, {"en", "1,234.50", "1,234", ".50"}, {"en", "1,234", "1,234", ""},
		{"en", "1,5", "1", ",5"}, {"en", ".25", "", ".25"}, {"en", "−3.1 %", "−3", ".1 %"}, {"en", "$4.10", "$4", ".10"}, {"en", "(2.0)*", "(2", ".0)*"},
		{"de", "1.234,5", "1.234", ",5"}, {"de", "1.234", "1.234", ""}, {"de", "1.5", "1", ".5"}, {"de-CH", "1’234.5", "1’234", ".5"},
		{"fr", "1\u202F234,5 €", "1\u202F234", ",5 €"}, {"en", "1.234.567", "1.234.567", ""}, {"es-MX", "1.5", "1", ".5"},
	} {
		whole, rest, ok := doc.SplitNumber(c.in, c.lang)
		require.True(t, ok, c.in)
		require.Equal(t, []string{c.whole, c.rest}, []string{whole, rest}, "%s in %s", c.in, c.lang)
	}
	for _, s := range []string{"", "–", "abc", "12a", "1/2", "%", ".", "2026-05-04", "5."} {
		_, _, ok := doc.SplitNumber(s, "en")
		require.False(t, ok, s)
	}
}

func TestTableAligned(t *testing.T) {
	cell := func(s string) *doc.Cell {
		return &doc.Cell{Content: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text(s)}}}}
	}
	row := func(cells ...string) *doc.Row {
		r := &doc.Row{}
		for _, c := range cells {
			r.Cells = append(r.Cells, cell(c))
		}
		return r
	}
	tall := row("1999", "1.5", "7", "a", "3", "x")
	tall.Cells[0].RowSpan = 2
	b := &doc.Table{Columns: []doc.Column{{}, {}, {Align: doc.AlignStart}, {}, {Align: doc.AlignEnd}, {Align: doc.AlignEnd}},
		Head:   []*doc.Row{row("Year", "Share", "Code", "Word", "Sum", "Mark")},
		Bodies: []*doc.TableBody{{Rows: []*doc.Row{tall, row("12.25", "8", "2", "44", "y"), row("2001", "–", "9", "c", "5", "z")}}}}
	var got []doc.Align
	for _, c := range b.Aligned("en").Columns {
		got = append(got, c.Align)
	}
	require.Equal(t, []doc.Align{"", doc.AlignDecimal, doc.AlignStart, "", doc.AlignDecimal, doc.AlignEnd}, got)
	require.Equal(t, doc.AlignDefault, b.Columns[1].Align, "the table was changed")
	b.Bodies[0].HeaderColumns = 2
	require.Equal(t, doc.AlignDefault, b.Aligned("en").Columns[1].Align, "a column of heads")
}
