package bidi

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// A Control is what a document says of direction at a place in the text where
// the text itself has no character for it.
type Control struct {
	At   int // a byte of the text
	Kind Kind
}

// Kind is a kind of control.
type Kind uint8

const (
	// IsolateLTR, IsolateRTL and IsolateFirst open an isolate before the byte:
	// of a direction, or of that of its first strong character. Pop closes the
	// last one.
	IsolateLTR Kind = iota
	IsolateRTL
	IsolateFirst
	Pop
	// Separator says that the character is a tab or the like, and Newline that
	// it ends a line by force: the isolates around it end with the line, and
	// go on behind it.
	Separator
	Newline
)

var classes = [...]bidi.Class{IsolateLTR: bidi.LRI, IsolateRTL: bidi.RLI, IsolateFirst: bidi.FSI, Pop: bidi.PDI, Separator: bidi.S, Newline: bidi.B}

// A Run is a stretch of text of one level: even ones run from left to right,
// odd ones from right to left. A run without text is the edge of an isolate
// that a control opens or closes, and parts the runs around it, whose levels
// are higher.
type Run struct {
	Start, End int
	Level      uint8
}

// Needed reports whether a text in a left-to-right paragraph has any character
// that could run otherwise. It is quick on text of Latin letters.
func Needed(text []byte) bool {
	for i := 0; i < len(text); {
		if text[i] < 0xD6 { // all of what encodes to less is left to right, or neutral
			i++
			continue
		}
		r, n := utf8.DecodeRune(text[i:])
		i += n
		if r < 0x590 || r > 0x08FF && r < 0x200F {
			continue
		}
		switch p, _ := bidi.LookupRune(r); p.Class() {
		case bidi.R, bidi.AL, bidi.AN, bidi.RLE, bidi.RLO, bidi.RLI, bidi.FSI, bidi.LRE, bidi.LRO, bidi.LRI:
			return true
		}
	}
	return false
}

// Resolve returns the runs of a paragraph in logical order. rtl is its
// direction. Controls are in the order of their places.
func Resolve(text []byte, rtl bool, controls []Control) []Run {
	r := &resolver{p: paragraph{base: level(rtl)}}
	c := 0
	for i := 0; i < len(text); {
		class := noClass
		for ; c < len(controls) && controls[c].At <= i; c++ {
			k := controls[c].Kind
			if k >= Separator {
				class = classes[k]
				continue
			}
			r.isolate(k, i)
		}
		ch, n := utf8.DecodeRune(text[i:])
		if class == noClass {
			p, _ := bidi.LookupRune(ch)
			class = p.Class()
		}
		r.p.add(ch, class, i)
		if i += n; class == bidi.B {
			r.end(i)
		}
	}
	r.end(len(text))
	return r.runs
}

func level(rtl bool) int8 {
	if rtl {
		return 1
	}
	return 0
}

// A resolver resolves a text paragraph by paragraph.
type resolver struct {
	p    paragraph
	open []Kind // isolates of the document
	runs []Run
}

func (r *resolver) isolate(k Kind, at int) {
	if k == Pop {
		if len(r.open) == 0 {
			return
		}
		r.open = r.open[:len(r.open)-1]
	} else {
		r.open = append(r.open, k)
	}
	r.p.add(noRune, classes[k], at)
}

// end resolves what has been read and opens the isolates anew.
func (r *resolver) end(to int) {
	p := &r.p
	if len(p.classes) == 0 {
		return
	}
	p.resolve()
	for i, at := range p.at {
		end := to
		if i+1 < len(p.at) {
			end = p.at[i+1]
		}
		r.extend(Run{at, end, uint8(p.levels[i])})
	}
	*p = paragraph{base: p.base}
	for _, k := range r.open {
		p.add(noRune, classes[k], to)
	}
}

func (r *resolver) extend(run Run) {
	last := func() *Run { return &r.runs[len(r.runs)-1] }
	if run.Start == run.End {
		if len(r.runs) > 0 && last().Level > run.Level {
			r.runs = append(r.runs, run)
		}
		return
	}
	for len(r.runs) > 0 && last().Start == last().End && last().Level >= run.Level {
		r.runs = r.runs[:len(r.runs)-1]
	}
	if len(r.runs) > 0 && last().Level == run.Level {
		last().End = run.End
		return
	}
	r.runs = append(r.runs, run)
}
