package doc

import "strings"

// Terms are the words that the editions themselves add, in one language.
type Terms struct {
	Part, Chapter, Section, Appendix string
	Figure, Table, Equation          string
	Note, Notes                      string // as a label: "note 12"; as a heading: "Notes"
	Page, Pages                      string
	Contents, Cover, TitlePage       string
	Abstract, Keywords               string
	Series, Version, Revised         string
	Rights, License, Citation        string // labels on the imprint
	BackToText                       string // names the way back from a note
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

var terms = map[string]*Terms{
	"en": {
		Part: "Part", Chapter: "Chapter", Section: "Section", Appendix: "Appendix",
		Figure: "Figure", Table: "Table", Equation: "Equation",
		Note: "note", Notes: "Notes", Page: "page", Pages: "pages",
		Contents: "Contents", Cover: "Cover", TitlePage: "Title page",
		Abstract: "Abstract", Keywords: "Keywords",
		Series: "Series", Version: "Version", Revised: "Revised",
		Rights: "Rights", License: "Licence", Citation: "Suggested citation",
		BackToText: "Back to text",
		AsideNames: map[AsideRole]string{
			AsideNote: "Note", AsideTip: "Tip", AsideImportant: "Important",
			AsideCaution: "Caution", AsideWarning: "Warning", AsideExample: "Example",
		},
		RoleNames: map[Role]string{
			RolePart: "Part", RoleChapter: "Chapter", RoleForeword: "Foreword", RolePreface: "Preface",
			RolePrologue: "Prologue", RoleIntroduction: "Introduction", RoleConclusion: "Conclusion",
			RoleEpilogue: "Epilogue", RoleAfterword: "Afterword", RoleAppendix: "Appendix",
			RoleBibliography: "Bibliography", RoleGlossary: "Glossary", RoleIndex: "Index",
			RoleAcknowledgments: "Acknowledgments", RoleDedication: "Dedication", RoleEpigraph: "Epigraph",
			RoleAbstract: "Abstract", RoleSummary: "Summary", RoleContributors: "Contributors",
			RoleColophon: "Colophon",
		},
		Quotes: [4]string{"“", "”", "‘", "’"},
	},
}
