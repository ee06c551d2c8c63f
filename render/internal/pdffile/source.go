package pdffile

import (
	"bytes"
	"errors"
	"fmt"
)

// A source is the file that gofpdf wrote: one cross-reference table, objects
// with direct lengths, a flat page tree, one resource dictionary. A file that
// departs from this is an error, never a guess.
type source struct {
	b       []byte
	offsets []int // by object number
	root    ref
}

// openSource reads the cross-reference table and the trailer.
func openSource(b []byte) (*source, error) {
	at := bytes.LastIndex(b, []byte("startxref"))
	if at < 0 {
		return nil, errors.New("no startxref")
	}
	l := &lexer{b: b, pos: at + len("startxref")}
	xref, ok := l.int()
	if !ok || xref >= len(b) {
		return nil, errors.New("startxref points nowhere")
	}
	s := &source{b: b}
	l.pos = xref
	if err := s.table(l); err != nil {
		return nil, fmt.Errorf("cross-reference table: %w", err)
	}
	if !l.accept("trailer") {
		return nil, errors.New("no trailer after the cross-reference table")
	}
	trailer, err := l.value()
	if err != nil {
		return nil, fmt.Errorf("trailer: %w", err)
	}
	if _, ok := trailer.get("Encrypt"); ok {
		return nil, errors.New("the file is encrypted")
	}
	root, _ := trailer.get("Root")
	if root.kind != refValue {
		return nil, errors.New("trailer: no Root")
	}
	s.root = root.ref
	return s, nil
}

// table reads the one section of the cross-reference table.
func (s *source) table(l *lexer) error {
	if !l.accept("xref") {
		return errors.New("no xref")
	}
	first, ok := l.int()
	n, ok2 := l.int()
	if !ok || !ok2 || first != 0 || n > (len(l.b)-l.pos)/18 {
		return errors.New("no section that starts at 0")
	}
	s.offsets = make([]int, n)
	for i := range s.offsets {
		at, ok := l.int()
		_, ok2 := l.int()
		if state := l.word(); !ok || !ok2 || len(state) != 1 {
			return fmt.Errorf("entry %d is malformed", i)
		}
		s.offsets[i] = at
	}
	return nil
}

// object reads an object and, if it is a stream, its data.
func (s *source) object(r ref) (value, []byte, error) {
	v, data, err := s.read(r)
	if err != nil {
		return value{}, nil, fmt.Errorf("object %d: %w", r, err)
	}
	return v, data, nil
}

func (s *source) read(r ref) (value, []byte, error) {
	if r < 1 || int(r) >= len(s.offsets) || s.offsets[r] >= len(s.b) {
		return value{}, nil, errors.New("no such object")
	}
	l := &lexer{b: s.b, pos: s.offsets[r]}
	n, ok := l.int()
	_, ok2 := l.int()
	if !ok || !ok2 || ref(n) != r || !l.accept("obj") {
		return value{}, nil, errors.New("not where the table says")
	}
	v, err := l.value()
	if err != nil {
		return value{}, nil, err
	}
	if l.accept("endobj") {
		return v, nil, nil
	}
	data, err := l.stream(v)
	return v, data, err
}

// stream reads the data of the stream whose dictionary was read.
func (l *lexer) stream(dict value) ([]byte, error) {
	if !l.accept("stream") {
		return nil, errors.New("neither endobj nor stream")
	}
	if l.pos < len(l.b) && l.b[l.pos] == '\r' {
		l.pos++
	}
	if l.pos >= len(l.b) || l.b[l.pos] != '\n' {
		return nil, errors.New("no end of line after stream")
	}
	l.pos++
	length, _ := dict.get("Length")
	n, ok := length.int()
	if !ok || n > len(l.b)-l.pos {
		return nil, errors.New("a stream's length is missing or too large")
	}
	data := l.b[l.pos : l.pos+n : l.pos+n]
	l.pos += n
	if !l.accept("endstream") {
		return nil, errors.New("a stream is not as long as it says")
	}
	return data, nil
}

// dict returns a value, or the object that it refers to, if that is a
// dictionary.
func (s *source) dict(v value, what string) (value, error) {
	if v.kind == refValue {
		var err error
		if v, _, err = s.object(v.ref); err != nil {
			return value{}, fmt.Errorf("%s: %w", what, err)
		}
	}
	if v.kind != dictionary {
		return value{}, fmt.Errorf("%s: not a dictionary", what)
	}
	return v, nil
}

// pages returns the pages' contents, in order, and the resources that they
// share.
func (s *source) pages() (contents [][]byte, resources value, err error) {
	catalog, err := s.dict(value{kind: refValue, ref: s.root}, "catalog")
	if err != nil {
		return nil, value{}, err
	}
	tree, _ := catalog.get("Pages")
	if tree, err = s.dict(tree, "page tree"); err != nil {
		return nil, value{}, err
	}
	kids, _ := tree.get("Kids")
	if kids.kind != array {
		return nil, value{}, errors.New("page tree: no Kids")
	}
	for i, kid := range kids.items {
		data, res, err := s.page(kid)
		if err != nil {
			return nil, value{}, fmt.Errorf("page %d: %w", i+1, err)
		}
		contents, resources = append(contents, data), res
	}
	return contents, resources, nil
}

func (s *source) page(v value) (content []byte, resources value, err error) {
	page, err := s.dict(v, "page")
	if err != nil {
		return nil, value{}, err
	}
	at, _ := page.get("Contents")
	if at.kind != refValue {
		return nil, value{}, errors.New("no Contents")
	}
	dict, content, err := s.object(at.ref)
	if err != nil {
		return nil, value{}, err
	}
	if _, ok := dict.get("Filter"); ok {
		return nil, value{}, errors.New("content is compressed: gofpdf needs SetCompression(false)")
	}
	resources, _ = page.get("Resources")
	return content, resources, nil
}
