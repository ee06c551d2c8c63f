package font

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"github.com/boxesandglue/textshape/ot"
	"github.com/boxesandglue/textshape/subset"
)

// Keep returns the face as a font file in which only those glyphs are drawn
// that some characters can come to, and only these characters are mapped. The
// numbers of glyphs and the layout tables stay as they are: what a reader
// shapes with it, it shapes as with the whole face. A face whose licence
// forbids a part of it, and one with axes, stays whole. The ending is "otf" for
// CFF outlines, else "ttf".
func (f *Face) Keep(chars []rune) (file []byte, ending string, err error) {
	f.ready()
	defer func() {
		if r := recover(); r != nil { // the libraries trust a font's offsets
			err = fmt.Errorf("%v", r)
		}
		if err != nil {
			file, err = nil, fmt.Errorf("font %s: %w", f.postScript, err)
		}
	}()
	parts, err := f.parts()
	if err != nil {
		return nil, "", err
	}
	ending = "ttf"
	if parts["CFF "] != nil {
		ending = "otf"
	}
	if !f.whole && parts["fvar"] == nil {
		if err := f.cut(parts, chars); err != nil {
			return nil, "", err
		}
	}
	return sfntFile(parts), ending, nil
}

// kept are the tables of a font file that readers have use for. A signature
// would not fit any more; colours are of glyphs that may not be drawn.
var kept = tags("BASE CFF  GDEF GPOS GSUB MATH OS/2 VORG cmap cvt  fpgm gasp glyf head hhea hmtx kern loca maxp name post prep vhea vmtx " +
	"HVAR MVAR STAT VVAR avar cvar fvar gvar")

// tags divides a list of table tags, of four bytes each.
func tags(list string) []string {
	var out []string
	for i := 0; i < len(list); i += 5 {
		out = append(out, list[i:i+4])
	}
	return out
}

// parts are the tables of the face.
func (f *Face) parts() (map[string][]byte, error) {
	f.subsetMu.Lock()
	defer f.subsetMu.Unlock()
	parts := map[string][]byte{}
	for _, tag := range kept {
		t := ot.MakeTag(tag[0], tag[1], tag[2], tag[3])
		if !f.tables.HasTable(t) {
			continue
		}
		data, err := f.tables.TableData(t)
		if err != nil {
			return nil, err
		}
		parts[tag] = data
	}
	return parts, nil
}

// cut empties the outlines that are not kept and unmaps the characters.
func (f *Face) cut(parts map[string][]byte, chars []rune) error {
	has, err := f.closure(chars)
	if err != nil {
		return err
	}
	f.subsetMu.Lock()
	defer f.subsetMu.Unlock()
	last := GlyphID(f.tables.NumGlyphs() - 1)
	in := subset.NewInput()
	in.Flags = subset.FlagRetainGIDs | subset.FlagNotdefOutline | subset.FlagNoLayoutClosure | subset.FlagDropLayoutTables
	in.AddGlyph(ot.GlyphID(last)) // all numbers up to it are kept
	for g := range has {
		in.AddGlyph(ot.GlyphID(g))
	}
	for _, r := range chars {
		in.AddUnicode(r)
	}
	program, err := f.program()
	if err != nil {
		return err
	}
	plan, err := subset.CreatePlan(program, in)
	if err != nil {
		return err
	}
	data, err := plan.Execute()
	if err != nil {
		return err
	}
	out, err := ot.ParseFont(data, 0)
	if err != nil {
		return err
	}
	for _, tag := range []string{"cmap", "glyf", "loca", "head"} {
		t := ot.MakeTag(tag[0], tag[1], tag[2], tag[3])
		if !out.HasTable(t) {
			continue
		}
		if parts[tag], err = out.TableData(t); err != nil {
			return err
		}
	}
	switch cff := parts["CFF "]; {
	case cff == nil:
	case isCIDKeyed(cff):
		parts["CFF "], err = f.emptied(cff, has)
	default:
		parts["CFF "], err = blanked(cff, has)
	}
	return err
}

// blanked is a font of which some glyphs are drawn: each of the others ends
// where it begins. What follows is zeros, so that all keeps its place, and that
// takes no room once it is compressed.
func blanked(data []byte, has map[GlyphID]bool) ([]byte, error) {
	data = bytes.Clone(data)
	top, _, err := topDict(data)
	if err != nil {
		return nil, err
	}
	glyphs, _, err := readIndex(from(data, num(top, opCharStrings, 0)))
	if err != nil {
		return nil, err
	}
	for i, g := range glyphs {
		if !has[GlyphID(i)] && len(g) > 0 {
			clear(g)
			g[0] = csEndChar
		}
	}
	return data, nil
}

// emptied is a CID-keyed font of as many glyphs, of which some are drawn.
func (f *Face) emptied(data []byte, has map[GlyphID]bool) ([]byte, error) {
	c, err := parseCID(data)
	if err != nil {
		return nil, err
	}
	ids := make([]int, f.tables.NumGlyphs()-1)
	for i := range ids {
		if ids[i] = undrawn; has[GlyphID(i+1)] {
			ids[i] = i + 1
		}
	}
	return c.subset(f.postScript, ids)
}

// undrawn stands for a glyph that a subset has in number alone.
const undrawn = -1

// sfntFile is a font file: its kind told, and its checksum in head (OpenType,
// head, checkSumAdjustment).
func sfntFile(parts map[string][]byte) []byte {
	out := sfnt(parts)
	if parts["CFF "] != nil {
		copy(out, "OTTO")
	}
	for r := out[12:]; len(r) >= 16; r = r[16:] {
		if string(r[:4]) == "head" {
			at := binary.BigEndian.Uint32(r[8:])
			binary.BigEndian.PutUint32(out[at+8:], 0xB1B0AFBA-checksum(out))
			break
		}
	}
	return out
}
