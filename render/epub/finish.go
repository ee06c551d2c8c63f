package epub

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
)

// An entry is a file of the container; what gives its content.
type entry struct {
	name string
	data func() ([]byte, error)
}

// finish makes the edition of what go-epub packed. It keeps the container, the
// style sheet, the images and the fonts; package document, navigation, NCX and
// the content documents are written anew, and all of it goes into one zip in a
// fixed order, without dates: the same document gives the same bytes.
func (b *book) finish(packed []byte) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil, fmt.Errorf("go-epub: %w", err)
	}
	kept := func(name string) entry {
		return entry{name, func() ([]byte, error) {
			data, err := fs.ReadFile(z, name)
			if err != nil {
				return nil, fmt.Errorf("go-epub: %w", err)
			}
			return data, nil
		}}
	}
	made := func(name string, data []byte) entry {
		return entry{name, func() ([]byte, error) { return data, nil }}
	}
	entries := []entry{
		kept("META-INF/container.xml"),
		made("EPUB/package.opf", b.packageDocument()),
		made("EPUB/nav.xhtml", b.navigation()),
		made("EPUB/toc.ncx", b.ncx()),
		kept("EPUB/css/" + cssName),
	}
	for _, f := range b.files {
		name := "EPUB/xhtml/" + f.name
		if _, err := fs.Stat(z, name); err != nil {
			return nil, fmt.Errorf("go-epub: %w", err)
		}
		entries = append(entries, entry{name, func() ([]byte, error) { return b.contentDocument(f), nil }})
	}
	for _, p := range b.images.sorted {
		entries = append(entries, kept("EPUB/images/"+p.name))
	}
	for _, f := range b.faces {
		entries = append(entries, kept("EPUB/fonts/"+f.name))
	}
	return compress(b.ctx, entries)
}

// contentDocument is a file as it goes into the container, with the head that
// go-epub does not write: language, direction, the title and style sheet in the
// order that readers expect.
func (b *book) contentDocument(f *file) []byte {
	w := b.document(f.title, "../css/"+cssName, "xmlns:epub", "http://www.idpf.org/2007/ops")
	w.start("body", "epub:type", f.typ)
	w.line()
	w.out = append(w.out, b.body(f)...)
	w.close()
	return w.out
}

// document begins an XHTML document, up to its head.
func (b *book) document(title, css string, attrs ...string) *writer {
	w := &writer{book: b}
	m := &b.d.Meta
	w.out = append(w.out, `<?xml version="1.0" encoding="UTF-8"?>`+"\n<!DOCTYPE html>\n"...)
	w.start("html", append(append([]string{"xmlns", "http://www.w3.org/1999/xhtml"}, attrs...), langAttrs(m.Lang, b.direction())...)...)
	w.line()
	w.element("head", nil, func() {
		w.empty("meta", "charset", "utf-8")
		w.line()
		w.element("title", nil, func() { w.escape(title) })
		w.line()
		w.empty("link", "rel", "stylesheet", "type", "text/css", "href", css)
	})
	w.line()
	return w
}

// close closes every element that is open.
func (w *writer) close() {
	for len(w.open) > 0 {
		w.end()
	}
	w.line()
}
