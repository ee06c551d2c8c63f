package mathset

import (
	"github.com/offprint-go/offprint/render/internal/font"
	"github.com/offprint-go/offprint/render/internal/tex"
)

// tall is a sign at least as tall as asked, of the face's larger forms or
// assembled of pieces; else its largest.
func (s *Setter) tall(r rune, text string, least Unit, st style) *Box {
	b := s.char(r, text, st)
	if b.single == nil || b.Height+b.Depth >= least {
		return b
	}
	size, best := b.single.size, b
	for _, v := range s.Math.Variants(b.single.id, true) {
		best = s.glyph(v.Glyph, text, size)
		if s.units(v.Size, size) >= least {
			return best
		}
	}
	if parts := s.Math.Assembly(b.single.id, true); parts != nil {
		return s.assemble(parts, text, least, size, true)
	}
	return best
}

// wide is a sign at least as wide as asked, else its widest.
func (s *Setter) wide(r rune, least Unit, st style) *Box {
	b := s.char(r, string(r), st).leaned()
	if b.single == nil || b.Width >= least {
		return b
	}
	size, best := b.single.size, b
	for _, v := range s.Math.Variants(b.single.id, false) {
		best = s.glyph(v.Glyph, string(r), size)
		if s.units(v.Size, size) >= least {
			return best
		}
	}
	if parts := s.Math.Assembly(b.single.id, false); parts != nil {
		return s.assemble(parts, string(r), least, size, false)
	}
	return best
}

// assemble builds a sign of pieces, with as many extenders as it takes and as
// much overlap as brings it to its length (OpenType, GlyphAssembly).
func (s *Setter) assemble(parts []font.Part, text string, least, size Unit, vertical bool) *Box {
	n := s.repeats(parts, least, size)
	var seq []font.Part
	for _, p := range parts {
		k := 1
		if p.Extender {
			k = n
		}
		for range k {
			seq = append(seq, p)
		}
	}
	overlap := s.overlaps(seq, least, size)
	b := &Box{}
	at := Unit(0)
	for i, p := range seq {
		t := ""
		if i == 0 {
			t = text
		}
		if i > 0 {
			at -= overlap[i-1]
		}
		g := s.glyph(p.Glyph, t, size)
		e := s.Math.Extents(p.Glyph)
		if vertical {
			b.put(g, 0, at-s.units(e.Bottom, size))
			b.Width = max(b.Width, g.Width)
		} else {
			b.put(g, at-s.units(e.Left, size), 0)
		}
		at += s.units(p.Full, size)
	}
	if vertical {
		b.Height, b.Depth = at, 0
	} else {
		b.Width = at
	}
	return b
}

// maxRepeats bounds an assembly: a delimiter of a hundred lines needs fewer.
const maxRepeats = 2000

// repeats is how often the extenders stand in a sign of a length.
func (s *Setter) repeats(parts []font.Part, least, size Unit) int {
	var fixed, each Unit
	for _, p := range parts {
		if p.Extender {
			each += s.units(p.Full-s.Math.Overlap(), size)
		} else {
			fixed += s.units(p.Full-s.Math.Overlap(), size)
		}
	}
	fixed += s.units(s.Math.Overlap(), size)
	if each <= 0 {
		return 1
	}
	return int(min(max((least-fixed+each-1)/each, 0), maxRepeats))
}

// overlaps are how far each two pieces overlap: as much as they may, less what
// the sign would be too short.
func (s *Setter) overlaps(seq []font.Part, least, size Unit) []Unit {
	if len(seq) < 2 {
		return nil
	}
	out := make([]Unit, len(seq)-1)
	total, slack := s.units(seq[0].Full, size), Unit(0)
	floor := s.units(s.Math.Overlap(), size)
	for i := range out {
		most := max(s.units(min(seq[i].End, seq[i+1].Start), size), floor)
		out[i] = most
		total += s.units(seq[i+1].Full, size) - most
		slack += most - floor
	}
	short := min(least-total, slack)
	if short <= 0 || slack == 0 {
		return out
	}
	for i := range out {
		out[i] -= (out[i] - floor) * short / slack
	}
	return out
}

// fence is a delimiter about the axis for a box: it covers nine tenths of it,
// or all but half an em (\delimiterfactor and \delimitershortfall).
func (s *Setter) fence(r rune, around *Box, st style) *Box {
	if r == 0 {
		return &Box{Width: s.size(st) * 12 / 100}
	}
	axis := s.axis(st)
	reach := 2 * max(around.Height-axis, around.Depth+axis)
	return s.delimiter(r, max(reach*901/1000, reach-s.Size/2), st)
}

// delimiter is a delimiter of a height, about the axis.
func (s *Setter) delimiter(r rune, height Unit, st style) *Box {
	return s.centred(s.tall(r, string(r), height, st).leaned(), st)
}

// between sets a box between delimiters.
func (s *Setter) between(left, right rune, in *Box, st style) *Box {
	b := &Box{}
	for _, o := range []*Box{s.fence(left, in, st), in, s.fence(right, in, st)} {
		b.put(o, b.Width, 0)
		b.Width += o.Width
	}
	return b
}

// fenced sets parts between delimiters as tall as the tallest.
func (s *Setter) fenced(n *tex.Fenced, st style) *Box {
	boxes := make([]*Box, len(n.Parts))
	tallest := &Box{}
	for i, p := range n.Parts {
		boxes[i] = s.box(p, st)
		tallest.Height, tallest.Depth = max(tallest.Height, boxes[i].Height), max(tallest.Depth, boxes[i].Depth)
	}
	b := &Box{}
	add := func(o *Box, around Unit) {
		b.put(o, b.Width+around, 0)
		b.Width += o.Width + 2*around
	}
	add(s.fence(n.Left, tallest, st), 0)
	for i, o := range boxes {
		if i > 0 {
			add(s.fence(n.Middles[i-1], tallest, st), 0)
		}
		add(o, 0)
	}
	add(s.fence(n.Right, tallest, st), 0)
	return b
}

// bigSizes are the heights of \big to \Bigg in thousandths of an em, less the
// tenth that a delimiter may fall short (plain TeX; The TeXbook, page 360).
var bigSizes = [5]Unit{0, 1080, 1480, 1950, 2420}

func (s *Setter) sized(n *tex.Delimiter, st style) *Box {
	if n.Rune == 0 {
		return &Box{Width: s.size(st) * 12 / 100}
	}
	return s.delimiter(n.Rune, s.Size*bigSizes[n.Size]/1000, st)
}

// accent sets a sign over or under a part (appendix G, rule 12).
func (s *Setter) accent(n *tex.Accent, st style) *Box {
	switch {
	case n.Brace, n.Stretch && horizontal(n.Rune):
		return s.spanned(n, st)
	}
	y, letter := alone(n.Body).(*tex.Symbol)
	body := s.node(n.Body, st.cramp())
	if letter && !n.Under {
		body = s.charAs(y.Shape(), string(y.Char()), st.cramp(), true)
	}
	sign := s.char(n.Rune, string(n.Rune), st)
	if sign.single == nil {
		return body
	}
	if n.Stretch {
		sign = s.widest(sign, body.full(), string(n.Rune))
	}
	at := body.full() / 2
	if body.single != nil {
		at = s.units(s.Math.Attachment(body.single.id), body.single.size)
	}
	x := at - s.units(s.Math.Attachment(sign.single.id), sign.single.size)
	up := max(body.Height-s.c(s.Math.Constants.AccentBaseHeight, st), 0)
	b := &Box{Width: body.Width, italic: body.italic}
	b.put(body, 0, 0)
	b.put(sign, x, up)
	if body.single != nil {
		one := *body.single
		b.single = &one
	}
	return b
}

func alone(n tex.Node) tex.Node {
	if l, ok := n.(tex.List); ok && len(l) == 1 {
		return alone(l[0])
	}
	return n
}

// horizontal reports whether an accent is an arrow, which covers its part.
func horizontal(r rune) bool { return r >= '←' && r <= '⇿' }

// widest is the widest form of an accent that does not exceed a width.
func (s *Setter) widest(sign *Box, most Unit, text string) *Box {
	out := sign
	for _, v := range s.Math.Variants(sign.single.id, false) {
		if s.units(v.Size, sign.single.size) > most {
			break
		}
		out = s.glyph(v.Glyph, text, sign.single.size)
	}
	return out
}

// spanned sets a brace or an arrow as wide as a part over or under it.
func (s *Setter) spanned(n *tex.Accent, st style) *Box {
	inner := st
	if !n.Under {
		inner = st.cramp()
	}
	if n.Brace {
		inner.level = display
	}
	body := s.box(n.Body, inner)
	sign := s.wide(n.Rune, body.Width, st)
	e := font.Extents{}
	if sign.single != nil {
		e = s.Math.Extents(sign.single.id)
	}
	top, bottom := sign.Height, -sign.Depth
	if sign.single != nil {
		top, bottom = s.units(e.Top, sign.single.size), s.units(e.Bottom, sign.single.size)
	}
	gap := s.c(s.Math.Constants.StretchStackGapAboveMin, st)
	w := max(body.Width, sign.Width)
	b := &Box{Width: w}
	b.put(body, (w-body.Width)/2, 0)
	y := body.Height + gap - bottom
	if n.Under {
		y = -body.Depth - gap - top
	}
	b.put(sign, (w-sign.Width)/2, y)
	// What is over or under, not what the sign's glyph leaves below itself.
	b.Height, b.Depth = max(body.Height, y+top), max(body.Depth, -y-bottom)
	return b
}
