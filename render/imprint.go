package render

import (
	"strings"

	"github.com/offprint-go/offprint/doc"
)

// Imprint returns what the metadata says of the publication, a line each, as
// every edition prints it: publisher, edition, version, rights, licence,
// identifiers, disclaimer, suggested citation. It is nil if the metadata says
// none of it.
func Imprint(m *doc.Meta, t *doc.Terms) []doc.Inlines {
	var out []doc.Inlines
	line := func(parts ...string) {
		var keep []string
		for _, p := range parts {
			if p != "" {
				keep = append(keep, p)
			}
		}
		if len(keep) > 0 {
			out = append(out, doc.Inlines{doc.Text(strings.Join(keep, ", "))})
		}
	}
	labelled := func(label, s string) {
		if s != "" {
			line(t.Before(label) + s)
		}
	}
	line(m.Publisher, m.Place)
	line(m.Edition)
	labelled(t.Version, m.Version)
	labelled(t.Revised, m.Revised.Text(m.Lang))
	line(m.Rights)
	labelled(t.License, m.License)
	for _, id := range m.Identifiers {
		line(strings.ToUpper(id.Scheme) + " " + id.Value)
	}
	if m.Series != nil && m.Series.ISSN != "" {
		line("ISSN " + m.Series.ISSN)
	}
	if len(m.Disclaimer) > 0 {
		out = append(out, m.Disclaimer)
	}
	if len(m.Citation) > 0 {
		out = append(out, append(doc.Inlines{doc.Text(t.Before(t.Citation))}, m.Citation...))
	}
	return out
}
