package pdffile

import (
	"bytes"
	"fmt"
	"io"
)

// An output is the file in the making.
type output struct{ bytes.Buffer }

// stream writes a stream object.
func (o *output) stream(s *stream) {
	d, data := s.dict, s.data
	if s.made != nil {
		d.raw("/Filter/FlateDecode")
		data = s.made.wait()
	}
	fmt.Fprintf(o, "%d 0 obj\n%s/Length %d>>stream\n", s.ref, d, len(data))
	o.Write(data)
	o.WriteString("\nendstream\nendobj\n")
}

// send gives the file to w, at once.
func (o *output) send(w io.Writer) error {
	n, err := w.Write(o.Bytes())
	if err == nil && n < o.Len() {
		err = io.ErrShortWrite
	}
	return err
}
