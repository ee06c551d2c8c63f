package main

import "github.com/offprint-go/offprint/doc"

func german() *doc.Section {
	return page("Deutsch", "de", "Vom Satz der Zeile",
		para(text("Wer eine Seite gut setzen will, beginnt nicht mit der Schrift, sondern mit dem Zwischenraum. „Das Weiße“, so sagte es ein Leipziger Setzermeister um 1910, „ist teurer als das Schwarze, denn man sieht es nur, wenn es falsch ist.“ Der Satz steht in keinem Lehrbuch – man gab ihn in den Werkstätten weiter."),
			note(text("Belegt ist er in Nr. 3 der Hauszeitschrift, S. 41 f.; vgl. auch Bd. 2 der Erinnerungen, Kap. 7, wo von „Licht zwischen den Wörtern“ die Rede ist."))),
		para(text("Die deutsche Sprache macht es dem Setzer nicht leicht. Ihre Zusammensetzungen – Donaudampfschifffahrtsgesellschaft, Rechtschreibreformkommission, Grundstücksverkehrsgenehmigung – fordern Trennungen, die der Leser kaum bemerken soll; und wo auf einer Breite von 95 mm nur 45 Zeichen stehen, bleibt oft keine Wahl. Dann gilt § 1 jeder Hausordnung: lieber trennen als sperren, nie aber dreimal untereinander. Auch die ‚einfachen‘ Anführungen, das Eszett und die Großbuchstaben der DIN 5008 wollen ihren Platz.")),
	)
}
