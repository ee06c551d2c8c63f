// Package fonttest damages font files, for tests of what takes them from those
// whom it does not trust.
package fonttest

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"iter"
	"math/rand"
)

// headerSize is that of an sfnt before its table records, recordSize that of
// each (OpenType, "Organization of an OpenType font").
const (
	headerSize = 12
	recordSize = 16
)

// A record is where a font file tells of a table: at is the record's own place.
type record struct {
	at             int
	tag            string
	offset, length int
}

// records are those of the face that begins at a place of a sound file.
func records(data []byte, start int) []record {
	var out []record
	for i := range int(binary.BigEndian.Uint16(data[start+4:])) {
		at := start + headerSize + recordSize*i
		r := data[at:]
		out = append(out, record{at, string(r[:4]), int(binary.BigEndian.Uint32(r[8:])), int(binary.BigEndian.Uint32(r[12:]))})
	}
	return out
}

// A damage is one way to spoil a table. What is not kept within the file's own
// length is a new file.
type damage struct {
	name string
	do   func(data []byte, r record, random *rand.Rand) []byte
}

// point makes a record name other bytes.
func point(data []byte, r record, offset, length int) []byte {
	binary.BigEndian.PutUint32(data[r.at+8:], uint32(offset))
	binary.BigEndian.PutUint32(data[r.at+12:], uint32(length))
	return data
}

// body is the bytes of a table.
func (r record) body(data []byte) []byte { return data[r.offset : r.offset+r.length] }

// scatter changes some bytes of a table: one of each so many.
func scatter(data []byte, r record, random *rand.Rand, of int) []byte {
	b := r.body(data)
	for range len(b)/of + 1 {
		b[random.Intn(len(b))] = byte(random.Intn(256))
	}
	return data
}

var damages = []damage{
	{"removed", func(data []byte, r record, _ *rand.Rand) []byte {
		copy(data[r.at:], "none") // no reader asks for it
		return data
	}},
	{"empty", func(data []byte, r record, _ *rand.Rand) []byte { return point(data, r, r.offset, 0) }},
	{"half", func(data []byte, r record, _ *rand.Rand) []byte { return point(data, r, r.offset, r.length/2) }},
	{"short by one", func(data []byte, r record, _ *rand.Rand) []byte { return point(data, r, r.offset, r.length-1) }},
	{"cut anywhere", func(data []byte, r record, random *rand.Rand) []byte {
		return point(data, r, r.offset, random.Intn(r.length))
	}},
	{"file cut in it", func(data []byte, r record, random *rand.Rand) []byte { return data[:r.offset+random.Intn(r.length)] }},
	{"zeros", func(data []byte, r record, _ *rand.Rand) []byte {
		clear(r.body(data))
		return data
	}},
	{"ones", func(data []byte, r record, _ *rand.Rand) []byte {
		copy(r.body(data), bytes.Repeat([]byte{0xFF}, r.length))
		return data
	}},
	{"random", func(data []byte, r record, random *rand.Rand) []byte {
		random.Read(r.body(data))
		return data
	}},
	{"random behind its head", func(data []byte, r record, random *rand.Rand) []byte {
		b := r.body(data)
		random.Read(b[min(len(b), 16):])
		return data
	}},
	{"one byte", func(data []byte, r record, random *rand.Rand) []byte { return scatter(data, r, random, r.length+1) }},
	{"one byte of its head", func(data []byte, r record, random *rand.Rand) []byte {
		r.length = min(r.length, 64)
		return scatter(data, r, random, r.length+1)
	}},
	{"one byte of 50", func(data []byte, r record, random *rand.Rand) []byte { return scatter(data, r, random, 50) }},
	{"one byte of 1000", func(data []byte, r record, random *rand.Rand) []byte { return scatter(data, r, random, 1000) }},
	{"begins behind the end", func(data []byte, r record, _ *rand.Rand) []byte { return point(data, r, len(data)+8, r.length) }},
	{"ends behind the end", func(data []byte, r record, _ *rand.Rand) []byte {
		return point(data, r, r.offset, len(data)-r.offset+1)
	}},
	{"of 4 GB", func(data []byte, r record, _ *rand.Rand) []byte { return point(data, r, r.offset, 1<<32-1) }},
	{"begins where the file does", func(data []byte, r record, _ *rand.Rand) []byte { return point(data, r, 0, r.length) }},
	{"is all that follows", func(data []byte, r record, _ *rand.Rand) []byte { return point(data, r, r.offset, len(data)-r.offset) }},
}

// Damaged returns a sound font file damaged in each way at each table of the
// face that begins at a place of the file, 0 unless it is a collection's. The
// same seed gives the same files.
func Damaged(data []byte, start int, seed int64) iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		random := rand.New(rand.NewSource(seed))
		for _, r := range records(data, start) {
			if r.length == 0 {
				continue
			}
			for _, d := range damages {
				if !yield(fmt.Sprintf("%s: %s", r.tag, d.name), d.do(bytes.Clone(data), r, random)) {
					return
				}
			}
		}
	}
}

// Collection is a collection (.ttc) of the faces of some files, and where each
// begins in it.
func Collection(faces ...[]byte) (data []byte, starts []int) {
	data = append(data, "ttcf\x00\x01\x00\x00"...)
	data = binary.BigEndian.AppendUint32(data, uint32(len(faces)))
	data = append(data, make([]byte, 4*len(faces))...)
	for i, f := range faces {
		start := (len(data) + 3) &^ 3 // tables begin at a multiple of four
		data = append(data, make([]byte, start-len(data))...)
		binary.BigEndian.PutUint32(data[12+4*i:], uint32(start))
		starts = append(starts, start)
		data = append(data, f...)
		for _, r := range records(data, start) {
			point(data, r, start+r.offset, r.length)
		}
	}
	return data, starts
}
