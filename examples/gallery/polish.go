package main

import "github.com/offprint-go/offprint/doc"

func polish() *doc.Section {
	return page("Polski", "pl", "O świetle między literami",
		para(text("W krakowskiej drukarni przy ulicy Wiślnej mówiono, że dobry zecer widzi nie litery, a światło między nimi. „Czerń jest dana – powtarzał kierownik – a biel trzeba zrobić”. Uczniowie zapisywali to zdanie w zeszytach i zapominali o nim aż do pierwszej własnej książki."),
			note(text("Zeszyty z lat 1926–1931 zachowały się w zbiorach prywatnych; por. t. 1, s. 58, oraz ryc. 4. Jest w nich 112 kart."))),
		para(text("Polszczyzna stawia składającemu osobne wymagania. Krótkie słowa, jak „i”, „w”, „z” albo „o”, nie powinny zostawać same na końcu wiersza, bo wiszą tam jak klucz, którego nikt nie zabrał. Trzeba je więc przenosić do następnego wiersza, a w zamian za to gdzie indziej coś ścieśnić lub rozświetlić. Do tego dochodzą ogonki i kreski, które w źle dobranym piśmie sterczą z tekstu, oraz zbitki spółgłosek dzielone według zasad, o które spierają się słowniki. Przy szerokości 95 mm i stopniu 11 p. rzecz jest do zrobienia; w wąskiej szpalcie – bywa sztuką.")),
	)
}
