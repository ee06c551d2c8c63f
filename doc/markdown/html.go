package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/inlines"
	"github.com/offprint-go/offprint/doc/internal/resource"
)

// An htmlStack makes inlines of HTML tags that stand among Markdown's.
type htmlStack struct {
	*reader
	frames []htmlFrame
}

type htmlFrame struct {
	tag   string
	attrs attrs
	line  int
	out   inlines.Run
	rt    string
}

var (
	htmlTag  = regexp.MustCompile(`(?is)^<(/?)([a-z][a-z0-9]*)(.*?)(/?)>$`)
	htmlAttr = regexp.MustCompile(`([A-Za-z_:][-A-Za-z0-9_:.]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>` + "`" + `]+))?`)
)

// known are the tags that have a meaning in the model, or are text without one.
var known = map[string]bool{"em": true, "i": true, "strong": true, "b": true, "u": true, "s": true, "del": true, "sup": true,
	"sub": true, "kbd": true, "code": true, "ruby": true, "rt": true, "rp": true, "rb": true, "span": true, "cite": true, "q": true,
	"a": true, "mark": true, "bdi": true, "bdo": true}

// htmlAttrs reads the attributes of a tag.
func htmlAttrs(s string) attrs {
	a := attrs{keys: map[string]string{}}
	for _, m := range htmlAttr.FindAllStringSubmatch(s, -1) {
		v := string(unescape([]byte(strings.Trim(m[2], "\"'"))))
		switch name := strings.ToLower(m[1]); name {
		case "id":
			a.id = v
		case "class":
			a.classes = strings.Fields(v)
		case "xml:lang":
			a.keys["lang"] = v
		default:
			a.keys[name] = v
		}
	}
	return a
}

func (h *htmlStack) add(ns ...doc.Inline) {
	h.frames[len(h.frames)-1].out.Add(ns...)
}

func (h *htmlStack) tag(n *ast.RawHTML) {
	raw := string(n.Segments.Value(h.src))
	line := h.lineAt(n.Segments.At(0).Start)
	m := htmlTag.FindStringSubmatch(raw)
	if m == nil {
		if !strings.HasPrefix(raw, "<!--") {
			h.warn(line, "%s is left out", shorten(raw))
		}
		return
	}
	tag := strings.ToLower(m[2])
	switch {
	case tag == "br":
		h.add(doc.LineBreak{})
	case tag == "img":
		h.image(htmlAttrs(m[3]), line)
	case !known[tag]:
		h.once(line, "the HTML tag <%s> is left out; its text is kept", tag)
	case m[1] == "" && m[4] == "":
		h.frames = append(h.frames, htmlFrame{tag: tag, attrs: htmlAttrs(m[3]), line: line})
	case m[1] != "" && len(h.frames) > 1 && h.frames[len(h.frames)-1].tag == tag:
		h.close()
	default:
		h.warn(line, "%s closes nothing, and is left out", raw)
	}
}

func (h *htmlStack) image(a attrs, line int) {
	im := &doc.Image{Src: resource.Path(a.get("src"), h.Files), Alt: a.get("alt")}
	if im.Src == "" {
		h.warn(line, "an image without a source is left out")
		return
	}
	h.widthOf(im, a.get("width"), line)
	h.decorative(im, line)
	h.add(h.spanned("picture", doc.Inlines{im}, a, line)...)
}

// close ends the innermost tag.
func (h *htmlStack) close() {
	f := h.frames[len(h.frames)-1]
	h.frames = h.frames[:len(h.frames)-1]
	switch f.tag {
	case "rt":
		h.frames[len(h.frames)-1].rt += doc.PlainText(f.out.Inlines())
		return
	case "rp":
		return
	}
	in := h.element(&f)
	h.add(h.spanned("tag <"+f.tag+">", in, f.attrs, f.line)...)
}

// element makes of a tag's content what the tag says of it.
func (h *htmlStack) element(f *htmlFrame) doc.Inlines {
	in := f.out.Inlines()
	switch f.tag {
	case "em", "i", "cite":
		return doc.Inlines{doc.Emphasis(in)}
	case "strong", "b":
		return doc.Inlines{doc.Strong(in)}
	case "u":
		return doc.Inlines{doc.Underline(in)}
	case "s", "del":
		return doc.Inlines{doc.Strike(in)}
	case "sup":
		return doc.Inlines{doc.Superscript(in)}
	case "sub":
		return doc.Inlines{doc.Subscript(in)}
	case "kbd", "code":
		return doc.Inlines{doc.Code(doc.PlainText(in))}
	case "q":
		return doc.Inlines{&doc.Quoted{Content: in}}
	case "mark":
		f.attrs.classes = append(f.attrs.classes, "mark")
	case "a":
		if url := f.attrs.get("href"); url != "" {
			return doc.Inlines{&doc.Link{URL: url, Title: f.attrs.get("title"), Content: in}}
		}
	case "ruby":
		if f.rt != "" && len(in) > 0 {
			return doc.Inlines{&doc.Ruby{Base: in, Text: f.rt}}
		}
	}
	return in
}

// end closes what was left open.
func (h *htmlStack) end() doc.Inlines {
	for len(h.frames) > 1 {
		f := h.frames[len(h.frames)-1]
		h.warn(f.line, "<%s> is not closed", f.tag)
		h.close()
	}
	return h.frames[0].out.Inlines()
}

var (
	htmlComment = regexp.MustCompile(`(?s)<!--.*?-->`)
	htmlWrapper = regexp.MustCompile(`(?i)^(?:\s*</?(?:div|section|article|main)\s*>)+\s*$`)
	htmlUnseen  = regexp.MustCompile(`(?is)<(script|style|template)\b.*?(?:</(?:script|style|template)\s*>|$)`)
)

// htmlBlock drops comments; of other HTML it reports the tags and keeps the
// text.
func (r *reader) htmlBlock(n *ast.HTMLBlock, line int) doc.Blocks {
	raw := r.rawLines(n)
	if n.HasClosure() {
		raw += string(n.ClosureLine.Value(r.src))
	}
	raw = htmlComment.ReplaceAllString(raw, " ")
	if before, lost, open := strings.Cut(raw, "<!--"); open {
		r.warn(line+strings.Count(before, "\n"), "the comment that begins here is not closed by -->; what follows is taken for a part of it: %s", shorten(strings.Join(strings.Fields(lost), " ")))
		raw = before
	}
	for _, m := range htmlUnseen.FindAllStringSubmatch(raw, -1) {
		r.warn(line, "the HTML element <%s> is left out", strings.ToLower(m[1]))
	}
	raw = strings.TrimSpace(htmlUnseen.ReplaceAllString(raw, " "))
	if strings.Contains(raw, "<") && htmlWrapper.MatchString(raw) {
		r.once(line, "the HTML tags <div> and <section> are left out; their text is kept")
	} else if strings.Contains(raw, "<") {
		r.warn(line, "a block of HTML: its tags are left out, its text is kept")
	}
	if words := strings.Join(strings.Fields(untagged(raw)), " "); words != "" {
		return doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text(unescape([]byte(words)))}}}
	}
	return nil
}

// untagged is the text of HTML.
func untagged(s string) string {
	var b strings.Builder
	in := false
	for _, c := range s {
		switch {
		case c == '<':
			in = true
		case c == '>' && in:
			in = false
			b.WriteByte(' ')
		case !in:
			b.WriteRune(c)
		}
	}
	return b.String()
}
