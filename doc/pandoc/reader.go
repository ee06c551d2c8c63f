package pandoc

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"unicode/utf8"

	"github.com/offprint-go/offprint/doc"
)

// A Reader reads pandoc's JSON. Its zero value works.
type Reader struct {
	// Name is the title of a document that has none: its file's base name.
	Name string
	// Lang is the language of a document that says none; "" is "en".
	Lang string
	// Files holds the document's images and becomes Document.Files.
	Files fs.FS
	// Limits bound what is read of a text that is not trusted: Input matters
	// here, and the others when the document is checked.
	Limits doc.Limits
	// Warn, if not nil, is called with all that the reader guessed, changed or
	// left out.
	Warn func(Warning)
}

// A Warning tells what the reader guessed, changed or left out.
type Warning struct {
	Path    string // in the JSON: "blocks[3].c[1]"; "" for the whole document
	Message string
}

// String returns the warning in one line.
func (w Warning) String() string {
	if w.Path == "" {
		return w.Message
	}
	return w.Path + ": " + w.Message
}

// An Error says where the JSON is not what pandoc writes.
type Error struct {
	Path string
	Err  error
}

func (e *Error) Error() string {
	if e.Path == "" {
		return fmt.Sprintf("pandoc: %v", e.Err)
	}
	return fmt.Sprintf("pandoc: %s: %v", e.Path, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }

// maxDepth is how deep nodes may stand within nodes.
const maxDepth = 500

// Read reads one document.
func (r Reader) Read(ctx context.Context, src io.Reader) (*doc.Document, error) {
	data, err := r.Limits.ReadInput(ctx, src)
	if err != nil {
		return nil, &Error{Err: err}
	}
	if !utf8.Valid(data) {
		return nil, &Error{Err: errors.New("not UTF-8")}
	}
	if half := halfCharacter(data); half != "" {
		return nil, &Error{Err: fmt.Errorf("%s is half of a character (a lone surrogate)", half)}
	}
	top, err := decode(ctx, data)
	if err != nil {
		return nil, &Error{Err: err}
	}
	if len(top.Version) < 2 || top.Version[0] != 1 || top.Version[1] < 22 || top.Version[1] > 23 {
		return nil, &Error{Path: "pandoc-api-version", Err: fmt.Errorf("%v: want 1.22 or 1.23", top.Version)}
	}
	p := &parser{ctx: ctx, reader: r, seen: map[string]bool{}, aliases: map[string]string{}, parts: map[doc.Block]part{}, doc: &doc.Document{Files: r.Files}}
	err = p.document(top.Meta, top.Blocks)
	if err != nil {
		return nil, err
	}
	return p.doc, nil
}

// A file is pandoc's JSON as far as its shape is known.
type file struct {
	Version []int          `json:"pandoc-api-version"`
	Meta    map[string]any `json:"meta"`
	Blocks  []any          `json:"blocks"`
}

// decode decodes a file, block by block, so that ctx stops it.
func decode(ctx context.Context, data []byte) (*file, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil, cmp.Or(err, errors.New("want an object"))
	}
	var f file
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch key {
		case "pandoc-api-version":
			err = d.Decode(&f.Version)
		case "meta":
			err = d.Decode(&f.Meta)
		case "blocks":
			f.Blocks, err = decodeBlocks(ctx, d)
		default:
			err = d.Decode(new(json.RawMessage))
		}
		if err != nil {
			return nil, err
		}
	}
	if _, err := d.Token(); err != nil { // the brace
		return nil, err
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, cmp.Or(err, errors.New("more follows the document"))
	}
	return &f, nil
}

func decodeBlocks(ctx context.Context, d *json.Decoder) ([]any, error) {
	if t, err := d.Token(); err != nil || t != json.Delim('[') {
		return nil, cmp.Or(err, errors.New("blocks: want an array"))
	}
	var out []any
	for d.More() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var b any
		if err := d.Decode(&b); err != nil {
			return nil, err
		}
		out = append(out, b)
	}
	_, err := d.Token()
	return out, err
}

// Is reports whether data looks like pandoc's JSON.
func Is(data []byte) bool {
	var top struct {
		Version []int `json:"pandoc-api-version"`
	}
	return json.Unmarshal(data, &top) == nil && len(top.Version) > 0
}

// A parser reads one document. Its methods panic with an *Error, which
// document returns: the JSON's shape can be wrong at every step.
type parser struct {
	ctx    context.Context
	reader Reader
	doc    *doc.Document
	seen   map[string]bool // kinds of warnings given
	depth  int

	numbers bool               // sections are numbered
	inNote  bool               // within a note
	aliases map[string]string  // names that gave way to another's
	parts   map[doc.Block]part // that are part of the block around them
	letters int                // that are around
}

func (p *parser) warn(at path, format string, args ...any) {
	if p.reader.Warn != nil {
		p.reader.Warn(Warning{Path: at.String(), Message: fmt.Sprintf(format, args...)})
	}
}

// warnOnce warns of a kind of thing at its first place.
func (p *parser) warnOnce(at path, format string, args ...any) {
	msg := fmt.Sprintf(format, args...)
	if !p.seen[msg] {
		p.seen[msg] = true
		p.warn(at, "%s", msg)
	}
}

func (p *parser) document(meta map[string]any, blocks []any) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *Error:
			err = r
		default:
			panic(r)
		}
	}()
	p.meta(meta)
	items := p.flat(blocks, path{"blocks", -1, nil})
	p.strayParts()
	p.assemble(items)
	p.resolve()
	return nil
}
