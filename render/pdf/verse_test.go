package pdf

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
)

func verseOf(stanzas ...string) *doc.Verse {
	v := &doc.Verse{}
	for _, s := range stanzas {
		st := &doc.Stanza{}
		for _, l := range strings.Split(s, "\n") {
			st.Lines = append(st.Lines, &doc.VerseLine{Content: doc.Inlines{doc.Text(l)}})
		}
		v.Stanzas = append(v.Stanzas, st)
	}
	return v
}

func TestMarksThatOpenALineOfVerseHang(t *testing.T) {
	e, _ := laid(t, StyleReport(), verseOf("Hxpe is\n“Hxpe is\nword", strings.Repeat("long ", 30)+"turned"))
	ss := spots(e)
	plain, quoted := find(t, ss, "Hxpe"), find(t, ss, "“Hxpe")
	mark := e.flow.measureText(&textStyle{size: e.flow.st.TextSize.unit(), features: oldStyle, lang: "en"}, "“")
	require.InDelta(t, inPoints(plain.x), inPoints(quoted.x+mark), 0.7, "the words begin at one place")
	word, turned := find(t, ss, "word"), find(t, ss, "turned")
	require.Greater(t, turned.x, word.x)
}

func TestShortStanzasAreNotDivided(t *testing.T) {
	var stanzas []string
	for range 30 {
		stanzas = append(stanzas, "first\nsecond\nthird\nfourth\nlast")
	}
	e, _ := laid(t, StyleReport(), verseOf(stanzas...))
	pages := map[int]map[string]int{}
	for _, s := range spots(e) {
		if pages[s.page] == nil {
			pages[s.page] = map[string]int{}
		}
		pages[s.page][s.text]++
	}
	require.Greater(t, len(pages), 2)
	for i, p := range pages {
		require.Equal(t, p["first"], p["last"], "page %d", i+1)
	}
}
