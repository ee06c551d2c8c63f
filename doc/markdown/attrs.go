package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
)

// attrs are the attributes of a construct: what is used is taken out, and the
// rest reported.
type attrs struct {
	id      string
	classes []string
	keys    map[string]string
}

func attrsOf(as parser.Attributes) attrs {
	a := attrs{keys: map[string]string{}}
	for _, at := range as {
		var v string
		switch t := at.Value.(type) {
		case []byte:
			v = string(t)
		case string:
			v = t
		}
		switch string(at.Name) {
		case "id":
			a.id = v
		case "class":
			a.classes = append(a.classes, strings.Fields(v)...)
		default:
			a.keys[string(at.Name)] = v
		}
	}
	return a
}

// nodeAttrs are the attributes that goldmark put on a node.
func nodeAttrs(n ast.Node) attrs {
	var as parser.Attributes
	for _, at := range n.Attributes() {
		as = append(as, parser.Attribute{Name: at.Name, Value: at.Value})
	}
	return attrsOf(as)
}

func (a *attrs) take(class string) bool {
	i := slices.Index(a.classes, class)
	if i >= 0 {
		a.classes = slices.Delete(a.classes, i, i+1)
	}
	return i >= 0
}

func (a *attrs) get(key string) string {
	v := a.keys[key]
	delete(a.keys, key)
	return v
}

// rest reports the attributes that mean nothing.
func (r *reader) rest(line int, what string, a attrs) {
	for _, c := range a.classes {
		r.once(line, "the class %q of a %s means nothing here", c, what)
	}
	keys := make([]string, 0, len(a.keys))
	for k := range a.keys {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		r.once(line, "the attribute %q of a %s means nothing here", k, what)
	}
}
