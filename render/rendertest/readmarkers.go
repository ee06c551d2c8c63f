package rendertest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
)

// EPUBPages reads the printed pages that an e-reader edition marks, in the
// order of its page list; every marker of the spine must be in that list, and
// the list's order be that of the spine.
func EPUBPages(data []byte) ([]Page, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	files, err := Spine(z)
	if err != nil {
		return nil, err
	}
	m := &markerReader{words: map[int][]string{}}
	for _, name := range files {
		f, err := z.Open(name)
		if err != nil {
			return nil, err
		}
		m.file, m.stream = name, -1
		if err := m.read(f); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	var out []Page
	var marked []string
	for _, p := range m.markers {
		out = append(out, Page{Label: p.label, Words: m.words[p.stream][p.at:]})
		marked = append(marked, p.file+"#"+p.id+" "+p.label)
	}
	listed, err := pageList(z)
	if err != nil {
		return nil, err
	}
	if !slices.Equal(listed, marked) {
		return nil, fmt.Errorf("the page list names %q, the text has %q", listed, marked)
	}
	return out, nil
}

// A markerReader reads content documents for the markers of pages.
type markerReader struct {
	file    string
	open    []string // for each open element: its name, or what it is for
	text    strings.Builder
	stream  int // the note that is open, -1 for none
	notes   int
	words   map[int][]string // by stream
	markers []marker
}

// A marker stands in a stream before the word of an index.
type marker struct {
	file, id, label string
	stream, at      int
}

// unspoken is what of a document is not read: labels, and the head.
var unspoken = []string{"head", "call", "label"}

func (m *markerReader) read(in io.Reader) error {
	d := xml.NewDecoder(in)
	for {
		t, err := d.Token()
		if err == io.EOF {
			m.flush()
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			m.start(t)
		case xml.EndElement:
			m.end(t.Name.Local)
		case xml.CharData:
			if !slices.ContainsFunc(m.open, func(s string) bool { return slices.Contains(unspoken, s) }) {
				m.text.Write(t)
			}
		}
	}
}

func (m *markerReader) start(t xml.StartElement) {
	kind := t.Name.Local
	attr := map[string]string{}
	for _, a := range t.Attr {
		attr[a.Name.Local] = a.Value
	}
	switch attr["role"] {
	case "doc-noteref":
		kind = "call"
	case "doc-backlink":
		kind = "label"
	case "doc-footnote":
		m.flush()
		m.notes++
		m.stream, kind = m.notes, "note"
	case "doc-pagebreak":
		m.flush()
		m.markers = append(m.markers, marker{m.file, attr["id"], attr["aria-label"], m.stream, len(m.words[m.stream])})
	}
	if attr["class"] == "marker" {
		kind = "label"
	}
	m.border(kind, t.Name.Local)
	m.open = append(m.open, kind)
}

func (m *markerReader) end(name string) {
	kind := m.open[len(m.open)-1]
	m.open = m.open[:len(m.open)-1]
	m.border(kind, name)
	if kind == "note" {
		m.flush()
		m.stream = -1
	}
}

// border parts the words within an element from those outside.
func (m *markerReader) border(kind, name string) {
	if kind == "rt" || slices.Contains(blockElements, name) {
		m.text.WriteByte(' ')
	}
}

func (m *markerReader) flush() {
	m.words[m.stream] = append(m.words[m.stream], words(m.text.String())...)
	m.text.Reset()
}

// pageList reads the page list of the navigation document: where each entry
// leads and its label.
func pageList(z *zip.Reader) ([]string, error) {
	var nav struct {
		Navs []struct {
			Type  string `xml:"http://www.idpf.org/2007/ops type,attr"`
			Links []struct {
				Href  string `xml:"href,attr"`
				Label string `xml:",chardata"`
			} `xml:"ol>li>a"`
		} `xml:"body>nav"`
	}
	if err := unmarshal(z, "EPUB/nav.xhtml", &nav); err != nil {
		return nil, err
	}
	var out []string
	for _, n := range nav.Navs {
		if n.Type != "page-list" {
			continue
		}
		for _, l := range n.Links {
			out = append(out, "EPUB/"+l.Href+" "+l.Label)
		}
	}
	return out, nil
}
