// Package linebreak breaks a paragraph into lines by total fit (D. E. Knuth
// and M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and
// Experience 11, 1981): of all ways to break it, the one whose lines together
// cost least.
//
// It takes widths, never fonts: a paragraph is a sequence of boxes, glue and
// penalties (section 2 of the paper), lengths are integers in any unit, and
// costs are integers, so that the same paragraph breaks at the same places on
// every machine.
//
// A line that does not come out at its measure is brought there by four means,
// each used up before the next: boxes are stretched or shrunk (font expansion),
// as far as they may be; spaces, up to a fifth of their stretch or shrink
// (easyRatio); letters are spaced, as far as they may be; spaces again, as far
// as need be. The cost of a line is what is left to its spaces, so that few
// lines come to the last. Letterspacing is late, but not rare: of the justified
// lines of a book of 100,000 words, with expansion of 2 % and spacing of 1 % of
// the size at most, 53 % use up their expansion, 40 % are letterspaced at all, 9 %
// as far as they may be, and the spaces of 8 % go beyond the fifth. The less of
// it, the less even are the spaces: their coefficient of variation over lines is
// 0.133, and above 0.137 with any clearly narrower use.
//
// render/text uses it with columns, render/pdf with fractions
// of a point.
package linebreak
