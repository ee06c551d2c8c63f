package pdffile

import "fmt"

// A copier takes objects over from the source: images with their masks and
// palettes, graphics states, shadings.
type copier struct {
	src   *source
	a     *assembly
	refs  map[ref]ref // from the source's numbers
	queue []ref       // of the source, numbered but not copied
}

// copied are the kinds of resources that are taken over. Fonts are not:
// gofpdf's own are never used. ProcSet is obsolete.
func copied() []string { return []string{"XObject", "ExtGState", "Shading", "ColorSpace", "Pattern"} }

// resources writes the resource dictionary of all pages: what gofpdf's has,
// with the fonts of the file.
func (c *copier) resources(v value, fonts []*Font, refs []ref) (ref, error) {
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
	if v.kind != scalar || len(v.raw) > 0 {
		dict, err := c.src.dict(v, "resources")
		if err != nil {
			return 0, err
		}
		for _, key := range copied() {
			if sub, ok := dict.get(key); ok && len(sub.items) > 0 {
				o.name(key)
				c.value(&o, sub)
			}
		}
	}
	o.raw(">>")
	return c.a.add(o), c.drain()
}

// value writes a value of the source with the numbers of the new file.
func (c *copier) value(o *object, v value) {
	switch v.kind {
	case scalar:
		o.raw(" ")
		o.raw(string(v.raw))
	case nameValue:
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
