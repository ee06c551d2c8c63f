package pdffile

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// fonts writes the fonts and returns them in order.
func (fin *finisher) fonts() ([]ref, error) {
	var refs []ref
	names := map[string]bool{}
	for _, f := range fin.f.Fonts {
		if f == nil || f.Name == "" || names[f.Name] {
			return nil, errors.New("font: no name, or the name of another")
		}
		names[f.Name] = true
		if err := f.check(); err != nil {
			return nil, fmt.Errorf("font %s (%s): %w", f.Name, f.Base, err)
		}
		refs = append(refs, f.write(fin.a))
	}
	return refs, nil
}

// postScript makes a font's name one that PostScript can read (the OpenType
// specification's name ID 6): fonts are met that break its rule.
func postScript(name string) string {
	name = strings.Map(func(r rune) rune {
		if r <= ' ' || r >= 0x7f || delimiter(byte(r)) {
			return -1
		}
		return r
	}, name)
	if name == "" {
		return "Font"
	}
	return name[:min(len(name), 63)]
}

// check looks at what would make a file that no reader can show.
func (f *Font) check() error {
	switch {
	case len(f.Codes) > 0x10000:
		return fmt.Errorf("%d codes do not fit in two bytes", len(f.Codes))
	case f.TrueType && !sfnt(f.Program):
		return errors.New("the program is not a TrueType font")
	case !f.TrueType && (len(f.Program) < 4 || f.Program[0] != 1):
		return errors.New("the program is not a CFF table")
	}
	for i, c := range f.Codes {
		if i > 0 && c.Text == "" {
			return fmt.Errorf("code %d has no text", i)
		}
	}
	return nil
}

func sfnt(b []byte) bool {
	return bytes.HasPrefix(b, []byte("\x00\x01\x00\x00")) || bytes.HasPrefix(b, []byte("true"))
}

// write writes a Type 0 font of one CIDFont (ISO 32000-1, 9.7).
func (f *Font) write(a *assembly) ref {
	base := postScript(f.Base)
	if !f.Whole {
		base = f.tag() + "+" + base
	}
	o := object("<</Type/Font/Subtype/Type0/BaseFont")
	o.name(base)
	o.raw("/Encoding ")
	o.ref(a.addStream(encoding(base, f.Codes)))
	o.raw("/ToUnicode ")
	o.ref(a.addStream(stream{dict: object("<<"), data: toUnicode(f.Codes)}))
	o.raw("/DescendantFonts[")
	o.ref(f.cidFont(a, base))
	o.raw("]>>")
	return a.add(o)
}

func (f *Font) cidFont(a *assembly, base string) ref {
	o := object("<</Type/Font/Subtype/CIDFontType0/BaseFont")
	if f.TrueType {
		o = object("<</Type/Font/Subtype/CIDFontType2/CIDToGIDMap/Identity/BaseFont")
	}
	o.name(base)
	o.raw("/CIDSystemInfo")
	o.raw(systemInfo)
	f.widths(&o)
	o.raw("/FontDescriptor ")
	o.ref(f.descriptor(a, base))
	o.raw(">>")
	return a.add(o)
}

// systemInfo is the character collection of fonts and CMaps alike: PDF/A-2
// (6.2.11.3.1) has them agree.
const systemInfo = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"

func (f *Font) descriptor(a *assembly, base string) ref {
	o := object("<</Type/FontDescriptor/FontName")
	o.name(base)
	o.raw("/Flags ")
	o.int(f.Flags)
	o.raw("/FontBBox")
	o.nums(float64(f.BBox[0]), float64(f.BBox[1]), float64(f.BBox[2]), float64(f.BBox[3]))
	o.raw("/ItalicAngle ")
	o.num(f.ItalicAngle)
	for _, m := range []struct {
		key string
		val int
	}{{"/Ascent ", f.Ascent}, {"/Descent ", f.Descent}, {"/CapHeight ", f.CapHeight}, {"/StemV ", f.StemV}} {
		o.raw(m.key)
		o.int(m.val)
	}
	d := object("<</Subtype/CIDFontType0C")
	if f.TrueType {
		o.raw("/FontFile2 ")
		d = object("<</Length1 ")
		d.int(len(f.Program))
	} else {
		o.raw("/FontFile3 ")
	}
	o.ref(a.addStream(stream{dict: d, data: f.Program}))
	o.raw(">>")
	return a.add(o)
}

// tag is the subset's tag (9.6.4): six capitals that follow from what the
// subset holds, so that two subsets of a font have two names and the same one
// has the same in every run.
func (f *Font) tag() string {
	h := sha256.New()
	h.Write(f.Program)
	for _, c := range f.Codes {
		h.Write(strconv.AppendUint(nil, uint64(c.CID), 10))
		h.Write([]byte(" " + c.Text + "\x00"))
	}
	sum := h.Sum(nil)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}
