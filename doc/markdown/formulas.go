package markdown

import (
	"regexp"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/inlines"
)

// display is a displayed formula on lines of its own; what stands after its
// closing signs is its attributes, or text.
func (r *reader) display(n *displayNode) doc.Blocks {
	line := r.lineAt(n.start)
	if !n.closed {
		r.warn(line, "the formula that begins here is not closed by $$")
	}
	b := &doc.MathBlock{TeX: strings.TrimSpace(n.tex)}
	out := doc.Blocks{b}
	if rest := r.formula(b, n.after, line); strings.TrimSpace(rest) != "" {
		out = append(out, &doc.Paragraph{Content: r.sub(strings.TrimSpace(rest), n.start)})
	}
	return out
}

var attrsNext = regexp.MustCompile(`^\s*\{[^{}]*\}`)

// formula gives a formula the attributes that stand after it, and returns the
// rest of the text: an identifier makes it a numbered one, unless it has the
// class unnumbered.
func (r *reader) formula(b *doc.MathBlock, after string, line int) string {
	found := attrsNext.FindString(after)
	as, n := parseAttrs([]byte(strings.TrimSpace(found)))
	if n == 0 {
		return after
	}
	a := attrsOf(as)
	numbered, unnumbered := a.take("numbered"), a.take("unnumbered")
	b.ID, b.Alt, b.Numbered = a.id, a.get("alt"), (numbered || a.id != "") && !unnumbered
	r.rest(line, "formula", a)
	return after[len(found):]
}

// displays cuts a paragraph at the displayed formulas in it.
func (r *reader) displays(content doc.Inlines, line int) doc.Blocks {
	var out doc.Blocks
	start := 0 // of what is in no block yet
	flush := func(end int) {
		if text := content[start:end:end]; !inlines.Blank(text) {
			out = append(out, &doc.Paragraph{Content: text})
		}
		start = end
	}
	for i, n := range content {
		m, ok := n.(*doc.Math)
		if !ok || !r.shown[m] {
			continue
		}
		flush(i)
		start++
		b := &doc.MathBlock{TeX: m.TeX}
		out = append(out, b)
		if start < len(content) {
			if t, ok := content[start].(doc.Text); ok {
				content[start] = doc.Text(strings.TrimLeft(r.formula(b, string(t), line), " "))
			}
		}
	}
	flush(len(content))
	return out
}
