package doc

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func ExampleDate_Text() {
	day := Date{2026, time.May, 4}
	month := Date{2026, time.May, 0}
	for _, lang := range []string{"en", "en-US", "de", "fr", "pl", "ja"} {
		fmt.Println(lang+":", day.Text(lang)+";", month.Text(lang))
	}
	// Output:
	// en: 4 May 2026; May 2026
	// en-US: May 4, 2026; May 2026
	// de: 4. Mai 2026; Mai 2026
	// fr: 4 mai 2026; mai 2026
	// pl: 4 maja 2026; maj 2026
	// ja: 2026年5月4日; 2026年5月
}

// Each language: the first of August, the twenty-third, the month, the year.
// August differs between the cases of the languages that have them.
var dateTexts = map[string][4]string{
	"en":    {"1 August 2026", "23 August 2026", "August 2026", "2026"},
	"en-us": {"August 1, 2026", "August 23, 2026", "August 2026", "2026"},
	"de":    {"1. August 2026", "23. August 2026", "August 2026", "2026"},
	"de-at": {"1. August 2026", "23. August 2026", "August 2026", "2026"},
	"fr":    {"1er août 2026", "23 août 2026", "août 2026", "2026"},
	"es":    {"1 de agosto de 2026", "23 de agosto de 2026", "agosto de 2026", "2026"},
	"it":    {"1º agosto 2026", "23 agosto 2026", "agosto 2026", "2026"},
	"pt":    {"1 de agosto de 2026", "23 de agosto de 2026", "agosto de 2026", "2026"},
	"pt-br": {"1º de agosto de 2026", "23 de agosto de 2026", "agosto de 2026", "2026"},
	"nl":    {"1 augustus 2026", "23 augustus 2026", "augustus 2026", "2026"},
	"sv":    {"1 augusti 2026", "23 augusti 2026", "augusti 2026", "2026"},
	"da":    {"1. august 2026", "23. august 2026", "august 2026", "2026"},
	"nb":    {"1. august 2026", "23. august 2026", "august 2026", "2026"},
	"nn":    {"1. august 2026", "23. august 2026", "august 2026", "2026"},
	"no":    {"1. august 2026", "23. august 2026", "august 2026", "2026"},
	"fi":    {"1. elokuuta 2026", "23. elokuuta 2026", "elokuu 2026", "2026"},
	"pl":    {"1 sierpnia 2026", "23 sierpnia 2026", "sierpień 2026", "2026"},
	"cs":    {"1. srpna 2026", "23. srpna 2026", "srpen 2026", "2026"},
	"ru":    {"1 августа 2026", "23 августа 2026", "август 2026", "2026"},
	"uk":    {"1 серпня 2026", "23 серпня 2026", "серпень 2026", "2026"},
	"hu":    {"2026. augusztus 1.", "2026. augusztus 23.", "2026. augusztus", "2026"},
	"ro":    {"1 august 2026", "23 august 2026", "august 2026", "2026"},
	"tr":    {"1 Ağustos 2026", "23 Ağustos 2026", "Ağustos 2026", "2026"},
	"el":    {"1 Αυγούστου 2026", "23 Αυγούστου 2026", "Αύγουστος 2026", "2026"},
	"la":    {"die 1 Augusti 2026", "die 23 Augusti 2026", "mense Augusto 2026", "2026"},
	"ja":    {"2026年8月1日", "2026年8月23日", "2026年8月", "2026年"},
	"zh":    {"2026年8月1日", "2026年8月23日", "2026年8月", "2026年"},
	"ko":    {"2026년 8월 1일", "2026년 8월 23일", "2026년 8월", "2026년"},
	"he":    {"1 באוגוסט 2026", "23 באוגוסט 2026", "אוגוסט 2026", "2026"},
	"ar":    {"1 أغسطس 2026", "23 أغسطس 2026", "أغسطس 2026", "2026"},
}

func TestDateText(t *testing.T) {
	require.ElementsMatch(t, slices.Collect(maps.Keys(dateForms)), slices.Collect(maps.Keys(dateTexts)))
	for lang, want := range dateTexts {
		got := [4]string{
			Date{2026, time.August, 1}.Text(lang), Date{2026, time.August, 23}.Text(lang),
			Date{2026, time.August, 0}.Text(lang), Date{Year: 2026}.Text(lang),
		}
		require.Equal(t, want, got, lang)
	}
}

// Who has the words of a language has its dates.
func TestDateFormsCoverTerms(t *testing.T) {
	for _, lang := range claimed {
		_, ok := byTag(dateForms, lang)
		require.True(t, ok, lang)
	}
}

func TestDateTextTags(t *testing.T) {
	day := Date{2026, time.January, 4}
	for tag, want := range map[string]string{
		"de-CH": "4. Januar 2026", "de-AT": "4. Jänner 2026", "DE": "4. Januar 2026",
		"en-GB": "4 January 2026", "en-us": "January 4, 2026", "es-MX": "4 de enero de 2026",
		"zh-Hant-TW": "2026年1月4日", "eu": "2026-01-04", "": "2026-01-04",
	} {
		require.Equal(t, want, day.Text(tag), tag)
	}
}

// No month is missing or there twice, and both cases have them in one order.
func TestDateMonths(t *testing.T) {
	numbers := []string{"ja", "zh", "ko"}
	for lang, form := range dateForms {
		names := strings.Fields(form.months)
		if slices.Contains(numbers, lang) {
			require.Empty(t, names, lang)
			continue
		}
		require.Len(t, names, 12, lang)
		require.Len(t, slices.Compact(slices.Sorted(slices.Values(names))), 12, lang)
		if form.alone != "" {
			alone := strings.Fields(form.alone)
			require.Len(t, alone, 12, lang)
			for i := range alone {
				require.Equal(t, []rune(names[i])[0], []rune(alone[i])[0], "%s: %s", lang, alone[i])
			}
			require.NotEqual(t, names, alone, lang)
		}
	}
}

var digits = regexp.MustCompile(`[0-9]+`)

// Every day of a leap year has its year once and its day, in every language,
// and no two days read the same.
func TestDateTextTellsDays(t *testing.T) {
	for lang := range dateForms {
		seen := map[string]bool{}
		for at := time.Date(2028, 1, 1, 0, 0, 0, 0, time.UTC); at.Year() == 2028; at = at.AddDate(0, 0, 1) {
			s := Date{2028, at.Month(), at.Day()}.Text(lang)
			numbers := digits.FindAllString(s, -1)
			require.Contains(t, numbers, "2028", lang)
			require.Contains(t, numbers, fmt.Sprint(at.Day()), lang)
			require.False(t, strings.ContainsAny(s, "{}"), s)
			seen[s] = true
		}
		require.Len(t, seen, 366, lang)
	}
}

// What is no date, or none of the calendar, is as String has it.
func TestDateTextOfNoDay(t *testing.T) {
	require.Empty(t, Date{}.Text("en"))
	require.Equal(t, "2026-02-30", Date{2026, time.February, 30}.Text("en"))
	require.Equal(t, "2026-13", Date{2026, 13, 0}.Text("de"))
	require.Equal(t, "2026--1", Date{2026, -1, 0}.Text("de"))
}
