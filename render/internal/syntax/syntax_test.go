package syntax

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// marked writes tokens with their kinds: keywords in *, comments in %, strings
// in ^.
func marked(lang, text string) string {
	var out []string
	for _, l := range Lines(lang, strings.Split(text, "\n")) {
		s := ""
		for _, t := range l {
			m := [...]string{"", "*", "%", "^"}[t.Kind]
			s += m + t.Text + m
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

func TestLines(t *testing.T) {
	for _, c := range []struct{ lang, in, want string }{
		{"go", `func f(a.type) { return "x\"y" } // done`, `*func* f(a.type) { *return* ^"x\"y"^ } %// done%`},
		{"go", "a /* b\nc */ d `raw\nif` if", "a %/* b%\n%c */% d ^`raw^\n^if`^ *if*"},
		{"python", "def f():\n  '''doc\n  if''' # c", "*def* f():\n  ^'''doc^\n^  if'''^ %# c%"},
		{"sh", "if [ $# -gt 1 ]; then a#b; fi # c", "*if* [ $# -gt 1 ]; *then* a#b; *fi* %# c%"},
		{"rust", "fn f<'a>(x: &'a str)", "*fn* f<'a>(x: &'a str)"},
		{"SQL", "Select 'a' FROM t -- x", "*Select* ^'a'^ *FROM* t %-- x%"},
		{"yaml", "- key: value # c\n  other:\n  http://x.y", "- *key*: value %# c%\n  *other*:\n  http://x.y"},
		{"toml", "[head]\na = 'b'", "*[head]*\n*a *= ^'b'^"},
		{"html", `<a href="x">if</a><!-- c -->`, `<*a* href=^"x"^>if</*a*>%<!-- c -->%`},
		{"diff", "+a\n-b\n c", "*+a*\n%-b%\n c"},
		{"c", `char *s = "unclosed;`, `*char* *s = "unclosed;`},
		{"", "if // x", "if // x"},
		{"klingon", "if // x", "if // x"},
		{"language-go", "if", "*if*"},
	} {
		require.Equal(t, c.want, marked(c.lang, c.in), c.lang)
	}
}

// No character is added or lost, whatever the language.
func FuzzLines(f *testing.F) {
	f.Add("go", "a /* b\nc */ \"d\\")
	f.Add("html", "<!-- <a b='")
	f.Add("yaml", " - é: 'x\n[")
	f.Fuzz(func(t *testing.T, lang, text string) {
		lines := strings.Split(text, "\n")
		for i, l := range Lines(lang, lines) {
			s := ""
			for _, tok := range l {
				require.NotEmpty(t, tok.Text)
				s += tok.Text
			}
			require.Equal(t, lines[i], s)
		}
	})
}

func TestEveryLanguageIsWhole(t *testing.T) {
	text := "if (a == \"b\") { /* c */ } // d\n<x y='z'> # e -- f\n\tkey: value = [g]\né 'h\\"
	for name := range languages() {
		for i, l := range Lines(name, strings.Split(text, "\n")) {
			s := ""
			for _, tok := range l {
				s += tok.Text
			}
			require.Equal(t, strings.Split(text, "\n")[i], s, name)
		}
	}
}
