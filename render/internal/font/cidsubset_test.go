package font

import (
	"os"
	"testing"

	"github.com/boxesandglue/textshape/ot"
	"github.com/go-text/typesetting/font/cff"
	"github.com/go-text/typesetting/font/opentype/tables"
	"github.com/stretchr/testify/require"
)

const cidFace = "../../../examples/report/fonts/NotoSerifJP-subset.otf"

// The glyphs of a CID-keyed subset have the outlines that they had, and the
// widths of their own font dictionaries.
func TestCIDSubset(t *testing.T) {
	data, err := os.ReadFile(cidFace)
	require.NoError(t, err)
	face, err := Parse(data, 0)
	require.NoError(t, err)
	table, err := face.tables.TableData(ot.TagCFF)
	require.NoError(t, err)
	require.True(t, isCIDKeyed(table))
	whole, err := parseCID(table)
	require.NoError(t, err)
	require.Greater(t, len(whole.fonts), 1, "a face with one font dictionary proves nothing")
	before, err := cff.Parse(table)
	require.NoError(t, err)
	var glyphs []GlyphID
	for g := 1; g < len(whole.charStrings); g += 2 {
		glyphs = append(glyphs, GlyphID(g))
	}
	s, err := face.Subset(glyphs)
	require.NoError(t, err)
	again, err := face.Subset(glyphs)
	require.NoError(t, err)
	require.Equal(t, s.Program, again.Program)
	require.Less(t, len(s.Program), len(table))
	after, err := cff.Parse(s.Program)
	require.NoError(t, err)
	part, err := parseCID(s.Program)
	require.NoError(t, err)
	require.Len(t, part.charStrings, len(glyphs)+1)
	for _, g := range glyphs {
		want, _, err := before.LoadGlyph(tables.GlyphID(g))
		require.NoError(t, err)
		got, _, err := after.LoadGlyph(tables.GlyphID(s.CID(g)))
		require.NoError(t, err)
		require.Equal(t, want, got, "the outline of glyph %d", g)
		for _, op := range []int{20, 21} { // defaultWidthX, nominalWidthX
			require.Equal(t, num(whole.fonts[whole.selected[g]].private, op, 0), num(part.fonts[part.selected[s.CID(g)]].private, op, 0))
		}
	}
}

// Subroutines, local and global, come to stand in the place of their calls,
// and the hints in them count.
func TestFlatten(t *testing.T) {
	call := func(n int, op byte) []byte { return []byte{byte(n - 107 + 139), op} }
	f := &cidFont{
		selected: []byte{0},
		global:   [][]byte{{140, 141, csHStemHM, csReturn}},
		fonts:    []cidDict{{local: [][]byte{append(call(0, csCallGSubr), csReturn), {139, 140, 141, 142}}}},
	}
	cs := append(call(0, csCallSubr), call(1, csCallSubr)...) // one stem, then four numbers: two more
	cs = append(cs, csHintMask, 0xE0, 139, 22, csEndChar)
	f.charStrings = [][]byte{cs}
	got, err := f.flatten(0)
	require.NoError(t, err)
	require.Equal(t, []byte{140, 141, csHStemHM, 139, 140, 141, 142, csHintMask, 0xE0, 139, 22, csEndChar}, got)
}

func TestFlattenFaults(t *testing.T) {
	for name, cs := range map[string][]byte{
		"no number":     {csCallSubr},
		"no subroutine": {139, csCallSubr},
		"itself":        {139 - 107, csCallGSubr},
		"cut short":     {csShort, 1},
		"mask":          {140, 141, csHStem, csHintMask},
		"arithmetic":    {140, 141, csEscape, 10},
	} {
		f := &cidFont{selected: []byte{0}, fonts: make([]cidDict, 1), charStrings: [][]byte{cs}, global: [][]byte{{139 - 107, csCallGSubr}}}
		_, err := f.flatten(0)
		require.ErrorIs(t, err, errCFF, name)
	}
}

// Damaged tables are errors, never panics.
func FuzzParseCID(f *testing.F) {
	data, err := os.ReadFile(cidFace)
	require.NoError(f, err)
	face, err := Parse(data, 0)
	require.NoError(f, err)
	table, err := face.tables.TableData(ot.TagCFF)
	require.NoError(f, err)
	f.Add(table)
	for _, n := range []int{0, 3, 40, 500, len(table) / 2} {
		f.Add(table[:n])
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if !isCIDKeyed(data) {
			return
		}
		c, err := parseCID(data)
		if err != nil {
			return
		}
		_, _ = c.subset("Fuzz", []int{1, 2, 1 << 20})
	})
}
