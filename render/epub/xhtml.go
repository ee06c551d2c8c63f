package epub

import (
	"unicode/utf8"

	"github.com/offprint-go/offprint/doc"
)

// A writer writes the body of one content document. Elements are opened and
// closed in pairs, and text is escaped: what it writes is well-formed.
type writer struct {
	*book
	fragment
	strand *strand
	open   []string
	resume []string // what opens the sections that are open once more
	locale
	quotes   int
	sideways bool // figures are left as they are
	plain    bool
	inLink   int      // links around: 1 at most
	divided  []string // the link around, where it is divided at the calls of notes
	beside   int      // notes, figures and tables around
	pending  []dueNote
	headed   int // where the last heading ends
	path     string
	src      *source
}

// A locale is the language and direction of text.
type locale struct {
	lang string
	dir  doc.Direction
}

// A dueNote is a note that has been called, with the locale of its call and
// its place in the strand.
type dueNote struct {
	*doc.NoteEntry
	locale
	at int
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

// tag writes the tag of an element but for its last character. The attribute
// "to" is a link to an anchor.
func (w *writer) tag(tag string, attrs []string) {
	w.out = append(append(w.out, '<'), tag...)
	for i := 0; i+1 < len(attrs); i += 2 {
		name, value := attrs[i], attrs[i+1]
		if value == "" && name != "alt" {
			continue
		}
		if name == "to" {
			w.out = append(w.out, ` href="`...)
			w.refer(refLink, value)
			w.out = append(w.out, '"')
			continue
		}
		if name == "id" {
			w.refer(refAnchor, value)
		}
		w.out = append(append(append(w.out, ' '), name...), `="`...)
		w.escape(value)
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
func (w *writer) generated(s string) { w.words(s) }

// text writes text of the source, with the markers of the pages that begin in
// it.
func (w *writer) text(s string) {
	if w.src == nil || w.plain {
		w.words(s)
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
		w.words(s[:at])
		w.src.offset += at
		s = s[at:]
		w.src.marks = w.src.marks[1:]
		w.pageBreak(m)
	}
	w.words(s)
	w.src.offset += len(s)
}

// asItIs writes text of the source that is program text or TeX.
func (w *writer) asItIs(s string) {
	w.sideways = true
	w.text(s)
	w.sideways = false
}

// from begins the text of a node.
func (w *writer) from(path string) { w.path, w.src = path, &source{marks: w.marks[path]} }

// arrive sets the markers of the pages that begin here, before words that are
// not the source's and so do not bring them about: a label, a mark of quotation.
func (w *writer) arrive() {
	if w.src == nil || w.plain {
		return
	}
	for len(w.src.marks) > 0 && w.src.marks[0].offset <= w.src.offset {
		w.pageBreak(w.src.marks[0])
		w.src.marks = w.src.marks[1:]
	}
}

// flush sets the markers that a node's text has not reached.
func (w *writer) flush() {
	if w.src == nil {
		return
	}
	for _, m := range w.src.marks {
		w.pageBreak(m)
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

// pageBreak marks the place at which a page begins.
func (w *writer) pageBreak(m mark) {
	w.refs = append(w.refs, ref{at: len(w.out), kind: refPage, name: m.label, page: m.page, side: w.beside > 0})
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
