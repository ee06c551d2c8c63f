package rendertest

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// A Reading is what a reader gets of an edition.
type Reading struct {
	Body  []string // the words outside notes, in order
	Notes []Note
	Calls []string // the labels that the text calls notes by, in order
}

// A Note is one note as it was read.
type Note struct {
	Label string
	Words []string
}

// words divides a text into its words, as every edition must have them: without
// case, compatibility forms and soft hyphens. An ideograph is a word.
func words(s string) []string {
	s = strings.NewReplacer("\u00ad\n", "", "\u00ad", "").Replace(s) // a word divided between pages, and between lines
	s = cases.Fold().String(norm.NFKC.String(s))
	var out []string
	start, last := -1, rune(0)
	end := func(i int) {
		if start >= 0 {
			out = append(out, s[start:i])
		}
		start = -1
	}
	for i, r := range s {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			end(i)
			out = append(out, string(r))
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			// A figure is a word apart from letters: that it stands as a script
			// is not text.
			if start >= 0 && !unicode.IsMark(r) && unicode.IsDigit(r) != unicode.IsDigit(last) {
				end(i)
			}
			last = r
			if start < 0 {
				start = i
			}
		default:
			end(i)
		}
	}
	end(len(s))
	return out
}

// missing returns the first of the words that does not come, in order, among
// those of an edition, with what stands before it; "" if all do.
func missing(want, got []string) string {
	at := 0
	for i, w := range want {
		n := slices.Index(got[at:], w)
		if n < 0 {
			return strings.Join(want[max(0, i-6):i], " ") + " [" + w + "] " + strings.Join(want[i+1:min(len(want), i+4)], " ")
		}
		at += n + 1
	}
	return ""
}

// sorted is notes by label, then by words.
func sorted(ns []Note) []Note {
	out := slices.Clone(ns)
	slices.SortStableFunc(out, func(a, b Note) int {
		if c := strings.Compare(a.Label, b.Label); c != 0 {
			return c
		}
		return slices.Compare(a.Words, b.Words)
	})
	return out
}
