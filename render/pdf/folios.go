package pdf

import (
	"strconv"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/pdffile"
)

// A place is the page that an anchor stands on.
type place struct {
	label string
	index int
}

// number gives the pages their labels: roman before the main text where the
// style says so, then arabic.
func (e *Edition) number() {
	e.main = 0
	for i, p := range e.pages.Pages {
		for _, m := range p.Marks {
			if e.main == 0 && e.flow.marks[m-1].main {
				e.main = i
			}
		}
	}
	for i := range e.pages.Pages {
		e.labels = append(e.labels, e.label(i))
	}
}

func (e *Edition) label(i int) string {
	if i < e.main {
		return doc.FormatNumber(i+1, doc.LowerRoman)
	}
	return strconv.Itoa(i - e.main + 1)
}

// labelRanges describes the labels to the file.
func (e *Edition) labelRanges() []pdffile.PageLabel {
	if e.main == 0 {
		return []pdffile.PageLabel{{Style: "D", Start: 1}}
	}
	return []pdffile.PageLabel{{Style: "r", Start: 1}, {Page: e.main, Style: "D", Start: 1}}
}

// places returns the page of every anchor.
func (e *Edition) places() map[string]place {
	m := map[string]place{}
	for i, p := range e.pages.Pages {
		for _, a := range p.Anchors {
			m[a.Name] = place{e.labels[i], i}
		}
	}
	return m
}

// anchors returns the page label of every anchor.
func (e *Edition) anchors() map[string]string {
	m := map[string]string{}
	for name, p := range e.places() {
		m[name] = p.label
	}
	return m
}

// collectedNotes returns, in order, the notes whose text begins on a page.
func (f *flow) collectedNotes(p *layout.Page) []*doc.NoteEntry {
	var out []*doc.NoteEntry
	for _, a := range p.Anchors {
		if n := f.apart[a.Name]; n != nil {
			out = append(out, n)
		}
	}
	return out
}
