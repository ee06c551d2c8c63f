package pdf

import (
	"strings"
	"unicode/utf8"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
	"github.com/offprint-go/offprint/render/internal/syntax"
)

// goesOn is set at the end of a line of code that goes on below: it is not
// the program's.
const goesOn = "↩"

// Costs of breaking a line of code: in a space, behind a mark, anywhere in a
// word that is too long for a line.
const (
	codeSpaceCost  = 0
	codeMarkCost   = 300
	codeLetterCost = 3000
	inlineCodeCost = 150 // of a long word of code in text, behind a mark
)

// codeMarks are what a line of code may be broken behind.
const codeMarks = ",;:/\\&|=.?)]}-_"

// longCode is how long a word of code in text is, in letters, to be broken at
// all.
const longCode = 20

// code sets program text line for line, keywords bold and comments italic, so
// that it reads in black. White space counts; a line too long for the measure
// goes on below, hung, with a mark.
func (f *flow) code(b *doc.CodeBlock, fr *frame) []layout.Block {
	in := *fr
	in.style.monospace(f.st.CodeSize)
	in.leading = scale(fr.leading, 0.87)
	in.align = layout.Start
	in.turn(false) // program text runs from left to right everywhere
	in.left += f.em(fr, 1)
	var out []layout.Block
	f.tags.in(elem("P"), func() {
		f.tags.in(elem("Code"), func() {
			s := &codeSetter{flow: f, frame: &in, tag: f.tags.slot(), src: f.source(f.x.Path(b))}
			lines := syntax.Lines(b.Language, b.Lines())
			for i, l := range lines {
				p := s.line(l)
				p.KeepNext = i == 0 && len(lines) > 1 || i == len(lines)-2
				out = append(out, p)
				s.src.offset++ // the newline
			}
		})
	})
	spaceBefore(out, fr.room)
	spaceAfter(out, fr.room)
	anchorBlocks(out, f.x.Anchor(b))
	return out
}

// inlineCode appends program text that stands in a line. A long word of it may
// be broken behind a mark, without a hyphen, which could be taken for its own.
func (f *flow) inlineCode(t *text, s string, in inline) {
	for s != "" {
		end := strings.IndexByte(s, ' ') + 1
		if end == 0 {
			end = len(s)
		}
		word := s[:end]
		s = s[end:]
		for long := len(word) >= longCode; long; {
			i := strings.IndexAny(word[1:max(len(word)-2, 1)], codeMarks)
			if i < 0 {
				break
			}
			f.add(t, word[:i+2], in)
			t.event(event{soft: true})
			word = word[i+2:]
		}
		f.add(t, word, in)
	}
}

// A codeSetter sets the lines of one block of code.
type codeSetter struct {
	*flow
	frame *frame
	tag   layout.Tag
	src   *source

	builder *builder // of the line
	room    layout.Unit
	started bool // past the spaces that the line begins with
}

// line makes a paragraph of a line: words, and spaces of a fixed width, those
// at its start kept there. What goes on below is set in further than the line.
func (s *codeSetter) line(tokens []syntax.Token) *layout.Para {
	fr := s.frame
	hang := s.em(fr, 2)
	if len(tokens) > 0 {
		indent := len(tokens[0].Text) - len(strings.TrimLeft(tokens[0].Text, " "))
		space := layout.Unit(s.set.space(s.set.intern(fr.style)).width)
		hang += min(layout.Unit(indent)*space, s.widest(fr)/2)
	}
	p := &layout.Para{Left: fr.left + hang, Right: fr.right, Indent: -hang, Align: layout.Start, Leading: fr.leading, Height: fr.height(), Source: s.src.id}
	var whole []byte
	for _, t := range tokens {
		whole = append(whole, t.Text...)
	}
	s.builder = &builder{setter: s.set, text: &text{}, para: p, levels: (&text{buf: whole}).levels(false)}
	s.room, s.started = s.widest(fr)-hang, false
	for _, t := range tokens {
		st := fr.style
		switch t.Kind {
		case syntax.Keyword:
			st.embolden()
		case syntax.Comment:
			st.slant()
		}
		s.token(t.Text, textRun{style: st, tag: s.tag, offset: s.src.offset, start: len(s.builder.text.buf)})
		s.src.offset += len(t.Text)
	}
	s.builder.end()
	paintable(p)
	return p
}

// token sets a piece of a line.
func (s *codeSetter) token(t string, run textRun) {
	b := s.builder
	from := len(b.text.buf)
	b.text.buf = append(b.text.buf, t...)
	b.text.runs = append(b.text.runs, run)
	b.run = len(b.text.runs) - 1
	for i := from; i < len(b.text.buf); {
		if b.text.buf[i] == ' ' {
			b.seek(i)
			s.space(run)
			i++
			continue
		}
		j := i
		for j < len(b.text.buf) && b.text.buf[j] != ' ' {
			j++
		}
		s.word(i, j, run)
		s.started = true
		i = j
	}
}

// space sets a space. Where the line is broken in it, the mark at the line's
// end stands for it, so that what is copied is the program.
func (s *codeSetter) space(run textRun) {
	sp := s.set.space(s.set.intern(s.frame.style))
	kind := linebreak.Box
	if s.started {
		kind = linebreak.Glue
		s.mark(codeSpaceCost, " ", run.tag)
	}
	s.builder.item(linebreak.Item{Kind: kind, Width: linebreak.Part(sp.width)}, layout.Piece{Ink: sp.ink, Tag: run.tag, Offset: -1})
}

// word sets a word, which may be broken behind a mark, and if it is longer
// than a line anywhere.
func (s *codeSetter) word(from, to int, run textRun) {
	b := s.builder
	long := s.measureText(&run.style, string(b.text.buf[from:to])) > s.room
	for i := from; i < to; {
		j, level := i, b.seek(i)
		for j < min(to, level) {
			r, n := utf8.DecodeRune(b.text.buf[j:])
			j += n
			if long || strings.ContainsRune(codeMarks, r) {
				break
			}
		}
		b.word(i, j)
		if j < min(to, level) {
			cost := int32(codeMarkCost)
			if r, _ := utf8.DecodeLastRune(b.text.buf[i:j]); long && !strings.ContainsRune(codeMarks, r) {
				cost = codeLetterCost
			}
			s.mark(cost, "\u00ad", 0)
		}
		i = j
	}
}

// mark lets the line end here, with a mark. What it stands for is the space
// broken in; within a word it is furniture.
func (s *codeSetter) mark(cost int32, actual string, tag layout.Tag) {
	for _, g := range s.set.shape(s.set.intern(s.frame.style), []byte(goesOn)) {
		m := *g
		m.actual = actual
		s.builder.item(linebreak.Item{Kind: linebreak.Penalty, Cost: cost, Width: linebreak.Part(m.width)}, layout.Piece{Ink: &m, Tag: tag, Offset: -1})
	}
}
