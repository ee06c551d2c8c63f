// Package pandoc reads pandoc's JSON form of a document (pandoc -t json, API
// versions 1.22 and 1.23) into the model of package doc.
//
// Every constructor of pandoc-types is read. Attributes that mean something
// in the model are mapped:
//
//	Div class line-block, verse, poem      *doc.Verse
//	Div class note, tip, warning, ...      *doc.Aside of that role; sidebar, example, pull-quote too
//	Div, Span lang, dir                    *doc.Division, *doc.Span
//	Div class dedication, epigraph, ...    a section of that role, when it stands at the top
//	Div class section                      its blocks
//	Span class smallcaps, underline        doc.SmallCaps, doc.Underline
//	Span class ruby with rt                *doc.Ruby
//	Header class unnumbered, appendix, ... the section's numbering and role
//	Table, Figure, CodeBlock, Image        their identifiers, sizes and languages
//
// What has no place in the model (other classes and attributes, raw matter of
// other formats) is left out and reported, once for each kind, with its first
// place. A Cite keeps its text.
package pandoc
