package render

// A PageMap says where the pages of a print edition begin in the document, so
// that another edition can name the same pages. It comes from render/pdf and
// goes to render/epub and render/text. Its JSON form is an exact round trip.
type PageMap struct {
	// Source names the print edition: its ISBN, else a description.
	Source string `json:"source,omitempty"`
	// Pages are the pages that begin with, or hold, text of the document, in
	// order. A page without any (a blank verso, generated contents) is left
	// out.
	Pages []PageStart `json:"pages"`
	// Anchors are the labels of the pages on which the document's anchors
	// (see doc.Index.Anchor) stand.
	Anchors map[string]string `json:"anchors,omitempty"`
}

// A PageStart is the place in the document at which a page begins. Those of
// pages that hold nothing but figures and tables which came from before, or the
// rest of a note, are before that of the page before.
type PageStart struct {
	Label string `json:"label"` // "iv", "12"
	// Path is the path of the node that the page's first words belong to: the
	// innermost block, section (its heading) or note, "meta" for the title
	// page, "meta.imprint" for the imprint, SectionPath's and an
	// IndexEntry's for the index.
	Path string `json:"path"`
	// Offset is the place in the node's own text, in bytes: its doc.Text and
	// doc.Code inlines, TeX and lines of code laid end to end in reading order, without the
	// content of notes and of inner blocks. A word that is divided between two
	// pages belongs to the first: the offset is that of the word after it.
	Offset int `json:"offset,omitempty"`
}
