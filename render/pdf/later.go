package pdf

import (
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/offprint-go/offprint/render/internal/layout"
)

// A book's paragraphs are collected one after another, for their tags, notes and
// anchors are numbered in reading order; but their words are shaped and divided
// on all processors, by setters that know one lexicon. What they make of a text
// depends on nothing but the text.

// A job is a paragraph whose text is still to be set.
type job struct {
	text *text
	para *layout.Para
}

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

// later is para for a paragraph whose items nobody asks for before the whole
// document is collected.
func (f *flow) later(t *text, fr *frame) *layout.Para {
	if f.inOrder || fr.cell || len(t.rubies) > 0 {
		return f.para(t, fr)
	}
	p := f.shell(t, fr)
	f.jobs = append(f.jobs, job{t, p})
	return p
}

// setLater sets the texts of all paragraphs that are still without items, or
// some of them if ctx ends.
func (f *flow) setLater() {
	jobs := f.jobs
	f.jobs = nil
	n := min(runtime.GOMAXPROCS(0), len(jobs))
	for len(f.set.workers) < n {
		f.set.workers = append(f.set.workers, f.set.fork())
	}
	var next atomic.Int64
	var wg sync.WaitGroup
	for _, w := range f.set.workers[:n] {
		wg.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(jobs)) && f.ctx.Err() == nil; i = next.Add(1) - 1 {
				w.do(jobs[i])
			}
		})
	}
	wg.Wait()
}

// do sets a paragraph, unless it was set already, before flow went back to a
// mark. Places that its blocks named it by stand behind those of its text.
func (s *setter) do(j job) {
	if len(j.para.Items) > 0 {
		return
	}
	named := j.para.Anchors
	j.para.Anchors = nil
	s.set(j.text, j.para)
	j.para.Anchors = append(j.para.Anchors, named...)
}
