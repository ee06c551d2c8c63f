package epub

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
)

// An entry is a file of the container.
type entry struct {
	name string
	data []byte
}

// finish makes the edition of what go-epub packed. It keeps the container, the
// style sheet, the images and the bodies of the content documents; package
// document, navigation, NCX and the documents' heads are written anew, and all
// of it goes into one zip in a fixed order, without dates: the same document
// gives the same bytes.
func (b *book) finish(packed []byte) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil, fmt.Errorf("go-epub: %w", err)
	}
	read := func(name string) ([]byte, error) {
		r, err := z.Open(name)
		if err != nil {
			return nil, fmt.Errorf("go-epub: %w", err)
		}
		defer r.Close()
		return io.ReadAll(r)
	}
	container, err := read("META-INF/container.xml")
	if err != nil {
		return nil, err
	}
	entries := []entry{
		{"META-INF/container.xml", container},
		{"EPUB/package.opf", b.packageDocument()},
		{"EPUB/nav.xhtml", b.navigation()},
		{"EPUB/toc.ncx", b.ncx()},
	}
	names := []string{"EPUB/css/" + cssName}
	for _, f := range b.files {
		names = append(names, "EPUB/xhtml/"+f.name)
	}
	for _, p := range b.images.sorted {
		names = append(names, "EPUB/images/"+p.name)
	}
	for i, name := range names {
		data, err := read(name)
		if err != nil {
			return nil, err
		}
		if n := i - 1; n >= 0 && n < len(b.files) {
			if data, err = b.head(b.files[n], data); err != nil {
				return nil, err
			}
		}
		entries = append(entries, entry{name, data})
	}
	return compress(entries)
}

// head gives a content document the head that go-epub does not write: language,
// direction, the title and style sheet in the order that readers expect.
func (b *book) head(f *file, data []byte) ([]byte, error) {
	start := bytes.Index(data, []byte("<body>"))
	end := bytes.LastIndex(data, []byte("</body>"))
	if start < 0 || end < start {
		return nil, fmt.Errorf("go-epub: %s has no body", f.name)
	}
	w := b.document(f.title, "../css/"+cssName, "xmlns:epub", "http://www.idpf.org/2007/ops")
	w.start("body", "epub:type", f.typ)
	w.out = append(w.out, data[start+len("<body>"):end]...)
	w.close()
	return w.out, nil
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

// compress makes the zip: the media type first and as it is (EPUB 3.3, 4.2.3),
// all else deflated.
func compress(entries []entry) ([]byte, error) {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	w, err := z.CreateHeader(&zip.FileHeader{Name: "mimetype", Method: zip.Store})
	if err != nil {
		return nil, err
	}
	if _, err := io.WriteString(w, "application/epub+zip"); err != nil {
		return nil, err
	}
	for _, e := range entries {
		method := zip.Deflate
		if strings.HasSuffix(e.name, ".jpg") || strings.HasSuffix(e.name, ".png") || strings.HasSuffix(e.name, ".webp") {
			method = zip.Store // compressed already
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: e.name, Method: method})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(e.data); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}
