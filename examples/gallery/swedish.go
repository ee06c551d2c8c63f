package main

import "github.com/offprint-go/offprint/doc"

func swedish() *doc.Section {
	return page("Svenska", "sv", "Konsten att hålla en rad",
		para(text("På ett tryckeri i Uppsala fanns förr en faktor som mätte varje sida med ögat innan han mätte den med linjalen. ”Linjalen ljuger inte”, brukade han säga, ”men den ser heller ingenting.” När han gick i pension 1952 – efter 44 år vid samma kast – fick han en linjal i silver."),
			note(text("Linjalen är 30 cm lång och finns i dag på museet, i monter nr 7. Faktorns anteckningar omfattar 96 sidor; se särskilt s. 12."))),
		para(text("Svenskan liknar tyskan i sin kärlek till sammansättningar: järnvägsstationsföreståndare, sjukvårdsupplysningen, tidskriftsprenumerant. Den som sätter svensk text avstavar därför helst mellan orden i ordet, där läsaren ändå gör ett litet uppehåll. Går det inte, får det bli mellan stavelserna, men aldrig så att en ensam bokstav blir kvar. Tankstrecket är kort och står med luft på båda sidor – aldrig först på en rad. Resten är tålamod: man läser raden en gång till, flyttar ett mellanslag och går vidare till nästa.")),
	)
}
