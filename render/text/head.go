package text

import (
	"strings"
)

// head writes the title with what belongs to it.
func (s *setter) head() {
	m := &s.d.Meta
	if m.Series != nil {
		s.wrap(m.Series.String(), margin{})
		s.space(1)
	}
	title := s.capitals(m.Title)
	for _, n := range m.Credits {
		var b strings.Builder
		s.call(&b, s.x.Note(n), true)
		title += b.String()
	}
	s.wrap(title, margin{})
	if len(m.Subtitle) > 0 {
		s.wrap(s.inlines(m.Subtitle), margin{})
	}
	for _, c := range m.Contributors {
		s.space(1)
		name := c.Byline(m.Lang)
		if c.Note != nil {
			var b strings.Builder
			s.call(&b, s.x.Note(c.Note), true)
			name += b.String()
		}
		s.wrap(name, margin{})
		if c.Affiliation != "" {
			s.wrap(c.Affiliation, margin{})
		}
	}
	if !m.Date.IsZero() {
		s.space(1)
		s.line(m.Date.Text(m.Lang))
	}
	s.space(1)
}
