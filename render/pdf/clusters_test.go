package pdf

import (
	"bytes"
	"context"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"codeberg.org/go-fonts/liberation/liberationmonoregular"
	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/font"
	"github.com/offprint-go/offprint/render/rendertest"
)

// markedWords are words whose glyphs are placed by moves, or stand in another
// order than their characters, or are ligatures of text that is turned.
var markedWords = []struct{ name, lang, file, text string }{
	{"hebrew points", "he", "", "בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם"},
	{"latin", "en", "", "x̂ a̰̋ q̃̂uy plain"},
	{"arabic", "ar", arabic, "بِسْمِ اللَّهِ الرَّحْمَٰنِ ولا السلام الله"},
	{"devanagari", "hi", "/usr/share/fonts/truetype/noto/NotoSerifDevanagari-Regular.ttf", "हिन्दी अधिकारों के बर्ताव प्राप्त"},
	{"thai", "th", "/usr/share/fonts/truetype/noto/NotoSerifThai-Regular.ttf", "ที่นี่ ป่า น้ำ"},
}

// TestMarkedWords: a word with marks is read whole, character by character in
// its order, and nothing of it stands off the line.
func TestMarkedWords(t *testing.T) {
	for _, c := range markedWords {
		t.Run(c.name, func(t *testing.T) {
			face := Font{Data: liberationmonoregular.TTF}
			if c.file != "" {
				data, err := os.ReadFile(c.file)
				if err != nil {
					t.Skip(err)
				}
				face.Data = data
			}
			file := func(text string) []byte {
				d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: c.lang}, Blocks: doc.Blocks{paragraphOf(text)}}
				var b, again bytes.Buffer
				e, err := Renderer{Fonts: Fonts{Text: face, Fallback: []Font{{Data: liberationmonoregular.TTF}}}}.Layout(context.Background(), d)
				require.NoError(t, err)
				_, err = e.WriteTo(&b)
				require.NoError(t, err)
				_, err = e.WriteTo(&again)
				require.NoError(t, err)
				require.Equal(t, b.Bytes(), again.Bytes())
				return b.Bytes()
			}
			marked := file(c.text)
			tree, err := rendertest.StructureOf(marked)
			require.NoError(t, err)
			var got string
			tree.Walk(func(e *rendertest.Element) {
				if e.Type == "P" {
					got = e.AllText()
				}
			})
			if rs := []rune(strings.TrimSpace(got)); c.lang == "he" || c.lang == "ar" { // as it is seen
				slices.Reverse(rs)
				got = string(rs)
			}
			require.Equal(t, c.text, strings.TrimSpace(got))
			bare := strings.Map(func(r rune) rune {
				if unicode.Is(unicode.Mn, r) {
					return -1
				}
				return r
			}, c.text)
			moves := func(file []byte) int { return strings.Count(strings.Join(contents(t, file), ""), " Tm") }
			require.Equal(t, moves(file(bare)), moves(marked))
		})
	}
}

// The characters of a cluster have the width that its glyphs have, and the
// marks some of it.
func TestClusterShares(t *testing.T) {
	f, err := font.Parse(liberationmonoregular.TTF, 0)
	require.NoError(t, err)
	u := newFontTable().use(f)
	em := int32(f.UnitsPerEm())
	for _, c := range []struct {
		width int32
		chars string
	}{{em / 2, "בְּ"}, {em / 2, "\u05B0\u05BC"}, {em, "dhi"}, {7, "ab\u0301c\u0302"}, {0, "a\u0301"}, {em / 100, "a\u0301\u0302"}, {em / 2, "\u0301"}} {
		sum := int32(0)
		chars := []rune(c.chars)
		for i, w := range u.shares(c.width, chars) {
			require.GreaterOrEqual(t, w, int32(0), c.chars)
			if i > 0 && isMark(chars[i]) && !isMark(chars[0]) {
				require.LessOrEqual(t, w, em*markShare/1000, c.chars)
			}
			sum += w
		}
		require.Equal(t, c.width, sum, "%q", c.chars)
	}
}
