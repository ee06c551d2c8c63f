package bidi

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// maxBrackets is how many open brackets are kept in mind (BD16).
const maxBrackets = 63

// A pair is the places of two brackets in a sequence.
type pair struct{ open, end int }

// brackets resolves paired brackets (N0).
func (s *sequence) brackets() {
	for _, b := range s.pairs() {
		if c := s.bracketType(b); c != bidi.ON {
			s.setBracket(b.open, c)
			s.setBracket(b.end, c)
		}
	}
}

// pairs finds the brackets that match, by where they open (BD16).
func (s *sequence) pairs() []pair {
	type opening struct {
		want rune
		at   int
	}
	var open []opening
	var out []pair
	for k, i := range s.index {
		r := s.p.runes[i]
		if r == noRune || s.typ(k) != bidi.ON {
			continue
		}
		p, _ := bidi.LookupRune(r)
		switch {
		case !p.IsBracket():
		case p.IsOpeningBracket():
			if len(open) == maxBrackets {
				return nil
			}
			open = append(open, opening{canonical(counterpart(r)), k})
		default:
			for n := len(open) - 1; n >= 0; n-- {
				if open[n].want == canonical(r) {
					out = append(out, pair{open[n].at, k})
					open = open[:n]
					break
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b pair) int { return cmp.Compare(a.open, b.open) })
	return out
}

// counterpart is the bracket that closes r.
func counterpart(r rune) rune {
	c, _ := utf8.DecodeRuneInString(bidi.ReverseString(string(r)))
	return c
}

// canonical is the one of two equivalent angle brackets.
func canonical(r rune) rune {
	if r == 0x232A {
		return 0x3009
	}
	return r
}

// bracketType is what a pair of brackets counts as: the embedding's direction
// if text of it stands between them, else the other one if it does and stands
// before them too; ON is left as it is.
func (s *sequence) bracketType(b pair) bidi.Class {
	own, other := direction(s.level), false
	for k := b.open + 1; k < b.end; k++ {
		switch c := strongOf(s.typ(k)); {
		case c == own:
			return own
		case c == bidi.L || c == bidi.R:
			other = true
		}
	}
	if !other {
		return bidi.ON
	}
	before := s.sos
	for k := b.open - 1; k >= 0; k-- {
		if c := strongOf(s.typ(k)); c == bidi.L || c == bidi.R {
			before = c
			break
		}
	}
	if before != own {
		return before
	}
	return own
}

// setBracket gives a bracket a type, and the marks on it.
func (s *sequence) setBracket(k int, c bidi.Class) {
	s.set(k, c)
	for k++; k < len(s.index) && s.p.classes[s.index[k]] == bidi.NSM; k++ {
		s.set(k, c)
	}
}
