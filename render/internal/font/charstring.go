package font

import "fmt"

// Operators of Type 2 charstrings (Technical Note 5177) that matter to
// flattening.
const (
	csHStem      = 1
	csVStem      = 3
	csCallSubr   = 10
	csReturn     = 11
	csEscape     = 12
	csEndChar    = 14
	csHStemHM    = 18
	csHintMask   = 19
	csCntrMask   = 20
	csVStemHM    = 23
	csShort      = 28
	csCallGSubr  = 29
	csFixed      = 255
	csFirstFlex  = 34 // of the operators after csEscape; those before it calculate
	maxSubrDepth = 10
	// maxSteps bounds a charstring whose subroutines call each other over and
	// over; a real one has a few thousand.
	maxSteps = 1 << 18
)

// A flattener writes a charstring with its subroutines in their places, so that
// a glyph can be taken to a font that has none.
type flattener struct {
	global, local [][]byte
	out           []byte
	stack         []int // numbers pushed and not yet used
	starts        []int // where in out each begins
	stems         int
	depth, steps  int
	ended         bool
}

// flatten returns a glyph's charstring without calls.
func (f *cidFont) flatten(glyph int) ([]byte, error) {
	if glyph >= len(f.charStrings) {
		return nil, fmt.Errorf("no glyph %d", glyph)
	}
	fl := &flattener{global: f.global, local: f.fonts[f.selected[glyph]].local}
	if err := fl.run(f.charStrings[glyph]); err != nil {
		return nil, fmt.Errorf("glyph %d: %w", glyph, err)
	}
	return fl.out, nil
}

func (f *flattener) run(cs []byte) error {
	if f.depth++; f.depth > maxSubrDepth {
		return fmt.Errorf("%w: subroutines nested too deep", errCFF)
	}
	defer func() { f.depth-- }()
	for i := 0; i < len(cs) && !f.ended; {
		if f.steps++; f.steps > maxSteps {
			return fmt.Errorf("%w: a charstring without end", errCFF)
		}
		b := cs[i]
		if n := numberLen(cs[i:]); n > 0 {
			f.push(cs[i : i+n])
			i += n
			continue
		}
		i++
		switch b {
		case csReturn:
			return nil
		case csCallSubr, csCallGSubr:
			if err := f.call(b); err != nil {
				return err
			}
			continue
		case csHStem, csVStem, csHStemHM, csVStemHM:
			f.stems += len(f.stack) / 2
		case csHintMask, csCntrMask:
			f.stems += len(f.stack) / 2 // a vstem is understood
			end := i + (f.stems+7)/8
			if end > len(cs) {
				return errCFF
			}
			f.operator(cs[i-1 : end])
			i = end
			continue
		case csEscape:
			if i >= len(cs) || cs[i] < csFirstFlex {
				return fmt.Errorf("%w: a charstring that calculates", errCFF)
			}
			f.operator(cs[i-1 : i+1])
			i++
			continue
		case csShort, csFixed:
			return errCFF // a number cut short
		case csEndChar:
			f.ended = true
		}
		f.operator(cs[i-1 : i])
	}
	return nil
}

// numberLen is the length of the number that b begins with, 0 if it begins with
// an operator.
func numberLen(b []byte) int {
	n := 0
	switch c := b[0]; {
	case c == csShort:
		n = 3
	case c == csFixed:
		n = 5
	case c >= 32 && c <= 246:
		n = 1
	case c >= 247:
		n = 2
	}
	if n > len(b) {
		return 0
	}
	return n
}

func (f *flattener) push(b []byte) {
	v := 0
	if b[0] != csFixed {
		v, _ = dictInt(b)
	}
	f.stack = append(f.stack, v)
	f.starts = append(f.starts, len(f.out))
	f.out = append(f.out, b...)
}

// operator writes an operator, which uses up what was pushed.
func (f *flattener) operator(b []byte) {
	f.out = append(f.out, b...)
	f.stack, f.starts = f.stack[:0], f.starts[:0]
}

// call takes the number off and goes through the subroutine that it names.
func (f *flattener) call(op byte) error {
	subrs := f.local
	if op == csCallGSubr {
		subrs = f.global
	}
	if len(f.stack) == 0 {
		return errCFF
	}
	last := len(f.stack) - 1
	n := f.stack[last] + bias(len(subrs))
	f.out = f.out[:f.starts[last]]
	f.stack, f.starts = f.stack[:last], f.starts[:last]
	if n < 0 || n >= len(subrs) {
		return fmt.Errorf("%w: no subroutine %d", errCFF, n)
	}
	return f.run(subrs[n])
}

// bias is added to a subroutine's number (Technical Note 5176, section 16).
func bias(n int) int {
	switch {
	case n < 1240:
		return 107
	case n < 33900:
		return 1131
	}
	return 32768
}
