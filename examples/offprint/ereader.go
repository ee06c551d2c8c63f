package main

import (
	"errors"
	"flag"
	"fmt"

	"github.com/offprint-go/offprint/render/epub"
	"github.com/offprint-go/offprint/render/pdf"
)

// ereader declares the flags of the e-reader edition.
func (s *settings) ereader(fs *flag.FlagSet) {
	fs.Func("epub-notes", "where the e-reader edition's notes stand: after each `section`, each chapter, or in one file (book); by default as in print", func(v string) error {
		places := map[string]epub.Notes{"section": epub.NotesAfterSection, "chapter": epub.NotesAfterChapter, "book": epub.NotesTogether}
		place, ok := places[v]
		if !ok {
			return fmt.Errorf("want section, chapter or book")
		}
		s.notesAt = &place
		return nil
	})
	fs.BoolVar(&s.reader.Contents, "epub-contents", false, "set the e-reader edition's contents as a page too")
	fs.BoolVar(&s.embed, "epub-fonts", false, "let the e-reader edition carry its faces: those of -font, else the default ones")
	fs.BoolVar(&s.reader.Vertical, "epub-vertical", false, "set the e-reader edition of a Chinese, Japanese or Korean document in vertical lines")
}

// faces are those that the e-reader edition carries, nil for none.
func (s *settings) faces() (*epub.Fonts, error) {
	if !s.embed {
		return nil, nil
	}
	var failed error
	face := func(f pdf.Font) epub.Font {
		if len(f.Axes) > 0 {
			failed = errors.New("-epub-fonts: an instance of a variable face cannot be carried; give the face itself")
		}
		return epub.Font{Data: f.Data, Index: f.Index}
	}
	p := &s.fonts
	out := &epub.Fonts{Text: face(p.Text), Italic: face(p.Italic), Bold: face(p.Bold), BoldItalic: face(p.BoldItalic), Mono: face(p.Mono), Math: face(p.Math)}
	for _, f := range p.Fallback {
		out.Fallback = append(out.Fallback, face(f))
	}
	return out, failed
}

// notes is where the e-reader edition's notes stand: where they are asked for,
// else as the print edition has them, so that its pages keep their order.
func (s *settings) notes() epub.Notes {
	if s.notesAt != nil {
		return *s.notesAt
	}
	return map[string]epub.Notes{"chapter": epub.NotesAfterChapter, "book": epub.NotesTogether}[s.style.Notes.Place]
}
