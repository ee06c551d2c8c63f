package layout

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// A made is what a paragraph's text makes.
type made struct {
	items   []linebreak.Item
	pieces  []Piece
	inserts []int
	anchors []Anchor
}

// A word is ink of two parts.
type word struct {
	parts [2]*half
}

type half struct {
	text string
	of   *word
	n    int
}

// blank is the white space that words know.
const blank = glyphs("_")

func newWord(text string) *word {
	w := &word{}
	w.parts = [2]*half{{text, w, 0}, {"x", w, 1}}
	return w
}

func (w *word) String() string         { return w.parts[0].text + " x" } // as a dump shows its parts
func (w *word) Parts() int             { return 1 }
func (w *word) Precedes(Ink) bool      { return false }
func (w *word) Whole() Ink             { return w }
func (w *word) Alone() Ink             { return w }
func (w *word) Blank() Ink             { return blank }
func (h *half) String() string         { return h.text }
func (h *half) Parts() int             { return 2 * (1 - h.n) }
func (h *half) Precedes(next Ink) bool { return h.n == 0 && next == h.of.parts[1] }
func (h *half) Whole() Ink             { return h.of }
func (h *half) Alone() Ink             { return h }
func (h *half) Blank() Ink             { return blank }

// divided gives a paragraph's words places to be divided at, and names some of
// its items.
func divided(p *Para, r *rand.Rand, name string) {
	var items []linebreak.Item
	var pieces []Piece
	moved := make([]int, len(p.Items))
	for i, it := range p.Items {
		moved[i] = len(items)
		items, pieces = append(items, it), append(pieces, p.Pieces[i])
		if it.Kind == linebreak.Glue && it.Stretch < linebreak.Fil && r.Intn(3) > 0 {
			pieces[len(pieces)-1].Ink, pieces[len(pieces)-1].Tag = blank, 1
		}
		if it.Kind == linebreak.Box && r.Intn(2) == 0 {
			w := newWord(fmt.Sprint(p.Pieces[i].Ink))
			pieces[len(pieces)-1].Ink = w.parts[0]
			items = append(items, linebreak.Item{Kind: linebreak.Penalty, Cost: 50, Flagged: true, Width: linebreak.Part(letter)}, linebreak.Item{Kind: linebreak.Box, Width: linebreak.Part(letter)})
			pieces = append(pieces, Piece{Ink: glyphs("-"), Offset: -1}, Piece{Ink: w.parts[1], Tag: 1, Offset: -1})
		}
		if r.Intn(4) == 0 {
			p.Anchors = append(p.Anchors, Anchor{Item: len(items), Name: fmt.Sprint(name, ".", i)})
		}
	}
	p.Items, p.Pieces = items, pieces
	for i := range p.Inserts {
		p.Inserts[i].Item = moved[p.Inserts[i].Item]
	}
}

// everyPara calls f for each paragraph.
func everyPara(bs []Block, f func(*Para)) {
	for _, b := range bs {
		switch b := b.(type) {
		case *Para:
			f(b)
			for _, in := range b.Inserts {
				everyPara(in.Blocks, f)
			}
		case *Group:
			everyPara(b.Blocks, f)
		case *Float:
			everyPara(b.Blocks, f)
		}
	}
}

// A book whose paragraphs are made when they are broken has the same pages as
// one that is there whole: what the lines do not need is all that is lost, and
// words that are not divided are one ink, and hold the white space behind them,
// which is where it was.
func TestTextsAreSet(t *testing.T) {
	words, spaces := 0, 0
	for seed := range int64(seeds) {
		whole, later := random(seed), random(seed)
		for _, b := range []*Book{whole, later} {
			r, n := rand.New(rand.NewSource(seed)), 0
			everyPara(b.Blocks, func(p *Para) { divided(p, r, fmt.Sprint(n)); n++ })
		}
		everyPara(later.Blocks, func(p *Para) {
			m := &made{items: p.Items, pieces: p.Pieces, anchors: p.Anchors}
			for i := range p.Inserts {
				m.inserts = append(m.inserts, p.Inserts[i].Item)
				p.Inserts[i].Item = 0
			}
			p.Text, p.Items, p.Pieces, p.Anchors = m, nil, nil, nil
		})
		later.Set = func() func(*Para) {
			var again made // memory that is used again
			return func(p *Para) {
				m := p.Text.(*made)
				again.items, again.pieces = append(again.items[:0], m.items...), append(again.pieces[:0], m.pieces...)
				p.Items, p.Pieces, p.Anchors = again.items, again.pieces, slices.Clone(m.anchors)
				for i := range p.Inserts {
					p.Inserts[i].Item = m.inserts[i]
				}
			}
		}
		want, got := lay(t, whole), lay(t, later)
		require.Equal(t, dump(want), dump(got), "seed %d", seed)
		words += wholeWords(got)
		require.Equal(t, blanks(want), blanks(got), "seed %d", seed)
		spaces += takenIn(got)
		for i := range want.Pages {
			require.Equal(t, want.Pages[i].Anchors, got.Pages[i].Anchors, "seed %d, page %d", seed, i)
		}
	}
	require.NotZero(t, words)
	require.NotZero(t, spaces)
	_, err := Layout(t.Context(), book(&Para{Text: 1}))
	require.Error(t, err)
}

// eachLine calls f for each line on the pages.
func eachLine(p *Pages, f func(Placed)) {
	for _, pg := range p.Pages {
		for _, it := range pg.Items {
			if it.Line != nil {
				f(it)
			}
		}
	}
}

// blanks are the places of white space that is ink.
func blanks(p *Pages) (at [][2]Unit) {
	eachLine(p, func(it Placed) {
		it.Line.Pieces(it.X, func(x, w Unit, _ *linebreak.Item, pc *Piece) {
			if pc.Ink == blank {
				at = append(at, [2]Unit{x, w})
			}
		})
	})
	return at
}

// takenIn is how many spaces are part of a word's item.
func takenIn(p *Pages) (n int) {
	eachLine(p, func(it Placed) {
		for _, li := range it.Line.Para.Items[it.Line.Start:it.Line.End] {
			if li.Space > 0 {
				n++
			}
		}
	})
	return n
}

func wholeWords(p *Pages) (n int) {
	eachLine(p, func(it Placed) {
		it.Line.Pieces(0, func(_, _ Unit, _ *linebreak.Item, pc *Piece) {
			if _, ok := pc.Ink.(*word); ok {
				n++
			}
		})
	})
	return n
}
