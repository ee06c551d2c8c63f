package rendertest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/offprint-go/offprint/doc"
)

// ReadEPUB reads an e-reader edition by its spine. It fails if a document is
// not well-formed.
func ReadEPUB(_ *doc.Document, data []byte) (*Reading, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	r := &Reading{}
	files, err := Spine(z)
	if err != nil {
		return nil, err
	}
	for _, name := range files {
		f, err := z.Open(name)
		if err != nil {
			return nil, err
		}
		e := &xhtmlReader{reading: r, note: -1}
		if err := e.read(f); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return r, nil
}

// Spine returns the names of an EPUB's content documents in reading order.
func Spine(z *zip.Reader) ([]string, error) {
	var container struct {
		Rootfiles []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if err := unmarshal(z, "META-INF/container.xml", &container); err != nil {
		return nil, err
	}
	if len(container.Rootfiles) == 0 {
		return nil, errors.New("the container names no package document")
	}
	opf := container.Rootfiles[0].Path
	var pkg struct {
		Items []struct {
			ID   string `xml:"id,attr"`
			Href string `xml:"href,attr"`
		} `xml:"manifest>item"`
		Refs []struct {
			ID string `xml:"idref,attr"`
		} `xml:"spine>itemref"`
	}
	if err := unmarshal(z, opf, &pkg); err != nil {
		return nil, err
	}
	var out []string
	for _, ref := range pkg.Refs {
		for _, it := range pkg.Items {
			if it.ID == ref.ID {
				out = append(out, path.Join(path.Dir(opf), it.Href))
			}
		}
	}
	return out, nil
}

func unmarshal(z *zip.Reader, name string, v any) error {
	f, err := z.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return xml.NewDecoder(f).Decode(v)
}

// An xhtmlReader reads one content document.
type xhtmlReader struct {
	reading *Reading
	open    []string // for each open element: its name, or what it is for
	text    strings.Builder
	note    int // index of the open note, -1 for none
	label   strings.Builder
}

var blockElements = strings.Fields("p div section aside h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table tr td th blockquote pre figure figcaption caption br hr nav body")

func (e *xhtmlReader) read(in io.Reader) error {
	d := xml.NewDecoder(in)
	d.Strict = true
	for {
		t, err := d.Token()
		if err == io.EOF {
			e.flush()
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			e.start(t)
		case xml.EndElement:
			e.end(t.Name.Local)
		case xml.CharData:
			e.chars(string(t))
		}
	}
}

func (e *xhtmlReader) start(t xml.StartElement) {
	kind := t.Name.Local
	for _, a := range t.Attr {
		switch a.Name.Local + "=" + a.Value {
		case "role=doc-noteref":
			kind = "call"
		case "role=doc-backlink":
			kind = "label"
		case "role=doc-footnote":
			e.flush()
			e.reading.Notes = append(e.reading.Notes, Note{})
			e.note = len(e.reading.Notes) - 1
			kind = "note"
		}
	}
	if kind == "rt" || slices.Contains(blockElements, t.Name.Local) {
		e.text.WriteByte(' ')
	}
	e.open = append(e.open, kind)
}

func (e *xhtmlReader) end(name string) {
	kind := e.open[len(e.open)-1]
	e.open = e.open[:len(e.open)-1]
	switch kind {
	case "call":
		e.reading.Calls = append(e.reading.Calls, e.label.String())
		e.label.Reset()
	case "label":
		e.reading.Notes[e.note].Label = e.label.String()
		e.label.Reset()
	case "note":
		e.flush()
		e.note = -1
	}
	if kind == "rt" || slices.Contains(blockElements, name) {
		e.text.WriteByte(' ')
	}
}

func (e *xhtmlReader) chars(s string) {
	switch {
	case slices.Contains(e.open, "head"):
	case slices.Contains(e.open, "call"), slices.Contains(e.open, "label"):
		e.label.WriteString(s)
	default:
		e.text.WriteString(s)
	}
}

// flush gives the text so far to the note or the body.
func (e *xhtmlReader) flush() {
	ws := words(e.text.String())
	e.text.Reset()
	if e.note >= 0 {
		n := &e.reading.Notes[e.note]
		n.Words = append(n.Words, ws...)
	} else {
		e.reading.Body = append(e.reading.Body, ws...)
	}
}
