package mathset

import (
	"fmt"
	"strings"

	"github.com/offprint-go/offprint/render/internal/font"
	"github.com/offprint-go/offprint/render/internal/layout"
)

// A Unit is a length.
type Unit = layout.Unit

// A Glyph is a glyph in its place. X is from the box's left edge, Y up from
// its baseline.
type Glyph struct {
	Face *font.Face
	ID   font.GlyphID
	Text string // what the glyph stands for; "" for a further part of a sign
	Size Unit
	X, Y Unit
}

// A Rule is a filled rectangle; Y is that of its lower edge, up from the
// baseline.
type Rule struct{ X, Y, Width, Height Unit }

// A Box is ink with a width, a height above its baseline and a depth below.
type Box struct {
	Width, Height, Depth Unit
	Glyphs               []Glyph
	Rules                []Rule

	italic Unit      // how far the last glyph leans beyond Width
	single *oneGlyph // the box is one glyph
}

// A oneGlyph is the glyph that a box is, for what depends on its shape.
type oneGlyph struct {
	id   font.GlyphID
	size Unit
	op   bool // a large operator
}

// String shows the box in a dump: its size and what it holds, in points.
func (b *Box) String() string {
	var s strings.Builder
	fmt.Fprintf(&s, "box %s x %s + %s", pt(b.Width), pt(b.Height), pt(b.Depth))
	for _, g := range b.Glyphs {
		fmt.Fprintf(&s, "\n%s,%s %s %q", pt(g.X), pt(g.Y), pt(g.Size), g.Text)
	}
	for _, r := range b.Rules {
		fmt.Fprintf(&s, "\n%s,%s rule %s x %s", pt(r.X), pt(r.Y), pt(r.Width), pt(r.Height))
	}
	return s.String()
}

func pt(u Unit) string { return fmt.Sprintf("%.2f", float64(u)/float64(layout.Point)) }

// put sets another box within b, its origin at x, y.
func (b *Box) put(o *Box, x, y Unit) {
	for _, g := range o.Glyphs {
		g.X, g.Y = g.X+x, g.Y+y
		b.Glyphs = append(b.Glyphs, g)
	}
	for _, r := range o.Rules {
		r.X, r.Y = r.X+x, r.Y+y
		b.Rules = append(b.Rules, r)
	}
	b.Height = max(b.Height, o.Height+y)
	b.Depth = max(b.Depth, o.Depth-y)
}

// rule sets a rule within b; y is its lower edge.
func (b *Box) rule(x, y, w, h Unit) {
	b.Rules = append(b.Rules, Rule{x, y, w, h})
	b.Height = max(b.Height, y+h)
	b.Depth = max(b.Depth, -y)
}

// full is the width with what the last glyph leans out.
func (b *Box) full() Unit { return b.Width + b.italic }

// raised is the box with its baseline moved up by y.
func (b *Box) raised(y Unit) *Box {
	out := &Box{Width: b.full(), Height: -1 << 40, Depth: -1 << 40}
	out.put(b, 0, y)
	return out
}
