package pdf

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestParseLength(t *testing.T) {
	for s, want := range map[string]Length{"12": 12, "12pt": 12, "1in": 72, "0.75in": 54, "25.4mm": 72, "2.54cm": 72, "1pc": 12, " 3 mm ": 3 * Mm} {
		got, err := ParseLength(s)
		require.NoError(t, err, s)
		require.InDelta(t, float64(want), float64(got), 1e-9, s)
	}
	for _, s := range []string{"", "in", "12 feet", "NaN", "1e300", "--3"} {
		_, err := ParseLength(s)
		require.ErrorContains(t, err, "want a number", s)
	}
}

func TestParsePage(t *testing.T) {
	for s, want := range map[string]Size{"a4": A4, "A5": A5, "letter": Letter, "6x9in": {6 * In, 9 * In}, "148x210mm": A5, "5.5inx8.5in": {5.5 * In, 8.5 * In}, "400x600": {400, 600}} {
		got, err := ParsePage(s)
		require.NoError(t, err, s)
		require.InDelta(t, float64(want.Width), float64(got.Width), 1e-6, s)
		require.InDelta(t, float64(want.Height), float64(got.Height), 1e-6, s)
	}
	for _, s := range []string{"", "a9", "6x", "x9in", "0x9in", "-1x2in"} {
		_, err := ParsePage(s)
		require.Error(t, err, s)
	}
}

func TestReadyStylesAreSound(t *testing.T) {
	for name := range styles {
		s, err := StyleNamed(name)
		require.NoError(t, err)
		require.NoError(t, s.Check(), name)
		lines := float64(s.depth() / s.Leading)
		require.Less(t, lines-math.Floor(lines), 0.1, "%s: the margins leave part of a line", name)
	}
	_, err := StyleNamed("novel")
	require.ErrorContains(t, err, `"novel"`)
}

func TestParseStyle(t *testing.T) {
	s, err := ParseStyle([]byte(`{"base":"book","page":{"width":"5.5in","height":"8.5in"},"textSize":11,"notes":{"size":0.8,"leading":0.8,"rule":0.25}}`))
	require.NoError(t, err)
	want := StyleBook()
	want.Page = Size{5.5 * In, 8.5 * In}
	want.TextSize = 11
	want.Notes = NotesStyle{Size: 0.8, Leading: 0.8, Rule: 0.25}
	require.Equal(t, want, s)

	full, err := json.Marshal(StyleReport())
	require.NoError(t, err)
	again, err := ParseStyle(full)
	require.NoError(t, err)
	require.Equal(t, StyleReport(), again)

	for bad, says := range map[string]string{
		`{"colour":"red"}`:                    `"colour"`,
		`{"textSize":"big"}`:                  `"big"`,
		`{"base":"novel"}`:                    `"novel"`,
		`{"textSize":0.5}`:                    "textSize",
		`{"margins":{"inner":500}}`:           "measure",
		`{"headings":[]}`:                     "headings",
		`{"headings":[{"size":0,"lines":1}]}`: "headings[0]",
		`{"columns":9}`:                       "columns",
		`{"columns":3,"gutter":150}`:          "columns",
		`{"gutter":-1}`:                       "gutter",
		`{"binding":-1}`:                      "binding",
		`{"chapters":{"dropCap":9}}`:          "dropCap",
		`{"notes":{"place":"margin"}}`:        "notes.place",
		`{"accent":"blue"}`:                   "accent",
		`{"running":{"recto":"chapter"}}`:     "running",
		`{} {}`:                               "style",
		`[]`:                                  "style",
	} {
		_, err := ParseStyle([]byte(bad))
		require.ErrorContains(t, err, says, bad)
	}
}
