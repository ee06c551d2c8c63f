package pdffile

import (
	"errors"
	"fmt"
	"io"
)

// A finisher is the state of one Finish.
type finisher struct {
	f         *File
	a         *assembly
	profile   profile
	info      Info
	structure *structure
	pages     []ref
	parents   []ref           // of the pages, in the page tree
	dests     map[string]bool // names of destinations
	joined    []*Elem         // by annotation, in order: the element that it is joined to
	attached  []*Attachment   // all of the file's, each once
	specs     map[*Attachment]ref
	sheets    map[[2]float64][2]ref // of a press, by the page's size: what is before and behind a page's content
}

// Finish writes the finished file to w. src is the file that gofpdf made with
// SetCompression(false); its fonts, links, outline and metadata are not used.
// f describes the rest and is not changed. The bytes written depend on src and
// f alone.
//
// All is written at once. An error says what is wrong with src or f, and where;
// nothing was written then. An error of w comes back as it is.
func Finish(w io.Writer, src []byte, f *File) error {
	fin := &finisher{f: f, a: newAssembly(), info: f.Info.clean(), dests: map[string]bool{}}
	root, info, err := fin.build(src)
	if err != nil {
		fin.a.size() // what is being compressed may be the caller's
		return fmt.Errorf("pdffile: %w", err)
	}
	return fin.a.file(fin.profile, root, info).send(w)
}

// build makes all objects.
func (fin *finisher) build(src []byte) (root, info ref, err error) {
	if err := fin.prepare(); err != nil {
		return 0, 0, err
	}
	s, err := openSource(src)
	if err != nil {
		return 0, 0, fmt.Errorf("source: %w", err)
	}
	contents, shared, err := s.pages()
	if err != nil {
		return 0, 0, fmt.Errorf("source: %w", err)
	}
	if len(contents) != len(fin.f.Pages) || len(contents) == 0 {
		return 0, 0, fmt.Errorf("%d pages in the source, %d described", len(contents), len(fin.f.Pages))
	}
	root = fin.a.ref()
	tree, err := fin.allPages(s, contents, shared)
	if err != nil {
		return 0, 0, err
	}
	catalog, err := fin.catalog(tree)
	if err != nil {
		return 0, 0, err
	}
	fin.a.put(root, catalog)
	if fin.profile.pdf2 {
		return root, 0, nil // ISO 19005-4, 6.1.3: no Info; the XMP says it all
	}
	return root, fin.a.add(fin.info.dictionary(fin.profile)), nil
}

// prepare works out what the profile asks for, and whether it is there.
func (fin *finisher) prepare() error {
	fin.attached = fin.f.attachments()
	var err error
	if fin.profile, err = fin.f.Profile.profile(len(fin.attached) > 0); err != nil {
		return err
	}
	fin.a.packing = fin.profile.packed
	if len(fin.attached) > 0 && !fin.profile.tagged {
		return errors.New("a file of this profile carries no attachments")
	}
	if fin.profile.press == "" {
		return nil
	}
	return fin.checkPress()
}

// allPages writes the pages with what they use, and returns the page tree.
func (fin *finisher) allPages(s *source, contents [][]byte, shared value) (ref, error) {
	fin.pages, fin.parents = make([]ref, len(contents)), make([]ref, len(contents))
	for i := range fin.pages {
		fin.pages[i] = fin.a.ref()
	}
	if err := fin.checkDests(); err != nil {
		return 0, err
	}
	var err error
	if fin.structure, err = newStructure(fin.a, fin.f, fin.pages); err != nil {
		return 0, err
	}
	fin.structure.pdf2 = fin.profile.pdf2
	fonts, err := fin.fonts()
	if err != nil {
		return 0, err
	}
	c := &copier{src: s, a: fin.a, refs: map[ref]ref{}, press: fin.profile.press != ""}
	if fin.f.Profile == PressX4 {
		c.rgb = fin.srgb()
	}
	resources, err := c.resources(shared, fin.f.Fonts, fonts, fin.f.Graphics)
	if err != nil {
		return 0, fmt.Errorf("source: %w", err)
	}
	tree := fin.pageNode(0, len(fin.pages), 0)
	for i, content := range contents {
		if err := fin.page(i, content, resources); err != nil {
			return 0, fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	return tree, nil
}

// catalog writes what hangs on the catalog, and returns it.
func (fin *finisher) catalog(pages ref) (object, error) {
	if fin.info.Lang == "" {
		return nil, errors.New("no language")
	}
	o := object("<</Type/Catalog/Pages ")
	o.ref(pages)
	o.raw("/Lang")
	o.text(fin.info.Lang)
	if fin.profile.tagged {
		fin.attach()
		structure, err := fin.structure.write(fin.f, fin.joined, fin.specs)
		if err != nil {
			return nil, err
		}
		o.raw("/MarkInfo<</Marked true>>/StructTreeRoot ")
		o.ref(structure)
	}
	o.raw("/ViewerPreferences<</DisplayDocTitle true")
	if fin.info.RTL {
		o.raw("/Direction/R2L")
	}
	o.raw(">>/Metadata ")
	o.ref(fin.a.addStream(stream{dict: object("<</Type/Metadata/Subtype/XML"), data: fin.info.xmp(fin.profile), asIs: true}))
	if fin.profile.intent != "" {
		o.raw("/OutputIntents[")
		o.ref(fin.outputIntent())
		o.raw("]")
	}
	if err := fin.navigation(&o); err != nil {
		return nil, err
	}
	o.raw(">>")
	return o, nil
}

// navigation writes outline, page labels and destinations, those there are.
func (fin *finisher) navigation(o *object) error {
	if len(fin.f.Outline) > 0 {
		r, err := fin.outline()
		if err != nil {
			return err
		}
		o.raw("/PageMode/UseOutlines/Outlines ")
		o.ref(r)
	}
	if len(fin.f.Labels) > 0 {
		r, err := fin.labels()
		if err != nil {
			return err
		}
		o.raw("/PageLabels ")
		o.ref(r)
	}
	if len(fin.f.Dests)+len(fin.attached) > 0 {
		o.raw("/Names<<")
		if len(fin.f.Dests) > 0 {
			o.raw("/Dests ")
			o.ref(fin.destinations())
		}
		if len(fin.attached) > 0 {
			o.raw("/EmbeddedFiles ")
			o.ref(fin.embedded())
		}
		o.raw(">>")
	}
	if len(fin.f.Attached) > 0 {
		o.raw("/AF[")
		for _, at := range fin.f.Attached {
			o.raw(" ")
			o.ref(fin.specs[at])
		}
		o.raw("]")
	}
	return nil
}

// outputIntent says what device colours are: those of the press, else sRGB
// (ISO 19005-2, 6.2.3; ISO 15930-7, 6.2.2).
func (fin *finisher) outputIntent() ref {
	o := object("<</Type/OutputIntent/S")
	o.name(fin.profile.intent)
	if press := fin.f.Press; fin.profile.press != "" {
		name := oneLine(profileName(press.ICC))
		o.raw("/OutputConditionIdentifier")
		o.text(name)
		o.raw("/Info")
		o.text(name)
		o.raw("/DestOutputProfile ")
		o.ref(fin.a.addStream(stream{dict: iccDict(press.ICC), data: press.ICC}))
	} else {
		o.raw("/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)" +
			"/RegistryName(http://www.color.org)/DestOutputProfile ")
		o.ref(fin.srgb())
	}
	o.raw(">>")
	return fin.a.add(o)
}

// srgb writes the sRGB profile.
func (fin *finisher) srgb() ref {
	data := srgb()
	return fin.a.addStream(stream{dict: iccDict(data), data: data})
}
