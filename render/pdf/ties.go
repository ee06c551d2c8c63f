package pdf

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tied reports whether a line must not end at the space that is the bytes from
// to to of buf, by the habits of a language: before a dash that a space
// follows, between a number and its unit and between an abbreviation and its
// number, among initials, and, where the language has it so, after a word of
// one letter.
func tied(buf []byte, from, to int, lang string) bool {
	after, _ := utf8.DecodeRune(buf[to:])
	if dash(after) {
		next := to + utf8.RuneLen(after)
		return next < len(buf) && (buf[next] == ' ' || buf[next] == 0xC2 && bytes.HasPrefix(buf[next:], []byte("\u00A0")))
	}
	start := from
	for start > 0 && buf[start-1] != ' ' && from-start < 12 {
		start--
	}
	word := buf[start:from]
	if len(word) == 0 || start > 0 && buf[start-1] != ' ' {
		return false
	}
	last := word[len(word)-1]
	switch {
	case last >= '0' && last <= '9':
		return unit(buf[to:])
	case last == '.' || len(word) <= 4:
		word = bytes.TrimLeft(word, "([“„«‘‚")
		return numbered(word, buf[to:]) || initial(word, after, lang) || lonely(word, lang)
	}
	return false
}

func dash(r rune) bool { return r == '–' || r == '—' }

// unitWords stand close to the number before them.
var unitWords = wordSet(`% ‰ ° °C °F € $ £ ¥ kr kr. Kč zł руб. грн
	nm µm mm cm dm m km ft yd mi pt px em ha a mg g dag kg t ml cl dl l
	ms s min h Hz kHz MHz GHz W kW MW GW Wh kWh V kV A mA J kJ MJ N Pa hPa kPa bar K dB kB MB GB TB bit
	m² m³ km² cm² r. Uhr Mio. Mrd. mln mld mlrd тыс. млн млрд км м см мм кг г мин ч`)

// unit reports whether b begins with a unit.
func unit(b []byte) bool {
	end := bytes.IndexByte(b, ' ')
	if end < 0 {
		end = len(b)
	}
	if end > 12 {
		return false
	}
	word := string(b[:end])
	return unitWords[word] || unitWords[strings.TrimRight(word, ".,;:!?)]”“»’")]
}

// abbreviations stand close to the number after them.
var abbreviations = wordSet(`§ §§ ¶ № N° n° nº No. no. Nos. nos. Nr. nr. nr Nrn. núm. num. č.
	p. pp. P. S. s. f. ff. fol. l. ll. v. vv. col. cols. pág. págs. str. стр. с. σ. σελ. oldal
	vol. vols. Vol. Vols. t. T. tom. tomo Bd. Bde. Bd bd. bind dl. dl
	ch. chs. chap. Kap. kap. cap. caps. rozdz. гл. sec. secs. Sec. Abs. Art. art. arts. Ziff. Anm. ст. п.
	fig. figs. Fig. Figs. Abb. Tab. tab. afb. ryc. рис. табл. eq. Eq. ed. n. nn.`)

// numbered reports whether word is an abbreviation and a number follows it, in
// figures or roman.
func numbered(word, after []byte) bool {
	if len(after) == 0 || !abbreviations[string(word)] {
		return false
	}
	return after[0] >= '0' && after[0] <= '9' || bytes.IndexByte([]byte("IVXLCDMivxlcdm"), after[0]) >= 0 && romanFigures(after)
}

// romanFigures reports whether b begins with a word of roman figures.
func romanFigures(b []byte) bool {
	n := 0
	for n < len(b) && bytes.IndexByte([]byte("IVXLCDMivxlcdm"), b[n]) >= 0 {
		n++
	}
	return n == len(b) || !isLetter(b[n])
}

// initial reports whether word is an initial, and the name's next part begins
// with after. The English "I." is a sentence's end.
func initial(word []byte, after rune, lang string) bool {
	r, n := utf8.DecodeRune(word)
	if n+1 != len(word) || word[n] != '.' || !unicode.IsUpper(r) || !unicode.IsUpper(after) {
		return false
	}
	return r != 'I' || !strings.HasPrefix(lang, "en")
}

// lonelyIn are the languages whose books let no word of one letter stand at a
// line's end.
var lonelyIn = wordSet("pl cs sk ru uk be bg sr hr sl")

func lonely(word []byte, lang string) bool {
	primary, _, _ := strings.Cut(lang, "-")
	r, n := utf8.DecodeRune(word)
	return n == len(word) && unicode.IsLetter(r) && lonelyIn[primary]
}

// wordSet is the words of a list.
func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
