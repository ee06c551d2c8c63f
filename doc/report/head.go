package report

import (
	"regexp"
	"strings"
	"time"
	"unicode"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/outline"
)

// head takes what stands above the text: the series line, the title, authors
// with affiliations, the date, and the note on the whole work.
func (p *parser) head() {
	m := &p.doc.Meta
	i := 0
	next := func() (chunk, string, bool) {
		if i >= len(p.chunks) {
			return chunk{}, "", false
		}
		return p.chunks[i], p.chunks[i].text(), true
	}
	if c, t, ok := next(); ok {
		if s := outline.SeriesLine(t); s != nil {
			m.Series = s
			p.warn(c.line, "%q, number %q, is taken as the series", s.Title, s.Number)
			i++
		}
	}
	if c, t, ok := next(); ok && short(t, 200) {
		m.Title = p.inlines(t, c.line)
		p.warn(c.line, "%q is taken as the title", t)
		i++
	} else {
		name := p.Name
		if name == "" {
			name = "Untitled"
		}
		m.Title = doc.Inlines{doc.Text(name)}
		p.warn(0, "no title is found: taken as %q", name)
	}
	for {
		c, t, ok := next()
		if !ok || !p.headPart(c, t) {
			break
		}
		i++
	}
	p.chunks = p.chunks[i:]
}

// short reports whether a text may be a line of a head: not long, and no
// sentence.
func short(t string, n int) bool {
	return len(t) <= n && !strings.HasSuffix(t, ".") && noteStart(t) == nil
}

// headPart takes one part of the head below the title.
func (p *parser) headPart(c chunk, t string) bool {
	m := &p.doc.Meta
	switch {
	case credit(t):
		p.warn(c.line, "the paragraph marked * is taken as a note on the whole work")
		m.Credits = append(m.Credits, p.note(c.line, strings.TrimSpace(t[1:])))
	case len(m.Contributors) > 0 && t[0] == '(' && t[len(t)-1] == ')' && len(t) < 250:
		p.affiliation(c.line, t[1:len(t)-1])
	case len(m.Contributors) > 0 && len(m.Credits) == 0 && institution.MatchString(t) && short(t, 250):
		p.affiliation(c.line, t)
	case date(t) != doc.Date{}:
		m.Date = date(t)
		p.warn(c.line, "%q is taken as the date", t)
	case len(m.Credits) > 0:
		return false // the head ends with its note
	case len(c.lines) > 1 && names(c.lines[0]) != nil && short(t, 250) && (names(t) == nil || institution.MatchString(t)):
		p.authors(c, names(c.lines[0]))
		p.affiliation(c.line+1, strings.Trim(chunk{lines: c.lines[1:]}.text(), "()"))
	case names(t) != nil:
		p.authors(c, names(t))
	default:
		return false
	}
	return true
}

// credit reports whether a paragraph is marked with an asterisk, which is not
// the first of two around emphasis.
func credit(t string) bool {
	if !strings.HasPrefix(t, "*") || len(t) < 3 || strings.HasPrefix(t, "**") {
		return false
	}
	m := token.FindStringIndex(t)
	return m == nil || m[0] != 0 || len(t) > 2*m[1]
}

func (p *parser) authors(c chunk, names []string) {
	for _, n := range names {
		p.doc.Meta.Contributors = append(p.doc.Meta.Contributors, doc.Contributor{Name: n})
		p.warn(c.line, "%q is taken as an author", n)
	}
}

// affiliation gives the last author, and those before without one, a place.
func (p *parser) affiliation(line int, s string) {
	cs := p.doc.Meta.Contributors
	from := len(cs)
	for from > 0 && cs[from-1].Affiliation == "" {
		from--
	}
	for i := range cs[from:] {
		cs[from+i].Affiliation = s
		p.warn(line, "%q is taken as the affiliation of %s", s, cs[from+i].Name)
	}
}

// institution matches a word that tells an affiliation from a name.
var institution = regexp.MustCompile(`(?i)\b(?:universit|institut|college|school|office|department|faculty|cent(?:er|re)\b|ministry|academy|council|professor|fellow\b|director|research|association|society|foundation|agency)|大学|研究所|研究院|教授|学部`)

// names reads a line of names; nil if it does not look like one: two to five
// words each, all with capitals but for particles.
func names(t string) []string {
	t = strings.TrimSpace(t)
	if len(t) > 120 || strings.ContainsAny(t, ".?!:;0123456789()*“”\"") && !initials.MatchString(t) {
		return nil
	}
	low := strings.ToLower(t)
	if strings.HasPrefix(low, "by ") {
		t = t[3:]
	}
	var out []string
	for n := range strings.SplitSeq(strings.NewReplacer(" and ", ",", " & ", ",", "、", ",", "・", ",").Replace(t), ",") {
		if n = strings.TrimSpace(n); n == "" {
			continue
		}
		words := strings.Fields(n)
		if len(words) > 5 || len(words) < 2 && !japanese(n) {
			return nil
		}
		for _, w := range words {
			r := []rune(w)[0]
			if !unicode.IsUpper(r) && !japanese(w) && !particle[w] {
				return nil
			}
		}
		out = append(out, n)
	}
	return out
}

var initials = regexp.MustCompile(`^[\p{L} ,.&-]*\b\p{Lu}\.[\p{L} ,.&-]*$`)

var particle = map[string]bool{"de": true, "van": true, "von": true, "der": true, "den": true, "da": true, "di": true, "la": true, "le": true, "el": true, "al": true, "bin": true, "ten": true, "y": true}

// japanese reports whether s is a few ideographs or kana: a name has no
// spaces.
func japanese(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) && r != '　' {
			return false
		}
		n++
	}
	return n > 0 && n <= 10
}

var dateForms = []struct {
	layout string
	month  bool
	day    bool
}{
	{"2 January 2006", true, true}, {"January 2, 2006", true, true}, {"2006-01-02", true, true}, {"2 Jan 2006", true, true},
	{"Jan 2, 2006", true, true}, {"January 2006", true, false}, {"January, 2006", true, false}, {"2006-01", true, false}, {"2006年1月2日", true, true}, {"2006年1月", true, false},
}

// date reads a line that is a date; the zero Date if it is not.
func date(t string) doc.Date {
	t = strings.TrimSpace(t)
	for _, f := range dateForms {
		if at, err := time.Parse(f.layout, t); err == nil {
			d := doc.Date{Year: at.Year(), Month: at.Month()}
			if f.day {
				d.Day = at.Day()
			}
			return d
		}
	}
	return doc.Date{}
}
