package pdf

import (
	"strconv"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/render/internal/layout"
)

// Setters that look up the same words meanwhile, in two styles, come to one entry
// for each, whoever made it.
func TestLexicon(t *testing.T) {
	const words, setters = 5000, 4
	l := newLexicon()
	styles := []*textStyle{l.style(textStyle{size: 10}), l.style(textStyle{size: 10, lang: "de"})}
	require.NotSame(t, styles[0], styles[1])
	require.Same(t, styles[0], l.style(textStyle{size: 10}))
	found := make([][]*entry, setters)
	var wg sync.WaitGroup
	for s := range setters {
		wg.Go(func() {
			for i := range words {
				for _, ts := range styles {
					word := []byte(strconv.Itoa((i + s*words/setters) % words))
					hash := hashOf(ts, word)
					e := l.shelf(hash).find(hash, ts, word)
					if e == nil {
						e = l.shelf(hash).add(&entry{hash: hash, style: ts, word: string(word)})
					}
					found[s] = append(found[s], e)
				}
			}
		})
	}
	wg.Wait()
	known := map[wordKey]*entry{}
	for _, es := range found {
		require.Len(t, es, 2*words)
		for _, e := range es {
			k := wordKey{e.style, e.word}
			if known[k] == nil {
				known[k] = e
			}
			require.Same(t, known[k], e)
		}
	}
	require.Len(t, known, 2*words)
}

// The parts of a word are what it is cut into, and its ink where they stand
// together.
func TestParts(t *testing.T) {
	fs, err := (&Fonts{}).load()
	require.NoError(t, err)
	s := newSetter(fs)
	ts := s.intern(textStyle{size: 10 * layout.Point, lang: "en"})
	e := s.entry(ts, []byte("(hyphenation)"))
	require.Same(t, e, s.entry(ts, []byte("(hyphenation)")))
	require.Len(t, e.ink, 1)
	require.Len(t, e.parts, 3) // (hy-phen-ation)
	word, width := "", layout.Unit(0)
	for i := range e.parts {
		p := &e.parts[i]
		g := p.Alone().(*glyphs)
		require.Equal(t, len(word), int(p.at))
		require.Equal(t, s.boxOf(g), p.item)
		require.Same(t, g, p.Alone())
		require.Same(t, e.ink[0], p.Whole())
		require.True(t, i+1 == len(e.parts) || p.Precedes(&e.parts[i+1]))
		require.False(t, p.Precedes(p))
		word, width = word+g.text, width+g.width
	}
	require.Equal(t, "(hyphenation)", word)
	require.InDelta(t, int64(e.ink[0].width), int64(width), 4, "kerning is within parts")
	require.Equal(t, []int{3, 0}, []int{e.parts[0].Parts(), e.parts[1].Parts()})
}
