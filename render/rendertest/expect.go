package rendertest

import (
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/internal/tex"
)

// An expectation is what every edition of a document must say.
type expectation struct {
	Reading
	loose   []string // words whose order an edition may choose: those of tables
	allowed map[string]bool
}

// expect works out what the editions of d must say.
func expect(d *doc.Document) *expectation {
	x := doc.NewIndex(d)
	e := &expectation{allowed: map[string]bool{}}
	for _, n := range x.Notes() {
		e.Notes = append(e.Notes, Note{Label: n.Label})
		e.Calls = append(e.Calls, n.Label)
		for range n.Refs {
			e.Calls = append(e.Calls, n.Label)
		}
	}
	for c := range doc.Cursors(d) {
		e.node(d, x, c)
	}
	e.generated(d, x)
	return e
}

// node adds the words of a node that holds inlines.
func (e *expectation) node(d *doc.Document, x *doc.Index, c *doc.Cursor) {
	add := func(ns doc.Inlines) {
		ws := words(inlineText(ns))
		for _, w := range ws {
			e.allowed[w] = true
		}
		note, table := enclosing(c)
		switch {
		case note != nil && table: // an edition may read a table by lines or by cells
		case note != nil:
			for i, n := range x.Notes() {
				if n.Note == note {
					e.Notes[i].Words = append(e.Notes[i].Words, ws...)
				}
			}
		case table:
			e.loose = append(e.loose, ws...)
		default:
			e.Body = append(e.Body, ws...)
		}
	}
	switch n := c.Node.(type) {
	case *doc.Section:
		add(n.Title)
	case *doc.Paragraph:
		add(n.Content)
	case *doc.DefinitionList:
		for _, it := range n.Items { // a term's place is before its definitions
			e.loose = append(e.loose, words(inlineText(it.Term))...)
			e.allow(inlineText(it.Term))
		}
	case *doc.Quote:
		e.aside(n.Attribution)
	case *doc.Letter:
		add(n.Dateline)
		add(n.Address)
		add(n.Salutation)
		e.aside(n.Closing) // their place is behind the text
		e.aside(n.Signature)
	case *doc.Verse:
		for _, s := range n.Stanzas {
			for _, l := range s.Lines {
				add(l.Content)
			}
		}
		add(n.Attribution)
	case *doc.CodeBlock:
		add(doc.Inlines{doc.Text(n.Text)})
	case *doc.Table:
		e.aside(n.Caption)
	case *doc.Figure:
		e.aside(n.Caption)
	case *doc.MathBlock:
		add(doc.Inlines{doc.Text(formula(n.TeX))})
	case *doc.Aside:
		e.aside(n.Title)
	case *doc.Image:
		e.allow(n.Alt)
	case *doc.IndexTerm:
		e.allow(strings.Join(n.Entry, " ") + " " + n.See + " " + n.SeeAlso)
	case *doc.Link:
		e.allow(n.URL)
	}
}

// aside adds words that stand somewhere about their block.
func (e *expectation) aside(ns doc.Inlines) {
	e.loose = append(e.loose, words(inlineText(ns))...)
	e.allow(inlineText(ns))
}

func (e *expectation) allow(s string) {
	for _, w := range words(s) {
		e.allowed[w] = true
	}
}

// generated allows the words that editions add.
func (e *expectation) generated(d *doc.Document, x *doc.Index) {
	e.index(d, x)
	m := &d.Meta
	for _, s := range []string{doc.PlainText(m.Title), doc.PlainText(m.Subtitle), m.Date.Text(m.Lang), m.Publisher, m.Place, m.Edition,
		m.Rights, m.License, m.Version, m.Revised.Text(m.Lang), doc.PlainText(m.Disclaimer), doc.PlainText(m.Citation), strings.Join(m.Keywords, " ")} {
		e.allow(s)
	}
	for _, c := range m.Contributors {
		e.allow(c.Byline(m.Lang) + " " + c.Affiliation)
	}
	for _, id := range m.Identifiers {
		e.allow(id.Scheme + " " + id.Value)
	}
	if m.Series != nil {
		e.allow(m.Series.String() + " ISSN " + m.Series.ISSN)
	}
	t := x.Terms()
	e.allow(strings.Join([]string{t.Part, t.Chapter, t.Section, t.Appendix, t.Figure, t.Table, t.Equation, t.Note, t.Notes, t.Page, t.Pages,
		t.Contents, t.Abstract, t.Keywords, t.Series, t.Version, t.Revised, t.Rights, t.License, t.Citation, t.See, t.SeeAlso,
		t.Figures, t.Tables}, " "))
	for _, s := range t.AsideNames {
		e.allow(s)
	}
	for _, s := range t.RoleNames {
		e.allow(s)
	}
	for n := range doc.All(d) {
		e.allow(x.Number(n) + " " + x.Label(n))
		if l, ok := n.(*doc.List); ok && l.Kind == doc.Ordered {
			for i := range l.Items {
				e.allow(l.Marker(i))
			}
		}
	}
}

// index allows the sections that an index names.
func (e *expectation) index(d *doc.Document, x *doc.Index) {
	names := render.PlaceNames(nil, d, x)
	var walk func(es []*render.IndexEntry)
	walk = func(es []*render.IndexEntry) {
		for _, entry := range es {
			for _, l := range names(entry) {
				e.allow(l.Text)
			}
			walk(entry.Entries)
		}
	}
	walk(render.IndexEntries(d, x))
}

// enclosing is the note that a node stands in, and whether a table stands
// between.
func enclosing(c *doc.Cursor) (note *doc.Note, table bool) {
	for i := len(c.Parents) - 1; i >= 0; i-- {
		switch p := c.Parents[i].(type) {
		case *doc.Note:
			return p, table
		case *doc.Table:
			table = true
		}
	}
	return nil, table
}

// formula is what a formula says.
func formula(src string) string {
	f, err := tex.Parse(src)
	if err != nil {
		return src
	}
	return f.Text()
}

// inlineText is the text that inlines say, without notes, images and what
// editions generate.
func inlineText(ns doc.Inlines) string {
	var b strings.Builder
	for _, n := range ns {
		switch n := n.(type) {
		case doc.Text:
			b.WriteString(string(n))
		case doc.Code:
			b.WriteString(string(n))
		case *doc.Math:
			b.WriteString(formula(n.TeX))
		case doc.LineBreak, *doc.Image, *doc.CrossRef:
			b.WriteByte(' ')
		case *doc.Ruby:
			b.WriteString(inlineText(n.Base) + " " + n.Text + " ")
		case *doc.Note, *doc.NoteRef, *doc.IndexTerm:
		default:
			b.WriteString(inlineText(doc.Content(n)))
		}
	}
	return b.String()
}
