package pdf

import (
	"bytes"
	"context"
	"fmt"
	"math/rand"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/rendertest"
)

func plain(s string) doc.Inlines { return doc.Inlines{doc.Text(s)} }

func partText(ns ...doc.Inline) *doc.Paragraph { return &doc.Paragraph{Content: ns} }

// partsBook is a book with every part. Its chapters have random lengths, and a
// word "see17" beside each place that an index term names.
func partsBook(r *rand.Rand) *doc.Document {
	d := &doc.Document{Meta: doc.Meta{Title: plain("Parts"), Lang: "en", Publisher: "Press", Rights: "© Press"}}
	places := 0
	filler := func() doc.Inlines {
		var out doc.Inlines
		for range 20 + r.Intn(200) {
			out = append(out, doc.Text("some words "))
			if r.Intn(60) == 0 {
				places++
				out = append(out, doc.Text(fmt.Sprintf("see%d", places)), &doc.IndexTerm{Entry: []string{"entry", fmt.Sprint("sub", places%7)}}, doc.Text(" "))
			}
			if r.Intn(150) == 0 {
				out = append(out, &doc.Note{Kind: doc.Endnote, Content: doc.Blocks{partText(doc.Text("a note"))}})
			}
		}
		return out
	}
	section := func(title string, role doc.Role, n int) *doc.Section {
		s := &doc.Section{Title: plain(title), Role: role, Numbered: role == doc.RolePart || role == doc.RoleChapter}
		for range n {
			s.Blocks = append(s.Blocks, partText(filler()...))
		}
		return s
	}
	dedication := section("", doc.RoleDedication, 0)
	dedication.Title, dedication.Blocks = nil, doc.Blocks{partText(doc.Text("For you"))}
	d.Sections = append(d.Sections, dedication, section("Preface", doc.RolePreface, 1+r.Intn(6)))
	part := section("Part", doc.RolePart, 0)
	for i := range 3 + r.Intn(4) {
		ch := section(fmt.Sprint("Chapter", i), doc.RoleChapter, 1+r.Intn(9))
		ch.Sections = append(ch.Sections, section(fmt.Sprint("Inner", i), doc.RoleNone, 2))
		part.Sections = append(part.Sections, ch)
	}
	d.Sections = append(d.Sections, part, section("Appendix", doc.RoleAppendix, 2), section("Colophon", doc.RoleColophon, 1))
	return d
}

// set lays a document out and reads its structure back.
func set(t *testing.T, st Style, d *doc.Document) (*Edition, *rendertest.Element) {
	e, err := Renderer{Style: st, Warn: func(w render.Warning) { require.Fail(t, w.String()) }}.Layout(context.Background(), d)
	require.NoError(t, err)
	var b bytes.Buffer
	_, err = e.WriteTo(&b)
	require.NoError(t, err)
	tree, err := rendertest.StructureOf(b.Bytes())
	require.NoError(t, err)
	return e, tree
}

// each calls f with every element under e.
func each(e *rendertest.Element, f func(e *rendertest.Element)) {
	for _, k := range e.Kids {
		if k.Element != nil {
			f(k.Element)
			each(k.Element, f)
		}
	}
}

func onPage(e *rendertest.Element) (page int) {
	each(&rendertest.Element{Kids: []rendertest.Kid{{Element: e}}}, func(e *rendertest.Element) {
		for _, k := range e.Kids {
			if page == 0 {
				page = k.Page
			}
		}
	})
	return page
}

// Each line of the contents ends with the label of the page that the heading
// is on, in roman and in arabic numerals.
func TestContentsNamePages(t *testing.T) {
	for seed := range int64(4) {
		st := StyleBook()
		st.Contents.Leaders = seed%2 == 0
		st.Chapters.Recto = seed > 1
		e, tree := set(t, st, partsBook(rand.New(rand.NewSource(seed))))
		at := map[string]string{}
		var contents []string
		each(tree, func(el *rendertest.Element) {
			text := strings.Join(strings.Fields(el.AllText()), " ")
			switch {
			case el.Type == "TOCI":
				contents = append(contents, text)
			case len(el.Type) == 2 && el.Type[0] == 'H':
				title := strings.ToLower(regexp.MustCompile(`^(Part|Chapter) (\S+) `).ReplaceAllString(text, ""))
				if at[title] == "" { // notes come under the title once more
					at[title] = e.labels[onPage(el)-1]
				}
			}
		})
		var roman, arabic int
		for _, l := range contents {
			fields := strings.Fields(l)
			label, title := fields[len(fields)-1], strings.ToLower(fields[len(fields)-2])
			require.Equal(t, at[title], label, l)
			if _, err := strconv.Atoi(label); err == nil {
				arabic++
			} else {
				roman++
			}
		}
		require.Equal(t, 1, roman, "the preface: %q", contents)
		require.Greater(t, arabic, 6)
	}
}

// Each page that the index names holds the place, and each place is named.
func TestIndexNamesPages(t *testing.T) {
	for seed := range int64(3) {
		d := partsBook(rand.New(rand.NewSource(seed)))
		e, tree := set(t, StyleBook(), d)
		pages := map[string]map[string]bool{} // by entry, the labels of its places
		index := map[string][]string{}
		each(tree, func(el *rendertest.Element) {
			if el.Type == "LBody" && !strings.HasPrefix(strings.TrimSpace(el.AllText()), "entry") {
				name, rest, _ := strings.Cut(strings.Join(strings.Fields(el.AllText()), " "), ", ")
				index[name] = strings.Split(rest, ", ")
			}
			for _, k := range el.Kids {
				for _, m := range regexp.MustCompile(`\bsee(\d+)\b`).FindAllStringSubmatch(k.Text, -1) {
					n, _ := strconv.Atoi(m[1])
					name := fmt.Sprint("sub", n%7)
					if pages[name] == nil {
						pages[name] = map[string]bool{}
					}
					pages[name][e.labels[k.Page-1]] = true
				}
			}
		})
		require.NotEmpty(t, pages)
		require.Len(t, index, len(pages))
		for name, want := range pages {
			got := map[string]bool{}
			for _, l := range index[name] {
				for _, p := range expandRange(t, l) {
					got[p] = true
				}
			}
			require.Equal(t, want, got, "%s: %v", name, index[name])
		}
	}
}

// expandRange lists the pages of a locator.
func expandRange(t *testing.T, l string) []string {
	from, to, ok := strings.Cut(l, "–")
	if !ok {
		return []string{l}
	}
	a, err := strconv.Atoi(from)
	if err != nil { // roman: front matter of a few pages
		var out []string
		for n := 1; n < 100; n++ {
			if s := doc.FormatNumber(n, doc.LowerRoman); len(out) > 0 || s == from {
				out = append(out, s)
				if s == to {
					return out
				}
			}
		}
	}
	b, err := strconv.Atoi(to)
	require.NoError(t, err)
	var out []string
	for ; a <= b; a++ {
		out = append(out, strconv.Itoa(a))
	}
	return out
}

// The main text begins at page 1 on a recto; before it are roman numerals; the
// labels of the file say the same.
func TestFolios(t *testing.T) {
	e, _ := set(t, StyleBook(), partsBook(rand.New(rand.NewSource(1))))
	require.Equal(t, "i", e.labels[0])
	require.Equal(t, "1", e.labels[e.main])
	require.True(t, e.pages.Pages[e.main].Recto)
	require.Equal(t, doc.FormatNumber(e.main, doc.LowerRoman), e.labels[e.main-1])
	r := e.labelRanges()
	require.Len(t, r, 2)
	require.Equal(t, e.main, r[1].Page)
	for i, p := range e.pages.Pages { // half title, title, imprint, dedication: no furniture
		if i < 5 {
			require.NotContains(t, pageWords(p), e.labels[i])
		}
	}
}

// Notes that are collected are set behind the text, and their pages' heads say
// which pages call them.
func TestCollectedNotes(t *testing.T) {
	d := partsBook(rand.New(rand.NewSource(3)))
	for i := range d.Sections[2].Sections {
		ch := d.Sections[2].Sections[i]
		for range 12 {
			ch.Blocks = append(ch.Blocks, partText(doc.Text("Called"), &doc.Note{Content: doc.Blocks{
				partText(doc.Text(strings.Repeat("a long note of many words ", 25)))}}))
		}
	}
	for _, place := range []string{"book", "chapter"} {
		st := StyleBook()
		st.Notes.Place = place
		e, _ := set(t, st, d)
		places := e.places()
		heads, tight := 0, 0
		for _, p := range e.pages.Pages {
			m := regexp.MustCompile(`Notes to pages? (\S+?)(?:–(\S+))?(?:\s|$)`).FindStringSubmatch(pageWords(p))
			if m == nil {
				continue
			}
			heads++
			from, _ := strconv.Atoi(m[1])
			to, _ := strconv.Atoi(m[2])
			to = max(to, from)
			least, most, own := 0, 0, 0 // of the notes that begin on the page
			for _, n := range e.flow.collectedNotes(p) {
				at, _ := strconv.Atoi(places[n.Anchor+"-call"].label)
				require.True(t, from <= at && at <= to, "%s: note %s is called on page %d", m[0], n.Label, at)
				if own++; own == 1 {
					least = at
				}
				most = at
			}
			if first := p.Items[0].Line; own > 0 && first.Start == 0 && strings.HasPrefix(seen(first), e.flow.collectedNotes(p)[0].Label) {
				tight++
				require.Equal(t, [2]int{least, most}, [2]int{from, to}, m[0])
			}
		}
		require.Greater(t, heads, 3, place)
		require.Positive(t, tight, place)
		require.Len(t, e.flow.apart, len(e.flow.x.Notes()), "a note is not collected")
	}
}

// A reference whose own width moves what it names comes to rest, and is right.
func TestPageReferencesSettle(t *testing.T) {
	for seed := range int64(3) {
		r := rand.New(rand.NewSource(seed))
		d := &doc.Document{Meta: doc.Meta{Title: plain("References"), Lang: "en"}}
		for i := range 60 {
			p := &doc.Paragraph{ID: fmt.Sprint("p", i), Content: doc.Inlines{doc.Text(fmt.Sprintf("start%d ", i))}}
			for range r.Intn(40) {
				to := fmt.Sprint("p", r.Intn(60))
				p.Content = append(p.Content, doc.Text(to+" is on "), &doc.CrossRef{To: to, Form: doc.RefPage}, doc.Text(", "))
			}
			d.Blocks = append(d.Blocks, p)
		}
		st := StyleBook()
		st.Page, st.Margins = Size{300, 400}, Margins{40, 40, 40, 40}
		e, tree := set(t, st, d) // fails on a warning that it did not settle
		want, checked := e.places(), 0
		each(tree, func(el *rendertest.Element) {
			if m := regexp.MustCompile(`^\s*start(\d+) `).FindStringSubmatch(el.AllText()); m != nil && el.Type == "P" {
				require.Equal(t, want["p"+m[1]].label, e.labels[onPage(el)-1])
				for _, m := range regexp.MustCompile(`(p\d+)\s+is\s+on\s+(\S+),`).FindAllStringSubmatch(el.AllText(), -1) {
					require.Equal(t, want[m[1]].label, m[2], m[0])
					checked++
				}
			}
		})
		require.Greater(t, checked, 500)
	}
}

// A dropped capital and the rest of its word are one word of the text, and a
// paragraph of fewer lines than it leaves it room.
func TestDropCap(t *testing.T) {
	d := &doc.Document{Meta: doc.Meta{Title: plain("Capitals"), Lang: "en"}}
	for _, first := range []doc.Inlines{plain("Short."), plain("Evening " + strings.Repeat("came and went ", 80)), plain("“Quoted” first."), plain("A word."),
		{&doc.Quoted{Content: plain("Said, and marked")}, doc.Text(" by the edition.")}} {
		d.Sections = append(d.Sections, &doc.Section{Role: doc.RoleChapter, Title: plain("Chapter"),
			Blocks: doc.Blocks{&doc.Paragraph{Content: first}, partText(doc.Text("Next."))}})
	}
	st := StyleBook()
	st.Chapters.DropCap = 3
	e, tree := set(t, st, d)
	text := tree.AllText()
	for _, w := range []string{"Short.", "Evening came", "“Quoted” first.", "A word.", "“Said, and marked” by"} {
		require.Contains(t, text, w)
	}
	drops := 0
	for _, p := range e.pages.Pages {
		for i, it := range p.Items {
			if it.Line != nil && it.Line.Para.Drop.Lines > 0 && it.Line.Start == 0 {
				drops++
				require.IsType(t, &dropInk{}, it.Line.Para.Pieces[0].Ink)
			}
			if it.Line != nil && it.Line.Para.Drop.Lines > 0 && strings.HasPrefix(lineText(&it), "Short") {
				require.GreaterOrEqual(t, p.Items[i+1].Y-it.Y, 3*st.Leading.unit(), "the next paragraph stands beside the capital")
			}
		}
	}
	require.Equal(t, 5, drops, "those behind a quotation mark too")
}
