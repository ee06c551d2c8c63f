package doc

import "slices"

// A TermEntry is an index term with where it stands.
type TermEntry struct {
	Term    *IndexTerm
	Anchor  string     // of the place
	Section *Section   // the innermost section around it, nil in the opening blocks
	Note    *NoteEntry // the note that it stands in, nil outside notes
	Path    string
}

// IndexTerms returns every index term in reading order.
func (x *Index) IndexTerms() []*TermEntry { return x.places }

// IndexSection returns the section that the entries of the index stand in,
// after its own blocks: the first with [RoleIndex]. Where index terms have no
// such section, one is made, which the outline has and the document has not:
// the last, but for a colophon. It is nil for a document without either.
func (x *Index) IndexSection() *Section { return x.index }

// term notes a term and where it stands. One in a running head stands nowhere.
func (x *indexer) term(n *IndexTerm, c *Cursor) {
	for _, s := range c.steps {
		if s.field == "shortTitle" {
			return
		}
	}
	if x.anchors[n] != "" {
		return // one node at two places: the first counts
	}
	x.anchor(n, "term")
	e := &TermEntry{Term: n, Anchor: x.anchors[n], Path: c.Path()}
	for _, p := range c.Parents {
		switch p := p.(type) {
		case *Section:
			e.Section = p
		case *Note:
			e.Note = x.byNote[p]
		}
	}
	x.places = append(x.places, e)
}

// indexSection adds a section for the index to the outline if the document has
// terms and no such section.
func (x *indexer) indexSection() {
	if !x.hasTerms || x.index != nil {
		return
	}
	title := x.terms.RoleNames[RoleIndex]
	s := &Section{Role: RoleIndex, Title: Inlines{Text(title)}}
	x.index, x.spots[s] = s, spot{chapter: s}
	x.anchors[s] = x.unique(xmlName(slug(title)))
	at := len(x.outline)
	if at > 0 && x.outline[at-1].Section.Role == RoleColophon {
		at--
	}
	x.outline = slices.Insert(x.outline, at, &OutlineEntry{Section: s, Title: title, Anchor: x.anchors[s], Depth: 1})
}
