package main

import (
	"bytes"
	"context"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/pdf"
	"github.com/offprint-go/offprint/render/rendertest"
)

// A printed is what a reader of the printed book finds.
type printed struct {
	text     []rune           // of all paragraphs and captions, words parted by one space
	pages    []int            // of each of its characters, from 1
	headings map[string][]int // pages, by text
	contents []string
	index    map[string]string // the locators of each entry, by its text
	main     int               // the page that is numbered 1
}

func read(t *testing.T, d *doc.Document) *printed {
	e, err := pdf.Renderer{Style: style()}.Layout(context.Background(), d)
	require.NoError(t, err)
	var b bytes.Buffer
	_, err = e.WriteTo(&b)
	require.NoError(t, err)
	tree, err := rendertest.StructureOf(b.Bytes())
	require.NoError(t, err)
	p := &printed{headings: map[string][]int{}, index: map[string]string{}}
	p.element(tree, nil)
	return p
}

// element reads an element, which stands under some entries of the index.
func (p *printed) element(e *rendertest.Element, under []string) {
	switch text := strings.Join(strings.Fields(e.AllText()), " "); e.Type {
	case "TOCI":
		p.contents = append(p.contents, text)
		return
	case "Index":
		under = []string{}
	case "LBody":
		if under != nil {
			name := entryName(e.Kids[0].Element)
			under = append(under[:len(under):len(under)], name)
			line := strings.Join(strings.Fields(e.Kids[0].Element.AllText()), " ")
			p.index[strings.Join(under, "!")] = strings.TrimPrefix(strings.TrimPrefix(line, name), ", ")
		}
	case "H1", "H2", "H3", "Caption":
		page := p.words(e)
		p.headings[text] = append(p.headings[text], page)
		if strings.HasPrefix(text, "Part I ") {
			p.main = page
		}
		return
	case "P":
		p.words(e)
		return
	}
	for _, k := range e.Kids {
		if k.Element != nil {
			p.element(k.Element, under)
		}
	}
}

// entryName is what a line of the index says before its first page.
func entryName(line *rendertest.Element) string {
	var b strings.Builder
	for _, k := range line.Kids {
		if k.Element != nil {
			break
		}
		b.WriteString(k.Text)
	}
	return strings.TrimSuffix(strings.Join(strings.Fields(b.String()), " "), ",")
}

// words adds the words under an element, without the hyphens at lines' ends, and
// says what page they begin on.
func (p *printed) words(e *rendertest.Element) (page int) {
	for _, k := range e.Kids {
		if k.Element != nil {
			if k.Element.Type != "Note" {
				first := p.words(k.Element)
				if page == 0 {
					page = first
				}
			}
			continue
		}
		if page == 0 {
			page = k.Page
		}
		for _, r := range k.Text {
			n := len(p.text)
			switch {
			case r == '\u00AD':
			case (r == ' ' || r == '\n') && n > 0 && p.text[n-1] == ' ':
			case r == '\n':
				p.text, p.pages = append(p.text, ' '), append(p.pages, k.Page)
			default:
				p.text, p.pages = append(p.text, r), append(p.pages, k.Page)
			}
		}
	}
	return page
}

// label is the number of a page.
func (p *printed) label(page int) string {
	if page < p.main {
		return doc.FormatNumber(page, doc.LowerRoman)
	}
	return strconv.Itoa(page - p.main + 1)
}

// The contents and the lists name the pages on which headings and captions stand.
func TestContents(t *testing.T) {
	d, err := book(context.Background(), io.Discard)
	require.NoError(t, err)
	p := read(t, d)
	require.Greater(t, len(p.contents), 20)
	for _, line := range p.contents {
		m := regexp.MustCompile(`^(?:[0-9.]+ |[A-Z] |Part [IV]+ )?(.*?) ([0-9ivx]+)$`).FindStringSubmatch(line)
		require.NotNil(t, m, line)
		var found []string
		for h, pages := range p.headings {
			for _, page := range pages {
				if h == m[1] || strings.HasSuffix(h, " "+m[1]) {
					found = append(found, p.label(page))
				}
			}
		}
		require.Contains(t, found, m[2], line)
	}
}

// The index names every page that has a place of an entry, and no other.
func TestIndex(t *testing.T) {
	d, err := book(context.Background(), io.Discard)
	require.NoError(t, err)
	p := read(t, d)
	text := string(p.text)
	want, whole := map[string]map[string]bool{}, map[string]bool{}
	for n := range doc.All(d) {
		par, ok := n.(*doc.Paragraph)
		if !ok {
			continue
		}
		before := ""
		for _, in := range par.Content {
			term, ok := in.(*doc.IndexTerm)
			if !ok {
				s, _ := in.(doc.Text)
				before = string(s)
				continue
			}
			if term.See != "" {
				continue
			}
			entry := strings.Join(term.Entry, "!")
			if want[entry] == nil {
				want[entry], whole[entry] = map[string]bool{}, true
			}
			whole[entry] = whole[entry] && term.Range == doc.IndexPoint
			phrase := before[max(len(before)-40, 0):]
			if len(phrase) < 20 || strings.Count(text, phrase) != 1 {
				whole[entry] = false
				continue
			}
			at := strings.Index(text, phrase)
			end := len([]rune(text[:at+len(phrase)])) - 1
			want[entry][p.label(p.pages[end])] = true
		}
	}
	checked := 0
	for entry, labels := range want {
		got := locators(p.index[entry])
		for l := range labels {
			require.Contains(t, got, l, "%s: %s", entry, p.index[entry])
			checked++
		}
		if whole[entry] {
			require.Len(t, got, len(labels), "%s: %s", entry, p.index[entry])
		}
	}
	require.Greater(t, checked, 40)
}

// locators lists the pages of an entry of the index, ranges page by page.
func locators(s string) []string {
	var out []string
	s, _, _ = strings.Cut(s, ";")
	for _, l := range strings.Split(s, ", ") {
		from, to, ranged := strings.Cut(l, "–")
		out = append(out, from)
		a, errA := strconv.Atoi(from)
		b, errB := strconv.Atoi(to)
		for n := a + 1; ranged && errA == nil && errB == nil && n <= b; n++ {
			out = append(out, strconv.Itoa(n))
		}
	}
	return out
}
