package font

import (
	"os"
	"slices"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationserifregular"
	"codeberg.org/go-fonts/stix/stix2mathregular"
	"codeberg.org/go-fonts/stix/stix2textregular"
	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/render/internal/font/fonttest"
)

// damagedText has ligatures, marks, figures and characters of several scripts.
const damagedText = "Affluent office 1871 ½ fjord, naïve Å A\u0301x\u0308 AV To. 港町の灯台、ょ」 Δόξα"

// useDamaged does with a face all that editions do. It is an error at the first
// step that meets the damage, or what comes of it is sound.
func useDamaged(t *testing.T, data []byte, index int) error {
	f, err := Parse(data, index)
	if err != nil {
		return err
	}
	for r := rune(0x250); r < 0x3100; r += 7 {
		f.Sets(r)
	}
	_ = []int{f.Ascent(), f.Descent(), f.CapHeight(), f.XHeight(), f.StemV(), f.Flags()}
	glyphs := []GlyphID{0}
	for _, fs := range []Features{0, SmallCaps | OldStyle, AllSmallCaps, Superiors, Fractions, Tabular} {
		for _, g := range f.Shape(damagedText, Options{Features: fs, Lang: "en"}) {
			glyphs = append(glyphs, g.ID)
			f.Advance(g.ID)
		}
	}
	if m, err := f.Math(); err == nil {
		useMath(m)
	}
	if err := f.Err(); err != nil {
		return err
	}
	slices.Sort(glyphs)
	glyphs = slices.Compact(glyphs)[1:]
	var made []Composite
	if id := f.Unused(); id > 0 && len(glyphs) > 1 {
		made = []Composite{{ID: id, Parts: []Glyph{{ID: glyphs[0]}, {ID: glyphs[len(glyphs)-1], X: 90, Y: -90}}, Advance: 500}}
	}
	if _, err := f.Subset(glyphs, made...); err != nil {
		return err
	}
	file, _, err := f.Keep([]rune(damagedText))
	if err == nil {
		_, again := Parse(file, 0)
		require.NoError(t, again, "what is kept of a face that could be read cannot")
	}
	return err
}

func useMath(m *Math) {
	m.Overlap()
	for _, r := range "∑√(x+1)=∫∞ij" {
		for script := range 3 {
			g, _ := m.Glyph(r, script, script == 1)
			m.Extents(g)
			m.Italic(g)
			m.Attachment(g)
			m.Cut(g, TopRight, 100)
			for _, vertical := range []bool{false, true} {
				m.Variants(g, vertical)
				m.Assembly(g, vertical)
			}
		}
	}
}

// Whatever is wrong with whichever table, a face is an error or sound, never a
// panic. OFFPRINT_LONG takes every damage, else one in so many.
func TestDamaged(t *testing.T) {
	every := 11
	if os.Getenv("OFFPRINT_LONG") != "" {
		every = 1
	}
	japanese, err := os.ReadFile(cidFace)
	require.NoError(t, err)
	collection, starts := fonttest.Collection(stix2textregular.TTF, liberationserifregular.TTF)
	for name, c := range map[string]struct {
		data         []byte
		index, start int
	}{
		"CFF": {data: stix2textregular.TTF}, "CID": {data: japanese}, "glyf": {data: liberationserifregular.TTF},
		"math": {data: stix2mathregular.TTF}, "collection": {collection, 1, starts[1]},
	} {
		t.Run(name, func(t *testing.T) {
			require.NoError(t, useDamaged(t, c.data, c.index))
			n, refused := 0, 0
			for what, data := range fonttest.Damaged(c.data, c.start, 2) {
				if n++; n%every != 0 {
					continue
				}
				t.Log(what)
				if useDamaged(t, data, c.index) != nil {
					refused++
				}
			}
			require.NotZero(t, refused, "nothing was damaged")
		})
	}
}

// FuzzDamaged is the same of bytes changed anywhere.
func FuzzDamaged(f *testing.F) {
	for _, at := range []uint32{4, 13, 200, 5000, 90000} {
		f.Add(at, byte(0xFF), true)
		f.Add(at, byte(0), false)
	}
	f.Fuzz(func(t *testing.T, at uint32, with byte, cffKind bool) {
		data := liberationserifregular.TTF
		if cffKind {
			data = stix2textregular.TTF
		}
		data = slices.Clone(data)
		data[int(at)%len(data)] ^= with
		_ = useDamaged(t, data, 0)
	})
}
