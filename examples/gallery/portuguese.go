package main

import "github.com/offprint-go/offprint/doc"

func portuguese() *doc.Section {
	return page("Português", "pt", "A linha e o leitor",
		para(text("Numa oficina do Porto pendia, até há poucos anos, um cartaz com uma só frase: «O leitor não tem culpa». Ninguém sabia quem o pusera ali. Os aprendizes riam-se dele no primeiro dia e compreendiam-no no fim do primeiro ano."),
			note(text("O cartaz media 60 cm por 40 cm e terá sido impresso em 1934. Perdeu-se na mudança da oficina, de que trata o vol. 3, p. 211."))),
		para(text("O leitor não tem culpa de que uma palavra seja comprida, de que a coluna seja estreita ou de que o autor tenha acrescentado, à última hora, uma nota de três linhas. A ele basta-lhe ler – e ler sem tropeçar. Por isso se dividem as palavras pelas sílabas, se evitam os hífenes seguidos e se distribui o branco com igualdade, como quem reparte pão. Numa composição de 11 pontos cabem cerca de 60 letras em cada linha; com menos de 35, já não há mão que faça milagres, e mais vale deixar a margem direita em bandeira.")),
	)
}
