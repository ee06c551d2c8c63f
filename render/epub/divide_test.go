package epub_test

import (
	"bytes"
	"context"
	"fmt"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/epub"
	"github.com/offprint-go/offprint/render/rendertest"
)

// noted is a paragraph of about 1 kB that calls a note.
func noted(s string) *doc.Paragraph {
	n := &doc.Note{Content: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text(strings.Repeat("A note on "+s+". ", 10))}}}}
	return &doc.Paragraph{Content: doc.Inlines{doc.Text(strings.Repeat("What is said of "+s+" in the text. ", 20)), n, doc.Text(" And so on.")}}
}

func section(id string, paragraphs int, ss ...*doc.Section) *doc.Section {
	s := &doc.Section{ID: id, Title: doc.Inlines{doc.Text("On " + id)}, Sections: ss}
	for i := range paragraphs {
		s.Blocks = append(s.Blocks, noted(fmt.Sprint(id, " ", i)))
	}
	return s
}

// long has a chapter without subsections, one with, and a part with chapters.
func long() *doc.Document {
	sub := section("deep", 150)
	sub.Lang = "de"
	return &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("A long book")}, Lang: "en"}, Sections: []*doc.Section{
		section("plain", 600), section("short", 3),
		section("parted", 2, section("one", 150), sub, section("three", 150)),
		{ID: "part", Role: doc.RolePart, Title: doc.Inlines{doc.Text("A part")}, Sections: []*doc.Section{section("first", 2), section("second", 2)}},
	}}
}

// size is the limit that the package comment gives, with what a head adds.
const size = 250_000 + 1000

var heading = regexp.MustCompile(`<h([1-6])>`)

// A long chapter is divided into files below the limit, at a subsection where
// one is near; every link still resolves, no heading level is skipped, and the
// words are those of the document.
func TestDivided(t *testing.T) {
	for _, notes := range []epub.Notes{epub.NotesAfterSection, epub.NotesAfterChapter, epub.NotesTogether} {
		d := long()
		r := epub.Renderer{Notes: notes}
		a := open(t, r, d)
		a.links()
		files := 0
		for _, name := range a.names {
			if !strings.HasPrefix(name, "EPUB/xhtml/") {
				continue
			}
			files++
			require.Less(t, len(a.files[name]), size, name)
			ones, last := 0, 0
			for _, h := range heading.FindAllStringSubmatch(a.files[name], -1) {
				level := int(h[1][0] - '0')
				if level == 1 {
					ones++
				}
				require.True(t, last == 0 || level <= last+1, "%s: h%d after h%d", name, level, last)
				last = level
			}
			require.LessOrEqual(t, ones, 1, name)
		}
		require.Greater(t, files, 8)
		for _, name := range []string{"s-plain", "p2-s-plain", "s-short", "s-parted", "s-part", "s-first", "s-second"} {
			require.Contains(t, a.files, "EPUB/xhtml/"+name+".xhtml")
		}
		a.has("EPUB/nav.xhtml", `<a href="xhtml/s-part.xhtml">A part</a><ol>`+"\n"+`<li><a href="xhtml/s-first.xhtml">`)
		a.has("EPUB/xhtml/p2-s-plain.xhtml", `<section aria-label="On plain">`)
		var b bytes.Buffer
		require.NoError(t, r.Render(context.Background(), &b, d))
		read, err := rendertest.ReadEPUB(d, b.Bytes())
		require.NoError(t, err)
		require.Len(t, read.Notes, 600+3+2+450+4)
		for i, n := range read.Notes {
			require.Equal(t, fmt.Sprint(i+1), n.Label)
		}
	}
	a := open(t, epub.Renderer{}, long()) // the subsections of "parted" begin files
	a.has("EPUB/nav.xhtml", `<a href="xhtml/s-deep.xhtml">On deep</a>`)
	a.has("EPUB/xhtml/s-deep.xhtml", `<section aria-label="On parted">`+"\n"+`<section id="deep" lang="de" xml:lang="de">`)
}

// What one chapter is called and how long it is does not change the others'
// files, their names or their anchors.
func TestNamesStay(t *testing.T) {
	d := long()
	d.Sections[1].Title = doc.Inlines{doc.Text("Another title")}
	d.Sections[1].Blocks = d.Sections[1].Blocks[1:]
	d.Notes = doc.NotesByChapter
	ref := long()
	ref.Notes = doc.NotesByChapter
	before := open(t, epub.Renderer{}, ref)
	after := open(t, epub.Renderer{}, d)
	for _, name := range before.names {
		if strings.HasPrefix(name, "EPUB/xhtml/") && name != "EPUB/xhtml/s-short.xhtml" {
			require.Equal(t, before.files[name], after.files[name], name)
		}
	}
}

// Names that some file systems could not hold or tell apart do not stand.
func TestFileNames(t *testing.T) {
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "ja"}}
	for _, id := range []string{"a", "A", "第一章", strings.Repeat("long", 60), "notes", "titlepage"} {
		d.Sections = append(d.Sections, &doc.Section{ID: id, Title: doc.Inlines{doc.Text("見出し")}})
	}
	a := open(t, epub.Renderer{}, d)
	seen := map[string]bool{}
	for _, name := range a.names {
		require.Regexp(t, `^[A-Za-z0-9/._-]{1,120}$`, name)
		require.False(t, seen[strings.ToLower(name)], name)
		seen[strings.ToLower(name)] = true
	}
}

// Each kind of note stands where the setting puts it.
func TestNotesPlace(t *testing.T) {
	note := func(s string, k doc.NoteKind) *doc.Note {
		return &doc.Note{Kind: k, Content: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text(s)}}}}
	}
	d := func() *doc.Document {
		return &doc.Document{
			Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en", Credits: []*doc.Note{note("credit", doc.Footnote)}},
			Sections: []*doc.Section{
				{ID: "a", Title: doc.Inlines{doc.Text("Alpha")}, Blocks: doc.Blocks{
					&doc.Paragraph{Content: doc.Inlines{doc.Text("x"), note("foot", doc.Footnote), doc.Text("y"), note("end", doc.Endnote)}}}},
				{ID: "b", Title: doc.Inlines{doc.Text("Beta")}, Blocks: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text("x"), note("other", doc.Footnote)}}}},
				{ID: "ix", Role: doc.RoleGlossary, Title: doc.Inlines{doc.Text("Terms")}},
			},
		}
	}
	for _, c := range []struct {
		notes epub.Notes
		where map[string]string // the file of each note
	}{
		{epub.NotesAfterSection, map[string]string{"credit": "titlepage", "foot": "s-a", "end": "notes", "other": "s-b"}},
		{epub.NotesAfterChapter, map[string]string{"credit": "titlepage", "foot": "s-a", "end": "s-a", "other": "s-b"}},
		{epub.NotesTogether, map[string]string{"credit": "titlepage", "foot": "notes", "end": "notes", "other": "notes"}},
	} {
		a := open(t, epub.Renderer{Notes: c.notes}, d())
		a.links()
		for text, file := range c.where {
			for name, data := range a.files {
				at := strings.Index(data, ">"+text+"<")
				if at < 0 {
					at = strings.Index(data, "\u2002"+text+"<")
				}
				require.Equal(t, name == "EPUB/xhtml/"+file+".xhtml", at >= 0, "%q: note %s in %s", c.notes, text, name)
			}
		}
		if c.notes == epub.NotesTogether {
			notes := a.files["EPUB/xhtml/notes.xhtml"]
			require.Less(t, strings.Index(notes, "<h2>Alpha"), strings.Index(notes, "<h2>Beta"))
			require.Contains(t, notes, `<div id="b-note1" class="note" epub:type="footnote" role="doc-footnote">`, "an aside would be hidden")
			opf := a.files["EPUB/package.opf"]
			require.Less(t, strings.Index(opf, `idref="notes"`), strings.Index(opf, `idref="s-ix"`))
		}
	}
}

// A page that begins in a note which stands elsewhere than in print is marked
// where the next one begins, the last where the one before does, with a warning:
// the list of pages follows the reading.
func TestPagesInNotes(t *testing.T) {
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en"},
		Sections: []*doc.Section{section("a", 1), section("b", 1)}}
	pages := &render.PageMap{Source: "print", Pages: []render.PageStart{{Label: "1", Path: "sections[0]"}, {Label: "2", Path: "sections[1]"},
		{Label: "3", Path: "sections[0].blocks[0].content[1].content[0]"}}}
	var warned []render.Warning
	warn := func(w render.Warning) { warned = append(warned, w) }
	a := open(t, epub.Renderer{PageMap: pages, Warn: warn}, d)
	require.Len(t, warned, 1)
	require.Equal(t, pages.Pages[2].Path, warned[0].Path)
	a.has("EPUB/nav.xhtml", `#page-2">2</a></li>
<li><a href="xhtml/s-b.xhtml#page-3">3</a></li>`)
	a.has("EPUB/xhtml/s-b.xhtml", `id="page-2" aria-label="2"/><span epub:type="pagebreak" role="doc-pagebreak" id="page-3" aria-label="3"/>`)
	pages.Pages[1], pages.Pages[2] = pages.Pages[2], pages.Pages[1]
	a = open(t, epub.Renderer{PageMap: pages, Notes: epub.NotesTogether, Warn: warn}, d)
	a.has("EPUB/xhtml/s-b.xhtml", `id="page-3" aria-label="3"/><span epub:type="pagebreak" role="doc-pagebreak" id="page-2" aria-label="2"/>`)
	pages.Pages[1], pages.Pages[2] = pages.Pages[2], pages.Pages[1]
	warned = nil
	a = open(t, epub.Renderer{PageMap: pages, Notes: epub.NotesTogether, Warn: warn}, d)
	require.Empty(t, warned)
	a.has("EPUB/nav.xhtml", `<a href="xhtml/notes.xhtml#page-3">3</a>`)
}

// An author's id does not meet one that the edition makes.
func TestPageIDs(t *testing.T) {
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en"}, Blocks: doc.Blocks{&doc.Paragraph{ID: "page-1", Content: doc.Inlines{doc.Text("x")}}}}
	a := open(t, epub.Renderer{PageMap: &render.PageMap{Pages: []render.PageStart{{Label: "1", Path: "blocks[0]"}}}}, d)
	a.links()
	a.has("EPUB/nav.xhtml", "#page-1-2")
}

// links fails for a link that leads nowhere and for an id that stands twice.
func (a *archive) links() {
	a.t.Helper()
	ids := map[string]bool{}
	hrefs := map[string][]string{}
	for _, name := range a.names {
		if strings.HasSuffix(name, "html") || strings.HasSuffix(name, ".ncx") {
			got, to := links(a.t, a.files[name])
			hrefs[name] = to
			for _, id := range got {
				require.False(a.t, ids[name+"#"+id], "%s has %q twice", name, id)
				ids[name+"#"+id] = true
			}
		}
	}
	for name, to := range hrefs {
		for _, h := range to {
			if strings.Contains(h, "://") || strings.HasPrefix(h, "mailto:") {
				continue
			}
			file, frag, _ := strings.Cut(h, "#")
			target := name
			if file != "" {
				target = path.Join(path.Dir(name), file)
			}
			if _, ok := a.files[target]; !ok {
				require.Failf(a.t, "a link to no file", "%s links to %s", name, h)
			}
			require.True(a.t, frag == "" || ids[target+"#"+frag], "%s links to %s", name, h)
		}
	}
}

// The style sheet has nothing at which Adobe's engine drops the whole of it
// (see the package comment).
func TestPlainStyle(t *testing.T) {
	a := open(t, epub.Renderer{Vertical: true}, &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("題")}, Lang: "ja"}})
	require.NotRegexp(t, `\b(calc|min|max|clamp|var|env|is|where|has)\(`, a.files["EPUB/css/style.css"])
}
