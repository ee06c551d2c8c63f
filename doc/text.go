package doc

import "strings"

// PlainText returns the words of ns: the text, code and TeX in it, spaces for
// line breaks, without notes, note calls, index terms and images. White space
// is folded to single spaces and cut at both ends.
func PlainText(ns Inlines) string {
	return PlainTextFunc(ns, func(m *Math) string { return m.TeX })
}

// PlainTextFunc is [PlainText] with formulas as formula spells them.
func PlainTextFunc(ns Inlines, formula func(*Math) string) string {
	p := plain{terms: TermsFor("en"), formula: formula}
	p.inlines(ns)
	return strings.Join(strings.Fields(p.b.String()), " ")
}

// A plain is the plain text of inlines in the making.
type plain struct {
	b       strings.Builder
	terms   *Terms
	formula func(*Math) string
}

func (p *plain) inlines(ns Inlines) {
	for _, n := range ns {
		switch n := n.(type) {
		case Text:
			p.b.WriteString(string(n))
		case Code:
			p.b.WriteString(string(n))
		case *Math:
			p.b.WriteString(p.formula(n))
		case LineBreak:
			p.b.WriteByte(' ')
		case *Quoted:
			open, end := p.terms.QuoteMarks(n.Single)
			p.b.WriteString(open)
			p.inlines(n.Content)
			p.b.WriteString(end)
		case *Link:
			if len(n.Content) == 0 {
				p.b.WriteString(n.URL)
			}
			p.inlines(n.Content)
		default:
			p.inlines(Content(n))
		}
	}
}
