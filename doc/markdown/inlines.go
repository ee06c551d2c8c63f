package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/inlines"
)

// inlines reads the children of a node. HTML tags in them open and close.
func (r *reader) inlines(n ast.Node) doc.Inlines {
	defer r.leave()
	if !r.enter(n) {
		return nil
	}
	r.leftOpen(n)
	h := &htmlStack{reader: r}
	h.frames = append(h.frames, htmlFrame{})
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			h.text(c)
		case *ast.RawHTML:
			h.tag(c)
		default:
			h.add(r.inline(c)...)
		}
	}
	return h.end()
}

func (r *reader) inline(n ast.Node) doc.Inlines {
	switch n := n.(type) {
	case *ast.String:
		return doc.Inlines{doc.Text(n.Value)}
	case *ast.CodeSpan:
		return doc.Inlines{doc.Code(r.codeSpan(n))}
	case *ast.Emphasis:
		if n.Level == 2 {
			return doc.Inlines{doc.Strong(r.inlines(n))}
		}
		return doc.Inlines{doc.Emphasis(r.inlines(n))}
	case *east.Strikethrough:
		return doc.Inlines{doc.Strike(r.inlines(n))}
	case *ast.Link:
		return r.link(n)
	case *ast.AutoLink:
		return r.autoLink(n)
	case *ast.Image:
		return doc.Inlines{r.image(n)}
	case *east.TaskCheckBox:
		return nil // the list item tells
	case *inlineNode:
		return r.own(n)
	}
	r.once(r.lineOf(n), "%s is left out", n.Kind())
	return nil
}

// text adds a text node, its character references and escapes resolved, and the
// line end after it. White space before a line end is none of the text.
func (h *htmlStack) text(n *ast.Text) {
	out := &h.frames[len(h.frames)-1].out
	out.Text(unescape(n.Segment.Value(h.src)))
	switch {
	case n.HardLineBreak(), n.SoftLineBreak() && h.lined:
		out.Trim()
		out.Add(doc.LineBreak{})
	case n.SoftLineBreak():
		out.Trim()
		out.Break()
	}
}

// unescape resolves escapes and character references.
func unescape(b []byte) []byte {
	if bytes.IndexByte(b, '\\') < 0 && bytes.IndexByte(b, '&') < 0 {
		return b
	}
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(b)))
}

func (r *reader) codeSpan(n *ast.CodeSpan) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.WriteString(strings.ReplaceAll(string(t.Segment.Value(r.src)), "\n", " "))
		}
	}
	return b.String()
}

func (r *reader) link(n *ast.Link) doc.Inlines {
	content := r.inlines(n)
	url := string(unescape(n.Destination))
	a := nodeAttrs(n)
	if id, ok := strings.CutPrefix(url, "#"); ok && len(content) == 0 && id != "" {
		ref := &doc.CrossRef{To: id}
		for _, f := range []doc.RefForm{doc.RefNumber, doc.RefTitle, doc.RefPage} {
			if a.take(string(f)) {
				ref.Form = f
			}
		}
		r.rest(r.lineOf(n), "reference", a)
		return doc.Inlines{ref}
	}
	r.rest(r.lineOf(n), "link", a)
	if url == "" {
		r.warn(r.lineOf(n), "a link that leads nowhere; its text is kept")
		return content
	}
	return doc.Inlines{&doc.Link{URL: url, Title: string(unescape(n.Title)), Content: content}}
}

func (r *reader) autoLink(n *ast.AutoLink) doc.Inlines {
	url, label := string(n.URL(r.src)), string(n.Label(r.src))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(url, "mailto:") {
		url = "mailto:" + url
	}
	return doc.Inlines{&doc.Link{URL: url, Content: doc.Inlines{doc.Text(label)}}}
}

// own reads the inlines that are this package's.
func (r *reader) own(n *inlineNode) doc.Inlines {
	line := r.lineAt(n.start)
	switch n.kind {
	case kindCall:
		return r.call(n)
	case kindInline:
		return r.inlineNote(n)
	case kindMath:
		m := &doc.Math{TeX: strings.TrimSpace(n.text)}
		if n.display {
			r.shown[m] = true
		}
		return doc.Inlines{m}
	case kindScript:
		in := r.sub(strings.ReplaceAll(n.text, `\ `, "\u00a0"), n.start)
		if n.raised {
			return doc.Inlines{doc.Superscript(in)}
		}
		return doc.Inlines{doc.Subscript(in)}
	}
	return r.span(n, line)
}

// sub reads a piece of text by itself.
func (r *reader) sub(s string, start int) doc.Inlines {
	in := *r
	in.src = []byte(s)
	in.skip, in.lines = r.lineAt(start)-1, lineStarts(in.src)
	var out inlines.Run
	root, err := in.parse()
	if err != nil && in.err == nil {
		in.err = err
	}
	for c := root.FirstChild(); c != nil; c = c.NextSibling() {
		if c != root.FirstChild() {
			out.Add(doc.Text(" "))
		}
		out.Add(in.inlines(c)...)
	}
	r.err = in.err
	return out.Inlines()
}

func (r *reader) span(n *inlineNode, line int) doc.Inlines {
	return r.spanned("span", r.sub(n.text, n.start), attrsOf(n.attrs), line)
}

// spanned gives content what the attributes of a span, or of an HTML tag, say
// of it.
func (r *reader) spanned(what string, content doc.Inlines, a attrs, line int) doc.Inlines {
	if rt := a.get("rt"); rt != "" {
		content = doc.Inlines{&doc.Ruby{Base: content, Text: rt}}
		a.take("ruby")
	}
	if entry := a.get("entry"); entry != "" {
		t := &doc.IndexTerm{Entry: strings.Split(entry, "!"), See: a.get("see"), SeeAlso: a.get("seealso"), Range: doc.IndexRange(a.get("range"))}
		if s := a.get("sortas"); s != "" {
			t.SortAs = strings.Split(s, "!")
		}
		content = inlines.Join(content, t)
	}
	switch {
	case a.take("smallcaps"), a.take("sc"):
		content = doc.Inlines{doc.SmallCaps(content)}
	case a.take("underline"), a.take("ul"):
		content = doc.Inlines{doc.Underline(content)}
	case a.take("mark"):
		r.once(line, "marked text is set as emphasis")
		content = doc.Inlines{doc.Emphasis(content)}
	}
	lang, dir := a.get("lang"), doc.Direction(strings.ToLower(a.get("dir")))
	if dir == "auto" { // what the text itself says
		dir = doc.DirAuto
	}
	r.rest(line, what, a)
	if a.id == "" && lang == "" && dir == "" {
		return content
	}
	return doc.Inlines{&doc.Span{ID: a.id, Lang: lang, Dir: dir, Content: content}}
}
