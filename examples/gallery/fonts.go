package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/go-text/typesetting/font"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/pdf"
)

// A script is one that the embedded faces lack.
type script struct {
	name, lang, title string
	page              func() *doc.Section
	sample            string   // letters that a face must have
	hints             []string // what the file of a face for it may be called, the best first
	family            string   // part of the family's name, in a collection
	apart             string   // it has a document of its own, so called
}

var scripts = []script{
	{name: "Japanese", lang: "ja", title: "行の見本", page: japanese, sample: "印刷のょ」", hints: []string{"mincho", "ipaexm", "serifcjk", "serifjp", "cjk"}, family: "JP", apart: "ja"},
	{name: "Chinese", lang: "zh-Hans", title: "排版样张", page: chinese, sample: "汉字间们”", hints: []string{"serifcjk", "serifsc", "cjk"}, family: "SC", apart: "zh"},
	{name: "Hebrew", lang: "he", page: hebrew, sample: "אבגתש״־", hints: []string{"serifhebrew", "hebrew"}},
	{name: "Arabic", lang: "ar", page: arabic, sample: "ابتمىًّ", hints: []string{"naskharabic", "arabic"}},
}

// find returns a face for the script from a folder, nil if there is none.
// Files are told by their names first, and tried by what is in them.
func (s *script) find(dir string) (*pdf.Font, error) {
	if dir == "" {
		return nil, nil
	}
	files := map[string][]string{} // by hint
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name := strings.ToLower(d.Name())
		if !slices.Contains([]string{".ttf", ".otf", ".ttc"}, filepath.Ext(name)) || !upright(name) {
			return nil
		}
		for _, h := range s.hints {
			if strings.Contains(name, h) {
				files[h] = append(files[h], path)
				break
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, h := range s.hints {
		for _, path := range files[h] {
			f, err := s.face(path)
			if err != nil || f != nil {
				return f, err
			}
		}
	}
	return nil, nil
}

// upright reports whether a file's name is that of a text face.
func upright(name string) bool {
	for _, no := range []string{"bold", "italic", "black", "light", "thin", "medium", "condensed", "display"} {
		if strings.Contains(name, no) {
			return false
		}
	}
	return true
}

// face returns the file's face that has the sample, nil if there is none.
func (s *script) face(path string) (*pdf.Font, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	faces, err := font.ParseTTC(bytes.NewReader(data))
	if err != nil {
		return nil, nil // not a font: there may be a better one
	}
	for i, f := range faces {
		if len(faces) > 1 && !strings.Contains(f.Describe().Family, s.family) {
			continue
		}
		if !strings.ContainsFunc(s.sample, func(r rune) bool { _, ok := f.NominalGlyph(r); return !ok }) {
			return &pdf.Font{Data: data, Index: i}, nil
		}
	}
	return nil, nil
}
