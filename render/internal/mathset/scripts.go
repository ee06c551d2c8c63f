package mathset

import (
	"github.com/offprint-go/offprint/render/internal/font"
	"github.com/offprint-go/offprint/render/internal/tex"
)

// scripts sets a base with its scripts: at its corners, or as limits.
func (s *Setter) scripts(n *tex.Scripts, st style) *Box {
	place := n.Place()
	if place == tex.LimitsAlways || place == tex.DisplayLimits && st.level == display {
		return s.limits(n, st)
	}
	base := s.node(n.Base, st)
	if n.Base == nil {
		base = &Box{}
	}
	var sub, sup *Box
	if n.Sub != nil {
		sub = s.node(n.Sub, st.subscript())
	}
	if n.Super != nil {
		sup = s.node(n.Super, st.superscript())
	}
	return s.corners(base, sub, sup, st)
}

// corners sets scripts at a base's corners (appendix G, rule 18; OpenType,
// MathConstants).
func (s *Setter) corners(base, sub, sup *Box, st style) *Box {
	up, down := s.shifts(base, sub, sup, st)
	b := &Box{}
	b.put(base, 0, 0)
	b.Width = base.full()
	after := s.c(s.Math.Constants.SpaceAfterScript, st)
	if sub != nil {
		x := base.Width + s.cut(base, sub, font.BottomRight, font.TopLeft, -down, st)
		b.put(sub, x, -down)
		b.Width = max(b.Width, x+sub.full()+after)
	}
	if sup != nil {
		x := base.full() + s.cut(base, sup, font.TopRight, font.BottomLeft, up, st)
		b.put(sup, x, up)
		b.Width = max(b.Width, x+sup.full()+after)
	}
	return b
}

// shifts are how far the scripts are moved up and down.
func (s *Setter) shifts(base, sub, sup *Box, st style) (up, down Unit) {
	c := s.Math.Constants
	one := base.single != nil && !base.single.op
	if sup != nil {
		up = s.c(c.SuperscriptShiftUp, st)
		if st.cramped {
			up = s.c(c.SuperscriptShiftUpCramped, st)
		}
		if !one {
			up = max(up, base.Height-s.c(c.SuperscriptBaselineDropMax, st))
		}
		up = max(up, sup.Depth+s.c(c.SuperscriptBottomMin, st))
	}
	if sub != nil {
		down = s.c(c.SubscriptShiftDown, st)
		if !one {
			down = max(down, base.Depth+s.c(c.SubscriptBaselineDropMin, st))
		}
		down = max(down, sub.Height-s.c(c.SubscriptTopMax, st))
	}
	if sup == nil || sub == nil {
		return up, down
	}
	if short := s.c(c.SubSuperscriptGapMin, st) - (up - sup.Depth) - (down - sub.Height); short > 0 {
		lift := min(max(s.c(c.SuperscriptBottomMaxWithSubscript, st)-(up-sup.Depth), 0), short)
		up += lift
		down += short - lift
	}
	return up, down
}

// cut is how far a script moves towards, or away from, a base for the shapes
// of the two glyphs that meet. The face is asked at the heights of the base's
// edge and of the script's, and the larger answer taken, so that they do not
// touch (OpenType, MathKernInfo).
func (s *Setter) cut(base, of *Box, on, at font.Corner, shift Unit, st style) Unit {
	if base.single == nil || base.single.op {
		return 0
	}
	edge, inner := base.Height, shift-of.Depth
	if on == font.BottomRight {
		edge, inner = -base.Depth, shift+of.Height
	}
	sum := func(height Unit) Unit {
		k := s.units(s.Math.Cut(base.single.id, on, s.back(height, base.single.size)), base.single.size)
		if of.single != nil {
			k += s.units(s.Math.Cut(of.single.id, at, s.back(height-shift, of.single.size)), of.single.size)
		}
		return k
	}
	return max(sum(edge), sum(inner))
}

// back is a length in the face's units.
func (s *Setter) back(u, size Unit) int { return int(u * Unit(s.Math.UnitsPerEm()) / size) }

// limits sets scripts over and under a base (appendix G, rule 13a). They lean
// with the base.
func (s *Setter) limits(n *tex.Scripts, st style) *Box {
	base := s.node(n.Base, st)
	var over, under *Box
	if n.Super != nil {
		over = s.box(n.Super, st.superscript())
	}
	if n.Sub != nil {
		under = s.box(n.Sub, st.subscript())
	}
	return s.piled(base, over, under, st)
}

// piled sets boxes over and under a base.
func (s *Setter) piled(base, over, under *Box, st style) *Box {
	c := s.Math.Constants
	w := base.full()
	widest := w
	for _, o := range []*Box{over, under} {
		if o != nil {
			widest = max(widest, o.Width)
		}
	}
	lean := base.italic / 2
	b := &Box{Width: widest}
	b.put(base, (widest-w)/2, 0)
	if under != nil {
		down := base.Depth + max(s.c(c.LowerLimitGapMin, st)+under.Height, s.c(c.LowerLimitBaselineDropMin, st))
		b.put(under, (widest-under.Width)/2-lean, -down)
	}
	if over != nil {
		up := base.Height + max(s.c(c.UpperLimitGapMin, st)+over.Depth, s.c(c.UpperLimitBaselineRiseMin, st))
		b.put(over, (widest-over.Width)/2+lean, up)
	}
	return b
}

// stack sets parts over and under a base; an arrow grows as wide as they are.
func (s *Setter) stack(n *tex.Stack, st style) *Box {
	base := s.box(n.Base, st)
	var over, under *Box
	if !nothing(n.Over) {
		over = s.box(n.Over, st.superscript())
	}
	if !nothing(n.Under) {
		under = s.box(n.Under, st.subscript())
	}
	if y, ok := n.Base.(*tex.Symbol); ok && n.Stretch {
		w := Unit(0)
		for _, o := range []*Box{over, under} {
			if o != nil {
				w = max(w, o.Width+s.mu(10, st))
			}
		}
		base = s.wide(y.Rune, w, st)
	}
	return s.piled(base, over, under, st)
}

// nothing reports whether a part is empty.
func nothing(n tex.Node) bool {
	l, ok := n.(tex.List)
	return n == nil || ok && len(l) == 0
}
