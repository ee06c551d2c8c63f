package markdown

import (
	"bytes"
	"regexp"
	"slices"

	"github.com/yuin/goldmark/ast"
)

// openings match what begins a construct and was left as text, because nothing
// closes it. A dollar sign before capitals is a currency or a variable.
var openings = regexp.MustCompile("(?:^|[^\\pL\\pN*_~])(\\*{1,3}|_{1,3}|~~)\\pL|(`+)|(\\^\\[|\\]\\(|\\]\\{|\\$\\$|\\$\\\\\\pL)" +
	"|(?:^|[^\\pL\\pN])(\\$)(?:\\p{Ll}|\\p{Lu}(?:[^\\p{Lu}]|$))")

// mayOpen reports whether a text has one of the characters that every such
// beginning has: most has none, and the expression is slow.
func mayOpen(raw []byte) bool {
	return slices.ContainsFunc([]byte("*_~`^]$"), func(c byte) bool { return bytes.IndexByte(raw, c) >= 0 })
}

var escaped = regexp.MustCompile("\\\\[!-/:-@[-`{-~]")

// leftOpen reports the first mark in the text of a block or inline that opens
// something which is not closed. CommonMark takes such marks as text.
func (r *reader) leftOpen(n ast.Node) {
	for c := n.FirstChild(); c != nil; {
		t, ok := c.(*ast.Text)
		if !ok {
			c = c.NextSibling()
			continue
		}
		start, stop := t.Segment.Start, t.Segment.Stop
		for c = c.NextSibling(); c != nil; c = c.NextSibling() { // the parser cuts text at its marks
			t, ok := c.(*ast.Text)
			if !ok || t.Segment.Start != stop {
				break
			}
			stop = t.Segment.Stop
		}
		raw := r.src[start:stop]
		if !mayOpen(raw) {
			continue
		}
		if raw = escaped.ReplaceAll(raw, []byte("  ")); !mayOpen(raw) {
			continue
		}
		if m := openings.FindSubmatchIndex(raw); m != nil {
			at := max(m[2], m[4], m[6], m[8])
			r.warn(r.lineAt(start+at), "%q opens something that is not closed: kept as it stands", raw[at:max(m[3], m[5], m[7], m[9])])
		}
	}
}
