package pdffile

import (
	"cmp"
	"slices"
	"strings"
)

// An Attachment is a file within the file (ISO 32000-2, 7.11.4, 14.13).
type Attachment struct {
	// Name is the file's name or slash-separated path, unique in the file.
	Name string
	// Type is its media type: "application/json".
	Type string
	// Description says what it is.
	Description string
	// Relation is what it is to the document or to its element: "Source",
	// "Supplement", "Data", "Alternative".
	Relation string
	Data     []byte
}

// attachments are all files that f carries, by name.
func (f *File) attachments() []*Attachment {
	all := slices.Clone(f.Attached)
	if f.Profile.Tagged() {
		all = appendFiles(all, f.Tree)
	}
	slices.SortStableFunc(all, func(a, b *Attachment) int { return cmp.Compare(a.Name, b.Name) })
	return slices.Compact(all)
}

func appendFiles(all []*Attachment, e *Elem) []*Attachment {
	if e == nil {
		return all
	}
	all = append(all, e.Files...)
	for _, k := range e.Kids {
		all = appendFiles(all, k.Elem)
	}
	return all
}

// attach writes the attachments, each as a file specification with its stream.
func (fin *finisher) attach() {
	fin.specs = map[*Attachment]ref{}
	for _, at := range fin.attached {
		fin.specs[at] = fin.spec(at)
	}
}

// spec writes a file specification. Its Desc and both names are asked for by
// ISO 19005-3, 6.8 and ISO 14289-2, 8.14.
func (fin *finisher) spec(at *Attachment) ref {
	d := object("<</Type/EmbeddedFile/Subtype")
	d.name(at.Type)
	d.raw("/Params<</Size ")
	d.int(len(at.Data))
	d.raw("/ModDate")
	d.date(fin.info.modified())
	d.raw(">>")
	data := fin.a.addStream(stream{dict: d, data: at.Data})
	// A reader saves by this name; folders would lead it astray.
	name := strings.ReplaceAll(at.Name, "/", "_")
	o := object("<</Type/Filespec/F")
	o.text(name)
	o.raw("/UF")
	o.text(name)
	o.raw("/Desc")
	o.text(oneLine(at.Description))
	o.raw("/AFRelationship")
	o.name(at.Relation)
	o.raw("/EF<</F ")
	o.ref(data)
	o.raw("/UF ")
	o.ref(data)
	o.raw(">>>>")
	return fin.a.add(o)
}

// embedded writes the name tree of the attachments. Its keys are text strings
// in the order of their bytes.
func (fin *finisher) embedded() ref {
	key := func(at *Attachment) string { return "\xFE\xFF" + utf16be(at.Name) }
	all := slices.SortedFunc(slices.Values(fin.attached), func(a, b *Attachment) int { return strings.Compare(key(a), key(b)) })
	return fin.a.tree("/Names", len(all), func(o *object, i int) { o.bytes(key(all[i])) },
		func(o *object, i int) {
			o.raw(" ")
			o.ref(fin.specs[all[i]])
		})
}
