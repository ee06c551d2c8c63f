// Package pdf makes the print edition of a document: a PDF file, tagged and
// complete, that conforms to PDF/UA-1 and PDF/A-2a.
//
// A [Renderer] sets a document in phases:
//
//	flow    doc.Document -> layout.Book   text itemised, shaped and measured; tags built
//	layout  layout.Book -> layout.Pages   lines, pages, notes (render/internal/layout)
//	paint   layout.Pages -> content       one content stream a page, through gofpdf
//	finish  content -> file               fonts, tags, links, metadata (render/internal/pdffile)
//
// The structure tree is built by flow, in the document's reading order. Every
// piece of ink carries a slot of that tree through layout, or none if it is
// furniture (running heads, folios, rules); so a note is read at its call and a
// paragraph over two pages is one element.
//
// # What it sets plainly
//
// Math stands as TeX in the mono face and ruby in parentheses after its base;
// index terms set nothing. Each is reported to Renderer.Warn.
package pdf
