// Package outline makes a document of what a reader found: a flat run of
// blocks and headings becomes a tree of sections, and what stands at the head
// of a text without metadata (a title, a series line, a byline) becomes
// metadata. Both are guesses that the reader reports.
package outline

import (
	"github.com/offprint-go/offprint/doc"
)

// An Item is a block, or a heading with the section that it opens.
type Item struct {
	Block   doc.Block
	Level   int // of a heading, from 1
	Section *doc.Section
	Place   int // where it stands in the source, for reports
}

// A Builder makes a document's head and sections.
type Builder struct {
	Doc *doc.Document
	// Name is the title of a document that has none.
	Name string
	// Lang is the language of a document that says none; "" is "en".
	Lang string
	// Report is told what was guessed, and the place of the item it is from.
	Report func(place int, format string, args ...any)
}

// Build fills the document with the items.
func (b *Builder) Build(items []Item) {
	b.language()
	if len(items) == 0 {
		b.Report(0, "the text is empty")
	}
	items = b.title(items)
	b.tree(items)
}

func (b *Builder) language() {
	if b.Doc.Meta.Lang != "" {
		return
	}
	b.Doc.Meta.Lang = b.Lang
	if b.Lang == "" {
		b.Doc.Meta.Lang = "en"
	}
	b.Report(0, "no language is given: taken as %q", b.Doc.Meta.Lang)
}

// title finds the title among the headings where the metadata has none: a lone
// heading of the first level. One that repeats the metadata's is dropped.
func (b *Builder) title(items []Item) []Item {
	first, count := -1, 0
	for i, it := range items {
		if it.Section != nil && it.Level == 1 && len(it.Section.Title) > 0 {
			if count == 0 {
				first = i
			}
			count++
		}
	}
	m := &b.Doc.Meta
	switch {
	case count == 1 && len(m.Title) == 0:
		b.takeTitle(items[first])
		return b.head(items, first)
	case count > 0 && len(m.Title) > 0 && first == 0 && doc.PlainText(items[0].Section.Title) == doc.PlainText(m.Title):
		b.Report(items[0].Place, "the heading %q repeats the title and is dropped", doc.PlainText(m.Title))
		m.Credits = append(m.Credits, Notes(items[0].Section.Title)...)
		return promote(items[1:], count == 1)
	case len(m.Title) == 0:
		name := b.Name
		if name == "" {
			name = "Untitled"
		}
		m.Title = doc.Inlines{doc.Text(name)}
		b.Report(0, "no title is given: taken as %q", name)
	}
	return items
}

func (b *Builder) takeTitle(it Item) {
	m := &b.Doc.Meta
	m.Credits = append(m.Credits, Notes(it.Section.Title)...)
	m.Title = WithoutNotes(it.Section.Title)
	b.Report(it.Place, "the only heading of the first level is taken as the title")
	if n := len(m.Credits); n > 0 {
		b.Report(it.Place, "a note in the title is taken as a note on the whole work")
	}
}

// Notes returns the notes among inlines.
func Notes(ns doc.Inlines) []*doc.Note {
	var out []*doc.Note
	for _, n := range ns {
		if note, ok := n.(*doc.Note); ok {
			out = append(out, note)
		}
	}
	return out
}

// WithoutNotes returns the inlines that are no notes.
func WithoutNotes(ns doc.Inlines) doc.Inlines {
	var out doc.Inlines
	for _, n := range ns {
		if _, ok := n.(*doc.Note); !ok {
			out = append(out, n)
		}
	}
	return out
}

// promote lifts headings by a level, now that the title is not among them.
func promote(items []Item, lift bool) []Item {
	if !lift {
		return items
	}
	for i := range items {
		if items[i].Level > 1 {
			items[i].Level--
		}
	}
	return items
}

// tree makes sections of the items. A heading that skips levels is set one
// below the section that it stands in.
func (b *Builder) tree(items []Item) {
	type open struct {
		level   int
		section *doc.Section
	}
	var stack []open
	for _, it := range items {
		if it.Section == nil {
			if len(stack) == 0 {
				b.Doc.Blocks = append(b.Doc.Blocks, it.Block)
			} else {
				s := stack[len(stack)-1].section
				s.Blocks = append(s.Blocks, it.Block)
			}
			continue
		}
		for len(stack) > 0 && stack[len(stack)-1].level >= it.Level {
			stack = stack[:len(stack)-1]
		}
		if len(stack) == 0 {
			b.Doc.Sections = append(b.Doc.Sections, it.Section)
		} else {
			top := stack[len(stack)-1]
			if it.Level > top.level+1 {
				b.Report(it.Place, "the heading %q skips a level: set at depth %d", doc.PlainText(it.Section.Title), len(stack)+1)
			}
			top.section.Sections = append(top.section.Sections, it.Section)
		}
		stack = append(stack, open{it.Level, it.Section})
	}
}

// Counted reports whether sections of a role have numbers where sections have
// them: the front and back matter of a book has none.
func Counted(r doc.Role) bool {
	switch r {
	case doc.RolePart, doc.RoleChapter, doc.RoleAppendix, doc.RoleIntroduction, doc.RoleConclusion:
		return true
	}
	return false
}
