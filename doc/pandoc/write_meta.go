package pandoc

import (
	"github.com/offprint-go/offprint/doc"
)

// meta writes the metadata by pandoc's names, and by those of doc/markdown
// where pandoc has none.
func (p *printer) meta() map[string]any {
	m := &p.doc.Meta
	out := map[string]any{}
	p.set(out, "lang", m.Lang, "dir", string(m.Dir), "publisher", m.Publisher, "place", m.Place, "edition", m.Edition,
		"date", m.Date.String(), "rights", m.Rights, "license", m.License, "version", m.Version, "revised", m.Revised.String(),
		"notes", string(p.doc.Notes))
	if s := m.Series; s != nil {
		p.set(out, "series", s.Title, "series-number", s.Number, "issn", s.ISSN)
	}
	for k, im := range map[string]*doc.Image{"cover": m.Cover, "logo": m.Logo} {
		if im != nil {
			p.set(out, map[string]string{"cover": "cover-image", "logo": "logo"}[k], im.Src, k+"-alt", im.Alt)
		}
	}
	for k, ns := range map[string]doc.Inlines{"title": m.Title, "subtitle": m.Subtitle, "disclaimer": m.Disclaimer, "citation": m.Citation} {
		if len(ns) > 0 {
			out[k] = constructor{"MetaInlines", p.inlines(ns)}
		}
	}
	if len(m.Abstract) > 0 {
		out["abstract"] = p.metaBlocks(m.Abstract)
	}
	p.metaLists(out)
	if p.numbers {
		out["numbersections"] = constructor{"MetaBool", true}
	}
	return out
}

// set sets keys to texts, but for empty ones.
func (p *printer) set(m map[string]any, pairs ...string) {
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			m[pairs[i]] = constructor{"MetaInlines", p.words(pairs[i+1])}
		}
	}
}

func (p *printer) metaBlocks(bs doc.Blocks) any {
	return constructor{"MetaBlocks", p.blocks(bs, false)}
}

func (p *printer) metaLists(out map[string]any) {
	m := &p.doc.Meta
	list := func(key string, items []any) {
		if len(items) > 0 {
			out[key] = constructor{"MetaList", items}
		}
	}
	var authors, ids, keywords, credits []any
	for _, c := range m.Contributors {
		authors = append(authors, p.author(c))
	}
	for _, id := range m.Identifiers {
		v := map[string]any{}
		p.set(v, "scheme", id.Scheme, "text", id.Value)
		ids = append(ids, constructor{"MetaMap", v})
	}
	for _, k := range m.Keywords {
		keywords = append(keywords, constructor{"MetaInlines", p.words(k)})
	}
	for _, n := range m.Credits {
		credits = append(credits, p.metaBlocks(n.Content))
	}
	list("author", authors)
	list("identifier", ids)
	list("keywords", keywords)
	list("credit", credits)
}

// author is a name alone where there is nothing else, as pandoc's own templates
// want it.
func (p *printer) author(c doc.Contributor) any {
	if c == (doc.Contributor{Name: c.Name}) {
		return constructor{"MetaInlines", p.words(c.Name)}
	}
	v := map[string]any{}
	p.set(v, "name", c.Name, "sort", c.SortName, "role", c.Role, "affiliation", c.Affiliation, "orcid", c.ORCID)
	if c.Note != nil {
		v["note"] = p.metaBlocks(c.Note.Content)
	}
	return constructor{"MetaMap", v}
}
