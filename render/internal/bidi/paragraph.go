package bidi

import "golang.org/x/text/unicode/bidi"

const (
	noRune  = -1
	noClass = bidi.Class(255)
	// maxDepth is the deepest embedding (BD2).
	maxDepth = 125
)

// A paragraph is characters being resolved. Slices have an entry for each.
type paragraph struct {
	base    int8 // its own level
	runes   []rune
	classes []bidi.Class // as they were
	types   []bidi.Class // as they are resolved
	levels  []int8
	at      []int // bytes
	match   []int // of an isolate's start the end, of an end the start; -1 is none
}

func (p *paragraph) add(r rune, c bidi.Class, at int) {
	p.runes = append(p.runes, r)
	p.classes = append(p.classes, c)
	p.at = append(p.at, at)
}

// resolve is the algorithm, its rules in their order.
func (p *paragraph) resolve() {
	p.types = append(p.types[:0], p.classes...)
	p.levels = make([]int8, len(p.classes))
	p.matchIsolates()
	p.explicit()
	for _, s := range p.sequences() {
		s.weak()
		s.brackets()
		s.neutral()
		s.implicit()
	}
	p.removed()
	p.trailing()
}

func isInitiator(c bidi.Class) bool { return c == bidi.LRI || c == bidi.RLI || c == bidi.FSI }

// isRemoved reports what rule X9 removes.
func isRemoved(c bidi.Class) bool {
	switch c {
	case bidi.RLE, bidi.LRE, bidi.RLO, bidi.LRO, bidi.PDF, bidi.BN:
		return true
	}
	return false
}

// matchIsolates finds the end of each isolate (BD9).
func (p *paragraph) matchIsolates() {
	p.match = make([]int, len(p.classes))
	var open []int
	for i, c := range p.classes {
		p.match[i] = -1
		if isInitiator(c) {
			open = append(open, i)
		} else if n := len(open); c == bidi.PDI && n > 0 {
			p.match[i], p.match[open[n-1]] = open[n-1], i
			open = open[:n-1]
		}
	}
}

// firstStrong is the direction of the first strong character outside isolates
// (P2, P3), left to right if there is none.
func (p *paragraph) firstStrong(from, to int) (rtl bool) {
	for i := from; i < to; i++ {
		switch c := p.classes[i]; {
		case c == bidi.L:
			return false
		case c == bidi.R || c == bidi.AL:
			return true
		case isInitiator(c):
			if p.match[i] < 0 {
				return false
			}
			i = p.match[i]
		}
	}
	return false
}

// A status is an entry of the directional status stack (X1).
type status struct {
	level    int8
	override bidi.Class // ON is neutral
	isolate  bool
}

// explicit gives the levels that embeddings, overrides and isolates ask for
// (X1 to X8).
func (p *paragraph) explicit() {
	e := explicitStack{stack: []status{{p.base, bidi.ON, false}}}
	for i, c := range p.classes {
		switch c {
		case bidi.RLE, bidi.LRE, bidi.RLO, bidi.LRO:
			p.levels[i] = e.top().level
			e.embed(c)
		case bidi.RLI, bidi.LRI, bidi.FSI:
			p.put(i, e.top())
			if c == bidi.FSI {
				end := p.match[i]
				if end < 0 {
					end = len(p.classes)
				}
				if c = bidi.LRI; p.firstStrong(i+1, end) {
					c = bidi.RLI
				}
			}
			e.isolate(c)
		case bidi.PDI:
			e.pop()
			p.put(i, e.top())
		case bidi.PDF:
			e.unembed()
			p.levels[i] = e.top().level
		case bidi.B:
			p.levels[i] = p.base
		default:
			p.put(i, e.top())
		}
	}
}

// put gives a character the level and the override around it.
func (p *paragraph) put(i int, s status) {
	p.levels[i] = s.level
	if s.override != bidi.ON && p.types[i] != bidi.BN {
		p.types[i] = s.override
	}
}

// An explicitStack is the stack of X1 with its counters.
type explicitStack struct {
	stack                      []status
	overIsolate, overEmbedding int
	validIsolates              int
}

func (e *explicitStack) top() status { return e.stack[len(e.stack)-1] }

// next is the least level above the present one of a direction.
func (e *explicitStack) next(rtl bool) int8 {
	l := e.top().level
	if rtl {
		return (l + 1) | 1
	}
	return (l + 2) &^ 1
}

func (e *explicitStack) embed(c bidi.Class) {
	l := e.next(c == bidi.RLE || c == bidi.RLO)
	if l > maxDepth || e.overIsolate > 0 || e.overEmbedding > 0 {
		if e.overIsolate == 0 {
			e.overEmbedding++
		}
		return
	}
	s := status{level: l, override: bidi.ON}
	switch c {
	case bidi.RLO:
		s.override = bidi.R
	case bidi.LRO:
		s.override = bidi.L
	}
	e.stack = append(e.stack, s)
}

func (e *explicitStack) isolate(c bidi.Class) {
	l := e.next(c == bidi.RLI)
	if l > maxDepth || e.overIsolate > 0 || e.overEmbedding > 0 {
		e.overIsolate++
		return
	}
	e.validIsolates++
	e.stack = append(e.stack, status{l, bidi.ON, true})
}

func (e *explicitStack) pop() {
	switch {
	case e.overIsolate > 0:
		e.overIsolate--
	case e.validIsolates > 0:
		e.overEmbedding = 0
		for !e.top().isolate {
			e.stack = e.stack[:len(e.stack)-1]
		}
		e.stack = e.stack[:len(e.stack)-1]
		e.validIsolates--
	}
}

func (e *explicitStack) unembed() {
	switch {
	case e.overIsolate > 0:
	case e.overEmbedding > 0:
		e.overEmbedding--
	case !e.top().isolate && len(e.stack) > 1:
		e.stack = e.stack[:len(e.stack)-1]
	}
}

// removed gives the characters that X9 removes the level before them, so that
// they part nothing.
func (p *paragraph) removed() {
	before := p.base
	for i, c := range p.classes {
		if isRemoved(c) {
			p.levels[i] = before
		}
		before = p.levels[i]
	}
}

// trailing gives separators, and white space before them and at the end, the
// paragraph's level (L1).
func (p *paragraph) trailing() {
	reset := true
	for i := len(p.classes) - 1; i >= 0; i-- {
		switch c := p.classes[i]; {
		case c == bidi.B || c == bidi.S:
			reset = true
		case c == bidi.WS || isRemoved(c) || isInitiator(c) || c == bidi.PDI:
		default:
			reset = false
		}
		if reset {
			p.levels[i] = p.base
		}
	}
}
