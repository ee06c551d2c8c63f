package hyphen

import (
	"embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed data/*.pat.txt data/*.hyp.txt
var data embed.FS

// A language is a set of patterns, its lists of exceptions, and the least
// number of letters before and after a hyphen.
type language struct {
	patterns    string // the file's name
	exceptions  string // likewise, blanks between several
	left, right int
}

// languages by BCP 47 tag in lower case. The least numbers of letters are the
// pattern authors' for typesetting, but for Greek: they let a letter stand
// alone at a line's end.
var languages = map[string]language{
	"da":         {"da", "", 2, 2},
	"de":         {"de-1996", "", 2, 2}, // Swiss spelling too
	"de-1901":    {"de-1901", "", 2, 2},
	"de-at-1901": {"de-1901", "", 2, 2},
	"de-ch-1901": {"de-1901", "", 2, 2},
	"de-de-1901": {"de-1901", "", 2, 2},
	"el":         {"el-monoton", "", 2, 2},
	"el-polyton": {"el-polyton", "", 2, 2},
	"en":         {"en-us", "en-us en-x-more", 2, 3},
	"en-gb":      {"en-gb", "en-gb", 2, 3},
	"en-au":      {"en-gb", "en-gb", 2, 3},
	"en-ie":      {"en-gb", "en-gb", 2, 3},
	"en-nz":      {"en-gb", "en-gb", 2, 3},
	"en-za":      {"en-gb", "en-gb", 2, 3},
	"es":         {"es", "", 2, 2},
	"fi":         {"fi", "", 2, 2},
	"fr":         {"fr", "", 2, 3},
	"grc":        {"grc", "", 2, 2},
	"hu":         {"hu", "", 2, 2},
	"it":         {"it", "", 2, 2},
	"la":         {"la", "", 2, 2},
	"nb":         {"nb", "nb", 2, 2},
	"nl":         {"nl", "nl", 2, 2},
	"nn":         {"nb", "nn", 2, 2}, // the two Norwegians differ in exceptions
	"no":         {"nb", "nb", 2, 2},
	"pl":         {"pl", "pl", 2, 2},
	"pt":         {"pt", "pt", 2, 3},
	"ru":         {"ru", "ru", 2, 2},
	"sv":         {"sv", "", 2, 2},
	"tr":         {"tr", "", 2, 2},
	"uk":         {"uk", "", 2, 2},
}

// A Dictionary knows one language's words. It is safe for concurrent use.
type Dictionary struct {
	left, right int
	patterns    trie
	exceptions  map[string][]int
}

// dictionaries are read once, when their language is first asked for.
var dictionaries sync.Map // file -> func() *Dictionary

// For returns the dictionary of a BCP 47 language, or of that language without
// its last subtags; nil if there is none.
func For(lang string) *Dictionary {
	for tag := strings.ToLower(lang); tag != ""; {
		if l, ok := languages[tag]; ok {
			load, _ := dictionaries.LoadOrStore(l, sync.OnceValue(func() *Dictionary { return read(l) }))
			return load.(func() *Dictionary)()
		}
		tag = tag[:max(strings.LastIndexByte(tag, '-'), 0)]
	}
	return nil
}

func read(l language) *Dictionary {
	d := &Dictionary{left: l.left, right: l.right, exceptions: map[string][]int{}}
	for p := range strings.FieldsSeq(file(l.patterns + ".pat")) {
		d.patterns.add(p)
	}
	for name := range strings.FieldsSeq(l.exceptions) {
		for w := range strings.FieldsSeq(file(name + ".hyp")) {
			d.exception(w)
		}
	}
	return d
}

func file(name string) string {
	b, err := data.ReadFile("data/hyph-" + name + ".txt")
	if err != nil {
		panic(err) // embedded: the build is broken
	}
	return string(b)
}

// exception takes a word with hyphens where it may be divided. The least
// numbers of letters hold for it too.
func (d *Dictionary) exception(w string) {
	at := []int{}
	word := strings.ReplaceAll(w, "-", "")
	letters, k, pos := utf8.RuneCountInString(word), 0, 0
	for _, r := range w {
		switch {
		case r != '-':
			k++
			pos += utf8.RuneLen(r)
		case k >= d.left && letters-k >= d.right:
			at = append(at, pos)
		}
	}
	d.exceptions[word] = at
}

// Hyphenate appends to dst the places, in bytes, at which a word of letters
// may be divided, in order. A word with soft hyphens is divided at those
// alone, after them. Capitals count as small letters; a word all in capitals
// is not divided.
func (d *Dictionary) Hyphenate(word string, dst []int) []int {
	if strings.Contains(word, "\u00ad") {
		return softHyphens(word, dst)
	}
	n := utf8.RuneCountInString(word)
	if n < d.left+d.right || n > 60 {
		return dst
	}
	low := strings.ToLower(word)
	if len(low) != len(word) || low != word && strings.IndexFunc(word, unicode.IsLower) < 0 {
		return dst
	}
	if at, ok := d.exceptions[low]; ok {
		return append(dst, at...)
	}
	return d.byPatterns(low, dst)
}

func softHyphens(word string, dst []int) []int {
	for i, r := range word {
		if end := i + len("\u00ad"); r == '\u00ad' && end < len(word) && i > 0 {
			dst = append(dst, end)
		}
	}
	return dst
}

// byPatterns lays every pattern that the word holds over it; where the highest
// level between two letters is odd, the word may be divided.
func (d *Dictionary) byPatterns(low string, dst []int) []int {
	text := "." + low + "."
	var buf [128]byte
	levels := buf[:0]
	if len(text)+1 > len(buf) {
		levels = make([]byte, 0, len(text)+1)
	}
	levels = levels[:len(text)+1]
	for i := range text {
		d.patterns.lay(text[i:], levels[i:])
	}
	letters := utf8.RuneCountInString(low)
	k := 0
	for i := range low {
		if k >= d.left && letters-k >= d.right && levels[i+1]%2 == 1 {
			dst = append(dst, i)
		}
		k++
	}
	return dst
}
