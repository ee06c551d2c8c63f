package mathset

import "github.com/offprint-go/offprint/render/internal/tex"

// fraction sets one part over another (appendix G, rule 15).
func (s *Setter) fraction(n *tex.Fraction, st style) *Box {
	st = of(n.Style, st)
	num, den := s.box(n.Num, st.numerator()), s.box(n.Den, st.denominator())
	var b *Box
	if n.NoRule {
		b = s.over(num, den, st)
	} else {
		b = s.ratio(num, den, st)
	}
	if n.Left != 0 || n.Right != 0 {
		return s.between(n.Left, n.Right, b, st)
	}
	side := s.size(st) * 12 / 100 // \nulldelimiterspace
	out := &Box{Width: b.Width + 2*side}
	out.put(b, side, 0)
	return out
}

// ratio sets a fraction with its rule, which stands on the axis.
func (s *Setter) ratio(num, den *Box, st style) *Box {
	c := s.Math.Constants
	up, down := c.FractionNumeratorShiftUp, c.FractionDenominatorShiftDown
	above, below := c.FractionNumeratorGapMin, c.FractionDenominatorGapMin
	if st.level == display {
		up, down = c.FractionNumeratorDisplayStyleShiftUp, c.FractionDenominatorDisplayStyleShiftDown
		above, below = c.FractionNumDisplayStyleGapMin, c.FractionDenomDisplayStyleGapMin
	}
	axis, rule := s.axis(st), s.c(c.FractionRuleThickness, st)
	u := max(s.c(up, st), axis+rule/2+s.c(above, st)+num.Depth)
	d := max(s.c(down, st), den.Height+s.c(below, st)-axis+rule/2)
	w := max(num.Width, den.Width)
	b := &Box{Width: w}
	b.put(num, (w-num.Width)/2, u)
	b.rule(0, axis-rule/2, w, rule)
	b.put(den, (w-den.Width)/2, -d)
	return b
}

// over sets a fraction without a rule.
func (s *Setter) over(num, den *Box, st style) *Box {
	c := s.Math.Constants
	up, down, gap := c.StackTopShiftUp, c.StackBottomShiftDown, c.StackGapMin
	if st.level == display {
		up, down, gap = c.StackTopDisplayStyleShiftUp, c.StackBottomDisplayStyleShiftDown, c.StackDisplayStyleGapMin
	}
	u, d := s.c(up, st), s.c(down, st)
	if short := s.c(gap, st) - (u - num.Depth) + (den.Height - d); short > 0 {
		u += short / 2
		d += short - short/2
	}
	w := max(num.Width, den.Width)
	b := &Box{Width: w}
	b.put(num, (w-num.Width)/2, u)
	b.put(den, (w-den.Width)/2, -d)
	return b
}

// root sets a radical (appendix G, rule 11) and its index.
func (s *Setter) root(n *tex.Root, st style) *Box {
	c := s.Math.Constants
	body := s.box(n.Radicand, st.cramp())
	rule, gap := s.c(c.RadicalRuleThickness, st), s.c(c.RadicalVerticalGap, st)
	if st.level == display {
		gap = s.c(c.RadicalDisplayStyleVerticalGap, st)
	}
	sign := s.tall('√', "√", body.Height+body.Depth+gap+rule, st)
	// A sign that is taller than it need be shares the rest out above and below.
	if rest := sign.Height + sign.Depth - rule - body.Height - body.Depth; rest > gap {
		gap = (gap + rest) / 2
	}
	top := body.Height + gap + rule
	rise := top - sign.Height
	b := &Box{}
	at := Unit(0)
	if n.Index != nil {
		at = s.index(b, n.Index, sign, rise, st)
	}
	b.put(sign, at, rise)
	b.rule(at+sign.Width, top-rule, body.Width, rule)
	b.put(body, at+sign.Width, 0)
	b.Width = at + sign.Width + body.Width
	b.Height += s.c(c.RadicalExtraAscender, st)
	return b
}

// index sets the index of a root and gives the place of the sign.
func (s *Setter) index(b *Box, n tex.Node, sign *Box, rise Unit, st style) Unit {
	c := s.Math.Constants
	in := s.box(n, style{scriptScript, false})
	before := s.c(c.RadicalKernBeforeDegree, st)
	up := (sign.Height+sign.Depth)*Unit(c.RadicalDegreeBottomRaisePercent)/100 - sign.Depth + rise
	b.put(in, before, up+in.Depth)
	return max(before+in.Width+s.c(c.RadicalKernAfterDegree, st), 0)
}

// bar sets a part under or over a rule, or within rules.
func (s *Setter) bar(n *tex.Bar, st style) *Box {
	c := s.Math.Constants
	if n.Boxed {
		return s.boxed(s.box(n.Body, style{display, st.cramped}), st)
	}
	if n.Under {
		body := s.box(n.Body, st)
		b := &Box{Width: body.Width}
		b.put(body, 0, 0)
		rule := s.c(c.UnderbarRuleThickness, st)
		b.rule(0, -body.Depth-s.c(c.UnderbarVerticalGap, st)-rule, body.Width, rule)
		b.Depth += s.c(c.UnderbarExtraDescender, st)
		return b
	}
	body := s.box(n.Body, st.cramp())
	b := &Box{Width: body.Width}
	b.put(body, 0, 0)
	b.rule(0, body.Height+s.c(c.OverbarVerticalGap, st), body.Width, s.c(c.OverbarRuleThickness, st))
	b.Height += s.c(c.OverbarExtraAscender, st)
	return b
}

// boxed sets a part within rules, as LaTeX's \fbox: three tenths of an em
// around, rules of a twenty-fifth.
func (s *Setter) boxed(in *Box, st style) *Box {
	pad, rule := s.size(st)*3/10, s.size(st)/25
	b := &Box{}
	b.put(in, pad+rule, 0)
	b.Width = in.Width + 2*(pad+rule)
	top, bottom := in.Height+pad, -in.Depth-pad
	b.rule(0, top, b.Width, rule)
	b.rule(0, bottom-rule, b.Width, rule)
	b.rule(0, bottom, rule, top-bottom)
	b.rule(b.Width-rule, bottom, rule, top-bottom)
	return b
}
