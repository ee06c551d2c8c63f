// Package pdffile completes a PDF file: it takes the bytes that gofpdf made in
// memory (pages, content streams, images) and a description of all that gofpdf
// cannot write (fonts, the structure tree, annotations, outline, page labels,
// destinations, metadata) and writes a finished, conforming file in one pass.
//
// It knows nothing of documents or of layout. Marked content is joined to the
// structure tree by slots: a [Slot] is a place in the tree, in logical order,
// that content may belong to; each page lists, for each of its marked-content
// identifiers, the slot that it fills. So a note painted at the page's foot
// stands in the tree where it is read, and a paragraph over two pages is one
// element.
//
// Finish works in phases, each in a file of its name: source reads gofpdf's
// objects, font and resources make what pages draw with, page and annot the
// pages, tree the structure, navigation and metadata the rest; assembly packs
// all of it, output writes. Streams are compressed (deflate) while the next are
// made. Nothing is written before all of it has been made.
//
// What the file conforms to is its [Profile]: by default PDF/UA-1 (ISO
// 14289-1:2014) and PDF/A-2a (ISO 19005-2:2011) in one file of PDF 1.7 (ISO
// 32000-1:2008).
//
// [Attachments] reads back what a file carries, whoever saved it last.
package pdffile
