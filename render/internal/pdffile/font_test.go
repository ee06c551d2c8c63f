package pdffile

import (
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// codes is a random font's: runs and jumps of CIDs, texts of one character,
// of several, and beyond the Basic Multilingual Plane.
func codes(r *rand.Rand, n int) []Code {
	cs := make([]Code, 1)
	cid, char := uint16(1), rune('a')
	for range n {
		cid, char = cid+1, char+1
		if r.IntN(5) == 0 {
			cid, char = uint16(1+r.IntN(60000)), rune(0x20+r.IntN(0x2000))
		}
		text := string(char)
		switch r.IntN(8) {
		case 0:
			text += "fi"
		case 1:
			text = string(rune(0x1D400 + r.IntN(100)))
		}
		cs = append(cs, Code{CID: cid, Width: []float64{500, 500, 250, 601.25}[int(cid)%4], Text: text})
	}
	return cs
}

var mapped = regexp.MustCompile(`(?m)^<(\w{4})> <(\w{4})> <?(\w+)>?$`)

// expand reads the ranges of a CMap as a reader would.
func expand(t *testing.T, cmap string) map[int]string {
	out := map[int]string{}
	for _, m := range mapped.FindAllStringSubmatch(cmap, -1) {
		from, _ := strconv.ParseInt(m[1], 16, 32)
		to, _ := strconv.ParseInt(m[2], 16, 32)
		require.Equal(t, from>>8, to>>8)
		for c := from; c <= to; c++ {
			require.NotContains(t, out, int(c))
			if strings.Contains(cmap, "bfrange") {
				last, _ := strconv.ParseInt(m[3][len(m[3])-2:], 16, 32)
				require.LessOrEqual(t, last+c-from, int64(255))
				out[int(c)] = fmt.Sprintf("%s%02X", m[3][:len(m[3])-2], last+c-from)
			} else {
				cid, _ := strconv.Atoi(m[3])
				out[int(c)] = fmt.Sprint(cid + int(c-from))
			}
		}
	}
	for _, m := range regexp.MustCompile(`(?m)^(\d+) begin\w+range$`).FindAllStringSubmatch(cmap, -1) {
		n, _ := strconv.Atoi(m[1])
		require.LessOrEqual(t, n, 100)
	}
	return out
}

func TestCMaps(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := 0; n < 700; n += 23 {
		cs := codes(r, n)
		cids := expand(t, string(encoding("ABCDEF+Face", cs).data))
		texts := expand(t, string(toUnicode(cs)))
		require.Len(t, cids, n+1-1)
		require.Len(t, texts, n)
		for i, c := range cs[1:] {
			require.Equal(t, fmt.Sprint(c.CID), cids[i+1])
			require.Equal(t, fmt.Sprintf("%X", utf16be(c.Text)), texts[i+1])
		}
	}
}

func TestWidths(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for n := 0; n < 300; n += 17 {
		f := &Font{Codes: codes(r, n)}
		o := object("<<")
		f.widths(&o)
		o.raw(">>")
		v, err := (&lexer{b: o}).value()
		require.NoError(t, err)
		got, def := readWidths(t, v)
		for _, c := range f.Codes[1:] {
			w, ok := got[int(c.CID)]
			if !ok {
				w = def
			}
			require.Equal(t, c.Width, w, "CID %d in %s", c.CID, o)
		}
	}
}

func readWidths(t *testing.T, font value) (map[int]float64, float64) {
	num := func(v value) float64 {
		x, err := strconv.ParseFloat(string(v.raw), 64)
		require.NoError(t, err)
		return x
	}
	dw, _ := font.get("DW")
	def := num(dw)
	require.Equal(t, math.Trunc(def), def, "DW is an integer")
	got := map[int]float64{}
	set := func(cid int, w float64) {
		require.NotContains(t, got, cid)
		got[cid] = w
	}
	w, _ := font.get("W")
	for i := 0; i < len(w.items); {
		first, _ := w.items[i].int()
		if list := w.items[i+1]; list.kind == array {
			for k, x := range list.items {
				set(first+k, num(x))
			}
			i += 2
			continue
		}
		last, _ := w.items[i+1].int()
		for cid := first; cid <= last; cid++ {
			set(cid, num(w.items[i+2]))
		}
		i += 3
	}
	return got, def
}

// The tag follows from the subset and nothing else.
func TestTag(t *testing.T) {
	f := &Font{Program: []byte("program"), Codes: []Code{{}, {CID: 1, Text: "a"}}}
	g := &Font{Program: []byte("program"), Codes: []Code{{}, {CID: 1, Text: "b"}}}
	require.Regexp(t, "^[A-Z]{6}$", f.tag())
	require.Equal(t, f.tag(), f.tag())
	require.NotEqual(t, f.tag(), g.tag())
}

func TestPostScriptName(t *testing.T) {
	for in, want := range map[string]string{"STIXTwoText-Bold": "STIXTwoText-Bold", "A (b) /c": "Abc", "": "Font", "明朝": "Font",
		strings.Repeat("x", 80): strings.Repeat("x", 63)} {
		require.Equal(t, want, postScript(in))
	}
}
