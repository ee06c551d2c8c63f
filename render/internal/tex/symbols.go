package tex

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed symbols.txt
var symbolData string

// A table is the symbols by name and by character.
type table struct {
	names  map[string]Symbol
	runes  map[rune]Class
	listed []string // names in the file's order
}

var classNames = map[string]Class{"ord": Ord, "op": Op, "bin": Bin, "rel": Rel, "open": Open, "close": Close, "punct": Punct}

// symbols reads the table at the first call.
var symbols = sync.OnceValue(func() *table {
	t := &table{names: map[string]Symbol{}, runes: map[rune]Class{}}
	for line := range strings.Lines(symbolData) {
		f := strings.Fields(line)
		if len(f) < 2 || f[0] == "#" {
			continue
		}
		r, _ := utf8.DecodeRuneInString(f[1])
		class := classNames[f[0]]
		if _, ok := t.runes[r]; !ok {
			t.runes[r] = class
		}
		for _, name := range f[2:] {
			t.names[name] = Symbol{Rune: r, Class: class}
			t.listed = append(t.listed, name)
		}
	}
	return t
})

// Names returns the control sequences of the symbols, without the backslash.
func Names() []string { return symbols().listed }

// typed are characters that stand for another in mathematics.
var typed = map[rune]rune{'-': '−', '*': '∗', '\'': '′', '`': '‵'}

// symbolOf is the symbol of a typed character.
func symbolOf(r rune) *Symbol {
	if t, ok := typed[r]; ok {
		r = t
	}
	class := symbols().runes[r]
	return &Symbol{Rune: r, Class: class}
}

// negated are the signs that Unicode has struck through besides those whose
// names say so in symbols.txt.
var negated = map[rune]rune{'=': '≠', '<': '≮', '>': '≯', '≤': '≰', '≥': '≱', '∈': '∉', '∋': '∌', '⊂': '⊄', '⊃': '⊅',
	'⊆': '⊈', '⊇': '⊉', '∼': '≁', '≃': '≄', '≅': '≇', '≈': '≉', '≡': '≢', '≍': '≭', '∣': '∤', '∥': '∦', '∃': '∄',
	'⊢': '⊬', '⊨': '⊭', '⊩': '⊮', '≺': '⊀', '≻': '⊁', '≼': '⋠', '≽': '⋡', '⊑': '⋢', '⊒': '⋣', '→': '↛', '←': '↚', '↔': '↮',
	'⇒': '⇏', '⇐': '⇍', '⇔': '⇎', '≲': '≴', '≳': '≵', '≶': '≸', '≷': '≹', '⊲': '⋪', '⊳': '⋫', '⊴': '⋬', '⊵': '⋭', '|': '∤'}

// functions are operators that are words; true is one with limits.
var functions = map[string]bool{
	"arccos": false, "arcsin": false, "arctan": false, "arg": false, "cos": false, "cosh": false, "cot": false, "coth": false,
	"csc": false, "deg": false, "det": true, "dim": false, "exp": false, "gcd": true, "hom": false, "inf": true, "injlim": true,
	"ker": false, "lg": false, "lim": true, "liminf": true, "limsup": true, "ln": false, "log": false, "max": true, "min": true,
	"Pr": true, "projlim": true, "sec": false, "sin": false, "sinh": false, "sup": true, "tan": false, "tanh": false,
}

// functionNames are those that are not written as they are called.
var functionNames = map[string]string{"liminf": "lim\u2009inf", "limsup": "lim\u2009sup", "injlim": "inj\u2009lim", "projlim": "proj\u2009lim"}

// spacing are the commands that set white space, in mu.
var spacing = map[string]int{"quad": 18, "qquad": 36, ",": 3, "thinspace": 3, ":": 4, ">": 4, "medspace": 4, ";": 5, "thickspace": 5,
	"!": -3, "negthinspace": -3, "negmedspace": -4, "negthickspace": -5, "enspace": 9, " ": 6, "\n": 6, "\t": 6, "space": 6, "nobreakspace": 6}

// accents are the signs over a part; braces and wide ones grow.
var accents = map[string]Accent{
	"hat": {Rune: '\u0302'}, "check": {Rune: '\u030C'}, "tilde": {Rune: '\u0303'}, "acute": {Rune: '\u0301'}, "grave": {Rune: '\u0300'},
	"dot": {Rune: '\u0307'}, "ddot": {Rune: '\u0308'}, "dddot": {Rune: '\u20DB'}, "ddddot": {Rune: '\u20DC'}, "breve": {Rune: '\u0306'},
	"bar": {Rune: '\u0304'}, "vec": {Rune: '\u20D7'}, "mathring": {Rune: '\u030A'},
	"widehat": {Rune: '\u0302', Stretch: true}, "widetilde": {Rune: '\u0303', Stretch: true}, "widecheck": {Rune: '\u030C', Stretch: true},
	"overrightarrow": {Rune: '→', Stretch: true}, "overleftarrow": {Rune: '←', Stretch: true}, "overleftrightarrow": {Rune: '↔', Stretch: true},
	"underrightarrow": {Rune: '→', Stretch: true, Under: true}, "underleftarrow": {Rune: '←', Stretch: true, Under: true},
	"underleftrightarrow": {Rune: '↔', Stretch: true, Under: true},
	"overbrace":           {Rune: '⏞', Stretch: true, Brace: true}, "underbrace": {Rune: '⏟', Stretch: true, Brace: true, Under: true},
	"overbracket": {Rune: '⎴', Stretch: true, Brace: true}, "underbracket": {Rune: '⎵', Stretch: true, Brace: true, Under: true},
	"overparen": {Rune: '⏜', Stretch: true, Brace: true}, "underparen": {Rune: '⏝', Stretch: true, Brace: true, Under: true},
}

// arrows are the arrows that grow with what stands over and under them.
var arrows = map[string]rune{"xrightarrow": '→', "xleftarrow": '←', "xleftrightarrow": '↔', "xRightarrow": '⇒', "xLeftarrow": '⇐',
	"xLeftrightarrow": '⇔', "xmapsto": '↦', "xhookrightarrow": '↪', "xhookleftarrow": '↩', "xrightharpoonup": '⇀', "xrightharpoondown": '⇁',
	"xleftharpoonup": '↼', "xleftharpoondown": '↽', "xrightleftharpoons": '⇌', "xleftrightharpoons": '⇋', "xlongequal": '='}

// sizes are the sizes of delimiters.
var sizes = map[string]Delimiter{
	"big": {Size: 1}, "Big": {Size: 2}, "bigg": {Size: 3}, "Bigg": {Size: 4},
	"bigl": {Size: 1, Class: Open}, "Bigl": {Size: 2, Class: Open}, "biggl": {Size: 3, Class: Open}, "Biggl": {Size: 4, Class: Open},
	"bigr": {Size: 1, Class: Close}, "Bigr": {Size: 2, Class: Close}, "biggr": {Size: 3, Class: Close}, "Biggr": {Size: 4, Class: Close},
	"bigm": {Size: 1, Class: Rel}, "Bigm": {Size: 2, Class: Rel}, "biggm": {Size: 3, Class: Rel}, "Biggm": {Size: 4, Class: Rel},
}

// alphabets are the commands that choose an alphabet for their argument.
var alphabets = map[string]Alphabet{"mathrm": Upright, "mathup": Upright, "mathit": Italic, "mathnormal": Plain, "mathbf": Bold, "bm": bolder,
	"boldsymbol": bolder, "pmb": bolder, "symbf": Bold, "mathbfit": BoldItalic, "symbfit": BoldItalic, "mathbb": DoubleStruck, "Bbb": DoubleStruck,
	"mathcal": Script, "mathscr": Script, "mathbfcal": BoldScript, "mathfrak": Fraktur, "mathbffrak": BoldFraktur, "frak": Fraktur,
	"mathsf": Sans, "mathbfsf": SansBold, "mathsfit": SansItalic, "mathtt": Mono}

// oldAlphabets are the commands that choose one for the rest of their group.
var oldAlphabets = map[string]Alphabet{"rm": Upright, "bf": Bold, "it": Italic, "cal": Script, "sf": Sans, "tt": Mono, "mit": Plain}

// textFonts are the commands that set words.
var textFonts = map[string]Text{"text": {}, "textrm": {}, "textnormal": {}, "textup": {}, "mbox": {}, "hbox": {}, "textit": {Italic: true}, "textsl": {Italic: true},
	"emph": {Italic: true}, "textbf": {Bold: true}, "textsf": {Sans: true}, "texttt": {Mono: true}, "intertext": {}, "shortintertext": {}}

// styles are the commands that set the style of the rest of their group.
var styles = map[string]Style{"displaystyle": DisplayStyle, "textstyle": TextStyle, "scriptstyle": ScriptStyle, "scriptscriptstyle": ScriptScriptStyle}

// classes are the commands that make their argument an atom of a class.
var classes = map[string]Class{"mathord": Ord, "mathop": Op, "mathbin": Bin, "mathrel": Rel, "mathopen": Open, "mathclose": Close,
	"mathpunct": Punct, "mathinner": Inner}
