package pandoc

import (
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/inlines"
)

func (p *parser) blocks(v any, at path) doc.Blocks {
	p.enter(at)
	defer p.leave()
	var out doc.Blocks
	for i, b := range list(v, -1, at) {
		if v := p.lineGroup(b, at.at(i)); v != nil {
			if merged, ok := mergeVerse(out, v); ok {
				out = merged
			} else {
				out = append(out, v)
			}
			continue
		}
		out = append(out, p.block(b, at.at(i))...)
	}
	return out
}

func (p *parser) block(v any, at path) doc.Blocks {
	t, c := node(v, at)
	in := at.in("c")
	switch t {
	case "Plain", "Para":
		return p.paragraph(c, in)
	case "LineBlock":
		return doc.Blocks{p.lineBlock(list(c, -1, in), in)}
	case "CodeBlock":
		return doc.Blocks{p.codeBlock(list(c, 2, in), in)}
	case "RawBlock":
		return p.rawBlock(list(c, 2, in), in)
	case "BlockQuote":
		q := &doc.Quote{}
		q.Content, q.Attribution = p.attributed(p.blocks(c, in))
		return doc.Blocks{q}
	case "OrderedList":
		return doc.Blocks{p.orderedList(list(c, 2, in), in)}
	case "BulletList":
		return doc.Blocks{p.items(&doc.List{}, c, in)}
	case "DefinitionList":
		return doc.Blocks{p.definitions(list(c, -1, in), in)}
	case "Header":
		// Headings of the main flow are made sections by flat; one inside a
		// quotation, a list or a note has no place in the outline.
		l := list(c, 3, in)
		a := attrOf(l[1], in.at(1))
		p.warn(at, "a heading inside another block is set as a paragraph")
		p.rest(a, "heading", at)
		return doc.Blocks{&doc.Paragraph{ID: a.id, Content: doc.Inlines{doc.Strong(p.inlines(l[2], in.at(2)))}}}
	case "HorizontalRule":
		return doc.Blocks{doc.SceneBreak{}}
	case "Table":
		return doc.Blocks{p.table(c, in)}
	case "Figure":
		return p.figure(list(c, 3, in), in)
	case "Div":
		return p.div(list(c, 2, in), in)
	case "Null":
		return nil
	}
	at.fail("unknown block %q", t)
	return nil
}

// paragraph is a paragraph, or what stands alone in one: an image with its
// caption (pandoc's implicit figure), a displayed formula.
func (p *parser) paragraph(c any, at path) doc.Blocks {
	l := list(c, -1, at)
	if len(l) == 1 {
		switch t, c := node(l[0], at.at(0)); t {
		case "Span":
			if b := p.lone(c, at.at(0).in("c")); b != nil {
				return doc.Blocks{b}
			}
		case "Image":
			l := list(c, 3, at)
			im, id := p.image(l, at)
			f := &doc.Figure{ID: id, Images: []*doc.Image{im}}
			if strings.HasPrefix(str(list(l[2], 2, at)[1], at), "fig:") { // as API 1.22 says it
				f.Caption = p.inlines(l[1], at.at(0))
			}
			return doc.Blocks{f}
		case "Math":
			l := list(c, 2, at)
			tex := strings.TrimSpace(str(l[1], at))
			// An alignment or a matrix that is a paragraph is a display, though
			// what it was read from (DocBook, MathML in HTML) did not say so.
			if kind, _ := node(l[0], at); kind == "DisplayMath" || strings.HasPrefix(tex, `\begin{`) && strings.HasSuffix(tex, "}") {
				return doc.Blocks{&doc.MathBlock{TeX: tex}}
			}
		}
	}
	return p.displays(l, at)
}

// displays cuts a paragraph at the displayed formulas in it.
func (p *parser) displays(l []any, at path) doc.Blocks {
	var out doc.Blocks
	var run inlines.Run
	flush := func() {
		text := run.Inlines()
		if n := len(text); n > 0 && len(out) > 0 { // after a formula
			if t, ok := text[0].(doc.Text); ok {
				text[0] = doc.Text(strings.TrimLeft(string(t), " "))
			}
		}
		if !inlines.Blank(text) {
			out = append(out, &doc.Paragraph{Content: text})
		}
		run = inlines.Run{}
	}
	for i, n := range l {
		if t, c := node(n, at.at(i)); t == "Math" {
			m := list(c, 2, at.at(i).in("c"))
			if kind, _ := node(m[0], at.at(i)); kind == "DisplayMath" {
				flush()
				out = append(out, &doc.MathBlock{TeX: strings.TrimSpace(str(m[1], at.at(i)))})
				continue
			}
		}
		p.add(&run, n, at.at(i))
	}
	flush()
	return out
}

func (p *parser) lineBlock(lines []any, at path) *doc.Verse {
	v := &doc.Verse{}
	st := &doc.Stanza{}
	for i, l := range lines {
		ns := p.inlines(l, at.at(i))
		if inlines.Blank(ns) {
			if len(st.Lines) > 0 {
				v.Stanzas = append(v.Stanzas, st)
			}
			st = &doc.Stanza{}
			continue
		}
		st.Lines = append(st.Lines, verseLine(ns))
	}
	if len(st.Lines) > 0 {
		v.Stanzas = append(v.Stanzas, st)
	}
	return v
}

// verseLine takes the no-break spaces that pandoc indents a line with as its
// indent: two are an em.
func verseLine(ns doc.Inlines) *doc.VerseLine {
	l := &doc.VerseLine{Content: ns}
	if t, ok := ns[0].(doc.Text); ok {
		rest := strings.TrimLeft(string(t), "\u00a0")
		l.Indent = (len(t) - len(rest)) / len("\u00a0") / 2
		l.Content = ns[1:]
		if rest != "" {
			l.Content = append(doc.Inlines{doc.Text(rest)}, ns[1:]...)
		}
	}
	return l
}

func (p *parser) codeBlock(l []any, at path) *doc.CodeBlock {
	a := attrOf(l[0], at.at(0))
	b := &doc.CodeBlock{ID: a.id, Text: strings.TrimSuffix(str(l[1], at.at(1)), "\n")}
	if len(a.classes) > 0 {
		b.Language, a.classes = a.classes[0], a.classes[1:]
	}
	p.rest(a, "code block", at)
	return b
}

func (p *parser) rawBlock(l []any, at path) doc.Blocks {
	format, text := str(l[0], at.at(0)), strings.TrimSpace(str(l[1], at.at(1)))
	if (format == "tex" || format == "latex") && (text == `\newpage` || text == `\pagebreak` || text == `\clearpage`) {
		return doc.Blocks{doc.PageBreak{}}
	}
	if format == "openxml" && strings.Contains(text, `w:type="page"`) {
		return doc.Blocks{doc.PageBreak{}}
	}
	if isHTML(format) && comment.MatchString(text) {
		return nil
	}
	p.warn(at, "raw %s is left out: %s", format, shorten(text))
	return nil
}

var styles = map[string]doc.NumberStyle{"LowerAlpha": doc.LowerAlpha, "UpperAlpha": doc.UpperAlpha,
	"LowerRoman": doc.LowerRoman, "UpperRoman": doc.UpperRoman}

var delims = map[string]doc.NumberDelim{"OneParen": doc.Paren, "TwoParens": doc.TwoParens}

func (p *parser) orderedList(l []any, at path) *doc.List {
	attrs := list(l[0], 3, at.at(0))
	style, _ := node(attrs[1], at.at(0).at(1))
	delim, _ := node(attrs[2], at.at(0).at(2))
	b := &doc.List{Kind: doc.Ordered, Style: styles[style], Delim: delims[delim]}
	switch start := number(attrs[0], at.at(0).at(0)); {
	case start > 1 && start < 1<<30:
		b.Start = int(start)
	case start != 1:
		p.warn(at, "a list that begins at %v is numbered from 1", start)
	}
	return p.items(b, l[1], at.at(1))
}

// items fills a list. Pandoc tells a tight list by Plain in the place of Para,
// and tasks by a box at the item's start.
func (p *parser) items(b *doc.List, v any, at path) *doc.List {
	for i, it := range list(v, -1, at) {
		item := &doc.ListItem{Content: p.blocks(it, at.at(i))}
		for j, c := range list(it, -1, at.at(i)) {
			if t, _ := node(c, at.at(i).at(j)); t == "Para" {
				b.Loose = true
			}
		}
		item.Task = task(item.Content)
		b.Items = append(b.Items, item)
	}
	return b
}

// task takes a box from the start of an item.
func task(bs doc.Blocks) doc.Task {
	if len(bs) == 0 {
		return doc.NoTask
	}
	par, ok := bs[0].(*doc.Paragraph)
	if !ok || len(par.Content) == 0 {
		return doc.NoTask
	}
	t, ok := par.Content[0].(doc.Text)
	if !ok {
		return doc.NoTask
	}
	for box, state := range map[string]doc.Task{"☐ ": doc.TaskOpen, "☒ ": doc.TaskDone} {
		if rest, ok := strings.CutPrefix(string(t), box); ok {
			par.Content[0] = doc.Text(rest)
			return state
		}
	}
	return doc.NoTask
}

func (p *parser) definitions(l []any, at path) *doc.DefinitionList {
	b := &doc.DefinitionList{}
	for i, v := range l {
		pair := list(v, 2, at.at(i))
		it := &doc.Definition{Term: p.inlines(pair[0], at.at(i).at(0))}
		for j, d := range list(pair[1], -1, at.at(i).at(1)) {
			it.Definitions = append(it.Definitions, p.blocks(d, at.at(i).at(1).at(j)))
			for _, c := range list(d, -1, at) {
				if t, _ := node(c, at); t == "Para" {
					b.Loose = true
				}
			}
		}
		b.Items = append(b.Items, it)
	}
	return b
}

// figure is a Figure of API 1.23: its images, and other blocks after them.
func (p *parser) figure(l []any, at path) doc.Blocks {
	a := attrOf(l[0], at.at(0))
	f := &doc.Figure{ID: a.id, Unnumbered: a.take("unnumbered"), Caption: p.caption(l[1], at.at(1))}
	p.rest(a, "figure", at)
	var rest doc.Blocks
	for _, b := range p.blocks(l[2], at.at(2)) {
		switch b := b.(type) {
		case *doc.Figure:
			f.Images = append(f.Images, b.Images...)
		case *doc.Paragraph:
			if ims := imagesOf(b.Content); ims != nil {
				f.Images = append(f.Images, ims...)
				continue
			}
			rest = append(rest, b)
		default:
			rest = append(rest, b)
		}
	}
	if len(f.Images) == 0 {
		p.warn(at, "a figure without images is set as its blocks and its caption")
		if len(f.Caption) > 0 {
			rest = append(rest, &doc.Paragraph{ID: f.ID, Content: f.Caption})
		}
		return rest
	}
	return append(doc.Blocks{f}, rest...)
}

// imagesOf returns the images of a paragraph that holds nothing else.
func imagesOf(ns doc.Inlines) []*doc.Image {
	var out []*doc.Image
	for _, n := range ns {
		if im, ok := n.(*doc.Image); ok {
			out = append(out, im)
		} else if !inlines.Blank(doc.Inlines{n}) {
			return nil
		}
	}
	return out
}

// caption is a Caption: its paragraphs in one, parted by line breaks.
func (p *parser) caption(v any, at path) doc.Inlines {
	l := list(v, 2, at)
	if l[0] != nil {
		p.warnOnce(at, "a short caption is left out")
	}
	var out doc.Inlines
	for _, b := range p.blocks(l[1], at.at(1)) {
		par, ok := b.(*doc.Paragraph)
		if !ok {
			p.warn(at, "a %s in a caption is left out", doc.NodeName(b))
			continue
		}
		if len(out) > 0 {
			out = append(out, doc.LineBreak{})
		}
		out = append(out, par.Content...)
	}
	return out
}
