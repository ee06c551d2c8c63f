package main

import "github.com/offprint-go/offprint/doc"

// mixed has words of other languages in English ones.
func mixed() *doc.Section {
	return page("Languages within a language", "en-GB", "A word from abroad",
		para(text("A foreign phrase keeps its own manners. Where a French critic asks "), span("fr", text("« Pourquoi lire ? »")), text(", the thin spaces come with him; a German answers "), span("de", text("„Um die Welt zu vergrößern“")),
			text(", and his "), span("de", text("Lesegewohnheitsveränderungen")), text(" divide as they would at home. A Pole says "), span("pl", text("„z książką w ręku”")), text(" and leaves no short word hanging; a Russian nods: "), span("ru", text("«без переносов не обойтись»")), text(".")),
		para(text("Quotation marks that the edition itself sets follow the language too: "), &doc.Quoted{Content: plain("so in English")}, text(", "), span("fr", &doc.Quoted{Content: plain("ainsi en français")}), text(", "), span("de", &doc.Quoted{Content: plain("so auf Deutsch")}), text(", "), span("sv", &doc.Quoted{Content: plain("så på svenska")}), text(".")),
		para(text("And marks that stand in a row want care: "), doc.Emphasis(plain("italic")), text("; "), doc.Strong(plain("bold")), text("; "), doc.SmallCaps(plain("Small Capitals")), text("; 10 km, 5 %, § 12, No. 7, 1914–1918; UNESCO, MCMXIV; H"), doc.Subscript(plain("2")), text("O and 10"), doc.Superscript(plain("6")), text("; AV"), &doc.Link{URL: "https://example.org/", Content: plain("AT")}, text("AR, where a link parts the letters and the kerning must not show it.")),
		para(text("Some letters are put together from parts. Written with marks that combine, the Vietnamese "), span("vi", text("Tie\u0302\u0301ng Vie\u0323\u0302t")), text(", the Yoruba "), span("yo", text("o\u0323ju\u0301mo\u0323\u0301")), text(", the Lithuanian "), span("lt", text("me\u0307\u0301nuo")), text(" and the Latin of grammars, "), span("la", text("a\u0304ra, me\u0304nsa, po\u0306pulus")), text(", must look as if each were one piece: e\u0301 beside é, n\u0303 beside ñ, u\u0308 beside ü.")),
	)
}
