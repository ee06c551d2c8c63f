package pandoc

import (
	"maps"
	"slices"
	"strings"

	"github.com/offprint-go/offprint/doc"
)

// meta maps pandoc's metadata. Keys that mean nothing are reported.
func (p *parser) meta(m map[string]any) {
	at := path{"meta", -1, nil}
	d := &p.doc.Meta
	for _, k := range slices.Sorted(maps.Keys(m)) {
		v, in := m[k], at.in(k)
		switch k {
		case "title":
			d.Title = p.metaInlines(v, in)
		case "subtitle":
			d.Subtitle = p.metaInlines(v, in)
		case "author":
			p.authors(v, in)
		case "date":
			p.date(p.metaText(v, in), in)
		case "lang":
			d.Lang = p.metaText(v, in)
		case "dir":
			d.Dir = doc.Direction(p.metaText(v, in))
		case "abstract":
			d.Abstract = p.metaBlocks(v, in)
		case "keywords", "subject":
			d.Keywords = append(d.Keywords, p.metaStrings(v, in)...)
		case "publisher":
			d.Publisher = p.metaText(v, in)
		case "rights", "copyright":
			d.Rights = p.metaText(v, in)
		case "thanks":
			d.Credits = append(d.Credits, &doc.Note{Content: p.metaBlocks(v, in)})
		case "numbersections", "number-sections":
			p.numbers = p.metaText(v, in) == "true"
		case "identifier":
			p.identifier(p.metaText(v, in))
		default:
			p.warn(in, "the metadata %q means nothing here", k)
		}
	}
}

// identifier takes "scheme:value".
func (p *parser) identifier(s string) {
	scheme, value, ok := strings.Cut(s, ":")
	if !ok {
		scheme, value = "id", s
	}
	p.doc.Meta.Identifiers = append(p.doc.Meta.Identifiers, doc.Identifier{Scheme: strings.ToLower(scheme), Value: value})
}

func (p *parser) date(s string, at path) {
	d, err := doc.ParseDate(s)
	if err != nil {
		p.warn(at, "%v; left out", err)
		return
	}
	p.doc.Meta.Date = d
}

func (p *parser) authors(v any, at path) {
	t, c := node(v, at)
	in := at.in("c")
	switch t {
	case "MetaList":
		for i, a := range list(c, -1, in) {
			p.authors(a, in.at(i))
		}
	case "MetaMap":
		m, _ := c.(map[string]any)
		var a doc.Contributor
		for _, k := range slices.Sorted(maps.Keys(m)) {
			switch s := p.metaText(m[k], in.in(k)); k {
			case "name":
				a.Name = s
			case "affiliation", "institute":
				a.Affiliation = s
			case "orcid":
				a.ORCID = s
			case "role":
				a.Role = s
			default:
				p.warn(in.in(k), "%q of an author means nothing here", k)
			}
		}
		p.doc.Meta.Contributors = append(p.doc.Meta.Contributors, a)
	default:
		if s := p.metaText(v, at); s != "" {
			p.doc.Meta.Contributors = append(p.doc.Meta.Contributors, doc.Contributor{Name: s})
		}
	}
}

func (p *parser) metaInlines(v any, at path) doc.Inlines {
	t, c := node(v, at)
	in := at.in("c")
	switch t {
	case "MetaInlines":
		return p.inlines(c, in)
	case "MetaString":
		return doc.Inlines{doc.Text(str(c, in))}
	case "MetaBlocks":
		var out doc.Inlines
		for _, b := range p.blocks(c, in) {
			if par, ok := b.(*doc.Paragraph); ok {
				if len(out) > 0 {
					out = join(out, doc.Text(" "))
				}
				out = join(out, par.Content...)
			}
		}
		return out
	}
	at.fail("want text, found %s", t)
	return nil
}

func (p *parser) metaText(v any, at path) string {
	if t, c := node(v, at); t == "MetaBool" {
		if b, _ := c.(bool); b {
			return "true"
		}
		return "false"
	}
	return doc.PlainText(p.metaInlines(v, at))
}

func (p *parser) metaBlocks(v any, at path) doc.Blocks {
	if t, c := node(v, at); t == "MetaBlocks" {
		return p.blocks(c, at.in("c"))
	}
	return doc.Blocks{&doc.Paragraph{Content: p.metaInlines(v, at)}}
}

func (p *parser) metaStrings(v any, at path) []string {
	t, c := node(v, at)
	if t != "MetaList" {
		return []string{p.metaText(v, at)}
	}
	var out []string
	for i, s := range list(c, -1, at.in("c")) {
		out = append(out, p.metaText(s, at.in("c").at(i)))
	}
	return out
}
