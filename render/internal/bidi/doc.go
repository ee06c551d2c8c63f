// Package bidi gives the characters of a paragraph their embedding levels, by
// the Unicode Bidirectional Algorithm (UAX #9, revision 48). It turns a text in
// logical order, with the isolates that a document puts around parts of it,
// into runs of one level. Lines are put into visual order after they are
// broken (rules L1 and L2), by the package layout; mirrored characters (L4)
// are a matter of shaping.
//
// The classes and brackets of characters are those of golang.org/x/text, whose
// own algorithm keeps its levels to itself.
package bidi
