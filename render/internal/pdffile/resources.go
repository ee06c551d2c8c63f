package pdffile

import "fmt"

// A copier takes objects over from the source: images with their masks and
// palettes, graphics states, shadings.
type copier struct {
	src   *source
	a     *assembly
	refs  map[ref]ref // from the source's numbers
	queue []ref       // of the source, numbered but not copied
	rgb   ref         // the profile of device RGB where that needs one; 0 is none
	press bool
}

// copied are the kinds of resources that are taken over. Fonts are not:
// gofpdf's own are never used. ProcSet is obsolete.
func copied() []string { return []string{"XObject", "ExtGState", "Shading", "ColorSpace", "Pattern"} }

// resources writes the resource dictionary of all pages: what gofpdf's has,
// with the fonts and graphics of the file.
func (c *copier) resources(v value, fonts []*Font, refs []ref, graphics []Resource) (ref, error) {
	own := c.a.ref()
	o := object("<<")
	if len(fonts) > 0 {
		o.raw("/Font<<")
		for i, f := range fonts {
			o.name(f.Name)
			o.raw(" ")
			o.ref(refs[i])
		}
		o.raw(">>")
	}
	dict := value{kind: dictionary}
	if v.kind != scalar || len(v.raw) > 0 {
		var err error
		if dict, err = c.src.dict(v, "resources"); err != nil {
			return 0, err
		}
	}
	for _, key := range copied() {
		sub, _ := dict.get(key)
		var entries object
		c.entries(&entries, sub)
		if key == "ColorSpace" {
			c.colorSpaces(&entries)
		}
		for i := range graphics {
			if graphics[i].Category == key {
				entries.name(graphics[i].Name)
				entries.raw(" ")
				entries.ref(c.graphic(&graphics[i], own))
			}
		}
		if len(entries) > 0 {
			o.name(key)
			o.raw("<<")
			o = append(o, entries...)
			o.raw(">>")
		}
	}
	o.raw(">>")
	c.a.put(own, o)
	return own, c.drain()
}

// colorSpaces writes the colour spaces of a press file: that of the marks, and
// what device RGB is where the press has other colours (ISO 32000-1, 8.6.5.6).
func (c *copier) colorSpaces(o *object) {
	if c.press {
		o.raw("/Registration" + registration)
	}
	if c.rgb > 0 {
		o.raw("/DefaultRGB[/ICCBased ")
		o.ref(c.rgb)
		o.raw("]")
	}
}

// graphic writes a resource; a form names the pages' resources as its own, as
// ISO 19005-2, 6.2.2 asks.
func (c *copier) graphic(g *Resource, resources ref) ref {
	o := object("<<")
	o.raw(g.Dict)
	if g.Form == nil {
		o.raw(">>")
		return c.a.add(o)
	}
	o.raw("/Resources ")
	o.ref(resources)
	return c.a.addStream(stream{dict: o, data: g.Form})
}

// value writes a value of the source with the numbers of the new file.
func (c *copier) value(o *object, v value) {
	switch v.kind {
	case scalar:
		o.raw(" ")
		o.raw(string(v.raw))
	case nameValue:
		if c.rgb > 0 && string(v.raw) == "DeviceRGB" { // of an image, or of its palette
			o.raw("[/ICCBased ")
			o.ref(c.rgb)
			o.raw("]")
			return
		}
		o.raw("/")
		o.raw(string(v.raw))
	case refValue:
		o.raw(" ")
		o.ref(c.ref(v.ref))
	case array:
		o.raw("[")
		for _, item := range v.items {
			c.value(o, item)
		}
		o.raw("]")
	case dictionary:
		o.raw("<<")
		c.entries(o, v)
		o.raw(">>")
	}
}

func (c *copier) entries(o *object, v value) {
	for i := 0; i+1 < len(v.items); i += 2 {
		c.value(o, v.items[i])
		c.value(o, v.items[i+1])
	}
}

func (c *copier) ref(r ref) ref {
	n, ok := c.refs[r]
	if !ok {
		n = c.a.ref()
		c.refs[r] = n
		c.queue = append(c.queue, r)
	}
	return n
}

// drain copies what was referred to, and what that refers to.
func (c *copier) drain() error {
	for len(c.queue) > 0 {
		r := c.queue[0]
		c.queue = c.queue[1:]
		v, data, err := c.src.object(r)
		if err != nil {
			return fmt.Errorf("resources: %w", err)
		}
		if data == nil {
			var o object
			c.value(&o, v)
			c.a.put(c.refs[r], o)
			continue
		}
		v = without(v, "Length", "Interpolate") // ISO 19005-2, 6.2.8 forbids the second
		_, filtered := v.get("Filter")
		o := object("<<")
		c.entries(&o, v)
		c.a.addStream(stream{ref: c.refs[r], dict: o, data: data, asIs: filtered})
	}
	return nil
}

// without returns a dictionary less some keys.
func without(v value, keys ...string) value {
	out := value{kind: dictionary}
next:
	for i := 0; i+1 < len(v.items); i += 2 {
		for _, k := range keys {
			if string(v.items[i].raw) == k {
				continue next
			}
		}
		out.items = append(out.items, v.items[i], v.items[i+1])
	}
	return out
}
