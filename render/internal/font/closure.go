package font

import (
	"github.com/boxesandglue/textshape/ot"
	"github.com/boxesandglue/textshape/subset"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// closure is every glyph that some characters can come to, whatever features
// are asked for (OpenType, GSUB), with the parts and larger forms of formulas
// (MATH) and the components of composite glyphs (glyf). A context only says
// which of the lookups apply where, and all of them count here.
func (f *Face) closure(chars []rune) (map[GlyphID]bool, error) {
	c := &closer{face: f, has: map[GlyphID]bool{0: true}}
	for _, r := range chars {
		if g, ok := f.face.Font.NominalGlyph(r); ok {
			c.add(GlyphID(g))
		}
	}
	for n := -1; n != len(c.has); {
		n = len(c.has)
		for _, l := range f.face.GSUB.Lookups {
			for _, st := range l.Subtables {
				c.substitutes(st)
			}
		}
	}
	if err := c.formulas(); err != nil {
		return nil, err
	}
	return c.has, c.components()
}

// A closer gathers glyphs.
type closer struct {
	face *Face
	has  map[GlyphID]bool
	list []GlyphID // what has has, in order
}

func (c *closer) add(g GlyphID) {
	if !c.has[g] {
		c.has[g] = true
		c.list = append(c.list, g)
	}
}

func (c *closer) all(gs []tables.GlyphID) {
	for _, g := range gs {
		c.add(GlyphID(g))
	}
}

// substitutes adds what a lookup puts in the place of glyphs that are there.
func (c *closer) substitutes(st tables.GSUBLookup) {
	for i := 0; i < len(c.list); i++ {
		at, ok := st.Cov().Index(tables.GlyphID(c.list[i]))
		if !ok {
			continue
		}
		switch st := st.(type) {
		case tables.SingleSubs:
			switch d := st.Data.(type) {
			case tables.SingleSubstData1:
				c.add(GlyphID(int(c.list[i]) + int(d.DeltaGlyphID)))
			case tables.SingleSubstData2:
				c.add(GlyphID(d.SubstituteGlyphIDs[at]))
			}
		case tables.MultipleSubs:
			c.all(st.Sequences[at].SubstituteGlyphIDs)
		case tables.AlternateSubs:
			c.all(st.AlternateSets[at].AlternateGlyphIDs)
		case tables.LigatureSubs:
			c.ligatures(st.LigatureSets[at].Ligatures)
		case tables.ReverseChainSingleSubs:
			c.add(GlyphID(st.SubstituteGlyphIDs[at]))
		}
	}
}

// ligatures adds those whose components are all there.
func (c *closer) ligatures(ls []tables.Ligature) {
next:
	for _, l := range ls {
		for _, g := range l.ComponentGlyphIDs {
			if !c.has[GlyphID(g)] {
				continue next
			}
		}
		c.add(GlyphID(l.LigatureGlyph))
	}
}

// formulas adds the larger forms of signs and the parts that they are
// assembled of.
func (c *closer) formulas() error {
	if !c.face.tables.HasTable(ot.MakeTag('M', 'A', 'T', 'H')) {
		return nil
	}
	m, err := c.face.Math()
	if err != nil {
		return err
	}
	for i := 0; i < len(c.list); i++ {
		for _, vertical := range []bool{false, true} {
			for _, v := range m.Variants(c.list[i], vertical) {
				c.add(v.Glyph)
			}
			for _, p := range m.Assembly(c.list[i], vertical) {
				c.add(p.Glyph)
			}
		}
	}
	return nil
}

// components adds what composite glyphs are composed of.
func (c *closer) components() error {
	if !c.face.tables.HasTable(ot.TagGlyf) {
		return nil
	}
	c.face.subsetMu.Lock()
	defer c.face.subsetMu.Unlock()
	in := subset.NewInput()
	in.Flags = subset.FlagNoLayoutClosure
	for _, g := range c.list {
		in.AddGlyph(ot.GlyphID(g))
	}
	program, err := c.face.program()
	if err != nil {
		return err
	}
	plan, err := subset.CreatePlan(program, in)
	if err != nil {
		return err
	}
	for g := range plan.GlyphSet() {
		c.has[GlyphID(g)] = true
	}
	return nil
}
