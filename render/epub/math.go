package epub

import (
	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/tex"
)

// formula reads a node's TeX. What is not understood is an error, or, where
// the caller asked for it, a warning: then the formula is nil and stands as
// TeX.
func (w *writer) formula(n doc.Node, src string) *tex.Formula {
	m, err := tex.Parse(src)
	if err != nil {
		if !w.PlainMath {
			w.fail(n, w.x.Path(n), err)
		} else {
			w.warn(n, "%v; the formula stands as TeX", err)
		}
		return nil
	}
	for _, s := range m.Ignored {
		w.warn(n, "%s in a formula sets nothing", s)
	}
	return m
}

// mathML writes a formula. A page that begins within it begins before it.
func (w *writer) mathML(m *tex.Formula, src, alt string, display bool) {
	if w.src != nil && !w.plain {
		for len(w.src.marks) > 0 && w.src.marks[0].offset < w.src.offset+len(src) {
			w.pageBreak(w.src.marks[0])
			w.src.marks = w.src.marks[1:]
		}
		w.src.offset += len(src)
	}
	w.refer(refMath, "")
	w.out = append(w.out, m.MathML(display, alt)...)
}

func (w *writer) math(n *doc.Math) {
	if m := w.formula(n, n.TeX); m != nil {
		w.mathML(m, n.TeX, n.Alt, false)
		return
	}
	w.element("code", []string{"class", "math"}, func() { w.asItIs(n.TeX) })
}

func (w *writer) mathBlock(b *doc.MathBlock) {
	m := w.formula(b, b.TeX)
	w.sourced(b, func() {
		class := "math"
		if w.x.Number(b) != "" {
			class = "math numbered"
		}
		w.element("div", []string{"class", class, "id", w.x.Anchor(b), "tabindex", "0"}, func() {
			if m != nil {
				w.mathML(m, b.TeX, b.Alt, true)
			} else {
				w.element("code", nil, func() { w.asItIs(b.TeX) })
			}
			if n := w.x.Number(b); n != "" && (m == nil || m.Tag == nil) {
				w.element("span", []string{"class", "number"}, func() { w.generated("(" + n + ")") })
			}
			w.flush()
		})
	})
}
