package doc

import "strings"

// PlainText returns the words of ns: the text, code and TeX in it, spaces for
// line breaks, without notes, note calls, index terms and images. White space
// is folded to single spaces and cut at both ends. It is what running heads,
// outlines and metadata show of a title.
func PlainText(ns Inlines) string {
	var b strings.Builder
	plain(&b, ns, TermsFor("en"))
	return strings.Join(strings.Fields(b.String()), " ")
}

func plain(b *strings.Builder, ns Inlines, t *Terms) {
	for _, n := range ns {
		switch n := n.(type) {
		case Text:
			b.WriteString(string(n))
		case Code:
			b.WriteString(string(n))
		case *Math:
			b.WriteString(n.TeX)
		case LineBreak:
			b.WriteByte(' ')
		case *Quoted:
			open, end := t.QuoteMarks(n.Single)
			b.WriteString(open)
			plain(b, n.Content, t)
			b.WriteString(end)
		case *Link:
			if len(n.Content) == 0 {
				b.WriteString(n.URL)
			}
			plain(b, n.Content, t)
		default:
			plain(b, Content(n), t)
		}
	}
}
