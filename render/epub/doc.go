// Package epub makes the e-reader edition of a document: an EPUB 3.3 file with
// the accessibility of EPUB Accessibility 1.1, and what older readers need
// beside it (an NCX, a cover).
//
// A [Renderer] works in phases:
//
//	split    which sections become which file; where each anchor stands
//	xhtml    one content document a file, by a writer that can only write well-formed XHTML
//	pack     the package, through go-epub, in memory and its temporary folder
//	finish   package document, navigation, NCX and heads written anew; one deterministic zip
//
// Notes stand after the top section that calls them, each an aside that a
// reader may pop up, with a link back to its call. Where a [render.PageMap] of
// the print edition is given, its pages are marked at the exact place and
// listed.
//
// Formulas are MathML (Core), with their text as alternative; TeX that is not
// understood is an error, or stands as TeX with Renderer.PlainMath.
//
// # What it sets plainly
//
// Page breaks show as breaks where a reader honours them. The index is a list of links that say printed
// pages where a [render.PageMap] is given, else sections by label or title;
// notes stay after their section wherever the print edition collects them.
package epub
