package main

import "github.com/offprint-go/offprint/doc"

func spanish() *doc.Section {
	return page("Español", "es", "El oficio de componer",
		para(text("¿Qué distingue una página bien compuesta de otra que no lo está? «Nada que el lector pueda nombrar», contestaba un regente sevillano, y añadía: «¡Por eso es tan difícil!». Componer —decía— es el arte de que nadie pregunte por el cajista."),
			note(text("Las palabras proceden de una carta de 1921, conservada en el archivo de la imprenta (caja 12, n.º 45). El regente trabajó allí 38 años."))),
		para(text("El castellano ayuda a quien lo compone: sus sílabas son claras, sus palabras se dividen casi siempre donde uno espera, y las letras dobles no se separan jamás. Pero también tiene sus trampas. Los signos que abren la pregunta y la exclamación llegan antes de tiempo, los diálogos empiezan con raya, y las comillas latinas piden que las inglesas “entren” solo en segundo lugar. Con un ancho de 24 cíceros y cuerpo 11, un buen oficial componía unas 40 líneas por hora; hoy una máquina las prueba todas en un instante, y aun así conviene mirar el resultado.")),
	)
}
