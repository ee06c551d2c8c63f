// Package linebreak breaks a paragraph into lines by total fit (D. E. Knuth
// and M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and
// Experience 11, 1981): of all ways to break it, the one whose lines together
// cost least.
//
// It takes widths, never fonts: a paragraph is a sequence of boxes, glue and
// penalties (section 2 of the paper), lengths are integers in any unit, and
// costs are integers, so that the same paragraph breaks at the same places on
// every machine. render/text uses it with columns, render/pdf with fractions
// of a point.
package linebreak
