package text

import (
	"strings"

	"github.com/offprint-go/offprint/render"
)

// index writes entries of the index, each with the printed pages or the
// sections that it names.
func (s *setter) index(es []*render.IndexEntry, names func(*render.IndexEntry) []render.Locator, m margin) {
	for _, e := range es {
		if e.Opens {
			s.space(1)
		}
		var b strings.Builder
		b.WriteString(e.Text)
		for _, l := range names(e) {
			b.WriteString(", " + spaces.Replace(l.Text))
		}
		s.write(&b, e.References(s.x.Terms()))
		s.wrap(b.String(), m.add("", "      "))
		s.index(e.Entries, names, m.add("  ", "  "))
	}
}
