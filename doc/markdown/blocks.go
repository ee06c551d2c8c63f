package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/outline"
)

// flat reads the main flow, headings as headings.
func (r *reader) flat(n ast.Node) []outline.Item {
	defer r.leave()
	if !r.enter(n) {
		return nil
	}
	var out []outline.Item
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		line := r.lineOf(c)
		switch c := c.(type) {
		case *ast.Heading:
			out = append(out, outline.Item{Level: c.Level, Section: r.heading(c), Place: line})
			continue
		case *divNode:
			if c.groups() {
				out = append(out, r.group(c)...)
				continue
			}
		}
		for _, b := range r.block(c) {
			out = append(out, outline.Item{Block: b, Place: line})
		}
	}
	return r.captions(out)
}

// groups reports whether a division holds headings of the main flow: one that
// is an aside, verse or a letter does not.
func (n *divNode) groups() bool {
	a := n.attributes()
	if slices.ContainsFunc(a.classes, func(c string) bool {
		_, ok := asides[c]
		return ok || c == "verse" || c == "line-block" || c == "letter"
	}) {
		return false
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if _, ok := c.(*ast.Heading); ok {
			return true
		}
		if d, ok := c.(*divNode); ok && d.groups() {
			return true
		}
	}
	return false
}

// group reads a division around sections, which gives way to them.
func (r *reader) group(n *divNode) []outline.Item {
	a, line := r.open(n), r.lineAt(n.start)
	a.take("section")
	items, kept := outline.Group(r.flat(n), a.id, a.get("lang"), doc.Direction(a.get("dir")))
	if !kept {
		r.warn(line, "the identifier %q of a division is left out: its heading has one", a.id)
	}
	r.rest(line, "division", a)
	return items
}

func (r *reader) heading(n *ast.Heading) *doc.Section {
	a := nodeAttrs(n)
	s := &doc.Section{ID: a.id, Numbered: r.numbers, Title: r.inlines(n), Lang: a.get("lang"), Dir: doc.Direction(a.get("dir"))}
	if a.take("unnumbered") {
		s.Numbered = false
	}
	a.take("unlisted")
	for _, c := range slices.Clone(a.classes) {
		if slices.Contains(doc.Roles, doc.Role(c)) {
			a.take(c)
			s.Role = doc.Role(c)
			s.Numbered = s.Numbered && outline.Counted(s.Role)
		}
	}
	r.rest(r.lineOf(n), "heading", a)
	return s
}

// blocks reads the children of a block.
func (r *reader) blocks(n ast.Node) doc.Blocks {
	defer r.leave()
	if !r.enter(n) {
		return nil
	}
	return r.between(n.FirstChild(), nil)
}

// between reads the blocks from one up to another of its siblings, nil for the
// last.
func (r *reader) between(first, end ast.Node) doc.Blocks {
	var items []outline.Item
	for c := first; c != end; c = c.NextSibling() {
		for _, b := range r.block(c) {
			items = append(items, outline.Item{Block: b})
		}
	}
	var out doc.Blocks
	for _, it := range r.captions(items) {
		out = append(out, it.Block)
	}
	return out
}

func (r *reader) block(n ast.Node) doc.Blocks {
	line := r.lineOf(n)
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return r.paragraph(n)
	case *ast.Heading:
		r.warn(line, "a heading inside another block is set as a paragraph")
		return doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Strong(r.inlines(n))}}}
	case *ast.ThematicBreak:
		return doc.Blocks{doc.SceneBreak{}}
	case *ast.CodeBlock:
		return doc.Blocks{&doc.CodeBlock{Text: r.rawLines(n)}}
	case *ast.FencedCodeBlock:
		return doc.Blocks{r.fenced(n, line)}
	case *ast.Blockquote:
		return doc.Blocks{r.quote(n)}
	case *ast.List:
		return doc.Blocks{r.list(n)}
	case *east.DefinitionList:
		return doc.Blocks{r.definitionList(n)}
	case *east.Table:
		return doc.Blocks{r.table(n)}
	case *ast.HTMLBlock:
		return r.htmlBlock(n, line)
	case *divNode:
		return r.div(n)
	case *lineBlockNode:
		return doc.Blocks{r.lineBlock(n)}
	case *displayNode:
		return r.display(n)
	case *ast.LinkReferenceDefinition:
		return nil
	}
	r.once(line, "%s is left out", n.Kind())
	return nil
}

// paragraph is a paragraph, or what stands alone in one: an image, a formula, a
// page break.
func (r *reader) paragraph(n ast.Node) doc.Blocks {
	if im, ok := n.FirstChild().(*ast.Image); ok {
		after, _ := im.NextSibling().(*ast.Text)
		if im.NextSibling() == nil || after != nil && after.Segment.Len() == 0 && after.NextSibling() == nil {
			return doc.Blocks{r.figure(im)}
		}
	}
	content := r.inlines(n)
	if pageBreak(content) {
		return doc.Blocks{doc.PageBreak{}}
	}
	return r.displays(content, r.lineOf(n))
}

// pageBreak reports whether a paragraph is one of LaTeX's commands that begin a
// page, and nothing else.
func pageBreak(content doc.Inlines) bool {
	if len(content) != 1 {
		return false
	}
	t, _ := content[0].(doc.Text)
	switch strings.TrimSpace(string(t)) {
	case `\newpage`, `\pagebreak`, `\clearpage`:
		return true
	}
	return false
}

func (r *reader) rawLines(n ast.Node) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		b.Write(s.Value(r.src))
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func (r *reader) fenced(n *ast.FencedCodeBlock, line int) *doc.CodeBlock {
	b := &doc.CodeBlock{Text: r.rawLines(n)}
	if n.Lines().Len() > 0 {
		line = r.lineAt(n.Lines().At(0).Start) - 1 // of the fence
	} else if n.Info != nil {
		line = r.lineAt(n.Info.Segment.Start)
	}
	if n.Info != nil {
		info := strings.TrimSpace(string(n.Info.Segment.Value(r.src)))
		if i := strings.IndexByte(info, '{'); i >= 0 {
			if as, n := parseAttrs([]byte(info[i:])); n > 0 {
				a := attrsOf(as)
				b.ID = a.id
				if len(a.classes) > 0 {
					b.Language, a.classes = a.classes[0], a.classes[1:]
				}
				r.rest(line, "code block", a)
				info = info[:i]
			}
		}
		if f := strings.Fields(info); len(f) > 0 {
			b.Language = f[0]
		}
	}
	if !r.fenceClosed(n) {
		r.warn(line, "the code that begins here is not closed by its fence")
	}
	return b
}

// fenceClosed reports whether a closing fence stands after the last line, or,
// where there is no line, after the opening fence. Where that is goldmark says
// only by the fence's info; without it, code without a line is unclosed if the
// text ends in an opening fence.
func (r *reader) fenceClosed(n *ast.FencedCodeBlock) bool {
	var rest string
	switch k := n.Lines().Len(); {
	case k > 0:
		rest = string(r.src[n.Lines().At(k-1).Stop:])
	case n.Info != nil:
		_, rest, _ = strings.Cut(string(r.src[n.Info.Segment.Stop:]), "\n")
	default:
		lines := strings.Split(strings.TrimRight(string(r.src), "\n"), "\n")
		return n.NextSibling() != nil || len(lines) > 1 && strings.TrimLeft(lines[len(lines)-2], " >\t") == strings.TrimLeft(lines[len(lines)-1], " >\t")
	}
	first, _, _ := strings.Cut(rest, "\n")
	first = strings.TrimLeft(first, " >\t")
	return strings.HasPrefix(first, "```") || strings.HasPrefix(first, "~~~")
}

// quote takes a last paragraph that begins with a dash as the attribution.
func (r *reader) quote(n ast.Node) *doc.Quote {
	q := &doc.Quote{Content: r.blocks(n)}
	if len(q.Content) < 2 {
		return q
	}
	last := len(q.Content) - 1
	p, ok := q.Content[last].(*doc.Paragraph)
	if !ok || len(p.Content) == 0 {
		return q
	}
	t, ok := p.Content[0].(doc.Text)
	for _, dash := range []string{"— ", "—", "--- ", "-- "} {
		if rest, found := strings.CutPrefix(string(t), dash); ok && found {
			p.Content[0] = doc.Text(rest)
			q.Attribution, q.Content = p.Content, q.Content[:last]
			return q
		}
	}
	return q
}

func (r *reader) list(n *ast.List) *doc.List {
	b := &doc.List{Loose: !n.IsTight}
	if n.IsOrdered() {
		b.Kind = doc.Ordered
		switch {
		case n.Start > 1:
			b.Start = n.Start
		case n.Start == 0:
			r.warn(r.lineOf(n), "a list that begins at 0 is numbered from 1")
		}
		if n.Marker == ')' {
			b.Delim = doc.Paren
		}
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		it := &doc.ListItem{Task: task(c)}
		it.Content = r.blocks(c)
		if it.Task != doc.NoTask {
			trimTask(it.Content)
		}
		b.Items = append(b.Items, it)
	}
	return b
}

// task finds a box at an item's start.
func task(item ast.Node) doc.Task {
	if p := item.FirstChild(); p != nil {
		if box, ok := p.FirstChild().(*east.TaskCheckBox); ok {
			if box.IsChecked {
				return doc.TaskDone
			}
			return doc.TaskOpen
		}
	}
	return doc.NoTask
}

func trimTask(bs doc.Blocks) {
	if ns := firstInlines(bs); len(ns) > 0 {
		if t, ok := ns[0].(doc.Text); ok {
			ns[0] = doc.Text(strings.TrimLeft(string(t), " "))
		}
	}
}

func (r *reader) definitionList(n ast.Node) *doc.DefinitionList {
	b := &doc.DefinitionList{}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *east.DefinitionTerm:
			b.Items = append(b.Items, &doc.Definition{Term: r.inlines(c)})
		case *east.DefinitionDescription:
			if len(b.Items) == 0 {
				b.Items = append(b.Items, &doc.Definition{})
			}
			it := b.Items[len(b.Items)-1]
			it.Definitions = append(it.Definitions, r.blocks(c))
			b.Loose = b.Loose || !c.IsTight
		}
	}
	return b
}
