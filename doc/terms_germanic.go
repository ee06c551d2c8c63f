package doc

var german = &Terms{
	Part: "Teil", Chapter: "Kapitel", Section: "Abschnitt", Appendix: "Anhang",
	Figure: "Abbildung", Table: "Tabelle", Equation: "Gleichung",
	Note: "Anmerkung", Notes: "Anmerkungen", Page: "Seite", Pages: "Seiten",
	Contents: "Inhalt", Cover: "Umschlag", TitlePage: "Titelseite",
	Figures: "Abbildungen", Tables: "Tabellen", See: "siehe", SeeAlso: "siehe auch",
	NotesToPage: "Anmerkungen zu Seite {n}", NotesToPages: "Anmerkungen zu den Seiten {n}",
	Abstract: "Zusammenfassung", Keywords: "Schlagwörter",
	Series: "Reihe", Version: "Version", Revised: "Überarbeitet",
	Rights: "Rechte", License: "Lizenz", Citation: "Zitiervorschlag",
	BackToText: "Zurück zum Text",
	AsideNames: map[AsideRole]string{
		AsideNote: "Hinweis", AsideTip: "Tipp", AsideImportant: "Wichtig", AsideCaution: "Vorsicht",
		AsideWarning: "Warnung", AsideExample: "Beispiel",
	},
	RoleNames: map[Role]string{
		RolePart: "Teil", RoleChapter: "Kapitel", RoleForeword: "Geleitwort", RolePreface: "Vorwort",
		RolePrologue: "Prolog", RoleIntroduction: "Einleitung", RoleConclusion: "Schluss",
		RoleEpilogue: "Epilog", RoleAfterword: "Nachwort", RoleAppendix: "Anhang",
		RoleBibliography: "Literaturverzeichnis", RoleGlossary: "Glossar", RoleIndex: "Register",
		RoleAcknowledgments: "Danksagung", RoleDedication: "Widmung", RoleEpigraph: "Motto",
		RoleAbstract: "Zusammenfassung", RoleSummary: "Zusammenfassung", RoleContributors: "Mitwirkende",
		RoleColophon: "Kolophon",
	},
	Quotes: [4]string{"„", "“", "‚", "‘"},
}

// swissGerman sets guillemets without spaces, pointing outwards.
var swissGerman = with(german, func(t *Terms) {
	t.Quotes = [4]string{"«", "»", "‹", "›"}
})

var dutch = &Terms{
	Part: "Deel", Chapter: "Hoofdstuk", Section: "Paragraaf", Appendix: "Bijlage",
	Figure: "Figuur", Table: "Tabel", Equation: "Vergelijking",
	Note: "noot", Notes: "Noten", Page: "pagina", Pages: "pagina’s",
	Contents: "Inhoud", Cover: "Omslag", TitlePage: "Titelpagina",
	Figures: "Figuren", Tables: "Tabellen", See: "zie", SeeAlso: "zie ook",
	NotesToPage: "Noten bij pagina {n}", NotesToPages: "Noten bij pagina’s {n}",
	Abstract: "Samenvatting", Keywords: "Trefwoorden",
	Series: "Reeks", Version: "Versie", Revised: "Herzien",
	Rights: "Rechten", License: "Licentie", Citation: "Aanbevolen citatie",
	BackToText: "Terug naar de tekst",
	AsideNames: map[AsideRole]string{
		AsideNote: "Opmerking", AsideTip: "Tip", AsideImportant: "Belangrijk", AsideCaution: "Let op",
		AsideWarning: "Waarschuwing", AsideExample: "Voorbeeld",
	},
	RoleNames: map[Role]string{
		RolePart: "Deel", RoleChapter: "Hoofdstuk", RoleForeword: "Ten geleide", RolePreface: "Voorwoord",
		RolePrologue: "Proloog", RoleIntroduction: "Inleiding", RoleConclusion: "Conclusie",
		RoleEpilogue: "Epiloog", RoleAfterword: "Nawoord", RoleAppendix: "Bijlage",
		RoleBibliography: "Bibliografie", RoleGlossary: "Verklarende woordenlijst", RoleIndex: "Register",
		RoleAcknowledgments: "Dankwoord", RoleDedication: "Opdracht", RoleEpigraph: "Motto",
		RoleAbstract: "Samenvatting", RoleSummary: "Samenvatting", RoleContributors: "Medewerkers",
		RoleColophon: "Colofon",
	},
	Quotes: [4]string{"‘", "’", "“", "”"},
}

var swedish = &Terms{
	Part: "Del", Chapter: "Kapitel", Section: "Avsnitt", Appendix: "Bilaga",
	Figure: "Figur", Table: "Tabell", Equation: "Ekvation",
	Note: "not", Notes: "Noter", Page: "sida", Pages: "sidor",
	Contents: "Innehåll", Cover: "Omslag", TitlePage: "Titelsida",
	Figures: "Figurer", Tables: "Tabeller", See: "se", SeeAlso: "se även",
	NotesToPage: "Noter till sidan {n}", NotesToPages: "Noter till sidorna {n}",
	Abstract: "Sammanfattning", Keywords: "Nyckelord",
	Series: "Serie", Version: "Version", Revised: "Reviderad",
	Rights: "Rättigheter", License: "Licens", Citation: "Rekommenderad källhänvisning",
	BackToText: "Tillbaka till texten",
	AsideNames: map[AsideRole]string{
		AsideNote: "Anmärkning", AsideTip: "Tips", AsideImportant: "Viktigt", AsideCaution: "Var försiktig",
		AsideWarning: "Varning", AsideExample: "Exempel",
	},
	RoleNames: map[Role]string{
		RolePart: "Del", RoleChapter: "Kapitel", RoleForeword: "Förord", RolePreface: "Förord",
		RolePrologue: "Prolog", RoleIntroduction: "Inledning", RoleConclusion: "Avslutning",
		RoleEpilogue: "Epilog", RoleAfterword: "Efterord", RoleAppendix: "Bilaga",
		RoleBibliography: "Litteratur", RoleGlossary: "Ordlista", RoleIndex: "Register",
		RoleAcknowledgments: "Tack", RoleDedication: "Dedikation", RoleEpigraph: "Motto",
		RoleAbstract: "Sammanfattning", RoleSummary: "Sammanfattning", RoleContributors: "Medverkande",
		RoleColophon: "Kolofon",
	},
	Quotes: [4]string{"”", "”", "’", "’"},
}

var danish = &Terms{
	Part: "Del", Chapter: "Kapitel", Section: "Afsnit", Appendix: "Bilag",
	Figure: "Figur", Table: "Tabel", Equation: "Ligning",
	Note: "note", Notes: "Noter", Page: "side", Pages: "sider",
	Contents: "Indhold", Cover: "Omslag", TitlePage: "Titelblad",
	Figures: "Figurer", Tables: "Tabeller", See: "se", SeeAlso: "se også",
	NotesToPage: "Noter til side {n}", NotesToPages: "Noter til siderne {n}",
	Abstract: "Resumé", Keywords: "Nøgleord",
	Series: "Serie", Version: "Version", Revised: "Revideret",
	Rights: "Rettigheder", License: "Licens", Citation: "Bedes citeret",
	BackToText: "Tilbage til teksten",
	AsideNames: map[AsideRole]string{
		AsideNote: "Bemærk", AsideTip: "Tip", AsideImportant: "Vigtigt", AsideCaution: "Forsigtig",
		AsideWarning: "Advarsel", AsideExample: "Eksempel",
	},
	RoleNames: map[Role]string{
		RolePart: "Del", RoleChapter: "Kapitel", RoleForeword: "Forord", RolePreface: "Forord",
		RolePrologue: "Prolog", RoleIntroduction: "Indledning", RoleConclusion: "Konklusion",
		RoleEpilogue: "Epilog", RoleAfterword: "Efterord", RoleAppendix: "Bilag",
		RoleBibliography: "Litteratur", RoleGlossary: "Ordliste", RoleIndex: "Register",
		RoleAcknowledgments: "Tak", RoleDedication: "Dedikation", RoleEpigraph: "Motto",
		RoleAbstract: "Resumé", RoleSummary: "Sammenfatning", RoleContributors: "Bidragydere",
		RoleColophon: "Kolofon",
	},
	Quotes: [4]string{"“", "”", "‘", "’"},
}

var bokmal = &Terms{
	Part: "Del", Chapter: "Kapittel", Section: "Avsnitt", Appendix: "Vedlegg",
	Figure: "Figur", Table: "Tabell", Equation: "Ligning",
	Note: "note", Notes: "Noter", Page: "side", Pages: "sider",
	Contents: "Innhold", Cover: "Omslag", TitlePage: "Tittelside",
	Figures: "Figurer", Tables: "Tabeller", See: "se", SeeAlso: "se også",
	NotesToPage: "Noter til side {n}", NotesToPages: "Noter til sidene {n}",
	Abstract: "Sammendrag", Keywords: "Nøkkelord",
	Series: "Serie", Version: "Versjon", Revised: "Revidert",
	Rights: "Rettigheter", License: "Lisens", Citation: "Forslag til sitering",
	BackToText: "Tilbake til teksten",
	AsideNames: map[AsideRole]string{
		AsideNote: "Merk", AsideTip: "Tips", AsideImportant: "Viktig", AsideCaution: "Forsiktig",
		AsideWarning: "Advarsel", AsideExample: "Eksempel",
	},
	RoleNames: map[Role]string{
		RolePart: "Del", RoleChapter: "Kapittel", RoleForeword: "Forord", RolePreface: "Forord",
		RolePrologue: "Prolog", RoleIntroduction: "Innledning", RoleConclusion: "Konklusjon",
		RoleEpilogue: "Epilog", RoleAfterword: "Etterord", RoleAppendix: "Vedlegg",
		RoleBibliography: "Litteratur", RoleGlossary: "Ordliste", RoleIndex: "Register",
		RoleAcknowledgments: "Takk", RoleDedication: "Dedikasjon", RoleEpigraph: "Motto",
		RoleAbstract: "Sammendrag", RoleSummary: "Sammendrag", RoleContributors: "Bidragsytere",
		RoleColophon: "Kolofon",
	},
	Quotes: [4]string{"«", "»", "‘", "’"},
}

var nynorsk = &Terms{
	Part: "Del", Chapter: "Kapittel", Section: "Avsnitt", Appendix: "Vedlegg",
	Figure: "Figur", Table: "Tabell", Equation: "Likning",
	Note: "note", Notes: "Notar", Page: "side", Pages: "sider",
	Contents: "Innhald", Cover: "Omslag", TitlePage: "Tittelside",
	Figures: "Figurar", Tables: "Tabellar", See: "sjå", SeeAlso: "sjå òg",
	NotesToPage: "Notar til side {n}", NotesToPages: "Notar til sidene {n}",
	Abstract: "Samandrag", Keywords: "Nøkkelord",
	Series: "Serie", Version: "Versjon", Revised: "Revidert",
	Rights: "Rettar", License: "Lisens", Citation: "Framlegg til sitering",
	BackToText: "Tilbake til teksten",
	AsideNames: map[AsideRole]string{
		AsideNote: "Merk", AsideTip: "Tips", AsideImportant: "Viktig", AsideCaution: "Ver varsam",
		AsideWarning: "Åtvaring", AsideExample: "Døme",
	},
	RoleNames: map[Role]string{
		RolePart: "Del", RoleChapter: "Kapittel", RoleForeword: "Forord", RolePreface: "Forord",
		RolePrologue: "Prolog", RoleIntroduction: "Innleiing", RoleConclusion: "Konklusjon",
		RoleEpilogue: "Epilog", RoleAfterword: "Etterord", RoleAppendix: "Vedlegg",
		RoleBibliography: "Litteratur", RoleGlossary: "Ordliste", RoleIndex: "Register",
		RoleAcknowledgments: "Takk", RoleDedication: "Dedikasjon", RoleEpigraph: "Motto",
		RoleAbstract: "Samandrag", RoleSummary: "Samandrag", RoleContributors: "Bidragsytarar",
		RoleColophon: "Kolofon",
	},
	Quotes: [4]string{"«", "»", "‘", "’"},
}
