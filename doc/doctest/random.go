package doctest

import (
	"fmt"
	"math/rand"
	"strings"

	"github.com/offprint-go/offprint/doc"
)

// Random returns a document of some sections, of a shape that r decides.
func Random(r *rand.Rand) *doc.Document {
	g := &generator{r: r}
	d := &doc.Document{
		Meta:   doc.Meta{Title: text(g.words(1, 8)), Lang: []string{"en", "en-GB", "de", "fr"}[r.Intn(4)]},
		Notes:  []doc.NoteNumbering{doc.NotesContinuous, doc.NotesByChapter}[r.Intn(2)],
		Blocks: g.blocks(r.Intn(3), 2),
		Files:  Images(),
	}
	for range r.Intn(3) {
		d.Meta.Contributors = append(d.Meta.Contributors, doc.Contributor{Name: g.words(1, 3), Affiliation: g.words(0, 4)})
	}
	if g.one(3) {
		d.Meta.Credits = append(d.Meta.Credits, note(g.words(3, 20)))
	}
	d.Sections = g.sections(r.Intn(5), 3)
	if len(d.Blocks)+len(d.Sections) == 0 {
		d.Blocks = doc.Blocks{para(g.words(1, 30))}
	}
	return d
}

// A generator makes nodes at random.
type generator struct {
	r     *rand.Rand
	ids   int
	notes []string // that may be called again
	quiet int      // above 0: no notes here
}

// one is true once in n times.
func (g *generator) one(n int) bool { return g.r.Intn(n) == 0 }

var lexicon = strings.Fields(`a the of tide ledger harbour is was keeps record between warning gauge and or not but
	extraordinary measurement administration 1871 3.5 naïve café über Straße “quoted” don’t well-known e.g. (in brackets) Ωmega`)

// words is between least and most words.
func (g *generator) words(least, most int) string {
	var out []string
	for range least + g.r.Intn(most-least+1) {
		out = append(out, lexicon[g.r.Intn(len(lexicon))])
	}
	return strings.Join(out, " ")
}

func (g *generator) id() string {
	g.ids++
	return fmt.Sprintf("id%d", g.ids)
}

func (g *generator) sections(n, depth int) []*doc.Section {
	var out []*doc.Section
	for range n {
		s := &doc.Section{ID: g.id(), Numbered: g.one(2), Title: g.inlines(1+g.r.Intn(2), 1), Blocks: g.blocks(g.r.Intn(6), 3)}
		if len(s.Title) == 0 || doc.PlainText(s.Title) == "" {
			s.Title = text("Untitled")
		}
		if g.one(3) {
			s.Role = []doc.Role{doc.RoleChapter, doc.RoleAppendix, doc.RolePreface}[g.r.Intn(3)]
		}
		if depth > 1 {
			s.Sections = g.sections(g.r.Intn(3), depth-1)
		}
		out = append(out, s)
	}
	return out
}

func (g *generator) blocks(n, depth int) doc.Blocks {
	var out doc.Blocks
	for range n {
		out = append(out, g.block(depth))
	}
	return out
}

func (g *generator) block(depth int) doc.Block {
	if depth <= 0 || g.one(2) {
		return &doc.Paragraph{Content: g.inlines(1+g.r.Intn(5), 2)}
	}
	switch g.r.Intn(11) {
	case 0:
		return g.list(depth)
	case 1:
		return &doc.DefinitionList{Loose: g.one(2), Items: []*doc.Definition{{Term: text(g.words(1, 3)), Definitions: []doc.Blocks{g.blocks(1, depth-1)}}}}
	case 2:
		return &doc.Quote{Content: g.blocks(1+g.r.Intn(2), depth-1), Attribution: text(g.words(0, 3))}
	case 3:
		st := &doc.Stanza{}
		for range 1 + g.r.Intn(4) {
			st.Lines = append(st.Lines, &doc.VerseLine{Indent: g.r.Intn(3), Content: g.inlines(1, 1)})
		}
		return &doc.Verse{Stanzas: []*doc.Stanza{st}}
	case 4:
		return &doc.CodeBlock{Text: g.words(1, 5) + "\n\t" + g.words(1, 12)}
	case 5:
		return g.table(depth)
	case 6:
		return &doc.Figure{Images: []*doc.Image{{Src: "square.png", Alt: g.words(1, 5)}}, Caption: text(g.words(1, 12))}
	case 7:
		return &doc.Aside{Role: doc.AsideNote, Content: g.blocks(1, depth-1)}
	case 8:
		return &doc.Division{Lang: "de", Content: g.blocks(1, depth-1)}
	case 9:
		return g.letter(depth)
	}
	return doc.SceneBreak{}
}

func (g *generator) list(depth int) *doc.List {
	l := &doc.List{Loose: g.one(2)}
	if g.one(2) {
		l.Kind, l.Start, l.Style = doc.Ordered, g.r.Intn(9), []doc.NumberStyle{doc.Decimal, doc.LowerAlpha, doc.UpperRoman}[g.r.Intn(3)]
	}
	for range 1 + g.r.Intn(4) {
		l.Items = append(l.Items, &doc.ListItem{Content: append(doc.Blocks{&doc.Paragraph{Content: g.inlines(1, 1)}}, g.blocks(g.r.Intn(2), depth-1)...)})
	}
	return l
}

func (g *generator) letter(depth int) *doc.Letter {
	part := func() doc.Inlines {
		switch g.r.Intn(4) {
		case 0:
			return nil
		case 1:
			return append(text(g.words(1, 4)), doc.LineBreak{}, doc.Text(g.words(1, 4)))
		}
		return g.inlines(1, 1)
	}
	return &doc.Letter{Dateline: part(), Address: part(), Salutation: part(), Content: g.blocks(g.r.Intn(3), depth-1),
		Closing: part(), Signature: part(), Postscript: g.blocks(g.r.Intn(2), depth-1)}
}

func (g *generator) table(depth int) *doc.Table {
	n := 1 + g.r.Intn(4)
	t := &doc.Table{Caption: text(g.words(0, 6)), Columns: make([]doc.Column, n)}
	row := func() *doc.Row {
		r := &doc.Row{}
		for range n {
			r.Cells = append(r.Cells, &doc.Cell{Content: doc.Blocks{&doc.Paragraph{Content: g.inlines(1, 1)}}})
		}
		return r
	}
	body := &doc.TableBody{}
	if g.one(2) {
		body.HeaderColumns = 1
	} else {
		t.Head = []*doc.Row{row()}
	}
	for range 1 + g.r.Intn(6) {
		body.Rows = append(body.Rows, row())
	}
	t.Bodies = []*doc.TableBody{body}
	return t
}

func (g *generator) inlines(n, depth int) doc.Inlines {
	out := text(g.words(1, 12) + " ")
	for range n {
		out = append(out, g.inline(depth), doc.Text(" "+g.words(1, 15)+" "))
	}
	return out
}

func (g *generator) inline(depth int) doc.Inline {
	inner := func() doc.Inlines {
		if depth > 1 {
			return g.inlines(1, depth-1)
		}
		return text(g.words(1, 5))
	}
	switch g.r.Intn(9) {
	case 0:
		return doc.Emphasis(inner())
	case 1:
		return doc.Strong(inner())
	case 2:
		return doc.SmallCaps(text(g.words(1, 3)))
	case 3:
		return doc.Code(g.words(1, 3))
	case 4:
		return &doc.Link{URL: "https://example.org/" + g.id(), Content: text(g.words(1, 3))}
	case 5:
		return &doc.Quoted{Content: text(g.words(1, 6))}
	case 6:
		if g.quiet == 0 && len(g.notes) > 0 {
			return &doc.NoteRef{To: g.notes[g.r.Intn(len(g.notes))]}
		}
	case 7, 8:
		if g.quiet == 0 {
			return g.note()
		}
	}
	return doc.Text(g.words(1, 8))
}

func (g *generator) note() *doc.Note {
	g.quiet++
	defer func() { g.quiet-- }()
	n := &doc.Note{ID: g.id(), Content: append(doc.Blocks{&doc.Paragraph{Content: g.inlines(1, 1)}}, g.blocks(g.r.Intn(2), 1)...)}
	g.notes = append(g.notes, n.ID)
	return n
}
