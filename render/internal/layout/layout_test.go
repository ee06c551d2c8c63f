package layout

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/render/internal/linebreak"
)

var update = flag.Bool("update", false, "write the goldens anew")

const seeds = 150

func lay(t testing.TB, b *Book) *Pages {
	p, err := Layout(context.Background(), b)
	require.NoError(t, err)
	return p
}

// goldens are small books, each of one subject.
var goldens = map[string]func() *Book{
	"mirrored":   mirrored,
	"paragraphs": func() *Book { return book(para("a", 60), para("b", 100), para("c", 3)) },
	"widow":      func() *Book { return book(para("a", 140), para("b", 60)) },
	"heading":    func() *Book { return book(para("a", 172), heading("head"), para("b", 40)) },
	"notes": func() *Book {
		return book(para("a", 60).call(5, para("n", 12)).call(50, para("m", 30)), para("b", 100))
	},
	"long note": func() *Book { return book(para("a", 100).call(20, para("n", 300)), para("b", 60)) },
	"notes across": func() *Book {
		b := book(&Break{Columns: 2, Gutter: 10 * Point, Across: []Block{heading("head")}}, para("a", 90).call(70, para("n", 20)), para("b", 90).call(20, para("m", 150)), para("c", 60))
		b.Page.Width += 210 * Point
		b.Notes.Across = true
		return b
	},
	"box": func() *Book {
		return book(para("a", 120), &Box{Space: Space{Before: leading}, Width: 90 * Point, Height: 100 * Point, Align: Center, Ink: glyphs("box"), Tag: 1}, para("b", 20))
	},
	"table": func() *Book {
		t := &Table{Head: 1, Gutter: letter}
		for i := range 24 {
			t.Rows = append(t.Rows, Row{Cells: []Cell{{Col: 0, Blocks: []Block{para(fmt.Sprintf("r%d.", i), 1)}}, {Col: 1, Blocks: []Block{para(fmt.Sprintf("c%d.", i), 1+i%3)}}}})
		}
		return book(para("a", 10), t, para("b", 10))
	},
	"breaks": func() *Book {
		return book(para("a", 5), &Break{Recto: true, Sink: 3 * leading}, heading("head"), para("b", 5))
	},
	"grid": func() *Book {
		h := heading("head")
		h.Leading, h.Height, h.After = 15*Point, 12*Point, 9*Point
		return book(para("a", 40), h, para("b", 40), &Box{Space: Space{Before: 6 * Point, After: 6 * Point}, Width: 60 * Point, Height: 31 * Point, Ink: glyphs("box"), Tag: 1}, para("c", 40))
	},
	"spread": func() *Book { // the last line of b would stand alone on page 4: pages 2 and 3 run a line short
		var bs []Block
		for i := range 58 {
			bs = append(bs, para(fmt.Sprintf("a%d.", i), 1))
		}
		b := book(append(bs, para("b", 28), para("c", 100))...)
		b.Page.TwoSided = true
		return b
	},
	"list": func() *Book { // half a line around each item: four halves in all
		bs := []Block{para("a", 20)}
		for i := range 3 {
			p := para(fmt.Sprintf("i%d.", i), 14)
			p.Left, p.Indent, p.Before, p.After = 15*Point, -15*Point, leading/2, leading/2
			bs = append(bs, p)
		}
		return book(append(bs, para("b", 20))...)
	},
	"floats": func() *Book {
		fig := func(name string, h Unit, foot bool) *Float {
			return &Float{Space: Space{Before: leading}, Foot: foot, Blocks: []Block{
				&Box{Width: 60 * Point, Height: h * Point, Ink: glyphs(name), Tag: 1}, para(name+"-caption", 2)}}
		}
		return book(para("a", 30), fig("low", 40, true), para("b", 100), fig("high", 60, false), fig("next", 150, false), para("c", 200))
	},
	"float with a note": func() *Book {
		return book(para("a", 30), &Float{Space: Space{Before: leading}, Blocks: []Block{
			&Box{Width: 60 * Point, Height: 40 * Point, Ink: glyphs("box"), Tag: 1}, para("caption", 4).call(2, para("n", 8))}}, para("b", 40))
	},
	"note of three pages": func() *Book { return book(para("a", 100).call(30, para("n", 560)), para("b", 200)) },
	"twenty notes on a line": func() *Book {
		p := para("a", 10)
		for i := range 20 {
			p.call(i/2, para(fmt.Sprintf("n%d.", i), 3))
		}
		return book(p, para("b", 150))
	},
	"two notes on a line": func() *Book { // the line is parted: no page could hold the start of both
		return book(para("a", 30).call(15, para("n", 300)).call(17, para("m", 5)), para("b", 60))
	},
	"note in a heading": func() *Book { return book(para("a", 160), heading("head").call(0, para("n", 30)), para("b", 60)) },
	"note in a caption": func() *Book {
		return book(para("a", 120), &Group{Space: Space{Before: leading, After: leading, Keep: true}, Blocks: []Block{
			&Box{Space: Space{KeepNext: true}, Width: 90 * Point, Height: 60 * Point, Ink: glyphs("box"), Tag: 1}, para("caption", 6).call(3, para("n", 20))}}, para("b", 60))
	},
	"note in a cell": func() *Book {
		t := &Table{Gutter: letter}
		for i := range 4 {
			t.Rows = append(t.Rows, Row{Cells: []Cell{{Col: 0, Blocks: []Block{para(fmt.Sprintf("r%d.", i), 2).call(1, para(fmt.Sprintf("n%d.", i), 6))}}, {Col: 1, Blocks: []Block{para(fmt.Sprintf("c%d.", i), 3)}}}})
		}
		return book(para("a", 140), t, para("b", 20))
	},
	"note in verse": func() *Book {
		var bs []Block
		for i := range 8 {
			l := para(fmt.Sprintf("v%d.", i), 5)
			l.Align, l.Left, l.KeepNext = Start, 20*Point, i == 0 || i == 6
			if i%3 == 1 {
				l.call(2, para(fmt.Sprintf("n%d.", i), 14))
			}
			bs = append(bs, l)
		}
		return book(append([]Block{para("a", 110)}, bs...)...)
	},
	"note on the last line": func() *Book { return book(para("a", 209).call(200, para("n", 30)), para("b", 40)) },
	"mark on the last line": func() *Book { return book(para("a", 209).call(145, para("n", 30)), para("b", 40)) },
	"list in a note": func() *Book {
		item := func(name string) *Para { p := para(name, 14); p.Left, p.Indent = 15*Point, -15*Point; return p }
		return book(para("a", 60).call(20, para("n", 20), item("i"), item("j"), item("k")), para("b", 100).call(4, para("m", 10)))
	},
	"table with notes": func() *Book {
		t := &Table{Head: 1, Gutter: letter}
		for i := range 44 {
			p := para(fmt.Sprintf("r%d.", i), 1)
			if i%6 == 2 {
				p.call(0, para(fmt.Sprintf("n%d.", i), 8))
			}
			t.Rows = append(t.Rows, Row{Cells: []Cell{{Col: 0, Blocks: []Block{p}}, {Col: 1, Blocks: []Block{para(fmt.Sprintf("c%d.", i), 1)}}}})
		}
		return book(para("a", 60), t, para("b", 20))
	},
	"too wide": func() *Book { return book(para("a-word-of-more-than-forty-letters-which-none-can-set", 2)) },
	"too tall": func() *Book {
		return book(para("a", 5), &Box{Width: Point, Height: 900 * Point, Ink: glyphs("tower")}, para("b", 5))
	},
}

func TestGoldens(t *testing.T) {
	for name, b := range goldens {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join("testdata", strings.ReplaceAll(name, " ", "-")+".golden")
			bk := b()
			pages := lay(t, bk)
			got := dump(pages)
			if *update {
				require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
			}
			want, err := os.ReadFile(path)
			require.NoError(t, err)
			require.Equal(t, string(want), got)
			r := Check(bk, pages)
			require.Empty(t, r.Faults)
			require.Zero(t, r.Late, "notes on another page than their mark")
		})
	}
}

// inkOf lists what a flow paints, in order, notes apart: each at its call.
func inkOf(blocks []Block, text, notes *[]string) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Para:
			for _, p := range b.Pieces {
				if p.Ink != nil {
					*text = append(*text, fmt.Sprint(p.Ink))
				}
			}
			for _, in := range b.Inserts {
				inkOf(in.Blocks, notes, notes)
			}
		case *Box:
			*text = append(*text, fmt.Sprint(b.Ink))
		case *Group:
			inkOf(b.Blocks, text, notes)
		case *Float:
			inkOf(b.Blocks, text, text)
		case *Break:
			inkOf(b.Across, text, notes)
		case *Table:
			for _, r := range b.Rows {
				for _, c := range r.Cells {
					inkOf(c.Blocks, text, notes)
				}
			}
		}
	}
}

// tagged lists what the pages paint with a tag; furniture has none.
func tagged(p *Pages) (text, notes []string) {
	for _, pg := range p.Pages {
		for i, it := range pg.Items {
			to := &text
			if i >= pg.Notes {
				to = &notes
			}
			if it.Line == nil {
				if it.Tag != 0 {
					*to = append(*to, fmt.Sprint(it.Ink))
				}
				continue
			}
			it.Line.Pieces(0, func(_, _ Unit, _ *linebreak.Item, pc *Piece) {
				if pc.Ink != nil && pc.Tag != 0 {
					*to = append(*to, fmt.Sprint(pc.Ink))
				}
			})
		}
	}
	return text, notes
}

// Promise 2: no line is lost or set twice. Words of cells side by side may
// change places; all others come in order.
func TestAllIsSet(t *testing.T) {
	for seed := range int64(seeds) {
		b := random(seed)
		var text, notes []string
		inkOf(b.Blocks, &text, &notes)
		gotText, gotNotes := tagged(lay(t, b))
		require.Equal(t, notes, gotNotes, "seed %d", seed)
		slices.Sort(text)
		slices.Sort(gotText)
		require.Equal(t, text, gotText, "seed %d", seed)
	}
}

// A place is where a word stands.
type place struct {
	page int
	y    Unit
}

// starts finds the place of each word.
func starts(p *Pages) map[string]place {
	at := map[string]place{}
	for _, pg := range p.Pages {
		for _, it := range pg.Items {
			if it.Line != nil {
				for _, w := range strings.Fields(lineText(it.Line)) {
					if _, ok := at[w]; !ok {
						at[w] = place{pg.Index, it.Y}
					}
				}
			}
		}
	}
	return at
}

// Promise 1: a note starts on the page of its mark. There is one exception,
// which no page can avoid: two marks stand on one line, and the note of the
// first takes all the room that the line leaves.
func TestNotesStart(t *testing.T) {
	notes, moved := 0, 0
	for seed := range int64(seeds) {
		b := random(seed)
		p := lay(t, b)
		at := starts(p)
		var before place // the mark of the note before
		ends := 0        // the page on which that note ends
		var check func(blocks []Block)
		check = func(blocks []Block) {
			for _, bl := range blocks {
				switch bl := bl.(type) {
				case *Group:
					check(bl.Blocks)
				case *Para:
					for _, in := range bl.Inserts {
						call := at[fmt.Sprint(bl.Pieces[in.Item].Ink)]
						note := in.Blocks[0].(*Para)
						start := at[fmt.Sprint(note.Pieces[0].Ink)]
						notes++
						if start.page != call.page {
							moved++
							require.Equal(t, before, call, "seed %d: the note %v", seed, note.Pieces[0].Ink)
							require.GreaterOrEqual(t, ends, call.page, "seed %d: the note %v", seed, note.Pieces[0].Ink)
						}
						before = call
						last := in.Blocks[len(in.Blocks)-1].(*Para)
						ends = at[fmt.Sprint(last.Pieces[len(last.Pieces)-4].Ink)].page
					}
				}
			}
		}
		check(b.Blocks)
	}
	require.Greater(t, notes, 500)
	require.Less(t, moved*50, notes, "%d of %d notes", moved, notes)
}

// A note that does not end on its page goes on on the next.
func TestNotesGoOn(t *testing.T) {
	long := 0
	for seed := range int64(seeds) {
		b := random(seed)
		at := starts(lay(t, b))
		var check func(blocks []Block)
		check = func(blocks []Block) {
			for _, bl := range blocks {
				switch bl := bl.(type) {
				case *Group:
					check(bl.Blocks)
				case *Para:
					for _, in := range bl.Inserts {
						var words []string
						inkOf(in.Blocks, &words, nil)
						last := -1
						for _, w := range words {
							page := at[w].page
							if last >= 0 && page != last {
								long++
								require.Equal(t, last+1, page, "seed %d: the note at %v", seed, w)
							}
							last = page
						}
					}
				}
			}
		}
		check(b.Blocks)
	}
	require.Greater(t, long, 20)
}

// Check finds nothing wrong with random books.
// A note of pages is spread over pages that each keep some lines of text, where
// there is text that may stand beside it; single lines of it are not left over.
func TestLongNotes(t *testing.T) {
	for words := 100; words < 700; words += 20 {
		p := lay(t, book(para("a", 100).call(30, para("n", words), para("m", 40), para("o", 40)), para("b", 400)))
		for _, pg := range p.Pages {
			require.GreaterOrEqual(t, pg.Notes, thinLines, "a note of %d words, page %d", words+80, pg.Index+1)
			if pg.Notes+1 < len(pg.Items) {
				first, second := pg.Items[pg.Notes+1].Line, pg.Items[pg.Notes+2].Line
				require.True(t, first.first || first.Para == second.Para, "a note of %d words, page %d", words+80, pg.Index+1)
			}
		}
	}
}

// A float is set by the end of the page on which the next section begins, and
// no page before that of the line above it.
func TestFloatsStay(t *testing.T) {
	for seed := range 80 {
		var blocks []Block
		for i := range 12 {
			h := heading(fmt.Sprintf("h%d.", i))
			h.Mark = int32(i + 1)
			blocks = append(blocks, h, para(fmt.Sprintf("a%d.", i), 20+(seed*31+i*17)%190))
			for k := range (seed + i) % 3 {
				blocks = append(blocks, &Float{Space: Space{Before: leading}, Blocks: []Block{
					&Box{Width: letter, Height: Unit(30+(seed*13+i*7)%90) * Point, Ink: glyphs("box")}, para(fmt.Sprintf("f%d.%d.", i, k), 2)}})
			}
			blocks = append(blocks, para(fmt.Sprintf("b%d.", i), 20+(seed*7+i*11)%150))
		}
		at := starts(lay(t, book(blocks...)))
		for i := range 12 {
			for k := range (seed + i) % 3 {
				name := fmt.Sprintf("f%d.%d.0", i, k)
				require.GreaterOrEqual(t, at[name].page, at[fmt.Sprintf("a%d.0", i)].page, "seed %d: %s", seed, name)
				if i < 11 {
					require.LessOrEqual(t, at[name].page, at[fmt.Sprintf("h%d.0", i+1)].page, "seed %d: %s", seed, name)
				}
			}
		}
	}
}

func TestCheck(t *testing.T) {
	for seed := range int64(seeds) {
		b := random(seed)
		require.Empty(t, Check(b, lay(t, b)).Faults, "seed %d", seed)
	}
}

// Check finds what is wrong.
func TestCheckFinds(t *testing.T) {
	b := book(para("a", 100).call(20, para("n", 30)), para("b", 100).call(40, para("m", 5)))
	b.Blocks[1].(*Para).Anchors = []Anchor{{Item: 3, Name: "x"}}
	for name, spoil := range map[string]func(p *Pages){
		"lost line":   func(p *Pages) { p.Pages[0].Items = slices.Delete(p.Pages[0].Items, 2, 3); p.Pages[0].Notes-- },
		"twice":       func(p *Pages) { p.Pages[1].Items = slices.Insert(p.Pages[1].Items, 0, p.Pages[0].Items[0]) },
		"over notes":  func(p *Pages) { p.Pages[0].Items[3].Y = 250 * Point },
		"lost anchor": func(p *Pages) { p.Pages[0].Anchors, p.Pages[1].Anchors = nil, nil },
		"order":       func(p *Pages) { it := p.Pages[0].Items; it[0], it[1] = it[1], it[0] },
		"another page": func(p *Pages) {
			p.Pages[0], p.Pages[1] = p.Pages[1], p.Pages[0]
			p.Pages[0].Index, p.Pages[1].Index = 0, 1
		},
	} {
		p := lay(t, b)
		require.Empty(t, Check(b, p).Faults)
		spoil(p)
		require.NotEmpty(t, Check(b, p).Faults, name)
	}
}

// Nothing is set below the block of text, unless a problem says so, and text
// and notes do not overlap.
func TestPagesHold(t *testing.T) {
	for seed := range int64(seeds) {
		b := random(seed)
		p := lay(t, b)
		bottom := b.Page.Height - b.Page.Bottom
		over := map[int]bool{}
		for _, pr := range p.Problems {
			over[pr.Page] = true
		}
		for _, pg := range p.Pages {
			y := Unit(0)
			for i, it := range pg.Items {
				end := it.Y + it.Height
				if it.Line != nil {
					end = it.Y + it.Line.Para.Leading - it.Line.Para.Height
				}
				if !over[pg.Index] {
					require.LessOrEqual(t, end, bottom+Point, "seed %d page %d: %v", seed, pg.Index+1, it)
				}
				if i >= pg.Notes && it.Line != nil {
					require.Greater(t, it.Y, y, "seed %d page %d: notes overlap", seed, pg.Index+1)
					y = it.Y
				}
			}
		}
	}
}

// Promise 4: in running text, where a page can hold better, no paragraph leaves
// one line alone at a page's foot or head, and no heading stands last.
func TestWidows(t *testing.T) {
	pages, bad := 0, 0
	for seed := range int64(seeds) {
		var blocks []Block
		for i := range 30 {
			if i%7 == 3 {
				blocks = append(blocks, heading(fmt.Sprintf("h%d", i)))
			}
			blocks = append(blocks, para(fmt.Sprintf("p%d.", i), 20+int(seed*7+int64(i)*13)%60))
		}
		p := lay(t, book(blocks...))
		lines := map[*Para]map[int]int{} // by page
		for _, pg := range p.Pages {
			for _, it := range pg.Items {
				if lines[it.Line.Para] == nil {
					lines[it.Line.Para] = map[int]int{}
				}
				lines[it.Line.Para][pg.Index]++
			}
			pages++
			if last := pg.Items[len(pg.Items)-1].Line.Para; last.KeepNext {
				bad++
			}
		}
		for _, by := range lines {
			if len(by) > 1 {
				for _, n := range by {
					if n == 1 {
						bad++
					}
				}
			}
		}
	}
	require.Zero(t, bad, "of %d pages", pages)
}

// The lines of the text stand on the grid, whatever boxes, tables, floats and
// groups stand between them, and the last note ends where text would.
func TestGrid(t *testing.T) {
	lines := 0
	for seed := range int64(seeds) {
		b := random(seed)
		for i, bl := range b.Blocks { // boxes of any height, groups of another leading
			if g, ok := bl.(*Group); ok && i%2 == 0 {
				for _, in := range g.Blocks {
					in.(*Para).Leading, in.(*Para).Height = 10*Point, 8*Point
				}
			}
		}
		text := map[*Para]bool{}
		for _, bl := range b.Blocks {
			if p, ok := bl.(*Para); ok {
				text[p] = true
			}
		}
		for _, pg := range lay(t, b).Pages {
			for i, it := range pg.Items {
				if it.Line == nil || !text[it.Line.Para] && i < pg.Notes {
					continue
				}
				lines++
				require.Zero(t, (it.Y-b.Page.Top-it.Line.Para.Height)%leading, "seed %d page %d: %s", seed, pg.Index+1, lineText(it.Line))
			}
		}
	}
	require.Greater(t, lines, 10000)
}

// Promise 5: the same input gives the same positions, on one processor and on
// two.
func TestSame(t *testing.T) {
	old := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(old)
	for seed := range int64(20) {
		var out []string
		for _, n := range []int{1, 2, 2} {
			runtime.GOMAXPROCS(n)
			out = append(out, dump(lay(t, random(seed))))
		}
		require.Equal(t, out[0], out[1])
		require.Equal(t, out[0], out[2])
	}
}

// Promise 3: a page with no room for a line, and things larger than a page,
// are placed and reported.
func TestHostile(t *testing.T) {
	b := random(3)
	b.Page.Height = 55 * Point // one line of text
	p := lay(t, b)
	var text, notes []string
	inkOf(b.Blocks, &text, &notes)
	got, gotNotes := tagged(p)
	require.Len(t, got, len(text))
	require.Equal(t, notes, gotNotes)
	require.NotEmpty(t, p.Problems)

	b.Page.Height = 40 * Point
	_, err := Layout(context.Background(), b)
	require.Error(t, err)

	bad := para("a", 3)
	bad.Pieces = bad.Pieces[1:]
	_, err = Layout(context.Background(), book(bad))
	require.Error(t, err)
}

func TestCancelled(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	_, err := Layout(ctx, random(1))
	require.ErrorIs(t, err, context.Canceled)
}

func TestEmpty(t *testing.T) {
	require.NotPanics(t, func() { lay(t, book()) })
	require.NotPanics(t, func() { lay(t, book(&Group{}, &Table{}, &Para{Leading: leading}, &Break{}, &Break{Recto: true})) })
}

func BenchmarkLayout(b *testing.B) {
	var blocks []Block
	for i := range 2000 { // some 400 pages
		blocks = append(blocks, para(fmt.Sprintf("p%d.", i), 60).call(i%50, para(fmt.Sprintf("n%d.", i), 20)))
	}
	bk := book(blocks...)
	b.ReportAllocs()
	for b.Loop() {
		lay(b, bk)
	}
}
