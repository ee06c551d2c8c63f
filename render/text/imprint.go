package text

import "github.com/offprint-go/offprint/render"

// imprint writes what the metadata says of the publication.
func (s *setter) imprint() {
	s.space(2)
	for _, ns := range render.Imprint(&s.d.Meta, s.x.Terms()) {
		s.wrap(s.inlines(ns), margin{})
	}
}
