package pdf

import (
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
)

// imprint sets what the metadata says of the publication: on the verso of a
// book's title page, at the end of a report.
func (f *flow) imprint(fr *frame) []layout.Block {
	lines := imprintLines(&f.d.Meta, f.x.Terms())
	if len(lines) == 0 {
		return nil
	}
	in := *fr
	in.style.size = scale(fr.style.size, f.st.SmallSize)
	in.leading = scale(fr.leading, f.st.SmallSize)
	in.align = layout.Start
	var out []layout.Block
	f.tags.in(elem("Sect"), func() {
		src := f.source("meta")
		for i, ns := range lines {
			f.tags.in(elem("P"), func() {
				t := &text{source: src}
				f.inlines(t, ns, f.inline(&in))
				p := f.para(t, &in)
				if i > 0 {
					p.Before = in.leading / 3
				}
				out = append(out, p)
			})
		}
	})
	if f.st.Head.OwnPage {
		return append([]layout.Block{&layout.Break{Sink: scale(fr.leading, 1)}}, out...)
	}
	r := f.rule(f.st.measure()/5, lightRule, f.st.Leading*2)
	spaceBefore(out, in.leading/2)
	return append([]layout.Block{r}, out...)
}

// imprintLines is the imprint's text.
func imprintLines(m *doc.Meta, t *doc.Terms) []doc.Inlines {
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
			line(label + ": " + s)
		}
	}
	line(m.Publisher, m.Place)
	line(m.Edition)
	labelled(t.Version, m.Version)
	labelled(t.Revised, m.Revised.String())
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
		out = append(out, append(doc.Inlines{doc.Text(t.Citation + ": ")}, m.Citation...))
	}
	return out
}
