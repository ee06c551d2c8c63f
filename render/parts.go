package render

import (
	"slices"

	"github.com/offprint-go/offprint/doc"
)

// Displayed reports whether a section of a role is one of the few lines that
// stand by themselves before the abstract and the contents.
func Displayed(r doc.Role) bool { return r == doc.RoleDedication || r == doc.RoleEpigraph }

// closing are the roles of what stands behind the notes that are collected.
var closing = []doc.Role{doc.RoleGlossary, doc.RoleBibliography, doc.RoleContributors, doc.RoleIndex, doc.RoleColophon}

// NotesPlace says before which of the outline's entries the notes stand that an
// edition collects behind the text: before the glossary and what else closes a
// book, unless notes are called there too. It is -1 where no note is collected.
func NotesPlace(x *doc.Index, collected func(*doc.NoteEntry) bool) int {
	es := x.Outline()
	at := len(es)
	for at > 0 && slices.Contains(closing, es[at-1].Section.Role) {
		at--
	}
	some := false
	for _, n := range x.Notes() {
		if !collected(n) {
			continue
		}
		some = true
		if slices.ContainsFunc(es[at:], func(e *doc.OutlineEntry) bool { return e.Section == n.Chapter }) {
			at = len(es)
		}
	}
	if !some {
		return -1
	}
	return at
}
