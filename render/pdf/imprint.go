package pdf

import (
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/internal/layout"
)

// imprint sets what the metadata says of the publication: on the verso of a
// book's title page, at the end of a report.
func (f *flow) imprint(fr *frame) []layout.Block {
	lines := render.Imprint(&f.d.Meta, f.x.Terms())
	if m := &f.d.Meta; f.st.Head.OwnPage && len(m.Abstract) == 0 && len(m.Keywords) > 0 {
		t := f.x.Terms()
		lines = append(lines, doc.Inlines{doc.Text(t.Before(t.Keywords) + strings.Join(m.Keywords, ", "))})
	}
	if len(lines) == 0 {
		return nil
	}
	in := *fr
	in.style.size = scale(fr.style.size, f.st.SmallSize)
	in.leading = scale(fr.leading, f.st.SmallSize)
	in.align = layout.Start
	var out []layout.Block
	f.tags.in(elem("Sect"), func() {
		src := f.source("meta.imprint")
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
		return append([]layout.Block{&layout.Break{Mark: f.pageMark(pageMark{bare: true})}, &layout.Box{Fill: 1}}, out...)
	}
	r := f.rule(f.st.measure()/5, f.st.Rules.Light, f.st.Leading*2)
	spaceBefore(out, in.leading/2)
	return append([]layout.Block{r}, out...)
}
