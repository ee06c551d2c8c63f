package pandoc

import (
	"slices"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/outline"
	"github.com/offprint-go/offprint/doc/internal/smart"
)

// flat reads the blocks of the main flow: headings stay headings, and a Div
// around sections gives way to them.
func (p *parser) flat(l []any, at path) []outline.Item {
	var out []outline.Item
	for i, v := range l {
		in := at.at(i)
		switch t, c := node(v, in); t {
		case "Header":
			out = append(out, p.header(list(c, 3, in.in("c")), in))
			continue
		case "Div":
			if v := p.lineGroup(v, in); v != nil {
				out = addVerse(out, v)
				continue
			}
			if isLetter(attrOf(list(c, 2, in.in("c"))[0], in)) {
				break
			}
			next := i+1 == len(l) || opensSection(l[i+1])
			out = append(out, p.flatDiv(list(c, 2, in.in("c")), next, in)...)
			continue
		}
		for _, b := range p.block(v, in) {
			out = append(out, outline.Item{Block: b, Place: i})
		}
	}
	return out
}

func addVerse(out []outline.Item, v *doc.Verse) []outline.Item {
	if n := len(out); n > 0 && out[n-1].Block != nil {
		if _, ok := mergeVerse(doc.Blocks{out[n-1].Block}, v); ok {
			return out
		}
	}
	return append(out, outline.Item{Block: v})
}

// opensSection reports whether a block begins with a heading, or is a Div of a
// role, which begins a section without one.
func opensSection(v any) bool {
	t, c := node(v, path{index: -1})
	if t == "Header" {
		return true
	}
	l, _ := c.([]any)
	if t != "Div" || len(l) != 2 {
		return false
	}
	if a := attrOf(l[0], path{index: -1}); roleOf(&a) != doc.RoleNone {
		return true
	}
	in, _ := l[1].([]any)
	return len(in) > 0 && opensSection(in[0])
}

// roleOf takes the class that is a section's role.
func roleOf(a *attr) doc.Role {
	for _, c := range slices.Clone(a.classes) {
		if slices.Contains(doc.Roles, doc.Role(c)) {
			a.take(c)
			return doc.Role(c)
		}
	}
	return doc.RoleNone
}

func (p *parser) header(l []any, at path) outline.Item {
	a := attrOf(l[1], at)
	s := &doc.Section{ID: a.id, Title: p.inlines(l[2], at.in("c").at(2))}
	s.Lang, s.Dir = p.locale(&a, at)
	s.Numbered = p.numbers
	if a.take("unnumbered") {
		s.Numbered = false
	}
	a.take("unlisted")
	if s.Role = roleOf(&a); s.Role != doc.RoleNone {
		s.Numbered = s.Numbered && outline.Counted(s.Role)
	}
	s.Numbered = a.take("numbered") || s.Numbered
	if short := a.get("short-title"); short != "" {
		s.ShortTitle = doc.Inlines{doc.Text(short)}
	}
	p.rest(a, "heading", at)
	return outline.Item{Level: int(number(l[0], at)), Section: s}
}

// flatDiv reads a Div of the main flow. One that holds headings gives way to
// their sections. One of a role without a heading, a dedication or an epigraph,
// is a section of its own if nothing but a section comes after it.
func (p *parser) flatDiv(l []any, last bool, at path) []outline.Item {
	p.enter(at)
	defer p.leave()
	in := at.in("c")
	a := attrOf(l[0], in.at(0))
	items := p.flat(list(l[1], -1, in.at(1)), in.at(1))
	if !outline.HasHeading(items) {
		return p.headless(a, items, last, at)
	}
	ignored(&a)
	if role := roleOf(&a); role != doc.RoleNone && items[0].Section != nil && items[0].Section.Role == doc.RoleNone {
		items[0].Section.Role = role
		items[0].Section.Numbered = items[0].Section.Numbered && outline.Counted(role)
	}
	lang, dir := p.locale(&a, at)
	items, kept := outline.Group(items, a.id, lang, dir)
	if !kept {
		p.aliases[a.id] = items[0].Section.ID
	}
	p.rest(a, "div", at)
	return items
}

func (p *parser) headless(a attr, items []outline.Item, last bool, at path) []outline.Item {
	var bs doc.Blocks
	for _, it := range items {
		bs = append(bs, it.Block)
	}
	if last && len(bs) > 0 {
		if role := roleOf(&a); role != doc.RoleNone {
			ignored(&a)
			s := &doc.Section{ID: a.id, Role: role, Blocks: bs}
			s.Lang, s.Dir = p.locale(&a, at)
			p.rest(a, "div", at)
			return []outline.Item{{Level: 1, Section: s}}
		}
	}
	var out []outline.Item
	for _, b := range p.divOf(a, bs, at) {
		out = append(out, outline.Item{Block: b})
	}
	return out
}

// resolve leads the links to a name that gave way to the name that stayed.
func (p *parser) resolve() {
	if len(p.aliases) == 0 {
		return
	}
	for n := range doc.All(p.doc) {
		if l, ok := n.(*doc.Link); ok {
			if to, ok := p.aliases[strings.TrimPrefix(l.URL, "#")]; ok && l.URL[0] == '#' {
				l.URL = "#" + to
			}
		}
	}
}

// assemble makes the document of its parts.
func (p *parser) assemble(items []outline.Item) {
	b := outline.Builder{Doc: p.doc, Name: p.reader.Name, Lang: p.reader.Lang,
		Report: func(_ int, format string, args ...any) { p.warn(path{index: -1}, format, args...) }}
	b.Build(items)
	c := smart.New(p.doc.Meta.Lang)
	if c.Document(p.doc); c.Count > 0 {
		p.warn(path{index: -1}, "straight quotation marks and apostrophes were curled: %d", c.Count)
	}
}
