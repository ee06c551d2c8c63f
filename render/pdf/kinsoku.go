package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A class is what a character is to East Asian typesetting: the classes of
// "Requirements for Japanese Text Layout" (JLREQ), appendix A, as far as they
// are told apart here. All but western stand on squares of their own.
type class uint8

const (
	western     class = iota // letters, figures and marks that are set as in Latin
	opening                  // cl-01, opening brackets
	closing                  // cl-02, closing brackets
	connecting               // cl-03, wave dashes and the double hyphen
	dividing                 // cl-04, question and exclamation marks
	middle                   // cl-05, middle dots, colons
	stop                     // cl-06, full stops
	comma                    // cl-07
	inseparable              // cl-08, leaders and dashes, which come in pairs
	iteration                // cl-09, iteration marks
	smallKana                // cl-10 and 11, small kana and the prolonged sound mark
	prefix                   // cl-12, signs before a number
	suffix                   // cl-13, signs after one
	blank                    // cl-14, the ideographic space
	kana                     // cl-15 and 16
	ideograph                // cl-19
	figure                   // full-width figures
	hangul
)

var classes = func() map[rune]class {
	m := map[rune]class{}
	for c, s := range map[class]string{
		opening:     "（「『〔［｛〈《【〖〘〚〝｟｢",
		closing:     "）」』〕］｝〉》】〗〙〛〞〟｠｣",
		connecting:  "〜～゠",
		dividing:    "！？‼⁇⁈⁉",
		middle:      "・：；",
		stop:        "。．｡",
		comma:       "、，､",
		inseparable: "…‥―─〳〴〵",
		iteration:   "々〻〆ゝゞヽヾ",
		smallKana:   "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーｰｧｨｩｪｫｯｬｭｮㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ",
		prefix:      "￥＄￡￠＃№",
		suffix:      "％‰℃℉＠㏋",
		blank:       "\u3000",
	} {
		for _, r := range s {
			m[r] = c
		}
	}
	return m
}()

// classOf is the class of a character by itself, in a language.
func classOf(r rune, lang string) class {
	if r < 0x2010 {
		return western
	}
	c, ok := classes[r]
	switch {
	case c == middle && r != '・' && chinese(lang):
		return comma // set to the left of their squares
	case ok:
		return c
	case r >= '０' && r <= '９':
		return figure
	case r >= 0x3041 && r < 0x3100, r >= 0xFF66 && r < 0xFFA0:
		return kana
	case r >= 0x3300 && r < 0x3358, r >= 0x3371 && r < 0x33E0: // squared units
		return suffix
	case unicode.Is(unicode.Hangul, r):
		return hangul
	case r >= 0x2E80 && r < 0xA000, r >= 0xF900 && r < 0xFB00, r >= 0xFE30 && r < 0xFE50, r >= 0xFF00 && r < 0xFFF0, r >= 0x1F200 && r < 0x1F300, r >= 0x20000 && r < 0x40000:
		if korean(lang) {
			return hangul // words in hanja are divided and spaced like the others
		}
		return ideograph
	}
	return western
}

// shared is the class that a mark which Latin and East Asian text share has
// where it stands among ideographs; western for others.
func shared(r rune, lang string) class {
	switch r {
	case '—', '…', '‥':
		return inseparable
	case '·', '‧':
		if !korean(lang) {
			return middle
		}
	case '“', '‘':
		if eastAsian(lang) {
			return opening
		}
	case '”', '’':
		if eastAsian(lang) {
			return closing
		}
	}
	return western
}

func primary(lang string) string {
	l, _, _ := strings.Cut(lang, "-")
	return strings.ToLower(l)
}

func japanese(lang string) bool { return primary(lang) == "ja" }
func korean(lang string) bool   { return primary(lang) == "ko" }

func chinese(lang string) bool {
	switch primary(lang) {
	case "zh", "cmn", "yue", "wuu", "nan", "hak":
		return true
	}
	return false
}

// eastAsian reports whether a language is set on squares.
func eastAsian(lang string) bool { return japanese(lang) || chinese(lang) }

// centred reports whether commas and stops stand in the middle of their
// squares, as in traditional Chinese, and no white of theirs can be taken off.
func centred(lang string) bool {
	l := strings.ToLower(lang)
	if !chinese(l) {
		return false
	}
	for _, s := range []string{"-hant", "-tw", "-hk", "-mo"} {
		if strings.Contains(l, s) {
			return true
		}
	}
	return primary(l) == "yue" && !strings.Contains(l, "-hans")
}

// classify notes the class of each character at its first byte, in a slice as
// long as the text; nil if all are western.
func (t *text) classify(dst []class) []class {
	var found bool
	dst = append(dst[:0], make([]class, len(t.buf))...)
	run := 0
	for i := 0; i < len(t.buf); {
		if t.buf[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(t.buf[i:])
		run = t.runAt(i, run)
		dst[i] = classOf(r, t.runs[run].style.lang)
		found = found || dst[i] != western
		i += n
	}
	if !found {
		return nil
	}
	t.classifyShared(dst)
	return dst
}

// classifyShared gives marks that Latin shares the class that their neighbours
// tell: an opening mark goes with what stands before it, others with either.
func (t *text) classifyShared(cs []class) {
	run := 0
	var before rune
	east := eastAsian(t.runs[0].style.lang) // at the start
	for i := 0; i < len(t.buf); {
		r, n := utf8.DecodeRune(t.buf[i:])
		run = t.runAt(i, run)
		lang := t.runs[run].style.lang
		if c := shared(r, lang); c != western {
			after, afterEast := t.next(i+n, cs, lang)
			switch {
			case before == r && i > 0:
				if !east {
					c = western
				}
			case c == opening && !east, c == closing && !afterEast, !east && !afterEast,
				(r == '’' || r == '‘') && unicode.IsLetter(before) && unicode.IsLetter(after) && !(east && afterEast):
				c = western
			}
			cs[i] = c
		}
		east = cs[i] != western || r == ' ' && eastAsian(lang) && east
		before = r
		i += n
	}
}

// next is the character at byte i, and whether it is East Asian; the end of the
// text is if its language is, and so is another mark of the shared ones.
func (t *text) next(i int, cs []class, lang string) (rune, bool) {
	for j := i; j < len(t.buf); {
		r, n := utf8.DecodeRune(t.buf[j:])
		if shared(r, lang) == western {
			return r, cs[j] != western
		}
		j += n
	}
	return 0, eastAsian(lang)
}

// neverFirst reports whether no line may begin with a class (JLREQ 3.1.7, the
// strict rules of JIS X 4051), neverLast whether none may end with it (3.1.8).
func (c class) neverFirst() bool {
	switch c {
	case closing, connecting, dividing, middle, stop, comma, iteration, smallKana:
		return true
	}
	return false
}

func (c class) neverLast() bool { return c == opening }

// parted reports whether a line may end between two characters, one of them at
// least no western one; latin says what UAX #14 has for them.
func parted(a, b class, before, after rune, latin bool) bool {
	switch {
	case after == ' ' || after == '\u00A0' || after == '\u2060' || before == '\u2060' || before == '\u00A0' || unicode.In(after, unicode.Mn, unicode.Me):
		return latin
	case b.neverFirst() || a.neverLast() || b == suffix && (a == figure || unicode.IsDigit(before)):
		return false
	case before == ' ':
		return true
	case a == prefix && (b == figure || unicode.IsDigit(after)), (a == figure || before == '．' || before == '，') && b == figure, a == inseparable && b == inseparable && before == after:
		return false
	case a == western || b == western: // brackets of Latin and the like
		if a == inseparable || b == inseparable || a == closing || b == opening {
			return !unicode.IsPunct(after) || b != western
		}
		return latin
	}
	return true
}
