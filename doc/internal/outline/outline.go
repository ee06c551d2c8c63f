// Package outline makes a document of what a reader found: a flat run of
// blocks and headings becomes a tree of sections, and what stands at the head
// of a text without metadata (a title, a series line, a byline) becomes
// metadata. Both are guesses that the reader reports.
package outline

import (
	"cmp"

	"github.com/offprint-go/offprint/doc"
)

// An Item is a block, or a heading with the section that it opens.
type Item struct {
	Block   doc.Block
	Level   int // of a heading, from 1
	Section *doc.Section
	Place   int // where it stands in the source, for reports
	within  locale
}

// A locale is the language and the direction of the divisions around an item in
// the source; the zero locale is the document's.
type locale struct {
	lang string
	dir  doc.Direction
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

	made map[*doc.Division]locale // divisions around what left another
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
// below the section that it stands in. What stands in a section that began in a
// division of another language keeps its own.
func (b *Builder) tree(items []Item) {
	stack := []Item{{}} // the open sections, in the document
	for _, it := range items {
		top := stack[len(stack)-1]
		if it.Section == nil {
			to := &b.Doc.Blocks
			if top.Section != nil {
				to = &top.Section.Blocks
			}
			*to = b.placed(*to, it, top.within)
			continue
		}
		for len(stack) > 1 && top.Level >= it.Level {
			stack = stack[:len(stack)-1]
			top = stack[len(stack)-1]
		}
		if top.Section != nil && it.Section.Lang == "" && it.within != top.within {
			around := b.locale(it.within)
			it.Section.Lang, it.Section.Dir = around.lang, cmp.Or(it.Section.Dir, around.dir)
		}
		if top.Section == nil {
			b.Doc.Sections = append(b.Doc.Sections, it.Section)
		} else {
			if it.Level > top.Level+1 {
				b.Report(it.Place, "the heading %q skips a level: set at depth %d", doc.PlainText(it.Section.Title), len(stack))
			}
			top.Section.Sections = append(top.Section.Sections, it.Section)
		}
		stack = append(stack, it)
	}
}

// placed adds a block to those of a section that began in the locale at; one of
// another locale stands in a division of it, with those before it.
func (b *Builder) placed(to doc.Blocks, it Item, at locale) doc.Blocks {
	if it.within == at {
		return append(to, it.Block)
	}
	around := b.locale(it.within)
	if n := len(to); n > 0 {
		if d, ok := to[n-1].(*doc.Division); ok && b.made[d] == around {
			d.Content = append(d.Content, it.Block)
			return to
		}
	}
	d := &doc.Division{Lang: around.lang, Dir: around.dir, Content: doc.Blocks{it.Block}}
	if b.made == nil {
		b.made = map[*doc.Division]locale{}
	}
	b.made[d] = around
	return append(to, d)
}

// locale is a locale with what it leaves to the document.
func (b *Builder) locale(l locale) locale {
	if l.lang == "" {
		l.lang = b.Doc.Meta.Lang
		l.dir = cmp.Or(l.dir, b.Doc.Meta.Dir)
	}
	return l
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
