package pdffile

import (
	"fmt"
	"strings"
)

// annots writes the annotations of a page and joins them to their elements.
func (fin *finisher) annots(page int) ([]ref, error) {
	var refs []ref
	for i := range fin.f.Pages[page].Annots {
		an := &fin.f.Pages[page].Annots[i]
		if err := fin.checkAnnot(an); err != nil {
			return nil, fmt.Errorf("link %q: %w", an.URI+an.Dest, err)
		}
		o := fin.a.draft()
		o.annotation(an)
		if fin.profile.tagged {
			o.raw("/StructParent ")
			o.int(len(fin.pages) + len(fin.joined))
		}
		o.raw(">>")
		r := fin.a.add(o)
		refs = append(refs, r)
		if fin.profile.tagged {
			fin.joined = append(fin.joined, an.Elem)
			fin.structure.join(an.Elem, page, r)
		}
	}
	return refs, nil
}

func (fin *finisher) checkAnnot(an *Annot) error {
	switch {
	case len(an.Rects) == 0:
		return fmt.Errorf("no area")
	case an.Elem == nil && fin.profile.tagged:
		return fmt.Errorf("no structure element")
	case an.URI == "" && !fin.dests[an.Dest]:
		return fmt.Errorf("no such destination")
	}
	return nil
}

// annotation begins a link annotation and leaves its dictionary open. Print is
// the one flag that PDF/A demands (ISO 19005-2, 6.3.2); Contents is what PDF/UA
// demands (7.18.5).
func (o *object) annotation(an *Annot) {
	o.raw("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect")
	box := an.Rects[0]
	for _, r := range an.Rects[1:] {
		box = [4]float64{min(box[0], r[0]), min(box[1], r[1]), max(box[2], r[2]), max(box[3], r[3])}
	}
	o.nums(box[:]...)
	if len(an.Rects) > 1 {
		// Upper corners first: ISO 32000-1 (12.5.6.5) tells of a walk round the
		// corners, Acrobat never wrote or read them so, and readers follow it.
		var quads []float64
		for _, r := range an.Rects {
			quads = append(quads, r[0], r[3], r[2], r[3], r[0], r[1], r[2], r[1])
		}
		o.raw("/QuadPoints")
		o.nums(quads...)
	}
	contents := an.Contents
	if contents == "" {
		contents = an.URI + an.Dest
	}
	o.raw("/Contents")
	o.text(contents)
	if an.URI != "" {
		o.raw("/A<</S/URI/URI")
		o.bytes(uri(an.URI))
		o.raw(">>")
	} else {
		o.raw("/Dest")
		o.bytes(destName(an.Dest))
	}
}

// uri makes an address 7-bit ASCII (ISO 32000-1, 12.6.4.7): what RFC 3986 does
// not allow is written as its UTF-8 bytes, percent-encoded.
func uri(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if c := s[i]; c > ' ' && c < 0x7f && !strings.ContainsRune("\"<>\\^`{|}", rune(c)) {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
