package font

import "encoding/binary"

// subset writes a CID-keyed font with some glyphs, after .notdef, each numbered
// by its place: CID and glyph are the same; one that is undrawn is empty. Font dictionaries that no glyph
// asks for are left out.
func (f *cidFont) subset(name string, glyphs []int) ([]byte, error) {
	glyphs = append([]int{0}, glyphs...)
	var strings [][]byte
	var dicts []cidDict
	place := map[byte]byte{}
	sel := []byte{0} // format 0
	for _, g := range glyphs {
		cs, err := []byte{csEndChar}, error(nil)
		if g == undrawn {
			g = 0
		} else if cs, err = f.flatten(g); err != nil {
			return nil, err
		}
		strings = append(strings, cs)
		fd := f.selected[g]
		if _, ok := place[fd]; !ok {
			place[fd] = byte(len(dicts))
			dicts = append(dicts, f.fonts[fd])
		}
		sel = append(sel, place[fd])
	}
	charset := []byte{0}
	if n := len(glyphs); n > 1 {
		charset = binary.BigEndian.AppendUint16([]byte{2, 0, 1}, uint16(n-2)) // one range from 1
	}
	return f.write(name, charset, sel, strings, dicts), nil
}

// write lays the tables out: all that stands before the offsets has a size that
// does not depend on them.
func (f *cidFont) write(name string, charset, sel []byte, strings [][]byte, dicts []cidDict) []byte {
	head := []byte{1, 0, 4, 4}
	head = append(head, index([]byte(name))...)
	names := index([]byte("Adobe"), []byte("Identity"))
	tail := append(names, index()...) // no global subroutines
	top := func(at [4]int) []byte {
		var d []byte
		d = dictOp(d, opROS, 391, 392, 0)
		for _, e := range f.top {
			if e.op == opFontMatrix || e.op == opFontBBox {
				d = append(append(d, e.raw...), opBytes(e.op)...)
			}
		}
		d = dictOp(d, opCIDCount, len(strings))
		d = dictOp(d, opCharset, at[0])
		d = dictOp(d, opFDSelect, at[1])
		d = dictOp(d, opCharStrings, at[2])
		return dictOp(d, opFDArray, at[3])
	}
	start := len(head) + len(index(top([4]int{}))) + len(tail)
	chars := index(strings...)
	var at [4]int
	at[0] = start
	at[1] = at[0] + len(charset)
	at[2] = at[1] + len(sel)
	at[3] = at[2] + len(chars)
	out := append(head, index(top(at))...)
	out = append(append(append(append(out, tail...), charset...), sel...), chars...)
	return append(out, fontDicts(dicts, at[3])...)
}

// fontDicts writes the font dictionaries, which stand at an offset, and their
// private ones after them.
func fontDicts(dicts []cidDict, at int) []byte {
	write := func(private int) ([]byte, []byte) {
		var array [][]byte
		var data []byte
		for _, d := range dicts {
			var p []byte
			for _, e := range d.private {
				if e.op != opSubrs {
					p = append(append(p, e.raw...), opBytes(e.op)...)
				}
			}
			var fd []byte
			for _, e := range d.entries {
				if e.op == opFontMatrix {
					fd = append(append(fd, e.raw...), opBytes(e.op)...)
				}
			}
			array = append(array, dictOp(fd, opPrivate, len(p), private+len(data)))
			data = append(data, p...)
		}
		return index(array...), data
	}
	array, _ := write(0)
	array, data := write(at + len(array))
	return append(array, data...)
}

// dictOp writes an operator after operands of five bytes each.
func dictOp(d []byte, op int, nums ...int) []byte {
	for _, n := range nums {
		d = binary.BigEndian.AppendUint32(append(d, 29), uint32(int32(n)))
	}
	return append(d, opBytes(op)...)
}

func opBytes(op int) []byte {
	if op >= 12<<8 {
		return []byte{12, byte(op)}
	}
	return []byte{byte(op)}
}

// index writes an INDEX with offsets of four bytes.
func index(items ...[]byte) []byte {
	out := binary.BigEndian.AppendUint16(nil, uint16(len(items)))
	if len(items) == 0 {
		return out
	}
	out = append(out, 4)
	at := uint32(1)
	for _, it := range items {
		out = binary.BigEndian.AppendUint32(out, at)
		at += uint32(len(it))
	}
	out = binary.BigEndian.AppendUint32(out, at)
	for _, it := range items {
		out = append(out, it...)
	}
	return out
}
