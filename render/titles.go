package render

import (
	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/tex"
)

// PlainText is [doc.PlainText] with the formulas in it as the text edition
// sets them, x² for x^2: what running heads, outlines and navigation show of a
// title. A formula that is not understood stands as TeX.
func PlainText(ns doc.Inlines) string {
	return doc.PlainTextFunc(ns, func(m *doc.Math) string {
		f, err := tex.Parse(m.TeX)
		if err != nil {
			return m.TeX
		}
		return f.Text()
	})
}

// EntryTitle is the title of an outline's entry as [PlainText].
func EntryTitle(e *doc.OutlineEntry) string {
	if t := PlainText(e.Section.Title); t != "" {
		return t
	}
	return e.Title
}
