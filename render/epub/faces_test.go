package epub_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"io"
	"regexp"
	"strings"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationserifregular"
	"codeberg.org/go-fonts/stix/stix2textregular"
	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
	"github.com/offprint-go/offprint/render/epub"
	"github.com/offprint-go/offprint/render/internal/font"
)

// faces are the font files that an edition carries, by name.
func faces(t *testing.T, f *epub.Fonts, d *doc.Document) (map[string]*font.Face, *archive) {
	a := open(t, epub.Renderer{Fonts: f, PlainMath: true}, d)
	out := map[string]*font.Face{}
	for name, data := range a.files {
		if name, ok := strings.CutPrefix(name, "EPUB/fonts/"); ok {
			face, err := font.Parse([]byte(data), 0)
			require.NoError(t, err, name)
			out[name] = face
			a.has("EPUB/package.opf", `href="fonts/`+name+`" media-type="font/`+name[len(name)-3:]+`"`)
			a.has("EPUB/css/style.css", "url(../fonts/"+name+")")
		}
	}
	return out, a
}

// The faces of an edition are those that it has use for, with the characters of
// the document, and the same bytes on every run; without the setting there are
// none.
func TestFonts(t *testing.T) {
	d := doctest.Every()
	got, a := faces(t, &epub.Fonts{}, d)
	require.Len(t, got, 6) // the family, mono and math
	words := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(a.files["EPUB/xhtml/s-inlines.xhtml"], "")
	for _, r := range words {
		require.True(t, r < ' ' || got["text.otf"].Has(r) || !font.Default().Text.Regular.Has(r), "%q", r)
	}
	require.False(t, got["text.otf"].Has('Ж'), "a character that the document has not")
	var one, two bytes.Buffer
	r := epub.Renderer{Fonts: &epub.Fonts{}, PlainMath: true}
	require.NoError(t, r.Render(context.Background(), &one, d))
	require.NoError(t, r.Render(context.Background(), &two, d))
	require.True(t, bytes.Equal(one.Bytes(), two.Bytes()))
	none, a := faces(t, nil, d)
	require.Empty(t, none)
	require.NotContains(t, a.files["EPUB/css/style.css"], "@font-face")
}

// A face of the caller's stands without the default family beside it, and a
// fallback has what it lacks alone.
func TestOwnFonts(t *testing.T) {
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("Ω")}, Lang: "en"}, Blocks: doc.Blocks{
		&doc.Paragraph{Content: doc.Inlines{doc.Text("Own, ℵ and "), doc.Emphasis{doc.Text("more")}}}}}
	own := epub.Font{Data: liberationserifregular.TTF}
	got, a := faces(t, &epub.Fonts{Text: own, Fallback: []epub.Font{{Data: stix2textregular.TTF}, own}}, d)
	require.Contains(t, got, "text.ttf")
	require.NotContains(t, got, "italic.otf")
	a.has("EPUB/css/style.css", `body { font-family: "Edition Text", `)
	for name, face := range got {
		require.Equal(t, strings.HasPrefix(name, "text"), face.Has('O'), name)
	}
}

// A face whose licence forbids embedding is an error, and one that may not be
// divided is whole.
func TestFontLicence(t *testing.T) {
	d := doctest.Book(200)
	permit := func(fsType uint16) []byte {
		data := bytes.Clone(liberationserifregular.TTF)
		for r := data[12:]; ; r = r[16:] {
			if string(r[:4]) == "OS/2" {
				binary.BigEndian.PutUint16(data[binary.BigEndian.Uint32(r[8:])+8:], fsType)
				return data
			}
		}
	}
	err := epub.Renderer{Fonts: &epub.Fonts{Text: epub.Font{Data: permit(2)}}}.Render(context.Background(), io.Discard, d)
	require.ErrorIs(t, err, font.ErrRestricted)
	require.ErrorContains(t, err, "epub: font text")
	got, _ := faces(t, &epub.Fonts{Text: epub.Font{Data: permit(0x100)}}, d)
	require.True(t, got["text.ttf"].Has('Ж'))
	require.ErrorContains(t, epub.Renderer{Fonts: &epub.Fonts{Mono: epub.Font{Data: []byte("no face")}}}.Render(context.Background(), io.Discard, doctest.Every()), "font mono")
}
