package epub

import (
	"context"
	"fmt"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
)

// A book is one edition in the making.
type book struct {
	Renderer
	ctx           context.Context
	d             *doc.Document
	x             *doc.Index
	strands       []*strand
	collected     []collectedNote // the notes that stand in a file of their own
	files         []*file
	byID          map[string]string // file by anchor
	images        *imageStore
	coverImage    *picture
	faces         []*embeddedFace
	marks         map[string][]mark // pages by path
	listed        []listedPage      // pages whose marker is set, in order
	astray        []mark            // pages that begin where they cannot be marked
	front         bool              // the imprint stands before the text, and the abstract by itself
	contentsAfter string            // the file before the contents
	err           error
}

// A file is a content document.
type file struct {
	name    string // "chapter.xhtml"
	title   string
	typ     string            // epub:type of its body
	section *doc.OutlineEntry // that begins with the file, if one does
	content []piece
	math    bool // holds MathML
}

// id is the file's name in the package document.
func (f *file) id() string { return strings.TrimSuffix(f.name, ".xhtml") }

// A mark is the place of a page's begin in a node.
type mark struct {
	page   int // index in the page map
	label  string
	offset int
}

// A listedPage is a page for the page list.
type listedPage struct{ label, file, id string }

func newBook(r Renderer, ctx context.Context, d *doc.Document, x *doc.Index) *book {
	b := &book{Renderer: r, ctx: ctx, d: d, x: x, byID: map[string]string{}, images: newImageStore(ctx, r.Limits, d.Files), marks: map[string][]mark{}}
	if r.PageMap != nil {
		for i, p := range r.PageMap.Pages {
			b.marks[p.Path] = append(b.marks[p.Path], mark{i, p.Label, p.Offset})
		}
	}
	return b
}

// make makes the whole file.
func (b *book) make() ([]byte, error) {
	if err := b.text(); err != nil {
		return nil, err
	}
	if err := b.embed(); err != nil {
		return nil, err
	}
	packed, err := b.pack()
	if err != nil {
		return nil, err
	}
	return b.finish(packed)
}

// text writes the content documents.
func (b *book) text() error {
	b.upright()
	b.strands = b.outline()
	for _, s := range b.strands {
		if err := b.ctx.Err(); err != nil {
			return err
		}
		b.write(s)
		if b.err != nil {
			return b.err
		}
		b.divide(s)
	}
	return b.place()
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
