package doc

var french = &Terms{
	Part: "Partie", Chapter: "Chapitre", Section: "Section", Appendix: "Annexe",
	Figure: "Figure", Table: "Tableau", Equation: "Équation",
	Note: "note", Notes: "Notes", Page: "page", Pages: "pages",
	Contents: "Table des matières", Cover: "Couverture", TitlePage: "Page de titre",
	Figures: "Figures", Tables: "Tableaux", See: "voir", SeeAlso: "voir aussi",
	NotesToPage: "Notes de la page {n}", NotesToPages: "Notes des pages {n}",
	Abstract: "Résumé", Keywords: "Mots-clés",
	Series: "Collection", Version: "Version", Revised: "Révision",
	Rights: "Droits", License: "Licence", Citation: "Pour citer ce document",
	BackToText: "Retour au texte",
	AsideNames: map[AsideRole]string{
		AsideNote: "Remarque", AsideTip: "Conseil", AsideImportant: "Important", AsideCaution: "Attention",
		AsideWarning: "Avertissement", AsideExample: "Exemple",
	},
	RoleNames: map[Role]string{
		RolePart: "Partie", RoleChapter: "Chapitre", RoleForeword: "Préface", RolePreface: "Avant-propos",
		RolePrologue: "Prologue", RoleIntroduction: "Introduction", RoleConclusion: "Conclusion",
		RoleEpilogue: "Épilogue", RoleAfterword: "Postface", RoleAppendix: "Annexe",
		RoleBibliography: "Bibliographie", RoleGlossary: "Glossaire", RoleIndex: "Index",
		RoleAcknowledgments: "Remerciements", RoleDedication: "Dédicace", RoleEpigraph: "Épigraphe",
		RoleAbstract: "Résumé", RoleSummary: "Synthèse", RoleContributors: "Contributeurs",
		RoleColophon: "Colophon",
	},
	Quotes: [4]string{"«\u202f", "\u202f»", "“", "”"},
}

var spanish = &Terms{
	Part: "Parte", Chapter: "Capítulo", Section: "Sección", Appendix: "Apéndice",
	Figure: "Figura", Table: "Tabla", Equation: "Ecuación",
	Note: "nota", Notes: "Notas", Page: "página", Pages: "páginas",
	Contents: "Índice", Cover: "Cubierta", TitlePage: "Portada",
	Figures: "Figuras", Tables: "Tablas", See: "véase", SeeAlso: "véase también",
	NotesToPage: "Notas de la página {n}", NotesToPages: "Notas de las páginas {n}",
	Abstract: "Resumen", Keywords: "Palabras clave",
	Series: "Colección", Version: "Versión", Revised: "Revisión",
	Rights: "Derechos", License: "Licencia", Citation: "Cómo citar",
	BackToText: "Volver al texto",
	AsideNames: map[AsideRole]string{
		AsideNote: "Nota", AsideTip: "Consejo", AsideImportant: "Importante", AsideCaution: "Precaución",
		AsideWarning: "Advertencia", AsideExample: "Ejemplo",
	},
	RoleNames: map[Role]string{
		RolePart: "Parte", RoleChapter: "Capítulo", RoleForeword: "Prólogo", RolePreface: "Prefacio",
		RolePrologue: "Prólogo", RoleIntroduction: "Introducción", RoleConclusion: "Conclusiones",
		RoleEpilogue: "Epílogo", RoleAfterword: "Posfacio", RoleAppendix: "Apéndice",
		RoleBibliography: "Bibliografía", RoleGlossary: "Glosario", RoleIndex: "Índice alfabético",
		RoleAcknowledgments: "Agradecimientos", RoleDedication: "Dedicatoria", RoleEpigraph: "Epígrafe",
		RoleAbstract: "Resumen", RoleSummary: "Síntesis", RoleContributors: "Colaboradores",
		RoleColophon: "Colofón",
	},
	Quotes: [4]string{"«", "»", "“", "”"},
}

var italian = &Terms{
	Part: "Parte", Chapter: "Capitolo", Section: "Paragrafo", Appendix: "Appendice",
	Figure: "Figura", Table: "Tabella", Equation: "Equazione",
	Note: "nota", Notes: "Note", Page: "pagina", Pages: "pagine",
	Contents: "Indice", Cover: "Copertina", TitlePage: "Frontespizio",
	Figures: "Figure", Tables: "Tabelle", See: "vedi", SeeAlso: "vedi anche",
	NotesToPage: "Note alla pagina {n}", NotesToPages: "Note alle pagine {n}",
	Abstract: "Sommario", Keywords: "Parole chiave",
	Series: "Collana", Version: "Versione", Revised: "Revisione",
	Rights: "Diritti", License: "Licenza", Citation: "Come citare",
	BackToText: "Torna al testo",
	AsideNames: map[AsideRole]string{
		AsideNote: "Nota", AsideTip: "Suggerimento", AsideImportant: "Importante",
		AsideCaution: "Attenzione", AsideWarning: "Avvertenza", AsideExample: "Esempio",
	},
	RoleNames: map[Role]string{
		RolePart: "Parte", RoleChapter: "Capitolo", RoleForeword: "Prefazione", RolePreface: "Premessa",
		RolePrologue: "Prologo", RoleIntroduction: "Introduzione", RoleConclusion: "Conclusioni",
		RoleEpilogue: "Epilogo", RoleAfterword: "Postfazione", RoleAppendix: "Appendice",
		RoleBibliography: "Bibliografia", RoleGlossary: "Glossario", RoleIndex: "Indice analitico",
		RoleAcknowledgments: "Ringraziamenti", RoleDedication: "Dedica", RoleEpigraph: "Epigrafe",
		RoleAbstract: "Sommario", RoleSummary: "Sintesi", RoleContributors: "Autori",
		RoleColophon: "Colophon",
	},
	Quotes: [4]string{"«", "»", "“", "”"},
}

var portuguese = &Terms{
	Part: "Parte", Chapter: "Capítulo", Section: "Secção", Appendix: "Apêndice",
	Figure: "Figura", Table: "Tabela", Equation: "Equação",
	Note: "nota", Notes: "Notas", Page: "página", Pages: "páginas",
	Contents: "Índice", Cover: "Capa", TitlePage: "Folha de rosto",
	Figures: "Figuras", Tables: "Tabelas", See: "ver", SeeAlso: "ver também",
	NotesToPage: "Notas da página {n}", NotesToPages: "Notas das páginas {n}",
	Abstract: "Resumo", Keywords: "Palavras-chave",
	Series: "Coleção", Version: "Versão", Revised: "Revisão",
	Rights: "Direitos", License: "Licença", Citation: "Como citar",
	BackToText: "Voltar ao texto",
	AsideNames: map[AsideRole]string{
		AsideNote: "Nota", AsideTip: "Sugestão", AsideImportant: "Importante", AsideCaution: "Cuidado",
		AsideWarning: "Aviso", AsideExample: "Exemplo",
	},
	RoleNames: map[Role]string{
		RolePart: "Parte", RoleChapter: "Capítulo", RoleForeword: "Apresentação", RolePreface: "Prefácio",
		RolePrologue: "Prólogo", RoleIntroduction: "Introdução", RoleConclusion: "Conclusão",
		RoleEpilogue: "Epílogo", RoleAfterword: "Posfácio", RoleAppendix: "Apêndice",
		RoleBibliography: "Bibliografia", RoleGlossary: "Glossário", RoleIndex: "Índice remissivo",
		RoleAcknowledgments: "Agradecimentos", RoleDedication: "Dedicatória", RoleEpigraph: "Epígrafe",
		RoleAbstract: "Resumo", RoleSummary: "Síntese", RoleContributors: "Colaboradores",
		RoleColophon: "Colofão",
	},
	Quotes: [4]string{"«", "»", "“", "”"},
}

var brazilian = with(portuguese, func(t *Terms) {
	t.Section = "Seção"
	t.Contents = "Sumário" // an "Índice" is at the end
	t.AsideNames[AsideTip] = "Dica"
	t.Quotes = [4]string{"“", "”", "‘", "’"}
})

var romanian = &Terms{
	Part: "Partea", Chapter: "Capitolul", Section: "Secțiunea", Appendix: "Anexa",
	Figure: "Figura", Table: "Tabelul", Equation: "Ecuația",
	Note: "nota", Notes: "Note", Page: "pagina", Pages: "pagini",
	Contents: "Cuprins", Cover: "Copertă", TitlePage: "Pagina de titlu",
	Figures: "Figuri", Tables: "Tabele", See: "vezi", SeeAlso: "vezi și",
	NotesToPage: "Note la pagina {n}", NotesToPages: "Note la paginile {n}",
	Abstract: "Rezumat", Keywords: "Cuvinte-cheie",
	Series: "Colecția", Version: "Versiunea", Revised: "Revizuit",
	Rights: "Drepturi", License: "Licență", Citation: "Mod de citare",
	BackToText: "Înapoi la text",
	AsideNames: map[AsideRole]string{
		AsideNote: "Notă", AsideTip: "Sfat", AsideImportant: "Important", AsideCaution: "Atenție",
		AsideWarning: "Avertisment", AsideExample: "Exemplu",
	},
	RoleNames: map[Role]string{
		RolePart: "Parte", RoleChapter: "Capitol", RoleForeword: "Cuvânt-înainte", RolePreface: "Prefață",
		RolePrologue: "Prolog", RoleIntroduction: "Introducere", RoleConclusion: "Concluzii",
		RoleEpilogue: "Epilog", RoleAfterword: "Postfață", RoleAppendix: "Anexă",
		RoleBibliography: "Bibliografie", RoleGlossary: "Glosar", RoleIndex: "Indice",
		RoleAcknowledgments: "Mulțumiri", RoleDedication: "Dedicație", RoleEpigraph: "Motto",
		RoleAbstract: "Rezumat", RoleSummary: "Sinteză", RoleContributors: "Colaboratori",
		RoleColophon: "Colofon",
	},
	Quotes: [4]string{"„", "”", "«", "»"},
}

// latin has the words of books that are printed in it now.
var latin = &Terms{
	Part: "Pars", Chapter: "Caput", Section: "Sectio", Appendix: "Appendix",
	Figure: "Figura", Table: "Tabula", Equation: "Aequatio",
	Note: "nota", Notes: "Notae", Page: "pagina", Pages: "paginae",
	Contents: "Index capitum", Cover: "Tegumentum", TitlePage: "Pagina titularis",
	Figures: "Figurae", Tables: "Tabulae", See: "vide", SeeAlso: "vide etiam",
	NotesToPage: "Notae ad paginam {n}", NotesToPages: "Notae ad paginas {n}",
	Abstract: "Summarium", Keywords: "Verba praecipua",
	Series: "Series", Version: "Versio", Revised: "Recognitum",
	Rights: "Iura", License: "Licentia", Citation: "Quomodo citandum",
	BackToText: "Ad textum",
	AsideNames: map[AsideRole]string{
		AsideNote: "Nota", AsideTip: "Consilium", AsideImportant: "Notandum", AsideCaution: "Cave",
		AsideWarning: "Monitum", AsideExample: "Exemplum",
	},
	RoleNames: map[Role]string{
		RolePart: "Pars", RoleChapter: "Caput", RoleForeword: "Prooemium", RolePreface: "Praefatio",
		RolePrologue: "Prologus", RoleIntroduction: "Introductio", RoleConclusion: "Conclusio",
		RoleEpilogue: "Epilogus", RoleAfterword: "Postfatio", RoleAppendix: "Appendix",
		RoleBibliography: "Bibliographia", RoleGlossary: "Glossarium", RoleIndex: "Index rerum",
		RoleAcknowledgments: "Gratiarum actio", RoleDedication: "Dedicatio", RoleEpigraph: "Sententia",
		RoleAbstract: "Summarium", RoleSummary: "Summarium", RoleContributors: "Auctores",
		RoleColophon: "Colophon",
	},
	Quotes: [4]string{"“", "”", "‘", "’"},
}
