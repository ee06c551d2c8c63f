package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// parseAttrs reads attributes as pandoc writes them, {#id .class key=value
// key="a value"}, at the start of a line, and tells how long they are; 0 is
// none. goldmark's own parser takes no value that is not ASCII or quoted.
func parseAttrs(line []byte) (parser.Attributes, int) {
	if len(line) == 0 || line[0] != '{' {
		return nil, 0
	}
	var as parser.Attributes
	i := 1
	for i < len(line) {
		switch c := line[i]; {
		case c == '}':
			return as, i + 1
		case c == ' ' || c == '\t':
			i++
		case c == '#' || c == '.':
			n := attrWord(line[i+1:], "=")
			if n == 0 {
				return nil, 0
			}
			name := map[byte]string{'#': "id", '.': "class"}[c]
			as = append(as, parser.Attribute{Name: []byte(name), Value: line[i+1 : i+1+n]})
			i += 1 + n
		default:
			n := attrWord(line[i:], "=")
			if n == 0 || i+n >= len(line) || line[i+n] != '=' {
				return nil, 0
			}
			name := line[i : i+n]
			value, used := attrValue(line[i+n+1:])
			if used == 0 {
				return nil, 0
			}
			as = append(as, parser.Attribute{Name: name, Value: value})
			i += n + 1 + used
		}
	}
	return nil, 0
}

// attrWord is the length of a word up to white space, a brace or one of some
// characters.
func attrWord(b []byte, stop string) int {
	if i := bytes.IndexAny(b, " \t\n{}\"'"+stop); i >= 0 {
		return i
	}
	return len(b)
}

// attrValue reads a value, quoted or not, and tells how long it is.
func attrValue(b []byte) (value []byte, used int) {
	if len(b) > 0 && (b[0] == '"' || b[0] == '\'') {
		end := bytes.IndexByte(b[1:], b[0])
		if end < 0 || bytes.IndexByte(b[1:1+end], '\n') >= 0 {
			return nil, 0
		}
		return b[1 : 1+end], end + 2
	}
	n := attrWord(b, "")
	return b[:n], n
}

// attrParser reads the attributes that stand close after code, an image or a
// link.
type attrParser struct{}

func (attrParser) Trigger() []byte { return []byte{'{'} }

func (attrParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	last := parent.LastChild()
	switch last.(type) {
	case *ast.Image, *ast.Link, *ast.CodeSpan:
	default:
		return nil
	}
	line, _ := block.PeekLine()
	as, n := parseAttrs(line)
	if n == 0 {
		return nil
	}
	for _, a := range as {
		if string(a.Name) == "class" {
			if old, ok := last.AttributeString("class"); ok {
				a.Value = append(append(old.([]byte)[:len(old.([]byte)):len(old.([]byte))], ' '), a.Value.([]byte)...)
			}
		}
		last.SetAttribute(a.Name, a.Value)
	}
	block.Advance(n)
	return ast.NewTextSegment(text.NewSegment(0, 0)) // nothing
}
