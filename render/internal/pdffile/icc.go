package pdffile

import (
	"encoding/binary"
	"math"
)

// srgb makes an ICC profile of sRGB (IEC 61966-2-1) after ICC.1:2001-04: an
// RGB display profile of version 2 with a matrix and one curve. It is made
// here, of the published numbers, so that no foreign file is carried along.
func srgb() []byte {
	tags := []struct {
		sig  string
		data []byte
	}{
		{"desc", descTag("sRGB IEC61966-2.1")},
		{"cprt", append([]byte("text\x00\x00\x00\x00"), "No copyright, use freely\x00"...)},
		// White is that of the connection space, D50; the primaries are
		// adapted to it (Bradford).
		{"wtpt", xyzTag(0xF6D6, 0x10000, 0xD32D)},
		{"rXYZ", xyzTag(0x6FA2, 0x38F5, 0x0390)},
		{"gXYZ", xyzTag(0x6299, 0xB785, 0x18DA)},
		{"bXYZ", xyzTag(0x24A0, 0x0F84, 0xB6CF)},
		{"rTRC", curveTag()}, {"gTRC", nil}, {"bTRC", nil}, // all three share one
	}
	head := make([]byte, 128, 4096)
	be := binary.BigEndian
	be.PutUint32(head[8:], 0x02100000) // version 2.1
	copy(head[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{2000, 1, 1} { // its date; the rest of it is midnight
		be.PutUint16(head[24+2*i:], v)
	}
	copy(head[36:], "acsp")
	for i, v := range []uint32{0xF6D6, 0x10000, 0xD32D} {
		be.PutUint32(head[68+4*i:], v)
	}
	table := be.AppendUint32(nil, uint32(len(tags)))
	var body []byte
	start := len(head) + 4 + 12*len(tags)
	at, size := 0, 0
	for _, t := range tags {
		if t.data != nil {
			for len(body)%4 != 0 {
				body = append(body, 0)
			}
			at, size = start+len(body), len(t.data)
			body = append(body, t.data...)
		}
		table = append(table, t.sig...)
		table = be.AppendUint32(table, uint32(at))
		table = be.AppendUint32(table, uint32(size))
	}
	for len(body)%4 != 0 {
		body = append(body, 0)
	}
	out := append(append(head, table...), body...)
	be.PutUint32(out, uint32(len(out)))
	return out
}

// descTag is a textDescriptionType (6.5.17): ASCII, and no Unicode or
// Macintosh form of it.
func descTag(s string) []byte {
	b := binary.BigEndian.AppendUint32([]byte("desc\x00\x00\x00\x00"), uint32(len(s)+1))
	b = append(append(b, s...), 0)
	return append(b, make([]byte, 4+4+2+1+67)...)
}

func xyzTag(x, y, z uint32) []byte {
	b := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range []uint32{x, y, z} {
		b = binary.BigEndian.AppendUint32(b, v)
	}
	return b
}

// curvePoints is how many points the curve has: between them it is straight.
const curvePoints = 1024

// curveTag is a curveType (6.5.3) of sRGB's transfer function.
func curveTag() []byte {
	b := binary.BigEndian.AppendUint32([]byte("curv\x00\x00\x00\x00"), curvePoints)
	for i := range curvePoints {
		// The same on every machine: a test shows that no value is near the
		// middle of two integers, where the last bit of a float could matter.
		b = binary.BigEndian.AppendUint16(b, uint16(math.Round(curve(i))))
	}
	return b
}

// curve is the linear light of point i, from 0 to 65535.
func curve(i int) float64 {
	c := float64(i) / (curvePoints - 1)
	if c <= 0.04045 {
		return c / 12.92 * 65535
	}
	return math.Pow((c+0.055)/1.055, 2.4) * 65535
}
