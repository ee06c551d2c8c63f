package doc_test

import (
	"math"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
)

// faulty has one fault; path and says are of what Check must report.
var faulty = []struct {
	name, path, says string
	warning          bool
	doc              *doc.Document
}{
	{"no title", "meta.title", "title", false, &doc.Document{Meta: doc.Meta{Lang: "en"}}},
	{"no language", "meta.lang", "language", false, &doc.Document{Meta: doc.Meta{Title: words("T")}}},
	{"no such language", "meta.lang", "no language tag", false, with(func(d *doc.Document) { d.Meta.Lang = "english!" })},
	{"no such day", "meta.date", "", false, with(func(d *doc.Document) { d.Meta.Date = doc.Date{Year: 2026, Month: 2, Day: 30} })},
	{"an ISBN that does not add up", "meta.identifiers[0]", "no ISBN", true, with(func(d *doc.Document) {
		d.Meta.Identifiers = []doc.Identifier{{Scheme: "isbn", Value: "978-0-306-40615-8"}}
	})},
	{"an ID twice", "blocks[2]", "a", false, block(&doc.Paragraph{ID: "a", Content: words("x")}, &doc.Paragraph{ID: "a", Content: words("x")})},
	{"a call of nothing", "blocks[1].content[0]", "which there is not", false, block(para(&doc.NoteRef{To: "none"}))},
	{"a call of what is no note", "blocks[1].content[0]", "a section", false, with(func(d *doc.Document) {
		d.Sections = []*doc.Section{{ID: "s", Title: words("S")}}
		d.Blocks = append(d.Blocks, para(&doc.NoteRef{To: "s"}))
	})},
	{"a reference to nothing", "blocks[1].content[0]", "which no node has", false, block(para(&doc.CrossRef{To: "none"}))},
	{"a reference to a number that is not there", "blocks[2].content[0]", "has none", false, block(&doc.Paragraph{ID: "p", Content: words("x")}, para(&doc.CrossRef{To: "p"}))},
	{"a link to nothing", "blocks[1].content[0]", "which no node has", false, block(para(&doc.Link{URL: "#none", Content: words("x")}))},
	{"a link in a link", "blocks[1].content[0].content[0].content[0]", "within a link", true,
		block(para(&doc.Link{URL: "https://example.org/", Content: doc.Inlines{doc.Strong{&doc.Link{URL: "https://example.org/", Content: words("x")}}}}))},
	{"an unsafe link", "blocks[1].content[0]", "unsafely", false, block(para(&doc.Link{URL: "javascript:alert(1)", Content: words("x")}))},
	{"an image from the network", "blocks[1].images[0]", "nothing is fetched", false, block(&doc.Figure{Images: []*doc.Image{{Src: "https://example.org/a.png", Alt: "a"}}})},
	{"an image outside", "blocks[1].images[0]", "leaves", false, block(&doc.Figure{Images: []*doc.Image{{Src: "../a.png", Alt: "a"}}})},
	{"an image that is not there", "blocks[1].images[0]", "cannot be read", false, block(&doc.Figure{Images: []*doc.Image{{Src: "a.png", Alt: "a"}}})},
	{"an image without words", "blocks[1].images[0]", "", true, block(&doc.Figure{Images: []*doc.Image{{Src: "there.png"}}})},
	{"a figure without images", "blocks[1]", "without an image", false, block(&doc.Figure{})},
	{"a note in a note", "blocks[1].content[0].content[0].content[0]", "a note within a note", false,
		block(para(&doc.Note{Content: doc.Blocks{para(note("inner"))}}))},
	{"a formula without TeX", "blocks[1]", "TeX", false, block(&doc.MathBlock{})},
	{"a table without columns", "blocks[1]", "columns", false, block(&doc.Table{})},
	{"a row too wide", "blocks[1].head[0]", "", false, block(&doc.Table{Columns: make([]doc.Column, 1), Head: []*doc.Row{{Cells: []*doc.Cell{{}, {}}}}})},
	{"a span beyond the group", "blocks[1].head[0]", "", false, block(&doc.Table{Columns: make([]doc.Column, 1), Head: []*doc.Row{{Cells: []*doc.Cell{{RowSpan: 3}}}}})},
	{"no such role", "sections[0]", "no role", false, with(func(d *doc.Document) { d.Sections = []*doc.Section{{Role: "chorus", Title: words("S")}} })},
	{"no such direction of a section", "sections[0]", "no direction", false, with(func(d *doc.Document) { d.Sections = []*doc.Section{{Dir: "up", Title: words("S")}} })},
	{"no such direction of a division", "blocks[1]", "no direction", false, block(&doc.Division{Dir: "up", Content: doc.Blocks{para(doc.Text("x"))}})},
	{"no such direction of a span", "blocks[1].content[0]", "no direction", false, block(para(&doc.Span{Dir: "up", Content: words("x")}))},
	{"no such list", "blocks[1]", "no kind of list", false, block(&doc.List{Kind: "heap"})},
	{"a list from below nothing", "blocks[1]", "cannot begin at -1", false, block(&doc.List{Kind: doc.Ordered, Start: -1})},
	{"a list from far above", "blocks[1]", "cannot begin", false, block(&doc.List{Kind: doc.Ordered, Start: math.MaxInt})},
	{"verse set out", "blocks[1].stanzas[0].lines[1]", "an indent of -1 em", false,
		block(&doc.Verse{Stanzas: []*doc.Stanza{{Lines: []*doc.VerseLine{{Content: words("x")}, {Indent: -1, Content: words("x")}}}}})},
	{"verse set in too far", "blocks[1].stanzas[0].lines[0]", "em", false,
		block(&doc.Verse{Stanzas: []*doc.Stanza{{Lines: []*doc.VerseLine{{Indent: 101, Content: words("x")}}}}})},
	{"a column of no width", "blocks[1]", "columns[0]: the width NaN", false,
		block(&doc.Table{Columns: []doc.Column{{Width: math.NaN()}}, Head: []*doc.Row{{Cells: []*doc.Cell{{}}}}})},
	{"an image of no width", "blocks[1].images[0]", "the width -0.5", false, block(&doc.Figure{Images: []*doc.Image{{Src: "there.png", Alt: "a", Width: -0.5}}})},
	{"a missing block", "blocks[1]", "", false, block(nil)},
	{"a nil paragraph", "blocks[1]", "", false, block((*doc.Paragraph)(nil))},
	{"an index range that does not begin", "blocks[1].content[0]", "has not begun", false, block(para(&doc.IndexTerm{Entry: []string{"x"}, Range: doc.IndexEnd}))},
	{"text that is not UTF-8", "blocks[1].content[0]", "UTF-8", false, block(para(doc.Text("a\xff")))},
	{"a control character", "blocks[1].content[0]", "", false, block(para(doc.Text("a\x01")))},
}

func with(f func(*doc.Document)) *doc.Document {
	d := &doc.Document{Meta: doc.Meta{Title: words("T"), Lang: "en"}, Blocks: doc.Blocks{para(doc.Text("x"))}, Files: fstest.MapFS{"there.png": {}}}
	f(d)
	return d
}

func block(bs ...doc.Block) *doc.Document {
	return with(func(d *doc.Document) { d.Blocks = append(d.Blocks, bs...) })
}

func TestCheck(t *testing.T) {
	require.Empty(t, doc.Check(with(func(*doc.Document) {})))
	for _, c := range faulty {
		t.Run(c.name, func(t *testing.T) {
			faults := doc.Check(c.doc)
			require.NotEmpty(t, faults)
			f := faults[0]
			require.Equal(t, c.path, f.Path, f.Message)
			require.Contains(t, f.Message, c.says)
			require.Equal(t, c.warning, f.Warning, f.Message)
			require.Len(t, faults, 1, "%v", faults)
		})
	}
}

// One pointer must not stand twice.
func TestCheckSharedNode(t *testing.T) {
	p := para(doc.Text("x"))
	faults := doc.Check(block(p, p))
	require.Len(t, faults, 1)
	require.Equal(t, "blocks[2]", faults[0].Path)
}

// A document that holds itself is a fault, and no endless walk.
func TestCheckCycle(t *testing.T) {
	q := &doc.Quote{}
	q.Content = doc.Blocks{q}
	require.NotEmpty(t, doc.Check(block(q)))
}

// Every fault is reported, not the first alone.
func TestCheckReportsAll(t *testing.T) {
	d := with(func(d *doc.Document) {
		d.Meta.Lang = ""
		for _, c := range faulty {
			if len(c.doc.Blocks) > 1 {
				d.Blocks = append(d.Blocks, &doc.Figure{})
			}
		}
	})
	require.Len(t, doc.Check(d), len(d.Blocks))
}
