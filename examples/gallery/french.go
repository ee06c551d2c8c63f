package main

import "github.com/offprint-go/offprint/doc"

func french() *doc.Section {
	return page("Français", "fr", "Le blanc et le noir",
		para(text("« Que voyez-vous ? » demandait le vieux prote à ses apprentis en leur tendant une épreuve. Les uns répondaient : « Des lettres » ; les autres : « Des lignes ! » Un seul, dit-on, répondit : « Du blanc » – et c’est celui-là qu’il garda."),
			note(text("L’anecdote est rapportée dans un recueil de 1847 (t. 2, p. 118) ; elle y est attribuée à un atelier de la rue Saint-Jacques, qui comptait alors 24 compagnons."))),
		para(text("Le typographe français est un homme d’espaces. Il en met une fine devant le point-virgule, le point d’exclamation et le point d’interrogation ; il en met encore à l’intérieur des guillemets, où l’anglais n’en veut pas. Ces habitudes ne sont pas un caprice : elles détachent le signe du mot, comme un acteur qui s’avance d’un pas avant de parler. Reste à ne jamais couper la ligne à cet endroit – un guillemet seul au début d’une ligne est une faute que l’œil ne pardonne pas, fût-ce dans un ouvrage de 500 pages.")),
	)
}
