package epub

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/offprint-go/offprint/render/internal/font"
)

// Fonts are the faces that an edition carries. Its zero value is the family
// that print editions have by default: STIX Two Text, with Liberation Mono for
// code and STIX Two Math for formulas. Where Text is given, only the faces given
// with it stand beside it: a reader slants and thickens what it lacks.
//
// A face is cut to the glyphs that the document's characters can come to, with
// its layout tables whole, so that kerning, ligatures, marks and joined letters
// stay; a variable face, and one whose licence forbids a part (OS/2 fsType), is
// carried whole. A face whose licence forbids embedding it is an error.
type Fonts struct {
	Text, Italic, Bold, BoldItalic, Mono, Math Font
	// Fallback has what the text faces have no glyph for, in order.
	Fallback []Font
}

// A Font is a font file: TrueType or OpenType, .ttf, .otf or .ttc.
type Font struct {
	Data  []byte
	Index int // of the face in a collection
}

// An embeddedFace is a face as it goes into the file.
type embeddedFace struct {
	role          string // that it is named after
	family        string // in the style sheet
	style, weight string
	face          *font.Face
	chars         []rune
	file          []byte
	name          string // of the file
}

// ending is that of the face's file, and its media type's name.
func (f *embeddedFace) ending() string { return path.Ext(f.name)[1:] }

// embed makes the faces of the edition.
func (b *book) embed() error {
	if b.Fonts == nil {
		return nil
	}
	chars := b.characters()
	family, err := b.Fonts.family(b)
	if err != nil {
		return err
	}
	left := chars
	for _, f := range family {
		f.chars = chars
		if strings.HasPrefix(f.role, "fallback") {
			f.chars = left
		}
		f.chars = slices.DeleteFunc(slices.Clone(f.chars), func(r rune) bool { return !f.face.Has(r) })
		if f.role == "text" || strings.HasPrefix(f.role, "fallback") {
			left = slices.DeleteFunc(slices.Clone(left), f.face.Has)
		}
		if len(f.chars) > 0 {
			b.faces = append(b.faces, f)
		}
	}
	errs := make([]error, len(b.faces))
	var wg sync.WaitGroup
	for i, f := range b.faces {
		wg.Go(func() {
			var ending string
			f.file, ending, errs[i] = f.face.Keep(f.chars)
			f.name = f.role + "." + ending
			if errs[i] == nil {
				errs[i] = f.face.Err()
			}
		})
	}
	wg.Wait()
	for i, err := range errs {
		if err != nil {
			return fmt.Errorf("font %s: %w", b.faces[i].role, err)
		}
	}
	return nil
}

// The families as the style sheet names them.
const (
	textFamily = "Edition Text"
	monoFamily = "Edition Mono"
	mathFamily = "Edition Math"
)

// family is the faces that the edition has use for, the text's first.
func (f *Fonts) family(b *book) ([]*embeddedFace, error) {
	var out []*embeddedFace
	var failed error
	add := func(role, family, style, weight string, own Font, def *font.Face) {
		face := def
		if len(own.Data) > 0 {
			var err error
			if face, err = font.Parse(own.Data, own.Index); err != nil && failed == nil {
				failed = fmt.Errorf("font %s: %w", role, err)
			}
		}
		if face != nil && failed == nil {
			out = append(out, &embeddedFace{role: role, family: family, style: style, weight: weight, face: face})
		}
	}
	set := font.Default()
	def := set.Text
	if len(f.Text.Data) > 0 {
		def = font.Family{}
	}
	add("text", textFamily, "normal", "normal", f.Text, def.Regular)
	add("italic", textFamily, "italic", "normal", f.Italic, def.Italic)
	add("bold", textFamily, "normal", "bold", f.Bold, def.Bold)
	add("bolditalic", textFamily, "italic", "bold", f.BoldItalic, def.BoldItalic)
	if b.holds("<code", "<pre") {
		add("mono", monoFamily, "normal", "normal", f.Mono, set.Mono.Regular)
	}
	if b.holds("<math") {
		add("math", mathFamily, "normal", "normal", f.Math, set.Math)
	}
	for i, own := range f.Fallback {
		role := fmt.Sprintf("fallback-%d", i+1)
		add(role, "Edition "+role, "normal", "normal", own, nil)
	}
	return out, failed
}

// holds reports whether some content document has one of the tags.
func (b *book) holds(tags ...string) bool {
	for _, f := range b.files {
		for _, p := range f.content {
			for _, tag := range tags {
				if strings.Contains(string(p.out[p.from:p.to]), tag) {
					return true
				}
			}
		}
	}
	return false
}

// drawn are characters that a reader draws without their standing in the text:
// hyphens at the ends of lines, the marks of lists and of emphasis.
const drawn = "-\u2010\u2022\u25E6\u25AA\u25CF\u00A0"

// characters are those of the content documents, in order, with their capital
// and small forms, for small capitals that a reader makes.
func (b *book) characters() []rune {
	has := map[rune]bool{}
	for r := ' '; r <= '~'; r++ {
		has[r] = true
	}
	add := func(s string) {
		for _, r := range s {
			if r > '~' && !has[r] {
				has[r], has[unicode.ToUpper(r)], has[unicode.ToLower(r)] = true, true, true
			}
		}
	}
	add(drawn)
	for _, f := range b.files {
		for _, p := range f.content {
			add(string(p.out[p.from:p.to]))
		}
	}
	for _, p := range b.listed {
		add(p.label)
	}
	return slices.Sorted(maps.Keys(has))
}

// faceRules are the faces in the style sheet, and what is set in them; the
// reader's own choice of a face goes before.
func (b *book) faceRules() string {
	if len(b.faces) == 0 {
		return ""
	}
	var s strings.Builder
	families := map[string][]string{}
	for _, f := range b.faces {
		fmt.Fprintf(&s, "@font-face { font-family: %q; font-style: %s; font-weight: %s; src: url(../fonts/%s); }\n", f.family, f.style, f.weight, f.name)
		use := "text"
		switch f.family {
		case monoFamily:
			use = "mono"
		case mathFamily:
			use = "math"
		}
		if name := fmt.Sprintf("%q", f.family); !slices.Contains(families[use], name) {
			families[use] = append(families[use], name)
		}
	}
	list := func(selector, use, generic string) {
		if len(families[use]) > 0 {
			fmt.Fprintf(&s, "%s { font-family: %s; }\n", selector, strings.Join(append(families[use], generic), ", "))
		}
	}
	list("body", "text", "serif")
	list("code, pre", "mono", "monospace")
	list("math", "math", "math")
	return s.String()
}
