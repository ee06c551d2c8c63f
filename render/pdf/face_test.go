package pdf

import (
	"bytes"
	"context"
	"encoding/binary"
	"slices"
	"testing"
	"testing/fstest"

	"codeberg.org/go-fonts/liberation/liberationmonoregular"
	"codeberg.org/go-fonts/stix/stix2textregular"
	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/font"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
)

func TestLoadFont(t *testing.T) {
	files := fstest.MapFS{"faces/a.ttf": {Data: stix2textregular.TTF}}
	f, err := LoadFont(files, "faces/a.ttf")
	require.NoError(t, err)
	require.Equal(t, stix2textregular.TTF, f.Data)
	_, err = LoadFont(files, "faces/b.ttf")
	require.ErrorContains(t, err, "font: open faces/b.ttf")
}

// A face that cannot be had is named by its role and its own name.
func TestFontErrors(t *testing.T) {
	locked := slices.Clone(stix2textregular.TTF)
	at := bytes.Index(locked, []byte("OS/2"))
	binary.BigEndian.PutUint16(locked[binary.BigEndian.Uint32(locked[at+8:])+8:], 2)
	for want, fs := range map[string]Fonts{
		"font bold: STIXTwoText-Regular: the face's licence forbids embedding it": {Bold: Font{Data: locked}},
		"font text: the face is not variable":                                     {Text: Font{Data: stix2textregular.TTF, Axes: map[string]float64{"wght": 600}}},
		"font smallcaps: not a font":                                              {SmallCaps: Font{Data: []byte("no")}},
	} {
		_, err := Renderer{Fonts: fs}.Layout(context.Background(), &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en"}})
		require.ErrorContains(t, err, want)
	}
}

// Small capitals come from the face, from the family's face of them, or from
// smaller capitals; they stand for the letters that the author wrote.
func TestSmallCapitals(t *testing.T) {
	inks := func(fs Fonts) []*glyphs {
		d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en"},
			Blocks: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.SmallCaps{doc.Text("Abé Groß")}}}}}
		e, err := Renderer{Fonts: fs}.Layout(context.Background(), d)
		require.NoError(t, err)
		var out []*glyphs
		textLines(e)[0].Line.Pieces(0, func(_, _ layout.Unit, _ *linebreak.Item, pc *layout.Piece) {
			if g, ok := pc.Ink.(*glyphs); ok && g.text != " " {
				out = append(out, g)
			}
		})
		_, err = e.WriteTo(&bytes.Buffer{})
		require.NoError(t, err)
		return out
	}
	own := inks(Fonts{})
	require.Len(t, own, 2)
	require.Equal(t, "Abé", own[0].text)

	without := Font{Data: liberationmonoregular.TTF}
	var words string
	for _, g := range inks(Fonts{Text: without}) {
		words += g.text
		small := g.style.size < own[0].style.size
		require.Equal(t, g.text == "bé" || g.text == "roß", small, g.text)
		if g.text == "roß" {
			require.Len(t, g.shaped, 4)
			require.Equal(t, g.face.Shape("ROSS", font.Options{})[3].ID, g.shaped[3].ID)
		}
	}
	require.Equal(t, "AbéGroß", words)

	given := inks(Fonts{Text: without, SmallCaps: Font{Data: stix2textregular.TTF}})
	require.Len(t, given, 2)
	require.Equal(t, "STIXTwoText-Regular", given[0].face.PostScriptName())
}

// What no other face has is looked for in the spare family, in the cut that it
// stands in; a word is then of one face.
func TestSpareFamily(t *testing.T) {
	greek := doc.Text("ἀποθανεῖν")
	e, err := Renderer{}.Layout(context.Background(), &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en"},
		Blocks: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{greek, doc.Text(" "), doc.Emphasis{greek}, doc.Text(" θέλω")}}}})
	require.NoError(t, err)
	var faces []string
	textLines(e)[0].Line.Pieces(0, func(_, _ layout.Unit, _ *linebreak.Item, pc *layout.Piece) {
		if g, ok := pc.Ink.(*glyphs); ok && g.text != " " {
			faces = append(faces, g.face.PostScriptName()+" "+g.text)
		}
	})
	require.Equal(t, []string{"LiberationSerif ἀποθανεῖν", "LiberationSerif-Italic ἀποθανεῖν", "STIXTwoText-Regular θέλω"}, faces)
}
