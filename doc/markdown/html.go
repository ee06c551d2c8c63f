package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/offprint-go/offprint/doc"
)

// An htmlStack makes inlines of HTML tags that stand among Markdown's.
type htmlStack struct {
	*reader
	frames []htmlFrame
}

type htmlFrame struct {
	tag  string
	line int
	out  doc.Inlines
	rt   string
}

var htmlTag = regexp.MustCompile(`(?is)^<(/?)([a-z][a-z0-9]*)[^>]*?(/?)>$`)

// known are the tags that have a meaning in the model.
var known = map[string]bool{"em": true, "i": true, "strong": true, "b": true, "u": true, "s": true, "del": true, "sup": true,
	"sub": true, "kbd": true, "code": true, "ruby": true, "rt": true, "rp": true, "rb": true, "span": true, "small": true, "cite": true, "q": true}

func (h *htmlStack) add(ns ...doc.Inline) {
	f := &h.frames[len(h.frames)-1]
	f.out = join(f.out, ns...)
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
	case !known[tag]:
		h.once(line, "the HTML tag <%s> is left out; its text is kept", tag)
	case m[1] == "" && m[3] == "":
		h.frames = append(h.frames, htmlFrame{tag: tag, line: line})
	case m[1] != "" && len(h.frames) > 1 && h.frames[len(h.frames)-1].tag == tag:
		h.close()
	default:
		h.warn(line, "%s closes nothing, and is left out", raw)
	}
}

// close ends the innermost tag.
func (h *htmlStack) close() {
	f := h.frames[len(h.frames)-1]
	h.frames = h.frames[:len(h.frames)-1]
	in := f.out
	switch f.tag {
	case "em", "i", "cite":
		h.add(doc.Emphasis(in))
	case "strong", "b":
		h.add(doc.Strong(in))
	case "u":
		h.add(doc.Underline(in))
	case "s", "del":
		h.add(doc.Strike(in))
	case "sup":
		h.add(doc.Superscript(in))
	case "sub":
		h.add(doc.Subscript(in))
	case "kbd", "code":
		h.add(doc.Code(doc.PlainText(in)))
	case "q":
		h.add(&doc.Quoted{Content: in})
	case "rt":
		h.frames[len(h.frames)-1].rt += doc.PlainText(in)
	case "rp":
	case "ruby":
		if f.rt != "" && len(in) > 0 {
			h.add(&doc.Ruby{Base: in, Text: f.rt})
			return
		}
		h.add(in...)
	default:
		h.add(in...)
	}
}

// end closes what was left open.
func (h *htmlStack) end(int) doc.Inlines {
	for len(h.frames) > 1 {
		f := h.frames[len(h.frames)-1]
		h.warn(f.line, "<%s> is not closed", f.tag)
		h.close()
	}
	return h.frames[0].out
}
