package doctest

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing/fstest"

	"github.com/offprint-go/offprint/doc"
)

// Every returns a document that holds every block, inline, role and setting of
// the model at least once: a test of doc says which is missing. Its text is in
// Latin letters.
func Every() *doc.Document {
	d := &doc.Document{
		Meta:   everyMeta(),
		Notes:  doc.NotesByChapter,
		Blocks: doc.Blocks{para("The document opens before its first section."), para("Its second paragraph is not flush.")},
		Files:  Images(),
	}
	for _, r := range doc.Roles {
		d.Sections = append(d.Sections, &doc.Section{ID: "role-" + string(r), Role: r, Title: text("The ", string(r)), Blocks: doc.Blocks{para("What the ", string(r), " says.", "")}})
	}
	d.Sections = append(d.Sections,
		&doc.Section{Role: doc.RoleDedication, Blocks: doc.Blocks{para("To those who have no title.")}},
		&doc.Section{ID: "blocks", Numbered: true, Role: doc.RoleChapter, Title: text("Every block"), ShortTitle: text("Blocks"), Blocks: everyBlock(),
			Sections: []*doc.Section{{Title: text("Lists"), Numbered: true, Blocks: everyList()}, {Title: text("Tables"), Numbered: true, Blocks: everyTable()}}},
		&doc.Section{ID: "inlines", Numbered: true, Role: doc.RoleChapter, Title: append(text("Every "), doc.Emphasis(text("inline"))), Blocks: everyInline()},
		&doc.Section{Numbered: true, Role: doc.RoleAppendix, Lang: "de", Dir: doc.LTR, Title: text("Ein Anhang"), Blocks: doc.Blocks{para("Auf Deutsch.")}})
	return d
}

// Images returns the pictures that the package's documents name.
func Images() fstest.MapFS {
	var b bytes.Buffer
	img := image.NewGray(image.Rect(0, 0, 48, 32))
	for i := range img.Pix {
		img.Pix[i] = color.Gray{Y: uint8(80 + i%97)}.Y
	}
	_ = png.Encode(&b, img) // to a buffer: it cannot fail
	return fstest.MapFS{"square.png": {Data: b.Bytes()}, "pictures/second.png": {Data: b.Bytes()}}
}

func text(parts ...string) doc.Inlines {
	var out doc.Inlines
	for _, p := range parts {
		if p != "" {
			out = append(out, doc.Text(p))
		}
	}
	return out
}

func para(parts ...string) *doc.Paragraph { return &doc.Paragraph{Content: text(parts...)} }

func note(parts ...string) *doc.Note { return &doc.Note{Content: doc.Blocks{para(parts...)}} }

func everyMeta() doc.Meta {
	return doc.Meta{
		Title: text("Every node"), Subtitle: append(text("and "), doc.Emphasis(text("every setting"))), Lang: "en", Dir: doc.LTR,
		Contributors: []doc.Contributor{
			{Name: "Ida Brandt", SortName: "Brandt, Ida", Affiliation: "The Harbour School", ORCID: "0000-0002-1825-0097", Note: note("A note on a contributor.")},
			{Name: "Tor Lund", Role: "edt"}},
		Series: &doc.Series{Title: "Test Papers", Number: "No. 12", ISSN: "2049-3630"}, Publisher: "Harbour Press", Place: "Example Bay",
		Edition: "Second edition", Date: doc.Date{Year: 2026, Month: 5, Day: 4},
		Identifiers: []doc.Identifier{{Scheme: "isbn", Value: "978-0-306-40615-7"}, {Scheme: "doi", Value: "10.5555/12345678"}, {Scheme: "urn", Value: "urn:example:1"}},
		Rights:      "© 2026 Harbour Press", License: "CC BY 4.0", Disclaimer: text("Nothing in it is true."),
		Abstract: doc.Blocks{para("What the document is about.")}, Keywords: []string{"nodes", "settings"},
		Cover: &doc.Image{Src: "square.png", Alt: "A cover"}, Logo: &doc.Image{Src: "pictures/second.png", Alt: "A logo"},
		Version: "1.2", Revised: doc.Date{Year: 2026, Month: 6}, Citation: text("Brandt, Every node, 2026."),
		Credits: []*doc.Note{note("A note on the whole work."), note("A second one.")},
	}
}

func everyBlock() doc.Blocks {
	return doc.Blocks{
		&doc.Paragraph{ID: "paragraph", Content: text("A paragraph with a name.")},
		&doc.Quote{ID: "quote", Content: doc.Blocks{para("A quotation."), para("Its second paragraph.")}, Attribution: text("Someone")},
		&doc.Letter{ID: "letter", Dateline: doc.Inlines{doc.Text("The Harbour,"), doc.LineBreak{}, doc.Text("4 May")}, Address: text("To the keeper"), Salutation: text("Sir,"),
			Content: doc.Blocks{para("A letter."), para("Its second paragraph.")}, Closing: text("Your servant,"), Signature: text("Ida Brandt"),
			Postscript: doc.Blocks{para("P.S. Its last words.")}},
		&doc.Verse{ID: "verse", Attribution: text("Anon"), Stanzas: []*doc.Stanza{
			{Lines: []*doc.VerseLine{{Content: text("A first line of verse,")}, {Indent: 1, Content: text("a second set in.")}}},
			{Lines: []*doc.VerseLine{{Indent: 2, Content: text("Another stanza.")}}}}},
		&doc.CodeBlock{ID: "code", Language: "go", Text: "func main() {\n\tprintln(\"tab\")\n}"},
		&doc.Figure{ID: "figure", Images: []*doc.Image{{Src: "square.png", Alt: "A square", Width: 0.5}, {Src: "pictures/second.png", Decorative: true}}, Caption: text("Two pictures.")},
		&doc.Figure{Unnumbered: true, Images: []*doc.Image{{Src: "square.png", Alt: "The same"}}, Caption: text("Without a number.")},
		&doc.MathBlock{ID: "math", TeX: "a^2 + b^2 = c^2", Numbered: true, Alt: "a squared and b squared is c squared"},
		&doc.MathBlock{TeX: "x = 1"},
		doc.SceneBreak{},
		&doc.Aside{ID: "aside", Title: text("A title"), Content: doc.Blocks{para("A sidebar.")}},
		&doc.Aside{Role: doc.AsideNote, Content: doc.Blocks{para("A note aside.")}},
		&doc.Aside{Role: doc.AsideTip, Content: doc.Blocks{para("A tip.")}},
		&doc.Aside{Role: doc.AsideImportant, Content: doc.Blocks{para("What matters.")}},
		&doc.Aside{Role: doc.AsideCaution, Content: doc.Blocks{para("What to heed.")}},
		&doc.Aside{Role: doc.AsideWarning, Content: doc.Blocks{para("What to fear.")}},
		&doc.Aside{Role: doc.AsideExample, Content: doc.Blocks{para("What it looks like.")}},
		&doc.Aside{Role: doc.AsidePullQuote, Content: doc.Blocks{para("Words shown large.")}},
		&doc.Division{ID: "division", Lang: "fr", Dir: doc.LTR, Content: doc.Blocks{para("Une division en français.")}},
		doc.PageBreak{},
		para("After a break of the page."),
	}
}

func everyList() doc.Blocks {
	items := func() []*doc.ListItem {
		return []*doc.ListItem{{Content: doc.Blocks{para("One item.")}}, {Content: doc.Blocks{para("Another.")}}}
	}
	nested := &doc.List{ID: "list", Items: items()}
	nested.Items[0].Content = append(nested.Items[0].Content, &doc.List{Kind: doc.Ordered, Items: items()})
	out := doc.Blocks{nested, &doc.List{Loose: true, Items: items()},
		&doc.List{Items: []*doc.ListItem{{Task: doc.TaskDone, Content: doc.Blocks{para("Done.")}}, {Task: doc.TaskOpen, Content: doc.Blocks{para("Open.")}}}}}
	for _, s := range []doc.NumberStyle{doc.Decimal, doc.LowerAlpha, doc.UpperAlpha, doc.LowerRoman, doc.UpperRoman} {
		for _, d := range []doc.NumberDelim{doc.Period, doc.Paren, doc.TwoParens} {
			out = append(out, &doc.List{Kind: doc.Ordered, Style: s, Delim: d, Start: 3, Items: items()})
		}
	}
	for _, loose := range []bool{false, true} {
		out = append(out, &doc.DefinitionList{ID: map[bool]string{true: "terms"}[loose], Loose: loose, Items: []*doc.Definition{
			{Term: text("Term"), Definitions: []doc.Blocks{{para("Its sense.")}, {para("Its second sense.")}}}}})
	}
	return out
}

func everyTable() doc.Blocks {
	row := func(cells ...string) *doc.Row {
		r := &doc.Row{}
		for _, c := range cells {
			r.Cells = append(r.Cells, &doc.Cell{Content: doc.Blocks{para(c)}})
		}
		return r
	}
	wide := row("wide", "last")
	wide.Cells[0].ColSpan, wide.Cells[0].Align = 2, doc.AlignEnd
	tall, under := row("tall", "beside", "it"), row("under", "them")
	tall.Cells[0].RowSpan, tall.Cells[0].Header = 2, true
	return doc.Blocks{
		&doc.Table{ID: "table", Caption: text("A table."), Columns: []doc.Column{{Width: 0.3}, {Align: doc.AlignCenter}, {Align: doc.AlignEnd}},
			Head:   []*doc.Row{row("one", "two", "three")},
			Bodies: []*doc.TableBody{{Rows: []*doc.Row{wide, tall, under}, HeaderColumns: 1}, {Head: []*doc.Row{row("second", "body", "head")}, Rows: []*doc.Row{row("1", "2", "3")}}},
			Foot:   []*doc.Row{row("sum", "of", "all")}},
		&doc.Table{Unnumbered: true, Caption: text("Without a number."), Columns: make([]doc.Column, 1), Head: []*doc.Row{row("head")}, Bodies: []*doc.TableBody{{Rows: []*doc.Row{row("cell")}}}},
		&doc.Table{Columns: []doc.Column{{Align: doc.AlignStart}, {Align: doc.AlignDecimal}}, Bodies: []*doc.TableBody{{HeaderColumns: 1, Rows: []*doc.Row{row("no", "1.5"), row("caption", "10")}}}},
	}
}

func everyInline() doc.Blocks {
	t := func(s string) doc.Text { return doc.Text(s) }
	long := &doc.Note{ID: "long", Content: doc.Blocks{
		&doc.Paragraph{Content: doc.Inlines{t("A note of several blocks, with a list:")}},
		&doc.List{Items: []*doc.ListItem{{Content: doc.Blocks{para("an item")}}}},
		&doc.Quote{Content: doc.Blocks{para("and a quotation.")}}}}
	out := doc.Blocks{
		&doc.Paragraph{Content: doc.Inlines{t("Words that are "), doc.Emphasis{t("stressed, "), doc.Strong(text("strongly, ")), doc.Emphasis(text("twice"))}, t(", in "),
			doc.SmallCaps(text("small capitals")), t(", "), doc.Underline(text("underlined")), t(", "), doc.Strike(text("struck")), t(", x"), doc.Superscript(text("2")),
			t(" and x"), doc.Subscript(text("3")), t(", in "), doc.Code("code"), t(" and "), &doc.Math{TeX: "a < b", Alt: "a is less than b"}, t(".")}},
		&doc.Paragraph{Content: doc.Inlines{t("A "), &doc.Link{URL: "https://example.org/?a=1&b=2", Title: "Example", Content: text("link")}, t(", one to "),
			&doc.Link{URL: "#blocks", Content: text("the blocks")}, t(", one bare: "), &doc.Link{URL: "https://example.org/bare"}, t(". A line break"), doc.LineBreak{}, t("and a "),
			&doc.Span{ID: "span", Lang: "de", Content: text("deutsches")}, t(" span, "), &doc.Span{Dir: doc.RTL, Content: text("one set from the right")}, t(", a "), &doc.Ruby{Base: text("base"), Text: "ruby"}, t(", a picture "),
			&doc.Image{Src: "square.png", Alt: "small", Width: 0.1}, t(" in the line.")}},
		&doc.Paragraph{Content: doc.Inlines{&doc.Quoted{Content: doc.Inlines{t("Quoted, with "), &doc.Quoted{Content: text("an inner quotation")}, t(",")}}, t(" and "), &doc.Quoted{Single: true, Content: text("single")}, t("."),
			&doc.IndexTerm{Entry: []string{"quotation", "inner"}, SortAs: []string{"Quotation"}}, &doc.IndexTerm{Entry: []string{"marks"}, See: "quotation"},
			&doc.IndexTerm{Entry: []string{"range"}, Range: doc.IndexStart}, &doc.IndexTerm{Entry: []string{"range"}, Range: doc.IndexEnd, SeeAlso: "marks"}}},
		&doc.Paragraph{Content: doc.Inlines{t("A note"), long, t(", a call of it again"), &doc.NoteRef{To: "long"}, t(", a mark of its own"),
			&doc.Note{Mark: "†", Content: doc.Blocks{para("With a dagger.")}}, t(" and an endnote."), &doc.Note{Kind: doc.Endnote, Content: doc.Blocks{para("At the end.")}}}},
	}
	for _, to := range []string{"blocks", "figure", "table", "math", "long"} {
		p := &doc.Paragraph{Content: text("References: ")}
		for _, f := range []doc.RefForm{doc.RefLabel, doc.RefNumber, doc.RefTitle, doc.RefPage} {
			if f == doc.RefTitle && (to == "math" || to == "long") {
				continue // they have none
			}
			p.Content = append(p.Content, &doc.CrossRef{To: to, Form: f}, t("; "))
		}
		out = append(out, p)
	}
	return out
}
