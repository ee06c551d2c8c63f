package font

import (
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationmonoregular"
	"codeberg.org/go-fonts/stix/stix2textregular"
	gofont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
	"github.com/stretchr/testify/require"
)

// variable is a variable face that a module carries for its tests.
func variable(t *testing.T) []byte {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/boxesandglue/textshape").Output()
	if err != nil {
		t.Skipf("go list: %v", err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "ot", "testdata", "Roboto-Variable.ttf"))
	if err != nil {
		t.Skip(err)
	}
	return data
}

// An instance is shaped, measured and embedded at its place on the axes: its
// program has the boxes and widths that it was shaped with, composite glyphs
// too.
func TestInstance(t *testing.T) {
	data := variable(t)
	parsed := func(axes ...Axis) *Face {
		f, err := Parse(data, 0, axes...)
		require.NoError(t, err)
		return f
	}
	plain, regular, bold := parsed(), parsed(Axis{"wght", 400}), parsed(Axis{"wght", 800})
	text := "HÄmburgé"
	at := func(f *Face) (ids []GlyphID, width int) {
		seen := map[GlyphID]bool{}
		for _, g := range f.Shape(text, Options{}) {
			width += int(g.Advance)
			if !seen[g.ID] {
				ids = append(ids, g.ID)
			}
			seen[g.ID] = true
		}
		return ids, width
	}
	_, a := at(plain)
	_, b := at(regular)
	ids, c := at(bold)
	require.Equal(t, a, b, "400 is the default")
	require.Greater(t, c, a)
	require.Equal(t, plain.PostScriptName()+"_800wght", bold.PostScriptName())
	require.Greater(t, bold.StemV(), plain.StemV())

	sub, err := bold.Subset(ids)
	require.NoError(t, err)
	again, err := parsed(Axis{"wght", 800}).Subset(ids)
	require.NoError(t, err)
	require.Equal(t, sub.Program, again.Program)
	hmtx := sub.Program[table(sub.Program, "hmtx"):]
	loca, err := tables.ParseLoca(sub.Program[table(sub.Program, "loca"):], len(ids)+1, true)
	require.NoError(t, err)
	glyf, err := tables.ParseGlyf(sub.Program[table(sub.Program, "glyf"):], loca)
	require.NoError(t, err)
	for _, id := range ids {
		g := glyf[sub.CID(id)]
		e, ok := bold.face.GlyphExtents(gofont.GID(id))
		require.True(t, ok)
		require.InDelta(t, e.XBearing, g.XMin, 1)
		require.InDelta(t, e.YBearing, g.YMax, 1)
		require.InDelta(t, e.Width, g.XMax-g.XMin, 1)
		require.EqualValues(t, bold.Advance(id), binary.BigEndian.Uint16(hmtx[4*sub.CID(id):]))
	}
}

func TestInstanceRefused(t *testing.T) {
	_, err := Parse(stix2textregular.TTF, 0, Axis{"wght", 600})
	require.ErrorContains(t, err, "not variable")
	data := variable(t)
	_, err = Parse(data, 0, Axis{"xxxx", 1})
	require.ErrorContains(t, err, `no axis "xxxx": it has wght (100 to `)
	_, err = Parse(data, 0, Axis{"wght", 5000})
	require.ErrorContains(t, err, "axis wght: 5000 is outside 100 to ")
}

// What a licence forbids is refused, by the face's name; a face that may not be
// divided is embedded with all its glyphs.
func TestPermissions(t *testing.T) {
	with := func(src []byte, fsType uint16) (*Face, error) {
		data := append([]byte(nil), src...)
		binary.BigEndian.PutUint16(data[table(data, "OS/2")+8:], fsType)
		return Parse(data, 0)
	}
	for _, v := range []uint16{0x0002, 0x0200, 0x0204} {
		_, err := with(stix2textregular.TTF, v)
		require.ErrorIs(t, err, ErrRestricted)
		require.ErrorContains(t, err, "STIXTwoText-Regular: ")
	}
	for _, v := range []uint16{0, 0x0004, 0x0008, 0x0006} { // of several the weakest holds
		f, err := with(stix2textregular.TTF, v)
		require.NoError(t, err)
		s, err := f.Subset([]GlyphID{40})
		require.NoError(t, err)
		require.False(t, s.Whole)
	}
	for _, src := range [][]byte{stix2textregular.TTF, liberationmonoregular.TTF} {
		f, err := with(src, 0x0108)
		require.NoError(t, err)
		part, err := parse(t, src).Subset([]GlyphID{40})
		require.NoError(t, err)
		s, err := f.Subset([]GlyphID{40})
		require.NoError(t, err)
		require.True(t, s.Whole)
		require.Greater(t, len(s.Program), 20*len(part.Program))
		require.NotZero(t, s.CID(GlyphID(f.tables.NumGlyphs()-1)))
	}
}
