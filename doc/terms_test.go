package doc

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
)

func ExampleTermsFor() {
	for _, lang := range []string{"en-US", "de-AT", "fr"} {
		t := TermsFor(lang)
		open, end := t.QuoteMarks(false)
		fmt.Printf("%s: %s, %s, %s%s%s\n", lang, t.Chapter, t.Citation, open, t.Keywords, end)
	}
	// Output:
	// en-US: Chapter, Suggested citation, “Keywords”
	// de-AT: Kapitel, Zitiervorschlag, „Schlagwörter“
	// fr: Chapitre, Pour citer ce document, « Mots-clés »
}

// claimed are the languages that the package says it has words for.
var claimed = []string{
	"ar", "cs", "da", "de", "de-ch", "de-li", "el", "en", "en-gb", "en-us", "es", "fi", "fr", "he", "hu", "it",
	"ja", "ko", "la", "nb", "nl", "nn", "no", "pl", "pt", "pt-br", "ro", "ru", "sv", "tr", "uk",
	"zh", "zh-hant", "zh-hk", "zh-mo", "zh-tw",
}

func TestTermsClaimed(t *testing.T) {
	require.Equal(t, claimed, slices.Sorted(maps.Keys(terms)))
}

// eachTerm calls f with every word of a language and the name of its field.
func eachTerm(terms *Terms, f func(name, word string)) {
	v := reflect.ValueOf(terms).Elem()
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		switch field := v.Field(i); field.Kind() {
		case reflect.String:
			f(name, field.String())
		case reflect.Map:
			for _, k := range field.MapKeys() {
				f(name+"."+k.String(), field.MapIndex(k).String())
			}
		}
	}
}

func TestTermsFillEveryField(t *testing.T) {
	for lang, terms := range terms {
		t.Run(lang, func(t *testing.T) {
			seen := 0
			eachTerm(terms, func(name, word string) {
				seen++
				require.NotEmpty(t, word, name)
				require.Equal(t, strings.TrimSpace(word), word, name)
			})
			require.Equal(t, 29+6+20, seen, "the walk misses fields")
			require.Equal(t, 6, len(terms.AsideNames))
			for _, r := range Roles {
				require.NotEmpty(t, terms.RoleNames[r], r)
			}
			require.Len(t, terms.RoleNames, len(Roles))
		})
	}
}

// Sidebars and pull quotes have no name in any language.
func TestTermsNameNoPlainAside(t *testing.T) {
	for lang, terms := range terms {
		require.NotContains(t, terms.AsideNames, AsideSidebar, lang)
		require.NotContains(t, terms.AsideNames, AsidePullQuote, lang)
	}
}

// scripts are the scripts that a language is written in, where it is not Latin.
var scripts = map[string][]*unicode.RangeTable{
	"ar": {unicode.Arabic}, "he": {unicode.Hebrew}, "el": {unicode.Greek},
	"ru": {unicode.Cyrillic}, "uk": {unicode.Cyrillic}, "ko": {unicode.Hangul},
	"ja": {unicode.Han, unicode.Hiragana, unicode.Katakana}, "zh": {unicode.Han},
}

// A letter of another script that looks alike (а for a) is read out wrong and
// not found by a search.
func TestTermsStayInTheirScript(t *testing.T) {
	for lang, terms := range terms {
		script := scripts[lang[:2]]
		if script == nil {
			script = []*unicode.RangeTable{unicode.Latin}
		}
		eachTerm(terms, func(name, word string) {
			for _, r := range strings.ReplaceAll(word, "{n}", "") {
				if unicode.IsLetter(r) && r != 'ー' {
					require.True(t, unicode.IsOneOf(script, r), "%s %s: %q has %q", lang, name, word, r)
				}
			}
		})
	}
}

// Russian has letters that Ukrainian has not, and the other way; so has
// simplified Chinese of traditional.
func TestTermsKeepNeighboursApart(t *testing.T) {
	for lang, foreign := range map[string]string{
		"uk": "ыэёъ", "ru": "іїєґ", "da": "äö", "nb": "äö", "nn": "äö", "sv": "æø",
		"zh": "錄節圖註釋鍵詞權許議頁總結", "zh-hant": "录节图释键词权许议页总结",
		"ro": "şţ", // with cedillas: Romanian has commas below
	} {
		eachTerm(terms[lang], func(name, word string) {
			require.False(t, strings.ContainsAny(word, foreign), "%s %s: %q", lang, name, word)
		})
	}
}

func TestTermsPlaceholder(t *testing.T) {
	counted := []string{"Part", "Chapter", "Section", "Appendix", "Figure", "Table", "Equation", "See", "SeeAlso", "NotesToPage", "NotesToPages"}
	for lang, terms := range terms {
		eachTerm(terms, func(name, word string) {
			n := strings.Count(word, "{n}")
			require.LessOrEqual(t, n, 1, "%s %s", lang, name)
			require.Equal(t, 2*n, strings.Count(word, "{")+strings.Count(word, "}"), "%s %s", lang, name)
			if n > 0 {
				require.Contains(t, counted, name, lang)
			}
		})
	}
}

func TestLabelByLanguage(t *testing.T) {
	chapter := &Section{Role: RoleChapter, Numbered: true}
	figure := &Figure{Caption: Inlines{Text("c")}}
	chapter.Blocks = []Block{figure}
	for lang, want := range map[string][2]string{
		"en": {"Chapter\u00a01", "Figure\u00a01"},
		"hu": {"1. fejezet", "1. ábra"},
		"ja": {"第1章", "図1"},
		"ko": {"제1장", "그림\u00a01"},
		"zh": {"第1章", "图1"},
	} {
		d := &Document{Meta: Meta{Lang: lang}, Sections: []*Section{chapter}}
		x := NewIndex(d)
		require.Equal(t, want, [2]string{x.Label(chapter), x.Label(figure)}, lang)
	}
}

func TestTermsFor(t *testing.T) {
	for tag, want := range map[string]string{
		"de": "de", "de-AT": "de", "DE-at-1996": "de", "de-CH": "de-ch", "de-CH-1901": "de-ch", "fr-Latn-CA": "fr",
		"en": "en", "en-GB-oxendict": "en-gb", "EN-us": "en-us", "en-AU": "en", "pt-PT": "pt", "pt-BR": "pt-br",
		"zh": "zh", "zh-CN": "zh", "zh-Hans-TW": "zh", "zh-TW": "zh-hant", "zh-Hant-HK": "zh-hant",
		"xx": "en", "": "en", "-": "en", "-de": "en", "deu": "en", "d": "en", "nn-NO": "nn",
	} {
		require.Same(t, terms[want], TermsFor(tag), tag)
	}
}

// A variant must not change the language that it varies.
func TestTermsVariants(t *testing.T) {
	require.Equal(t, "Licence", TermsFor("en").License)
	require.Equal(t, "Licence", TermsFor("en-GB").License)
	require.Equal(t, "License", TermsFor("en-US").License)
	require.Equal(t, "Acknowledgements", TermsFor("en").RoleNames[RoleAcknowledgments])
	require.Equal(t, "Acknowledgments", TermsFor("en-US").RoleNames[RoleAcknowledgments])
	require.Equal(t, "Índice", TermsFor("pt").Contents)
	require.Equal(t, "Sumário", TermsFor("pt-BR").Contents)
	require.Equal(t, "Sugestão", TermsFor("pt").AsideNames[AsideTip])

	british := *TermsFor("en-GB")
	british.Quotes = TermsFor("en").Quotes
	require.Equal(t, *TermsFor("en"), british, "only the marks differ")
}
