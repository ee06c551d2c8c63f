package epub

import (
	"github.com/offprint-go/offprint/render"
)

// index writes entries of the index as a list, each place a link that says the
// printed page, or the section, that it leads to, as names has it.
func (w *writer) index(es []*render.IndexEntry, names func(*render.IndexEntry) []render.Locator, class string) {
	if len(es) == 0 {
		return
	}
	w.element("ul", []string{"class", class}, func() {
		w.line()
		for _, e := range es {
			opens := ""
			if e.Opens {
				opens = "opens"
			}
			w.element("li", []string{"class", opens}, func() { w.indexEntry(e, names) })
			w.line()
		}
	})
	w.line()
}

func (w *writer) indexEntry(e *render.IndexEntry, names func(*render.IndexEntry) []render.Locator) {
	path, src := w.path, w.src
	w.from(e.Path)
	w.flush()
	w.path, w.src = path, src
	w.generated(e.Text)
	for _, l := range names(e) {
		w.generated(", ")
		w.element("a", []string{"to", l.Anchor}, func() { w.generated(l.Text) })
	}
	plain := w.plain
	w.plain = true
	w.inlines(e.References(w.x.Terms()))
	w.plain = plain
	w.index(e.Entries, names, "")
}
