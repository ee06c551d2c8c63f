package pdffile

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNum(t *testing.T) {
	for x, want := range map[float64]string{0: "0", 1: "1", -1.5: "-1.5", 0.0004: "0", -0.0004: "0", 0.001: "0.001", 12.3456: "12.346",
		-0.05: "-0.05", 595.276: "595.276", 100.1: "100.1", math.NaN(): "0", math.Inf(1): "0", 1e300: "0"} {
		var o object
		o.num(x)
		require.Equal(t, want, string(o), "%v", x)
	}
}

// What is written as a name or a string is read back as it was.
func TestStrings(t *testing.T) {
	for _, s := range []string{"", "plain", `(a\b)`, "line\r\nline", "Ōe “x” 𝒜", "(", "\r", "\xff\xfe bad"} {
		var o object
		o.text(s)
		v, err := (&lexer{b: o}).value()
		require.NoError(t, err)
		require.Equal(t, string([]rune(s)), decode(v))
		o = nil
		o.bytes(s)
		v, err = (&lexer{b: o}).value()
		require.NoError(t, err)
		require.Len(t, o, len(v.raw), "the whole is one string")
	}
	var o object
	o.name("A B#(é")
	require.Equal(t, "/A#20B#23#28#C3#A9", string(o))
}

func TestLexer(t *testing.T) {
	for in, want := range map[string]kind{"12": scalar, "12 0 R": refValue, "12 0 obj": scalar, "-1.5": scalar, "true": scalar, "/N": nameValue,
		"[1 2 0 R(a)]": array, "<</A<</B[1]>>/C 1 0 R>>": dictionary, "<AF01>": scalar, "(a(b)\\)c)": scalar} {
		l := &lexer{b: []byte(in)}
		v, err := l.value()
		require.NoError(t, err, in)
		require.Equal(t, want, v.kind, in)
	}
	for _, in := range []string{"", "[", "<<", "<</A>>", "<<1 2>>", "(a", "<ab", "]", ">", "}", "(a\\"} {
		_, err := (&lexer{b: []byte(in)}).value()
		require.Error(t, err, in)
	}
	deep := make([]byte, 100)
	for i := range deep {
		deep[i] = '['
	}
	_, err := (&lexer{b: deep}).value()
	require.ErrorIs(t, err, errNested)
}
