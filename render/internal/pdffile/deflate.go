package pdffile

import (
	"bytes"
	"runtime"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// A Compressor compresses streams while others are made, as many at a time as
// there are processors. What comes of it does not depend on their number: each
// stream is compressed alone, by a writer that was reset.
type Compressor struct{ busy chan struct{} }

// A deflater is a writer of zlib's format with its input and output.
type deflater struct {
	z       *zlib.Writer
	in, out bytes.Buffer
}

// deflateLevel is the level of compression: a twentieth more bytes than the
// standard library's default in half its time.
const deflateLevel = 6

// deflaters are shared by all files of the process: to make one takes longer
// than to compress a page, and a megabyte. What it writes does not depend on what
// it wrote before.
var deflaters = sync.Pool{New: func() any {
	z, err := zlib.NewWriterLevel(nil, deflateLevel)
	if err != nil {
		panic(err) // there is no such level
	}
	return &deflater{z: z}
}}

// A deflation is a stream's data that is being compressed.
type deflation struct {
	data []byte
	done chan struct{}
}

// NewCompressor makes a compressor.
func NewCompressor() *Compressor {
	return &Compressor{busy: make(chan struct{}, runtime.GOMAXPROCS(0))}
}

// begin returns a deflater without input. It waits while the processors are
// busy with the streams before.
func (c *Compressor) begin() *deflater {
	c.busy <- struct{}{}
	d := deflaters.Get().(*deflater)
	d.in.Reset()
	return d
}

// deflate begins to compress the deflater's input or, if there is none, data.
// Neither may be changed before that is done. If seen is not nil it is called
// with what is compressed, meanwhile.
func (c *Compressor) deflate(d *deflater, data []byte, seen func(data []byte)) *deflation {
	if d.in.Len() > 0 {
		data = d.in.Bytes()
	}
	x := &deflation{done: make(chan struct{})}
	go func() {
		if seen != nil {
			seen(data)
		}
		x.data = d.deflate(data)
		d.z.Reset(nil) // it keeps hold of no file
		deflaters.Put(d)
		<-c.busy
		close(x.done)
	}()
	return x
}

// hoard is how large a buffer a deflater keeps for the streams to come.
const hoard = 1 << 20

func (d *deflater) deflate(data []byte) []byte {
	d.out.Reset()
	d.z.Reset(&d.out)
	d.z.Write(data) // a buffer takes all
	d.z.Close()
	out := d.out.Bytes()
	if d.out.Cap() > hoard {
		d.out = bytes.Buffer{}
		return out
	}
	return bytes.Clone(out)
}

// wait returns the data when it is compressed.
func (x *deflation) wait() []byte {
	<-x.done
	return x.data
}
