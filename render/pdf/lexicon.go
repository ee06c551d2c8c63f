package pdf

import (
	"hash/maphash"
	"sync"
	"sync/atomic"

	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// A lexicon is the words that were shaped for a document, each once for a
// style, and its styles, for all setters.
type lexicon struct {
	mu     sync.Mutex
	styles map[textStyle]*textStyle
	words  [shelves]shelf
	// missing says that text which is set later holds a character that no face
	// has. What is said of it names the first place, in document order: the
	// document is set again, in that order.
	missing atomic.Bool
}

// An entry is what was made of a word for a style.
type entry struct {
	hash  uint64
	style *textStyle
	word  string
	ink   []*glyphs // in as many pieces as it takes faces
	parts []part    // of all ink: what a paragraph is made of
}

// A part is ink between two points of hyphenation, as lines are broken: what is
// asked of it then stands together in memory, for of most words it is asked but
// once. Where a line is divided its glyphs are made, which is seldom.
type part struct {
	item  linebreak.Item
	whole *glyphs // the ink that it is part of
	blank *glyphs // the space behind it
	at    int32   // the first byte of the word that is its
	n     int32   // its number in the whole
	of    int32   // of how many parts the whole is
}

// String shows the part in a dump.
func (p *part) String() string { return p.glyphs().String() }

// Parts is of how many parts the ink is that p is the first of; 0 if it is not.
func (p *part) Parts() int {
	if p.n > 0 {
		return 0
	}
	return int(p.of)
}

// Precedes reports whether ink is the next part of what p is part of.
func (p *part) Precedes(ink layout.Ink) bool {
	q, ok := ink.(*part)
	return ok && q.whole == p.whole && q.n == p.n+1
}

// Whole is the ink that p is part of.
func (p *part) Whole() layout.Ink { return p.whole }

// Alone is p as ink of its own.
func (p *part) Alone() layout.Ink { return p.glyphs() }

func (p *part) glyphs() *glyphs {
	if p.of == 1 {
		return p.whole
	}
	return p.whole.division.part(p.whole, int(p.n))
}

// Blank is the space behind words like p.
func (p *part) Blank() layout.Ink { return inkOf(p.blank) }

// glyphsOf is ink as the glyphs that it is made of or part of, nil for other ink.
func glyphsOf(ink layout.Ink) *glyphs {
	switch g := ink.(type) {
	case *glyphs:
		return g
	case *part:
		return g.whole
	}
	return nil
}

// inkOf is ink that may be nothing.
func inkOf(g *glyphs) layout.Ink {
	if g == nil {
		return nil
	}
	return g
}

// A division is the parts of some ink, made when the first of them is asked for.
type division struct {
	mu    sync.Mutex
	ends  []int // bytes of the ink's text
	parts []*glyphs
}

func (d *division) part(g *glyphs, n int) *glyphs {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.parts == nil {
		d.parts = g.cut(d.ends)
	}
	return d.parts[n]
}

// A shelf is some of the words, in a table with open addressing that is read
// while others write: setters look up ten times as many words as they shape.
type shelf struct {
	mu    sync.Mutex // of who writes
	table atomic.Pointer[table]
	count int
}

type table []slot // 1<<n of them, half of them free at least

type slot struct {
	hash  uint64 // read only where an entry is
	entry atomic.Pointer[entry]
}

const (
	shelves    = 1 << 6
	leastShelf = 1 << 6
)

var wordSeed = maphash.MakeSeed()

func newLexicon() *lexicon { return &lexicon{styles: map[textStyle]*textStyle{}} }

// hashOf is a word's hash in a style. Styles that differ only in what is not seen
// in it meet at one place.
func hashOf(ts *textStyle, word []byte) uint64 {
	style := uint64(ts.size) ^ uint64(ts.cut)<<40 ^ uint64(ts.features)<<44
	return maphash.Bytes(wordSeed, word) ^ style*0x9E3779B97F4A7C15
}

// shelf is that on which a word is to be found.
func (l *lexicon) shelf(hash uint64) *shelf { return &l.words[hash%shelves] }

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

// find returns a word's entry, nil if it has none yet.
func (s *shelf) find(hash uint64, ts *textStyle, word []byte) *entry {
	t := s.table.Load()
	if t == nil {
		return nil
	}
	e, _ := t.find(hash, ts, word)
	return e
}

// find returns a word's entry or, if it has none, the place for it.
func (t table) find(hash uint64, ts *textStyle, word []byte) (*entry, *slot) {
	for i := hash / shelves; ; i++ {
		s := &t[i%uint64(len(t))]
		e := s.entry.Load()
		if e == nil {
			return nil, s
		}
		if s.hash == hash && e.style == ts && e.word == string(word) {
			return e, s
		}
	}
}

// add takes a word in, and returns what another setter made of it meanwhile, if
// one did.
func (s *shelf) add(e *entry) *entry {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.grown()
	known, at := t.find(e.hash, e.style, []byte(e.word))
	if known != nil {
		return known
	}
	at.put(e)
	s.count++
	return e
}

// put lays an entry down; whoever finds it sees its hash too.
func (s *slot) put(e *entry) {
	s.hash = e.hash
	s.entry.Store(e)
}

// grown is the shelf's table with room for one more.
func (s *shelf) grown() table {
	old := s.table.Load()
	if old != nil && 2*s.count < len(*old) {
		return *old
	}
	n := leastShelf
	if old != nil {
		n = 2 * len(*old)
	}
	t := make(table, n)
	if old != nil {
		for i := range *old {
			if e := (*old)[i].entry.Load(); e != nil {
				_, at := t.find(e.hash, e.style, []byte(e.word))
				at.put(e)
			}
		}
	}
	s.table.Store(&t)
	return t
}
