// Package inlines joins the inlines that a reader finds one by one: text that
// follows text becomes one text.
package inlines

import "github.com/offprint-go/offprint/doc"

// A Run is inlines in the making. Its zero value is empty. Text is gathered in
// a buffer, so that a paragraph read word by word takes linear time.
type Run struct {
	out  doc.Inlines
	text []byte
}

// Add appends inlines.
func (r *Run) Add(ns ...doc.Inline) {
	for _, n := range ns {
		if t, ok := n.(doc.Text); ok {
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
