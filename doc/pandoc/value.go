package pandoc

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// A path is where a value stands in the JSON.
type path struct {
	field string
	index int // -1 for a field alone
	up    *path
}

func (p path) at(i int) path           { return path{"", i, &p} }
func (p path) in(field string) path    { return path{field, -1, &p} }
func (p path) fail(f string, a ...any) { panic(&Error{p.String(), fmt.Errorf(f, a...)}) }

func (p path) String() string {
	s := p.field
	if p.index >= 0 {
		s += "[" + strconv.Itoa(p.index) + "]"
	}
	if p.up == nil {
		return s
	}
	up := p.up.String()
	if p.field != "" && up != "" {
		return up + "." + s
	}
	return up + s
}

// halfCharacter finds the escape of a lone surrogate, which the JSON library
// would read as U+FFFD, and says where it is; "" for none. A backslash stands in
// strings only.
func halfCharacter(data []byte) string {
	for i := bytes.IndexByte(data, '\\'); i >= 0 && i < len(data); {
		r := escaped(data[i:])
		n := 2
		if r >= 0 {
			n = len(`\u0000`)
		}
		if utf16.IsSurrogate(r) {
			if utf16.DecodeRune(r, escaped(data[i+n:])) == utf8.RuneError {
				return fmt.Sprintf("%s at byte %d", data[i:i+n], i)
			}
			n *= 2
		}
		i = min(i+n, len(data))
		next := bytes.IndexByte(data[i:], '\\')
		if next < 0 {
			break
		}
		i += next
	}
	return ""
}

// escaped is the code of an escape such as \u2014; -1 for another.
func escaped(data []byte) rune {
	if len(data) < len(`\u0000`) || data[0] != '\\' || data[1] != 'u' {
		return -1
	}
	n, err := strconv.ParseUint(string(data[2:6]), 16, 16)
	if err != nil {
		return -1
	}
	return rune(n)
}

// node is a constructor with its content.
func node(v any, at path) (t string, c any) {
	m, ok := v.(map[string]any)
	if !ok {
		at.fail("want an object with t and c")
	}
	t, ok = m["t"].(string)
	if !ok {
		at.fail("the constructor's name, t, is missing")
	}
	return t, m["c"]
}

// list is an array; n, if not negative, is how long it must be.
func list(v any, n int, at path) []any {
	l, ok := v.([]any)
	if !ok || n >= 0 && len(l) != n {
		if n < 0 {
			at.fail("want an array")
		}
		at.fail("want an array of %d", n)
	}
	return l
}

func str(v any, at path) string {
	s, ok := v.(string)
	if !ok {
		at.fail("want a string")
	}
	return s
}

func number(v any, at path) float64 {
	f, ok := v.(float64)
	if !ok {
		at.fail("want a number")
	}
	return f
}

// An attr is pandoc's Attr: an identifier, classes and key-value pairs.
type attr struct {
	id      string
	classes []string
	keys    [][2]string
}

func attrOf(v any, at path) attr {
	l := list(v, 3, at)
	a := attr{id: str(l[0], at.at(0))}
	for i, c := range list(l[1], -1, at.at(1)) {
		a.classes = append(a.classes, str(c, at.at(1).at(i)))
	}
	for i, kv := range list(l[2], -1, at.at(2)) {
		pair := list(kv, 2, at.at(2).at(i))
		a.keys = append(a.keys, [2]string{str(pair[0], at), str(pair[1], at)})
	}
	return a
}

// take removes a class and reports whether it was there.
func (a *attr) take(class string) bool {
	for i, c := range a.classes {
		if c == class {
			a.classes = append(a.classes[:i:i], a.classes[i+1:]...)
			return true
		}
	}
	return false
}

// get removes a key and returns its value.
func (a *attr) get(key string) string {
	for i, kv := range a.keys {
		if kv[0] == key {
			a.keys = append(a.keys[:i:i], a.keys[i+1:]...)
			return kv[1]
		}
	}
	return ""
}

// rest reports what of an attr was not used.
func (p *parser) rest(a attr, what string, at path) {
	for _, c := range a.classes {
		p.warnOnce(at, "the class %q of a %s means nothing here", c, what)
	}
	for _, kv := range a.keys {
		p.warnOnce(at, "the attribute %q of a %s means nothing here", kv[0], what)
	}
}

// left reports an attr of a node that can have none in the model.
func (p *parser) left(a attr, what string, at path) {
	if a.id != "" {
		p.warnOnce(at, "the identifier %q of a %s is left out", a.id, what)
	}
	p.rest(a, what, at)
}
