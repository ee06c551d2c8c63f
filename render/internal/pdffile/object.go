package pdffile

import (
	"math"
	"strconv"
	"time"
	"unicode/utf16"
)

// A ref is an object's number. All generations are 0.
type ref int

// An object is a PDF object being written, in its syntax. Keys carry the space
// that they need; the methods below write values.
type object []byte

func (o *object) raw(s string) { *o = append(*o, s...) }

func (o *object) ref(r ref) {
	*o = strconv.AppendInt(*o, int64(r), 10)
	*o = append(*o, " 0 R"...)
}

// refs writes an array of references.
func (o *object) refs(rs []ref) {
	o.raw("[")
	for i, r := range rs {
		if i > 0 {
			o.raw(" ")
		}
		o.ref(r)
	}
	o.raw("]")
}

func (o *object) int(n int) { *o = strconv.AppendInt(*o, int64(n), 10) }

// num writes a number to a thousandth. What is no number (a bug of the caller,
// which no reader would survive) is written as 0.
func (o *object) num(x float64) {
	x = math.Round(x * 1000)
	if math.IsNaN(x) || math.Abs(x) > 1e12 {
		x = 0
	}
	n := int64(x)
	if n < 0 {
		o.raw("-")
		n = -n
	}
	o.int(int(n / 1000))
	if f := n % 1000; f != 0 {
		d := []byte{'.', byte('0' + f/100), byte('0' + f/10%10), byte('0' + f%10)}
		for d[len(d)-1] == '0' {
			d = d[:len(d)-1]
		}
		*o = append(*o, d...)
	}
}

// nums writes an array of numbers.
func (o *object) nums(xs ...float64) {
	o.raw("[")
	for i, x := range xs {
		if i > 0 {
			o.raw(" ")
		}
		o.num(x)
	}
	o.raw("]")
}

// name writes a name. ISO 32000-1, 7.3.5: all but regular characters as #xx.
func (o *object) name(s string) {
	o.raw("/")
	for i := 0; i < len(s); i++ {
		if c := s[i]; c > ' ' && c < 0x7f && c != '#' && !delimiter(c) {
			*o = append(*o, c)
		} else {
			const hex = "0123456789ABCDEF"
			*o = append(*o, '#', hex[c>>4], hex[c&15])
		}
	}
}

// bytes writes a byte string. A bare carriage return would be read as a line
// feed (7.3.4.2), so it is escaped with the delimiters.
func (o *object) bytes(s string) {
	o.raw("(")
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '(', ')', '\\':
			*o = append(*o, '\\', c)
		case '\r':
			o.raw(`\r`)
		default:
			*o = append(*o, c)
		}
	}
	o.raw(")")
}

// text writes a text string: ASCII as it is, all else as UTF-16BE with its
// byte order mark (7.9.2.2).
func (o *object) text(s string) {
	if ascii(s) {
		o.bytes(s)
		return
	}
	o.bytes("\xFE\xFF" + utf16be(s))
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' && c != '\n' && c != '\t' || c > '~' {
			return false
		}
	}
	return true
}

func utf16be(s string) string {
	us := utf16.Encode([]rune(s))
	b := make([]byte, 0, 2*len(us))
	for _, u := range us {
		b = append(b, byte(u>>8), byte(u))
	}
	return string(b)
}

// date writes a date (7.9.4), in UTC.
func (o *object) date(t time.Time) {
	o.bytes(t.UTC().Format("D:20060102150405") + "+00'00'")
}
