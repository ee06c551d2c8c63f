package main

import "github.com/offprint-go/offprint/doc"

// gallery is a document of pages.
func gallery(title, lang string, pages []func() *doc.Section) *doc.Document {
	d := &doc.Document{Meta: doc.Meta{Title: plain(title), Lang: lang, Rights: "The text is part of Offprint, under the MIT licence"}}
	for _, p := range pages {
		d.Sections = append(d.Sections, p())
	}
	return d
}

// page is a section of one language, named by it, with a title of its own.
func page(name, lang, title string, blocks ...doc.Block) *doc.Section {
	return &doc.Section{
		Title: plain(name), Lang: lang,
		Sections: []*doc.Section{{Title: plain(title), Blocks: blocks}},
	}
}

func text(s string) doc.Text { return doc.Text(s) }

func plain(s string) doc.Inlines { return doc.Inlines{text(s)} }

func para(ns ...doc.Inline) *doc.Paragraph { return &doc.Paragraph{Content: ns} }

func note(ns ...doc.Inline) *doc.Note { return &doc.Note{Content: doc.Blocks{para(ns...)}} }

func span(lang string, ns ...doc.Inline) *doc.Span { return &doc.Span{Lang: lang, Content: ns} }
