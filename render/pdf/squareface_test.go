package pdf

import (
	"bytes"
	"encoding/binary"
	"sync"
)

// squareFace is a TrueType face for tests: every character of the East Asian
// blocks has a glyph of its own, an em wide and empty.
var squareFace = sync.OnceValue(func() []byte {
	blocks := [][2]int{{0x2014, 0x2015}, {0x2018, 0x201D}, {0x2025, 0x2026}, {0x2E80, 0x30FF}, {0x3300, 0x33FF}, {0x4E00, 0x9FFF}, {0xAC00, 0xD7A3}, {0xFF00, 0xFFEF}}
	groups := new(bytes.Buffer)
	n := 1
	for _, b := range blocks {
		put(groups, uint32(b[0]), uint32(b[1]), uint32(n))
		n += b[1] - b[0] + 1
	}
	cmap := new(bytes.Buffer)
	put(cmap, uint16(0), uint16(1), uint16(3), uint16(10), uint32(12))
	put(cmap, uint16(12), uint16(0), uint32(16+groups.Len()), uint32(0), uint32(len(blocks)))
	cmap.Write(groups.Bytes())
	head := new(bytes.Buffer)
	put(head, uint32(0x10000), uint32(0x10000), uint32(0), uint32(0x5F0F3CF5), uint16(3), uint16(1000), uint64(0), uint64(0),
		int16(0), int16(-120), int16(1000), int16(880), uint16(0), uint16(8), int16(2), int16(0), int16(0))
	hhea := new(bytes.Buffer)
	put(hhea, uint32(0x10000), int16(880), int16(-120), int16(0), uint16(1000), int16(0), int16(0), int16(1000), int16(1), int16(0), int16(0),
		uint64(0), int16(0), uint16(1))
	maxp := new(bytes.Buffer)
	put(maxp, uint32(0x10000), uint16(n), make([]byte, 26))
	hmtx := new(bytes.Buffer)
	put(hmtx, uint16(1000), int16(0), make([]byte, 2*(n-1)))
	return sfnt(map[string][]byte{"cmap": cmap.Bytes(), "glyf": make([]byte, 4), "head": head.Bytes(), "hhea": hhea.Bytes(),
		"hmtx": hmtx.Bytes(), "loca": make([]byte, 2*(n+1)), "maxp": maxp.Bytes()})
})

func put(b *bytes.Buffer, vs ...any) {
	for _, v := range vs {
		_ = binary.Write(b, binary.BigEndian, v)
	}
}

// sfnt puts tables into a font file.
func sfnt(tables map[string][]byte) []byte {
	order := []string{"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"}
	dir, data := new(bytes.Buffer), new(bytes.Buffer)
	put(dir, uint32(0x10000), uint16(len(order)), uint16(64), uint16(2), uint16(len(order)*16-64))
	for _, tag := range order {
		t := tables[tag]
		put(dir, []byte(tag), uint32(0), uint32(12+16*len(order)+data.Len()), uint32(len(t)))
		data.Write(t)
		data.Write(make([]byte, (4-len(t)%4)%4))
	}
	return append(dir.Bytes(), data.Bytes()...)
}
