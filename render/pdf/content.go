package pdf

// A content is a content stream in the making: a bytes.Buffer without an end to
// read from, whose writes are short enough to be part of what calls them.
type content []byte

// Write never fails.
func (c *content) Write(b []byte) (int, error) {
	*c = append(*c, b...)
	return len(b), nil
}

func (c *content) WriteString(s string) { *c = append(*c, s...) }

func (c *content) byte(b byte) { *c = append(*c, b) }

func (c *content) reset() { *c = (*c)[:0] }

// hex writes a number of two bytes.
func (c *content) hex(n uint16) {
	*c = append(*c, hexDigits[n>>12], hexDigits[n>>8&15], hexDigits[n>>4&15], hexDigits[n&15])
}

const hexDigits = "0123456789abcdef"
