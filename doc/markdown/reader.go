package markdown

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"sort"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"gopkg.in/yaml.v3"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/outline"
	"github.com/offprint-go/offprint/doc/internal/smart"
)

// A Reader reads Markdown. Its zero value works.
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
	Line    int // from 1; 0 for the whole document
	Message string
}

// String returns the warning in one line.
func (w Warning) String() string {
	if w.Line == 0 {
		return w.Message
	}
	return fmt.Sprintf("line %d: %s", w.Line, w.Message)
}

// An Error says where a text cannot be read.
type Error struct {
	Line int // from 1; 0 for the whole document
	Err  error
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("markdown: %v", e.Err)
	}
	return fmt.Sprintf("markdown: line %d: %v", e.Line, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }

// Read reads one document.
func (r Reader) Read(ctx context.Context, src io.Reader) (*doc.Document, error) {
	data, err := r.Limits.ReadInput(ctx, src)
	if err != nil {
		return nil, &Error{Err: err}
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if bytes.IndexByte(data, '\r') >= 0 { // which ends a line too (CommonMark 2.1)
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	if err := text8(data); err != nil {
		return nil, err
	}
	p := &reader{ctx: ctx, Reader: r, doc: &doc.Document{Files: r.Files}, asked: map[string]bool{}, shown: map[*doc.Math]bool{}}
	body, err := p.frontMatter(data)
	if err != nil {
		return nil, err
	}
	p.source(data, body)
	if err := p.read(); err != nil {
		return nil, err
	}
	return p.doc, nil
}

// text8 refuses what is not UTF-8 text, by its first line.
func text8(data []byte) error {
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return &Error{1 + bytes.Count(data[:i], []byte("\n")), errors.New("a NUL byte: not a text")}
	}
	if utf8.Valid(data) {
		return nil
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return &Error{1 + bytes.Count(data[:i], []byte("\n")), errors.New("not UTF-8")}
		}
		i += n
	}
	return nil
}

// A reader reads one document.
type reader struct {
	Reader
	ctx   context.Context
	doc   *doc.Document
	src   []byte
	lines []int // where each line begins
	skip  int   // lines of metadata before src

	yaml    *yaml.Node // the metadata, nil for none
	notes   map[string]*definition
	asked   map[string]bool // warnings given once
	numbers bool            // sections are numbered
	depth   int
	shown   map[*doc.Math]bool // formulas that are displayed
	lined   bool               // a line of the source is a line of verse
	inNote  bool
	err     error
}

// A definition is a footnote's text, waiting for its calls.
type definition struct {
	node  *noteNode
	line  int
	note  *doc.Note
	label string
	inner bool    // it was set within another note
	owner *reader // of the text that node is part of
}

func (r *reader) source(all, body []byte) {
	r.src = body
	r.skip = bytes.Count(all[:len(all)-len(body)], []byte("\n"))
	r.lines = lineStarts(body)
}

func lineStarts(text []byte) []int {
	out := append(make([]int, 0, 1+bytes.Count(text, []byte{'\n'})), 0)
	for i := 0; ; {
		k := bytes.IndexByte(text[i:], '\n')
		if k < 0 {
			return out
		}
		i += k + 1
		out = append(out, i)
	}
}

// lineAt is the line of a byte.
func (r *reader) lineAt(offset int) int {
	return r.skip + sort.SearchInts(r.lines, offset+1)
}

// lineOf is the line that a block or inline begins on.
func (r *reader) lineOf(n ast.Node) int {
	for ; n != nil; n = n.Parent() {
		if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
			return r.lineAt(n.Lines().At(0).Start)
		}
		if t, ok := n.(*ast.Text); ok {
			return r.lineAt(t.Segment.Start)
		}
		for c := n.FirstChild(); c != nil; c = c.FirstChild() {
			if t, ok := c.(*ast.Text); ok {
				return r.lineAt(t.Segment.Start)
			}
			if c.Type() == ast.TypeBlock && c.Lines() != nil && c.Lines().Len() > 0 {
				return r.lineAt(c.Lines().At(0).Start)
			}
		}
	}
	return 0
}

func (r *reader) warn(line int, format string, args ...any) {
	if r.Warn != nil {
		r.Warn(Warning{line, fmt.Sprintf(format, args...)})
	}
}

func (r *reader) once(line int, format string, args ...any) {
	m := fmt.Sprintf(format, args...)
	if !r.asked[m] {
		r.asked[m] = true
		r.warn(line, "%s", m)
	}
}

func (r *reader) fail(line int, format string, args ...any) {
	if r.err == nil {
		r.err = &Error{line, fmt.Errorf(format, args...)}
	}
}

func (r *reader) read() error {
	r.notes = map[string]*definition{}
	root, err := r.parse()
	if err != nil {
		return err
	}
	r.definitions(root)
	if err := r.metadata(); err != nil {
		return err
	}
	items := r.flat(root)
	for _, d := range r.unused() {
		r.warn(d.line, "the note %q is never called, and is left out: %s", d.label, shorten(doc.PlainText(firstInlines(r.blocks(d.node)))))
	}
	if r.err != nil {
		return r.err
	}
	b := outline.Builder{Doc: r.doc, Name: r.Name, Lang: r.Lang, Report: func(place int, format string, args ...any) { r.warn(place, format, args...) }}
	b.Build(items)
	r.curl()
	return nil
}

// curl curls the marks of the whole document.
func (r *reader) curl() {
	c := smart.New(r.doc.Meta.Lang)
	c.Dashes = true
	if c.Document(r.doc); c.Count > 0 {
		r.warn(0, "straight quotation marks and apostrophes were curled: %d", c.Count)
	}
}

func shorten(s string) string {
	if rs := []rune(s); len(rs) > 40 {
		return string(rs[:40]) + "…"
	}
	return s
}

func firstInlines(bs doc.Blocks) doc.Inlines {
	if len(bs) > 0 {
		if p, ok := bs[0].(*doc.Paragraph); ok {
			return p.Content
		}
	}
	return nil
}

// unused are the notes that were never called, in order.
func (r *reader) unused() []*definition {
	var out []*definition
	for _, d := range r.notes {
		if d.note == nil && !d.inner {
			out = append(out, d)
		}
	}
	slices.SortFunc(out, func(a, b *definition) int {
		return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.node.start, b.node.start), cmp.Compare(a.label, b.label))
	})
	return out
}
