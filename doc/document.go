package doc

import "io/fs"

// A Document is one structured text with its metadata.
type Document struct {
	// Meta is what a library catalogue would say of the document.
	Meta Meta `json:"meta"`

	// Notes says how notes are numbered, in every edition alike.
	Notes NoteNumbering `json:"notes,omitempty"`

	// Blocks open the document, before its first section.
	Blocks Blocks `json:"blocks,omitempty"`

	// Sections is the section tree: a section's level is its depth.
	Sections []*Section `json:"sections,omitempty"`

	// Files holds the images that the document names; nil holds none. A
	// renderer opens nothing else. It is not part of the JSON form.
	Files fs.FS `json:"-"`
}

// NoteNumbering says where the numbers of notes start again.
type NoteNumbering string

const (
	// NotesContinuous numbers the notes of the whole document in one
	// sequence. It is the default.
	NotesContinuous NoteNumbering = ""
	// NotesByChapter starts again at 1 in each chapter (see [Index.Chapter]).
	NotesByChapter NoteNumbering = "chapter"
)

// A Section is a heading and what stands under it.
type Section struct {
	// ID is the name that links and cross-references use; "" is none.
	ID string `json:"id,omitempty"`
	// Role says what the section is for; "" is an ordinary section.
	Role Role `json:"role,omitempty"`
	// Numbered gives the section a number: "2.1" after its numbered
	// ancestors, "I" for a part, "A" for an appendix.
	Numbered bool `json:"numbered,omitempty"`
	// Lang is the language of the section (BCP 47); "" is that of its parent.
	Lang string `json:"lang,omitempty"`
	// Dir is the direction of the section's text; "" is that of Lang's script,
	// or without a Lang that of the parent (see [Direction.Within]).
	Dir Direction `json:"dir,omitempty"`
	// Title is the heading; empty for a section without one (a dedication).
	Title Inlines `json:"title,omitempty"`
	// ShortTitle stands for the title in running heads; empty is the title.
	ShortTitle Inlines `json:"shortTitle,omitempty"`
	// Blocks stand between the heading and the first subsection.
	Blocks Blocks `json:"blocks,omitempty"`
	// Sections are the subsections.
	Sections []*Section `json:"sections,omitempty"`
}

// Role says what a section is for. The names are those of EPUB's structural
// semantics vocabulary, which the editions use for their own markup.
type Role string

const (
	RoleNone            Role = ""
	RolePart            Role = "part"
	RoleChapter         Role = "chapter"
	RoleForeword        Role = "foreword"
	RolePreface         Role = "preface"
	RolePrologue        Role = "prologue"
	RoleIntroduction    Role = "introduction"
	RoleConclusion      Role = "conclusion"
	RoleEpilogue        Role = "epilogue"
	RoleAfterword       Role = "afterword"
	RoleAppendix        Role = "appendix"
	RoleBibliography    Role = "bibliography"
	RoleGlossary        Role = "glossary"
	RoleIndex           Role = "index"
	RoleAcknowledgments Role = "acknowledgments"
	RoleDedication      Role = "dedication"
	RoleEpigraph        Role = "epigraph"
	RoleAbstract        Role = "abstract"
	RoleSummary         Role = "summary"
	RoleContributors    Role = "contributors"
	RoleColophon        Role = "colophon"
)

// Roles lists every role but RoleNone, in the order of a book.
var Roles = []Role{
	RoleDedication, RoleEpigraph, RoleForeword, RolePreface, RoleAcknowledgments,
	RoleAbstract, RoleSummary, RoleIntroduction, RolePrologue, RolePart, RoleChapter,
	RoleConclusion, RoleEpilogue, RoleAfterword, RoleAppendix, RoleGlossary,
	RoleBibliography, RoleContributors, RoleIndex, RoleColophon,
}
