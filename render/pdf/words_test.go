package pdf

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// setIn sets words in a language, and shows the items: words as they are, "_"
// for a space that a line may end at, "~" for one that it may not, "," for a
// thin one, "|" for a place to end a line at without a space.
func setIn(t *testing.T, lang string, runs ...string) string {
	t.Helper()
	fs, err := (&Fonts{}).load()
	require.NoError(t, err)
	s := newSetter(fs)
	tx := &text{}
	for i, r := range runs {
		tx.add(r, textRun{style: textStyle{cut: roman, size: 10 * layout.Point, lang: lang, noHyphens: true}, tag: layout.Tag(i)}, true)
	}
	p := &layout.Para{}
	s.set(tx, p)
	var b strings.Builder
	kept := false
	for i, it := range p.Items[:len(p.Items)-3] {
		switch {
		case it.Kind == linebreak.Penalty && it.Cost >= linebreak.Infinite:
			kept = true
			continue
		case it.Kind == linebreak.Penalty:
			b.WriteByte('|')
		case it.Kind == linebreak.Box && p.Pieces[i].Ink == nil: // kerning
		case it.Kind == linebreak.Box:
			b.WriteString(p.Pieces[i].Ink.(*glyphs).text)
		case kept && it.Width < linebreak.Part(2*layout.Point):
			b.WriteByte(',')
		case kept:
			b.WriteByte('~')
		default:
			b.WriteByte('_')
		}
		kept = false
	}
	return b.String()
}

func TestTies(t *testing.T) {
	for _, c := range []struct{ lang, words, want string }{
		{"en", "a wall of 10 km, or 5 % less", "a_wall_of_10~km,_or_5~%_less"},
		{"en", "in 1923 Kafka met 5 men", "in_1923_Kafka_met_5_men"},
		{"en", "see vol. 2, pp. 14 and No. 7; ch. IV and ch. Ivy", "see_vol.~2,_pp.~14_and_No.~7;_ch.~IV_and_ch._Ivy"},
		{"en", "J. S. Bach and I. The rest", "J.~S.~Bach_and_I._The_rest"},
		{"en", "one fault – another — or", "one_fault~–_another~—_or"},
		{"es", "palabra —inciso— otra", "palabra_—inciso—_otra"},
		{"de", "Vor- und Nachteile", "Vor-|_und_Nachteile"},
		{"de", "nach § 5 Abs. 3 S. 41", "nach_§~5_Abs.~3_S.~41"},
		{"de", "um 10 Uhr, 3 Mio. Leser", "um_10~Uhr,_3~Mio._Leser"},
		{"pl", "w domu i (z nim) o nas", "w~domu_i~(z~nim)_o~nas"},
		{"ru", "в доме и с ним", "в~доме_и~с~ним"},
		{"en", "a word I know", "a_word_I_know"},
		{"en", "no\u00a0break", "no~break"},
		{"en", "well-known", "well-|known"},
	} {
		require.Equal(t, c.want, setIn(t, c.lang, c.words), "%s: %s", c.lang, c.words)
	}
}

// French spacing is the same whatever the source has: a space, a no-break
// space, a narrow one or none.
func TestFrenchSpacing(t *testing.T) {
	want := "«,Quoi,?,»_dit-|il,;_«,oui,!,»_:"
	want = strings.Replace(want, "_:", ",:", 1)
	for _, words := range []string{
		"« Quoi ? » dit-il ; « oui ! » :",
		"«Quoi?» dit-il; «oui!»:",
		"«\u00a0Quoi\u00a0?\u00a0» dit-il\u00a0; «\u202foui\u202f!\u202f»\u202f:",
	} {
		require.Equal(t, want, setIn(t, "fr", words), words)
		require.Equal(t, want, setIn(t, "fr-CH", words), words)
	}
	require.Equal(t, "à_10:30_:_http://a.b", strings.Replace(setIn(t, "fr", "à 10:30 : http://a.b"), ",:", "_:", 1))
	require.Equal(t, "Quoi,?!_(?)", setIn(t, "fr", "Quoi?! (?)"))
	require.Equal(t, "Quoi?_«Oui»", setIn(t, "en", "Quoi? «Oui»"))
	require.Equal(t, "Quoi?", setIn(t, "fr-CA", "Quoi?"))
}

// The source's words are set whole and in order, whatever is put between.
func TestSetKeepsWords(t *testing.T) {
	for _, words := range []string{"« Quoi ? » dit-il ; UNESCO!", "NASA’s XVIIIe siècle: 5 % — fin", "ÉCOLE ABC aBCDe ABCd"} {
		for _, lang := range []string{"en", "fr", "pl"} {
			got := strings.NewReplacer("_", "", "~", "", ",", "", "|", "").Replace(setIn(t, lang, words))
			require.Equal(t, strings.NewReplacer(" ", "", ",", "").Replace(words), got)
		}
	}
}

func TestCapitals(t *testing.T) {
	for word, want := range map[string]string{
		"UNESCO": "UNESCO", "(NASA’s)": "NASA", "XVIIIe": "XVIII", "ÉCOLE": "ÉCOLE", "PDFs,": "PDF", "ABcDEF": "DEF",
		"It": "", "USa": "", "WW2": "", "": "", "GmbH": "",
	} {
		from, to := capitals([]byte(word), 0, len(word))
		require.Equal(t, want, word[from:to], word)
	}
	fs, err := (&Fonts{}).load()
	require.NoError(t, err)
	wide := func(word string) int64 {
		p := &layout.Para{}
		tx := &text{}
		tx.add(word, textRun{style: textStyle{cut: roman, size: 1000 * layout.Point, lang: "en"}}, true)
		newSetter(fs).set(tx, p)
		var w int64
		for _, it := range p.Items {
			w += int64(it.Width)
		}
		return w
	}
	require.InDelta(t, 4*trackedCapitals*int64(layout.Point), wide("NASA")-wide("NA")-wide("SA"), float64(120*layout.Point), "four letters spaced, but for kerning")
}

// Letters that are shaped apart, because their tags differ, stand as near to
// one another as in one word.
func TestKerningAcrossRuns(t *testing.T) {
	fs, err := (&Fonts{}).load()
	require.NoError(t, err)
	width := func(runs ...string) (w int64) {
		tx, p := &text{}, &layout.Para{}
		for i, r := range runs {
			tx.add(r, textRun{style: textStyle{cut: roman, size: 1000 * layout.Point, lang: "en"}, tag: layout.Tag(i)}, true)
		}
		newSetter(fs).set(tx, p)
		for _, it := range p.Items {
			w += int64(it.Width)
		}
		return w
	}
	require.InDelta(t, width("AV"), width("A", "V"), 2)
	require.InDelta(t, width("Toy"), width("T", "o", "y"), 3)
	require.Less(t, width("A", "V"), width("A")+width("V"))
}

func TestIdentity(t *testing.T) {
	require.Equal(t, identity("Word,"), identity("“word”"))
	require.NotEqual(t, identity("word"), identity("words"))
	require.Equal(t, identity("ÉCOLE"), identity("école"))
	require.Zero(t, identity("—"))
	require.Zero(t, identity(""))
}

// A line break that ends a paragraph makes no empty line, as in HTML; two make
// one, and one alone does.
func TestLineBreakAtEnd(t *testing.T) {
	br := doc.LineBreak{}
	for _, c := range []struct {
		content doc.Inlines
		lines   int
	}{
		{doc.Inlines{br}, 1},
		{doc.Inlines{doc.Text("one "), br}, 1},
		{doc.Inlines{doc.Text("one"), br, doc.Text("two"), br, doc.Text(" ")}, 2},
		{doc.Inlines{doc.Text("one"), br, doc.Text("two"), br, br}, 3},
	} {
		e := bound(t, "en", StyleReport(), &doc.Paragraph{Content: c.content})
		require.Len(t, textLines(e), c.lines, c.content)
	}
}
