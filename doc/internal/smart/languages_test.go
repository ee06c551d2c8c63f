package smart

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
)

// languages are those of every convention of quotation marks.
var languages = []string{
	"en", "en-GB", "de", "de-CH", "nl", "fr", "es", "it", "pt", "ru", "nb", "pl", "hu", "sv", "he", "ar", "ja", "zh",
}

func curl(lang, s string) string {
	ns := doc.Inlines{doc.Text(s)}
	New(lang).Inlines(ns)
	return string(ns[0].(doc.Text))
}

// The marks are the document model's, and there is no other table of them.
func TestMarksAreTheTerms(t *testing.T) {
	for _, lang := range languages {
		q := doc.TermsFor(lang).Quotes
		double, single := q[:2], q[2:]
		if q[0] == "‘" {
			double, single = single, double // single marks stay single where they stand outside
		}
		for in, want := range map[string]string{
			`x "y" z`:       "x " + double[0] + "y" + double[1] + " z",
			`"x y".`:        double[0] + "x y" + double[1] + ".",
			`x 'y z' w`:     "x " + single[0] + "y z" + single[1] + " w",
			`"x 'y' z"`:     double[0] + "x " + single[0] + "y" + single[1] + " z" + double[1],
			`"'x' y"`:       double[0] + single[0] + "x" + single[1] + " y" + double[1],
			`"x 'y z'"`:     double[0] + "x " + single[0] + "y z" + single[1] + double[1],
			`"x" "y"`:       double[0] + "x" + double[1] + " " + double[0] + "y" + double[1],
			`("x")`:         "(" + double[0] + "x" + double[1] + ")",
			`x's "y's"`:     "x’s " + double[0] + "y’s" + double[1],
			`'"x" y' z`:     single[0] + double[0] + "x" + double[1] + " y" + single[1] + " z",
			"“x” «y» „z“ ’": "“x” «y» „z“ ’",
		} {
			require.Equal(t, want, curl(lang, in), "%s: %s", lang, in)
		}
	}
}

// Only in English are words such as 'em and 'til without their beginning.
func TestElisionIsEnglish(t *testing.T) {
	require.Equal(t, "get ’em ’til noon", curl("en", "get 'em 'til noon"))
	require.Equal(t, "‘’Twas so’, he said", curl("en-GB", "''Twas so', he said"))
	require.Equal(t, "ver ‘em casa’ aqui", curl("pt-BR", "ver 'em casa' aqui"))
	require.Equal(t, "se ‘til dig’ her", curl("da", "se 'til dig' her"))
}

// A span in another language has that language's marks.
func TestSpanHasItsOwnMarks(t *testing.T) {
	span := &doc.Span{Lang: "de", Content: doc.Inlines{doc.Text(`"Ja"`)}}
	ns := doc.Inlines{doc.Text(`"x `), span, doc.Text(`" y`)}
	New("en").Inlines(ns)
	require.Equal(t, doc.Inlines{doc.Text("“x "), span, doc.Text("” y")}, ns)
	require.Equal(t, doc.Text("„Ja“"), span.Content[0])
}

// Marks may stand close to each other.
func TestMarksSideBySide(t *testing.T) {
	for in, want := range map[string]string{
		`--"x"`:                   `–“x”`,
		`"x"--"y"...`:             `“x”–“y”…`,
		`a - b -- c --- d ---- e`: `a - b – c — d ---- e`,
		`. .. ... .... x."`:       `. .. … …. x.”`,
		`-'x'`:                    `-‘x’`,
		`"'é'"`:                   `“‘é’”`,
		``:                        ``,
	} {
		ns := doc.Inlines{doc.Text(in)}
		c := New("en")
		c.Dashes = true
		c.Inlines(ns)
		require.Equal(t, doc.Text(want), ns[0])
	}
}
