package main

import "github.com/offprint-go/offprint/doc"

// words has every inline.
func words() *doc.Section {
	return &doc.Section{Role: doc.RoleChapter, Numbered: true, ID: "words", Title: plain("Words"), Blocks: doc.Blocks{
		para(text("Words may be "), doc.Emphasis(plain("stressed")), text(", or "), doc.Strong(plain("strongly so")), text(", or "), doc.Emphasis{doc.Strong(plain("both"))},
			text("; set in "), doc.SmallCaps(plain("Small Capitals")), text(", "), doc.Underline(plain("underlined")), text(" as in a letter or "), doc.Strike(plain("crossed out")), text(" as in its draft. Carbon dioxide is CO"),
			doc.Subscript(plain("2")), text(" and a square metre m"), doc.Superscript(plain("2")), text("; a name in a program is "), doc.Code("doc.Inlines"), text(" and stays whole where it can."), entry("stress"), entry("small capitals")),
		para(text("A "), &doc.Link{URL: "https://www.unicode.org/reports/tr14/", Title: "Unicode Line Breaking Algorithm", Content: plain("link")}, text(" says where it leads, one without words shows the address: "), &doc.Link{URL: "https://www.unicode.org/reports/tr9/"},
			text(". A reference finds its number by itself: "), &doc.CrossRef{To: "words"}, text(" is called ‘"), &doc.CrossRef{To: "words", Form: doc.RefTitle}, text("’; "), &doc.CrossRef{To: "widths"}, text(" is on page "), &doc.CrossRef{To: "widths", Form: doc.RefPage},
			text(", "), &doc.CrossRef{To: "canon"}, text(" on page "), &doc.CrossRef{To: "canon", Form: doc.RefPage}, text(", and equation "), &doc.CrossRef{To: "badness", Form: doc.RefNumber}, text(" on page "), &doc.CrossRef{To: "badness", Form: doc.RefPage}, text("."), entry("links"), entry("references")),
		para(text("Quotation marks come with the language: "), &doc.Quoted{Content: doc.Inlines{text("one says "), &doc.Quoted{Content: plain("so")}, text(" within another")}}, text(", and "), span("fr", &doc.Quoted{Content: plain("en français")}), text(". A line may end"), doc.LineBreak{},
			text("where the author wants it to, and a small picture "), &doc.Image{Src: "letter.gif", Alt: "the letter a", Width: 0.03}, text(" may stand among the words. A formula such as "), &doc.Math{TeX: `\sqrt{a^2+b^2}`, Alt: "the root of a squared plus b squared"}, text(" keeps its line’s height."),
			&doc.IndexTerm{Entry: []string{"quotation marks"}}, &doc.IndexTerm{Entry: []string{"marks"}, See: "quotation marks"}, entry("formulas", "within a line")),
		para(text("A reading may stand over a word, as over "), span("el", &doc.Ruby{Base: plain("Αθήνα"), Text: "Athína"}), text(": the lines of the paragraph then stand apart, all by as much, so that none jumps.")),
	}}
}

// lists has lists of every kind.
func lists() *doc.Section {
	s := chapter("Lists", para(text("Markers hang before the text, numbers are flush at their points, and a list within a list is set in once more."), &doc.IndexTerm{Entry: []string{"lists"}, Range: doc.IndexStart}))
	s.Sections = []*doc.Section{
		section("Bullets and numbers",
			&doc.List{Items: []*doc.ListItem{
				{Content: paras("Type is cast in a mould, letter by letter, and dressed until its feet are square.")},
				{Content: doc.Blocks{para(text("It is set in a stick:")), &doc.List{Kind: doc.Ordered, Style: doc.LowerAlpha, Delim: doc.Paren, Items: items("from left to right, upside down;", "to the measure, which the stick is set to;", "with as much white as the line needs.")}}},
				{Content: paras("It is tied up, proofed, corrected, printed and put back where it came from.")},
			}},
			para(text("Numbers may go on from where another list ended, and be letters or Roman.")),
			&doc.List{Kind: doc.Ordered, Start: 8, Items: items("An eighth thing, of more than a few words, so that its second line shows how the first one hangs.", "A ninth.", "A tenth, a figure wider.")},
			&doc.List{Kind: doc.Ordered, Style: doc.LowerRoman, Delim: doc.TwoParens, Items: items("first,", "second,", "third.")},
		),
		section("Tasks, and items of some length",
			&doc.List{Items: []*doc.ListItem{{Task: doc.TaskDone, Content: paras("Read the proofs against the copy.")}, {Task: doc.TaskOpen, Content: paras("Read them once more, backwards.")}}},
			&doc.List{Loose: true, Items: []*doc.ListItem{
				{Content: paras("An item may hold paragraphs. Then there is space between the items, as there is between thoughts.", "The second paragraph of an item stands under the first.")},
				{Content: paras("The next item comes after the same space.")},
			}},
		),
		section("Definitions", &doc.DefinitionList{Items: []*doc.Definition{
			{Term: plain("Leading"), Definitions: []doc.Blocks{paras("The distance from one baseline to the next; once, the strip of lead that made it.")}},
			{Term: plain("Measure"), Definitions: []doc.Blocks{paras("The width of a line of text."), paras("In a foundry, twelve points make a pica and the pica is the unit of it.")}},
			{Term: doc.Inlines{doc.Emphasis(plain("Rectum")), text(" and "), doc.Emphasis(plain("versum"))}, Definitions: []doc.Blocks{paras("The right-hand page and the left-hand one, in full.")}},
		}}, para(text("The text goes on after a list as it would after a paragraph."), &doc.IndexTerm{Entry: []string{"lists"}, Range: doc.IndexEnd, SeeAlso: "tables"})),
	}
	return s
}

// quotations has quotes and verse.
func quotations() *doc.Section {
	s := chapter("Quotations and verse",
		para(text("A long quotation is set in on both sides and needs no marks; whose it is stands at its end."), entry("quotations")),
		&doc.Quote{Content: doc.Blocks{
			para(text("The reader should see the thought and not the page, as one looks through a window at the garden. But glass must be clean, and a clean window is somebody’s work.")),
			para(text("I have cleaned windows for thirty years. Nobody has ever remarked on one, and I have taken that for praise.")),
		}, Attribution: plain("A corrector’s memoirs")},
		para(text("After it the paragraph goes on; verse keeps its lines, sets in what the poet set in, and turns over what is too long for the measure.")),
		&doc.Verse{Stanzas: []*doc.Stanza{
			{Lines: []*doc.VerseLine{verse(0, "The letter waits within its case,"), verse(1, "a bird in leaden feather;"), verse(0, "a hand will find its proper place"), verse(1, "and set the flock together.")}},
			{Lines: []*doc.VerseLine{verse(0, "“And who will read me?” asks the word, as long as evening shadows on the bench where all the galleys lie."), verse(1, "“Whoever has not heard."),
				{Indent: 1, Content: doc.Inlines{text("Be still, and let the ink go dry.”"), note(text("Found on the back of a proof, in pencil; the author is not known."))}}}},
		}, Attribution: plain("A compositor")},
		para(text("A letter has a place and a date, and a hand at its end; it is kept together where it begins and where it ends."), entry("letters")),
		&doc.Letter{
			Dateline:   doc.Inlines{text("The Composing Room,"), doc.LineBreak{}, text("Friday night")},
			Address:    plain("To the author of the sheets now in type"),
			Salutation: plain("Dear Madam,"),
			Content: doc.Blocks{
				para(text("We have reached the letter of the fourteenth chapter, and have run out of the letter "), doc.Emphasis(plain("k")), text(". There were eleven in the case this morning. Your hero has used them all.")),
				para(text("Might he be called something else until Monday, when the founder’s boy comes?")),
			},
			Closing:    plain("I am, Madam, with respect,"),
			Signature:  plain("The compositor of sheets L to Q"),
			Postscript: paras("P.S. His horse, too, if you please."),
		},
		&doc.Division{Lang: "fr", Content: paras("Un passage dans une autre langue en garde les usages : ses espaces, ses coupures et ses guillemets.")},
		para(text("A change of scene needs but a little white, or an ornament:"), entry("verse")),
		doc.SceneBreak{},
		para(text("and the text begins afresh.")),
	)
	return s
}

func verse(indent int, s string) *doc.VerseLine {
	return &doc.VerseLine{Indent: indent, Content: plain(s)}
}

// code has program text, short and too wide.
func code() *doc.Section {
	return chapter("Program text",
		para(text("Code keeps its lines and columns. Keywords, strings and comments are told apart by weight and slope, so that a page printed in black shows them."), entry("program text")),
		&doc.CodeBlock{Language: "go", Text: "// width is that of a line of words, with the least white between them.\nfunc width(words []string, face Face) int {\n\tsum := 0\n\tfor i, w := range words {\n\t\tif i > 0 {\n\t\t\tsum += face.Space\n\t\t}\n\t\tsum += face.Measure(w) // kerned\n\t}\n\treturn sum\n}"},
		para(text("A line that is wider than the measure is broken, and a mark says so:")),
		&doc.CodeBlock{Language: "sh", Text: "offprint -style book -page 6x9in -margin 0.75in -font-size 11pt -leading 13.6pt -to pdf,epub manuscript.md\necho done"},
		para(text("What is in no known language is set as it is:")),
		&doc.CodeBlock{Text: "  +-----+      +-----+\n  | doc | ---> | pdf |\n  +-----+      +-----+"},
	)
}

// asides has boxes of every role.
func asides() *doc.Section {
	s := chapter("Matter beside the text", para(text("What stands beside the text is told by a rule and a name, not by colour."), entry("asides")))
	for _, a := range []struct {
		role doc.AsideRole
		text string
	}{
		{doc.AsideNote, "Paper has a grain, and books open best along it."},
		{doc.AsideTip, "Hold the sheet by two corners and listen: it bends more quietly one way."},
		{doc.AsideImportant, "The grain must run from head to foot in every leaf of the book."},
		{doc.AsideCaution, "Damp paper grows across its grain, by as much as one part in fifty."},
		{doc.AsideWarning, "Guillotines do not stop for fingers."},
		{doc.AsideExample, "A sheet of 70 × 100 cm, long grain, folded three times, gives leaves whose grain runs from head to foot."},
	} {
		s.Blocks = append(s.Blocks, &doc.Aside{Role: a.role, Content: paras(a.text)})
	}
	s.Blocks = append(s.Blocks,
		para(text("Between them the text goes on. A box of its own matter may have a title and hold what it likes:")),
		&doc.Aside{Title: plain("How much paper a book takes"), Content: doc.Blocks{
			para(text("Count the pages, divide by sixteen, and you have the sheets; then add:")),
			&doc.List{Items: items("a tenth for what the press spoils,", "a sheet for the endpapers.")},
		}},
		doc.PageBreak{},
		para(text("Here the author asked for a new page. Words of the text may be shown large, for those who turn the pages. A clean window is somebody’s work.")),
		&doc.Aside{Role: doc.AsidePullQuote, Content: paras("A clean window is somebody’s work.")},
		para(text("They are the text’s own words, so that nobody misses them who reads on.")),
	)
	return s
}
