// Package report reads a report's plain text, as people paste it from a PDF
// file or a web page, into the model of package doc.
//
// Such a text has no marks of its own, so the reader guesses, and reports each
// guess with its line: the series line, the title, the authors with their
// affiliations, the date, the unnumbered note (*), section headings, lists,
// and the numbered notes that stand at the end (¹ ..., [1] ..., 1) ... under a
// heading). A paragraph that a page break cut in two is joined again; page
// numbers and running heads are dropped, and reported. *emphasis* and
// _emphasis_ are read; straight quotation marks are curled.
package report
