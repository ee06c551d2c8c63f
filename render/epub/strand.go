package epub

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
)

// A strand is what is written in one go: the matter of a file, or of the
// several files that a long chapter is divided into.
type strand struct {
	fragment
	name  string // of its first file
	title string
	typ   string // epub:type of its files' bodies
	entry *doc.OutlineEntry
	cuts  []cut
	notes []*noteText // in the order of their calls
}

// A cut is a place between two blocks, or before a subsection, at which a
// strand may be divided.
type cut struct {
	at      int
	open    []string          // the tags of the sections that go on after it
	section *doc.OutlineEntry // that begins there, nil before a block
}

// The files that are not a section's; a section's name begins with "s-".
const (
	coverFile    = "cover.xhtml"
	titleFile    = "titlepage.xhtml"
	openingFile  = "opening.xhtml"
	notesFile    = "notes.xhtml"
	imprintFile  = "imprint.xhtml"
	abstractFile = "abstract.xhtml"
)

// outline says what is written, in order: the cover, the title page with the
// abstract, the opening blocks, each chapter, the notes that stand apart, the
// imprint. A part's chapters are strands of their own. Where the print edition
// has its imprint in front, so has this one, with a dedication and the abstract
// behind it.
func (b *book) outline() []*strand {
	t, es := b.x.Terms(), b.x.Outline()
	notes := render.NotesPlace(b.x, b.apart)
	out := []*strand{{name: coverFile, title: t.Cover, typ: "cover"}, {name: titleFile, title: t.TitlePage, typ: "titlepage"}}
	at := 0
	add := func(to int) {
		for ; at < to; at++ {
			if at == notes {
				out = append(out, b.notesStrand())
			}
			out = append(out, strandsOf(es[at:at+1])...)
		}
	}
	imprint := &strand{name: imprintFile, title: t.Rights, typ: "backmatter"}
	some := len(render.Imprint(&b.d.Meta, t)) > 0
	if b.front = some && b.imprintInFront(); b.front {
		imprint.typ = "frontmatter"
		out = append(out, imprint)
		before := 0
		for len(b.d.Blocks) == 0 && before < len(es) && render.Displayed(es[before].Section.Role) {
			before++
		}
		add(before)
		if b.abstracted() {
			out = append(out, &strand{name: abstractFile, title: t.Abstract, typ: "frontmatter"})
		}
	}
	b.contentsAfter = out[len(out)-1].name
	if len(b.d.Blocks) > 0 {
		out = append(out, &strand{name: openingFile, title: render.PlainText(b.d.Meta.Title), typ: "bodymatter"})
	}
	add(len(es))
	if notes == len(es) {
		out = append(out, b.notesStrand())
	}
	if some && !b.front {
		out = append(out, imprint)
	}
	return out
}

// strandsOf are the strands of sections.
func strandsOf(es []*doc.OutlineEntry) []*strand {
	var out []*strand
	for _, e := range es {
		out = append(out, &strand{name: fileName("s-", e.Anchor), title: render.EntryTitle(e), typ: matter(e.Section.Role), entry: e})
		if e.Section.Role == doc.RolePart {
			out = append(out, strandsOf(e.Children)...)
		}
	}
	return out
}

func (b *book) notesStrand() *strand {
	return &strand{name: notesFile, title: b.x.Terms().Notes, typ: "backmatter"}
}

// imprintInFront reports whether the print edition's imprint is a page before
// the text.
func (b *book) imprintInFront() bool {
	if b.PageMap == nil {
		return false
	}
	for _, p := range b.PageMap.Pages {
		if p.Path != "meta" {
			return p.Path == "meta.imprint"
		}
	}
	return false
}

// fileName makes a file's name of an anchor. What some file system cannot hold
// or tell apart (capitals, characters beyond ASCII, long names) is told by a
// hash. The name depends on the anchor alone, so that it stays when other
// chapters change.
func fileName(prefix, anchor string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' || r == '_' || r == '.'
	}
	if len(anchor) <= 90 && strings.IndexFunc(anchor, func(r rune) bool { return !plain(r) }) < 0 {
		return prefix + anchor + ".xhtml"
	}
	h := fnv.New64a()
	h.Write([]byte(anchor))
	return fmt.Sprintf("%s%016x.xhtml", prefix, h.Sum64())
}

// fileLimit is the size beyond which a strand is divided, in bytes: older
// readers lay out a whole file at once, and slow down or run out of memory on
// large ones (see the package comment).
const fileLimit = 250_000

// divide makes the files of a strand: one, or as few as stay below the limit
// and are about equal, each beginning with a subsection if one begins near.
func (b *book) divide(s *strand) {
	start := cut{section: s.entry}
	name := s.name
	size := s.sizes()
	count := (size(len(s.out)) + fileLimit - 1) / fileLimit
	for n := 2; count > 1; n++ {
		end := s.cutNear(size, start.at, (size(len(s.out))-size(start.at))/count)
		if end == nil {
			break
		}
		b.files = append(b.files, s.file(b, name, start, end.at))
		start, count = *end, max(count-1, (size(len(s.out))-size(end.at)+fileLimit-1)/fileLimit)
		if name = fmt.Sprintf("p%d-%s", n, s.name); end.section != nil {
			name = fileName("s-", end.section.Anchor)
		}
	}
	b.files = append(b.files, s.file(b, name, start, len(s.out)))
}

// sizes measures the strand up to a place, with the notes called before it
// that will stand in the same file.
func (s *strand) sizes() func(at int) int {
	total := make([]int, len(s.notes)+1)
	for i, n := range s.notes {
		total[i+1] = total[i] + len(n.out)
	}
	return func(at int) int {
		i, _ := slices.BinarySearchFunc(s.notes, at, func(n *noteText, at int) int { return n.at - at })
		return at + total[i]
	}
}

// cutNear finds the best place to end a file that begins at start and should
// be about want bytes long; nil where there is none. A subsection's begin may
// be further off than a block's, up to a third of the file.
func (s *strand) cutNear(size func(int) int, start, want int) *cut {
	var best *cut
	cost := 0
	for i := range s.cuts {
		c := &s.cuts[i]
		n := size(c.at) - size(start)
		if c.at <= start {
			continue
		}
		off := max(n-want, want-n)
		if c.section == nil {
			off += want / 3
		}
		if n > fileLimit {
			off += 4 * (n - fileLimit)
		}
		if best == nil || off < cost {
			best, cost = c, off
		}
	}
	return best
}

// file is the file that holds a strand from a cut to a place.
func (s *strand) file(b *book, name string, from cut, to int) *file {
	f := &file{name: name, title: s.title, typ: s.typ, section: from.section}
	if from.section != nil {
		f.title = render.EntryTitle(from.section)
	}
	open := len(s.cutAt(to))
	f.content = append(f.content, literal(strings.Join(from.open, "")),
		piece{&s.fragment, from.at, to}, literal(strings.Repeat("</section>", open)+"\n"))
	var here []*noteText
	for _, n := range s.notes {
		if n.at >= from.at && (n.at < to || to == len(s.out)) {
			here = append(here, n)
		}
	}
	f.content = append(f.content, b.notesHere(here)...)
	return f
}

// cutAt are the sections that are open at a cut; none at the end.
func (s *strand) cutAt(at int) []string {
	for _, c := range s.cuts {
		if c.at == at {
			return c.open
		}
	}
	return nil
}
