package doc

// Byline returns the contributor's name as a title page of a BCP 47 language
// has it: an editor, translator or illustrator (MARC relator codes edt, trl,
// ill) with that word after the name, "Ann Poe (editor)"; others, and those of
// a language whose words are not known, by the name alone.
func (c *Contributor) Byline(lang string) string {
	words, ok := byTag(bylines, lang)
	if !ok {
		return c.Name
	}
	for i, role := range [...]string{"edt", "trl", "ill"} {
		if c.Role == role && words[i] != "" {
			return c.Name + words[3] + words[i] + words[4]
		}
	}
	return c.Name
}

// bylines are the words for an editor, a translator and an illustrator, and
// what stands before and after them.
var bylines = map[string][5]string{
	"en": {"editor", "translator", "illustrator", " (", ")"},
	"de": {"Hrsg.", "Übers.", "Ill.", " (", ")"},
	"nl": {"red.", "vert.", "ill.", " (", ")"},
	"sv": {"red.", "övers.", "ill.", " (", ")"},
	"da": {"red.", "overs.", "ill.", " (", ")"},
	"no": {"red.", "overs.", "ill.", " (", ")"},
	"nb": {"red.", "overs.", "ill.", " (", ")"},
	"nn": {"red.", "oms.", "ill.", " (", ")"},
	"fr": {"éd.", "trad.", "ill.", " (", ")"},
	"es": {"ed.", "trad.", "il.", " (", ")"},
	"it": {"cur.", "trad.", "ill.", " (", ")"},
	"pt": {"org.", "trad.", "il.", " (", ")"},
	"ro": {"ed.", "trad.", "il.", " (", ")"},
	"la": {"ed.", "interpr.", "pict.", " (", ")"},
	"pl": {"red.", "tłum.", "il.", " (", ")"},
	"cs": {"ed.", "přel.", "il.", " (", ")"},
	"ru": {"ред.", "пер.", "ил.", " (", ")"},
	"uk": {"ред.", "пер.", "іл.", " (", ")"},
	"fi": {"toim.", "suom.", "kuv.", " (", ")"},
	"hu": {"szerk.", "ford.", "ill.", " (", ")"},
	"tr": {"ed.", "çev.", "res.", " (", ")"},
	"el": {"επιμ.", "μτφρ.", "εικ.", " (", ")"},
	"he": {"עורך", "מתרגם", "מאייר", " (", ")"},
	"ar": {"تحرير", "ترجمة", "رسوم", " (", ")"},
	"ja": {"編", "訳", "絵", " ", ""},
	"zh": {"编", "译", "绘", " ", ""},
	"ko": {"엮음", "옮김", "그림", " ", ""},

	"zh-hant": {"編", "譯", "繪", " ", ""},
	"zh-tw":   {"編", "譯", "繪", " ", ""},
	"zh-hk":   {"編", "譯", "繪", " ", ""},
	"zh-mo":   {"編", "譯", "繪", " ", ""},
}
