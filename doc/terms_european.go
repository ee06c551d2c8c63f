package doc

var finnish = &Terms{
	Part: "Osa", Chapter: "Luku", Section: "Osio", Appendix: "Liite",
	Figure: "Kuva", Table: "Taulukko", Equation: "Yhtälö",
	Note: "viite", Notes: "Viitteet", Page: "sivu", Pages: "sivut",
	Contents: "Sisällys", Cover: "Kansi", TitlePage: "Nimiösivu",
	Figures: "Kuvat", Tables: "Taulukot", See: "ks.", SeeAlso: "ks. myös",
	NotesToPage: "Viitteet sivuun {n}", NotesToPages: "Viitteet sivuihin {n}",
	Abstract: "Tiivistelmä", Keywords: "Avainsanat",
	Series: "Sarja", Version: "Versio", Revised: "Tarkistettu",
	Rights: "Oikeudet", License: "Lisenssi", Citation: "Viittausohje",
	BackToText: "Takaisin tekstiin",
	AsideNames: map[AsideRole]string{
		AsideNote: "Huomautus", AsideTip: "Vihje", AsideImportant: "Tärkeää", AsideCaution: "Huomio",
		AsideWarning: "Varoitus", AsideExample: "Esimerkki",
	},
	RoleNames: map[Role]string{
		RolePart: "Osa", RoleChapter: "Luku", RoleForeword: "Esipuhe", RolePreface: "Alkusanat",
		RolePrologue: "Prologi", RoleIntroduction: "Johdanto", RoleConclusion: "Johtopäätökset",
		RoleEpilogue: "Epilogi", RoleAfterword: "Jälkisanat", RoleAppendix: "Liite",
		RoleBibliography: "Lähdeluettelo", RoleGlossary: "Sanasto", RoleIndex: "Hakemisto",
		RoleAcknowledgments: "Kiitokset", RoleDedication: "Omistus", RoleEpigraph: "Motto",
		RoleAbstract: "Tiivistelmä", RoleSummary: "Yhteenveto", RoleContributors: "Kirjoittajat",
		RoleColophon: "Kolofoni",
	},
	Quotes: [4]string{"”", "”", "’", "’"},
}

var hungarian = &Terms{
	Part: "{n}. rész", Chapter: "{n}. fejezet", Section: "{n}. szakasz", Appendix: "{n}. függelék",
	Figure: "{n}. ábra", Table: "{n}. táblázat", Equation: "{n}. egyenlet",
	Note: "jegyzet", Notes: "Jegyzetek", Page: "oldal", Pages: "oldalak",
	Contents: "Tartalom", Cover: "Borító", TitlePage: "Címlap",
	Figures: "Ábrák", Tables: "Táblázatok", See: "lásd", SeeAlso: "lásd még",
	NotesToPage: "Jegyzetek a(z) {n}. oldalhoz", NotesToPages: "Jegyzetek a(z) {n}. oldalakhoz",
	Abstract: "Kivonat", Keywords: "Kulcsszavak",
	Series: "Sorozat", Version: "Változat", Revised: "Átdolgozva",
	Rights: "Jogok", License: "Licenc", Citation: "Javasolt hivatkozás",
	BackToText: "Vissza a szöveghez",
	AsideNames: map[AsideRole]string{
		AsideNote: "Megjegyzés", AsideTip: "Tipp", AsideImportant: "Fontos", AsideCaution: "Vigyázat",
		AsideWarning: "Figyelmeztetés", AsideExample: "Példa",
	},
	RoleNames: map[Role]string{
		RolePart: "Rész", RoleChapter: "Fejezet", RoleForeword: "Előszó", RolePreface: "Előszó",
		RolePrologue: "Prológus", RoleIntroduction: "Bevezetés", RoleConclusion: "Befejezés",
		RoleEpilogue: "Epilógus", RoleAfterword: "Utószó", RoleAppendix: "Függelék",
		RoleBibliography: "Irodalomjegyzék", RoleGlossary: "Szójegyzék", RoleIndex: "Tárgymutató",
		RoleAcknowledgments: "Köszönetnyilvánítás", RoleDedication: "Ajánlás", RoleEpigraph: "Mottó",
		RoleAbstract: "Kivonat", RoleSummary: "Összefoglalás", RoleContributors: "Szerzők",
		RoleColophon: "Kolofon",
	},
	Quotes: [4]string{"„", "”", "»", "«"},
}

var turkish = &Terms{
	Part: "Kısım", Chapter: "Bölüm", Section: "Alt bölüm", Appendix: "Ek",
	Figure: "Şekil", Table: "Tablo", Equation: "Denklem",
	Note: "not", Notes: "Notlar", Page: "sayfa", Pages: "sayfalar",
	Contents: "İçindekiler", Cover: "Kapak", TitlePage: "Başlık sayfası",
	Figures: "Şekiller", Tables: "Tablolar", See: "bkz.", SeeAlso: "ayrıca bkz.",
	NotesToPage: "{n}. sayfanın notları", NotesToPages: "{n}. sayfaların notları",
	Abstract: "Özet", Keywords: "Anahtar kelimeler",
	Series: "Dizi", Version: "Sürüm", Revised: "Gözden geçirilmiş",
	Rights: "Haklar", License: "Lisans", Citation: "Önerilen atıf",
	BackToText: "Metne dön",
	AsideNames: map[AsideRole]string{
		AsideNote: "Not", AsideTip: "İpucu", AsideImportant: "Önemli", AsideCaution: "Dikkat",
		AsideWarning: "Uyarı", AsideExample: "Örnek",
	},
	RoleNames: map[Role]string{
		RolePart: "Kısım", RoleChapter: "Bölüm", RoleForeword: "Sunuş", RolePreface: "Önsöz",
		RolePrologue: "Prolog", RoleIntroduction: "Giriş", RoleConclusion: "Sonuç", RoleEpilogue: "Epilog",
		RoleAfterword: "Sonsöz", RoleAppendix: "Ek", RoleBibliography: "Kaynakça", RoleGlossary: "Sözlükçe",
		RoleIndex: "Dizin", RoleAcknowledgments: "Teşekkür", RoleDedication: "İthaf",
		RoleEpigraph: "Epigraf", RoleAbstract: "Özet", RoleSummary: "Özet",
		RoleContributors: "Katkıda bulunanlar", RoleColophon: "Künye",
	},
	Quotes: [4]string{"“", "”", "‘", "’"},
}

var greek = &Terms{
	Part: "Μέρος", Chapter: "Κεφάλαιο", Section: "Ενότητα", Appendix: "Παράρτημα",
	Figure: "Σχήμα", Table: "Πίνακας", Equation: "Εξίσωση",
	Note: "σημείωση", Notes: "Σημειώσεις", Page: "σελίδα", Pages: "σελίδες",
	Contents: "Περιεχόμενα", Cover: "Εξώφυλλο", TitlePage: "Σελίδα τίτλου",
	Figures: "Σχήματα", Tables: "Πίνακες", See: "βλ.", SeeAlso: "βλ. επίσης",
	NotesToPage: "Σημειώσεις στη σελίδα {n}", NotesToPages: "Σημειώσεις στις σελίδες {n}",
	Abstract: "Περίληψη", Keywords: "Λέξεις-κλειδιά",
	Series: "Σειρά", Version: "Έκδοση", Revised: "Αναθεώρηση",
	Rights: "Δικαιώματα", License: "Άδεια χρήσης", Citation: "Προτεινόμενη παραπομπή",
	BackToText: "Επιστροφή στο κείμενο",
	AsideNames: map[AsideRole]string{
		AsideNote: "Σημείωση", AsideTip: "Συμβουλή", AsideImportant: "Σημαντικό", AsideCaution: "Προσοχή",
		AsideWarning: "Προειδοποίηση", AsideExample: "Παράδειγμα",
	},
	RoleNames: map[Role]string{
		RolePart: "Μέρος", RoleChapter: "Κεφάλαιο", RoleForeword: "Προλογικό σημείωμα",
		RolePreface: "Πρόλογος", RolePrologue: "Πρόλογος", RoleIntroduction: "Εισαγωγή",
		RoleConclusion: "Συμπεράσματα", RoleEpilogue: "Επίλογος", RoleAfterword: "Επίμετρο",
		RoleAppendix: "Παράρτημα", RoleBibliography: "Βιβλιογραφία", RoleGlossary: "Γλωσσάριο",
		RoleIndex: "Ευρετήριο", RoleAcknowledgments: "Ευχαριστίες", RoleDedication: "Αφιέρωση",
		RoleEpigraph: "Μότο", RoleAbstract: "Περίληψη", RoleSummary: "Σύνοψη",
		RoleContributors: "Συντελεστές", RoleColophon: "Κολοφώνας",
	},
	Quotes: [4]string{"«", "»", "“", "”"},
}
