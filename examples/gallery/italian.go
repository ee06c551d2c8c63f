package main

import "github.com/offprint-go/offprint/doc"

func italian() *doc.Section {
	return page("Italiano", "it", "Il respiro della pagina",
		para(text("A Venezia, verso il 1500, un libro si riconosceva dal margine. «Il bianco», annotava un correttore, «è la cornice del pensiero»; e chi comprava un volume in ottavo pagava volentieri la carta che nessuno aveva stampato."),
			note(text("La nota si trova a p. 62 di un registro di bottega. Una risma costava allora circa 3 lire, quasi il 40 % del prezzo del libro finito."))),
		para(text("L’italiano è generoso con il compositore: poche consonanti in fine di parola, sillabe aperte, divisioni che l’orecchio approva. Ma l’apostrofo non ama restare solo in fondo alla riga – dell’opera, sull’altra, quest’anno – e gli accenti vanno dove la lingua li vuole: perché, città, più. La regola che i maestri ripetevano era semplice: «La riga non si allarga, si ripensa». Si torna indietro di tre righe, si stringe uno spazio, si divide una parola; e la pagina, a guardarla da lontano, riprende a respirare. È un lavoro che non si vede, e proprio per questo si riconosce.")),
	)
}
