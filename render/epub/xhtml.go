package epub

import (
	"strings"
	"unicode/utf8"

	"github.com/offprint-go/offprint/doc"
)

// A writer writes the body of one content document. Elements are opened and
// closed in pairs, and text is escaped: what it writes is well-formed.
type writer struct {
	*book
	file *file
	out  []byte
	open []string
	locale
	quotes  int
	plain   bool
	pending []dueNote
	path    string
	src     *source
}

// A locale is the language and direction of text.
type locale struct {
	lang string
	dir  doc.Direction
}

// A dueNote is a note that has been called, with the locale of its call.
type dueNote struct {
	*doc.NoteEntry
	locale
}

// A source is a node whose text is being written, and the pages that begin in
// it.
type source struct {
	marks  []mark
	offset int
}

// start opens an element. attrs are names and values in turn; an attribute
// with an empty value is left out, but for alt.
func (w *writer) start(tag string, attrs ...string) {
	w.tag(tag, attrs)
	w.out = append(w.out, '>')
	w.open = append(w.open, tag)
}

// empty writes an element without content.
func (w *writer) empty(tag string, attrs ...string) {
	w.tag(tag, attrs)
	w.out = append(w.out, "/>"...)
}

func (w *writer) tag(tag string, attrs []string) {
	w.out = append(append(w.out, '<'), tag...)
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i+1] == "" && attrs[i] != "alt" {
			continue
		}
		w.out = append(append(append(w.out, ' '), attrs[i]...), `="`...)
		w.escape(attrs[i+1])
		w.out = append(w.out, '"')
	}
}

// end closes the element that is open.
func (w *writer) end() {
	tag := w.open[len(w.open)-1]
	w.open = w.open[:len(w.open)-1]
	w.out = append(append(append(w.out, "</"...), tag...), '>')
}

// line ends a line of the file, where white space does not count.
func (w *writer) line() { w.out = append(w.out, '\n') }

// element writes an element around what content writes.
func (w *writer) element(tag string, attrs []string, content func()) {
	w.start(tag, attrs...)
	content()
	w.end()
}

func (w *writer) escape(s string) {
	last := 0
	for i := 0; i < len(s); i++ {
		var e string
		switch s[i] {
		case '&':
			e = "&amp;"
		case '<':
			e = "&lt;"
		case '>':
			e = "&gt;"
		case '"':
			e = "&quot;"
		case '\n', '\t':
			e = " "
		default:
			continue
		}
		w.out = append(append(w.out, s[last:i]...), e...)
		last = i + 1
	}
	w.out = append(w.out, s[last:]...)
}

// generated writes text that is not the source's.
func (w *writer) generated(s string) { w.escape(s) }

// text writes text of the source, with the markers of the pages that begin in
// it.
func (w *writer) text(s string) {
	if w.src == nil || w.plain {
		w.escape(s)
		return
	}
	for len(w.src.marks) > 0 {
		m := w.src.marks[0]
		at := m.offset - w.src.offset
		if at >= len(s) && len(s) > 0 || at > 0 && len(s) == 0 {
			break
		}
		at = max(at, 0)
		for at > 0 && at < len(s) && !utf8.RuneStart(s[at]) {
			at--
		}
		w.escape(s[:at])
		w.src.offset += at
		s = s[at:]
		w.src.marks = w.src.marks[1:]
		w.pageBreak(m.label)
	}
	w.escape(s)
	w.src.offset += len(s)
}

// from begins the text of a node.
func (w *writer) from(path string) { w.path, w.src = path, &source{marks: w.marks[path]} }

// flush sets the markers that a node's text has not reached.
func (w *writer) flush() {
	if w.src == nil {
		return
	}
	for _, m := range w.src.marks {
		w.pageBreak(m.label)
	}
	w.src.marks = nil
	delete(w.marks, w.path)
}

// sourced writes with the text of a node, and returns to the text before.
func (w *writer) sourced(n doc.Node, content func()) {
	path, src := w.path, w.src
	w.from(w.x.Path(n))
	content()
	w.flush()
	w.path, w.src = path, src
}

func (w *writer) pageBreak(label string) {
	id := "page-" + strings.Map(func(r rune) rune {
		if r == ' ' || r == '"' {
			return '-'
		}
		return r
	}, label)
	w.empty("span", "epub:type", "pagebreak", "role", "doc-pagebreak", "id", id, "aria-label", label)
	w.listed = append(w.listed, listedPage{label, w.file.name, id})
}

// href is a link to an anchor, from this file.
func (w *writer) href(anchor string) string {
	f := w.byID[strings.TrimSuffix(anchor, "-call")]
	if f == w.file.name || f == "" {
		return "#" + anchor
	}
	return f + "#" + anchor
}

// langAttrs are the attributes of a change of language and direction.
func langAttrs(lang string, dir doc.Direction) []string {
	return []string{"lang", lang, "xml:lang", lang, "dir", string(dir)}
}

// local writes an element whose text may have a language and a direction of
// its own. Readers do not derive the direction from the language: it is said
// wherever it changes.
func (w *writer) local(tag string, attrs []string, lang string, dir doc.Direction, content func()) {
	around := w.locale
	w.dir = around.dir.Within(lang, dir)
	if lang != "" {
		w.lang = lang
	}
	if w.dir != around.dir {
		dir = w.dir
	}
	w.element(tag, append(attrs, langAttrs(lang, dir)...), content)
	w.locale = around
}
