package pdf

import (
	"fmt"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/font"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
	"github.com/offprint-go/offprint/render/internal/mathset"
	"github.com/offprint-go/offprint/render/internal/pdffile"
	"github.com/offprint-go/offprint/render/internal/tex"
)

// A formula is the ink of a formula in a line of text, before the line is
// broken.
type formula struct {
	parts  []mathset.Part
	style  *textStyle
	offset int32 // in its source; -1 for a title that is repeated
}

// A mathInk is a piece of a formula on the page.
type mathInk struct {
	*mathset.Box
	style *textStyle
	text  string   // what it says, with the space before the next piece
	of    *formula // that it is a piece of; nil if it is a line by itself
}

// math is the face of mathematics: the caller's, else the default.
func (f *Fonts) math() (*font.Math, error) {
	face := font.Default().Math
	if len(f.Math.Data) > 0 {
		var err error
		if face, err = font.Parse(f.Math.Data, f.Math.Index); err != nil {
			return nil, fmt.Errorf("font math: %w", err)
		}
	}
	m, err := face.Math()
	if err != nil {
		return nil, fmt.Errorf("font math: %w", err)
	}
	return m, nil
}

// mathSetter sets formulas in a size of type beside a style of text.
func (f *flow) mathSetter(ts *textStyle) *mathset.Setter {
	m, err := f.mathFace()
	if err != nil { // the default has the table; the caller's was looked at first
		panic(err)
	}
	return &mathset.Setter{Math: m, Size: ts.size, Fallback: f.set.faces[roman],
		Words:   func(t *tex.Text, size layout.Unit) ([]mathset.Glyph, layout.Unit) { return f.mathWords(ts, t, size) },
		Missing: func(r rune) { f.missingGlyph(ts, r) }}
}

// mathWords sets words within a formula in the faces of the text.
func (f *flow) mathWords(ts *textStyle, t *tex.Text, size layout.Unit) (out []mathset.Glyph, at layout.Unit) {
	st := textStyle{cut: roman, size: size, lang: ts.lang}
	if t.Mono {
		st.monospace(1)
	}
	if t.Bold {
		st.embolden()
	}
	if t.Italic {
		st.slant()
	}
	for _, g := range f.set.shape(f.set.intern(st), []byte(strings.ReplaceAll(t.Text, "\u00A0", " "))) {
		em := layout.Unit(g.face.UnitsPerEm())
		texts := g.face.Texts(nil, g.text, g.shaped)
		for i, gl := range g.shaped {
			out = append(out, mathset.Glyph{Face: g.face, ID: gl.ID, Text: texts[i], Size: size,
				X: at + layout.Unit(gl.X)*size/em, Y: layout.Unit(gl.Y) * size / em})
			at += layout.Unit(gl.Advance) * size / em
		}
	}
	return out, at
}

// parse reads a node's TeX. What is not understood is an error, or, where the
// caller asked for it, a warning: then the formula is nil and stands as TeX.
func (f *flow) parse(n doc.Node, src string) *tex.Formula {
	m, err := tex.Parse(src)
	if err != nil {
		if !f.plainMath {
			f.fail(n, f.x.Path(n), err)
		} else {
			f.warnAt(f.x.Path(n), "%v; the formula stands as TeX", err)
		}
		return nil
	}
	for _, s := range m.Ignored {
		f.warnAt(f.x.Path(n), "%s in a formula sets nothing", s)
	}
	return m
}

// formulaElem is the structure element of a formula. PDF 2.0 carries its MathML
// with it (ISO 14289-2, 8.2.5.29).
func (f *flow) formulaElem(m *tex.Formula, alt string, display bool) *pdffile.Elem {
	e := &pdffile.Elem{Type: "Formula", Alt: alt}
	if alt == "" {
		e.Alt = m.Text()
	}
	if f.profile == UA2 {
		f.formulas++
		e.Files = []*pdffile.Attachment{{Name: fmt.Sprintf("formulas/%05d.mml", f.formulas), Type: "application/mathml+xml",
			Description: "A formula as MathML", Relation: "Supplement", Data: []byte(m.MathML(display, alt))}}
	}
	return e
}

// math sets a formula in a line.
func (f *flow) math(t *text, n *doc.Math, in inline) {
	m := f.parse(n, n.TeX)
	if m == nil {
		f.tags.in(&pdffile.Elem{Type: "Formula", Alt: n.TeX}, func() {
			f.add(t, n.TeX, in.with(func(s *textStyle) { s.monospace(f.st.CodeSize) }))
		})
		return
	}
	ink := &formula{style: f.set.intern(in.style), offset: -1}
	set := f.mathSetter(ink.style)
	ink.parts = set.Line(m)
	if w := widestPart(ink.parts); w > in.limit {
		f.reduce(n, set, in.limit, func() layout.Unit {
			ink.parts = set.Line(m)
			return widestPart(ink.parts)
		})
	}
	if t.source != nil && !in.plain {
		ink.offset = int32(t.source.offset)
		t.source.offset += len(n.TeX)
	}
	f.tags.in(f.formulaElem(m, n.Alt, false), func() {
		t.isolated(isolateLTR, func() { t.object(in.run(f.tags.slot()), event{ink: ink}) })
	})
}

func widestPart(ps []mathset.Part) layout.Unit {
	var w layout.Unit
	for _, p := range ps {
		w = max(w, p.Width)
	}
	return w
}

// reduce sets a formula smaller until it fits its measure, and reports it.
func (f *flow) reduce(n doc.Node, set *mathset.Setter, measure layout.Unit, again func() layout.Unit) {
	full := set.Size
	for width := again(); width > measure && set.Size > full/4; width = again() {
		set.Size = min(set.Size*measure/width, set.Size*99/100)
	}
	f.warnAt(f.x.Path(n), "the formula is wider than its measure and is set at %d %% of its size", int64(set.Size)*100/int64(full))
}

// formula sets the parts of a formula as items: glue between them, and the
// places where the line may end.
func (b *builder) formula(m *formula, r textRun) {
	for i, p := range m.parts {
		none := layout.Piece{Offset: -1}
		cost := p.Break
		if i == 0 {
			cost = linebreak.Infinite
		}
		if p.Glue != 0 || p.Stretch != 0 || cost < linebreak.Infinite {
			b.item(linebreak.Item{Kind: linebreak.Penalty, Cost: cost}, none)
			b.item(linebreak.Item{Kind: linebreak.Glue, Width: linebreak.Part(p.Glue), Stretch: linebreak.Part(p.Stretch), Shrink: linebreak.Part(p.Shrink)}, none)
		}
		offset := int32(-1)
		if i == 0 {
			offset = m.offset
		}
		b.item(linebreak.Item{Kind: linebreak.Box, Width: linebreak.Part(p.Width)},
			layout.Piece{Ink: mathInk{p.Box, m.style, p.Text, m}, Tag: r.tag, Link: r.link, Offset: offset, Height: linebreak.Part(p.Height + m.style.rise), Depth: linebreak.Part(p.Depth - m.style.rise)})
	}
}

// further is what the second and later pieces of an assembled sign stand for:
// a glyph must stand for something (PDF/A-2, 6.2.11.7), and the word joiner
// shows nothing and parts nothing.
const further = "\u2060"

// formula paints a piece of a formula at x, y.
func (p *painter) formula(ink mathInk, x, y layout.Unit, tag layout.Tag) {
	p.say(ink, x, y)
	for i := range ink.Glyphs {
		g := &ink.Glyphs[i]
		u := p.fonts.use(g.Face)
		ts := textStyle{size: g.Size, rise: ink.style.rise + g.Y, color: ink.style.color}
		if !p.tj.active || p.font != u || p.size != ts.size || p.rise != ts.rise || p.ink != ts.color || p.tj.y != y || p.fitted != asIs {
			p.show()
			p.color(ts.color)
			p.begin(u, &ts, x+g.X, y, asIs)
		}
		p.moveTo(x+g.X, int64(g.Size))
		stands := g.Text
		if stands == "" {
			stands = further
		}
		p.glyph(u.code(code{g.ID, stands}))
		p.tj.x += layout.Unit(int64(g.Face.Advance(g.ID)) * int64(g.Size) / int64(g.Face.UnitsPerEm()))
	}
	for _, r := range ink.Rules {
		p.rules = append(p.rules, bar{x + r.X, y - ink.style.rise - r.Y - r.Height, r.Width, r.Height, ink.style.color, tag})
	}
}
