package pdffile

import (
	"bytes"
	"fmt"
)

// A Content is the content of a page, compressed while the next pages are
// painted: to hand it to gofpdf and take it back would copy a book's content
// three times, and compress it only when all of it is there.
type Content struct {
	marks int // marked-content identifiers in it, once it is compressed
	made  *deflation
}

// setup is what gofpdf writes at the head of every page.
const setup = "0 J\n0 j\n0.57 w\n0.000 G\n0.000 g\n"

// Add begins to compress what was painted on a page on which gofpdf painted
// nothing. It keeps no reference to it, and waits while the processors are busy
// with the pages before.
func (c *Compressor) Add(painted []byte) *Content {
	d := c.begin()
	d.in.WriteString(setup)
	d.in.Write(painted)
	d.in.WriteByte('\n')
	page := &Content{}
	page.made = c.deflate(d, nil, func(content []byte) { page.marks = countMarks(content) })
	return page
}

// stream is the page's content as a stream. The source's page must be empty:
// what gofpdf painted is not to get lost.
func (page *Content) stream(source []byte) (s stream, marks int, err error) {
	if string(source) != setup {
		return stream{}, 0, fmt.Errorf("a page painted apart has %d bytes in the source", len(source))
	}
	page.made.wait()
	return stream{dict: object("<<"), made: page.made}, page.marks, nil
}

// countMarks is how many marked-content identifiers a content has.
func countMarks(content []byte) int { return bytes.Count(content, []byte("/MCID ")) }
