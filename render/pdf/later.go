package pdf

import (
	"slices"

	"github.com/offprint-go/offprint/render/internal/layout"
)

// A book's paragraphs are collected one after another, for their tags, notes and
// anchors are numbered in reading order; but their words are shaped and divided
// when their lines are broken, on all processors, by setters that know one
// lexicon. What they make of a text depends on nothing but the text.

// fresh is a setter like s that knows no word yet.
func (s *setter) fresh() *setter {
	w := newSetter(s.faces)
	w.capitals, w.expansion, w.tracking, w.hang = s.capitals, s.expansion, s.tracking, s.hang
	return w
}

// fork is a setter that works beside s.
func (s *setter) fork() *setter {
	w := s.fresh()
	w.lexicon = s.lexicon
	w.missing = func(*textStyle, rune) { w.lexicon.missing.Store(true) }
	return w
}

// later is para for a paragraph whose items nobody asks for before its lines
// are broken.
func (f *flow) later(t *text, fr *frame) *layout.Para {
	if f.inOrder || fr.cell || len(t.rubies) > 0 {
		return f.para(t, fr)
	}
	p := f.shell(t, fr)
	p.Text = t
	for i := range t.events {
		if in := t.events[i].insert; in != nil {
			p.Inserts = append(p.Inserts, layout.Insert{Blocks: in})
		}
	}
	return p
}

// textSetter makes what sets the texts of paragraphs when layout comes to them,
// one for each goroutine.
func (f *flow) textSetter() func(*layout.Para) {
	s := f.set.fork()
	return func(p *layout.Para) {
		named := slices.DeleteFunc(slices.Clone(p.Anchors), func(a layout.Anchor) bool { return a.Item >= 0 })
		p.Items, p.Pieces, p.Inserts, p.Anchors = nil, nil, p.Inserts[:0], nil
		s.make(p.Text.(*text), p)
		p.Anchors = append(p.Anchors, named...)
	}
}
