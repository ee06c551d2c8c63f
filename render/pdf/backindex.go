package pdf

import (
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/internal/layout"
)

// index sets the entries of the index: ragged right, turnovers hung, each page
// number a link to the place.
func (f *flow) index(fr *frame) []layout.Block {
	entries := render.IndexEntries(f.d, f.x)
	if len(entries) == 0 {
		return nil
	}
	f.asked = true
	in := *fr
	in.style.size = scale(fr.style.size, f.st.Index.Size)
	in.leading = scale(fr.leading, f.st.Index.Size)
	in.align = layout.Start
	in.style.noHyphens = true
	var out []layout.Block
	f.tags.in(elem("Index"), func() { out = f.indexEntries(entries, &in, 0) })
	spaceBefore(out, fr.leading)
	return out
}

func (f *flow) indexEntries(es []*render.IndexEntry, fr *frame, depth int) []layout.Block {
	var out []layout.Block
	f.tags.in(elem("L"), func() {
		for _, e := range es {
			f.tags.in(elem("LI"), func() {
				f.tags.in(elem("LBody"), func() {
					p := f.indexEntry(e, fr, depth)
					out = append(out, p)
					if len(e.Entries) > 0 {
						p.KeepNext = true
						out = append(out, f.indexEntries(e.Entries, fr, depth+1)...)
					}
				})
			})
		}
	})
	return out
}

// leastIndex is the least width of a column of the index, in ems: that of most
// entries with their page numbers.
const leastIndex = 12

// indexColumns sets the entries of the index, which follow what opens its section
// in blocks, in the columns of the style.
func (f *flow) indexColumns(blocks []layout.Block, opening int, fr *frame) []layout.Block {
	size := scale(fr.style.size, f.st.Index.Size)
	gap := 2 * size
	n := f.st.Index.Columns
	for n > 1 && (f.st.measure().unit()+gap)/layout.Unit(n)-gap < leastIndex*size {
		n--
	}
	if n < 2 || n == f.st.Columns && f.columns || opening == len(blocks) {
		return blocks
	}
	head := blocks[:opening:opening]
	b := &layout.Break{}
	if len(head) > 0 {
		if own, ok := head[0].(*layout.Break); ok {
			b, head = own, head[1:]
		}
	}
	b.Columns, b.Gutter, b.Across = n, gap, head
	// What follows the index stands on a page of its own.
	return append(append([]layout.Block{b}, blocks[opening:]...), f.columned(&layout.Break{}))
}

// turnover is how far the lines of an entry hang from where it begins, in ems.
const turnover = 2

func (f *flow) indexEntry(e *render.IndexEntry, fr *frame, depth int) *layout.Para {
	var p *layout.Para
	f.tags.in(elem("P"), func() {
		t, in := &text{source: f.source(e.Path)}, f.inline(fr)
		f.generate(t, e.Text, in)
		figures := in.with(func(s *textStyle) { s.features |= oldStyle })
		for _, l := range e.Locators(f.pageOf) {
			f.generate(t, ", ", in)
			f.tags.in(elem("Reference"), func() {
				f.linked(&link{dest: l.Anchor, contents: e.Text + ", " + l.Text}, figures, func(in inline) { f.generate(t, l.Text, in) })
			})
		}
		refs := in
		refs.plain = true
		f.inlines(t, e.References(f.x.Terms()), refs)
		p = f.para(t, fr)
	})
	p.Left += f.em(fr, float64(depth+turnover))
	p.Indent = -f.em(fr, turnover)
	if e.Opens {
		p.Before = fr.leading
	}
	return p
}

// pageOf tells the page of an index term, as far as it is known; before it is,
// every term has a page of its own, which takes the room of a number.
func (f *flow) pageOf(anchor string) (label string, order int) {
	if len(f.pages) == 0 {
		f.unknown++
		return "000", f.unknown
	}
	p := f.pages[anchor]
	return p.label, p.index
}
