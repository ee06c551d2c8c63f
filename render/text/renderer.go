package text

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
)

// A Renderer makes plain-text editions. Its zero value works.
type Renderer struct {
	// Width is the length of lines in columns; 0 is 72.
	Width int
	// PlainEmphasis leaves the marks of emphasis out.
	PlainEmphasis bool
	// PlainMath sets a formula whose TeX is not understood as TeX, with a
	// warning; otherwise it is an error.
	PlainMath bool
	// PageMap, if not nil, gives page references the labels of the printed
	// pages.
	PageMap *render.PageMap
	// Limits bound what is taken from a document that is not trusted.
	Limits render.Limits
	// Warn, if not nil, is called for all that could not be set as the
	// document asks, in document order.
	Warn func(render.Warning)
}

// minWidth is the narrowest text that lists and notes can be set in.
const minWidth = 20

// Render writes the plain-text edition of d to w.
func (r Renderer) Render(ctx context.Context, w io.Writer, d *doc.Document) error {
	if r.Width == 0 {
		r.Width = 72
	}
	if r.Width < minWidth {
		return fmt.Errorf("text: width %d: want at least %d", r.Width, minWidth)
	}
	x, err := render.Prepare(ctx, d, r.Limits, r.Warn)
	if err != nil {
		return fmt.Errorf("text: %w", err)
	}
	s := &setter{Renderer: r, ctx: ctx, d: d, x: x, lang: d.Meta.Lang}
	s.document()
	out := s.bytes()
	if s.err == nil {
		s.err = ctx.Err()
	}
	if s.err != nil {
		return fmt.Errorf("text: %w", s.err)
	}
	if _, err := w.Write(bytes.ReplaceAll(out, []byte(joined), []byte("["))); err != nil {
		return fmt.Errorf("text: %w", err)
	}
	return nil
}

// A setter sets one document.
type setter struct {
	Renderer
	ctx   context.Context
	d     *doc.Document
	x     *doc.Index
	out   bytes.Buffer
	begun bool // something is written
	gap   int  // blank lines wanted before the next line
	// paragraphs are those that belong into out, in order.
	paragraphs []paragraph

	lang    string
	quotes  int
	pending []*doc.NoteEntry // called and not yet set
	err     error
	plain   bool // no notes: a title in a reference
	upper   bool // words in capitals: a title
}

// A margin is what stands before the lines of a block: the first line's, and
// the others'.
type margin struct{ first, rest string }

func (m margin) add(first, rest string) margin { return margin{m.first + first, m.rest + rest} }

// next is the margin of the blocks after the first.
func (m margin) next() margin { return margin{m.rest, m.rest} }

// begin writes the blank lines that are due before the next line.
func (s *setter) begin() {
	for ; s.begun && s.gap > 0; s.gap-- {
		s.out.WriteByte('\n')
	}
	s.begun, s.gap = true, 0
}

// line writes a line, without spaces at its end.
func (s *setter) line(l string) {
	s.begin()
	s.out.WriteString(strings.TrimRight(l, " "))
	s.out.WriteByte('\n')
}

// space asks for at least n blank lines before the next line.
func (s *setter) space(n int) { s.gap = max(s.gap, n) }

func (s *setter) fail(n doc.Node, err error) {
	if s.err == nil {
		s.err = &render.NodeError{Path: s.x.Path(n), Node: doc.NodeName(n), Err: err}
	}
}

func (s *setter) warn(n doc.Node, format string, args ...any) {
	if s.Warn != nil {
		s.Warn(render.Warning{Path: s.x.Path(n), Message: fmt.Sprintf(format, args...)})
	}
}

func (s *setter) document() {
	s.head()
	s.notes()
	if len(s.d.Meta.Abstract) > 0 {
		s.space(1)
		s.line(strings.ToUpper(s.x.Terms().Abstract))
		s.space(1)
		s.blocks(s.d.Meta.Abstract, margin{"  ", "  "}, false)
	}
	if k := s.d.Meta.Keywords; len(k) > 0 {
		s.space(1)
		s.wrap(s.x.Terms().Before(s.x.Terms().Keywords)+strings.Join(k, ", "), margin{"  ", "    "})
	}
	s.space(2)
	s.blocks(s.d.Blocks, margin{}, false)
	s.notes()
	for _, e := range s.x.Outline() {
		if s.ctx.Err() != nil {
			return
		}
		s.section(e)
		s.notes()
	}
	s.imprint()
}

func (s *setter) section(e *doc.OutlineEntry) {
	lang := s.lang
	defer func() { s.lang = lang }()
	if e.Section.Lang != "" {
		s.lang = e.Section.Lang
	}
	s.space(map[bool]int{true: 2, false: 1}[e.Depth == 1])
	title := s.inlines(e.Section.Title)
	if e.Number != "" {
		number := e.Number
		switch e.Section.Role {
		case doc.RolePart, doc.RoleChapter, doc.RoleAppendix:
			number = s.x.Label(e.Section)
		}
		title = strings.TrimSpace(number + " " + title)
	}
	if title != "" {
		lines := fill(title, s.Width)
		widest := 0
		for _, l := range lines {
			s.line(l)
			widest = max(widest, width(l))
		}
		if e.Depth <= 2 {
			s.line(strings.Repeat(map[int]string{1: "=", 2: "-"}[e.Depth], widest))
		}
	}
	s.space(1)
	s.blocks(e.Section.Blocks, margin{}, false)
	for _, c := range e.Children {
		s.section(c)
	}
	if e.Section == s.x.IndexSection() {
		s.index(render.IndexEntries(s.d, s.x), render.PlaceNames(s.PageMap, s.d, s.x), margin{})
	}
}

// notes sets the notes that were called since the last.
func (s *setter) notes() {
	for len(s.pending) > 0 {
		due := s.pending
		s.pending = nil
		s.space(1)
		for _, e := range due {
			label := "[" + e.Label + "] "
			hang := strings.Repeat(" ", min(width(label), 6))
			s.space(1)
			if len(e.Note.Content) == 0 {
				s.line(label)
			}
			s.blocks(e.Note.Content, margin{label, hang}, false)
		}
		s.space(1)
	}
}
