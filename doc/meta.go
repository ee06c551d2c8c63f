package doc

import (
	"slices"
	"strings"
)

// Meta describes a document as a whole. Every field may be empty but Title
// and Lang, which [Check] asks for: a PDF/UA or EPUB file without them is not
// valid.
type Meta struct {
	Title    Inlines `json:"title,omitempty"`
	Subtitle Inlines `json:"subtitle,omitempty"`

	// Contributors are the authors, editors, translators and others, in the
	// order in which a title page lists them.
	Contributors []Contributor `json:"contributors,omitempty"`

	// Series is the series that the document belongs to; nil is none.
	Series *Series `json:"series,omitempty"`

	Publisher string `json:"publisher,omitempty"`
	Place     string `json:"place,omitempty"`   // of publication
	Edition   string `json:"edition,omitempty"` // "Second edition"
	Date      Date   `json:"date,omitzero"`     // of publication

	// Lang is the main language, a BCP 47 tag: "en", "en-GB", "ja".
	Lang string `json:"lang,omitempty"`
	// Dir is the direction of the text; "" is that of the language's script.
	Dir Direction `json:"dir,omitempty"`

	Identifiers []Identifier `json:"identifiers,omitempty"`

	Rights     string  `json:"rights,omitempty"`  // "© 2026 The Institute"
	License    string  `json:"license,omitempty"` // a name or URL
	Disclaimer Inlines `json:"disclaimer,omitempty"`

	Abstract Blocks   `json:"abstract,omitempty"`
	Keywords []string `json:"keywords,omitempty"`

	Cover *Image `json:"cover,omitempty"` // the front of the e-reader edition
	Logo  *Image `json:"logo,omitempty"`  // of the publisher, on the title page

	Version string `json:"version,omitempty"` // "1.2"
	Revised Date   `json:"revised,omitzero"`

	// Citation is how the authors wish the document to be cited.
	Citation Inlines `json:"citation,omitempty"`

	// Credits are unnumbered notes on the whole work, their marks set after
	// the title. A note without a mark of its own gets the next of * † ‡ § ‖ ¶.
	Credits []*Note `json:"credits,omitempty"`
}

// A Contributor is a person or body that made the document.
type Contributor struct {
	Name string `json:"name"`
	// SortName is the name as a catalogue files it: "Tsuchiya, Motohiro". For
	// "" an edition that needs one uses Name.
	SortName string `json:"sortName,omitempty"`
	// Role is a MARC relator code: "aut", "edt", "trl", "ill". "" is "aut".
	Role        string `json:"role,omitempty"`
	Affiliation string `json:"affiliation,omitempty"`
	ORCID       string `json:"orcid,omitempty"` // "0000-0002-1825-0097"
	// Note is an unnumbered note on the contributor, marked after the name
	// (marks as for [Meta.Credits], which it continues); nil is none.
	Note *Note `json:"note,omitempty"`
}

// A Series is a run of publications.
type Series struct {
	Title  string `json:"title"`
	Number string `json:"number,omitempty"` // "Vol. 1", "12"
	ISSN   string `json:"issn,omitempty"`
}

// String returns the series as a title page has it: "Policy Papers, No. 4".
func (s *Series) String() string {
	if s.Number == "" {
		return s.Title
	}
	return s.Title + ", " + s.Number
}

// An Identifier names the document in a scheme: ISBN, DOI, URN, ISSN, UUID,
// URL or another.
type Identifier struct {
	Scheme string `json:"scheme"` // lower case: "isbn", "doi", "urn"
	Value  string `json:"value"`
}

// URN returns the identifier as a URN or URL where its scheme has one, else
// with the scheme before it: "urn:isbn:9780306406157", "doi:10.5555/12345678".
func (id Identifier) URN() string {
	switch id.Scheme {
	case "isbn":
		return "urn:isbn:" + strings.NewReplacer("-", "", " ", "").Replace(id.Value)
	case "issn":
		return "urn:issn:" + id.Value
	case "doi":
		return "doi:" + strings.TrimPrefix(id.Value, "doi:")
	case "uuid":
		return "urn:uuid:" + strings.TrimPrefix(id.Value, "urn:uuid:")
	case "urn", "url":
		return id.Value
	}
	return id.Scheme + ":" + id.Value
}

// Direction is the direction of text.
type Direction string

const (
	DirAuto Direction = ""
	LTR     Direction = "ltr"
	RTL     Direction = "rtl"
)

// Direction returns the direction of the document's text: Dir, else that of
// the language's script.
func (m *Meta) Direction() Direction {
	if m.Dir != DirAuto {
		return m.Dir
	}
	return DirectionOf(m.Lang)
}

// Within returns the direction of a section, division or span that stands in
// text of direction d and has a language and a direction of its own, either of
// which may be empty: dir, else that of lang's script, else d.
func (d Direction) Within(lang string, dir Direction) Direction {
	switch {
	case dir != DirAuto:
		return dir
	case lang != "":
		return DirectionOf(lang)
	}
	return d
}

// DirectionOf returns the direction of the script that a language (BCP 47) is
// written in, by its script subtag where it has one, else by its language. It
// is LTR or RTL.
func DirectionOf(lang string) Direction {
	parts := strings.Split(strings.ToLower(lang), "-")
	for _, p := range parts[1:] {
		if len(p) == 4 { // a script: ISO 15924
			return direction(slices.Contains([]string{"adlm", "arab", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa"}, p))
		}
	}
	return direction(slices.Contains([]string{"ar", "arc", "ckb", "dv", "fa", "he", "iw", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}, parts[0]))
}

func direction(rtl bool) Direction {
	if rtl {
		return RTL
	}
	return LTR
}
