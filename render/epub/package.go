package epub

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/gofrs/uuid"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
)

// An opf writes the package document (EPUB 3.3, 5).
type opf struct {
	*writer
	ids int
}

// packageDocument writes the package document.
func (b *book) packageDocument() []byte {
	w := &opf{writer: &writer{book: b}}
	w.out = append(w.out, `<?xml version="1.0" encoding="UTF-8"?>`+"\n"...)
	w.start("package", "xmlns", "http://www.idpf.org/2007/opf", "version", "3.0", "unique-identifier", "id", "xml:lang", b.d.Meta.Lang,
		"prefix", "a11y: http://www.idpf.org/epub/vocab/package/a11y/#")
	w.line()
	w.element("metadata", []string{"xmlns:dc", "http://purl.org/dc/elements/1.1/"}, func() {
		w.line()
		w.identifiers()
		w.titles()
		w.contributors()
		w.publication()
		w.access()
		w.meta("dcterms:modified", b.modified().Format(time.RFC3339))
		if b.coverImage != nil {
			w.empty("meta", "name", "cover", "content", "cover-image") // EPUB 2 readers find the cover by this
			w.line()
		}
	})
	w.line()
	w.manifest()
	w.spine()
	w.close()
	return w.out
}

// dc writes a Dublin Core element and gives its id.
func (w *opf) dc(name, value string) string {
	if value == "" {
		return ""
	}
	w.ids++
	id := fmt.Sprintf("m%d", w.ids)
	w.element("dc:"+name, []string{"id", id}, func() { w.escape(value) })
	w.line()
	return id
}

// meta writes a property of the publication.
func (w *opf) meta(property, value string, attrs ...string) {
	if value == "" {
		return
	}
	w.element("meta", append([]string{"property", property}, attrs...), func() { w.escape(value) })
	w.line()
}

// refine writes a property of an element.
func (w *opf) refine(id, property, value string, attrs ...string) {
	w.meta(property, value, append([]string{"refines", "#" + id}, attrs...)...)
}

// marc is the scheme of contributors' roles.
const marc = "marc:relators"

// identifier is the edition's own: a UUID of the metadata or a URN, else one
// made of title, contributors and language (RFC 9562, version 5), which stays
// the same as long as they do.
func (b *book) identifier() string {
	m := &b.d.Meta
	for _, id := range m.Identifiers {
		if id.Scheme == "uuid" || id.Scheme == "urn" {
			return id.URN()
		}
	}
	name := []string{render.PlainText(m.Title), render.PlainText(m.Subtitle), m.Lang}
	for _, c := range m.Contributors {
		name = append(name, c.Name)
	}
	return "urn:uuid:" + uuid.NewV5(uuid.NamespaceURL, "offprint\x00"+strings.Join(name, "\x00")).String()
}

func (w *opf) identifiers() {
	own := w.identifier()
	w.element("dc:identifier", []string{"id", "id"}, func() { w.escape(own) })
	w.line()
	for _, id := range w.d.Meta.Identifiers {
		u := id.URN()
		if u == own {
			continue
		}
		if w.PageMap != nil && u == w.PageMap.Source { // the print edition's, not this one's
			w.dc("source", u)
			continue
		}
		n := w.dc("identifier", u)
		// ONIX code list 5: kinds of identifiers.
		switch {
		case id.Scheme == "isbn" && len(u) == len("urn:isbn:")+13:
			w.refine(n, "identifier-type", "15", "scheme", "onix:codelist5")
		case id.Scheme == "isbn":
			w.refine(n, "identifier-type", "02", "scheme", "onix:codelist5")
		case id.Scheme == "doi":
			w.refine(n, "identifier-type", "06", "scheme", "onix:codelist5")
		}
	}
}

func (b *book) title() string { return render.PlainText(b.d.Meta.Title) }

func (w *opf) titles() {
	m := &w.d.Meta
	id := w.dc("title", w.title())
	if sub := render.PlainText(m.Subtitle); sub != "" {
		w.refine(id, "title-type", "main")
		w.refine(id, "display-seq", "1")
		id = w.dc("title", sub)
		w.refine(id, "title-type", "subtitle")
		w.refine(id, "display-seq", "2")
	}
	w.dc("language", m.Lang)
}

// contributors writes the authors as creators, the others as contributors;
// where no one is an author, whoever stands first is the creator.
func (w *opf) contributors() {
	m := &w.d.Meta
	authors := false
	for _, c := range m.Contributors {
		authors = authors || c.Role == "" || c.Role == "aut"
	}
	for i, c := range m.Contributors {
		role := c.Role
		if role == "" {
			role = "aut"
		}
		element := "contributor"
		if role == "aut" || !authors && i == 0 {
			element = "creator"
		}
		id := w.dc(element, c.Name)
		w.refine(id, "role", role, "scheme", marc)
		sort := c.SortName
		if sort == "" {
			sort = c.Name
		}
		w.refine(id, "file-as", sort)
		w.refine(id, "display-seq", strconv.Itoa(i+1))
		w.refine(id, "schema:affiliation", c.Affiliation)
		if c.ORCID != "" {
			w.refine(id, "schema:identifier", "https://orcid.org/"+c.ORCID)
		}
	}
}

// publication writes what the metadata says of the publication.
func (w *opf) publication() {
	m := &w.d.Meta
	w.dc("publisher", m.Publisher)
	w.meta("schema:locationCreated", m.Place)
	w.dc("date", m.Date.String())
	w.meta("schema:bookEdition", m.Edition)
	w.meta("schema:version", m.Version)
	w.dc("rights", m.Rights)
	if strings.HasPrefix(m.License, "https://") || strings.HasPrefix(m.License, "http://") {
		w.empty("link", "rel", "dcterms:license", "href", m.License)
		w.line()
	} else {
		w.meta("dcterms:license", m.License)
	}
	var abstract []string
	for n := range doc.All(&doc.Document{Blocks: m.Abstract}) {
		if p, ok := n.(*doc.Paragraph); ok {
			abstract = append(abstract, render.PlainText(p.Content))
		}
	}
	w.dc("description", strings.Join(abstract, " "))
	for _, k := range m.Keywords {
		w.dc("subject", k)
	}
	w.meta("dcterms:bibliographicCitation", render.PlainText(m.Citation))
	if s := m.Series; s != nil {
		w.meta("belongs-to-collection", s.Title, "id", "series")
		w.refine("series", "collection-type", "series")
		w.refine("series", "group-position", position(s.Number))
		if s.ISSN != "" {
			w.refine("series", "dcterms:identifier", "urn:issn:"+s.ISSN)
		}
	}
}

// position is the number in a series' number: "1" of "Vol. 1", "2.3" of "2.3".
func position(s string) string {
	i := strings.IndexAny(s, "0123456789")
	if i < 0 {
		return ""
	}
	s = s[i:]
	end := strings.IndexFunc(s, func(r rune) bool { return r != '.' && (r < '0' || r > '9') })
	if end >= 0 {
		s = s[:end]
	}
	return strings.Trim(s, ".")
}

func (w *opf) manifest() {
	item := func(id, href, media, properties string) {
		w.empty("item", "id", id, "href", href, "media-type", media, "properties", properties)
		w.line()
	}
	w.element("manifest", nil, func() {
		w.line()
		item("nav", "nav.xhtml", "application/xhtml+xml", "nav")
		item("ncx", "toc.ncx", "application/x-dtbncx+xml", "")
		item("css", "css/"+cssName, "text/css", "")
		for _, f := range w.files {
			properties := ""
			if f.math {
				properties = "mathml"
			}
			item(f.id(), "xhtml/"+f.name, "application/xhtml+xml", properties)
		}
		for _, p := range w.images.sorted {
			if p == w.coverImage {
				item("cover-image", "images/"+p.name, p.media, "cover-image")
			} else {
				item("image-"+p.name, "images/"+p.name, p.media, "")
			}
		}
		for _, f := range w.faces {
			item("font-"+f.role, "fonts/"+f.name, "font/"+f.ending(), "")
		}
	})
	w.line()
}

func (w *opf) spine() {
	w.element("spine", []string{"toc", "ncx", "page-progression-direction", string(w.progression())}, func() {
		w.line()
		for _, f := range w.files {
			w.empty("itemref", "idref", f.id())
			w.line()
			if f.name == w.contentsAfter && w.Contents {
				w.empty("itemref", "idref", "nav")
				w.line()
			}
		}
	})
	w.line()
}

// locale is that of the whole document.
func (b *book) locale() locale { return locale{b.d.Meta.Lang, b.d.Meta.Direction()} }

// direction is the direction of the text where it is not left to right.
func (b *book) direction() doc.Direction {
	if d := b.d.Meta.Direction(); d == doc.RTL {
		return d
	}
	return ""
}
