package bidi

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// A sequence is an isolating run sequence (BD13): characters of one level,
// without the isolates between them. The rules W, N and I work on one at a
// time.
type sequence struct {
	p        *paragraph
	index    []int // of its characters
	level    int8
	sos, eos bidi.Class // the direction before its start and after its end
}

// direction is the class of a level's strong characters.
func direction(level int8) bidi.Class {
	if level&1 == 1 {
		return bidi.R
	}
	return bidi.L
}

// sequences finds the isolating run sequences (X10).
func (p *paragraph) sequences() []*sequence {
	var runs [][]int
	runOf := make([]int, len(p.classes))
	last := int8(-1)
	for i, c := range p.classes {
		if isRemoved(c) {
			continue
		}
		if p.levels[i] != last {
			runs = append(runs, nil)
			last = p.levels[i]
		}
		n := len(runs) - 1
		runs[n], runOf[i] = append(runs[n], i), n
	}
	var out []*sequence
	for _, run := range runs {
		if p.classes[run[0]] == bidi.PDI && p.match[run[0]] >= 0 {
			continue // goes on from its initiator
		}
		index := slices.Clone(run)
		for {
			end := index[len(index)-1]
			if !isInitiator(p.classes[end]) || p.match[end] < 0 {
				break
			}
			index = append(index, runs[runOf[p.match[end]]]...)
		}
		out = append(out, p.sequence(index))
	}
	return out
}

func (p *paragraph) sequence(index []int) *sequence {
	s := &sequence{p: p, index: index, level: p.levels[index[0]]}
	before, after := p.base, p.base
	for i := index[0] - 1; i >= 0; i-- {
		if !isRemoved(p.classes[i]) {
			before = p.levels[i]
			break
		}
	}
	last := index[len(index)-1]
	if !isInitiator(p.classes[last]) {
		for i := last + 1; i < len(p.classes); i++ {
			if !isRemoved(p.classes[i]) {
				after = p.levels[i]
				break
			}
		}
	}
	s.sos, s.eos = direction(max(s.level, before)), direction(max(s.level, after))
	return s
}

func (s *sequence) typ(k int) bidi.Class { return s.p.types[s.index[k]] }

func (s *sequence) set(k int, c bidi.Class) { s.p.types[s.index[k]] = c }

// before is the type before character k, after that behind it.
func (s *sequence) before(k int) bidi.Class {
	if k == 0 {
		return s.sos
	}
	return s.typ(k - 1)
}

func (s *sequence) after(k int) bidi.Class {
	if k+1 >= len(s.index) {
		return s.eos
	}
	return s.typ(k + 1)
}

// run is the end of the characters from k whose types are wanted.
func (s *sequence) run(k int, want func(bidi.Class) bool) int {
	for k < len(s.index) && want(s.typ(k)) {
		k++
	}
	return k
}

// weak resolves marks, numbers and their separators (W1 to W7).
func (s *sequence) weak() {
	for k := range s.index { // W1
		if s.typ(k) != bidi.NSM {
			continue
		}
		switch b := s.before(k); {
		case isInitiator(b) || b == bidi.PDI:
			s.set(k, bidi.ON)
		default:
			s.set(k, b)
		}
	}
	strong := s.sos
	for k := range s.index { // W2, and then W3
		switch c := s.typ(k); c {
		case bidi.L, bidi.R, bidi.AL:
			strong = c
		case bidi.EN:
			if strong == bidi.AL {
				s.set(k, bidi.AN)
			}
		}
		if s.typ(k) == bidi.AL {
			s.set(k, bidi.R)
		}
	}
	s.separators()
	strong = s.sos
	for k := range s.index { // W7
		switch c := s.typ(k); c {
		case bidi.L, bidi.R:
			strong = c
		case bidi.EN:
			if strong == bidi.L {
				s.set(k, bidi.L)
			}
		}
	}
}

// separators resolves the separators and terminators of numbers (W4 to W6).
func (s *sequence) separators() {
	for k := range s.index {
		b, c, a := s.before(k), s.typ(k), s.after(k)
		inside := k > 0 && k+1 < len(s.index)
		switch {
		case inside && (c == bidi.ES || c == bidi.CS) && b == bidi.EN && a == bidi.EN:
			s.set(k, bidi.EN)
		case inside && c == bidi.CS && b == bidi.AN && a == bidi.AN:
			s.set(k, bidi.AN)
		}
	}
	for k := 0; k < len(s.index); k++ {
		if s.typ(k) != bidi.ET {
			continue
		}
		end := s.run(k, func(c bidi.Class) bool { return c == bidi.ET })
		if k > 0 && s.typ(k-1) == bidi.EN || end < len(s.index) && s.typ(end) == bidi.EN {
			for ; k < end; k++ {
				s.set(k, bidi.EN)
			}
		}
		k = end - 1
	}
	for k := range s.index {
		switch s.typ(k) {
		case bidi.ES, bidi.ET, bidi.CS:
			s.set(k, bidi.ON)
		}
	}
}

func isNeutral(c bidi.Class) bool {
	switch c {
	case bidi.B, bidi.S, bidi.WS, bidi.ON, bidi.PDI:
		return true
	}
	return isInitiator(c)
}

// strongOf is how a type counts beside neutrals: numbers as right to left.
func strongOf(c bidi.Class) bidi.Class {
	if c == bidi.EN || c == bidi.AN {
		return bidi.R
	}
	return c
}

// neutral resolves neutrals by what stands around them (N1, N2).
func (s *sequence) neutral() {
	for k := 0; k < len(s.index); k++ {
		if !isNeutral(s.typ(k)) {
			continue
		}
		end := s.run(k, isNeutral)
		c := strongOf(s.before(k))
		if c != strongOf(s.after(end-1)) {
			c = direction(s.level)
		}
		for ; k < end; k++ {
			s.set(k, c)
		}
		k = end - 1
	}
}

// implicit gives the levels (I1, I2).
func (s *sequence) implicit() {
	for k, i := range s.index {
		switch c := s.typ(k); {
		case s.level&1 == 1 && c != bidi.R:
			s.p.levels[i] = s.level + 1
		case s.level&1 == 0 && c == bidi.R:
			s.p.levels[i] = s.level + 1
		case s.level&1 == 0 && c != bidi.L:
			s.p.levels[i] = s.level + 2
		}
	}
}
