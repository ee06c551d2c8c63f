package pdffile

import (
	"bytes"
	"fmt"
	"runtime"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// A Content is the content of a page, compressed while the next pages are
// painted: to hand it to gofpdf and take it back would copy a book's content
// three times, and compress it only when all of it is there.
type Content struct {
	marks int // marked-content identifiers in it
	data  []byte
	done  chan struct{}
}

// setup is what gofpdf writes at the head of every page.
const setup = "0 J\n0 j\n0.57 w\n0.000 G\n0.000 g\n"

// A Compressor compresses contents, as many at a time as there are processors.
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

// NewCompressor makes a compressor.
func NewCompressor() *Compressor {
	return &Compressor{busy: make(chan struct{}, runtime.GOMAXPROCS(0))}
}

// Add begins to compress what was painted on a page on which gofpdf painted
// nothing. It keeps no reference to it, and waits while the processors are busy
// with the pages before.
func (c *Compressor) Add(painted []byte) *Content {
	c.busy <- struct{}{}
	d := deflaters.Get().(*deflater)
	d.in.Reset()
	d.in.WriteString(setup)
	d.in.Write(painted)
	d.in.WriteByte('\n')
	page := &Content{done: make(chan struct{})}
	go func() {
		page.marks = countMarks(d.in.Bytes())
		d.out.Reset()
		d.z.Reset(&d.out)
		d.z.Write(d.in.Bytes()) // a buffer takes all
		d.z.Close()
		page.data = bytes.Clone(d.out.Bytes())
		deflaters.Put(d)
		<-c.busy
		close(page.done)
	}()
	return page
}

// stream is the page's content as a stream. The source's page must be empty:
// what gofpdf painted is not to get lost.
func (page *Content) stream(source []byte) (s stream, marks int, err error) {
	if string(source) != setup {
		return stream{}, 0, fmt.Errorf("a page painted apart has %d bytes in the source", len(source))
	}
	<-page.done
	return stream{dict: object("<<"), data: page.data, deflated: true}, page.marks, nil
}

// countMarks is how many marked-content identifiers a content has.
func countMarks(content []byte) int { return bytes.Count(content, []byte("/MCID ")) }
