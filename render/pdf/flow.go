package pdf

import (
	"context"
	"fmt"
	"strconv"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/internal/font"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/pdffile"
)

// A flow turns a document into what layout takes. It walks the document once,
// in reading order.
type flow struct {
	ctx   context.Context
	d     *doc.Document
	x     *doc.Index
	st    *Style
	warn  func(render.Warning)
	pages map[string]place // of anchors, as far as they are known

	profile  Profile
	set      *setter
	tags     *tagger
	refs     []reference
	level    int // how many headings stand above
	formulas int // how many have been set
	images   *imageStore
	inOrder  bool // there are none: each is set where it stands
	links    []*link
	sources  []string // paths by source id
	marks    []pageMark
	asked    bool       // a page number was asked for that stands in text
	late     []*pageInk // page numbers that are known after layout
	unknown  int        // places in the index whose page was not known yet
	settle   bool       // such numbers keep their room from the pass before
	accent   color
	errs     []error
	path     string // of the node being set, for what setter reports
	missing  map[rune]bool
	boldless bool // strong ideographs without a bold face were reported
	box      bool // a missing glyph is a box and a warning
	// plainMath sets formulas that are not understood as TeX, with a warning.
	plainMath bool
	mathFace  func() (*font.Math, error)
	mostPages int

	endnotes []*doc.NoteEntry          // called and not yet set
	apart    map[string]*doc.NoteEntry // set apart from the text, by anchor

	outline    []*doc.OutlineEntry // of this edition
	main       *doc.OutlineEntry   // that the main text begins with; nil if another thing does
	columns    bool                // what is set now stands in the columns of the text
	below      int                 // how many parts are around: a chapter in a part looks like any other
	notesEntry *doc.OutlineEntry   // of the notes behind the text; nil if there are none
	first      *doc.Paragraph      // of a chapter that begins with a dropped capital
}

// A link is an annotation in the making.
type link struct {
	elem      *pdffile.Elem
	uri, dest string
	contents  string
}

// A frame is how blocks are set where they stand.
type frame struct {
	style       textStyle
	leading     layout.Unit
	left, right layout.Unit // insets from the measure
	align       layout.Align
	indent      layout.Unit // of paragraphs after the first
	gap         layout.Unit // between paragraphs
	room        layout.Unit // around displays
	ragged      bool
	depth       int // of lists
	quotes      int // of quotations
	cell        bool
	most        layout.Unit // the width of an image in a cell; 0 is what the insets leave of the measure
	boxed       bool        // in a note or an aside, which is not the place for what has a page of its own
	rtl         bool        // text runs from right to left; left is then at the right
}

// height is how far a line reaches above its baseline: three quarters of the
// leading, less where lines are far apart.
func (fr *frame) height() layout.Unit {
	return min(fr.leading*3/4, fr.style.size)
}

// rtl reports whether the document runs from right to left.
func (f *flow) rtl() bool { return f.d.Meta.Direction() == doc.RTL }

func (f *flow) em(fr *frame, x float64) layout.Unit { return scale(fr.style.size, x) }

// textFrame is the frame of the main text.
func (f *flow) textFrame() *frame {
	ts := textStyle{cut: roman, size: f.st.TextSize.unit(), lang: f.d.Meta.Lang}
	if f.st.OldStyle && !f.rtl() { // Hebrew and Arabic letters have the height of lining figures
		ts.features |= oldStyle
	}
	fr := &frame{style: ts, leading: f.st.Leading.unit(), indent: scale(ts.size, f.st.Indent), ragged: f.st.Ragged}
	fr.room = fr.leading / 2
	fr.rtl = f.rtl()
	return fr
}

// noteFrame is the frame of notes at the foot.
func (f *flow) noteFrame() *frame {
	fr := f.textFrame()
	fr.style.size = scale(fr.style.size, f.st.Notes.Size)
	fr.leading = scale(fr.leading, f.st.Notes.Leading)
	fr.indent = scale(fr.style.size, f.st.Indent)
	fr.room = fr.leading / 2
	fr.boxed = true
	return fr
}

// fail keeps an error of a node; flow goes on to find the others.
func (f *flow) fail(n doc.Node, path string, err error) {
	f.errs = append(f.errs, &render.NodeError{Path: path, Node: doc.NodeName(n), Err: err})
}

func (f *flow) warnAt(path, format string, args ...any) {
	if f.warn != nil {
		f.warn(render.Warning{Path: path, Message: fmt.Sprintf(format, args...)})
	}
}

// missingGlyph is told of a character that no face has.
func (f *flow) missingGlyph(_ *textStyle, r rune) {
	if f.missing[r] {
		return
	}
	f.missing[r] = true
	if f.box {
		f.warnAt(f.path, "no face has %q (U+%04X); a box stands for it", r, r)
		return
	}
	f.errs = append(f.errs, &render.NodeError{Path: f.path, Err: fmt.Errorf("no face has %q (U+%04X)", r, r)})
}

// source begins the text of a node.
func (f *flow) source(path string) *source {
	f.sources = append(f.sources, path)
	f.path = path
	return &source{id: int32(len(f.sources))}
}

// para makes a paragraph of a text.
func (f *flow) para(t *text, fr *frame) *layout.Para {
	p := f.shell(t, fr)
	f.set.set(t, p)
	if len(t.rubies) > 0 {
		rubyRoom(p, fr.style.size, fr.cell)
	}
	return p
}

// shell is a paragraph without its items.
func (f *flow) shell(t *text, fr *frame) *layout.Para {
	p := &layout.Para{Left: fr.left, Right: fr.right, Align: fr.align, Leading: fr.leading, Height: fr.height(), RTL: fr.rtl}
	if fr.ragged && p.Align == layout.Justify {
		p.Align = layout.Start
	}
	if t.source != nil {
		p.Source = t.source.id
		if t.source.offset == 0 { // generated words alone: a label, a heading's number
			t.stands(0)
		}
	}
	return p
}

// blocks sets a sequence of blocks. The first paragraph is flush if flush is
// set.
func (f *flow) blocks(bs doc.Blocks, fr *frame, flush bool) []layout.Block {
	var out []layout.Block
	for i, b := range bs {
		if f.ctx.Err() != nil {
			return out
		}
		set := f.block(b, fr, flush)
		if a := f.x.Anchor(b); a != "" {
			f.tags.targets[a] = f.tags.last()
		}
		if _, ok := b.(*doc.Paragraph); ok && i > 0 && fr.gap > 0 {
			spaceBefore(set, fr.gap)
		}
		if i+1 < len(bs) && f.leadsTo(b, bs[i+1], fr) {
			keepNext(set)
		}
		out = append(out, set...)
		_, scene := b.(doc.SceneBreak)
		_, page := b.(doc.PageBreak)
		flush = scene || page
	}
	return out
}

func (f *flow) block(b doc.Block, fr *frame, flush bool) []layout.Block {
	switch b := b.(type) {
	case *doc.Paragraph:
		return f.paragraph(b, fr, flush)
	case *doc.List:
		return f.list(b, fr)
	case *doc.DefinitionList:
		return f.definitions(b, fr)
	case *doc.Quote:
		return f.quote(b, fr)
	case *doc.Letter:
		return f.letter(b, fr)
	case *doc.Verse:
		return f.verse(b, fr)
	case *doc.CodeBlock:
		return f.code(b, fr)
	case *doc.Table:
		return f.table(b, fr)
	case *doc.Figure:
		return f.figure(b, fr)
	case *doc.MathBlock:
		return f.mathBlock(b, fr)
	case *doc.Aside:
		return f.aside(b, fr)
	case *doc.Division:
		return f.division(b, fr, flush)
	case doc.SceneBreak:
		return f.sceneBreak(fr)
	case doc.PageBreak:
		if fr.cell {
			return nil
		}
		return []layout.Block{f.columned(&layout.Break{})}
	}
	f.fail(b, f.x.Path(b), render.ErrUnsupported)
	return nil
}

func (f *flow) paragraph(b *doc.Paragraph, fr *frame, flush bool) []layout.Block {
	var p *layout.Para
	var drop layout.Drop
	f.tags.in(elem("P"), func() {
		t := &text{source: f.source(f.x.Path(b))}
		f.anchor(t, b)
		f.inlines(t, b.Content, f.inline(fr))
		if b == f.first {
			drop = f.dropCap(t, fr)
			p = f.para(t, fr)
		} else {
			p = f.later(t, fr)
		}
		f.indent(p, t, fr, flush)
	})
	p.Drop = drop
	f.hideCap(p, fr.style)
	return []layout.Block{p}
}

// anchor puts a node's anchor, if it has one, at the text's present end.
func (f *flow) anchor(t *text, n doc.Node) {
	if a := f.x.Anchor(n); a != "" {
		f.target(t, a)
	}
}

// target puts an anchor at the text's present end. It stands for the element
// that is open.
func (f *flow) target(t *text, anchor string) {
	f.tags.targets[anchor] = f.tags.top()
	t.event(event{anchor: anchor})
}

func (f *flow) division(b *doc.Division, fr *frame, flush bool) []layout.Block {
	in := *fr
	e := elem("Div")
	if b.Lang != "" {
		e.Lang = b.Lang
	}
	in.locale(b.Lang, b.Dir)
	var out []layout.Block
	f.tags.in(e, func() { out = f.blocks(b.Content, &in, flush) })
	anchorBlocks(out, f.x.Anchor(b))
	return out
}

func (f *flow) sceneBreak(fr *frame) []layout.Block {
	t := &text{}
	t.add("*\u2003*\u2003*", textRun{style: fr.style}, true)
	in := *fr
	in.align = layout.Center
	p := f.para(t, &in)
	p.Before, p.After, p.OffGrid = fr.leading/2, fr.leading/2, true
	return []layout.Block{p}
}

// spaceBefore gives the first of some blocks at least a space above it.
func spaceBefore(bs []layout.Block, u layout.Unit) {
	if len(bs) > 0 {
		if s := space1(bs[0]); s != nil {
			s.Before = max(s.Before, u)
		}
	}
}

func spaceAfter(bs []layout.Block, u layout.Unit) {
	if len(bs) > 0 {
		if s := space1(bs[len(bs)-1]); s != nil {
			s.After = max(s.After, u)
		}
	}
}

// space1 is a block's space, nil for a break.
func space1(b layout.Block) *layout.Space {
	switch b := b.(type) {
	case *layout.Para:
		return &b.Space
	case *layout.Box:
		return &b.Space
	case *layout.Group:
		return &b.Space
	case *layout.Table:
		return &b.Space
	}
	return nil
}

// anchorBlocks puts an anchor at the first of some blocks.
func anchorBlocks(bs []layout.Block, name string) {
	if name == "" {
		return
	}
	a := layout.Anchor{Item: -1, Name: name}
	for _, b := range bs {
		switch b := b.(type) {
		case *layout.Para:
			b.Anchors = append(b.Anchors, a)
		case *layout.Box:
			b.Anchors = append(b.Anchors, a)
		case *layout.Group:
			b.Anchors = append(b.Anchors, a)
		case *layout.Table:
			b.Anchors = append(b.Anchors, a)
		default:
			continue
		}
		return
	}
}

// sections sets a run of sections.
func (f *flow) sections(es []*doc.OutlineEntry, fr *frame) []layout.Block {
	var out []layout.Block
	for _, e := range es {
		out = append(out, f.section(e, fr)...)
	}
	return out
}

func (f *flow) section(e *doc.OutlineEntry, fr *frame) []layout.Block {
	s := e.Section
	in := *fr
	el := elem("Sect")
	if s.Role == doc.RolePart {
		el.Type = "Part"
	}
	if s.Lang != "" {
		el.Lang = s.Lang
	}
	in.locale(s.Lang, s.Dir)
	m := f.pageMark(pageMark{section: s, main: e == f.main, bare: f.bare(e)})
	var out []layout.Block
	f.tags.in(el, func() {
		out = f.opening(e, m)
		fresh := len(out) > 0
		if len(s.Title) > 0 || e.Number != "" {
			p := f.heading(e, &in, fresh)
			p.Mark = m
			out = append(out, p)
			f.level++
			defer func() { f.level-- }()
		} else {
			f.tags.targets[e.Anchor] = el
		}
		f.first = f.firstOf(e)
		body := f.blocks(s.Blocks, f.roleFrame(s.Role, &in), true)
		if len(s.Title) == 0 && e.Number == "" {
			if len(body) == 0 {
				body = []layout.Block{&layout.Box{}} // a place for what leads to the section
			}
			spaceBefore(body, in.leading)
			anchorBlocks(body, e.Anchor)
		}
		out = append(out, body...)
		above := len(out)
		out = append(out, f.behind(e, &in)...)
		if s == f.x.IndexSection() && len(e.Children) == 0 {
			out = f.indexColumns(out, above, &in)
		}
		if fresh && render.Displayed(s.Role) {
			out = append(out, &layout.Box{Fill: 2})
		}
	})
	return out
}

// behind sets what follows a section's own blocks: its subsections, and what
// the edition adds.
func (f *flow) behind(e *doc.OutlineEntry, fr *frame) []layout.Block {
	var out []layout.Block
	s := e.Section
	if s.Role == doc.RolePart {
		out = append(out, f.notesOf(s, e.Depth, fr)...)
	}
	if s.Role == doc.RolePart {
		f.below++
		defer func() { f.below-- }()
	}
	out = append(out, f.sections(e.Children, fr)...)
	switch {
	case e == f.notesEntry:
		out = append(out, f.notesByChapter(fr)...)
	case s == f.x.IndexSection():
		out = append(out, f.index(fr)...)
	case f.x.Chapter(s) == s:
		out = append(out, f.notesOf(s, e.Depth, fr)...)
	}
	return out
}

// roleFrame is the frame of a section's blocks: a bibliography's hang.
func (f *flow) roleFrame(r doc.Role, fr *frame) *frame {
	in := *fr
	switch r {
	case doc.RoleDedication:
		in.align, in.indent = layout.Center, 0
		in.style.slant()
	case doc.RoleEpigraph:
		in.left += f.em(fr, 4)
		in.indent = 0
	case doc.RoleBibliography:
		in.left += f.em(fr, 1.5)
		in.indent = -f.em(fr, 1.5)
	}
	return &in
}

func (f *flow) heading(e *doc.OutlineEntry, fr *frame, fresh bool) *layout.Para {
	h := f.st.heading(e.Depth - f.below)
	in := *fr
	in.style.size = scale(fr.style.size, h.Size)
	in.leading = scale(f.st.Leading.unit(), h.Lines)
	in.align = layout.Start
	in.style.noHyphens = true
	switch {
	case h.SmallCaps:
		in.style.features |= smallCaps
		in.style.track = 50
	case h.Italic:
		in.style.cut = italic
	case h.Semibold:
		in.style.cut = semibold
	}
	if f.st.AccentHeadings {
		in.style.color = f.accent
	}
	if h.Centered {
		in.align = layout.Center
	}
	var p *layout.Para
	head := elem(f.headingType())
	head.Title = render.EntryTitle(e)
	f.tags.in(head, func() {
		t := &text{}
		if path := render.SectionPath(f.x, e.Section); path != "" {
			t.source = f.source(path)
		}
		f.target(t, e.Anchor)
		run := f.inline(&in)
		f.headingNumber(t, e, h, run)
		f.inlines(t, e.Section.Title, run)
		p = f.para(t, &in)
	})
	p.Balance = h.Size > 1.3
	p.KeepNext, p.Keep = true, true
	p.Orphans, p.Widows = 99, 99
	lead := f.st.Leading.unit()
	p.After = scale(lead, h.After)
	if !fresh {
		p.Before = scale(lead, h.Before)
	}
	return p
}

// headingType is the type of the next heading: one below the headings that
// stand above it, so that a section without one skips no level. PDF 1.7 has
// six.
func (f *flow) headingType() string {
	level := f.level + 1
	if f.profile != UA2 {
		level = min(level, 6)
	}
	return "H" + strconv.Itoa(level)
}

// headingNumber sets the number of a heading: before the title, or above it in
// small capitals of the text's size.
func (f *flow) headingNumber(t *text, e *doc.OutlineEntry, h HeadingStyle, in inline) {
	number := f.numberOf(e)
	if number == "" {
		return
	}
	above := h.NumberAbove && number != e.Number && len(e.Section.Title) > 0
	if above {
		in.style.size = f.st.TextSize.unit()
		in.style.features |= smallCaps
		in.style.track = 50
	}
	t.isolated(within(in.rtl), func() { f.generate(t, number, in) })
	switch {
	case above:
		t.object(in.run(f.tags.slot()), event{newline: true})
	case len(e.Section.Title) > 0:
		f.generate(t, "\u2002", in)
	}
}

// numberOf is the number of a section as it stands before the title: with its
// word for a part, a chapter and an appendix.
func (f *flow) numberOf(e *doc.OutlineEntry) string {
	switch e.Section.Role {
	case doc.RolePart, doc.RoleChapter, doc.RoleAppendix:
		return f.x.Label(e.Section)
	}
	return e.Number
}

// plainText is the words of inlines in one line.
func plainText(ns doc.Inlines) string { return render.PlainText(ns) }
