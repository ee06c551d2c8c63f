package pdf

import (
	"slices"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/pdffile"
)

var bullets = []string{"•", "–", "·"}

var numbering = map[doc.NumberStyle]string{
	doc.Decimal: "/Decimal", doc.LowerAlpha: "/LowerAlpha", doc.UpperAlpha: "/UpperAlpha",
	doc.LowerRoman: "/LowerRoman", doc.UpperRoman: "/UpperRoman",
}

// marker is the label of item i of a list.
func (f *flow) marker(b *doc.List, i int, fr *frame) string {
	switch {
	case b.Items[i].Task == doc.TaskDone:
		return "☑"
	case b.Items[i].Task == doc.TaskOpen:
		return "☐"
	case b.Kind == doc.Ordered:
		return b.Marker(i)
	}
	return bullets[fr.depth%len(bullets)]
}

func (f *flow) list(b *doc.List, fr *frame) []layout.Block {
	in := *fr
	in.depth++
	in.indent, in.gap = 0, 0
	if b.Loose {
		in.gap = fr.leading / 2
	}
	// Markers are set to the right of their indent, which is wide enough for
	// the widest.
	width := f.em(fr, f.st.List)
	for i := range b.Items {
		width = max(width, f.measureText(&fr.style, f.marker(b, i, fr))+f.em(fr, 0.5))
	}
	in.left += width
	e := elem("L")
	e.Attrs = listNumbering(f.numberingOf(b, fr))
	var out []layout.Block
	f.tags.in(e, func() {
		for i, it := range b.Items {
			item := f.listItem(f.marker(b, i, fr), width, it.Content, &in)
			if b.Loose && i > 0 {
				spaceBefore(item, in.gap)
			}
			out = append(out, item...)
		}
	})
	room := fr.room
	if fr.depth > 0 && !b.Loose {
		room = 0
	}
	spaceBefore(out, room)
	spaceAfter(out, room)
	anchorBlocks(out, f.x.Anchor(b))
	return out
}

// numberingOf is what the labels of a list are. A dash, a dot or a box is no
// disc: PDF 2.0 has a word for all of them, and of none that has labels
// (ISO 14289-2, 8.2.5.25), where PDF 1.7 says that they are no numbers.
func (f *flow) numberingOf(b *doc.List, fr *frame) string {
	task := slices.ContainsFunc(b.Items, func(it *doc.ListItem) bool { return it.Task != doc.NoTask })
	switch {
	case b.Kind == doc.Ordered:
		return numbering[b.Style]
	case !task && fr.depth%len(bullets) == 0:
		return "/Disc"
	case f.profile == UA2:
		return "/Unordered"
	}
	return "/None"
}

// listNumbering says what the labels of a list are.
func listNumbering(value string) []pdffile.Attr {
	return []pdffile.Attr{{Owner: "List", Key: "ListNumbering", Value: value}}
}

func (f *flow) listItem(marker string, width layout.Unit, bs doc.Blocks, fr *frame) []layout.Block {
	var out []layout.Block
	f.tags.in(elem("LI"), func() {
		t := &text{}
		f.hang(t, marker, width, fr)
		f.tags.in(elem("LBody"), func() {
			var p *layout.Para
			if len(bs) > 0 {
				if b, ok := bs[0].(*doc.Paragraph); ok {
					f.tags.in(elem("P"), func() {
						t.source = f.source(f.x.Path(b))
						f.anchor(t, b)
						f.inlines(t, b.Content, f.inline(fr))
						p = f.para(t, fr)
					})
					bs = bs[1:]
				}
			}
			if p == nil {
				p = f.para(t, fr)
				p.KeepNext = true
			}
			p.Indent = -width
			out = append(out, p)
			rest := f.blocks(bs, fr, true)
			if fr.gap > 0 {
				spaceBefore(rest, fr.gap)
			}
			out = append(out, rest...)
		})
	})
	return out
}

// hang sets a label to the left of its paragraph, its end half an em before
// the text, as the start of the text; the paragraph's indent is -width.
func (f *flow) hang(t *text, label string, width layout.Unit, fr *frame) {
	in := f.inline(fr)
	in.style.features &^= oldStyle
	in.style.cut = unslanted(in.style.cut)
	gap := f.em(fr, 0.5)
	kern := width - gap - f.measureText(&in.style, label)
	f.tags.in(elem("Lbl"), func() {
		t.object(in.run(0), event{ink: noInk{}, width: kern})
		t.isolated(within(in.rtl), func() { f.generate(t, label, in) })
		t.object(in.run(0), event{ink: noInk{}, width: gap})
	})
}

// noInk is ink that paints nothing: a kern.
type noInk struct{}

func (noInk) String() string { return "" }

// measureText is the width of a few words in a style.
func (f *flow) measureText(ts *textStyle, s string) layout.Unit {
	var w layout.Unit
	for _, g := range f.set.shape(f.set.intern(*ts), []byte(s)) {
		w += g.width
	}
	return w
}

func (f *flow) definitions(b *doc.DefinitionList, fr *frame) []layout.Block {
	var out []layout.Block
	src := f.source(f.x.Path(b))
	e := elem("L")
	if f.profile == UA2 {
		e.Attrs = listNumbering("/Description")
	}
	f.tags.in(e, func() {
		for i, it := range b.Items {
			f.tags.in(elem("LI"), func() {
				set := f.definition(it, src, fr)
				if b.Loose && i > 0 {
					spaceBefore(set, fr.leading/2)
				}
				out = append(out, set...)
			})
		}
	})
	spaceBefore(out, fr.room)
	spaceAfter(out, fr.room)
	anchorBlocks(out, f.x.Anchor(b))
	return out
}

func (f *flow) definition(it *doc.Definition, src *source, fr *frame) []layout.Block {
	var out []layout.Block
	f.tags.in(elem("Lbl"), func() {
		t := &text{source: src}
		f.inlines(t, it.Term, f.inline(fr).with(func(s *textStyle) { s.cut = semibold }))
		p := f.para(t, fr)
		p.Align, p.KeepNext = layout.Start, true
		out = append(out, p)
	})
	in := *fr
	in.left += f.em(fr, f.st.List)
	f.tags.in(elem("LBody"), func() {
		for _, bs := range it.Definitions {
			out = append(out, f.blocks(bs, &in, true)...)
		}
	})
	return out
}
