package main

import "github.com/offprint-go/offprint/doc"

func dutch() *doc.Section {
	return page("Nederlands", "nl", "De maat van een regel",
		para(text("In Haarlem werd lang verteld dat een goede zetter zijn regels niet telde maar hoorde. ‘Een regel die te wijd staat, kraakt,’ zei een meesterknecht tegen zijn leerlingen, ‘en een regel die te nauw staat, zucht.’ Het klinkt als bijgeloof – het was ervaring."),
			note(text("De uitspraak staat in een gedenkboek uit 1903, blz. 77. De drukkerij telde toen 52 zetters en 9 persen, samen goed voor 16 vel per uur."))),
		para(text("Het Nederlands plakt zijn woorden graag aan elkaar: arbeidsongeschiktheidsverzekering, boekdrukkunstgeschiedenis, zeewaterontziltingsinstallatie. Zulke woorden moeten worden afgebroken, maar wel waar de lezer het verwacht, tussen de delen en niet er middenin. Op een breedte van 90 mm lukt dat bijna altijd; in een krantenkolom van 5 cm is het soms kiezen tussen twee kwaden. Dan geldt wat overal geldt: een streepje is minder erg dan een gat, twee streepjes zijn genoeg, en drie onder elkaar zijn er één te veel. Wie dat onthoudt, zet al beter dan de meeste machines.")),
	)
}
