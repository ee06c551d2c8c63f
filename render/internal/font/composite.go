package font

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"github.com/boxesandglue/textshape/ot"
)

// A Composite is a glyph made of several of a face, such as a letter with its
// points, that a subset has under a number which the face does not use.
type Composite struct {
	ID      GlyphID
	Parts   []Glyph // X and Y are counted from the composite's origin
	Advance int
}

// Unused is the first number that no glyph of the face has, for a Composite.
// It is 0 where a subset takes none: of CFF outlines, which cannot refer to
// others, and of a face that may only be embedded as it is.
func (f *Face) Unused() GlyphID {
	f.ready()
	n := f.tables.NumGlyphs()
	if f.whole || f.tables.HasTable(ot.TagCFF) || n > 0xFFFF {
		return 0
	}
	return GlyphID(n)
}

// add puts composites into a subset of TrueType outlines, behind its glyphs.
func (s *Subset) add(composites []Composite) error {
	p, err := readProgram(s.Program)
	if err != nil {
		return err
	}
	for _, c := range composites {
		if len(p.glyphs) > 0xFFFF {
			return errors.New("no room for a composite glyph")
		}
		s.cids[c.ID] = uint16(len(p.glyphs))
		if err := p.compose(c, s.cids); err != nil {
			return fmt.Errorf("composite of %v: %w", c.Parts, err)
		}
	}
	s.Program = p.write()
	return nil
}

// A program is a font file with glyf outlines, taken apart.
type program struct {
	parts   map[string][]byte
	glyphs  []description
	metrics []byte // hmtx, an advance and a left side bearing for each glyph
}

// A description is what a glyph looks like (OpenType, glyf), and what maxp asks of it.
type description struct {
	data                    []byte
	points, contours, depth int
}

// readProgram takes the subsetter's file apart.
func readProgram(file []byte) (*program, error) {
	in, err := ot.ParseFont(file, 0)
	if err != nil {
		return nil, err
	}
	p := &program{parts: map[string][]byte{}}
	for _, tag := range []string{"OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"} {
		t := ot.MakeTag(tag[0], tag[1], tag[2], tag[3])
		if !in.HasTable(t) {
			continue
		}
		data, err := in.TableData(t)
		if err != nil {
			return nil, err
		}
		p.parts[tag] = slices.Clone(data)
	}
	if len(p.parts["head"]) < 54 || len(p.parts["hhea"]) < 36 || len(p.parts["maxp"]) < 32 {
		return nil, errors.New("a subset without head, hhea or maxp")
	}
	p.readGlyphs()
	p.readMetrics()
	return p, nil
}

// readGlyphs divides glyf by loca.
func (p *program) readGlyphs() {
	glyf, loca := p.parts["glyf"], p.parts["loca"]
	at := func(i int) uint32 {
		if binary.BigEndian.Uint16(p.parts["head"][50:]) == 0 {
			return 2 * uint32(binary.BigEndian.Uint16(loca[2*i:]))
		}
		return binary.BigEndian.Uint32(loca[4*i:])
	}
	p.glyphs = make([]description, binary.BigEndian.Uint16(p.parts["maxp"][4:]))
	for i := range p.glyphs {
		p.glyphs[i] = description{data: glyf[at(i):at(i+1)], points: -1}
	}
}

// readMetrics gives each glyph its own advance: the last one in hmtx is that
// of all that follow.
func (p *program) readMetrics() {
	hmtx, own := p.parts["hmtx"], int(binary.BigEndian.Uint16(p.parts["hhea"][34:]))
	for i := range p.glyphs {
		if i < own {
			p.metrics = append(p.metrics, hmtx[4*i:4*i+4]...)
			continue
		}
		p.metrics = append(p.metrics, hmtx[4*own-4:4*own-2]...)
		p.metrics = append(p.metrics, hmtx[4*own+2*(i-own):][:2]...)
	}
}

// Flags of a composite's component (OpenType, glyf, Composite Glyph Description).
const (
	argsAreWords  = 1 << 0
	argsAreXY     = 1 << 1
	hasScale      = 1 << 3
	moreFollow    = 1 << 5
	hasTwoScales  = 1 << 6
	hasTwoByTwo   = 1 << 7
	partsOverlap  = 1 << 10
	noContours    = 0xFFFF // -1 contours: a composite
	headerOfGlyph = 10     // bytes
)

// compose adds a composite of glyphs that the program has.
func (p *program) compose(c Composite, cids map[GlyphID]uint16) error {
	var out description
	var box [4]int16
	last := 0 // where the flags of the last component are
	for _, part := range c.Parts {
		n := cids[part.ID]
		of := p.measured(int(n))
		if len(of.data) < headerOfGlyph {
			continue // a space
		}
		// Readers move an outline to where its left side bearing says.
		x := int(part.X) + int(int16(binary.BigEndian.Uint16(p.metrics[4*n+2:]))) - int(int16(binary.BigEndian.Uint16(of.data[2:])))
		if x != int(int16(x)) || int(part.Y) != int(int16(part.Y)) {
			return errors.New("a part is too far away")
		}
		for i := range box {
			v := int16(binary.BigEndian.Uint16(of.data[2+2*i:])) + []int16{int16(x), int16(part.Y)}[i%2]
			if last == 0 || i < 2 && v < box[i] || i >= 2 && v > box[i] {
				box[i] = v
			}
		}
		if last == 0 {
			out.data = make([]byte, headerOfGlyph)
		} else {
			out.data[last] |= moreFollow >> 8
			out.data[last+1] |= moreFollow & 0xFF
		}
		last = len(out.data)
		for _, v := range []int{argsAreWords | argsAreXY | partsOverlap, int(n), x, int(part.Y)} {
			out.data = binary.BigEndian.AppendUint16(out.data, uint16(v))
		}
		out.points, out.contours, out.depth = out.points+of.points, out.contours+of.contours, max(out.depth, of.depth+1)
	}
	if last > 0 {
		binary.BigEndian.PutUint16(out.data, noContours)
		for i, v := range box {
			binary.BigEndian.PutUint16(out.data[2+2*i:], uint16(v))
		}
	}
	p.glyphs = append(p.glyphs, out)
	p.metrics = binary.BigEndian.AppendUint16(p.metrics, uint16(c.Advance))
	p.metrics = binary.BigEndian.AppendUint16(p.metrics, uint16(box[0]))
	p.most(out, len(c.Parts))
	return nil
}

// most raises what maxp says of the largest composite.
func (p *program) most(o description, parts int) {
	for _, v := range [][2]int{{10, o.points}, {12, o.contours}, {28, parts}, {30, o.depth}} {
		at := p.parts["maxp"][v[0]:]
		binary.BigEndian.PutUint16(at, uint16(max(int(binary.BigEndian.Uint16(at)), v[1])))
	}
}

// measured is a glyph of the program, its points and contours counted.
func (p *program) measured(n int) description {
	o := &p.glyphs[n]
	if o.points >= 0 {
		return *o
	}
	o.points = 0
	switch d := o.data; {
	case len(d) < headerOfGlyph:
	case int16(binary.BigEndian.Uint16(d)) >= 0:
		if o.contours = int(binary.BigEndian.Uint16(d)); o.contours > 0 {
			o.points = 1 + int(binary.BigEndian.Uint16(d[headerOfGlyph+2*(o.contours-1):]))
		}
	default:
		for _, n := range components(d) {
			of := p.measured(n)
			o.points, o.contours, o.depth = o.points+of.points, o.contours+of.contours, max(o.depth, of.depth+1)
		}
	}
	return *o
}

// components are the glyphs of a composite's description.
func components(d []byte) []int {
	var out []int
	for d = d[headerOfGlyph:]; ; {
		flags := binary.BigEndian.Uint16(d)
		out = append(out, int(binary.BigEndian.Uint16(d[2:])))
		size := 6
		if flags&argsAreWords != 0 {
			size = 8
		}
		switch {
		case flags&hasScale != 0:
			size += 2
		case flags&hasTwoScales != 0:
			size += 4
		case flags&hasTwoByTwo != 0:
			size += 8
		}
		if flags&moreFollow == 0 {
			return out
		}
		d = d[size:]
	}
}

// write puts the file together again.
func (p *program) write() []byte {
	var glyf, loca []byte
	for _, o := range p.glyphs {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, o.data...)
		glyf = append(glyf, make([]byte, -len(o.data)&3)...)
	}
	p.parts["glyf"], p.parts["loca"], p.parts["hmtx"] = glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf))), p.metrics
	binary.BigEndian.PutUint16(p.parts["head"][50:], 1) // offsets of 32 bits
	binary.BigEndian.PutUint16(p.parts["hhea"][34:], uint16(len(p.glyphs)))
	binary.BigEndian.PutUint16(p.parts["maxp"][4:], uint16(len(p.glyphs)))
	return sfnt(p.parts)
}
