package main

import (
	"flag"
	"fmt"

	"github.com/offprint-go/offprint/render/epub"
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
	fs.BoolVar(&s.reader.Vertical, "epub-vertical", false, "set the e-reader edition of a Chinese, Japanese or Korean document in vertical lines")
}

// notes is where the e-reader edition's notes stand: where they are asked for,
// else as the print edition has them, so that its pages keep their order.
func (s *settings) notes() epub.Notes {
	if s.notesAt != nil {
		return *s.notesAt
	}
	return map[string]epub.Notes{"chapter": epub.NotesAfterChapter, "book": epub.NotesTogether}[s.style.Notes.Place]
}
