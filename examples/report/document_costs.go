package main

import "github.com/offprint-go/offprint/doc"

func costs() *doc.Section {
	return &doc.Section{
		ID: "costs", Numbered: true, Title: plain("What it costs to open a ledger"),
		Blocks: doc.Blocks{
			para(doc.Text("We asked for quotations. To photograph the forty-one ledgers of the Old Pier, and to have the figures keyed twice by different people, costs less than a single replacement of the radar’s antenna."),
				note(doc.Text("Three quotations, of which we used the middle one. The antenna was replaced in 2021 and again in 2024.")),
				doc.Text(" To keep the radar’s record for ever costs, at today’s prices for storage, about as much a year as the electric lamp above it.")),
			&doc.DefinitionList{Items: []*doc.Definition{
				{Term: plain("Reading"), Definitions: []doc.Blocks{{para(doc.Text("Looking at the instrument and writing down what it says. Done well everywhere, and by now without people."))}}},
				{Term: plain("Keeping"), Definitions: []doc.Blocks{{para(doc.Text("Holding the figure so that it can be found, with where the zero was and when it moved. Done well on paper."))}}},
				{Term: plain("Opening"), Definitions: []doc.Blocks{{para(doc.Text("Letting someone else see it without asking. Done by accident, or by law."))}}},
			}},
			para(doc.Text("The third is the cheapest and the rarest. An agency that must answer letters spends more on answering than it would on a page of addresses such as this one, which serves the whole record of a gauge:")),
			&doc.CodeBlock{Language: "http", Text: "GET /gauges/old-pier/levels?from=1871-01-01&to=1871-12-31\nAccept: text/csv\n\ntime,level_mm,zero\n1871-01-01T00:00Z,2140,board-1"},
			para(doc.Text("The Germans, who have a word for it, speak of "), &doc.Span{Lang: "de", Content: doc.Inlines{doc.Emphasis(plain("Datenschatz"))}},
				doc.Text(", a treasure of data; the word has led more than one treasury to ask for its share. But a treasure that is spent without growing less is not a treasure, it is a "), doc.SmallCaps(plain("public good")),
				doc.Text(", and the theory of what to charge for those is two pages long.")),
		},
	}
}

func recommendations() *doc.Section {
	item := func(ns ...doc.Inline) *doc.ListItem { return &doc.ListItem{Content: doc.Blocks{para(ns...)}} }
	done := item(doc.Text("Photograph the ledgers of the Old Pier."))
	done.Task = doc.TaskDone
	open := item(doc.Text("Key the years before 1938 twice, and publish both readings with their differences."))
	open.Task = doc.TaskOpen
	return &doc.Section{
		ID: "recommendations", Numbered: true, Title: plain("Recommendations"),
		Blocks: doc.Blocks{
			para(doc.Text("None of what follows needs a new instrument. It needs four decisions, in this order:")),
			&doc.List{Kind: doc.Ordered, Items: []*doc.ListItem{
				item(doc.Strong(plain("Stop deleting.")), doc.Text(" A clause that was copied may be struck by those who copied it.")),
				item(doc.Strong(plain("Write down the zero.")), doc.Text(" A level without its datum is a number without a unit."),
					note(doc.Text("The four ports use three datums between them, two of them called by the same name."))),
				item(doc.Strong(plain("Open the record by default.")), doc.Text(" Let those who would close a reading say why, in writing, and for how long.")),
				item(doc.Strong(plain("Pay the keeper.")), doc.Text(" In each port one person knows where everything is; in two of them that person has retired.")),
			}},
			para(doc.Text("The Institute has begun with the part that is in its own hands:")),
			&doc.List{Items: []*doc.ListItem{done, open}},
			para(doc.Text("A warning is a sentence in the future tense, built from verbs in the past. To those who ask what open records have to do with floods we would say, with the keeper of the Old Pier, that the water has been here before."),
				note(doc.Text("In conversation, March 2026. He added: “and it left its name.”")), doc.Text(" What it left, we may read: the method is in "), &doc.CrossRef{To: "method"}, doc.Text(".")),
		},
	}
}

func method() *doc.Section {
	return &doc.Section{
		ID: "method", Role: doc.RoleAppendix, Numbered: true, Title: plain("How the costs were counted"),
		Blocks: doc.Blocks{
			para(doc.Text("All sums are in the prices of 2025. A year of storage is reckoned at 10"), doc.Superscript(plain("7")),
				doc.Text(" readings of 16 bytes with three copies; the year’s cost is that of the cheapest offer among five, doubled. The residual of equation "),
				&doc.CrossRef{To: "residual", Form: doc.RefNumber}, doc.Text(" was computed with the harmonic constants that each port publishes, which are the one thing that all four have always published. The full working is at "),
				&doc.Link{URL: "https://example.org/gauges"}, doc.Text(".")),
		},
	}
}
