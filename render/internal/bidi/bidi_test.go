package bidi

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// show writes runs as text in brackets behind their level.
func show(text string, runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		fmt.Fprintf(&b, "%d[%s]", r.Level, text[r.Start:r.End])
	}
	return b.String()
}

func TestResolve(t *testing.T) {
	for _, c := range []struct {
		name, text string
		rtl        bool
		controls   []Control
		want       string
	}{
		{name: "latin", text: "plain words", want: "0[plain words]"},
		{name: "hebrew in latin", text: "the word שלום עולם, twice", want: "0[the word ]1[שלום עולם]0[, twice]"},
		{name: "figures in hebrew", text: "בשנת 1948 היה", rtl: true, want: "1[בשנת ]2[1948]1[ היה]"},
		{name: "figures after hebrew in latin", text: "a שנת 1948 b", want: "0[a ]1[שנת ]2[1948]0[ b]"},
		{name: "a price", text: "מחיר 3.50€, כן", rtl: true, want: "1[מחיר ]2[3.50€]1[, כן]"},
		{name: "latin in hebrew", text: "הספר Go in Practice.", rtl: true, want: "1[הספר ]2[Go in Practice]1[.]"},
		{name: "brackets go with the paragraph", text: "הספר (Go) כאן", rtl: true, want: "1[הספר (]2[Go]1[) כאן]"},
		{name: "brackets of the embedded text", text: "a (שלום b) c", want: "0[a (]1[שלום]0[ b) c]"},
		{name: "arabic figures", text: "سنة ١٩٤٨ كان", rtl: true, want: "1[سنة ]2[١٩٤٨]1[ كان]"},
		{name: "european figures in arabic", text: "سنة 1948-1949 كان", rtl: true, want: "1[سنة ]2[1948]1[-]2[1949]1[ كان]"},
		{name: "an isolate of the document", text: "אב C++ גד", rtl: true, controls: []Control{{5, IsolateLTR}, {8, Pop}}, want: "1[אב ]2[C++]1[ גד]"},
		{name: "without it", text: "אב C++ גד", rtl: true, want: "1[אב ]2[C]1[++ גד]"},
		{name: "a note's mark after latin", text: "אב Go1 גד", rtl: true, controls: []Control{{7, IsolateFirst}, {8, Pop}}, want: "1[אב ]2[Go]1[]2[1]1[ גד]"},
		{name: "a separator parts", text: "1\uFFFCab", rtl: true, controls: []Control{{1, Separator}}, want: "2[1]1[\uFFFC]2[ab]"},
		{name: "isolates go on in the next line", text: "a אb\uFFFCא! b", controls: []Control{{2, IsolateRTL}, {5, Newline}, {11, Pop}},
			want: "0[a ]1[א]2[b]0[\uFFFC]1[א!]0[ b]"},
		{name: "closed more often than opened", text: "aא", controls: []Control{{0, Pop}, {1, Pop}, {3, Pop}}, want: "0[a]1[א]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, show(c.text, Resolve([]byte(c.text), c.rtl, c.controls)))
		})
	}
}

// TestNeeded: what Needed leaves out has nothing but level 0, in every text.
func TestNeeded(t *testing.T) {
	require.False(t, Needed([]byte("Plain, ‘curled’ — ½ ﬁ Ωμέγα Жизнь 漢字 12\u00a0€")))
	for _, s := range []string{"שלום", "سلام", "ܐ", "a\u202eb", "\u2067", "١", "𞤀", "\uFB1D", "ﻼ", "ޝ"} {
		require.True(t, Needed([]byte("a"+s)), "%q", s)
	}
	r := rand.New(rand.NewSource(1))
	for range 2000 {
		text := random(r)
		if runs := Resolve(text, false, nil); !Needed(text) && len(text) > 0 {
			require.Equal(t, []Run{{0, len(text), 0}}, runs, "%q", text)
		}
	}
}

// TestRunsCoverText: runs follow on each other from the first byte to the last,
// whatever the text and the controls.
func TestRunsCoverText(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	for range 3000 {
		text := random(r)
		var cs []Control
		for i := range text {
			if r.Intn(6) == 0 && text[i]&0xC0 != 0x80 {
				cs = append(cs, Control{i, Kind(r.Intn(6))})
			}
		}
		end := 0
		for _, run := range Resolve(text, r.Intn(2) == 0, cs) {
			require.Equal(t, end, run.Start)
			require.GreaterOrEqual(t, run.End, run.Start)
			end = run.End
		}
		require.Equal(t, len(text), end)
	}
}

func random(r *rand.Rand) []byte {
	alphabet := []rune("ab אב عس 12 ١٢ ().,-+%/é\u0301\u05B8\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFFFC\u00A0\n\u2029\uFFFD漢")
	var b []byte
	for range r.Intn(40) {
		b = append(b, string(alphabet[r.Intn(len(alphabet))])...)
	}
	return b
}

func FuzzResolve(f *testing.F) {
	f.Add([]byte("a שלום 12"), true)
	f.Add([]byte("\xff\u2067("), false)
	f.Fuzz(func(t *testing.T, text []byte, rtl bool) {
		end := 0
		for _, run := range Resolve(text, rtl, nil) {
			if run.Start != end || run.End < run.Start {
				t.Fatal("runs do not cover the text")
			}
			end = run.End
		}
		if end != len(text) {
			t.Fatal("the text is longer than its runs")
		}
	})
}
