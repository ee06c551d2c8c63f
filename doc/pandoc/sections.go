package pandoc

import (
	"slices"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/outline"
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
		case "Div":
			out = append(out, p.flatDiv(list(c, 2, in.in("c")), in)...)
		default:
			for _, b := range p.block(v, in) {
				out = append(out, outline.Item{Block: b, Place: i})
			}
		}
	}
	return out
}

func (p *parser) header(l []any, at path) outline.Item {
	a := attrOf(l[1], at)
	s := &doc.Section{ID: a.id, Title: p.inlines(l[2], at.in("c").at(2)), Lang: a.get("lang")}
	s.Numbered = p.numbers
	if a.take("unnumbered") {
		s.Numbered = false
	}
	a.take("unlisted")
	for _, c := range slices.Clone(a.classes) {
		if slices.Contains(doc.Roles, doc.Role(c)) {
			a.take(c)
			s.Role = doc.Role(c)
			s.Numbered = s.Numbered && outline.Counted(s.Role)
		}
	}
	p.rest(a, "heading", at)
	return outline.Item{Level: int(number(l[0], at)), Section: s}
}

// flatDiv reads a Div of the main flow. One that holds headings only groups
// them; its identifier goes to the first heading that has none.
func (p *parser) flatDiv(l []any, at path) []outline.Item {
	p.enter(at)
	defer p.leave()
	in := at.in("c")
	a := attrOf(l[0], in.at(0))
	items := p.flat(list(l[1], -1, in.at(1)), in.at(1))
	if !slices.ContainsFunc(items, func(it outline.Item) bool { return it.Section != nil }) {
		var bs doc.Blocks
		for _, it := range items {
			bs = append(bs, it.Block)
		}
		var out []outline.Item
		for _, b := range p.divOf(a, bs, at) {
			out = append(out, outline.Item{Block: b})
		}
		return out
	}
	ignored(&a)
	if lang := a.get("lang") + a.get("xml:lang"); lang != "" {
		for _, it := range items {
			if it.Section != nil && it.Section.Lang == "" {
				it.Section.Lang = lang
			}
		}
	}
	if dir := doc.Direction(a.get("dir")); dir != "" && p.doc.Meta.Dir == "" {
		p.doc.Meta.Dir = dir
	}
	if it := items[0]; it.Section != nil && it.Section.ID == "" {
		it.Section.ID = a.id
	}
	p.rest(a, "div", at)
	return items
}

// assemble makes the document of its parts.
func (p *parser) assemble(items []outline.Item) {
	b := outline.Builder{Doc: p.doc, Name: p.reader.Name, Lang: p.reader.Lang,
		Report: func(_ int, format string, args ...any) { p.warn(path{index: -1}, format, args...) }}
	b.Build(items)
}
