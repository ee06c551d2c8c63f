package pdf

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
)

// TestShorten: a head loses its words one by one from its end, formulas as
// words, and never all.
func TestShorten(t *testing.T) {
	x := &doc.Math{TeX: "a_n"}
	ns := flat(doc.Inlines{doc.Text("On "), doc.Emphasis{x, doc.Text(" and")}, doc.Text(", more"), &doc.Note{}})
	require.Equal(t, doc.Inlines{doc.Text("On "), x, doc.Text(" and, more")}, ns)
	var got []string
	for more := true; more; ns, more = shorten(ns) {
		got = append(got, doc.PlainText(ns))
	}
	require.Equal(t, []string{"On a_n and, more", "On a_n and…", "On a_n…", "On …"}, got[:4])
	require.Equal(t, "On…", doc.PlainText(ns))
	require.Equal(t, doc.Inlines{doc.Text(`\nonsense`)}, flat(doc.Inlines{&doc.Math{TeX: `\nonsense`}}))
}
