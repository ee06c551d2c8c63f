package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/pdf"
)

// Without faces of its own the gallery is made of the pages that the embedded
// ones have, and says which it leaves out; no line stands out.
func TestGallery(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	var out, errs bytes.Buffer
	require.NoError(t, run(context.Background(), dir, "", pdf.Renderer{}, &out, &errs))
	for _, s := range scripts {
		require.Contains(t, errs.String(), "the page in "+s.name+" is left out")
	}
	// The table that is too wide is turned and set smaller; nothing stands out.
	require.Equal(t, 2, strings.Count(errs.String(), "the table is"), errs.String())
	require.Equal(t, len(scripts)+2, strings.Count(errs.String(), "\n"), errs.String())
	for _, name := range []string{"gallery.pdf", "gallery.epub", "gallery.txt", "gallery-ragged.pdf", "gallery-narrow.pdf",
		"gallery-elements.pdf", "gallery-elements.epub", "gallery-elements.txt"} {
		info, err := os.Stat(filepath.Join(dir, name))
		require.NoError(t, err)
		require.Positive(t, info.Size())
	}
}

// The document of one of everything holds every block, inline and role of an
// aside that there is, and an image of each format.
func TestElements(t *testing.T) {
	d := elements()
	require.Empty(t, doc.Check(d))
	var data bytes.Buffer
	require.NoError(t, doc.Encode(&data, d))
	compact := strings.ReplaceAll(data.String(), "\": ", "\":")
	for _, kind := range []string{
		"paragraph", "list", "definitionList", "quote", "verse", "codeBlock", "table", "figure", "mathBlock", "aside", "division", "sceneBreak", "pageBreak",
		"emphasis", "strong", "smallCaps", "underline", "strike", "superscript", "subscript", "code", "link", "crossRef", "image",
		"note", "noteRef", "math", "span", "ruby", "indexTerm", "quoted", "lineBreak",
	} {
		require.Contains(t, compact, `"type":"`+kind+`"`)
	}
	for _, s := range []string{".png", ".jpg", ".gif", ".webp", ".svg", `"role":"pullquote"`, `"align":"decimal"`, `"kind":"endnote"`, `"mark":"†"`} {
		require.Contains(t, compact, s)
	}
}

// Every page is sound and of some length.
func TestPages(t *testing.T) {
	all := append([]func() *doc.Section{}, pages...)
	for _, s := range scripts {
		all = append(all, s.page)
	}
	for _, p := range all {
		s := p()
		require.Empty(t, doc.Check(gallery("Gallery", "en", []func() *doc.Section{p})), s.Lang)
		require.Greater(t, len(doc.PlainText(s.Sections[0].Blocks[1].(*doc.Paragraph).Content)), 100, s.Lang)
	}
}

// A folder without faces for a script is as good as none.
func TestFind(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "NotoSerifHebrew-Regular.ttf"), []byte("not a font"), 0o644))
	for _, s := range scripts {
		f, err := s.find(dir)
		require.NoError(t, err)
		require.Nil(t, f)
	}
	_, err := scripts[0].find(filepath.Join(dir, "none"))
	require.Error(t, err)
}
