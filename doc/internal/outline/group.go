package outline

import (
	"slices"

	"github.com/offprint-go/offprint/doc"
)

// HasHeading reports whether one of the items is a heading.
func HasHeading(items []Item) bool {
	return slices.ContainsFunc(items, func(it Item) bool { return it.Section != nil })
}

// Group gives way to sections: of a division that holds headings, its name, its
// language and its direction go to what it holds. The sections that its
// headings open take the language and direction if they have none; the blocks
// before the first heading stay together in a division; the name goes to that
// division, or to the first heading. It reports whether the name found a place.
func Group(items []Item, id, lang string, dir doc.Direction) ([]Item, bool) {
	for i, it := range items {
		if it.within == (locale{}) {
			items[i].within = locale{lang, dir}
		}
		if it.Section == nil {
			continue
		}
		if it.Section.Lang == "" {
			it.Section.Lang = lang
		}
		if it.Section.Dir == doc.DirAuto {
			it.Section.Dir = dir
		}
	}
	first := slices.IndexFunc(items, func(it Item) bool { return it.Section != nil })
	if first == 0 {
		if s := items[0].Section; id != "" && s.ID == "" {
			s.ID = id
		} else if id != "" {
			return items, s.ID == id
		}
		return items, true
	}
	if id == "" && lang == "" && dir == doc.DirAuto {
		return items, true
	}
	d := &doc.Division{ID: id, Lang: lang, Dir: dir}
	for _, it := range items[:first] {
		d.Content = append(d.Content, it.Block)
	}
	return append([]Item{{Block: d, Place: items[0].Place}}, items[first:]...), true
}
