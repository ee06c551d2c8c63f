package doc

import (
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// pairs are the marks that open, each with those that may close it.
var pairs = map[string][]string{
	"“": {"”"}, "‘": {"’"}, "„": {"“", "”"}, "‚": {"‘", "’"},
	"«": {"»"}, "»": {"«"}, "‹": {"›"}, "«\u202f": {"\u202f»"},
	"「": {"」"}, "『": {"』"},
	"”": {"”", "“"}, "’": {"’", "‘"}, // Swedish, Finnish, Hebrew; Arabic
}

func TestQuotesBalance(t *testing.T) {
	for lang, terms := range terms {
		outer, outerEnd := terms.QuoteMarks(false)
		inner, innerEnd := terms.QuoteMarks(true)
		require.Contains(t, pairs[outer], outerEnd, lang)
		require.Contains(t, pairs[inner], innerEnd, lang)
		require.NotEqual(t, outer, inner, "%s: a quotation in a quotation is not told from it", lang)
		require.NotEqual(t, outerEnd, innerEnd, lang)
		require.Equal(t, terms.Quotes, [4]string{outer, outerEnd, inner, innerEnd})
	}
}

// Only French has spaces within its marks, and they are narrow and do not break.
func TestQuotesSpaces(t *testing.T) {
	for lang, terms := range terms {
		for _, mark := range terms.Quotes {
			if n := utf8.RuneCountInString(mark); lang != "fr" {
				require.Equal(t, 1, n, lang)
			}
		}
	}
}

// The marks of CLDR 48, but for those that print prefers: single marks outside
// in British English, guillemets in Swiss German and Spanish, and an inner mark
// that differs from the outer one in French and Dutch.
func TestQuotesByLanguage(t *testing.T) {
	want := map[string][]string{
		"“”‘’": {"en", "en-us", "da", "tr", "la", "pt-br", "ko", "zh"},
		"‘’“”": {"en-gb", "nl"},
		"„“‚‘": {"de", "cs"},
		"«»‹›": {"de-ch", "de-li"},
		"«»“”": {"es", "it", "pt", "el"},
		"«»„“": {"ru", "uk"},
		"«»‘’": {"nb", "nn", "no"},
		"„”«»": {"pl", "ro"},
		"„”»«": {"hu"},
		"””’’": {"sv", "fi", "he"},
		"”“’‘": {"ar"},
		"「」『』": {"ja", "zh-hant", "zh-tw", "zh-hk", "zh-mo"},

		"«\u202f\u202f»“”": {"fr"},
	}
	var tested []string
	for marks, langs := range want {
		for _, lang := range langs {
			q := TermsFor(lang).Quotes
			require.Equal(t, marks, q[0]+q[1]+q[2]+q[3], lang)
		}
		tested = append(tested, langs...)
	}
	slices.Sort(tested)
	require.Equal(t, claimed, tested)
}
