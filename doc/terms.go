package doc

import (
	"maps"
	"strings"
)

// Terms are the words that the editions themselves add, in one language.
type Terms struct {
	// The words for what has a number, each before its number; or with "{n}"
	// where the number stands in it, as in "第{n}章".
	Part, Chapter, Section, Appendix string
	Figure, Table, Equation          string

	Note, Notes                string // as a label: "note 12"; as a heading: "Notes"
	Page, Pages                string
	Contents, Cover, TitlePage string
	Figures, Tables            string // headings of lists
	See, SeeAlso               string // in an index, before the entry that they name; or with "{n}" where it stands
	// NotesToPage and NotesToPages head the pages of notes that stand apart
	// from the text, with "{n}" for the page or pages that call them.
	NotesToPage, NotesToPages string
	Abstract, Keywords        string
	Series, Version, Revised  string
	Rights, License, Citation string // labels on the imprint
	BackToText                string // names the way back from a note
	// AsideNames are the names of asides that have one.
	AsideNames map[AsideRole]string
	// RoleNames name sections that have a role and no title.
	RoleNames map[Role]string
	// Quotes are the opening and closing marks of outer and inner quotations,
	// with the spaces that belong to them.
	Quotes [4]string
}

// QuoteMarks returns the opening and closing mark of an outer quotation, or
// of an inner one.
func (t *Terms) QuoteMarks(inner bool) (open, end string) {
	if inner {
		return t.Quotes[2], t.Quotes[3]
	}
	return t.Quotes[0], t.Quotes[1]
}

// Before returns one of the words as it stands before what it labels, with a
// colon and the spaces that belong to it: "Keywords: ".
func (t *Terms) Before(word string) string {
	if t == french {
		return word + "\u00a0: "
	}
	return word + ": "
}

// With returns one of the words that hold "{n}" with what stands there; one
// that does not is followed by it.
func (t *Terms) With(word, s string) string {
	if strings.Contains(word, "{n}") {
		return strings.Replace(word, "{n}", s, 1)
	}
	return word + " " + s
}

// withNumber joins one of the words for what has a number with the number.
func withNumber(word, number string) string {
	switch {
	case word == "":
		return number
	case strings.Contains(word, "{n}"):
		return strings.Replace(word, "{n}", number, 1)
	}
	return word + "\u00a0" + number
}

// TermsFor returns the terms of a BCP 47 language: those of the tag, else of
// its language without region and script, else English. The result is shared
// and must not be changed.
func TermsFor(lang string) *Terms {
	if t, ok := byTag(terms, lang); ok {
		return t
	}
	return terms["en"]
}

// byTag finds what a BCP 47 language has in a table by tags in lower case:
// what its whole tag has, else what the tag has without its last parts.
func byTag[T any](table map[string]T, lang string) (found T, ok bool) {
	for tag := strings.ToLower(lang); tag != "" && !ok; {
		found, ok = table[tag]
		tag = tag[:max(strings.LastIndexByte(tag, '-'), 0)]
	}
	return found, ok
}

// with returns a variant of a language: a copy of its terms, changed.
func with(base *Terms, change func(t *Terms)) *Terms {
	t := *base
	t.AsideNames, t.RoleNames = maps.Clone(base.AsideNames), maps.Clone(base.RoleNames)
	change(&t)
	return &t
}

// terms are the languages by tag, in lower case. Chinese of a region that
// writes traditional characters needs no script in its tag.
var terms = map[string]*Terms{
	"en": english, "en-gb": britishEnglish, "en-us": americanEnglish,
	"de": german, "de-ch": swissGerman, "de-li": swissGerman, "nl": dutch,
	"sv": swedish, "da": danish, "no": bokmal, "nb": bokmal, "nn": nynorsk,
	"fr": french, "es": spanish, "it": italian, "pt": portuguese, "pt-br": brazilian, "ro": romanian, "la": latin,
	"pl": polish, "cs": czech, "ru": russian, "uk": ukrainian,
	"fi": finnish, "hu": hungarian, "tr": turkish, "el": greek,
	"ja": japanese, "ko": korean, "he": hebrew, "ar": arabic,
	"zh": chinese, "zh-hant": traditionalChinese,
	"zh-tw": traditionalChinese, "zh-hk": traditionalChinese, "zh-mo": traditionalChinese,
}
