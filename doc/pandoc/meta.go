package pandoc

import (
	"maps"
	"slices"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/inlines"
	"github.com/offprint-go/offprint/doc/internal/outline"
	"github.com/offprint-go/offprint/doc/internal/resource"
)

// meta maps pandoc's metadata, and the keys that doc/markdown has besides.
// Keys that mean nothing are reported.
func (p *parser) meta(m map[string]any) {
	at := path{"meta", -1, nil}
	for _, k := range slices.Sorted(maps.Keys(m)) {
		v, in := m[k], at.in(k)
		if !p.metaPeople(k, v, in) && !p.metaTexts(k, v, in) && !p.metaNames(k, v, in) {
			p.warn(in, "the metadata %q means nothing here", k)
		}
	}
	for key, im := range map[string]*doc.Image{"cover-alt": p.doc.Meta.Cover, "logo-alt": p.doc.Meta.Logo} {
		if v, ok := m[key]; ok && im != nil {
			im.Alt, im.Decorative = p.metaText(v, at.in(key)), false
		}
	}
}

// metaPeople takes those who made the document.
func (p *parser) metaPeople(k string, v any, at path) bool {
	role, ok := map[string]string{"author": "", "authors": "", "contributor": "", "contributors": "", "creator": "",
		"editor": "edt", "editors": "edt", "translator": "trl", "translators": "trl"}[k]
	if ok {
		p.people(v, role, at)
	}
	return ok
}

// metaTexts takes the parts of the document's own text.
func (p *parser) metaTexts(k string, v any, at path) bool {
	d := &p.doc.Meta
	switch k {
	case "title":
		d.Title = p.metaInlines(v, at)
		d.Title, d.Credits = outline.WithoutNotes(d.Title), append(d.Credits, outline.Notes(d.Title)...)
	case "subtitle":
		d.Subtitle = p.metaInlines(v, at)
	case "abstract", "description":
		d.Abstract = p.metaBlocks(v, at)
	case "disclaimer":
		d.Disclaimer = p.metaInlines(v, at)
	case "citation":
		d.Citation = p.metaInlines(v, at)
	case "thanks", "credit":
		each := []any{v}
		if t, c := node(v, at); t == "MetaList" {
			each = list(c, -1, at.in("c"))
		}
		for _, v := range each {
			d.Credits = append(d.Credits, &doc.Note{Content: p.metaBlocks(v, at)})
		}
	case "cover-alt", "logo-alt": // read once their images are
	case "cover-image", "cover":
		d.Cover = &doc.Image{Src: resource.Path(p.metaText(v, at), p.reader.Files), Decorative: true}
	case "logo":
		d.Logo = &doc.Image{Src: resource.Path(p.metaText(v, at), p.reader.Files), Decorative: true}
	default:
		return false
	}
	return true
}

// metaNames takes what a catalogue says, and settings.
func (p *parser) metaNames(k string, v any, at path) bool {
	d := &p.doc.Meta
	text := map[string]*string{"lang": &d.Lang, "language": &d.Lang, "publisher": &d.Publisher, "place": &d.Place, "edition": &d.Edition,
		"rights": &d.Rights, "copyright": &d.Rights, "license": &d.License, "licence": &d.License, "version": &d.Version}
	if to, ok := text[k]; ok {
		*to = p.metaText(v, at)
		return true
	}
	switch k {
	case "date":
		d.Date = p.date(v, at)
	case "revised":
		d.Revised = p.date(v, at)
	case "dir":
		d.Dir = doc.Direction(p.metaText(v, at))
	case "keywords", "subject":
		d.Keywords = append(d.Keywords, p.metaStrings(v, at)...)
	case "series", "collection", "collection-title":
		p.series().Title = p.metaText(v, at)
	case "series-number", "volume":
		p.series().Number = p.metaText(v, at)
	case "issn":
		p.series().ISSN = p.metaText(v, at)
	case "isbn", "doi", "urn":
		d.Identifiers = append(d.Identifiers, doc.Identifier{Scheme: k, Value: p.metaText(v, at)})
	case "identifier":
		p.identifiers(v, at)
	case "notes":
		d, s := p.doc, p.metaText(v, at)
		if s == string(doc.NotesByChapter) {
			d.Notes = doc.NotesByChapter
		} else if s != "continuous" {
			p.warn(at, "notes are numbered by %q: want continuous or chapter; left out", s)
		}
	case "numbersections", "number-sections":
		p.numbers = p.metaText(v, at) == "true"
	default:
		return false
	}
	return true
}

func (p *parser) series() *doc.Series {
	if p.doc.Meta.Series == nil {
		p.doc.Meta.Series = &doc.Series{}
	}
	return p.doc.Meta.Series
}

// identifiers takes "scheme:value", or a map of scheme and text, or a list.
func (p *parser) identifiers(v any, at path) {
	var scheme, value string
	switch t, c := node(v, at); t {
	case "MetaList":
		for i, e := range list(c, -1, at.in("c")) {
			p.identifiers(e, at.in("c").at(i))
		}
		return
	case "MetaMap":
		m, _ := c.(map[string]any)
		for _, k := range slices.Sorted(maps.Keys(m)) {
			switch s := p.metaText(m[k], at.in("c").in(k)); k {
			case "scheme":
				scheme = s
			case "text", "value":
				value = s
			default:
				p.warn(at.in("c").in(k), "%q of an identifier means nothing here", k)
			}
		}
	default:
		p.doc.Meta.Identifiers = append(p.doc.Meta.Identifiers, outline.Identifier(p.metaText(v, at)))
		return
	}
	p.doc.Meta.Identifiers = append(p.doc.Meta.Identifiers, doc.Identifier{Scheme: strings.ToLower(scheme), Value: value})
}

func (p *parser) date(v any, at path) doc.Date {
	d, err := doc.ParseDate(p.metaText(v, at))
	if err != nil {
		p.warn(at, "%v; left out", err)
		return doc.Date{}
	}
	return d
}

// people takes names, or maps of a name and what belongs to it.
func (p *parser) people(v any, role string, at path) {
	t, c := node(v, at)
	in := at.in("c")
	switch t {
	case "MetaList":
		for i, a := range list(c, -1, in) {
			p.people(a, role, in.at(i))
		}
	case "MetaMap":
		m, _ := c.(map[string]any)
		a := doc.Contributor{Role: role}
		for _, k := range slices.Sorted(maps.Keys(m)) {
			if k == "note" {
				a.Note = &doc.Note{Content: p.metaBlocks(m[k], in.in(k))}
				continue
			}
			switch s := p.metaText(m[k], in.in(k)); k {
			case "name":
				a.Name = s
			case "affiliation", "institute":
				a.Affiliation = s
			case "orcid":
				a.ORCID = s
			case "role":
				a.Role = s
			case "sort", "sort-name", "file-as":
				a.SortName = s
			default:
				p.warn(in.in(k), "%q of an author means nothing here", k)
			}
		}
		p.doc.Meta.Contributors = append(p.doc.Meta.Contributors, a)
	default:
		name := p.metaInlines(v, at)
		if s := doc.PlainText(name); s != "" {
			a := doc.Contributor{Name: s, Role: role}
			if notes := outline.Notes(name); len(notes) > 0 {
				a.Note = notes[0]
				for _, n := range notes[1:] {
					a.Note.Content = append(a.Note.Content, n.Content...)
				}
			}
			p.doc.Meta.Contributors = append(p.doc.Meta.Contributors, a)
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
			par, ok := b.(*doc.Paragraph)
			if !ok {
				p.warn(in, "a %s in a line of metadata is left out", doc.NodeName(b))
				continue
			}
			if len(out) > 0 {
				out = inlines.Join(out, doc.Text(" "))
			}
			out = inlines.Join(out, par.Content...)
		}
		return out
	}
	p.warn(at, "a %s where the metadata wants a text is left out", t)
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
