package epub

import (
	"context"
	"fmt"
	"hash/fnv"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
)

// A book is one edition in the making.
type book struct {
	Renderer
	ctx        context.Context
	d          *doc.Document
	x          *doc.Index
	files      []*file
	byID       map[string]string // file by anchor
	images     *imageStore
	coverImage *picture
	marks      map[string][]mark // pages by path
	listed     []listedPage      // pages whose marker was set, in order
	err        error
}

// A file is a content document.
type file struct {
	name    string // "chapter.xhtml"
	title   string
	typ     string // epub:type of its body
	section *doc.OutlineEntry
	body    []byte
	math    bool // holds MathML
}

// A mark is the place of a page's begin in a node.
type mark struct {
	label  string
	offset int
}

// A listedPage is a page for the page list.
type listedPage struct{ label, file, id string }

func newBook(r Renderer, ctx context.Context, d *doc.Document, x *doc.Index) *book {
	b := &book{Renderer: r, ctx: ctx, d: d, x: x, byID: map[string]string{}, images: newImageStore(d.Files), marks: map[string][]mark{}}
	if r.PageMap != nil {
		for _, p := range r.PageMap.Pages {
			b.marks[p.Path] = append(b.marks[p.Path], mark{p.Label, p.Offset})
		}
	}
	return b
}

// The files that are not a section's; a section's name begins with "s-".
const (
	coverFile   = "cover.xhtml"
	titleFile   = "titlepage.xhtml"
	openingFile = "opening.xhtml"
	imprintFile = "imprint.xhtml"
)

// make makes the whole file.
func (b *book) make() ([]byte, error) {
	b.split()
	for _, f := range b.files {
		if err := b.ctx.Err(); err != nil {
			return nil, err
		}
		b.write(f)
		if b.err != nil {
			return nil, b.err
		}
	}
	packed, err := b.pack()
	if err != nil {
		return nil, err
	}
	return b.finish(packed)
}

// split says which matter stands in which file: the cover, the title page with
// the abstract, the opening blocks, each top section, the imprint. A file's
// name depends on its section alone, so that it stays when others change.
func (b *book) split() {
	t := b.x.Terms()
	b.files = append(b.files, &file{name: coverFile, title: t.Cover, typ: "cover"},
		&file{name: titleFile, title: t.TitlePage, typ: "titlepage"})
	if len(b.d.Blocks) > 0 {
		b.files = append(b.files, &file{name: openingFile, title: doc.PlainText(b.d.Meta.Title), typ: "bodymatter"})
	}
	for _, e := range b.x.Outline() {
		b.files = append(b.files, &file{name: fileName(e.Anchor), title: e.Title, typ: matter(e.Section.Role), section: e})
		b.byID[e.Anchor] = fileName(e.Anchor) // the index may have no section in the document
	}
	if len(render.Imprint(&b.d.Meta, t)) > 0 {
		b.files = append(b.files, &file{name: imprintFile, title: t.Rights, typ: "backmatter"})
	}
	for c := range doc.Cursors(b.d) {
		if a := b.x.Anchor(c.Node); a != "" {
			b.byID[a] = b.fileOf(c)
		}
	}
}

// fileOf is the file that a node comes to stand in.
func (b *book) fileOf(c *doc.Cursor) string {
	for _, p := range append(c.Parents[:len(c.Parents):len(c.Parents)], c.Node) {
		if s, ok := p.(*doc.Section); ok {
			return fileName(b.x.Anchor(s))
		}
	}
	if strings.HasPrefix(c.Path(), "meta") {
		return titleFile
	}
	return openingFile
}

// fileName makes a file's name of an anchor; one that is not plain ASCII is
// told by its hash.
func fileName(anchor string) string {
	for _, r := range anchor {
		if r >= 0x80 {
			h := fnv.New64a()
			h.Write([]byte(anchor))
			return fmt.Sprintf("s-%016x.xhtml", h.Sum64())
		}
	}
	switch name := "s-" + anchor + ".xhtml"; {
	case len(name) > 100:
		h := fnv.New64a()
		h.Write([]byte(anchor))
		return fmt.Sprintf("s-%016x.xhtml", h.Sum64())
	default:
		return name
	}
}

// matter is the part of a book that a role belongs to.
func matter(r doc.Role) string {
	switch r {
	case doc.RoleDedication, doc.RoleEpigraph, doc.RoleForeword, doc.RolePreface, doc.RoleAbstract, doc.RoleSummary:
		return "frontmatter"
	case doc.RoleAppendix, doc.RoleGlossary, doc.RoleBibliography, doc.RoleIndex, doc.RoleColophon, doc.RoleContributors, doc.RoleAcknowledgments, doc.RoleAfterword:
		return "backmatter"
	}
	return "bodymatter"
}

func (b *book) fail(n doc.Node, path string, err error) {
	if b.err == nil {
		b.err = &render.NodeError{Path: path, Node: doc.NodeName(n), Err: err}
	}
}

func (b *book) warn(n doc.Node, format string, args ...any) {
	if b.Warn != nil {
		b.Warn(render.Warning{Path: b.x.Path(n), Message: fmt.Sprintf(format, args...)})
	}
}
