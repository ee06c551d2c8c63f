package doc

var polish = &Terms{
	Part: "Część", Chapter: "Rozdział", Section: "Podrozdział", Appendix: "Dodatek",
	Figure: "Rysunek", Table: "Tabela", Equation: "Równanie",
	Note: "przypis", Notes: "Przypisy", Page: "strona", Pages: "strony",
	Contents: "Spis treści", Cover: "Okładka", TitlePage: "Strona tytułowa",
	Figures: "Ryciny", Tables: "Tabele", See: "zob.", SeeAlso: "zob. też",
	NotesToPage: "Przypisy do strony {n}", NotesToPages: "Przypisy do stron {n}",
	Abstract: "Streszczenie", Keywords: "Słowa kluczowe",
	Series: "Seria", Version: "Wersja", Revised: "Aktualizacja",
	Rights: "Prawa", License: "Licencja", Citation: "Sugerowany sposób cytowania",
	BackToText: "Powrót do tekstu",
	AsideNames: map[AsideRole]string{
		AsideNote: "Uwaga", AsideTip: "Wskazówka", AsideImportant: "Ważne", AsideCaution: "Przestroga",
		AsideWarning: "Ostrzeżenie", AsideExample: "Przykład",
	},
	RoleNames: map[Role]string{
		RolePart: "Część", RoleChapter: "Rozdział", RoleForeword: "Słowo wstępne", RolePreface: "Przedmowa",
		RolePrologue: "Prolog", RoleIntroduction: "Wstęp", RoleConclusion: "Zakończenie",
		RoleEpilogue: "Epilog", RoleAfterword: "Posłowie", RoleAppendix: "Dodatek",
		RoleBibliography: "Bibliografia", RoleGlossary: "Słowniczek", RoleIndex: "Indeks",
		RoleAcknowledgments: "Podziękowania", RoleDedication: "Dedykacja", RoleEpigraph: "Motto",
		RoleAbstract: "Streszczenie", RoleSummary: "Podsumowanie", RoleContributors: "Autorzy",
		RoleColophon: "Kolofon",
	},
	Quotes: [4]string{"„", "”", "«", "»"},
}

var czech = &Terms{
	Part: "Část", Chapter: "Kapitola", Section: "Oddíl", Appendix: "Příloha",
	Figure: "Obrázek", Table: "Tabulka", Equation: "Rovnice",
	Note: "poznámka", Notes: "Poznámky", Page: "strana", Pages: "strany",
	Contents: "Obsah", Cover: "Obálka", TitlePage: "Titulní strana",
	Figures: "Obrázky", Tables: "Tabulky", See: "viz", SeeAlso: "viz též",
	NotesToPage: "Poznámky ke straně {n}", NotesToPages: "Poznámky ke stranám {n}",
	Abstract: "Abstrakt", Keywords: "Klíčová slova",
	Series: "Edice", Version: "Verze", Revised: "Revidováno",
	Rights: "Práva", License: "Licence", Citation: "Doporučená citace",
	BackToText: "Zpět k textu",
	AsideNames: map[AsideRole]string{
		AsideNote: "Poznámka", AsideTip: "Tip", AsideImportant: "Důležité", AsideCaution: "Upozornění",
		AsideWarning: "Varování", AsideExample: "Příklad",
	},
	RoleNames: map[Role]string{
		RolePart: "Část", RoleChapter: "Kapitola", RoleForeword: "Úvodní slovo", RolePreface: "Předmluva",
		RolePrologue: "Prolog", RoleIntroduction: "Úvod", RoleConclusion: "Závěr", RoleEpilogue: "Epilog",
		RoleAfterword: "Doslov", RoleAppendix: "Příloha", RoleBibliography: "Literatura",
		RoleGlossary: "Slovníček pojmů", RoleIndex: "Rejstřík", RoleAcknowledgments: "Poděkování",
		RoleDedication: "Věnování", RoleEpigraph: "Motto", RoleAbstract: "Abstrakt", RoleSummary: "Shrnutí",
		RoleContributors: "Autoři", RoleColophon: "Tiráž",
	},
	Quotes: [4]string{"„", "“", "‚", "‘"},
}

var russian = &Terms{
	Part: "Часть", Chapter: "Глава", Section: "Раздел", Appendix: "Приложение",
	Figure: "Рисунок", Table: "Таблица", Equation: "Уравнение",
	Note: "примечание", Notes: "Примечания", Page: "страница", Pages: "страницы",
	Contents: "Содержание", Cover: "Обложка", TitlePage: "Титульный лист",
	Figures: "Рисунки", Tables: "Таблицы", See: "см.", SeeAlso: "см. также",
	NotesToPage: "Примечания к с. {n}", NotesToPages: "Примечания к с. {n}",
	Abstract: "Аннотация", Keywords: "Ключевые слова",
	Series: "Серия", Version: "Версия", Revised: "Редакция",
	Rights: "Права", License: "Лицензия", Citation: "Для цитирования",
	BackToText: "Вернуться к тексту",
	AsideNames: map[AsideRole]string{
		AsideNote: "Примечание", AsideTip: "Совет", AsideImportant: "Важно", AsideCaution: "Осторожно",
		AsideWarning: "Предупреждение", AsideExample: "Пример",
	},
	RoleNames: map[Role]string{
		RolePart: "Часть", RoleChapter: "Глава", RoleForeword: "Вступительное слово",
		RolePreface: "Предисловие", RolePrologue: "Пролог", RoleIntroduction: "Введение",
		RoleConclusion: "Заключение", RoleEpilogue: "Эпилог", RoleAfterword: "Послесловие",
		RoleAppendix: "Приложение", RoleBibliography: "Список литературы", RoleGlossary: "Глоссарий",
		RoleIndex: "Указатель", RoleAcknowledgments: "Благодарности", RoleDedication: "Посвящение",
		RoleEpigraph: "Эпиграф", RoleAbstract: "Аннотация", RoleSummary: "Резюме",
		RoleContributors: "Авторы", RoleColophon: "Выходные данные",
	},
	Quotes: [4]string{"«", "»", "„", "“"},
}

var ukrainian = &Terms{
	Part: "Частина", Chapter: "Розділ", Section: "Підрозділ", Appendix: "Додаток",
	Figure: "Рисунок", Table: "Таблиця", Equation: "Рівняння",
	Note: "примітка", Notes: "Примітки", Page: "сторінка", Pages: "сторінки",
	Contents: "Зміст", Cover: "Обкладинка", TitlePage: "Титульна сторінка",
	Figures: "Рисунки", Tables: "Таблиці", See: "див.", SeeAlso: "див. також",
	NotesToPage: "Примітки до с. {n}", NotesToPages: "Примітки до с. {n}",
	Abstract: "Анотація", Keywords: "Ключові слова",
	Series: "Серія", Version: "Версія", Revised: "Редакція",
	Rights: "Права", License: "Ліцензія", Citation: "Для цитування",
	BackToText: "Повернутися до тексту",
	AsideNames: map[AsideRole]string{
		AsideNote: "Примітка", AsideTip: "Порада", AsideImportant: "Важливо", AsideCaution: "Обережно",
		AsideWarning: "Попередження", AsideExample: "Приклад",
	},
	RoleNames: map[Role]string{
		RolePart: "Частина", RoleChapter: "Розділ", RoleForeword: "Вступне слово", RolePreface: "Передмова",
		RolePrologue: "Пролог", RoleIntroduction: "Вступ", RoleConclusion: "Висновки",
		RoleEpilogue: "Епілог", RoleAfterword: "Післямова", RoleAppendix: "Додаток",
		RoleBibliography: "Список літератури", RoleGlossary: "Глосарій", RoleIndex: "Покажчик",
		RoleAcknowledgments: "Подяки", RoleDedication: "Присвята", RoleEpigraph: "Епіграф",
		RoleAbstract: "Анотація", RoleSummary: "Резюме", RoleContributors: "Автори",
		RoleColophon: "Вихідні дані",
	},
	Quotes: [4]string{"«", "»", "„", "“"},
}
