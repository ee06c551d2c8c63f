package epub

import (
	"archive/zip"
	"bytes"
	"context"
	"hash/crc32"
	"io"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/klauspost/compress/flate"
)

// compress makes the zip: the media type first and as it is (EPUB 3.3, 4.2.3),
// all else deflated, on every processor there is, in the order given.
func compress(ctx context.Context, entries []entry) ([]byte, error) {
	packed := make([]packedEntry, len(entries))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(entries)) {
		wg.Go(func() {
			d := deflaters.Get().(*deflater)
			defer deflaters.Put(d)
			for i := next.Add(1) - 1; i < int64(len(entries)) && ctx.Err() == nil; i = next.Add(1) - 1 {
				packed[i] = d.pack(entries[i])
			}
		})
	}
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	media := stored("mimetype", []byte("application/epub+zip"))
	for _, e := range append([]packedEntry{media}, packed...) {
		if e.err != nil {
			return nil, e.err
		}
		w, err := z.CreateRaw(&e.header)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(e.data); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// A packedEntry is a file as it stands in the zip.
type packedEntry struct {
	header zip.FileHeader
	data   []byte
	err    error
}

// stored is an entry that stands as it is.
func stored(name string, data []byte) packedEntry {
	return packedEntry{data: data, header: zip.FileHeader{Name: name, Method: zip.Store, CRC32: crc32.ChecksumIEEE(data),
		CompressedSize64: uint64(len(data)), UncompressedSize64: uint64(len(data))}}
}

// deflateLevel is the level of compression: a fortieth more bytes than the
// standard library's default in less time.
const deflateLevel = 6

// A deflater deflates one entry after the other.
type deflater struct {
	buf bytes.Buffer
	w   *flate.Writer
}

// deflaters are shared by all editions of the process: to make one takes longer
// than to deflate a chapter. What it writes does not depend on what it wrote
// before.
var deflaters = sync.Pool{New: func() any {
	w, err := flate.NewWriter(io.Discard, deflateLevel)
	if err != nil {
		panic(err) // there is no such level
	}
	return &deflater{w: w}
}}

func (d *deflater) pack(e entry) packedEntry {
	data, err := e.data()
	if err != nil {
		return packedEntry{err: err}
	}
	p := stored(e.name, data)
	if compressed(e.name) {
		return p
	}
	d.buf.Reset()
	d.w.Reset(&d.buf)
	if _, p.err = d.w.Write(data); p.err == nil {
		p.err = d.w.Close()
	}
	p.data = bytes.Clone(d.buf.Bytes())
	p.header.Method, p.header.CompressedSize64 = zip.Deflate, uint64(len(p.data))
	return p
}

// compressed tells the files that are compressed already.
func compressed(name string) bool {
	for _, end := range []string{".jpg", ".png", ".gif", ".webp"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}
