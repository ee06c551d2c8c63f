// Package text makes the plain-text edition of a document: UTF-8 in lines of
// 72 columns, with the same words and the same note labels as the other
// editions.
//
// Sections are told by blank lines and, at the first level, by an underline;
// quotations are set in by two spaces; lists hang; notes are numbered in
// brackets and stand after the top section that calls them, a credit note
// after the title. Emphasis is _so_, strong text *so*. Lines are broken by
// total fit (render/internal/linebreak), in columns: a wide character of
// Chinese or Japanese takes two.
//
// Right-to-left text stands in the order in which it is read, as Unicode asks
// of plain text (UAX #9): whatever shows it puts it in order. No marks of
// direction are added.
//
// # What it sets plainly
//
// A formula stands as one line of Unicode, x² + y₁ = (a + b)/c, a display as a
// line for each of its rows, scripts in Unicode's forms where it has them all,
// xᵢⱼ and ℝⁿ, else behind ^ and _; a link that does not show its address has it
// behind it, <https://example.org/>, so that this edition has words that the
// others have not; ruby in parentheses after its base, reported;
// images are named by their alternative text. The index names printed pages
// where a [render.PageMap] is given, else sections by label or title. Of the
// metadata the contributors' ORCIDs and sort names, the cover and the logo are
// left out.
package text
