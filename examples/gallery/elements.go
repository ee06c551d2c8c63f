package main

import (
	"embed"
	"io/fs"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/pdf"
)

//go:embed images
var embedded embed.FS

// elements is one of everything that a document can hold.
func elements() *doc.Document {
	images, err := fs.Sub(embedded, "images")
	if err != nil {
		panic(err) // the folder is named in the line above
	}
	return &doc.Document{
		Meta:  doc.Meta{Title: plain("One of everything"), Subtitle: plain("What a document can hold, and how it is set"), Lang: "en-GB", Rights: "The text and the figures are part of Offprint, under the MIT licence"},
		Files: images,
		Sections: []*doc.Section{
			words(), lists(), quotations(), code(), asides(), tables(), figures(), notes(), formulas(),
		},
	}
}

// elementsStyle is a book's, of a larger page, its chapters on the next one.
func elementsStyle() pdf.Style {
	s := pdf.StyleBook()
	s.Chapters = pdf.ChapterStyle{NewPage: true, Sink: 2}
	s.Contents.Depth = 1
	s.Head.HalfTitle = false
	return s
}

// chapter is a numbered section of the first level.
func chapter(title string, blocks ...doc.Block) *doc.Section {
	return &doc.Section{Role: doc.RoleChapter, Numbered: true, Title: plain(title), Blocks: blocks}
}

func section(title string, blocks ...doc.Block) *doc.Section {
	return &doc.Section{Title: plain(title), Blocks: blocks}
}

func paras(ss ...string) doc.Blocks {
	var out doc.Blocks
	for _, s := range ss {
		out = append(out, para(text(s)))
	}
	return out
}

func items(ss ...string) []*doc.ListItem {
	var out []*doc.ListItem
	for _, s := range ss {
		out = append(out, &doc.ListItem{Content: paras(s)})
	}
	return out
}

func entry(parts ...string) *doc.IndexTerm { return &doc.IndexTerm{Entry: parts} }
