package tex

import (
	"strings"
	"unicode/utf8"
)

// A kind is what a token is.
type kind uint8

const (
	end       kind = iota // of the formula
	character             // a character of no meaning of its own
	command               // a control sequence; text is its name
	openBrace
	closeBrace
	superscript
	subscript
	ampersand
	tie
	primeMark
)

// A token is the least piece of TeX.
type token struct {
	kind  kind
	text  string
	at    int // where it begins
	after int // where the next may begin
}

var special = map[byte]kind{'{': openBrace, '}': closeBrace, '^': superscript, '_': subscript, '&': ampersand, '~': tie, '\'': primeMark}

// next returns the token at byte i, without moving on. White space and
// comments before it mean nothing in mathematics.
func (p *parser) tokenAt(i int) token {
	for i < len(p.src) {
		switch c := p.src[i]; {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r':
			i++
		case c == '%':
			n := strings.IndexByte(p.src[i:], '\n')
			if n < 0 {
				n = len(p.src) - i - 1
			}
			i += n + 1
		case c == '\\':
			return p.commandAt(i)
		case special[c] != 0:
			return token{special[c], p.src[i : i+1], i, i + 1}
		default:
			_, n := utf8.DecodeRuneInString(p.src[i:])
			return token{character, p.src[i : i+n], i, i + n}
		}
	}
	return token{kind: end, at: len(p.src), after: len(p.src)}
}

// commandAt is the control sequence at byte i: a backslash with letters, and
// the white space after them, or with one other character.
func (p *parser) commandAt(i int) token {
	j := i + 1
	for j < len(p.src) && isLetter(p.src[j]) {
		j++
	}
	if j > i+1 {
		return token{command, p.src[i+1 : j], i, j}
	}
	if j == len(p.src) {
		return token{command, "", i, j}
	}
	_, n := utf8.DecodeRuneInString(p.src[j:])
	return token{command, p.src[j : j+n], i, j + n}
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// peek is the next token.
func (p *parser) peek() token { return p.tokenAt(p.pos) }

// take is the next token; the one after it is next.
func (p *parser) take() token {
	t := p.peek()
	p.pos = t.after
	return t
}

// is reports whether a token is a character.
func (t token) is(s string) bool { return t.kind == character && t.text == s }

// named reports whether a token is one of some control sequences.
func (t token) named(names ...string) bool {
	if t.kind != command {
		return false
	}
	for _, n := range names {
		if t.text == n {
			return true
		}
	}
	return false
}

// skipSpace moves past white space.
func (p *parser) skipSpace() {
	for p.pos < len(p.src) && strings.IndexByte(" \n\t\r", p.src[p.pos]) >= 0 {
		p.pos++
	}
}

// raw is an argument in braces as it stands in the source, and where it
// begins. Braces within it are in pairs.
func (p *parser) raw() (s string, at int) {
	t := p.take()
	if t.kind != openBrace {
		p.fail(t.at, "want { here")
	}
	depth := 1
	for i := p.pos; i < len(p.src); i++ {
		switch p.src[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				s, at = p.src[p.pos:i], p.pos
				p.pos = i + 1
				return s, at
			}
		}
	}
	p.fail(t.at, "this { is not closed")
	return "", 0
}

// option is an argument in brackets as it stands, "" if there is none.
func (p *parser) option() string {
	if !p.peek().is("[") {
		return ""
	}
	t := p.take()
	n := strings.IndexByte(p.src[p.pos:], ']')
	if n < 0 {
		p.fail(t.at, "this [ is not closed")
	}
	s := p.src[p.pos : p.pos+n]
	p.pos += n + 1
	return s
}
