package pdffile

import "strings"

// pdf2Types are the structure types of the namespace of PDF 2.0 (ISO 32000-2,
// 14.8.4), but for headings. What it has no more is taken from that of PDF 1.7,
// which is the default.
const pdf2Types = " Document DocumentFragment Part Sect Div Aside NonStruct P Title FENote Sub Lbl Span Em Strong Link Annot Form" +
	" Ruby RB RT RP Warichu WT WP L LI LBody Table TR TH TD THead TBody TFoot Caption Figure Formula Artifact "

// A role is how a type is written and read.
type role struct {
	written  string
	standard string // the type that a reader takes it for
	pdf2     bool   // written is of the namespace of PDF 2.0
}

// roleOf returns the role of a type in files of PDF 1.7 or of PDF 2.0.
func roleOf(typ string, pdf2 bool) (role, bool) {
	standard, ok := standardType(typ)
	switch {
	case !ok || !pdf2:
		return role{typ, standard, false}, ok
	case typ == "Note":
		typ = "FENote" // ISO 14289-2, 8.2.5.14
	}
	in2 := strings.Contains(pdf2Types, " "+typ+" ") || heading(typ)
	return role{typ, typ, in2}, true
}

// heading reports whether a type is a heading of a level.
func heading(typ string) bool {
	d, found := strings.CutPrefix(typ, "H")
	return found && len(d) >= 1 && d[0] != '0' && strings.Trim(d, "0123456789") == ""
}

// standardTypes are the structure types of ISO 32000-1, 14.8.4.
const standardTypes = " Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private" +
	" P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot" +
	" Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP" +
	" Figure Formula Form "

// standardType returns the standard type that a type is mapped to: itself, if it is
// one. Types of PDF 2.0 (ISO 32000-2, 14.8.4) go to what comes nearest; a
// heading deeper than 6 goes to P, as ISO 32000-1 has no type for it.
func standardType(typ string) (standard string, ok bool) {
	if typ != "" && !strings.Contains(typ, " ") && strings.Contains(standardTypes, " "+typ+" ") {
		return typ, true
	}
	switch typ {
	case "Title":
		return "P", true
	case "Aside", "DocumentFragment":
		return "Div", true
	case "Em", "Strong", "Sub":
		return "Span", true
	case "FENote":
		return "Note", true
	case "Artifact":
		return "NonStruct", true
	}
	if heading(typ) {
		return "P", true
	}
	return "", false
}

// bare says that an element of a standard type means something with nothing in
// it: a table's empty cell keeps its row's shape.
func bare(standard string) bool { return standard == "TD" || standard == "TH" }
