package pdffile

import (
	"crypto/sha256"
	"fmt"
	"slices"
)

// An assembly collects a file's objects and writes them. Streams come in the
// order in which they were added; all other objects are packed into object
// streams (ISO 32000-1, 7.5.7), 256 to each: enough to compress well, few
// enough for a reader that wants one of them.
type assembly struct {
	entries []entry // by object number; 0 is the head of the free list
	streams []stream
	packed  object // the objects of the open object stream
	index   object // their numbers and offsets
	members []ref
	packing bool // objects may be packed
	plain   []plain
	press   *Compressor
	room    object // see draft
}

// A plain object stands by itself, in a file that may not have object streams.
type plain struct {
	ref ref
	at  object
}

const perObjectStream = 256

// An entry is where an object is: in the file at an offset, or in an object
// stream at an index.
type entry struct {
	stream ref // 0: at an offset
	at     int
}

// A stream is a stream object. Its dictionary is open ("<</Type/XRef"): Length
// and Filter are added when it is written.
type stream struct {
	ref  ref
	dict object
	data []byte
	// asIs says that data is written without compression: it is compressed
	// already, or must be readable to others (metadata).
	asIs bool
	made *deflation // data compressed; without it addStream begins it
}

func newAssembly() *assembly {
	return &assembly{entries: make([]entry, 1, 1024), packing: true, press: NewCompressor(), room: make(object, 0, 16<<10)}
}

// draft returns an empty object, to be put before the next one is asked for:
// most of a book's objects are made in the same room.
func (a *assembly) draft() object { return a.room[:0] }

// ref returns the number of an object that will be added later.
func (a *assembly) ref() ref {
	a.entries = append(a.entries, entry{})
	return ref(len(a.entries) - 1)
}

// expect makes room for the numbers of n objects.
func (a *assembly) expect(n int) { a.entries = slices.Grow(a.entries, n) }

// put adds an object that is not a stream, and keeps no reference to it.
func (a *assembly) put(r ref, o object) {
	if !a.packing {
		a.plain = append(a.plain, plain{r, slices.Clone(o)})
		return
	}
	if len(a.members) > 0 {
		a.index.raw(" ")
		a.packed.raw("\n")
	}
	a.index.int(int(r))
	a.index.raw(" ")
	a.index.int(len(a.packed))
	if len(o) > cap(a.packed)-len(a.packed) {
		a.packed = slices.Grow(a.packed, max(len(o), cap(a.packed))) // twice as much: append adds a quarter
	}
	a.packed = append(a.packed, o...)
	a.members = append(a.members, r)
	if len(a.members) == perObjectStream {
		a.closePacked()
	}
}

// add is put for an object that has no number yet.
func (a *assembly) add(o object) ref {
	r := a.ref()
	a.put(r, o)
	return r
}

// addStream adds a stream and begins to compress it, unless that was begun.
func (a *assembly) addStream(s stream) ref {
	if s.ref == 0 {
		s.ref = a.ref()
	}
	if !s.asIs && s.made == nil {
		s.made, s.data = a.press.deflate(a.press.begin(), s.data, nil), nil
	}
	a.streams = append(a.streams, s)
	return s.ref
}

// closePacked makes an object stream of the objects put so far.
func (a *assembly) closePacked() {
	if len(a.members) == 0 {
		return
	}
	a.index.raw("\n")
	var d object
	d.raw("<</Type/ObjStm/N ")
	d.int(len(a.members))
	d.raw("/First ")
	d.int(len(a.index))
	in := a.press.begin()
	in.in.Write(a.index)
	in.in.Write(a.packed)
	r := a.addStream(stream{dict: d, made: a.press.deflate(in, nil, nil)})
	for i, m := range a.members {
		a.entries[m] = entry{stream: r, at: i}
	}
	a.packed, a.index, a.members = a.packed[:0], a.index[:0], a.members[:0]
}

// file makes the file: header, streams, and the cross-reference stream that
// is the trailer too. The file's identifier is a hash of all before it.
func (a *assembly) file(p profile, root, info ref) *output {
	a.closePacked()
	out := &output{}
	out.Grow(a.size())
	// The comment's bytes above 127 tell transfer programs that the file is
	// binary (7.5.2).
	fmt.Fprintf(out, "%%PDF-%s\n%%\xE2\xE3\xCF\xD3\n", p.version)
	for i := range a.streams {
		a.entries[a.streams[i].ref].at = out.Len()
		out.stream(&a.streams[i])
	}
	if a.packing {
		a.trailer(out, root, info)
	} else {
		a.table(out, root, info)
	}
	return out
}

// size is about how long the file comes to be, rather more than less. It waits
// until all streams are compressed.
func (a *assembly) size() int {
	const around = 80 // the words of an object, a dictionary's end
	n := 4096
	for i := range a.streams {
		s := &a.streams[i]
		n += len(s.dict) + len(s.data) + around
		if s.made != nil {
			n += len(s.made.wait())
		}
	}
	if a.packing {
		return n + 2*len(a.entries) // their table is compressed
	}
	for _, p := range a.plain {
		n += len(p.at) + around
	}
	return n + 20*len(a.entries)
}

// table writes what is not packed, and the cross-reference table and trailer
// of files before PDF 1.5 (7.5.4, 7.5.5).
func (a *assembly) table(out *output, root, info ref) {
	for _, p := range a.plain {
		a.entries[p.ref].at = out.Len()
		fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\n", p.ref, p.at)
	}
	at := out.Len()
	fmt.Fprintf(out, "xref\n0 %d\n0000000000 65535 f \n", len(a.entries))
	for _, e := range a.entries[1:] {
		fmt.Fprintf(out, "%010d 00000 n \n", e.at)
	}
	d := object("trailer\n<</Size ")
	d.int(len(a.entries))
	a.trailerKeys(&d, out, root, info)
	fmt.Fprintf(out, "%s>>\nstartxref\n%d\n%%%%EOF\n", d, at)
}

// trailerKeys are what a trailer says of the file.
func (a *assembly) trailerKeys(d *object, out *output, root, info ref) {
	d.raw("/Root ")
	d.ref(root)
	if info > 0 {
		d.raw("/Info ")
		d.ref(info)
	}
	sum := sha256.Sum256(out.Bytes())
	id := sha256.Sum256(sum[:]) // twice, as all files so far have it
	d.raw("/ID[")
	d.bytes(string(id[:16]))
	d.bytes(string(id[:16]))
	d.raw("]")
}

func (a *assembly) trailer(out *output, root, info ref) {
	at := out.Len()
	x := a.ref()
	a.entries[x].at = at
	wide := 1
	for at>>(8*wide) > 0 {
		wide++
	}
	table := a.press.deflate(a.press.begin(), a.crossReference(wide), nil)
	var d object
	d.raw("<</Type/XRef/Size ")
	d.int(len(a.entries))
	d.raw("/W[1 ")
	d.int(wide)
	d.raw(" 2]/DecodeParms<</Predictor 12/Columns ")
	d.int(1 + wide + 2)
	d.raw(">>")
	a.trailerKeys(&d, out, root, info)
	out.stream(&stream{ref: x, dict: d, made: table})
	fmt.Fprintf(out, "startxref\n%d\n%%%%EOF\n", at)
}

// crossReference is the data of the cross-reference stream: fields of 1, wide
// and 2 bytes an object, each row less the one above it (PNG's predictor Up),
// which makes a tenth of it when compressed.
func (a *assembly) crossReference(wide int) []byte {
	n := 1 + wide + 2
	rows := make([]byte, 0, (n+1)*len(a.entries))
	last, row := make([]byte, n), make([]byte, n)
	for i, e := range a.entries {
		kind, second, third := byte(1), e.at, 0
		switch {
		case i == 0:
			kind, third = 0, 65535
		case e.stream > 0:
			kind, second, third = 2, int(e.stream), e.at
		}
		row[0] = kind
		for k := range wide {
			row[1+k] = byte(second >> (8 * (wide - 1 - k)))
		}
		row[n-2], row[n-1] = byte(third>>8), byte(third)
		rows = append(rows, 2)
		for k := range row {
			rows = append(rows, row[k]-last[k])
		}
		copy(last, row)
	}
	return rows
}
