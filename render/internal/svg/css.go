package svg

import (
	"slices"
	"sort"
	"strings"
)

// A rule is a rule of a style sheet whose selector is simple: a name, classes
// and an id, or "*".
type rule struct {
	name, id string
	classes  []string
	weight   int
	decls    []declaration
}

type declaration struct{ key, value string }

// declarations reads "key: value; key: value".
func declarations(s string) []declaration {
	var out []declaration
	for _, d := range strings.Split(s, ";") {
		k, v, ok := strings.Cut(d, ":")
		if !ok {
			continue
		}
		v = strings.TrimSpace(v)
		v = strings.TrimSpace(strings.TrimSuffix(v, "!important"))
		out = append(out, declaration{strings.ToLower(strings.TrimSpace(k)), v})
	}
	return out
}

// styleSheet reads a style sheet. Rules that it does not understand (of
// @media, of selectors with combinators or states) are named by other.
func styleSheet(css string, other func(string)) []rule {
	for {
		before, rest, ok := strings.Cut(css, "/*")
		if !ok {
			break
		}
		_, after, _ := strings.Cut(rest, "*/")
		css = before + " " + after
	}
	var out []rule
	for {
		selectors, rest, ok := strings.Cut(css, "{")
		if !ok {
			return out
		}
		selectors = strings.TrimSpace(selectors)
		if strings.HasPrefix(selectors, "@") {
			other("style " + strings.Fields(selectors)[0])
			css = afterBlock(rest)
			continue
		}
		body, after, _ := strings.Cut(rest, "}")
		for _, s := range strings.Split(selectors, ",") {
			if r, ok := selector(strings.TrimSpace(s)); ok {
				r.decls = declarations(body)
				out = append(out, r)
			} else {
				other("style " + strings.TrimSpace(s))
			}
		}
		css = after
	}
}

// afterBlock is what follows the end of a block whose start has been read.
func afterBlock(s string) string {
	depth := 1
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return s[i+1:]
			}
		}
	}
	return ""
}

func selector(s string) (rule, bool) {
	r := rule{}
	if s == "" || strings.ContainsAny(s, " >+~:[") {
		return r, false
	}
	for s != "" {
		n := strings.IndexAny(s[1:], ".#") + 1
		if n == 0 {
			n = len(s)
		}
		part := s[:n]
		s = s[n:]
		switch part[0] {
		case '.':
			r.classes = append(r.classes, part[1:])
			r.weight += 100
		case '#':
			r.id = part[1:]
			r.weight += 10_000
		case '*':
		default:
			r.name = part
			r.weight++
		}
	}
	return r, true
}

func (r *rule) matches(e *element) bool {
	if r.name != "" && r.name != e.name || r.id != "" && r.id != e.attrs["id"] {
		return false
	}
	has := strings.Fields(e.attrs["class"])
	for _, c := range r.classes {
		if !slices.Contains(has, c) {
			return false
		}
	}
	return true
}

// properties are an element's own: its presentation attributes, then the rules
// that match by weight, then its style attribute.
func (d *drawer) properties(e *element) map[string]string {
	out := map[string]string{}
	for k, v := range e.attrs {
		out[k] = v
	}
	var hits []*rule
	for i := range d.rules {
		if d.rules[i].matches(e) {
			hits = append(hits, &d.rules[i])
		}
	}
	sort.SliceStable(hits, func(i, j int) bool { return hits[i].weight < hits[j].weight })
	for _, r := range hits {
		for _, c := range r.decls {
			out[c.key] = c.value
		}
	}
	for _, c := range declarations(e.attrs["style"]) {
		out[c.key] = c.value
	}
	return out
}
