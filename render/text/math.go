package text

import (
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/tex"
)

// formula reads a node's TeX. What is not understood is an error, or, where
// the caller asked for it, a warning: then the formula is nil and stands as
// TeX.
func (s *setter) formula(n doc.Node, src string) *tex.Formula {
	m, err := tex.Parse(src)
	if err != nil {
		if !s.PlainMath {
			s.fail(n, err)
		} else {
			s.warn(n, "%v; the formula stands as TeX", err)
		}
		return nil
	}
	for _, c := range m.Ignored {
		s.warn(n, "%s in a formula sets nothing", c)
	}
	return m
}

func (s *setter) math(b *strings.Builder, n *doc.Math) {
	if m := s.formula(n, n.TeX); m != nil {
		b.WriteString(m.Text())
		return
	}
	b.WriteString(spaces.Replace(n.TeX))
}

// mathBlock sets a display: a line for each of its rows, the number behind the
// last.
func (s *setter) mathBlock(b *doc.MathBlock, m margin) {
	lines := []string{fold(spaces.Replace(b.TeX))}
	f := s.formula(b, b.TeX)
	if f != nil {
		lines = f.TextLines()
	}
	if n := s.x.Number(b); n != "" && (f == nil || f.Tag == nil) {
		lines[len(lines)-1] += "  (" + n + ")"
	}
	for _, l := range lines {
		s.wrap(l, m.add("    ", "      "))
		m = m.next()
	}
}
