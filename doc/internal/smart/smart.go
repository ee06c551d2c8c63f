// Package smart sets the typographer's marks for those of a typewriter:
// curled quotation marks by language, apostrophes, dashes for hyphens in a
// row, an ellipsis for three points. Marks that are curled already stay.
package smart

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/offprint-go/offprint/doc"
)

// A Curler curls the marks of one paragraph after another.
type Curler struct {
	// Lang is the language of the block that comes next (BCP 47).
	Lang string
	// Dashes sets dashes for hyphens in a row and an ellipsis for three points.
	Dashes bool
	// Count is how many straight marks were curled.
	Count int

	prev rune // the character before, 0 at the start of a block
	open []rune
}

// New returns a Curler for a BCP 47 language.
func New(lang string) *Curler { return &Curler{Lang: lang} }

// Inlines curls the marks in a block's inlines, in place. Notes in it are
// blocks of their own.
func (c *Curler) Inlines(ns doc.Inlines) {
	c.prev, c.open = 0, c.open[:0]
	c.inlines(ns, 0)
}

func (c *Curler) inlines(ns doc.Inlines, after rune) {
	for i, n := range ns {
		next := after
		if i+1 < len(ns) {
			next = first(ns[i+1])
		}
		switch n := n.(type) {
		case doc.Text:
			ns[i] = doc.Text(c.text(string(n), next))
		case doc.Code, *doc.Math:
			c.prev = 'x'
		case doc.LineBreak:
			c.prev = ' '
		case *doc.Note, *doc.NoteRef, *doc.IndexTerm:
		case *doc.Span:
			lang := c.Lang
			if n.Lang != "" {
				c.Lang = n.Lang
			}
			c.inlines(n.Content, next)
			c.Lang = lang
		default:
			c.inlines(doc.Content(n), next)
		}
	}
}

// first is the first character of an inline, 'x' for something that is not
// text.
func first(n doc.Inline) rune {
	switch n := n.(type) {
	case doc.Text:
		r, _ := utf8.DecodeRuneInString(string(n))
		return r
	case doc.LineBreak:
		return ' '
	case *doc.Note, *doc.NoteRef:
		return ' '
	}
	if in := doc.Content(n); len(in) > 0 {
		return first(in[0])
	}
	return 'x'
}

func (c *Curler) text(s string, after rune) string {
	if !c.typed(s) {
		if s != "" {
			c.prev, _ = utf8.DecodeLastRuneInString(s)
		}
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		plain := strings.IndexAny(s, marks)
		if plain < 0 {
			plain = len(s)
		}
		if plain > 0 {
			b.WriteString(s[:plain])
			c.prev, _ = utf8.DecodeLastRuneInString(s[:plain])
			s = s[plain:]
			continue
		}
		out, n := c.mark(s, after)
		b.WriteString(out)
		s = s[n:]
	}
	return b.String()
}

// marks are the characters that a typewriter's marks begin with.
const marks = `"'-.`

// typed reports whether there is a typewriter's mark in a text, which most have
// not: hyphens and full points alone are none.
func (c *Curler) typed(s string) bool {
	return strings.IndexByte(s, '"') >= 0 || strings.IndexByte(s, '\'') >= 0 ||
		c.Dashes && (strings.Contains(s, "--") || strings.Contains(s, "..."))
}

// mark sets the character of [marks] that a text begins with, or the mark that
// begins with it, and tells how long that was.
func (c *Curler) mark(s string, after rune) (out string, n int) {
	r := rune(s[0])
	if r == '"' || r == '\'' {
		if len(s) > 1 {
			after, _ = utf8.DecodeRuneInString(s[1:])
		}
		c.Count++
		out, c.prev = c.quote(r, after, s[1:])
		return out, 1
	}
	c.prev = r
	switch {
	case r == '-' && c.Dashes:
		return dash(s)
	case c.Dashes && strings.HasPrefix(s, "..."):
		return "…", 3
	}
	return s[:1], 1
}

// dash sets an em dash for three hyphens, an en dash for two.
func dash(s string) (string, int) {
	switch {
	case strings.HasPrefix(s, "----"):
		n := len(s) - len(strings.TrimLeft(s, "-"))
		return s[:n], n
	case strings.HasPrefix(s, "---"):
		return "—", 3
	case strings.HasPrefix(s, "--"):
		return "–", 2
	}
	return "-", 1
}

// quote decides what a straight mark is: an apostrophe, or a mark that opens
// or closes. It also returns what the mark is to the character after it: the
// start of a text, or a letter. The mark itself does not tell, as one that
// opens in one language closes in another.
func (c *Curler) quote(mark, next rune, rest string) (out string, prev rune) {
	const start, letter = 0, 'x'
	t := doc.TermsFor(c.Lang)
	before := c.prev == 0 || unicode.IsSpace(c.prev) || strings.ContainsRune("([{—–-/“‘«„‚¿¡", c.prev)
	after := next == 0 || unicode.IsSpace(next)
	if mark == '\'' {
		if !before && unicode.IsLetter(next) || before && c.english() && elided(rest) || before && unicode.IsDigit(next) {
			return "’", letter
		}
	}
	// The outer marks of a language may be single: British text writes ' first.
	single := mark == '\''
	inner := single
	if outer, _ := t.QuoteMarks(false); outer == "‘" {
		inner = !single
	}
	open, end := t.QuoteMarks(inner)
	if before && !after {
		c.open = append(c.open, mark)
		return open, start
	}
	if n := len(c.open); n > 0 && c.open[n-1] == mark {
		c.open = c.open[:n-1]
		return end, letter
	}
	if single {
		return "’", letter // a possessive's, or a measure in feet
	}
	if before {
		c.open = append(c.open, mark)
		return open, start
	}
	return end, letter
}

// english reports whether the words are English. Other languages have the same
// words whole: "til" in Danish, "em" in Portuguese.
func (c *Curler) english() bool {
	lang, _, _ := strings.Cut(c.Lang, "-")
	return lang == "" || strings.EqualFold(lang, "en")
}

// elided reports whether what follows a mark is an English word that has lost
// its beginning.
func elided(rest string) bool {
	word := strings.ToLower(rest)
	if i := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		word = word[:i]
	}
	switch word {
	case "tis", "twas", "twere", "twill", "til", "em", "cause", "bout", "round", "n":
		return true
	}
	return false
}
