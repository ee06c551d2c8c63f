package pdffile

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// A value is a PDF object that was read. Scalars keep the form in which they
// were written.
type value struct {
	kind  kind
	raw   []byte  // a scalar
	ref   ref     // a reference
	items []value // of an array; of a dictionary: key, value, key, value
}

type kind uint8

const (
	scalar kind = iota // number, string, true, false, null
	nameValue
	refValue
	array
	dictionary
)

// get returns the value of a dictionary's key.
func (v value) get(key string) (value, bool) {
	if v.kind != dictionary {
		return value{}, false
	}
	for i := 0; i+1 < len(v.items); i += 2 {
		if string(v.items[i].raw) == key {
			return v.items[i+1], true
		}
	}
	return value{}, false
}

// int returns a number that is a whole one of zero or more.
func (v value) int() (int, bool) {
	if v.kind != scalar {
		return 0, false
	}
	n, err := strconv.Atoi(string(v.raw))
	return n, err == nil && n >= 0
}

// A lexer reads values from bytes.
type lexer struct {
	b     []byte
	pos   int
	depth int
}

// deepest is how far values may be nested. gofpdf nests four deep.
const deepest = 32

var (
	errEnd    = errors.New("unexpected end")
	errNested = errors.New("values nested too deep")
)

func space(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func delimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// skip passes over white space and comments.
func (l *lexer) skip() {
	for l.pos < len(l.b) {
		switch c := l.b[l.pos]; {
		case space(c):
			l.pos++
		case c == '%':
			for l.pos < len(l.b) && l.b[l.pos] != '\n' && l.b[l.pos] != '\r' {
				l.pos++
			}
		default:
			return
		}
	}
}

// accept passes over a token, after white space, if it is next.
func (l *lexer) accept(token string) bool {
	l.skip()
	if !bytes.HasPrefix(l.b[l.pos:], []byte(token)) {
		return false
	}
	l.pos += len(token)
	return true
}

// word returns the regular characters that are next.
func (l *lexer) word() []byte {
	l.skip()
	start := l.pos
	for l.pos < len(l.b) && !space(l.b[l.pos]) && !delimiter(l.b[l.pos]) {
		l.pos++
	}
	return l.b[start:l.pos]
}

// int reads a whole number of zero or more.
func (l *lexer) int() (int, bool) {
	start := l.pos
	n, err := strconv.Atoi(string(l.word()))
	if err != nil || n < 0 {
		l.pos = start
		return 0, false
	}
	return n, true
}

// value reads a value.
func (l *lexer) value() (value, error) {
	if l.depth++; l.depth > deepest {
		return value{}, errNested
	}
	defer func() { l.depth-- }()
	l.skip()
	if l.pos >= len(l.b) {
		return value{}, errEnd
	}
	switch c := l.b[l.pos]; {
	case l.accept("<<"):
		return l.list(dictionary, ">>")
	case l.accept("["):
		return l.list(array, "]")
	case c == '<':
		end := bytes.IndexByte(l.b[l.pos:], '>')
		if end < 0 {
			return value{}, errEnd
		}
		l.pos += end + 1
		return value{raw: l.b[l.pos-end-1 : l.pos]}, nil
	case c == '(':
		return l.literal()
	case c == '/':
		l.pos++
		return value{kind: nameValue, raw: l.word()}, nil
	case delimiter(c):
		return value{}, fmt.Errorf("unexpected %q", c)
	}
	return l.plain(), nil
}

// list reads the values of an array or a dictionary up to its end.
func (l *lexer) list(k kind, end string) (value, error) {
	v := value{kind: k}
	for !l.accept(end) {
		item, err := l.value()
		if err != nil {
			return value{}, err
		}
		if k == dictionary && len(v.items)%2 == 0 && item.kind != nameValue {
			return value{}, errors.New("a dictionary's key is not a name")
		}
		v.items = append(v.items, item)
	}
	if k == dictionary && len(v.items)%2 != 0 {
		return value{}, errors.New("a dictionary's key has no value")
	}
	return v, nil
}

// literal reads a string in parentheses, which may nest.
func (l *lexer) literal() (value, error) {
	start, open := l.pos, 0
	for ; l.pos < len(l.b); l.pos++ {
		switch l.b[l.pos] {
		case '\\':
			l.pos++
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				l.pos++
				return value{raw: l.b[start:l.pos]}, nil
			}
		}
	}
	l.pos = len(l.b)
	return value{}, errEnd
}

// plain reads a number, a keyword or a reference.
func (l *lexer) plain() value {
	start := l.pos
	if n, ok := l.int(); ok {
		after := l.pos
		if _, ok := l.int(); ok && string(l.word()) == "R" {
			return value{kind: refValue, ref: ref(n)}
		}
		l.pos = after
		return value{raw: l.b[start:after]}
	}
	return value{raw: l.word()}
}
