package mathset

import (
	"strings"

	"github.com/offprint-go/offprint/render/internal/linebreak"
	"github.com/offprint-go/offprint/render/internal/tex"
)

// Line sets a formula for a line of text: boxes, with glue where the text's
// line may end, or where it may be wider.
func (s *Setter) Line(f *tex.Formula) []Part {
	return join(worded(s.parts(f.Body, style{level: textual}, -1), f))
}

// worded says with each part of a formula's list what it says.
func worded(ps []Part, f *tex.Formula) []Part {
	texts := f.TextParts()
	for i := range ps[:min(len(ps), len(texts))] { // white space may be a part at the end
		ps[i].Text = texts[i]
	}
	return ps
}

// text is what parts say one after another.
func text(ps []Part) string {
	var b strings.Builder
	for _, p := range ps {
		b.WriteString(p.Text)
	}
	return b.String()
}

// join makes one box of parts between which no line ends and no glue
// stretches.
func join(ps []Part) []Part {
	var out []Part
	for i := 0; i < len(ps); {
		j := i + 1
		for j < len(ps) && ps[j].Break == linebreak.Infinite && ps[j].Stretch == 0 {
			j++
		}
		first := ps[i]
		run := append([]Part(nil), ps[i:j]...)
		run[0].Glue = 0
		first.Box, first.Text = row(run), text(run)
		out = append(out, first)
		i = j
	}
	return out
}

// A Row is a line of a display.
type Row struct {
	*Box
	// Text is what the line says, TagText what its number.
	Text, TagText string
	// Words says that the line is words between the lines of an alignment,
	// which begin at the margin.
	Words bool
	// Tag is the line's own number, nil if it has none.
	Tag *Box
	// Indent is how far the line is set in from the first: it goes on from a
	// line that was too long.
	Indent Unit
}

// A Display is a formula on lines of its own.
type Display struct {
	Rows []Row
	// Width is that of the widest line that is not words.
	Width Unit
	// Gap is the space between its lines beyond their heights.
	Gap Unit
	// Aligned says that the lines have one left edge.
	Aligned bool
}

// Display sets a formula on lines of its own. One that is an alignment is a
// line for each of its rows, so that a page may end between them; one that is
// wider than the measure is broken after the relations, else the operators, at
// its outermost level.
func (s *Setter) Display(f *tex.Formula, measure Unit) *Display {
	body := trim(f.Body)
	if g, ok := opened(body); ok {
		d := s.lines(g)
		if d.Width > measure {
			tight := *s
			tight.tight = true
			d = tight.lines(g)
		}
		for i, text := range f.TextRows(g) {
			d.Rows[i].Text = text
		}
		return d
	}
	ps := worded(s.parts(body, style{level: display}, -1), f)
	d := &Display{}
	for i, run := range s.broken(ps, measure) {
		r := Row{Box: box(run), Text: strings.TrimRight(text(run), " ")}
		if i > 0 {
			r.Indent = s.Size * 2
			d.Aligned = true
		}
		d.Rows = append(d.Rows, r)
		d.Width = max(d.Width, r.Width+r.Indent)
	}
	if len(d.Rows) == 0 {
		d.Rows = []Row{{Box: &Box{}}}
	}
	if f.Tag != nil {
		last := &d.Rows[len(d.Rows)-1]
		last.Tag, last.TagText = s.box(f.Tag, style{level: textual}), tex.TextOf(f.Tag)
	}
	d.Gap = s.Size * jot / 1000
	return d
}

// opened is the grid that a display consists of, if it may be set line by
// line.
func opened(l tex.List) (*tex.Grid, bool) {
	if len(l) != 1 {
		return nil, false
	}
	switch n := l[0].(type) {
	case *tex.Group:
		return opened(trim(n.Body))
	case *tex.Grid:
		lines := n.Kind == tex.Aligned || n.Kind == tex.Gathered || n.Kind == tex.Array && (len(n.Rows) > 6 || len(n.Words) > 0)
		return n, lines && n.Left == 0 && n.Right == 0 && len(n.Lines)+len(n.Bars) == 0
	}
	return nil, false
}

// lines sets an alignment row by row.
func (s *Setter) lines(g *tex.Grid) *Display {
	t := s.table(g, style{level: display})
	d := &Display{Width: t.width, Gap: t.more(), Aligned: true}
	for i := range t.cells {
		r := Row{Box: t.line(i), Words: t.words[i] != nil}
		if g.Tags[i] != nil {
			r.Tag, r.TagText = s.box(g.Tags[i], style{level: textual}), tex.TextOf(g.Tags[i])
		}
		if len(r.Glyphs)+len(r.Rules) == 0 && r.Tag == nil && i > 0 && i < len(t.cells)-1 {
			r.Height, r.Depth = r.Height/2, r.Depth/2 // a row left empty for space
		}
		d.Rows = append(d.Rows, r)
	}
	return d
}

// broken divides the parts of a line that is too wide, as late as each line
// allows. Where a line has no place to end, it is too wide.
func (s *Setter) broken(ps []Part, measure Unit) [][]Part {
	var out [][]Part
	for len(ps) > 0 {
		room := measure
		if len(out) > 0 {
			room -= s.Size * 2
		}
		n := cut(ps, room)
		run := append([]Part(nil), ps[:n]...)
		run[0].Glue = 0
		out = append(out, run)
		ps = ps[n:]
	}
	return out
}

// cut is how many parts a line takes: those up to the last quad that fits,
// else the last relation, else the last operator. In a display the sign goes to the new line, where it
// says what the line is to the one above.
func cut(ps []Part, room Unit) int {
	var w Unit
	best := map[int32]int{}
	for i, p := range ps {
		w += p.Glue
		if i == 0 {
			w = 0
		}
		if w+p.Width > room && len(best) > 0 {
			if n, ok := best[quadPenalty]; ok {
				return n
			}
			if n, ok := best[relPenalty]; ok && n > len(ps)/8 {
				return n
			}
			if n, ok := best[binPenalty]; ok {
				return n
			}
			return best[relPenalty]
		}
		w += p.Width
		if i > 0 && p.Break == quadPenalty {
			best[quadPenalty] = i
		}
		if i > 0 && p.class == tex.Rel && ps[i-1].class != tex.Rel {
			best[relPenalty] = i
		}
		if i > 0 && p.class == tex.Bin {
			best[binPenalty] = i
		}
	}
	return len(ps)
}
