package pdffile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
)

// Press is what a press file needs besides: the page is what is left when the
// sheet has been cut.
type Press struct {
	// ICC is the profile of the printing condition: of an output device, in
	// CMYK, gray or, for PDF/X-4, RGB.
	ICC []byte
	// Bleed is how far ink may run beyond the page on each side, in points.
	Bleed float64
}

// Measures of the marks around the page, in points.
const (
	markLength = 14.
	markGap    = 3. // from the bleed
	markWidth  = 0.25
	markRoom   = markGap + markLength + 6 // from the bleed to the sheet's edge
)

// checkPress finds what a press file cannot be made without.
func (fin *finisher) checkPress() error {
	p := fin.f.Press
	switch {
	case p == nil || len(p.ICC) == 0:
		return errors.New("a press file needs the ICC profile of its printing condition")
	case p.Bleed < 0 || p.Bleed > 72:
		return fmt.Errorf("a bleed of %v points: want 0 to 72", p.Bleed)
	case fin.info.Title == "":
		return errors.New("a press file needs a title")
	}
	return CheckICC(fin.f.Profile, p.ICC)
}

// CheckICC reports whether an ICC profile can be the output intent of a press
// file (ISO 15930-7, 6.2.2; ISO 15930-4, 6.2): that of an output device whose
// colours the profile allows.
func CheckICC(p Profile, icc []byte) error {
	switch {
	case len(icc) < 132 || string(icc[36:40]) != "acsp":
		return errors.New("not an ICC profile")
	case int(binary.BigEndian.Uint32(icc)) != len(icc):
		return errors.New("an ICC profile that is not whole")
	case string(icc[12:16]) != "prtr":
		return fmt.Errorf("an ICC profile of class %q: want that of an output device (prtr)", icc[12:16])
	case p == PressX4 && icc[8] > 4 || p == PressX1a && icc[8] > 2:
		return fmt.Errorf("an ICC profile of version %d, which this standard does not know", icc[8])
	}
	switch space := string(icc[16:20]); {
	case space == "CMYK", space == "GRAY" && p == PressX4, space == "RGB " && p == PressX4:
		return nil
	default:
		return fmt.Errorf("an ICC profile of %s, which this standard does not allow", strings.TrimSpace(space))
	}
}

// iccDict begins the dictionary of a profile's stream (ISO 32000-1, 8.6.5.5).
func iccDict(icc []byte) object {
	switch string(icc[16:20]) {
	case "CMYK":
		return object("<</N 4/Alternate/DeviceCMYK")
	case "GRAY":
		return object("<</N 1/Alternate/DeviceGray")
	}
	return object("<</N 3/Alternate/DeviceRGB")
}

// profileName is a profile's description: the text of its tag "desc", in the
// form of version 2 (ICC.1:2001-04, 6.5.17) or 4 (ICC.1:2010, 10.13).
func profileName(icc []byte) string {
	be := binary.BigEndian
	n := int(be.Uint32(icc[128:]))
	for i := 0; i < n && 132+12*i+12 <= len(icc); i++ {
		t := icc[132+12*i:]
		at, size := uint64(be.Uint32(t[4:])), uint64(be.Uint32(t[8:]))
		if string(t[:4]) != "desc" || at+size > uint64(len(icc)) {
			continue
		}
		if name := descText(icc[at : at+size]); name != "" {
			return name
		}
	}
	return "Custom"
}

func descText(b []byte) string {
	be := binary.BigEndian
	switch {
	case len(b) > 12 && string(b[:4]) == "desc":
		n := min(uint64(be.Uint32(b[8:])), uint64(len(b)-12))
		return strings.TrimSpace(string(bytes.TrimRight(b[12:12+n], "\x00")))
	case len(b) >= 28 && string(b[:4]) == "mluc":
		size, at := uint64(be.Uint32(b[20:])), uint64(be.Uint32(b[24:]))
		if at+size > uint64(len(b)) {
			return ""
		}
		var us []uint16
		for t := b[at : at+size]; len(t) > 1; t = t[2:] {
			us = append(us, be.Uint16(t))
		}
		return strings.TrimSpace(string(utf16.Decode(us)))
	}
	return ""
}

// onPage moves a place on the page to its place on the sheet.
func (fin *finisher) onPage(x, y float64) (float64, float64) {
	if fin.profile.press == "" {
		return x, y
	}
	m := fin.f.Press.Bleed + markRoom
	return x + m, y + m
}

// boxes writes a page's boxes (ISO 15930-7, 6.11).
func (fin *finisher) boxes(o *object, p *Page) {
	o.raw("/MediaBox")
	if fin.profile.press == "" {
		o.nums(0, 0, p.Width, p.Height)
		return
	}
	bleed := fin.f.Press.Bleed
	m := bleed + markRoom
	o.nums(0, 0, p.Width+2*m, p.Height+2*m)
	o.raw("/BleedBox")
	o.nums(m-bleed, m-bleed, m+p.Width+bleed, m+p.Height+bleed)
	o.raw("/TrimBox")
	o.nums(m, m, m+p.Width, m+p.Height)
}

// sheet puts a page's content between what moves it to its place on the sheet
// and the marks around it. Pages of one size share these.
func (fin *finisher) sheet(p *Page, content ref) []ref {
	size := [2]float64{p.Width, p.Height}
	around, ok := fin.sheets[size]
	if !ok {
		m := fin.f.Press.Bleed + markRoom
		before := object("q 1 0 0 1 ")
		before.num(m)
		before.raw(" ")
		before.num(m)
		before.raw(" cm\n")
		after := object("Q\n")
		after.marks(m, fin.f.Press.Bleed, p.Width, p.Height)
		around = [2]ref{fin.a.addStream(stream{dict: object("<<"), data: before}), fin.a.addStream(stream{dict: object("<<"), data: after})}
		if fin.sheets == nil {
			fin.sheets = map[[2]float64][2]ref{}
		}
		fin.sheets[size] = around
	}
	return []ref{around[0], content, around[1]}
}

// marks draws crop marks at the corners and registration marks at the middles
// of the sides, in all of the press's inks.
func (o *object) marks(m, bleed, w, h float64) {
	o.raw("q /Registration CS 1 SCN ")
	o.num(markWidth)
	o.raw(" w\n")
	line := func(x1, y1, x2, y2 float64) {
		for i, v := range []float64{x1, y1, x2, y2} {
			o.num(v)
			o.raw([]string{" ", " m ", " ", " l S\n"}[i])
		}
	}
	far, near := m-bleed-markGap-markLength, m-bleed-markGap
	for _, x := range []float64{m, m + w} {
		line(x, far, x, near)
		line(x, m+h+m-far, x, m+h+m-near)
	}
	for _, y := range []float64{m, m + h} {
		line(far, y, near, y)
		line(m+w+m-far, y, m+w+m-near, y)
	}
	const r = markLength / 2
	mid := far + r
	for _, c := range [][2]float64{{m + w/2, mid}, {m + w/2, m + h + m - mid}, {mid, m + h/2}, {m + w + m - mid, m + h/2}} {
		line(c[0]-r, c[1], c[0]+r, c[1])
		line(c[0], c[1]-r, c[0], c[1]+r)
		o.circle(c[0], c[1], r/2)
	}
	o.raw("Q\n")
}

// circle strokes a circle as four curves.
func (o *object) circle(x, y, r float64) {
	const k = 0.5523 // of the radius: how far the control points are
	o.num(x + r)
	o.raw(" ")
	o.num(y)
	o.raw(" m\n")
	for _, q := range [][6]float64{{1, k, k, 1, 0, 1}, {-k, 1, -1, k, -1, 0}, {-1, -k, -k, -1, 0, -1}, {k, -1, 1, -k, 1, 0}} {
		for i := 0; i < 6; i += 2 {
			o.num(x + float64(q[i]*r))
			o.raw(" ")
			o.num(y + float64(q[i+1]*r))
			o.raw(" ")
		}
		o.raw("c\n")
	}
	o.raw("s\n")
}

// registration is the colour of what every ink prints (ISO 32000-1, 8.6.6.4).
const registration = "[/Separation/All/DeviceGray<</FunctionType 2/Domain[0 1]/C0[1]/C1[0]/N 1>>]"
