package font

import (
	"bytes"
	"compress/flate"
	"os"
	"slices"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationserifregular"
	"codeberg.org/go-fonts/stix/stix2mathregular"
	"codeberg.org/go-fonts/stix/stix2textregular"
	"github.com/go-text/typesetting/font"
	"github.com/stretchr/testify/require"
)

// What is shaped with a face of which some glyphs are kept has the same glyphs
// and places as with the whole face, and the same outlines.
func TestKeep(t *testing.T) {
	for name, c := range map[string]struct {
		data  []byte
		index int
		text  string
		most  int // bytes of the file for a hundred of the whole's, compressed
	}{
		"STIX":       {data: stix2textregular.TTF, text: "Affluent office 1871 ½ fjord, naïve Å", most: 70},
		"math":       {data: stix2mathregular.TTF, text: "∑√(x+1)=∫∞", most: 50},
		"Liberation": {data: liberationserifregular.TTF, text: "Affluent office ÄÖÜ ǖ", most: 60},
		"Arabic":     {data: system(t, "truetype/noto/NotoNaskhArabic-Regular.ttf"), text: "السَّلامُ عليكم لا", most: 90},
		"Hebrew":     {data: system(t, "truetype/noto/NotoSerifHebrew-Regular.ttf"), text: "שָׁלוֹם עֲלֵיכֶם", most: 95},
		"Japanese":   {data: system(t, "opentype/noto/NotoSerifCJK-Bold.ttc"), text: "港町の灯台、ょ」ABC", most: 20},
	} {
		if c.data == nil {
			continue
		}
		t.Run(name, func(t *testing.T) {
			whole, err := Parse(c.data, c.index)
			require.NoError(t, err)
			file, _, err := whole.Keep([]rune(c.text))
			require.NoError(t, err)
			again, _, err := whole.Keep([]rune(c.text))
			require.NoError(t, err)
			require.True(t, slices.Equal(file, again), "two runs differ")
			require.Less(t, deflated(file)*100/deflated(c.data), c.most)
			part, err := Parse(file, 0)
			require.NoError(t, err)
			for _, want := range []Features{0, SmallCaps, OldStyle, Superiors, Fractions} {
				a, b := whole.Shape(c.text, Options{Features: want}), part.Shape(c.text, Options{Features: want})
				require.Equal(t, a, b)
				for _, g := range a {
					require.Equal(t, whole.face.GlyphData(font.GID(g.ID)), part.face.GlyphData(font.GID(g.ID)), "glyph %d", g.ID)
				}
			}
			require.False(t, part.Has('q'), "what is not kept is not mapped")
			require.Equal(t, uint32(0xB1B0AFBA), checksum(file))
		})
	}
}

func deflated(data []byte) int {
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, flate.BestSpeed) // fails for an unknown level only
	_, _ = w.Write(data)
	_ = w.Close()
	return b.Len()
}

// system reads a face of this machine, nil if it has none.
func system(t *testing.T, name string) []byte {
	data, err := os.ReadFile("/usr/share/fonts/" + name)
	if err != nil {
		t.Log(err)
	}
	return data
}
