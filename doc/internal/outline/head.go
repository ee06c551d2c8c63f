package outline

import (
	"regexp"
	"strings"

	"github.com/offprint-go/offprint/doc"
)

// head takes the series line that stands before the title, at item t, and the
// byline after it.
func (b *Builder) head(items []Item, t int) []Item {
	before, after := items[:t], items[t+1:]
	if len(before) == 1 && b.Doc.Meta.Series == nil {
		if s := seriesLine(before[0].Block); s != nil {
			b.Doc.Meta.Series = s
			b.Report(before[0].Place, "%q, number %q, before the title is taken as the series", s.Title, s.Number)
			before = nil
		}
	}
	if len(b.Doc.Meta.Contributors) == 0 {
		after = after[b.byline(after):]
	}
	return promote(append(append([]Item(nil), before...), after...), true)
}

// seriesNumber ends a series line: a volume or number.
var seriesNumber = regexp.MustCompile(`^(.*\S)[,:]?\s+((?i:vol(?:\.|ume)?|no\.?|nr\.?|number|issue|n[°º]|band|bd\.)\s*[0-9IVXLC]+(?:[./-]\d+)?|\d{4}/\d+)$` +
	`|^(.*\S)\s*(第\s?[0-9０-９一二三四五六七八九十百]+\s?[号巻集輯期卷])$`)

// SeriesLine reads a line such as "Policy Papers, No. 4" or "政策報告 第4号"; nil if it is not one.
func SeriesLine(s string) *doc.Series {
	m := seriesNumber.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil || len(s) > 120 {
		return nil
	}
	if m[3] != "" {
		m = m[2:]
	}
	title := strings.TrimRight(m[1], ",: 　")
	if title == "" {
		return nil
	}
	return &doc.Series{Title: title, Number: m[2]}
}

func seriesLine(b doc.Block) *doc.Series {
	p, ok := b.(*doc.Paragraph)
	if !ok {
		return nil
	}
	return SeriesLine(doc.PlainText(p.Content))
}

// byline takes an author, a paragraph all in strong text, with the affiliation
// in parentheses that may follow it. It returns how many items it took.
func (b *Builder) byline(items []Item) int {
	n := 0
	for n < len(items) {
		p, ok := items[n].Block.(*doc.Paragraph)
		if !ok || len(p.Content) != 1 {
			break
		}
		strong, ok := p.Content[0].(doc.Strong)
		name := doc.PlainText(doc.Inlines(strong))
		if !ok || name == "" || len(name) > 80 {
			break
		}
		c := doc.Contributor{Name: name}
		b.Report(items[n].Place, "%q after the title is taken as an author", name)
		n++
		if n < len(items) {
			if a, ok := affiliation(items[n].Block); ok {
				c.Affiliation = a
				b.Report(items[n].Place, "%q is taken as the affiliation of %s", a, name)
				n++
			}
		}
		b.Doc.Meta.Contributors = append(b.Doc.Meta.Contributors, c)
	}
	return n
}

func affiliation(b doc.Block) (string, bool) {
	p, ok := b.(*doc.Paragraph)
	if !ok {
		return "", false
	}
	s := doc.PlainText(p.Content)
	if len(s) < 3 || len(s) > 200 || s[0] != '(' || s[len(s)-1] != ')' {
		return "", false
	}
	return s[1 : len(s)-1], true
}
