package font

import (
	"bytes"
	"encoding/binary"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationmonoregular"
	"codeberg.org/go-fonts/stix/stix2textregular"
	"github.com/boxesandglue/textshape/ot"
	"github.com/go-text/typesetting/font/cff"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
	"github.com/go-text/typesetting/language"
	"github.com/stretchr/testify/require"
)

func parse(t testing.TB, data []byte) *Face {
	t.Helper()
	f, err := Parse(data, 0)
	require.NoError(t, err)
	return f
}

// table returns where a table of an sfnt begins.
func table(data []byte, tag string) int {
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		if r := data[12+16*i:]; string(r[:4]) == tag {
			return int(binary.BigEndian.Uint32(r[8:]))
		}
	}
	panic("no table " + tag)
}

func TestDescribe(t *testing.T) {
	text, mono := Default().Text, Default().Mono
	require.Equal(t, "STIXTwoText-Regular", text.Regular.PostScriptName())
	require.Equal(t, "STIXTwoText-Italic", text.Italic.PostScriptName())
	require.Equal(t, "STIX Two Text", text.Regular.Family())
	require.Equal(t, 1000, text.Regular.UnitsPerEm())
	require.Negative(t, text.Italic.ItalicAngle())
	require.Zero(t, text.Regular.ItalicAngle())
	require.Greater(t, text.Bold.StemV(), text.Regular.StemV())
	require.Equal(t, 1<<2, text.Regular.Flags())
	require.Equal(t, 1<<2|1, mono.Regular.Flags())
	require.Equal(t, 1<<2|1<<6, text.Italic.Flags())
	for _, f := range []*Face{text.Regular, mono.Regular, Default().Math} {
		require.Positive(t, f.Ascent())
		require.Negative(t, f.Descent())
		require.Greater(t, f.CapHeight(), f.XHeight())
		require.Positive(t, f.XHeight())
		b := f.BBox()
		require.Less(t, b[0], b[2])
		require.Less(t, b[1], b[3])
	}
	require.Equal(t, mono.Regular.Advance(mono.Regular.Shape("i", Options{})[0].ID), mono.Regular.Advance(mono.Regular.Shape("W", Options{})[0].ID))
	require.True(t, text.Regular.Has('é'))
	require.False(t, text.Regular.Has('漢'))
	require.True(t, text.Regular.Supports(SmallCaps|OldStyle|Superiors))
	require.False(t, mono.Regular.Supports(SmallCaps))
}

func TestParseRefuses(t *testing.T) {
	good := stix2textregular.TTF
	for name, data := range map[string][]byte{
		"nothing":          nil,
		"text":             []byte("not a font at all, but a line of text"),
		"a head alone":     good[:12],
		"half of the file": good[:len(good)/2],
	} {
		_, err := Parse(data, 0)
		require.Error(t, err, name)
	}
	long := slices.Clone(good)
	binary.BigEndian.PutUint32(long[12+12:], 0xFFFF0000) // the first table's length: four gigabytes
	_, err := Parse(long, 0)
	require.ErrorContains(t, err, "reaches beyond the end of the file")

	_, err = Parse(good, 1)
	require.ErrorContains(t, err, "no face 1: the file holds 1")
	_, err = Parse(good, -1)
	require.Error(t, err)

	locked := slices.Clone(good)
	binary.BigEndian.PutUint16(locked[table(locked, "OS/2")+8:], 0x0002)
	_, err = Parse(locked, 0)
	require.ErrorIs(t, err, ErrRestricted)
	binary.BigEndian.PutUint16(locked[table(locked, "OS/2")+8:], 0x000A) // restricted, but editable embedding is allowed
	_, err = Parse(locked, 0)
	require.NoError(t, err)
}

func TestShape(t *testing.T) {
	f := Default().Text.Regular
	width := func(gs []Glyph) (w int32) {
		for _, g := range gs {
			w += g.Advance
		}
		return w
	}
	require.NotEqual(t, f.Shape("office", Options{}), f.Shape("office", Options{Features: NoLigatures}))
	require.Less(t, width(f.Shape("AVAVA", Options{})), width(f.Shape("AVAVA", Options{Features: NoKerning})))
	require.NotEqual(t, f.Shape("a", Options{})[0].ID, f.Shape("a", Options{Features: SmallCaps})[0].ID)
	require.Equal(t, f.Shape("A", Options{})[0].ID, f.Shape("A", Options{Features: SmallCaps})[0].ID)
	require.NotEqual(t, f.Shape("A", Options{})[0].ID, f.Shape("A", Options{Features: AllSmallCaps})[0].ID)
	one, zero := f.Shape("1", Options{Features: Tabular}), f.Shape("0", Options{Features: Tabular})
	require.Equal(t, one[0].Advance, zero[0].Advance)
	require.Len(t, f.Shape("un\u00adsaid\u200b", Options{}), len("unsaid")) // what shows nothing has no glyph
	for _, g := range f.Shape("漢", Options{}) {
		require.Zero(t, g.ID)
	}
	require.Empty(t, f.Shape("", Options{}))
}

// The texts of the clusters, laid end to end, are the text.
func TestClusterText(t *testing.T) {
	f := Default().Text.Regular
	for _, text := range []string{"office", "affliction", "e\u0301té", "fi", "“x”", "ﬁ", "a\u0323\u0307b"} {
		require.Equal(t, text, strings.Join(f.Texts(nil, text, f.Shape(text, Options{})), ""))
	}
}

func TestRightToLeft(t *testing.T) {
	f := Default().Mono.Regular // has Hebrew
	gs := f.Shape("אב", Options{Script: language.Hebrew, RTL: true})
	require.Len(t, gs, 2)
	require.Greater(t, gs[0].Cluster, gs[1].Cluster, "the last letter stands leftmost")
}

// Several goroutines shape in one face as one does.
func TestShapeConcurrently(t *testing.T) {
	f := Default().Text.Italic
	want := f.Shape("affinities", Options{Lang: "en"})
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 200 {
				if !slices.Equal(want, f.Shape("affinities", Options{Lang: "en"})) {
					t.Error("the glyphs differ")
					return
				}
			}
		})
	}
	wg.Wait()
}

func TestItemize(t *testing.T) {
	text, mono := Default().Text.Regular, Default().Mono.Regular
	jp, err := os.ReadFile(cidFace)
	require.NoError(t, err)
	cjk := parse(t, jp)
	chain := []*Face{text, mono, cjk}
	type run struct {
		text   string
		face   *Face
		hebrew bool
	}
	for s, want := range map[string][]run{
		"plain words, “quoted”": {{"plain words, “quoted”", text, false}},
		"naïve e\u0301té":       {{"naïve e\u0301té", text, false}},
		"the 海 here":            {{"the ", text, false}, {"海", cjk, false}, {" here", text, false}},
		"say שלום now":          {{"say ", text, false}, {"שלום ", mono, true}, {"now", text, false}},
		"":                      {{"", text, false}},
		"\u1f40 \u1fd6":         {{"\u1f40 \u1fd6", mono, false}}, // the text face has but the first, in parts
		"\u1f40":                {{"\u1f40", mono, false}},
	} {
		if s == "the 海 here" && !cjk.Has('海') {
			t.Fatal("the face of the report example has changed")
		}
		var got []run
		for _, r := range Itemize(s, chain) {
			require.Empty(t, r.Missing)
			got = append(got, run{s[r.Start:r.End], r.Face, r.Script == language.Hebrew})
		}
		require.Equal(t, want, got, s)
	}
	runs := Itemize("a\U0001F9CDb", chain)
	require.Len(t, runs, 3)
	require.Equal(t, []int{1}, runs[1].Missing)
}

// A character that a face has in parts alone is not missing from it.
func TestSetsByParts(t *testing.T) {
	f := Default().Text.Regular
	require.False(t, f.Has('\u1f40'))
	require.True(t, f.Sets('\u1f40'), "omicron and the smooth breathing")
	require.False(t, f.Sets('\u1fd6'), "it has no circumflex of Greek")
	require.Empty(t, Itemize("\u1f40", []*Face{f})[0].Missing)
	require.Equal(t, []int{0}, Itemize("\u1fd6", []*Face{f})[0].Missing)
	require.Len(t, f.Shape("\u1f40", Options{Lang: "grc"}), 2)
}

// The runs of a text, laid end to end, are the text.
func FuzzItemize(f *testing.F) {
	for _, s := range []string{"plain", "a\u0301b", "the 海 here", "שלום now", "\u200d\u200e", "1٢३", strings.Repeat("\uFFFD", 7000)} { // so many runs, each with its context
		f.Add(s)
	}
	chain := []*Face{Default().Text.Regular, Default().Mono.Regular}
	f.Fuzz(func(t *testing.T, s string) {
		s = string([]rune(s)) // UTF-8, as Check sees to
		at := 0
		for _, r := range Itemize(s, chain) {
			require.Equal(t, at, r.Start)
			at = r.End
			for _, rtl := range []bool{false, true} {
				o := Options{Script: r.Script, RTL: rtl, Before: s[:r.Start], After: s[r.End:]}
				for _, g := range r.Face.Shape(s[r.Start:r.End], o) {
					require.True(t, g.Cluster >= 0 && int(g.Cluster) < r.End-r.Start)
				}
			}
		}
		require.Equal(t, len(s), at)
	})
}

// A subset's glyphs have the outlines and widths that they had, and a name's
// subset is the same on each run.
func TestSubset(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		kind Kind
	}{
		"CFF":      {stix2textregular.TTF, CFF},
		"TrueType": {liberationmonoregular.TTF, TrueType},
	} {
		t.Run(name, func(t *testing.T) {
			f := parse(t, c.data)
			var glyphs []GlyphID
			for _, g := range f.Shape("Hamburgefonstiv “ÉÄçß” 0123 fi ffl", Options{}) {
				if g.ID != 0 && !slices.Contains(glyphs, g.ID) {
					glyphs = append(glyphs, g.ID)
				}
			}
			slices.Sort(glyphs)
			s, err := f.Subset(glyphs)
			require.NoError(t, err)
			again, err := parse(t, c.data).Subset(glyphs)
			require.NoError(t, err)
			require.Equal(t, s.Program, again.Program)
			require.Equal(t, c.kind, s.Kind)
			require.Less(t, len(s.Program), len(c.data)/4)
			seen := map[uint16]bool{0: true}
			for _, g := range glyphs {
				require.False(t, seen[s.CID(g)], "two glyphs of one number")
				seen[s.CID(g)] = true
				require.Equal(t, outline(t, f, c.data, c.kind, g), subsetOutline(t, s, g), "glyph %d", g)
			}
		})
	}
}

func outline(t *testing.T, f *Face, data []byte, kind Kind, g GlyphID) any {
	if kind == TrueType {
		return glyfOutline(t, data, uint16(g))
	}
	raw, err := f.tables.TableData(ot.TagCFF)
	require.NoError(t, err)
	return cffOutline(t, raw, g)
}

func subsetOutline(t *testing.T, s *Subset, g GlyphID) any {
	if s.Kind == TrueType {
		return glyfOutline(t, s.Program, s.CID(g))
	}
	return cffOutline(t, s.Program, GlyphID(s.CID(g)))
}

// glyfOutline is the outline of a glyph, with those of its components.
func glyfOutline(t *testing.T, data []byte, g uint16) []any {
	ld, err := opentype.NewLoader(bytes.NewReader(data))
	require.NoError(t, err)
	raw := func(tag string) []byte {
		b, err := ld.RawTable(opentype.MustNewTag(tag))
		require.NoError(t, err)
		return b
	}
	n := int(binary.BigEndian.Uint16(raw("maxp")[4:]))
	loca, err := tables.ParseLoca(raw("loca"), n, binary.BigEndian.Uint16(raw("head")[50:]) != 0)
	require.NoError(t, err)
	glyf, err := tables.ParseGlyf(raw("glyf"), loca)
	require.NoError(t, err)
	wide := int(binary.BigEndian.Uint16(raw("hhea")[34:]))
	advance := binary.BigEndian.Uint16(raw("hmtx")[4*min(int(g), wide-1):])
	out := []any{advance}
	var add func(g uint16)
	add = func(g uint16) {
		switch d := glyf[g].Data.(type) {
		case tables.CompositeGlyph:
			for _, c := range d.Glyphs {
				add(uint16(c.GlyphIndex))
				c.GlyphIndex = 0
				out = append(out, c)
			}
		case tables.SimpleGlyph:
			out = append(out, d.EndPtsOfContours, d.Points)
		}
	}
	add(g)
	return out
}

func cffOutline(t *testing.T, table []byte, g GlyphID) any {
	c, err := cff.Parse(table)
	require.NoError(t, err)
	segments, _, err := c.LoadGlyph(tables.GlyphID(g))
	require.NoError(t, err)
	return segments
}

func BenchmarkShape(b *testing.B) {
	f := Default().Text.Regular
	for b.Loop() {
		f.Shape("administration", Options{Lang: "en"})
	}
}

func BenchmarkSubset(b *testing.B) {
	f := Default().Text.Regular
	var glyphs []GlyphID
	for g := GlyphID(1); g < 100; g++ {
		glyphs = append(glyphs, g)
	}
	for b.Loop() {
		if _, err := f.Subset(glyphs); err != nil {
			b.Fatal(err)
		}
	}
}

// A face is asked and shaped with by many at once: under -race.
func TestHasConcurrently(t *testing.T) {
	f := Default().Text.Regular
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for r := rune(0x370); r < 0x500; r++ {
				f.Has(r + rune(i))
			}
			f.Shape("λόγος", Options{})
		})
	}
	wg.Wait()
}

// A face may be asked anything by many at a time.
func TestFaceShared(t *testing.T) {
	var wg sync.WaitGroup
	d := Default()
	for _, f := range []*Face{d.Text.Regular, d.Mono.Regular, d.Math, Spare().Regular} {
		for range 8 {
			wg.Go(func() {
				require.NotEmpty(t, f.Shape("x\u0302\u0323 office \u2044 1871", Options{Lang: "en"}))
				require.NotZero(t, f.CapHeight()+f.XHeight()+f.Ascent()-f.Descent())
				require.True(t, f.Has('e'))
				require.NotZero(t, f.Advance(40))
				_, _, err := f.Keep([]rune("e\u0302ffi"))
				require.NoError(t, err)
			})
		}
	}
	wg.Wait()
}
