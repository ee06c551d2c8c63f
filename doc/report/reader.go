package report

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/smart"
)

// A Reader reads reports. Its zero value works.
type Reader struct {
	// Name is the title of a text in which none is found: its file's base name.
	Name string
	// Lang is the language; "" is "ja" for a text that is mostly Japanese, else
	// "en".
	Lang string
	// Limits bound what is read of a text that is not trusted: Input matters
	// here, and the others when the document is checked.
	Limits doc.Limits
	// Warn, if not nil, is called with each guess and with all that was
	// dropped or could not be placed.
	Warn func(Warning)
}

// A Warning tells what the reader guessed, dropped or could not place.
type Warning struct {
	Line    int // from 1; 0 for the whole text
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
	Line int // from 1; 0 for the whole text
	Err  error
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("report: %v", e.Err)
	}
	return fmt.Sprintf("report: line %d: %v", e.Line, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }

// Read reads one report.
func (r Reader) Read(ctx context.Context, src io.Reader) (*doc.Document, error) {
	data, err := r.Limits.ReadInput(ctx, src)
	if err != nil {
		return nil, &Error{0, err}
	}
	if err := sound(data); err != nil {
		return nil, err
	}
	p := &parser{Reader: r, ctx: ctx, doc: &doc.Document{}}
	p.split(string(data))
	if len(p.chunks) == 0 && !p.stopped() {
		return nil, &Error{0, errors.New("the text is empty")}
	}
	for _, step := range []func(){p.language, p.rejoin, p.takeNotes, p.head, p.body, p.leftNotes, p.curl} {
		if !p.stopped() {
			step()
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, &Error{0, err}
	}
	return p.doc, nil
}

// stopped says that nobody waits for the document any more: what goes through a
// whole text asks it, and leaves its work undone.
func (p *parser) stopped() bool { return p.ctx.Err() != nil }

// sound refuses what is not UTF-8 text, by its first line.
func sound(data []byte) error {
	line := 1
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			return &Error{line, errors.New("not UTF-8")}
		case r == 0:
			return &Error{line, errors.New("a NUL byte: not a text")}
		case r == '\n':
			line++
		}
		i += n
	}
	return nil
}

// A parser reads one report.
type parser struct {
	Reader
	ctx    context.Context
	doc    *doc.Document
	chunks []chunk
	notes  map[string]*note
	order  []*note
	form   string // of the notes' labels: "¹", "[1]", "(1)", "1)", "1."
	called int    // notes so far
	inNote bool
}

func (p *parser) warn(line int, format string, args ...any) {
	if p.Warn != nil {
		p.Warn(Warning{line, fmt.Sprintf(format, args...)})
	}
}

// language guesses Japanese by its kana.
func (p *parser) language() {
	lang := p.Lang
	if lang == "" {
		lang = "en"
		kana, letters := 0, 0
		for _, c := range p.chunks {
			if p.stopped() {
				return
			}
			for _, r := range c.text() {
				if unicode.In(r, unicode.Hiragana, unicode.Katakana) {
					kana++
				}
				if unicode.IsLetter(r) {
					letters++
				}
			}
		}
		if kana*5 > letters {
			lang = "ja"
		}
	}
	p.doc.Meta.Lang = lang
	p.warn(0, "no language is given: taken as %q", lang)
}

// curl curls straight marks in the whole document.
func (p *parser) curl() {
	c := smart.New(p.doc.Meta.Lang)
	c.Inlines(p.doc.Meta.Title)
	c.Inlines(p.doc.Meta.Subtitle)
	for n := range doc.All(p.doc) {
		if p.stopped() {
			return
		}
		switch n := n.(type) {
		case *doc.Section:
			c.Inlines(n.Title)
		case *doc.Paragraph:
			c.Inlines(n.Content)
		}
	}
	if c.Count > 0 {
		p.warn(0, "straight quotation marks and apostrophes were curled: %d", c.Count)
	}
}

// shorten makes a text short enough for a message.
func shorten(s string) string {
	if rs := []rune(s); len(rs) > 60 {
		return string(rs[:60]) + "…"
	}
	return strings.TrimSpace(s)
}
