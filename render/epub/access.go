package epub

import (
	"github.com/offprint-go/offprint/doc"
)

// A survey is what of a document matters to who cannot see it.
type survey struct {
	images, described, gif, ruby, math bool
}

func (b *book) survey() survey {
	s := survey{described: true}
	for n := range doc.All(b.d) {
		switch n := n.(type) {
		case *doc.Image:
			if n.Decorative || n == b.d.Meta.Cover {
				continue
			}
			s.images = true
			s.described = s.described && n.Alt != ""
		case *doc.Ruby:
			s.ruby = true
		}
	}
	for _, f := range b.files {
		s.math = s.math || f.math
	}
	for _, p := range b.images.sorted {
		s.gif = s.gif || p.media == "image/gif"
	}
	return s
}

// access writes the metadata of EPUB Accessibility 1.1, section 2: what is true
// of this file, and nothing else. That it conforms is for a person to say.
func (w *opf) access() {
	s := w.survey()
	w.meta("schema:accessMode", "textual")
	if s.images {
		w.meta("schema:accessMode", "visual")
		w.meta("schema:accessModeSufficient", "textual,visual")
	}
	if s.described {
		w.meta("schema:accessModeSufficient", "textual")
	}
	features := []string{"structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability", "ARIA"}
	if s.images && s.described {
		features = append(features, "alternativeText")
	}
	if s.ruby {
		features = append(features, "rubyAnnotations")
	}
	if s.math {
		features = append(features, "MathML")
	}
	if len(w.listed) > 0 {
		features = append(features, "pageBreakMarkers", "pageNavigation")
	}
	for _, f := range features {
		w.meta("schema:accessibilityFeature", f)
	}
	if s.gif { // it may move
		w.meta("schema:accessibilityHazard", "unknown")
	} else {
		w.meta("schema:accessibilityHazard", "none")
	}
	w.meta("schema:accessibilitySummary", s.summary(), "xml:lang", "en")
	if len(w.listed) > 0 {
		source := w.PageMap.Source
		if source == "" {
			source = w.title() + ", print edition"
		}
		w.meta("pageBreakSource", source)
	}
	if w.CertifiedBy != "" {
		w.meta("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.1 Level AA", "id", "conforms")
		w.refine("conforms", "a11y:certifiedBy", w.CertifiedBy)
	}
}

func (s survey) summary() string {
	text := "Headings, lists, tables and notes are marked up, in reading order; every note links to its call and back."
	switch {
	case s.images && s.described:
		text += " Every image has a text alternative."
	case s.images:
		text += " Some images have no text alternative."
	}
	return text
}
