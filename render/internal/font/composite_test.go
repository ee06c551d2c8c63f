package font

import (
	"slices"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationmonoregular"
	"github.com/go-text/typesetting/font/opentype/tables"
	"github.com/stretchr/testify/require"
)

// A composite shows its parts where they are asked for, is as wide as it is to
// be, and leaves the glyphs of the subset as they are.
func TestComposites(t *testing.T) {
	f := parse(t, liberationmonoregular.TTF)
	glyph := func(s string) GlyphID { return f.Shape(s, Options{})[0].ID }
	e, accent, eacute, space := glyph("e"), glyph("´"), glyph("É"), glyph(" ")
	id := f.Unused()
	require.Positive(t, id)
	made := []Composite{
		{ID: id, Parts: []Glyph{{ID: e}, {ID: accent, X: -30, Y: 200}}, Advance: 700},
		{ID: id + 1, Parts: []Glyph{{ID: eacute, X: 5}, {ID: space}}, Advance: 900},
		{ID: id + 2, Advance: 60},
	}
	glyphs := []GlyphID{space, e, accent, eacute}
	slices.Sort(glyphs)
	s, err := f.Subset(glyphs, made...)
	require.NoError(t, err)
	for _, g := range glyphs {
		require.Equal(t, glyfOutline(t, liberationmonoregular.TTF, uint16(g)), glyfOutline(t, s.Program, s.CID(g)))
	}
	of := func(g GlyphID) []any { return glyfOutline(t, s.Program, s.CID(g))[1:] }
	first := glyfOutline(t, s.Program, s.CID(id))
	require.Equal(t, uint16(700), first[0])
	var places [][2]int16
	var ink []any
	for _, v := range first[1:] {
		if c, ok := v.(tables.CompositeGlyphPart); ok {
			x, y := c.ArgsAsTranslation()
			places = append(places, [2]int16{x, y})
		} else {
			ink = append(ink, v)
		}
	}
	require.Equal(t, [][2]int16{{0, 0}, {-30, 200}}, places)
	require.Equal(t, append(of(e), of(accent)...), ink)
	require.Equal(t, uint16(900), glyfOutline(t, s.Program, s.CID(id+1))[0])
	require.Equal(t, []any{uint16(60)}, glyfOutline(t, s.Program, s.CID(id+2)))
	again, err := parse(t, liberationmonoregular.TTF).Subset(glyphs, made...)
	require.NoError(t, err)
	require.Equal(t, s.Program, again.Program)
}
