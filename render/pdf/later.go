package pdf

import (
	"slices"
	"sync"
	"sync/atomic"

	"github.com/offprint-go/offprint/render/internal/layout"
)

// A book's paragraphs are collected one after another, for their tags, notes and
// anchors are numbered in reading order; but their words are shaped and divided
// when their lines are broken, on all processors, by setters that know one
// lexicon. What they make of a text depends on nothing but the text.

// A lexicon is the words that were shaped for a document, each once for a
// style, and its styles, for all setters.
type lexicon struct {
	mu     sync.Mutex
	styles map[textStyle]*textStyle
	words  map[wordKey][]*glyphs
	// missing says that text which is set later holds a character that no face
	// has. What is said of it names the first place, in document order: the
	// document is set again, in that order.
	missing atomic.Bool
}

func newLexicon() *lexicon {
	return &lexicon{styles: map[textStyle]*textStyle{}, words: map[wordKey][]*glyphs{}}
}

// style is the one pointer for a style.
func (l *lexicon) style(ts textStyle) *textStyle {
	l.mu.Lock()
	defer l.mu.Unlock()
	p := l.styles[ts]
	if p == nil {
		p = &ts
		l.styles[ts] = p
	}
	return p
}

func (l *lexicon) word(k wordKey) ([]*glyphs, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	g, ok := l.words[k]
	return g, ok
}

// add takes a word in, and returns what another setter made of it meanwhile, if
// one did.
func (l *lexicon) add(k wordKey, g []*glyphs) []*glyphs {
	l.mu.Lock()
	defer l.mu.Unlock()
	if known, ok := l.words[k]; ok {
		return known
	}
	l.words[k] = g
	return g
}

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
