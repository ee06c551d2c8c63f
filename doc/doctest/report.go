package doctest

import (
	"math/rand"
	"strings"

	"github.com/offprint-go/offprint/doc"
)

// Report returns a report of some 1,300 words with eight notes, a table, a list
// and a quotation, for benchmarks: no two seeds give the same, and its words are
// as many and as unlike as those of prose.
func Report(seed int64) *doc.Document {
	p := newProse(seed)
	d := &doc.Document{Meta: doc.Meta{Title: text(p.words(6)), Subtitle: text(p.words(9)), Lang: "en",
		Contributors: []doc.Contributor{{Name: "Ann Poe", Affiliation: "Institute for Coastal Studies"}}}}
	for part := range 5 {
		s := &doc.Section{Title: text(p.words(4))}
		for i := range 3 {
			par := para(p.sentences(2 + p.random.Intn(2)))
			if i < 2 && part < 4 {
				par.Content = append(par.Content, note(p.sentences(1)), doc.Text(" "+p.sentences(1)))
			}
			s.Blocks = append(s.Blocks, par)
		}
		d.Sections = append(d.Sections, s)
	}
	d.Sections[1].Blocks = append(d.Sections[1].Blocks, &doc.List{Items: []*doc.ListItem{
		{Content: doc.Blocks{para(p.sentences(1))}}, {Content: doc.Blocks{para(p.sentences(1))}}}})
	d.Sections[2].Blocks = append(d.Sections[2].Blocks, &doc.Quote{Content: doc.Blocks{para(p.sentences(2))}})
	row := func(cells ...string) *doc.Row {
		r := &doc.Row{}
		for _, c := range cells {
			r.Cells = append(r.Cells, &doc.Cell{Content: doc.Blocks{para(c)}})
		}
		return r
	}
	d.Sections[3].Blocks = append(d.Sections[3].Blocks, &doc.Table{Caption: text(p.words(5)), Columns: make([]doc.Column, 2),
		Head:   []*doc.Row{row(p.words(1), p.words(1))},
		Bodies: []*doc.TableBody{{Rows: []*doc.Row{row(p.words(1), "1871"), row(p.words(2), "1,893")}}}})
	return d
}

// A prose gives words of a vocabulary of its own, some much more often than
// others, as Zipf's law has it.
type prose struct {
	random     *rand.Rand
	rank       *rand.Zipf
	vocabulary []string
}

func newProse(seed int64) *prose {
	const syllables = "ta ri con mo ver ble ing tion per so lu den fa ter ca ni ment re an gu or pli ste wa ker ho sen du ing ma"
	r := rand.New(rand.NewSource(seed))
	p := &prose{random: r, rank: rand.NewZipf(r, 1.1, 8, 2999)}
	parts := strings.Fields(syllables)
	for i := range 3000 {
		w := parts[r.Intn(len(parts))]
		for range r.Intn(2 + min(i/50, 3)) { // common words are short
			w += parts[r.Intn(len(parts))]
		}
		p.vocabulary = append(p.vocabulary, w)
	}
	return p
}

// words is so many words, the first with a capital.
func (p *prose) words(n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = p.vocabulary[p.rank.Uint64()]
	}
	s := strings.Join(out, " ")
	return strings.ToUpper(s[:1]) + s[1:]
}

// sentences is so many sentences.
func (p *prose) sentences(n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = p.words(8+p.random.Intn(8)) + ", " + p.vocabulary[p.rank.Uint64()] + " " + strings.ToLower(p.words(6+p.random.Intn(8))) + "."
	}
	return strings.Join(out, " ")
}
