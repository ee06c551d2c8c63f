package pdffile

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
)

// ErrTooLarge is the error for a file that unpacks to more than is allowed.
var ErrTooLarge = errors.New("the file unpacks to too much")

var (
	errEncrypted = errors.New("the file is encrypted")
	errEndless   = errors.New("the file leads to the same bytes again and again")
)

// mostSections is how many cross-reference sections a file may have: one for
// each time that it was saved.
const mostSections = 500

// A reopened file is a finished one being read: as this package wrote it, or as
// another program has saved it since.
type reopened struct {
	b       []byte
	left    int64 // how much may still be unpacked
	reads   int64 // how much may still be read of what there is, see rereads
	entries map[int]place
	trailer value
	streams map[int]packed
	data    map[int][]byte // of streams, by their offset: unpacked once
	open    map[int]bool   // objects being read: a stream's length may be one
}

// rereads is how many times over a file is read at most. A program that made it
// leads to each object once or twice; one that was made to keep its reader busy
// leads to the same bytes from many. A small file may say little at length: its
// cross-references are compressed.
const (
	rereads  = 8
	minReads = 1 << 20
)

// A place is where an object is: at an offset, or in an object stream.
type place struct {
	stream int // 0: at an offset
	at     int
}

// A packed is an object stream's objects: their numbers and places.
type packed struct {
	data []byte
	at   map[int]int
}

// reopen reads a file's cross-references, of which the newest come first.
func reopen(r io.ReaderAt, size, most int64) (*reopened, error) {
	if size > most {
		return nil, ErrTooLarge
	}
	b, err := io.ReadAll(io.NewSectionReader(r, 0, size))
	if err != nil {
		return nil, err
	}
	f := &reopened{b: b, left: most, reads: rereads*size + minReads, entries: map[int]place{}, streams: map[int]packed{},
		data: map[int][]byte{}, open: map[int]bool{}}
	if !bytes.Contains(b[:min(len(b), 1024)], []byte("%PDF-")) {
		return nil, errors.New("not a PDF file")
	}
	at := bytes.LastIndex(b, []byte("startxref"))
	if at < 0 {
		return nil, errors.New("no startxref: the file is not whole")
	}
	l := &lexer{b: b, pos: at + len("startxref")}
	section, ok := l.int()
	if !ok {
		return nil, errors.New("startxref points nowhere")
	}
	if err := f.sections(section); err != nil {
		return nil, fmt.Errorf("cross-references: %w", err)
	}
	if _, ok := f.trailer.get("Encrypt"); ok {
		return nil, errEncrypted
	}
	return f, nil
}

// sections reads the cross-reference sections from an offset on.
func (f *reopened) sections(at int) error {
	seen := map[int]bool{}
	for todo := []int{at}; len(todo) > 0; {
		at, todo = todo[0], todo[1:]
		if seen[at] {
			continue
		}
		if seen[at] = true; len(seen) > mostSections {
			return errors.New("too many sections")
		}
		trailer, err := f.section(at)
		if err != nil {
			return err
		}
		if f.trailer.items == nil {
			f.trailer = trailer
		}
		for _, key := range []string{"XRefStm", "Prev"} {
			if v, ok := trailer.get(key); ok {
				n, ok := v.int()
				if !ok {
					return fmt.Errorf("%s is no offset", key)
				}
				todo = append(todo, n)
			}
		}
	}
	return nil
}

// section reads one section, a table or a stream, and its trailer.
func (f *reopened) section(at int) (value, error) {
	if at >= len(f.b) {
		return value{}, errors.New("an offset beyond the end")
	}
	l := &lexer{b: f.b, pos: at}
	if l.accept("xref") {
		if err := f.tables(l); err != nil {
			return value{}, err
		}
		return l.value()
	}
	_, v, data, err := f.objectAt(at)
	if err != nil {
		return value{}, err
	}
	if data == nil {
		return value{}, errors.New("neither a table nor a stream")
	}
	return v, f.rows(v, data)
}

// tables reads the subsections of a table, up to its trailer.
func (f *reopened) tables(l *lexer) error {
	for !l.accept("trailer") {
		first, ok := l.int()
		n, ok2 := l.int()
		if !ok || !ok2 || n > (len(l.b)-l.pos)/18 {
			return errors.New("a malformed subsection")
		}
		if err := f.read(20 * n); err != nil { // of an entry (7.5.4)
			return err
		}
		for i := range n {
			at, ok := l.int()
			_, ok2 := l.int()
			state := l.word()
			if !ok || !ok2 || len(state) != 1 {
				return fmt.Errorf("entry %d is malformed", first+i)
			}
			if state[0] == 'n' {
				f.enter(first+i, place{at: at})
			}
		}
	}
	return nil
}

// enter notes where an object is, unless a newer section has said so.
func (f *reopened) enter(n int, p place) {
	if _, ok := f.entries[n]; !ok {
		f.entries[n] = p
	}
}

// rows reads the rows of a cross-reference stream (ISO 32000-1, 7.5.8).
func (f *reopened) rows(v value, data []byte) error {
	w, _ := v.get("W")
	var widths [3]int
	for i := range widths {
		if len(w.items) != 3 {
			return errors.New("no W")
		}
		n, ok := w.items[i].int()
		if !ok || n > 8 {
			return errors.New("the cross-reference stream's W is malformed")
		}
		widths[i] = n
	}
	row := widths[0] + widths[1] + widths[2]
	if row == 0 {
		return errors.New("the cross-reference stream's W is malformed")
	}
	if err := f.read(len(data)); err != nil {
		return err
	}
	for _, r := range f.ranges(v) {
		for n := r[0]; n < r[0]+r[1] && len(data) >= row; n++ {
			f.row(n, widths, data[:row])
			data = data[row:]
		}
	}
	return nil
}

// ranges are the runs of object numbers of a cross-reference stream.
func (f *reopened) ranges(v value) [][2]int {
	index, ok := v.get("Index")
	if !ok {
		size, _ := v.get("Size")
		n, _ := size.int()
		return [][2]int{{0, n}}
	}
	var out [][2]int
	for i := 0; i+1 < len(index.items); i += 2 {
		first, ok := index.items[i].int()
		n, ok2 := index.items[i+1].int()
		if ok && ok2 {
			out = append(out, [2]int{first, n})
		}
	}
	return out
}

func (f *reopened) row(n int, widths [3]int, b []byte) {
	fields := [3]int{1, 0, 0} // without a field, the type is 1
	for i, w := range widths {
		if w > 0 {
			fields[i] = 0
		}
		for range w {
			fields[i] = fields[i]<<8 | int(b[0])
			b = b[1:]
		}
	}
	switch fields[0] {
	case 1:
		f.enter(n, place{at: fields[1]})
	case 2:
		if fields[1] > 0 {
			f.enter(n, place{stream: fields[1], at: fields[2]})
		}
	}
}

// objectAt reads the object at an offset, and its data, unpacked, if it is a
// stream.
func (f *reopened) objectAt(at int) (n int, v value, data []byte, err error) {
	if at < 0 || at >= len(f.b) {
		return 0, value{}, nil, errors.New("an offset beyond the end")
	}
	l := &lexer{b: f.b, pos: at}
	n, ok := l.int()
	_, ok2 := l.int()
	if !ok || !ok2 || !l.accept("obj") {
		return 0, value{}, nil, fmt.Errorf("no object at offset %d", at)
	}
	v, err = l.value()
	if err == nil {
		err = f.read(l.pos - at)
	}
	if err != nil || l.accept("endobj") {
		return n, v, nil, err
	}
	if data, ok := f.data[at]; ok {
		return n, v, data, nil
	}
	length, err := f.length(v)
	if err != nil {
		return 0, value{}, nil, err
	}
	if data, err = l.stream(length); err != nil {
		return 0, value{}, nil, err
	}
	data, err = f.unpack(v, data)
	f.data[at] = data
	return n, v, data, err
}

// length returns a stream's dictionary with its length in it.
func (f *reopened) length(dict value) (value, error) {
	v, _ := dict.get("Length")
	if v.kind != refValue {
		return dict, nil
	}
	n, err := f.resolve(v)
	if err != nil {
		return value{}, err
	}
	return value{kind: dictionary, items: []value{{kind: nameValue, raw: []byte("Length")}, n}}, nil
}

// resolve returns a value, or the object that it refers to.
func (f *reopened) resolve(v value) (value, error) {
	v, _, err := f.load(v)
	return v, err
}

// load returns a value, or the object that it refers to, and the data of a
// stream.
func (f *reopened) load(v value) (value, []byte, error) {
	if v.kind != refValue {
		return v, nil, nil
	}
	n := int(v.ref)
	p, ok := f.entries[n]
	if !ok {
		return value{}, nil, nil // an object that is not there is null
	}
	switch {
	case f.open[n]:
		return value{}, nil, fmt.Errorf("object %d leads to itself", n)
	case len(f.open) > deepest: // a stream's length, whose stream's length is
		return value{}, nil, fmt.Errorf("object %d: %w", n, errNested)
	}
	f.open[n] = true
	defer delete(f.open, n)
	if p.stream > 0 {
		v, err := f.packedObject(p.stream, n)
		return v, nil, err
	}
	got, v, data, err := f.objectAt(p.at)
	if err == nil && got != n {
		err = fmt.Errorf("object %d is not where the table says", n)
	}
	return v, data, err
}

// packedObject reads an object of an object stream (7.5.7).
func (f *reopened) packedObject(stream, n int) (value, error) {
	s, ok := f.streams[stream]
	if !ok {
		var err error
		if s, err = f.objectStream(stream); err != nil {
			return value{}, fmt.Errorf("object stream %d: %w", stream, err)
		}
		f.streams[stream] = s
	}
	at, ok := s.at[n]
	if !ok || at >= len(s.data) {
		return value{}, fmt.Errorf("object %d is not in its stream", n)
	}
	l := &lexer{b: s.data, pos: at}
	v, err := l.value()
	if err == nil {
		err = f.read(l.pos - at)
	}
	return v, err
}

// read takes what was read off what may be.
func (f *reopened) read(n int) error {
	if f.reads -= int64(n); f.reads < 0 {
		return errEndless
	}
	return nil
}

func (f *reopened) objectStream(stream int) (packed, error) {
	if f.entries[stream].stream > 0 {
		return packed{}, errors.New("it is packed itself")
	}
	v, data, err := f.load(value{kind: refValue, ref: ref(stream)})
	if err != nil {
		return packed{}, err
	}
	count, _ := v.get("N")
	first, _ := v.get("First")
	n, ok := count.int()
	start, ok2 := first.int()
	if !ok || !ok2 || start > len(data) || n > start {
		return packed{}, errors.New("malformed")
	}
	f.reads += rereads * int64(len(data))
	s := packed{data: data, at: make(map[int]int, n)}
	l := &lexer{b: data[:start]}
	for range n {
		num, ok := l.int()
		at, ok2 := l.int()
		if !ok || !ok2 || at > len(data)-start {
			return packed{}, errors.New("malformed")
		}
		s.at[num] = start + at
	}
	return s, nil
}

// unpack undoes a stream's filter, which may be FlateDecode, or none.
func (f *reopened) unpack(dict value, data []byte) ([]byte, error) {
	filter, ok := dict.get("Filter")
	if !ok {
		return data, nil
	}
	parms, _ := dict.get("DecodeParms")
	if filter.kind == array && len(filter.items) == 1 {
		filter = filter.items[0]
		if parms.kind == array && len(parms.items) == 1 {
			parms = parms.items[0]
		}
	}
	if filter.kind != nameValue || string(filter.raw) != "FlateDecode" {
		return nil, nil // an image, which nobody asks for
	}
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	out, err := io.ReadAll(io.LimitReader(z, f.left+1))
	if err != nil && len(out) == 0 {
		return nil, err
	}
	if f.left -= int64(len(out)); f.left < 0 {
		return nil, ErrTooLarge
	}
	return unpredict(parms, out)
}

// unpredict undoes PNG's predictors (7.4.4.4).
func unpredict(parms value, data []byte) ([]byte, error) {
	p, _ := parms.get("Predictor")
	if n, _ := p.int(); n < 10 {
		return data, nil
	}
	get := func(key string, otherwise int) int {
		if v, ok := parms.get(key); ok {
			n, _ := v.int()
			return n
		}
		return otherwise
	}
	columns, colors, bits := get("Columns", 1), get("Colors", 1), get("BitsPerComponent", 8)
	if columns < 1 || columns > 1<<16 || colors != 1 || bits != 8 {
		return nil, errors.New("a predictor that is not known")
	}
	var out []byte
	up := make([]byte, columns)
	for ; len(data) > columns; data = data[columns+1:] {
		row := data[1 : columns+1]
		if err := unfilter(data[0], row, up); err != nil {
			return nil, err
		}
		out = append(out, row...)
		up = row
	}
	return out, nil
}

// unfilter undoes the filter of a row of one byte a pixel (PNG, 9.2).
func unfilter(kind byte, row, up []byte) error {
	if kind > 4 {
		return errors.New("a row's filter is not known")
	}
	var left, corner byte
	for i := range row {
		switch kind {
		case 1:
			row[i] += left
		case 2:
			row[i] += up[i]
		case 3:
			row[i] += byte((int(left) + int(up[i])) / 2)
		case 4:
			row[i] += paeth(left, up[i], corner)
		}
		left, corner = row[i], up[i]
	}
	return nil
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(n int) int { return max(n, -n) }
