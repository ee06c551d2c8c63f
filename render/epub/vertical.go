package epub

import (
	_ "embed"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
)

//go:embed vertical.css
var verticalStyle string

// eastAsian reports whether a language is one whose lines may run from top to
// bottom and from right to left.
func eastAsian(lang string) bool {
	lang, _, _ = strings.Cut(strings.ToLower(lang), "-")
	return lang == "ja" || lang == "zh" || lang == "ko"
}

// upright settles whether the lines run from top to bottom.
func (b *book) upright() {
	if b.Vertical && !eastAsian(b.d.Meta.Lang) {
		b.Vertical = false
		if b.Warn != nil {
			b.Warn(render.Warning{Path: "meta", Message: "lines from top to bottom are for Chinese, Japanese and Korean: they are horizontal"})
		}
	}
}

// progression is the direction in which the pages are turned, where it is not
// the usual one.
func (b *book) progression() doc.Direction {
	if b.Vertical {
		return doc.RTL
	}
	return b.direction()
}

// words writes text. In vertical lines a number of one or two figures stands
// upright in the space of one character; a longer one lies on its side, as
// words of other scripts do (JLReq, 3.2.5 and 3.2.6).
func (w *writer) words(s string) {
	if !w.Vertical || w.sideways || w.plain || !eastAsian(w.lang) {
		w.escape(s)
		return
	}
	for {
		from, to := figures(s)
		w.escape(s[:from])
		if from == to {
			return
		}
		w.out = append(w.out, `<span class="upright">`...)
		w.out = append(append(w.out, s[from:to]...), "</span>"...)
		s = s[to:]
	}
}

// figures finds the first number of one or two figures that is no part of a
// longer word or number; both results are the end of s where there is none.
func figures(s string) (from, to int) {
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && (word(s[j]) || (s[j] == '.' || s[j] == ',') && j > i && j+1 < len(s) && word(s[j+1])) {
			j++
		}
		if n := j - i; (n == 1 || n == 2) && digit(s[i]) && digit(s[j-1]) {
			return i, j
		}
		i = max(j, i+1)
	}
	return len(s), len(s)
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func word(c byte) bool { return digit(c) || c|0x20 >= 'a' && c|0x20 <= 'z' }
