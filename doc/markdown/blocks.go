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
	var out []outline.Item
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if r.ctx.Err() != nil {
			r.fail(0, "%w", r.ctx.Err())
			return nil
		}
		line := r.lineOf(c)
		if h, ok := c.(*ast.Heading); ok {
			out = append(out, outline.Item{Level: h.Level, Section: r.heading(h), Place: line})
			continue
		}
		for _, b := range r.block(c) {
			out = append(out, outline.Item{Block: b, Place: line})
		}
	}
	return r.captions(out)
}

func (r *reader) heading(n *ast.Heading) *doc.Section {
	a := nodeAttrs(n)
	s := &doc.Section{ID: a.id, Numbered: r.numbers, Title: r.inlines(n), Lang: a.get("lang")}
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
	r.depth++
	defer func() { r.depth-- }()
	if r.depth > maxDepth {
		r.fail(r.lineOf(n), "nested more than %d deep", maxDepth)
		return nil
	}
	var items []outline.Item
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
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
		if !n.closed {
			r.warn(r.lineAt(n.start), "the formula that begins here is not closed by $$")
		}
		return doc.Blocks{&doc.MathBlock{TeX: strings.TrimSpace(n.tex)}}
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
	switch strings.TrimSpace(doc.PlainText(content)) {
	case `\newpage`, `\pagebreak`, `\clearpage`:
		return doc.Blocks{doc.PageBreak{}}
	}
	return r.displays(n, content)
}

// displays cuts a paragraph at the displayed formulas in it.
func (r *reader) displays(n ast.Node, content doc.Inlines) doc.Blocks {
	shown := map[string]bool{}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if m, ok := c.(*inlineNode); ok && m.kind == kindMath && m.display {
			shown[strings.TrimSpace(m.text)] = true
		}
	}
	if len(shown) == 0 {
		if len(content) == 0 {
			return nil
		}
		return doc.Blocks{&doc.Paragraph{Content: content}}
	}
	var out doc.Blocks
	var text doc.Inlines
	flush := func() {
		if doc.PlainText(text) != "" {
			out = append(out, &doc.Paragraph{Content: text})
		}
		text = nil
	}
	for _, in := range content {
		if m, ok := in.(*doc.Math); ok && shown[m.TeX] {
			flush()
			out = append(out, &doc.MathBlock{TeX: m.TeX, Alt: m.Alt})
			continue
		}
		text = append(text, in)
	}
	flush()
	return out
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

// fenceClosed reports whether a closing fence stands after the last line.
func (r *reader) fenceClosed(n *ast.FencedCodeBlock) bool {
	if n.Lines().Len() == 0 {
		return true
	}
	rest := string(r.src[n.Lines().At(n.Lines().Len()-1).Stop:])
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
		if n.Start > 1 {
			b.Start = n.Start
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

// htmlBlock reads the comment that says nothing, and a page break; other HTML
// is reported and its text kept.
func (r *reader) htmlBlock(n *ast.HTMLBlock, line int) doc.Blocks {
	raw := r.rawLines(n)
	if n.HasClosure() {
		raw += string(n.ClosureLine.Value(r.src))
	}
	t := strings.TrimSpace(raw)
	if strings.HasPrefix(t, "<!--") {
		return nil
	}
	r.warn(line, "a block of HTML: its tags are left out, its text is kept")
	var text strings.Builder
	in := false
	for _, c := range t {
		switch {
		case c == '<':
			in = true
		case c == '>' && in:
			in = false
			text.WriteByte(' ')
		case !in:
			text.WriteRune(c)
		}
	}
	if words := strings.Join(strings.Fields(text.String()), " "); words != "" {
		return doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text(string(unescape([]byte(words))))}}}
	}
	return nil
}
