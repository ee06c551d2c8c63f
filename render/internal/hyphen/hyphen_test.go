package hyphen

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func divided(lang, word string) string {
	var b strings.Builder
	from := 0
	for _, at := range For(lang).Hyphenate(word, nil) {
		b.WriteString(word[from:at] + "-")
		from = at
	}
	return b.String() + word[from:]
}

func TestKnownWords(t *testing.T) {
	for lang, words := range map[string][]string{
		"en-US": {"hy-phen-ation", "as-so-ciate", "project", "com-puter", "Ty-pog-ra-phy", "NASA", "the", "un-der-stand-ing"},
		"en-GB": {"ty-po-graphy"},
		"de":    {"Sil-ben-tren-nung", "Stra-ße", "Ge-set-zes-än-de-rung"},
		"fr":    {"ty-po-gra-phie"},
		"es":    {"ti-po-gra-fía"},
		"it":    {"ti-po-gra-fia"},
		"nl":    {"ty-po-gra-fie"},
		"sv":    {"ty-po-gra-fi"},
		"pt":    {"ti-po-gra-fia"},
		"pl":    {"ty-po-gra-fia"},
		"ru":    {"ти-по-гра-фия"},
	} {
		for _, w := range words {
			require.Equal(t, w, divided(lang, strings.ReplaceAll(w, "-", "")), lang)
		}
	}
}

func TestLanguageIsFoundByItsTag(t *testing.T) {
	require.Nil(t, For("ja"))
	require.Nil(t, For(""))
	require.Same(t, For("de"), For("de-AT"))
	require.NotSame(t, For("en-US"), For("en-GB"))
}

func TestSoftHyphensAloneCount(t *testing.T) {
	require.Equal(t, []int{len("hyphena\u00ad")}, For("en").Hyphenate("hyphena\u00adtion", nil))
}

func FuzzHyphenate(f *testing.F) {
	for _, w := range []string{"hyphenation", "Straße", "типография", "a", "", "\u00ad\u00ad", "ÀÉÎ", "İstanbul", "\xff\xfe"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, w string) {
		for lang := range languages {
			last := 0
			for _, at := range For(lang).Hyphenate(w, nil) {
				if at <= last || at >= len(w) {
					t.Fatalf("%s: %q: a hyphen at %d after one at %d", lang, w, at, last)
				}
				last = at
			}
		}
	})
}

func BenchmarkHyphenate(b *testing.B) {
	d := For("en-US")
	var dst []int
	for b.Loop() {
		dst = d.Hyphenate("internationalisation", dst[:0])
	}
}
