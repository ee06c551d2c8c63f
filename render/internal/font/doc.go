// Package font loads faces (TrueType, OpenType, collections), finds the face
// for each character, shapes text by HarfBuzz (go-text/typesetting), and cuts
// faces down to the glyphs that were used (boxesandglue/textshape).
//
// A [Face] is safe for concurrent use. Lengths are in the face's own units,
// [Face.UnitsPerEm] to the em. The same text in the same face gives the same
// glyphs, and the same glyphs the same subset, on every machine.
package font
