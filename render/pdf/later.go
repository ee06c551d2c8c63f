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
	words  [64]shelf
	// missing says that text which is set later holds a character that no face
	// has. What is said of it names the first place, in document order: the
	// document is set again, in that order.
	missing atomic.Bool
}

// A shelf is some of the words: setters seldom want the same one at a time.
type shelf struct {
	mu    sync.Mutex
	words map[wordKey][]*glyphs
}

func newLexicon() *lexicon {
	l := &lexicon{styles: map[textStyle]*textStyle{}}
	for i := range l.words {
		l.words[i].words = map[wordKey][]*glyphs{}
	}
	return l
}

// shelf is that on which a word is to be found.
func (l *lexicon) shelf(word []byte) *shelf {
	n := len(word)
	if n == 0 {
		return &l.words[0]
	}
	return &l.words[(n+int(word[0])*7+int(word[n/2])*5+int(word[n-1])*3)%len(l.words)]
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

// word is what was made of a word, if anything was.
func (s *shelf) word(ts *textStyle, word []byte) ([]*glyphs, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	g, ok := s.words[wordKey{ts, string(word)}]
	return g, ok
}

// add takes a word in, and returns what another setter made of it meanwhile, if
// one did.
func (s *shelf) add(k wordKey, g []*glyphs) []*glyphs {
	s.mu.Lock()
	defer s.mu.Unlock()
	if known, ok := s.words[k]; ok {
		return known
	}
	s.words[k] = g
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
