// Package epub makes the e-reader edition of a document: an EPUB 3.3 file with
// the accessibility of EPUB Accessibility 1.1, and what older readers need
// beside it (an NCX, a cover).
//
// A [Renderer] works in phases:
//
//	write    each chapter as a strand of XHTML, by a writer that can only write
//	         what is well-formed; links, anchors and pages are noted beside it
//	divide   which stretch of a strand becomes which file
//	place    what stands in which file, so that links and pages can be named
//	pack     the package, through go-epub, in memory and its temporary folder
//	finish   content documents, package document, navigation and NCX; deflated
//	         at once on every processor; one deterministic zip
//
// # Files
//
// Each top section, and each chapter of a part, is a file. One of more than
// 250 kB is divided into files of about equal size, at a subsection where one
// begins near, else between two blocks; a single block stays whole however
// long it is. A file is called after its section's anchor, and the further
// files of a section "p2-" and so on before that: names and anchors stay when
// other chapters change. A heading keeps its level in whatever file it comes
// to stand, and no file has two of the first.
//
// # Notes
//
// [Renderer.Notes] says where notes stand. Each is called by a link, begins
// with one back, named for who hears it, and has the label that it has in
// print; a reader may pop it up.
//
// # Pages
//
// Where a [render.PageMap] of the print edition is given, its pages are marked
// at the exact place, before the label or heading that they begin with, and
// listed; a word that is divided between two pages stays whole, its marker after
// it, and so does an entry of the index. The imprint and the abstract stand
// where they do in print. EPUB wants the list in the order of reading: a page
// that begins in a note, a figure or a table which stands elsewhere in this
// edition, or within a title page of several pages, is marked where the next one
// begins, with a warning. It does not come to the first where notes stand as
// they do in print.
//
// Formulas are MathML (Core), with their text as alternative; TeX that is not
// understood is an error, or stands as TeX with [Renderer.PlainMath].
//
// # Faces
//
// An edition is shown in the reader's own faces; with [Renderer.Fonts] it
// carries some. Each is cut to the glyphs that the document's characters can
// come to by any of the face's features, and keeps the numbers of its glyphs and
// its layout tables, so that what a reader shapes is what it would with the whole
// face. Variation sequences and colours are not kept.
//
// # What readers ask for
//
//   - Large files: Adobe's engine and readers of its time take no content
//     document of more than 300 kB (Electric Book Works, "File sizes").
//   - Apple Books takes an aside that is a note out of the text and shows it as
//     a pop-up only; as a div it stands in the text too (Apple Books Asset
//     Guide 5.2.7). So notes at the end of a file are asides, those in a list
//     of notes divs: the list would be empty otherwise.
//   - Thorium hides such asides too, pops up no note of another file, which it
//     goes to instead, and leaves the way back out of a pop-up
//     (edrlab/thorium-reader issues 1690, 1606, 3367): a note's text never
//     leans on its label, and the default keeps notes in the file of their call.
//   - KOReader shows asides in the text, and at the foot of the page by what
//     their epub:type says (koreader/koreader issue 8623); a style sheet that
//     hides them leaves nothing to show (issue 13514). Ours hides none.
//   - Kobo pops up a link to a later place (kobolabs/epub-spec, "Footnotes"):
//     notes come after their calls. It asks for a cover in a file of its own, as
//     an img, named by the EPUB 2 meta too; no GIF as cover; images in RGB, not
//     CMYK; no background colours; small capitals by font-variant; file names
//     of letters, figures and hyphens; and it honours few page breaks, so that
//     what begins a page is a file.
//   - A Kobo gives files that it did not sell to Adobe's engine, which drops a
//     style sheet whole at calc(), var(), min() and their like (kobofix, PyPI).
//     Ours has none.
//   - Kindle takes the NCX, shows two levels of it, and wants tables small and
//     simple (Kindle Publishing Guidelines 2019.2, 5.2, 10.5); WebP is none of
//     its formats (10.4.1).
//   - Browsers turn a photograph as its EXIF data ask (CSS Images 3,
//     image-orientation); what other engines do no specification says. One that
//     lies on its side is turned here, as in print, and encoded anew.
//   - Readers do not derive direction from language: dir stands wherever it
//     changes. Old WebKit knows vertical lines and emphasis by their -epub- and
//     -webkit- names alone, so that they stand before the standard's.
//
// # What it sets plainly
//
// Page breaks show as breaks where a reader honours them. The index is a list
// of links that say printed pages where a [render.PageMap] is given, else
// sections by label or title.
package epub
