package font

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// errCFF says that a CFF table is not as Adobe's Technical Note 5176 has it.
var errCFF = errors.New("the CFF table is damaged")

// A cidFont is a CID-keyed CFF font, as CJK faces are: its glyphs belong to
// several font dictionaries, each with widths and subroutines of its own.
type cidFont struct {
	top         []dictEntry
	global      [][]byte
	charStrings [][]byte
	fonts       []cidDict
	selected    []byte // the font dictionary of each glyph
}

// A cidDict is one of its font dictionaries.
type cidDict struct {
	entries, private []dictEntry
	local            [][]byte
}

// A dictEntry is an operator of a DICT with its operands.
type dictEntry struct {
	op   int    // 12<<8|x for those of two bytes
	raw  []byte // the operands, as they stand
	nums []int  // those that are integers
}

// Operators of DICTs (Technical Note 5176, tables 9, 10 and 23).
const (
	opCharset     = 15
	opCharStrings = 17
	opPrivate     = 18
	opSubrs       = 19
	opFontBBox    = 5
	opFontMatrix  = 12<<8 | 7
	opROS         = 12<<8 | 30
	opCIDCount    = 12<<8 | 34
	opFDArray     = 12<<8 | 36
	opFDSelect    = 12<<8 | 37
)

// isCIDKeyed reports whether a CFF table is CID-keyed: its top dictionary
// begins with ROS.
func isCIDKeyed(data []byte) bool {
	top, _, err := topDict(data)
	return err == nil && len(top) > 0 && top[0].op == opROS
}

// topDict reads the top dictionary, and returns what follows its index.
func topDict(data []byte) ([]dictEntry, []byte, error) {
	if len(data) < 4 || data[0] != 1 || int(data[2]) > len(data) {
		return nil, nil, errCFF
	}
	_, rest, err := readIndex(data[data[2]:])
	if err != nil {
		return nil, nil, err
	}
	tops, rest, err := readIndex(rest)
	if err != nil || len(tops) == 0 {
		return nil, nil, errCFF
	}
	top, err := readDict(tops[0])
	return top, rest, err
}

// parseCID reads a CID-keyed font.
func parseCID(data []byte) (*cidFont, error) {
	top, rest, err := topDict(data)
	if err != nil {
		return nil, err
	}
	f := &cidFont{top: top}
	if _, rest, err = readIndex(rest); err != nil { // strings
		return nil, err
	}
	if f.global, _, err = readIndex(rest); err != nil {
		return nil, err
	}
	if f.charStrings, _, err = readIndex(from(data, num(top, opCharStrings, 0))); err != nil {
		return nil, err
	}
	dicts, _, err := readIndex(from(data, num(top, opFDArray, 0)))
	if err != nil {
		return nil, err
	}
	for _, d := range dicts {
		cd, err := readCIDDict(data, d)
		if err != nil {
			return nil, err
		}
		f.fonts = append(f.fonts, cd)
	}
	f.selected, err = readFDSelect(from(data, num(top, opFDSelect, 0)), len(f.charStrings), len(f.fonts))
	return f, err
}

// from is the data from an offset on; nil if it is outside.
func from(data []byte, at int) []byte {
	if at <= 0 || at >= len(data) {
		return nil
	}
	return data[at:]
}

func readCIDDict(data, raw []byte) (cidDict, error) {
	var d cidDict
	var err error
	if d.entries, err = readDict(raw); err != nil {
		return d, err
	}
	size, at := num(d.entries, opPrivate, 0), num(d.entries, opPrivate, 1)
	private := from(data, at)
	if size < 0 || size > len(private) {
		return d, errCFF
	}
	if d.private, err = readDict(private[:size]); err != nil {
		return d, err
	}
	if off := num(d.private, opSubrs, 0); off > 0 {
		d.local, _, err = readIndex(from(data, at+off))
	}
	return d, err
}

// readIndex reads an INDEX, and returns what follows it.
func readIndex(data []byte) (items [][]byte, rest []byte, err error) {
	if len(data) < 2 {
		return nil, nil, errCFF
	}
	n := int(binary.BigEndian.Uint16(data))
	if n == 0 {
		return nil, data[2:], nil
	}
	if len(data) < 3 {
		return nil, nil, errCFF
	}
	size := int(data[2])
	base := 3 + (n+1)*size - 1 // offsets count from 1
	if size < 1 || size > 4 || base >= len(data) {
		return nil, nil, errCFF
	}
	offset := func(i int) int {
		v := 0
		for _, c := range data[3+i*size : 3+(i+1)*size] {
			v = v<<8 | int(c)
		}
		return v
	}
	last := offset(0)
	for i := 1; i <= n; i++ {
		next := offset(i)
		if last < 1 || next < last || base+next > len(data) {
			return nil, nil, errCFF
		}
		items = append(items, data[base+last:base+next])
		last = next
	}
	return items, data[base+last:], nil
}

// readDict reads a DICT.
func readDict(data []byte) ([]dictEntry, error) {
	var out []dictEntry
	var e dictEntry
	for i := 0; i < len(data); {
		start := i
		switch b := data[i]; {
		case b <= 21:
			e.op = int(b)
			if i++; b == 12 {
				if i >= len(data) {
					return nil, errCFF
				}
				e.op = 12<<8 | int(data[i])
				i++
			}
			out = append(out, e)
			e = dictEntry{}
			continue
		case b == 30: // a real number, to a nibble of f
			for i++; i < len(data) && data[i]&15 != 15 && data[i]>>4 != 15; i++ {
			}
			i++
		default:
			v, n := dictInt(data[i:])
			if n == 0 {
				return nil, errCFF
			}
			e.nums = append(e.nums, v)
			i += n
		}
		if i > len(data) {
			return nil, errCFF
		}
		e.raw = append(e.raw, data[start:i]...)
	}
	return out, nil
}

// dictInt reads an integer operand and tells its length, 0 if it is none.
func dictInt(b []byte) (v, n int) {
	switch c := int(b[0]); {
	case c == 28 && len(b) >= 3:
		return int(int16(binary.BigEndian.Uint16(b[1:]))), 3
	case c == 29 && len(b) >= 5:
		return int(int32(binary.BigEndian.Uint32(b[1:]))), 5
	case c >= 32 && c <= 246:
		return c - 139, 1
	case c >= 247 && c <= 250 && len(b) >= 2:
		return (c-247)*256 + int(b[1]) + 108, 2
	case c >= 251 && c <= 254 && len(b) >= 2:
		return -(c-251)*256 - int(b[1]) - 108, 2
	}
	return 0, 0
}

// num is an operand of an operator, 0 if it is not there.
func num(d []dictEntry, op, i int) int {
	for _, e := range d {
		if e.op == op && i < len(e.nums) {
			return e.nums[i]
		}
	}
	return 0
}

// readFDSelect reads the font dictionary of each glyph, in either format.
func readFDSelect(b []byte, glyphs, fonts int) ([]byte, error) {
	out := make([]byte, glyphs)
	switch {
	case len(b) > glyphs && b[0] == 0:
		copy(out, b[1:])
	case len(b) >= 5 && b[0] == 3:
		n := int(binary.BigEndian.Uint16(b[1:]))
		if len(b) < 3+3*n+2 {
			return nil, errCFF
		}
		for i := range n {
			r := b[3+3*i:]
			for g := int(binary.BigEndian.Uint16(r)); g < min(int(binary.BigEndian.Uint16(r[3:])), glyphs); g++ {
				out[g] = r[2]
			}
		}
	default:
		return nil, errCFF
	}
	for g, fd := range out {
		if int(fd) >= fonts {
			return nil, fmt.Errorf("%w: glyph %d has no font dictionary", errCFF, g)
		}
	}
	return out, nil
}
