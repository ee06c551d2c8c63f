package tex

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// maxDepth is how deep a formula may be nested.
const maxDepth = 100

// Parse reads a formula. The error is an [*Error].
func Parse(src string) (f *Formula, err error) {
	p := &parser{src: src, formula: &Formula{}}
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *Error: // see fail
			f, err = nil, r
		default:
			panic(r)
		}
	}()
	p.formula.Body = p.lines()
	if t := p.peek(); t.kind != end {
		p.unexpected(t)
	}
	return p.formula, nil
}

// A parser reads one formula.
type parser struct {
	src      string
	pos      int
	depth    int
	alphabet Alphabet
	formula  *Formula
	tag      Node // of the row being read
}

// fail ends the parse; Parse returns the error. So the parser's functions need
// not hand it up through every level.
func (p *parser) fail(at int, format string, args ...any) {
	panic(&Error{Offset: at, Msg: fmt.Sprintf(format, args...)})
}

// unexpected fails at a token that cannot stand where it does.
func (p *parser) unexpected(t token) {
	switch {
	case t.kind == end:
		p.fail(t.at, "the formula ends too early")
	case t.kind == command:
		p.fail(t.at, `\%s cannot stand here`, t.text)
	case t.kind == ampersand:
		p.fail(t.at, "& outside an alignment")
	}
	p.fail(t.at, "%s cannot stand here", t.text)
}

// lines is the formula: one line, or several between \\.
func (p *parser) lines() List {
	rows := [][]List{{p.list()}}
	tags := []Node{p.takeTag()}
	for p.peek().named("\\", "cr", "newline") {
		p.take()
		p.option()
		rows = append(rows, []List{p.list()})
		tags = append(tags, p.takeTag())
	}
	if n := len(rows); n > 1 && len(rows[n-1][0]) == 0 {
		rows, tags = rows[:n-1], tags[:n-1]
	}
	if len(rows) == 1 {
		p.formula.Tag = tags[0]
		return rows[0][0]
	}
	return List{&Grid{Kind: Gathered, Columns: []Align{Center}, Rows: rows, Tags: tags}}
}

func (p *parser) takeTag() Node {
	t := p.tag
	p.tag = nil
	return t
}

// list reads parts up to what they cannot hold: a closing brace, a cell's or
// row's end, the end of an environment or of a delimited part.
func (p *parser) list() List {
	if p.depth++; p.depth > maxDepth {
		p.fail(p.pos, "the formula is nested too deep")
	}
	defer func() { p.depth-- }()
	var out List
	for {
		t := p.peek()
		if closes(t) {
			return out
		}
		switch {
		case t.named("over", "atop", "choose", "brack", "brace"):
			p.take()
			return List{infix(t.text, out, p.list())}
		case t.kind == command && hasStyle(t.text):
			p.take()
			return append(out, &Styled{Style: styles[t.text], Body: p.list()})
		case t.kind == command && hasOldAlphabet(t.text):
			p.take()
			old := p.alphabet
			p.alphabet = oldAlphabets[t.text]
			out = append(out, p.list()...)
			p.alphabet = old
			return out
		}
		out = append(out, asList(p.part())...)
	}
}

func hasStyle(name string) bool { _, ok := styles[name]; return ok }

func hasOldAlphabet(name string) bool { _, ok := oldAlphabets[name]; return ok }

func closes(t token) bool {
	return t.kind == end || t.kind == closeBrace || t.kind == ampersand || t.named("\\", "cr", "newline", "end", "right", "middle")
}

// infix is the fraction of a command that stands between its parts.
func infix(name string, num, den List) *Fraction {
	f := &Fraction{Num: num, Den: den, NoRule: name != "over"}
	switch name {
	case "choose":
		f.Left, f.Right = '(', ')'
	case "brack":
		f.Left, f.Right = '[', ']'
	case "brace":
		f.Left, f.Right = '{', '}'
	}
	return f
}

// part reads a nucleus with its scripts; nil for what sets nothing.
func (p *parser) part() Node {
	start := p.peek()
	var base Node
	if start.kind != superscript && start.kind != subscript && start.kind != primeMark {
		base = p.nucleus()
		if base == nil {
			return nil
		}
	}
	return p.scripts(base)
}

// scripts reads the scripts of a base.
func (p *parser) scripts(base Node) Node {
	s := &Scripts{Base: base}
	for {
		t := p.peek()
		switch {
		case t.kind == primeMark:
			if s.Super != nil && s.Primes == 0 {
				p.fail(t.at, "a second superscript")
			}
			p.take()
			s.Primes++
			s.Super = append(asList(s.Super), symbolOf('\''))
		case t.kind == superscript:
			if s.Super != nil && len(asList(s.Super)) > s.Primes {
				p.fail(t.at, "a second superscript")
			}
			p.take()
			arg := p.scriptArgument()
			if s.Primes > 0 {
				arg = append(asList(s.Super), asList(arg)...)
			}
			s.Super = arg
		case t.kind == subscript:
			if s.Sub != nil {
				p.fail(t.at, "a second subscript")
			}
			p.take()
			s.Sub = p.scriptArgument()
		case t.named("limits"):
			p.take()
			s.Limits = LimitsAlways
		case t.named("nolimits"):
			p.take()
			s.Limits = LimitsNever
		case t.named("displaylimits"):
			p.take()
			s.Limits = DisplayLimits
		default:
			if s.Super == nil && s.Sub == nil && s.Limits == DisplayLimits {
				return base
			}
			return s
		}
	}
}

func asList(n Node) List {
	switch n := n.(type) {
	case nil:
		return nil
	case List:
		return n
	}
	return List{n}
}

// scriptArgument is an argument that may be empty.
func (p *parser) scriptArgument() Node {
	if n := p.argument(); n != nil {
		return n
	}
	return List{}
}

// argument reads the argument of a command: a part in braces, or one nucleus.
func (p *parser) argument() Node {
	t := p.peek()
	if t.kind == openBrace {
		p.take()
		return p.braced(t)
	}
	if closes(t) || t.kind == superscript || t.kind == subscript {
		p.fail(t.at, "an argument is missing here")
	}
	if n := p.nucleus(); n != nil {
		return n
	}
	return List{}
}

// braced reads up to the brace that closes t. A part alone stands for itself.
func (p *parser) braced(t token) Node {
	old := p.alphabet
	l := p.list()
	p.alphabet = old
	if c := p.take(); c.kind != closeBrace {
		if c.kind == end {
			p.fail(t.at, "this { is not closed")
		}
		p.unexpected(c)
	}
	if len(l) == 1 {
		return l[0]
	}
	return l
}

// nucleus reads a part without its scripts.
func (p *parser) nucleus() Node {
	t := p.take()
	switch t.kind {
	case character:
		return p.character(t)
	case command:
		return p.command(t)
	case openBrace:
		return &Group{Body: asList(p.braced(t))}
	case tie:
		return &Space{Mu: spacing[" "]}
	case primeMark:
		return symbolOf('\'')
	}
	p.unexpected(t)
	return nil
}

func (p *parser) character(t token) Node {
	r, n := utf8.DecodeRuneInString(t.text)
	switch {
	case r == utf8.RuneError && n <= 1, r < ' ' || r >= 0x7F && r < 0xA0:
		p.fail(t.at, "a byte that is no character")
	case r == '#' || r == '$':
		p.fail(t.at, "%c cannot stand in a formula", r)
	case r == '\u00A0':
		return &Space{Mu: spacing[" "]}
	}
	s := symbolOf(r)
	s.Alphabet = p.alphabet
	return s
}

// command reads what a control sequence stands for.
func (p *parser) command(t token) Node {
	name := t.text
	if s, ok := symbols().names[name]; ok {
		s.Alphabet = p.alphabet
		return &s
	}
	if mu, ok := spacing[name]; ok {
		return &Space{Mu: mu}
	}
	if limits, ok := functions[name]; ok {
		return function(name, limits)
	}
	if a, ok := accents[name]; ok {
		a.Body = p.argument()
		return &a
	}
	if a, ok := alphabets[name]; ok {
		return p.inAlphabet(a)
	}
	if tx, ok := textFonts[name]; ok {
		s, at := p.raw()
		return p.text(s, at, tx)
	}
	if c, ok := classes[name]; ok {
		return &Group{Body: asList(p.argument()), Class: c}
	}
	if r, ok := arrows[name]; ok {
		return p.arrow(r)
	}
	if d, ok := sizes[name]; ok {
		r, _ := p.delimiter(name)
		d.Rune = r
		return &d
	}
	if read, ok := commands[name]; ok {
		return read(p, t)
	}
	p.fail(t.at, `\%s is not known`, name)
	return nil
}

func function(name string, limits bool) *Function {
	f := &Function{Name: name, Limits: LimitsNever}
	if n := functionNames[name]; n != "" {
		f.Name = n
	}
	if limits {
		f.Limits = DisplayLimits
	}
	return f
}

// inAlphabet reads an argument in an alphabet. It is a group only where it has
// more parts than one.
func (p *parser) inAlphabet(a Alphabet) Node {
	old := p.alphabet
	p.alphabet = a
	n := p.argument()
	p.alphabet = old
	if l, ok := n.(List); ok {
		return &Group{Body: l}
	}
	return n
}

// arrow reads what stands under and over an arrow that grows.
func (p *parser) arrow(r rune) Node {
	s := &Stack{Base: symbolOf(r), Class: Rel, Stretch: true}
	if p.peek().is("[") {
		p.take()
		s.Under = p.bracketed()
	}
	s.Over = p.argument()
	return s
}

// bracketed reads a part up to a bracket that closes it.
func (p *parser) bracketed() Node {
	var out List
	for !p.peek().is("]") {
		t := p.peek()
		if closes(t) {
			p.fail(t.at, "want ] here")
		}
		if n := p.part(); n != nil {
			out = append(out, n)
		}
	}
	p.take()
	return out
}

// delimiter reads a delimiter; 0 is none.
func (p *parser) delimiter(of string) (rune, Class) {
	t := p.take()
	switch {
	case t.is("."):
		return 0, Ord
	case t.is("<"):
		return '⟨', Open
	case t.is(">"):
		return '⟩', Close
	case t.kind == character:
		if s := symbolOf([]rune(t.text)[0]); fences[s.Rune] {
			return s.Rune, s.Class
		}
	case t.kind == command:
		if s := symbols().names[t.text]; fences[s.Rune] {
			return s.Rune, s.Class
		}
	case t.kind == openBrace: // \big{(}
		r, c := p.delimiter(of)
		if e := p.take(); e.kind != closeBrace {
			p.unexpected(e)
		}
		return r, c
	}
	p.fail(t.at, `\%s wants a delimiter here`, of)
	return 0, Ord
}

// fences are the signs that may stand for a delimiter.
var fences = func() map[rune]bool {
	m := map[rune]bool{}
	for _, r := range `()[]{}⟨⟩⌊⌋⌈⌉⟮⟯⎰⎱⟦⟧⌜⌝⌞⌟|‖∣∥/\↑↓↕⇑⇓⇕` {
		m[r] = true
	}
	return m
}()

// text reads words, with mathematics between dollar signs in them. at is where
// s begins in the source.
func (p *parser) text(s string, at int, font Text) Node {
	var out List
	var word strings.Builder
	flush := func() {
		if word.Len() > 0 {
			t := font
			t.Text = word.String()
			out = append(out, &t)
			word.Reset()
		}
	}
	in := &parser{src: s, formula: p.formula, depth: p.depth + 1}
	if in.depth > maxDepth {
		p.fail(at, "the formula is nested too deep")
	}
	defer shift(at)
	for in.pos < len(s) {
		switch c := s[in.pos]; c {
		case '$':
			flush()
			out = append(out, in.dollars())
		case '\\':
			if n := in.textCommand(&word, font); n != nil {
				flush()
				out = append(out, n)
			}
		case '~':
			word.WriteRune('\u00A0')
			in.pos++
		case '{', '}':
			in.pos++
		case '\n', '\t', '\r':
			word.WriteByte(' ')
			in.pos++
		default:
			r, n := utf8.DecodeRuneInString(s[in.pos:])
			if r == utf8.RuneError && n <= 1 || r < ' ' {
				in.fail(in.pos, "a byte that is no character")
			}
			word.WriteRune(r)
			in.pos += n
		}
	}
	flush()
	if len(out) == 1 {
		return out[0]
	}
	return &Group{Body: out}
}

// shift moves the place of an error found in a part of the source that begins
// at a byte.
func shift(at int) {
	if r := recover(); r != nil {
		if e, ok := r.(*Error); ok {
			e.Offset += at
		}
		panic(r)
	}
}

// dollars reads the mathematics between dollar signs in words.
func (p *parser) dollars() Node {
	n := strings.IndexByte(p.src[p.pos+1:], '$')
	if n < 0 {
		p.fail(p.pos, "this $ has no other")
	}
	in := &parser{src: p.src[p.pos+1 : p.pos+1+n], formula: p.formula, depth: p.depth + 1}
	defer shift(p.pos + 1)
	l := in.list()
	if t := in.peek(); t.kind != end {
		in.unexpected(t)
	}
	p.pos += n + 2
	return &Group{Body: l}
}

// textCommand reads a control sequence among words: a character that is
// escaped, a space, words in another face, a symbol.
func (p *parser) textCommand(word *strings.Builder, font Text) Node {
	t := p.take()
	if f, ok := textFonts[t.text]; ok {
		f.Bold, f.Italic = f.Bold || font.Bold, f.Italic || font.Italic
		s, at := p.raw()
		return p.text(s, at, f)
	}
	switch mu, space := spacing[t.text]; {
	case strings.Contains("$%#&_{}", t.text) && t.text != "":
		word.WriteString(t.text)
	case t.text == " " || t.text == "\n" || t.text == "space":
		word.WriteByte(' ')
	case t.text == "-" || t.text == "/": // a hyphen, a ligature prevented
	case space:
		return &Space{Mu: mu}
	case t.text == "ref" || t.text == "eqref":
		p.fail(t.at, `\%s: a reference stands outside a formula`, t.text)
	default:
		s, ok := symbols().names[t.text]
		if !ok {
			p.fail(t.at, `\%s is not known`, t.text)
		}
		word.WriteRune(s.Char())
	}
	return nil
}
