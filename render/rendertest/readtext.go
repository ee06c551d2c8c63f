package rendertest

import (
	"regexp"
	"strings"

	"github.com/offprint-go/offprint/doc"
)

var textCall = regexp.MustCompile(`\[([0-9]+|[*†‡§‖¶]+)\]`)

// ReadText reads a plain-text edition. The document says which labels there
// are, so that no bracket of the author's is taken for one.
func ReadText(d *doc.Document, data []byte) (*Reading, error) {
	labels := map[string]bool{}
	for _, n := range doc.NewIndex(d).Notes() {
		labels[n.Label] = true
	}
	r := &Reading{}
	take := func(s string) []string { // the words of a text, its calls noted
		s = textCall.ReplaceAllStringFunc(s, func(m string) string {
			label := textCall.FindStringSubmatch(m)[1]
			if !labels[label] {
				return m
			}
			r.Calls = append(r.Calls, label)
			return ""
		})
		return words(s)
	}
	called := map[string]bool{} // labels whose notes are to come: a line may begin with a call
	var block []string
	note := -1
	flush := func() {
		text := strings.Join(block, "\n")
		block = nil
		if note < 0 {
			r.Body = append(r.Body, take(text)...)
		} else {
			r.Notes[note].Words = append(r.Notes[note].Words, take(text)...)
		}
	}
	for _, l := range strings.Split(string(data), "\n") {
		m := textCall.FindStringSubmatchIndex(l)
		switch {
		case m != nil && m[0] == 0 && called[l[m[2]:m[3]]] && strings.HasPrefix(l[m[1]:], " "):
			delete(called, l[m[2]:m[3]])
			flush()
			r.Notes = append(r.Notes, Note{Label: l[m[2]:m[3]]})
			note = len(r.Notes) - 1
			l = l[m[1]:]
		case note >= 0 && l != "" && !strings.HasPrefix(l, "   "):
			flush()
			note = -1
		}
		for _, m := range textCall.FindAllStringSubmatch(l, -1) {
			if labels[m[1]] {
				called[m[1]] = true
			}
		}
		block = append(block, l)
	}
	flush()
	return r, nil
}
