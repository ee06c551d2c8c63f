package pdf

import (
	"strconv"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/pdffile"
)

// phrase sets words that the author marked as an element of the tree, so that
// who hears them can be told what others see.
func (f *flow) phrase(t *text, e *pdffile.Elem, ns doc.Inlines, in inline, as func(*textStyle)) {
	f.tags.in(e, func() { f.inlines(t, ns, in.with(as)) })
}

// layoutSpan is a span with an attribute of its looks.
func layoutSpan(key, value string) *pdffile.Elem {
	return &pdffile.Elem{Type: "Span", Attrs: []pdffile.Attr{{Owner: "Layout", Key: key, Value: value}}}
}

// lined is a span that a line runs under or through (ISO 32000-1, table 345).
func lined(kind string) *pdffile.Elem { return layoutSpan("TextDecorationType", kind) }

// shift sets words above the line or below it, by a share of their size, and
// smaller.
func (f *flow) shift(t *text, ns doc.Inlines, in inline, share float64) {
	by := scale(in.style.size, share)
	f.phrase(t, f.shifted(by), ns, in, func(s *textStyle) { s.rise += by; s.size = scale(s.size, 0.66) })
}

// shifted is a span above the line or below it. PDF 2.0 says which (ISO 32000-2,
// table 380), PDF 1.7 how far.
func (f *flow) shifted(by layout.Unit) *pdffile.Elem {
	switch {
	case f.profile != UA2:
		return layoutSpan("BaselineShift", strconv.FormatFloat(points(by), 'f', 2, 64))
	case by > 0:
		return layoutSpan("TextPosition", "/Sup")
	}
	return layoutSpan("TextPosition", "/Sub")
}
