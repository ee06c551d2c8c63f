// Package mathset sets formulas: it turns the tree of a formula (package tex)
// into glyphs and rules with their places, by the rules of The TeXbook's
// appendix G with the measures of the face's MATH table, as LuaTeX and MathML
// Core apply them.
//
//	tex.Formula -> [Setter.Line]     boxes with glue between, for a line of text
//	            -> [Setter.Display]  lines of a display, aligned with each other
//
// All lengths are integers, so a formula is the same on every machine. The
// functions are named for what they set; each cites its rule.
package mathset
