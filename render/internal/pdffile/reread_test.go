package pdffile

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
)

// A reread is a finished file, read back with the package's own lexer.
type reread struct {
	t       testing.TB
	b       []byte
	entries []entry
	kinds   []byte
	trailer value
	objects map[ref]value
	data    map[ref][]byte // of streams, inflated
}

func open(t testing.TB, b []byte) *reread {
	r := &reread{t: t, b: b, objects: map[ref]value{}, data: map[ref][]byte{}}
	tail := string(b[bytes.LastIndex(b, []byte("startxref")):])
	var at int
	_, err := fmt.Sscanf(tail, "startxref\n%d\n%%%%EOF\n", &at)
	require.NoError(t, err)
	_, v, rows := r.at(at)
	r.trailer = v
	r.table(rows)
	return r
}

// at reads the object at an offset: its number, value and inflated data.
func (r *reread) at(offset int) (ref, value, []byte) {
	l := &lexer{b: r.b, pos: offset}
	n, ok := l.int()
	require.True(r.t, ok, "no object at %d", offset)
	require.True(r.t, l.accept("0 obj\n"))
	v, err := l.value()
	require.NoError(r.t, err)
	data, err := l.stream(v)
	require.NoError(r.t, err)
	require.True(r.t, l.accept("endobj"))
	if _, ok := v.get("Filter"); ok && r.str(v, "Filter") == "FlateDecode" && r.str(v, "Subtype") != "Image" {
		z, err := zlib.NewReader(bytes.NewReader(data))
		require.NoError(r.t, err)
		data, err = io.ReadAll(z)
		require.NoError(r.t, err)
	}
	return ref(n), v, data
}

// table undoes the predictor and reads the cross-reference stream.
func (r *reread) table(rows []byte) {
	w := r.array(r.trailer, "W")
	n := 0
	var ws []int
	for _, x := range w {
		k, _ := x.int()
		ws, n = append(ws, k), n+k
	}
	last := make([]byte, n)
	for ; len(rows) > 0; rows = rows[n+1:] {
		require.EqualValues(r.t, 2, rows[0])
		fields := make([]int, 3)
		k := 0
		for f, w := range ws {
			for range w {
				last[k] += rows[1+k]
				fields[f] = fields[f]<<8 | int(last[k])
				k++
			}
		}
		e := entry{at: fields[1]}
		if fields[0] == 2 {
			e = entry{stream: ref(fields[1]), at: fields[2]}
		}
		r.entries, r.kinds = append(r.entries, e), append(r.kinds, byte(fields[0]))
	}
	size, _ := r.trailer.get("Size")
	require.Equal(r.t, fmt.Sprint(len(r.entries)), string(size.raw))
}

// get returns an object, whichever way it is kept.
func (r *reread) get(n ref) value {
	if v, ok := r.objects[n]; ok {
		return v
	}
	require.Less(r.t, int(n), len(r.entries), "object %d is beyond the table", n)
	e := r.entries[n]
	if e.stream == 0 {
		require.EqualValues(r.t, 1, r.kinds[n], "object %d", n)
		num, v, data := r.at(e.at)
		require.Equal(r.t, n, num)
		r.objects[n], r.data[n] = v, data
		return v
	}
	dict := r.get(e.stream)
	first, _ := dict.get("First")
	start, _ := first.int()
	count, _ := dict.get("N")
	members, _ := count.int()
	l := &lexer{b: r.data[e.stream]}
	for i := range members {
		num, _ := l.int()
		off, _ := l.int()
		in := &lexer{b: r.data[e.stream], pos: start + off}
		v, err := in.value()
		require.NoError(r.t, err, "object %d", num)
		require.Equal(r.t, entry{e.stream, i}, r.entries[num], "object %d", num)
		r.objects[ref(num)] = v
	}
	v, ok := r.objects[n]
	require.True(r.t, ok, "object %d is not in its stream", n)
	return v
}

// val is a key's value, followed to its object; the zero value if there is
// none.
func (r *reread) val(v value, key string) value {
	x, _ := v.get(key)
	if x.kind == refValue {
		return r.get(x.ref)
	}
	return x
}

func (r *reread) array(v value, key string) []value {
	x := r.val(v, key)
	if x.kind == array {
		return x.items
	}
	return nil
}

func (r *reread) int(v value, key string) int {
	n, ok := r.val(v, key).int()
	require.True(r.t, ok, "no %s", key)
	return n
}

// str is a name or a decoded string.
func (r *reread) str(v value, key string) string {
	x := r.val(v, key)
	if x.kind == nameValue {
		return string(x.raw)
	}
	return decode(x)
}

// decode undoes object.text and object.bytes.
func decode(v value) string {
	s := string(v.raw)
	if len(s) < 2 || s[0] != '(' {
		return s
	}
	s = strings.NewReplacer(`\(`, "(", `\)`, ")", `\\`, `\`, `\r`, "\r").Replace(s[1 : len(s)-1])
	if u, ok := strings.CutPrefix(s, "\xFE\xFF"); ok {
		return fromUTF16(u)
	}
	return s
}

func (r *reread) catalog() value { return r.val(r.trailer, "Root") }

// pages returns the page objects, in order, by a walk of the page tree.
func (r *reread) pages() []ref {
	root, _ := r.catalog().get("Pages")
	return r.pagesUnder(root.ref, 0)
}

func (r *reread) pagesUnder(n, parent ref) []ref {
	v := r.get(n)
	if parent > 0 {
		p, _ := v.get("Parent")
		require.Equal(r.t, parent, p.ref)
	}
	if r.str(v, "Type") == "Page" {
		return []ref{n}
	}
	var out []ref
	for _, k := range r.array(v, "Kids") {
		out = append(out, r.pagesUnder(k.ref, n)...)
	}
	require.Equal(r.t, len(out), r.int(v, "Count"))
	return out
}

// entriesOf reads a name or number tree: keys as written, in order.
func (r *reread) entriesOf(v value, kind string) (keys []string, vals []value) {
	for _, k := range r.array(v, "Kids") {
		leaf := r.get(k.ref)
		ks, vs := r.entriesOf(leaf, kind)
		lim := r.array(leaf, "Limits")
		require.Equal(r.t, []string{ks[0], ks[len(ks)-1]}, []string{decode(lim[0]), decode(lim[1])})
		keys, vals = append(keys, ks...), append(vals, vs...)
	}
	items := r.array(v, kind)
	for i := 0; i+1 < len(items); i += 2 {
		keys, vals = append(keys, decode(items[i])), append(vals, items[i+1])
	}
	return keys, vals
}

func fromUTF16(s string) string {
	var us []uint16
	for i := 0; i+1 < len(s); i += 2 {
		us = append(us, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(us))
}
