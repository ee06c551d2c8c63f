package pdf

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// French sets a thin space before the marks of two parts and inside its
// guillemets, at which no line ends (Lexique des règles typographiques en usage
// à l'Imprimerie nationale, "Ponctuation"). It is set whether the source has a
// space there, a no-break space or none.

// frenchSpacing reports whether a language's marks are set so. Canadian books
// set them close.
func frenchSpacing(lang string) bool {
	return (lang == "fr" || strings.HasPrefix(lang, "fr-")) && lang != "fr-CA"
}

// thinBefore reports whether French parts a mark from what stands before it.
func thinBefore(r rune) bool {
	switch r {
	case ';', ':', '!', '?', '»', '›':
		return true
	}
	return false
}

// thinAfter is the like of what stands after it.
func thinAfter(r rune) bool { return r == '«' || r == '‹' }

// thinAt reports whether the white space from one byte to another is French and
// stands at a mark that takes a thin one.
func (b *builder) thinAt(from, to int) bool {
	if !frenchSpacing(b.text.runs[b.run].style.lang) {
		return false
	}
	before, _ := utf8.DecodeLastRune(b.text.buf[:from])
	after, _ := utf8.DecodeRune(b.text.buf[to:])
	return thinBefore(after) || thinAfter(before)
}

// thin sets a thin space that no line ends at; the source's, of the bytes from
// at, or none of it.
func (b *builder) thin(at int, source bool) {
	ts := b.intern(b.text.runs[b.run].style)
	b.item(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Infinite}, layout.Piece{Offset: -1})
	em := linebreak.Part(ts.size)
	it := linebreak.Item{Kind: linebreak.Glue, Width: em / 6, Stretch: em / 24, Shrink: em / 36}
	if !source {
		b.item(it, layout.Piece{Offset: -1})
		return
	}
	r, ink := b.text.runs[b.run], b.space(ts).ink
	if bytes.HasPrefix(b.text.buf[at:], []byte("\u202F")) {
		ink = b.space(ts).narrow // a reader that copies the text gets it back
	}
	b.item(it, layout.Piece{Ink: ink, Tag: r.tag, Link: r.link, Offset: r.at(at)})
}

// word sets a word, or a part of one, with the thin spaces that French sets in
// it where the source has none.
func (b *builder) word(i, end int) {
	if buf := b.text.buf; frenchSpacing(b.text.runs[b.run].style.lang) {
		prev, _ := utf8.DecodeLastRune(buf[:i])
		for at := i; at < end; {
			r, n := utf8.DecodeRune(buf[at:])
			if at > 0 && (thinAfter(prev) || thinBefore(r) && standsApart(prev, r, buf[at+n:])) {
				if at > i {
					b.letters(i, at)
					i = at
				}
				b.thin(at, false)
			}
			prev = r
			at += n
		}
	}
	b.letters(i, end)
}

// standsApart reports whether a mark follows prev with a thin space between. Two
// marks in a row stand close, and so does a colon within a time or an address.
func standsApart(prev, mark rune, rest []byte) bool {
	if prev == ' ' || prev == '\u00A0' || prev == '\u202F' || prev == objectRune {
		return false
	}
	if strings.ContainsRune(";:!?", prev) && mark != '»' && mark != '›' {
		return false
	}
	if mark == ':' && len(rest) > 0 && rest[0] != ' ' && rest[0] != 0xC2 {
		return false
	}
	return unicode.IsPrint(prev) && !strings.ContainsRune("([«‹“‘…", prev)
}
