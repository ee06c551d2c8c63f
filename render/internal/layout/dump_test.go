package layout

import (
	"fmt"
	"math/rand"
	"strings"

	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// A glyphs is a word of the tests: its text is its ink.
type glyphs string

func (g glyphs) String() string { return string(g) }

// The tests' letters are 5 points wide, on lines of 12.
const (
	letter  = 5 * Point
	leading = 12 * Point
)

// para makes a paragraph of words that are numbered from n.
func para(name string, n int) *Para {
	p := &Para{Leading: leading, Height: 9 * Point, Source: 1}
	for i := range n {
		if i > 0 {
			p.Items = append(p.Items, linebreak.Item{Kind: linebreak.Glue, Width: linebreak.Part(letter), Stretch: linebreak.Part(letter), Shrink: linebreak.Part(letter / 3)})
			p.Pieces = append(p.Pieces, Piece{Offset: -1})
		}
		w := fmt.Sprintf("%s%d", name, i)
		p.Items = append(p.Items, linebreak.Item{Kind: linebreak.Box, Width: linebreak.Part(letter) * int32(len(w))})
		p.Pieces = append(p.Pieces, Piece{Ink: glyphs(w), Tag: 1, Offset: int32(i)})
	}
	for _, it := range []linebreak.Item{{Kind: linebreak.Penalty, Cost: linebreak.Infinite}, {Kind: linebreak.Glue, Stretch: linebreak.Fil}, {Kind: linebreak.Penalty, Cost: -linebreak.Infinite}} {
		p.Items, p.Pieces = append(p.Items, it), append(p.Pieces, Piece{Offset: -1})
	}
	return p
}

// call puts a note at the k-th word of p.
func (p *Para) call(k int, blocks ...Block) *Para {
	p.Inserts = append(p.Inserts, Insert{Item: 2 * k, Blocks: blocks})
	return p
}

func heading(name string) *Para {
	p := para(name, 1)
	p.Align, p.Space = Start, Space{Before: 2 * leading, After: leading, KeepNext: true}
	return p
}

// page is 200 by 240 points of text: 40 letters by 20 lines.
func book(blocks ...Block) *Book {
	return &Book{
		Page: Geometry{Width: 240 * Point, Height: 280 * Point, Top: 20 * Point, Bottom: 20 * Point, Inner: 20 * Point, Outer: 20 * Point},
		Grid: leading, Blocks: blocks,
		Notes: NoteStyle{Gap: 6 * Point, Rule: glyphs("----"), RuleWidth: 40 * Point, RuleHeight: Point / 2, AfterRule: 4 * Point},
	}
}

// random is a book of paragraphs, headings, notes, boxes, tables and groups.
func random(seed int64) *Book {
	r := rand.New(rand.NewSource(seed))
	var blocks []Block
	n, notes := 0, 0
	name := func() string { n++; return fmt.Sprintf("%c%d.", 'A'+n%26, n) }
	text := func() *Para {
		words := 1 + r.Intn(90)
		p := para(name(), words)
		p.Indent = letter
		for k := 0; k < words; k += 1 + r.Intn(60) {
			if r.Intn(3) > 0 {
				continue
			}
			notes++
			note := []Block{para(fmt.Sprintf("n%d.", notes), 1+r.Intn(30))}
			if r.Intn(8) == 0 {
				note = append(note, para(fmt.Sprintf("n%d+", notes), 40+r.Intn(200)))
			}
			p.call(k, note...)
		}
		return p
	}
	for range 5 + r.Intn(40) {
		switch r.Intn(12) {
		case 0:
			blocks = append(blocks, heading(name()), text())
		case 1:
			blocks = append(blocks, &Box{Space: Space{Before: leading, After: leading}, Width: 80 * Point, Height: Unit(10+r.Intn(150)) * Point, Ink: glyphs(name()), Tag: 1})
		case 2:
			t := &Table{Space: Space{Before: leading, After: leading}, Head: 1, Gutter: letter}
			for range 2 + r.Intn(30) {
				row := Row{}
				for c := range 3 {
					row.Cells = append(row.Cells, Cell{Col: c, Blocks: []Block{para(name(), 1+r.Intn(3))}})
				}
				t.Rows = append(t.Rows, row)
			}
			blocks = append(blocks, t)
		case 3:
			blocks = append(blocks, &Group{Space: Space{Before: leading / 2, After: leading / 2}, Left: 2 * letter, Right: letter, Blocks: []Block{text(), text()}})
		case 4:
			if r.Intn(3) == 0 {
				blocks = append(blocks, &Break{Recto: r.Intn(2) == 0, Sink: Unit(r.Intn(5)) * leading})
			}
		case 5:
			if r.Intn(2) == 0 {
				blocks = append(blocks, &Float{Space: Space{Before: leading}, Foot: r.Intn(3) == 0, Blocks: []Block{
					&Box{Width: 80 * Point, Height: Unit(10+r.Intn(150)) * Point, Ink: glyphs(name()), Tag: 1}, para(name(), 1+r.Intn(12))}})
			}
		default:
			blocks = append(blocks, text())
		}
	}
	b := book(blocks...)
	b.Page.TwoSided = seed%2 == 1
	return b
}

// dump writes pages for people: each thing with its place in points.
func dump(p *Pages) string {
	var b strings.Builder
	for _, pg := range p.Pages {
		fmt.Fprintf(&b, "page %d", pg.Index+1)
		if pg.Opener {
			b.WriteString(" opener")
		}
		b.WriteByte('\n')
		for i, it := range pg.Items {
			if i == pg.Notes {
				b.WriteString("  notes\n")
			}
			fmt.Fprintf(&b, "  %6.1f %6.1f ", points(it.X), points(it.Y))
			if it.Line == nil {
				fmt.Fprintf(&b, "[%v %gx%g]\n", it.Ink, points(it.Width), points(it.Height))
				continue
			}
			b.WriteString(lineText(it.Line))
			if it.Line.Over > 0 {
				fmt.Fprintf(&b, "  (over by %g)", points(it.Line.Over))
			}
			b.WriteByte('\n')
		}
	}
	for _, pr := range p.Problems {
		fmt.Fprintf(&b, "problem %d on page %d: %g\n", pr.Kind, pr.Page+1, points(pr.Amount))
	}
	return b.String()
}

func points(u Unit) float64 { return float64(u*10/Point) / 10 }

func lineText(l *Line) string {
	var words []string
	l.Pieces(0, func(_, _ Unit, it *linebreak.Item, pc *Piece) {
		if pc.Ink != nil {
			words = append(words, fmt.Sprint(pc.Ink))
		}
	})
	return strings.Join(words, " ")
}
