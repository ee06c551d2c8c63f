package doctest

import (
	"math/rand"

	"github.com/offprint-go/offprint/doc"
)

// Book returns a book of about so many words, for benchmarks: chapters of
// 6,000 words, a note for each 170. The same number gives the same book.
func Book(words int) *doc.Document {
	g := &generator{r: rand.New(rand.NewSource(int64(words)))}
	d := &doc.Document{Meta: doc.Meta{Title: text("A Book of Tides"), Lang: "en",
		Contributors: []doc.Contributor{{Name: "Ann Poe", Affiliation: "Institute for Coastal Studies"}}}}
	for left := words; left > 0; {
		s := &doc.Section{Role: doc.RoleChapter, Numbered: true, Title: text(g.words(2, 6))}
		d.Sections = append(d.Sections, s)
		for of := 6000; of > 0 && left > 0; {
			p := para(g.words(60, 200) + ".")
			n := 130
			if g.one(2) {
				p.Content = append(p.Content, note(g.words(5, 60)), doc.Text(" "), doc.Emphasis(text(g.words(1, 4))), doc.Text(" "+g.words(5, 50)+"."))
				n += 60
			}
			s.Blocks = append(s.Blocks, p)
			of, left = of-n, left-n
		}
	}
	return d
}
