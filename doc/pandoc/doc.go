// Package pandoc reads pandoc's JSON form of a document (pandoc -t json, API
// versions 1.22 and 1.23) into the model of package doc.
//
// Every constructor of pandoc-types is read. Attributes that mean something
// in the model are mapped:
//
//	Div class line-block, verse, poem      *doc.Verse
//	Div of Divs with one Plain each        *doc.Verse: how HTML sets a poem; reported
//	Div class note, tip, warning, ...      *doc.Aside of that role; sidebar, example, pull-quote too
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
package pandoc
