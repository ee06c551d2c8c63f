package layout

import (
	"context"
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// crowd gives one in some paragraphs of a book marks that stand close together,
// of notes that are long.
func crowd(b *Book, seed int64, one int) *Book {
	r := rand.New(rand.NewSource(seed))
	for i, bl := range b.Blocks {
		p, ok := bl.(*Para)
		if !ok || len(p.Items) < 20 || r.Intn(one) > 0 {
			continue
		}
		words := (len(p.Items) - 2) / 2
		p.Inserts = nil
		for k := r.Intn(words - 5); k < words && len(p.Inserts) < 3; k += 1 + r.Intn(2) {
			p.call(k, para(fmt.Sprintf("c%d.%d.", i, k), 1+r.Intn(150)))
		}
	}
	return b
}

// crowdedBook is a book, of one part or more, with lines whose marks must be parted.
func crowdedBook(seed int64) *Book {
	if seed%4 == 0 {
		return crowd(columned(seed), seed, 4)
	}
	b, n := random(seed), int32(0)
	for k := range int64(8) {
		b.Blocks = slices.Concat(b.Blocks, random(seed+1000*k).Blocks)
	}
	if seed%4 > 1 {
		b.Blocks = slices.DeleteFunc(b.Blocks, isBreak)
	}
	everyPara(b.Blocks, func(p *Para) { n++; p.Source = n })
	return crowd(b, seed, 30)
}

// An asked is a context that counts how often it is asked for an error, which is
// once for each page that is searched for.
type asked struct {
	context.Context
	times int
}

func (a *asked) Err() error { a.times++; return nil }

// The pages of each round are those of a search that knows nothing of the rounds
// before, however little of the book is searched anew, and are too many where
// those are.
func TestRoundsGoByThoseBefore(t *testing.T) {
	rounds, all, some := 0, 0, 0
	for seed := range int64(40) {
		b := crowdedBook(seed)
		s := newSetter(context.Background(), b)
		body := s.prepare(b.Blocks, s.measure)
		require.NoError(t, s.breakLines())
		ctx := &asked{Context: s.ctx}
		s.ctx = ctx // of the search, which is one goroutine's
		p, err := s.round(body, nil)
		for require.NoError(t, err); s.partMarks(p.pages); rounds++ {
			ctx.times = 0
			p, err = s.round(body, p)
			require.NoError(t, err)
			some, ctx.times = some+ctx.times, 0
			own := &paginator{setter: s}
			require.NoError(t, own.run())
			all += ctx.times
			require.Equal(t, own.pages, p.pages, "seed %d", seed)
			for _, most := range []int{3, len(p.pages) / 4, len(p.pages) / 2, len(p.pages) - 1, len(p.pages)} {
				b.MostPages = most
				own, again := &paginator{setter: s}, &paginator{setter: s, search: search{past: p.past}}
				require.Equal(t, own.run(), again.run(), "seed %d, %d pages", seed, most)
			}
			b.MostPages = 0
		}
	}
	t.Logf("%d rounds, %d of %d pages searched for", rounds, some, all)
	require.Greater(t, rounds, 50)
	require.Less(t, some, all*3/4)
}
