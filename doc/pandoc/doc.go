// Package pandoc reads pandoc's JSON form of a document (pandoc -t json, API
// versions 1.22 and 1.23) into the model of package doc, and writes it ([Write],
// API 1.23).
//
// # Reading
//
// Every constructor of pandoc-types is read. Attributes that mean something
// in the model are mapped:
//
//	Div class line-block, verse, poem      *doc.Verse
//	Div of Divs with one Plain each        *doc.Verse: how HTML sets a poem; reported
//	Div class note, tip, warning, ...      *doc.Aside of that role; sidebar, example, pull-quote too
//	Div class letter                       *doc.Letter: see what is written
//	Div, Span lang, xml:lang, dir          *doc.Division, *doc.Span
//	Div class dedication, epigraph, ...    a section of that role, if it stands at the top before a section or the end
//	Div around headings                    its name, role, language and direction go to their sections
//	Span class smallcaps, underline        doc.SmallCaps, doc.Underline
//	Span class mark                        doc.Emphasis; reported
//	Span class ruby with rt                *doc.Ruby
//	Header class unnumbered, appendix, ... the section's numbering and role
//	Table, Figure, CodeBlock, Image        their identifiers, sizes and languages
//	RawBlock, RawInline                    a page break or a line break; a comment is dropped
//
// What has no place in the model is reported: other classes and attributes
// once for each, with the first place; other raw matter, which is left out,
// each time. A Cite keeps its text, a Math its TeX; a note within a note stands
// there in brackets; a SoftBreak is a space, but between two Chinese or Japanese
// characters. Straight quotation marks are curled by language. The
// metadata are pandoc's, and those of doc/markdown.
//
// # Writing
//
// Every node of the model has a form that pandoc's writers set sensibly and that
// the reader knows again. Beside what is above, it is told by
//
//	Div with a name around one block       the block's ID; class quote for a quotation, division for a *doc.Division
//	Div class title in an aside's Div      doc.Aside.Title
//	Span class attribution, last, alone    the Attribution of a BlockQuote, or of the Div of a verse
//	Span class dateline, ..., in a letter  alone in its paragraph: the part of the letter, or a line of it
//	Div class postscript in a letter       doc.Letter.Postscript; so is what follows the signature
//	Span around a displayed Math           a *doc.MathBlock with its ID, alt and number (class numbered, unnumbered)
//	Span class note around a Note          its ID and mark, class endnote its kind
//	Span class index                       *doc.IndexTerm: entry, sortas, see, seealso, range
//	Link class crossref, noteref           *doc.CrossRef (class number, title, page), *doc.NoteRef, with the words shown
//	Link class uri                         a link that shows its URL
//	Header class numbered, short-title     the number of a section whose role has none by itself; the running head
//	class unnumbered, decorative, header   of a Figure or Table, an Image, a table cell
//
// Lost is what pandoc's form cannot hold: the alignment on decimal marks (it is
// at the end); the looseness of a list without a paragraph of its own; names,
// kinds and marks of the notes in the metadata; emphasis and the like in a short
// title; "!" within an entry of the index; empty lines of verse, empty rows of a
// table's head and empty divisions; a first section whose title is the
// document's. White space is folded, a list that starts at 1 says so no more,
// straight quotation marks come back curled, and the images stay files of their
// own.
package pandoc
