package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Bounds of what is read.
const (
	maxBytes = 32 << 20
	maxNodes = 200_000
	maxDepth = 100
)

// namespace is that of SVG's elements.
const namespace = "http://www.w3.org/2000/svg"

// An element is an element of the file, with its attributes by local name.
type element struct {
	name  string // "" is text
	attrs map[string]string
	text  string
	kids  []*element
}

// Is reports whether data looks like an SVG file.
func Is(data []byte) bool {
	d := decoder(data[:min(len(data), 1<<16)])
	for {
		t, err := d.RawToken()
		if err != nil {
			return false
		}
		switch t := t.(type) {
		case xml.StartElement:
			return t.Name.Local == "svg"
		case xml.CharData:
			if len(bytes.TrimSpace(bytes.TrimPrefix(t, []byte("\uFEFF")))) > 0 {
				return false
			}
		}
	}
}

func decoder(data []byte) *xml.Decoder {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(label string, r io.Reader) (io.Reader, error) {
		if l := strings.ToLower(label); l == "us-ascii" || l == "ascii" {
			return r, nil
		}
		return nil, fmt.Errorf("its encoding is %s, not UTF-8", label)
	}
	return d
}

// parse reads the tree of a file. Entities other than XML's own are an error
// of encoding/xml: nothing is expanded.
func parse(data []byte) (*element, error) {
	if len(data) > maxBytes {
		return nil, errors.New("svg: larger than 32 MiB")
	}
	d := decoder(data)
	root := &element{}
	open := []*element{root}
	nodes := 0
	for {
		t, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("svg: %w", err)
		}
		top := open[len(open)-1]
		switch t := t.(type) {
		case xml.StartElement:
			e := start(t)
			if nodes++; nodes > maxNodes || len(open) > maxDepth {
				return nil, errors.New("svg: more elements, or deeper ones, than a drawing has")
			}
			top.kids = append(top.kids, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 1 {
				top.kids = append(top.kids, &element{text: string(t)})
			}
		}
	}
	if len(root.kids) == 0 || root.kids[0].name != "svg" {
		return nil, errors.New("svg: the file's element is not svg")
	}
	return root.kids[0], nil
}

// start makes an element; one of another namespace is named with a colon, so
// that nothing knows it.
func start(t xml.StartElement) *element {
	e := &element{name: t.Name.Local, attrs: map[string]string{}}
	if t.Name.Space != "" && t.Name.Space != namespace && t.Name.Space != "svg" {
		e.name = ":" + e.name
	}
	for _, a := range t.Attr {
		if a.Name.Space == "" || a.Name.Local == "href" || a.Name.Local == "space" {
			e.attrs[a.Name.Local] = strings.TrimSpace(a.Value)
		}
	}
	return e
}

// words is all text in an element.
func (e *element) words() string {
	if e.name == "" {
		return e.text
	}
	var b strings.Builder
	for _, k := range e.kids {
		b.WriteString(k.words())
	}
	return b.String()
}

// walk calls f for the element and all in it.
func (e *element) walk(f func(*element)) {
	f(e)
	for _, k := range e.kids {
		k.walk(f)
	}
}
