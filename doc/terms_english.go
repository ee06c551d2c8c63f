package doc

var english = &Terms{
	Part: "Part", Chapter: "Chapter", Section: "Section", Appendix: "Appendix",
	Figure: "Figure", Table: "Table", Equation: "Equation",
	Note: "note", Notes: "Notes", Page: "page", Pages: "pages",
	Contents: "Contents", Cover: "Cover", TitlePage: "Title page",
	Figures: "Figures", Tables: "Tables", See: "see", SeeAlso: "see also",
	NotesToPage: "Notes to page {n}", NotesToPages: "Notes to pages {n}",
	Abstract: "Abstract", Keywords: "Keywords",
	Series: "Series", Version: "Version", Revised: "Revised",
	Rights: "Rights", License: "Licence", Citation: "Suggested citation",
	BackToText: "Back to text",
	AsideNames: map[AsideRole]string{
		AsideNote: "Note", AsideTip: "Tip", AsideImportant: "Important", AsideCaution: "Caution",
		AsideWarning: "Warning", AsideExample: "Example",
	},
	RoleNames: map[Role]string{
		RolePart: "Part", RoleChapter: "Chapter", RoleForeword: "Foreword", RolePreface: "Preface",
		RolePrologue: "Prologue", RoleIntroduction: "Introduction", RoleConclusion: "Conclusion",
		RoleEpilogue: "Epilogue", RoleAfterword: "Afterword", RoleAppendix: "Appendix",
		RoleBibliography: "Bibliography", RoleGlossary: "Glossary", RoleIndex: "Index",
		RoleAcknowledgments: "Acknowledgements", RoleDedication: "Dedication", RoleEpigraph: "Epigraph",
		RoleAbstract: "Abstract", RoleSummary: "Summary", RoleContributors: "Contributors",
		RoleColophon: "Colophon",
	},
	Quotes: [4]string{"“", "”", "‘", "’"},
}

// britishEnglish sets single marks outside.
var britishEnglish = with(english, func(t *Terms) {
	t.Quotes = [4]string{"‘", "’", "“", "”"}
})

var americanEnglish = with(english, func(t *Terms) {
	t.License = "License"
	t.RoleNames[RoleAcknowledgments] = "Acknowledgments"
})
