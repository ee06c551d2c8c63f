package mathset

import (
	"github.com/offprint-go/offprint/render/internal/linebreak"
	"github.com/offprint-go/offprint/render/internal/tex"
)

// A Part is a box in a row of a formula, with the glue before it. Break is the
// cost of a line that ends before it, linebreak.Infinite where none may.
type Part struct {
	*Box
	// Text is what the part says, with the space behind it, of a part of a
	// formula that is set in a line; the texts of all are the formula's.
	Text            string
	Glue            Unit
	Stretch, Shrink Unit
	Break           int32
	class           tex.Class
}

// Costs of a line that ends in a formula, after a relation or a binary
// operator at its outermost level (The TeXbook, page 101); in the white space
// of a quad, which parts two formulas, it costs less than a divided word.
const (
	relPenalty  = 500
	binPenalty  = 700
	quadPenalty = 50
	// Between parentheses TeX's list is the same; a compositor ends the line
	// there only if nothing else will do.
	nestedPenalty = 2000
)

// An item is a part of a list with the style that it is set in.
type item struct {
	node  tex.Node
	style style
}

// space is the width of white space; a quad in a display that is too wide is
// half as wide.
func (s *Setter) space(n *tex.Space, st style) Unit {
	if s.tight && n.Mu >= 18 {
		return s.mu(n.Mu, st) / 2
	}
	return s.mu(n.Mu, st)
}

// flatten takes the commands of style out of a list.
func flatten(l tex.List, st style, out []item) []item {
	for _, n := range l {
		switch n := n.(type) {
		case *tex.Styled:
			out = flatten(n.Body, of(n.Style, st), out)
		case tex.List:
			out = flatten(n, st, out)
		default:
			out = append(out, item{n, st})
		}
	}
	return out
}

// of is the style that a command asks for.
func of(s tex.Style, st style) style {
	switch s {
	case tex.DisplayStyle:
		st.level = display
	case tex.TextStyle:
		st.level = textual
	case tex.ScriptStyle:
		st.level = script
	case tex.ScriptScriptStyle:
		st.level = scriptScript
	}
	return st
}

// parts sets a list; after is the class of what stands before it, or -1.
func (s *Setter) parts(l tex.List, st style, after int) []Part {
	items := flatten(l, st, nil)
	nodes := make(tex.List, len(items))
	for i, it := range items {
		nodes[i] = it.node
	}
	classes := tex.Classes(nodes)
	var out []Part
	var space Unit
	prev, depth := after, 0
	for i, it := range items {
		if sp, ok := it.node.(*tex.Space); ok {
			space += s.space(sp, it.style)
			continue
		}
		p := Part{Box: s.node(it.node, it.style).leaned(), class: classes[i], Glue: space, Break: linebreak.Infinite}
		if quad := s.mu(18, it.style); space >= quad && len(out) > 0 {
			p.Break, p.Shrink = quadPenalty, max(space-2*quad, 0)
		}
		space = 0
		if prev >= 0 {
			s.gap(&p, tex.Class(prev), it.style)
		}
		prev = int(classes[i])
		if depth > 0 && p.Break < linebreak.Infinite {
			p.Break = nestedPenalty
		}
		switch classes[i] {
		case tex.Open:
			depth++
		case tex.Close:
			depth--
		}
		out = append(out, p)
	}
	if space != 0 {
		out = append(out, Part{Box: &Box{}, Glue: space, Break: linebreak.Infinite})
	}
	return out
}

// leaned is a box as wide as its last glyph leans.
func (b *Box) leaned() *Box {
	if b.italic == 0 {
		return b
	}
	out := *b
	out.Width, out.italic = b.full(), 0
	return &out
}

// gap puts the space of two classes before a part (The TeXbook, page 168 and
// 170), and lets a line end in it after a relation or an operator.
func (s *Setter) gap(p *Part, prev tex.Class, st style) {
	switch tex.Gap(prev, p.class, st.level >= script) {
	case 1:
		p.Glue += s.mu(3, st)
	case 2:
		p.Glue, p.Stretch, p.Shrink = p.Glue+s.mu(4, st), s.mu(2, st), p.Shrink+s.mu(4, st)/2
	case 3:
		p.Glue, p.Stretch = p.Glue+s.mu(5, st), s.mu(5, st)/2
	}
	switch {
	case p.Break == quadPenalty:
	case prev == tex.Rel && p.class != tex.Rel:
		p.Break = relPenalty
	case prev == tex.Bin:
		p.Break = binPenalty
	}
}

// row makes one box of parts.
func row(ps []Part) *Box {
	b := &Box{}
	for i, p := range ps {
		b.Width += p.Glue
		b.put(p.Box, b.Width, 0)
		b.Width += p.Width
		if len(ps) == 1 {
			b.italic, b.single = p.italic, p.single
		}
		if i == len(ps)-1 {
			b.italic = p.italic
		}
	}
	return b
}

// list sets a list as one box.
func (s *Setter) list(l tex.List, st style) *Box {
	if len(l) == 1 {
		if _, ok := l[0].(*tex.Space); !ok {
			return s.node(l[0], st)
		}
	}
	return row(s.parts(l, st, -1))
}

// box sets any part as a box that includes its lean.
func (s *Setter) box(n tex.Node, st style) *Box { return s.node(n, st).leaned() }

// node sets one part.
func (s *Setter) node(n tex.Node, st style) *Box {
	switch n := n.(type) {
	case nil:
		return &Box{}
	case tex.List:
		return s.list(n, st)
	case *tex.Symbol:
		return s.symbol(n, st)
	case *tex.Function:
		return s.name(n.Name, st)
	case *tex.Scripts:
		return s.scripts(n, st)
	case *tex.Fraction:
		return s.fraction(n, st)
	case *tex.Root:
		return s.root(n, st)
	case *tex.Fenced:
		return s.fenced(n, st)
	case *tex.Delimiter:
		return s.sized(n, st)
	case *tex.Grid:
		return s.grid(n, st)
	case *tex.Accent:
		return s.accent(n, st)
	case *tex.Bar:
		return s.bar(n, st)
	case *tex.Stack:
		return s.stack(n, st)
	case *tex.Text:
		return s.words(n, st)
	case *tex.Space:
		return &Box{Width: s.space(n, st)}
	case *tex.Styled:
		return s.list(n.Body, of(n.Style, st))
	case *tex.Group:
		return s.list(n.Body, st)
	case *tex.Phantom:
		return s.phantom(n, st)
	}
	return &Box{}
}

// symbol sets a letter or sign.
func (s *Setter) symbol(y *tex.Symbol, st style) *Box {
	b := s.char(y.Shape(), string(y.Char()), st)
	if b.single == nil {
		return b
	}
	if y.Class == tex.Op {
		b = s.operator(b, st)
	}
	if y.Not {
		stroke := s.char('\u0338', "\u0338", st)
		if stroke.single != nil {
			e := s.Math.Extents(stroke.single.id)
			b.put(stroke, b.Width/2-s.of((e.Left+e.Right)/2, st), 0)
		}
	}
	return b
}

// operator makes a large operator of a glyph: larger in a display, and about
// the axis (appendix G, rule 13). Its advance has room for what it leans out,
// so that a superscript stands at the advance, a subscript before it (MathML
// Core, 3.4.1.2).
func (s *Setter) operator(b *Box, st style) *Box {
	if st.level == display {
		b = s.larger(b, s.c(int16(min(s.Math.Constants.DisplayOperatorMinHeight, 1<<15-1)), st))
	}
	one, italic := *b.single, b.italic
	one.op = true
	b.Width, b.italic = b.Width-italic, 0
	b = s.centred(b, st)
	b.italic, b.single = italic, &one
	return b
}

// larger is the first larger form of a glyph that is at least as tall, else
// its largest.
func (s *Setter) larger(b *Box, least Unit) *Box {
	text, size := b.Glyphs[0].Text, b.single.size
	for _, v := range s.Math.Variants(b.single.id, true) {
		b = s.glyph(v.Glyph, text, size)
		if s.units(v.Size, size) >= least {
			break
		}
	}
	return b
}

// centred is a box that stands about the axis.
func (s *Setter) centred(b *Box, st style) *Box {
	return b.raised(s.axis(st) - (b.Height-b.Depth)/2)
}

// words sets text of the text's face.
func (s *Setter) words(t *tex.Text, st style) *Box {
	size := s.size(st)
	b := &Box{Height: size * 7 / 10, Depth: size / 5}
	b.Glyphs, b.Width = s.Words(t, size)
	return b
}

// phantom is the room of a part, or a part without its room.
func (s *Setter) phantom(n *tex.Phantom, st style) *Box {
	in := s.box(n.Body, st)
	b := &Box{Width: in.Width, Height: in.Height, Depth: in.Depth}
	if n.NoWidth {
		b.Width = 0
	}
	if n.Show {
		x := Unit(0)
		if n.NoWidth {
			x = map[tex.Align]Unit{tex.Left: -in.Width, tex.Center: -in.Width / 2, tex.Right: 0}[n.Shift]
		}
		b.put(in, x, 0)
	}
	if n.NoHeight {
		b.Height, b.Depth = 0, 0
	}
	return b
}
