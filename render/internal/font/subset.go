package font

import (
	"fmt"

	"github.com/boxesandglue/textshape/ot"
	"github.com/boxesandglue/textshape/subset"
)

// Kind is the kind of outlines in a font program.
type Kind uint8

const (
	CFF      Kind = iota // Program is a bare CFF table, for CIDFontType0C
	TrueType             // Program is an sfnt with glyf outlines, for CIDFontType2
)

// A Subset is a font program with some of a face's glyphs.
type Subset struct {
	Kind    Kind
	Program []byte
	Whole   bool // Program has all glyphs: the face's licence forbids a part
	cids    map[GlyphID]uint16
}

// CID is the number of a face's glyph in the program.
func (s *Subset) CID(g GlyphID) uint16 { return s.cids[g] }

// Subset cuts the face down to some glyphs, given in ascending order, and
// .notdef, and adds composites of them, for which see Unused.
func (f *Face) Subset(glyphs []GlyphID, composites ...Composite) (s *Subset, err error) {
	f.ready()
	defer func() {
		if r := recover(); r != nil {
			s, err = nil, fmt.Errorf("font %s: %v", f.postScript, r)
		} else if err != nil {
			err = fmt.Errorf("font %s: %w", f.postScript, err)
		}
	}()
	f.subsetMu.Lock()
	defer f.subsetMu.Unlock()
	if f.whole {
		glyphs = f.all()
	}
	s, err = f.cutDown(glyphs)
	if err != nil {
		return nil, err
	}
	s.Whole = f.whole
	if len(composites) > 0 {
		if err := s.add(composites); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// cutDown is the face with some glyphs and .notdef.
func (f *Face) cutDown(glyphs []GlyphID) (*Subset, error) {
	if f.pinned != nil {
		return f.subsetPinned(glyphs)
	}
	if f.tables.HasTable(ot.TagCFF) {
		data, err := f.tables.TableData(ot.TagCFF)
		if err != nil {
			return nil, err
		}
		if isCIDKeyed(data) {
			return f.subsetCID(data, glyphs)
		}
	}
	in := subset.NewInput()
	in.Flags = subset.FlagDropLayoutTables | subset.FlagNotdefOutline | subset.FlagNoLayoutClosure
	in.AddGlyph(0)
	for _, g := range glyphs {
		in.AddGlyph(ot.GlyphID(g))
	}
	program, err := f.program()
	if err != nil {
		return nil, err
	}
	plan, err := subset.CreatePlan(program, in)
	if err != nil {
		return nil, err
	}
	data, err := plan.Execute()
	if err != nil {
		return nil, err
	}
	s := &Subset{Kind: TrueType, Program: data, cids: map[GlyphID]uint16{}}
	for _, g := range glyphs {
		n, ok := plan.MapGlyph(ot.GlyphID(g))
		if !ok {
			return nil, fmt.Errorf("glyph %d is not in its subset", g)
		}
		s.cids[g] = uint16(n)
	}
	if !f.tables.HasTable(ot.TagCFF) {
		return s, nil
	}
	out, err := ot.ParseFont(data, 0)
	if err != nil {
		return nil, err
	}
	s.Kind = CFF
	s.Program, err = out.TableData(ot.TagCFF)
	return s, err
}

// program is the face without its layout tables, which no subset keeps and the
// subsetter would parse: most of its time. Of an embedded face, which all documents
// of the process share, it is made once. The caller holds subsetMu.
func (f *Face) program() (*ot.Font, error) {
	if f.slim != nil {
		return f.slim, nil
	}
	slim, err := f.withoutLayout()
	if f.embedded != nil {
		f.slim = slim
	}
	return slim, err
}

func (f *Face) withoutLayout() (*ot.Font, error) {
	parts := map[string][]byte{}
	for _, tag := range []string{"CFF ", "OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"} {
		if t := ot.MakeTag(tag[0], tag[1], tag[2], tag[3]); f.tables.HasTable(t) {
			data, err := f.tables.TableData(t)
			if err != nil {
				return nil, err
			}
			parts[tag] = data
		}
	}
	return ot.ParseFont(sfnt(parts), 0)
}

// subsetCID cuts a CID-keyed font down, which textshape v0.0.13 writes with the
// widths of one of its font dictionaries for all glyphs and without the
// subroutines of the others.
func (f *Face) subsetCID(data []byte, glyphs []GlyphID) (*Subset, error) {
	c, err := parseCID(data)
	if err != nil {
		return nil, err
	}
	s := &Subset{Kind: CFF, cids: map[GlyphID]uint16{}}
	ids := make([]int, len(glyphs))
	for i, g := range glyphs {
		ids[i] = int(g)
		s.cids[g] = uint16(i + 1)
	}
	s.Program, err = c.subset(f.postScript, ids)
	return s, err
}
