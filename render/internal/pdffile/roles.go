package pdffile

import "strings"

// standardTypes are the structure types of ISO 32000-1, 14.8.4.
const standardTypes = " Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private" +
	" P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot" +
	" Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP" +
	" Figure Formula Form "

// role returns the standard type that a type is mapped to: itself, if it is
// one. Types of PDF 2.0 (ISO 32000-2, 14.8.4) go to what comes nearest; a
// heading deeper than 6 goes to P, as ISO 32000-1 has no type for it.
func role(typ string) (standard string, ok bool) {
	if typ != "" && !strings.Contains(typ, " ") && strings.Contains(standardTypes, " "+typ+" ") {
		return typ, true
	}
	switch typ {
	case "Title", "Sub":
		return "P", true
	case "Aside", "DocumentFragment":
		return "Div", true
	case "Em", "Strong":
		return "Span", true
	case "FENote":
		return "Note", true
	case "Artifact":
		return "NonStruct", true
	}
	if d, found := strings.CutPrefix(typ, "H"); found && len(d) >= 1 && d[0] != '0' && strings.Trim(d, "0123456789") == "" {
		return "P", true
	}
	return "", false
}

// bare says that an element of a standard type means something with nothing in
// it: a table's empty cell keeps its row's shape.
func bare(standard string) bool { return standard == "TD" || standard == "TH" }
