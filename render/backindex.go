package render

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"github.com/offprint-go/offprint/doc"
)

// An IndexEntry is an entry of a document's index with what stands under it.
type IndexEntry struct {
	Text    string
	See     []string      // the entries to look at instead
	SeeAlso []string      // and besides
	Places  []*IndexPlace // in reading order
	Entries []*IndexEntry
	// Opens says that the entry begins with another letter than the one before
	// it, as the document's language counts letters.
	Opens bool
	// Path names the entry in a PageMap: "sections[9].index[4].entries[0]",
	// "index[4]" where the section is made for it.
	Path string

	sortAs string
	byText map[string]*IndexEntry // the entries under it
}

// An IndexPlace is a place that an entry names, or, with To, all from one
// place to another.
type IndexPlace struct{ From, To *doc.TermEntry }

// IndexEntries returns the entries of the index in the order of the
// document's language (its tailoring of the Unicode collation algorithm; word
// by word, figures by their value). A term that says what to see names no
// place; one that says what to see also names its own.
func IndexEntries(d *doc.Document, x *doc.Index) []*IndexEntry {
	root := &IndexEntry{}
	open := map[string][]*IndexPlace{}
	for _, t := range x.IndexTerms() {
		e := root.entry(t.Term)
		e.SeeAlso = with(e.SeeAlso, t.Term.SeeAlso)
		e.See = with(e.See, t.Term.See)
		key := strings.Join(t.Term.Entry, "\x00")
		switch {
		case t.Term.See != "":
		case t.Term.Range == doc.IndexEnd && len(open[key]) > 0:
			open[key][0].To = t
			open[key] = open[key][1:]
		default:
			p := &IndexPlace{From: t}
			e.Places = append(e.Places, p)
			if t.Term.Range == doc.IndexStart {
				open[key] = append(open[key], p)
			}
		}
	}
	tag := language.Make(d.Meta.Lang)
	root.sort(collate.New(tag, collate.Numeric))
	letters := collate.New(tag, collate.Loose)
	for i, e := range root.Entries {
		e.Opens = i > 0 && letters.CompareString(initial(root.Entries[i-1].sortAs), initial(e.sortAs)) != 0
	}
	if s := x.IndexSection(); x.Path(s) != "" {
		root.place(x.Path(s) + ".index")
	} else {
		root.place(madeIndex)
	}
	return root.Entries
}

// madeIndex is the path of an index whose section the document has not.
const madeIndex = "index"

// SectionPath is a section's path in a PageMap: the document's, "index" for the
// section made for the index, "" for another that an edition makes.
func SectionPath(x *doc.Index, s *doc.Section) string {
	if s == x.IndexSection() && x.Path(s) == "" {
		return madeIndex
	}
	return x.Path(s)
}

// place gives the entries under e their paths.
func (e *IndexEntry) place(list string) {
	for i, sub := range e.Entries {
		sub.Path = fmt.Sprintf("%s[%d]", list, i)
		sub.place(sub.Path + ".entries")
	}
}

func with(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// entry returns the entry of a term under e, making what is not there.
func (e *IndexEntry) entry(t *doc.IndexTerm) *IndexEntry {
	for i, part := range t.Entry {
		sub := e.byText[part]
		if sub == nil {
			sub = &IndexEntry{Text: part, sortAs: part}
			if e.byText == nil {
				e.byText = map[string]*IndexEntry{}
			}
			e.byText[part], e.Entries = sub, append(e.Entries, sub)
		}
		e = sub
		if i < len(t.SortAs) && t.SortAs[i] != "" {
			e.sortAs = t.SortAs[i]
		}
	}
	return e
}

func (e *IndexEntry) sort(c *collate.Collator) {
	slices.SortStableFunc(e.Entries, func(a, b *IndexEntry) int {
		return cmp.Or(c.CompareString(a.sortAs, b.sortAs), strings.Compare(a.Text, b.Text))
	})
	for _, sub := range e.Entries {
		sub.sort(c)
	}
}

// initial is the letter that an entry is filed under: its first, "" for a
// figure or sign, and for the signs of scripts that are not filed by letters.
func initial(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(r) || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) {
		return ""
	}
	return string(r)
}

// References returns the references to other entries as they follow an
// entry's places: ", see Rome", "; see also Rome; Ravenna". It is nil for an
// entry without any.
func (e *IndexEntry) References(t *doc.Terms) doc.Inlines {
	var out doc.Inlines
	add := func(word string, to []string) {
		if len(to) == 0 {
			return
		}
		before, after, inside := strings.Cut(word, "{n}")
		if !inside {
			before, after = word, ""
		}
		sep := "; "
		if len(e.Places) == 0 && len(out) == 0 {
			sep = ", "
		}
		out = append(out, doc.Text(sep))
		switch names := strings.Join(to, "; "); {
		case inside:
			out = append(out, doc.Text(before+names+after))
		default:
			out = append(out, doc.Emphasis{doc.Text(before)}, doc.Text(" "+names))
		}
	}
	add(t.See, e.See)
	add(t.SeeAlso, e.SeeAlso)
	return out
}

// A Locator is a place as an index prints it.
type Locator struct {
	Text   string // "12", "12–15", "15n3", "Section 2.1"
	Anchor string // of the first place that it names
}

// span is a run of pages on its way to a locator.
type span struct {
	from, to    int // by order
	first, last string
	note        string
	anchor      string
}

// Locators names the places of an entry by their pages, in the order of the
// pages. A page is named once, a note by its page and number; three pages or
// more that follow each other become one range. page returns the label of the
// page that an anchor stands on and the page's place among all; for the label
// "" the place is left out.
func (e *IndexEntry) Locators(page func(anchor string) (label string, order int)) []Locator {
	var spans []span
	for _, p := range e.Places {
		s := span{anchor: p.From.Anchor}
		s.first, s.from = page(s.anchor)
		s.last, s.to = s.first, s.from
		if p.To != nil {
			if last, to := page(p.To.Anchor); last != "" && to > s.from {
				s.last, s.to = last, to
			}
		} else if n := p.From.Note; n != nil && n.Auto {
			s.note = n.Label
		}
		if s.first != "" {
			spans = append(spans, s)
		}
	}
	slices.SortStableFunc(spans, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to), cmp.Compare(len(a.note), len(b.note)))
	})
	var out []Locator
	for _, s := range joined(distinct(spans)) {
		text := s.first
		if s.note != "" {
			text += "n" + s.note
		}
		if s.to > s.from {
			text += "–" + s.last
		}
		out = append(out, Locator{text, s.anchor})
	}
	return out
}

// distinct drops what the spans before cover, and joins spans that overlap.
func distinct(spans []span) []span {
	var out []span
	for _, s := range spans {
		if n := len(out); n > 0 {
			last := &out[n-1]
			inside := s.from <= last.to && last.note == ""
			switch {
			case inside && s.note == "" && last.to > last.from && s.to > last.to:
				last.to, last.last = s.to, s.last
				continue
			case inside && s.to <= last.to && (s.note == "" || last.to > last.from), s.from == last.from && s.note == last.note && s.to == last.to:
				continue
			}
		}
		out = append(out, s)
	}
	return out
}

// joined makes ranges of three pages or more that follow each other.
func joined(spans []span) []span {
	var out []span
	for i := 0; i < len(spans); {
		run, j := spans[i], i+1
		for j < len(spans) && run.note == "" && spans[j].note == "" && following(run.last) == spans[j].first {
			run.to, run.last = spans[j].to, spans[j].last
			j++
		}
		if j-i > 2 || j-i == 2 && (spans[i].to > spans[i].from || spans[j-1].to > spans[j-1].from) {
			out = append(out, run)
		} else {
			out = append(out, spans[i:j]...)
		}
		i = j
	}
	return out
}

// following is the label of the page after the one labelled: "13" after "12",
// "x" after "ix"; "" for a label that is no number.
func following(label string) string {
	if n, err := strconv.Atoi(label); err == nil {
		return strconv.Itoa(n + 1)
	}
	for n := 1; n < 500; n++ {
		if doc.FormatNumber(n, doc.LowerRoman) == label {
			return doc.FormatNumber(n+1, doc.LowerRoman)
		}
	}
	return ""
}

// PlaceNames returns what names the places of entries for an edition without
// pages: by the printed pages of m or, where m is nil or does not have them, by
// sections: the label of a numbered one, else the title.
func PlaceNames(m *PageMap, d *doc.Document, x *doc.Index) func(*IndexEntry) []Locator {
	if m == nil {
		return func(e *IndexEntry) []Locator { return e.inSections(d, x) }
	}
	order := make(map[string]int, len(m.Pages))
	for i, p := range m.Pages {
		order[p.Label] = i
	}
	page := func(anchor string) (string, int) { return m.Anchors[anchor], order[m.Anchors[anchor]] }
	return func(e *IndexEntry) []Locator {
		if out := e.Locators(page); len(out) > 0 {
			return out
		}
		return e.inSections(d, x)
	}
}

// inSections names the places of an entry by sections.
func (e *IndexEntry) inSections(d *doc.Document, x *doc.Index) []Locator {
	var out []Locator
	for _, p := range e.Places {
		name := sectionName(p.From.Section, d, x)
		if p.To != nil && p.To.Section != p.From.Section {
			name += "–" + sectionName(p.To.Section, d, x)
		}
		if n := len(out); n == 0 || out[n-1].Text != name {
			out = append(out, Locator{name, p.From.Anchor})
		}
	}
	return out
}

func sectionName(s *doc.Section, d *doc.Document, x *doc.Index) string {
	switch {
	case s == nil:
		return PlainText(d.Meta.Title)
	case x.Label(s) != "":
		return x.Label(s)
	case len(s.Title) > 0:
		return PlainText(s.Title)
	}
	return x.Terms().RoleNames[s.Role]
}
