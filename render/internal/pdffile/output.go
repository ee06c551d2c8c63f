package pdffile

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"runtime"
	"sync"
	"sync/atomic"
)

// An output counts and hashes what is written, and keeps the first error.
type output struct {
	w    io.Writer
	n    int
	err  error
	hash hash.Hash
}

func (o *output) Write(b []byte) (int, error) {
	if o.err != nil {
		return 0, o.err
	}
	if o.hash == nil {
		o.hash = sha256.New()
	}
	o.hash.Write(b)
	n, err := o.w.Write(b)
	o.n += n
	o.err = err
	return n, err
}

// sum is the hash of all that was written.
func (o *output) sum() []byte { return o.hash.Sum(nil) }

// stream writes a stream object with its data as filtered.
func (o *output) stream(s *stream, data []byte) error {
	d := s.dict
	if !s.asIs {
		d.raw("/Filter/FlateDecode")
	}
	fmt.Fprintf(o, "%d 0 obj\n%s/Length %d>>stream\n", s.ref, d, len(data))
	o.Write(data)
	io.WriteString(o, "\nendstream\nendobj\n")
	return o.err
}

// ready reports whether the data is written as it is.
func (s *stream) ready() bool { return s.asIs || s.deflated }

// batch is how many streams are held compressed at a time: enough to keep the
// processors busy, and little memory for a book of any length.
const batch = 128

// deflateAll compresses streams on all processors and gives them to write in
// their order. What is written does not depend on the number of processors:
// each stream is compressed alone, by a writer that was reset.
func deflateAll(ss []stream, write func(s *stream, data []byte) error) error {
	bufs := make([]bytes.Buffer, min(batch, len(ss)))
	for len(ss) > 0 {
		part := ss[:min(batch, len(ss))]
		ss = ss[len(part):]
		deflateBatch(part, bufs)
		for i := range part {
			data := part[i].data
			if !part[i].ready() {
				data = bufs[i].Bytes()
			}
			if err := write(&part[i], data); err != nil {
				return err
			}
		}
	}
	return nil
}

func deflateBatch(part []stream, bufs []bytes.Buffer) {
	var next atomic.Int32
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(part)) {
		wg.Go(func() {
			d := deflaters.Get().(*deflater)
			defer func() {
				d.z.Reset(nil) // it keeps hold of no file
				deflaters.Put(d)
			}()
			for i := int(next.Add(1)) - 1; i < len(part); i = int(next.Add(1)) - 1 {
				if part[i].ready() {
					continue
				}
				bufs[i].Reset()
				d.z.Reset(&bufs[i])
				d.z.Write(part[i].data) // a buffer takes all
				d.z.Close()
			}
		})
	}
	wg.Wait()
}
