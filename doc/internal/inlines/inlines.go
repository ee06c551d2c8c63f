// Package inlines joins the inlines that a reader finds one by one: text that
// follows text becomes one text, and the end of a source's line a space.
package inlines

import (
	"bytes"
	"unicode/utf8"

	"github.com/offprint-go/offprint/doc"
)

// A Run is inlines in the making. Its zero value is empty. Text is gathered in
// a buffer, so that a paragraph read word by word takes linear time.
type Run struct {
	out   doc.Inlines
	text  []byte
	ended bool // a line of the source ended here
}

// Break adds the end of a line of the source, which is a space unless what
// stands on both sides has none (see [Parted]).
func (r *Run) Break() {
	r.spaced(' ')
	r.ended = true
}

// spaced resolves the end of a line before a character.
func (r *Run) spaced(next rune) {
	if r.ended && Parted(r.last(), next) {
		r.text = append(r.text, ' ')
	}
	r.ended = false
}

// last is the last character, a space for none.
func (r *Run) last() rune {
	if len(r.text) > 0 {
		c, _ := utf8.DecodeLastRune(r.text)
		return c
	}
	for i := len(r.out) - 1; i >= 0; i-- {
		switch n := r.out[i].(type) {
		case *doc.Note, *doc.NoteRef, *doc.IndexTerm: // close to the text before
		default:
			return edge(n, true)
		}
	}
	return ' '
}

// Text appends text.
func (r *Run) Text(t []byte) {
	if len(t) > 0 {
		if r.ended {
			next, _ := utf8.DecodeRune(t)
			r.spaced(next)
		}
		r.text = append(r.text, t...)
	}
}

// Trim drops the white space that the text ends with.
func (r *Run) Trim() { r.text = bytes.TrimRight(r.text, " \t\v\f") }

// Add appends inlines.
func (r *Run) Add(ns ...doc.Inline) {
	for _, n := range ns {
		t, ok := n.(doc.Text)
		if ok && t == "" {
			continue
		}
		if r.ended {
			r.spaced(edge(n, false))
		}
		if ok {
			r.text = append(r.text, t...)
			continue
		}
		r.flush()
		r.out = append(r.out, n)
	}
}

func (r *Run) flush() {
	if len(r.text) > 0 {
		r.out = append(r.out, doc.Text(r.text))
		r.text = r.text[:0]
	}
}

// Inlines returns what was added.
func (r *Run) Inlines() doc.Inlines {
	r.spaced(' ')
	r.flush()
	return r.out
}

// Join appends inlines to others, of which it may use the storage.
func Join(out doc.Inlines, ns ...doc.Inline) doc.Inlines {
	r := Run{out: out}
	if len(out) > 0 {
		if t, ok := out[len(out)-1].(doc.Text); ok {
			r.out, r.text = out[:len(out)-1], []byte(t)
		}
	}
	r.Add(ns...)
	return r.Inlines()
}
