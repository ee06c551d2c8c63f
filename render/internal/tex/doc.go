// Package tex turns a formula in TeX's notation into a tree, and the tree into
// MathML and into readable text. The print edition sets the tree itself
// (render/internal/mathset).
//
//	"x^2"  ->  [Parse]  ->  Formula  ->  [Formula.MathML]  the e-reader edition
//	                                 ->  [Formula.Text]    plain text, and what stands in for a formula that is not seen
//
// What is understood is the mathematics of LaTeX with amsmath and amssymb:
// scripts, fractions, roots, delimiters that grow, matrices and alignments,
// accents, braces, arrows with text, text, alphabets, spaces, styles, and
// several hundred symbols (symbols.txt). Macros are not expanded. What is not
// understood is an [*Error] with its place.
package tex
