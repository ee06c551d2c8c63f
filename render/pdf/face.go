package pdf

import (
	"fmt"

	"github.com/offprint-go/offprint/render/internal/font"
	"github.com/offprint-go/offprint/render/internal/layout"
)

// Fonts are faces of the caller's. A face that is not given is the default
// one: STIX Two Text for text, Liberation Mono for code. What a text face has
// no glyph for is looked for in Fallback, in order, then in the defaults.
type Fonts struct {
	Text, Italic, Bold, BoldItalic, Mono, Math Font
	Fallback                                   []Font
}

// A Font is a font file: TrueType or OpenType, .ttf, .otf or .ttc.
type Font struct {
	Data  []byte
	Index int // of the face in a collection
}

// A cut is one of a family's faces.
type cut uint8

const (
	roman cut = iota
	italic
	bold
	boldItalic
	semibold
	mono
	monoBold
	monoItalic
	monoBoldItalic
	cuts
)

// faces is the chain of faces for each cut: the cut itself, then what stands
// in for characters that it lacks.
type faces [cuts][]*font.Face

// load parses the caller's faces and puts the defaults behind them.
func (f *Fonts) load() (*faces, error) {
	def := font.Default()
	own := map[cut]Font{roman: f.Text, italic: f.Italic, bold: f.Bold, boldItalic: f.BoldItalic, semibold: f.Bold,
		mono: f.Mono, monoBold: f.Mono, monoItalic: f.Mono, monoBoldItalic: f.Mono}
	base := [cuts]*font.Face{def.Text.Regular, def.Text.Italic, def.Text.Bold, def.Text.BoldItalic, def.Semibold,
		def.Mono.Regular, def.Mono.Bold, def.Mono.Italic, def.Mono.BoldItalic}
	parsed := map[*byte]*font.Face{}
	parse := func(name string, ft Font) (*font.Face, error) {
		if len(ft.Data) == 0 {
			return nil, nil
		}
		if p := parsed[&ft.Data[0]]; p != nil && ft.Index == 0 {
			return p, nil
		}
		p, err := font.Parse(ft.Data, ft.Index)
		if err != nil {
			return nil, fmt.Errorf("font %s: %w", name, err)
		}
		if ft.Index == 0 {
			parsed[&ft.Data[0]] = p
		}
		return p, nil
	}
	var behind []*font.Face
	for i, ft := range f.Fallback {
		p, err := parse(fmt.Sprintf("fallback %d", i+1), ft)
		if err != nil {
			return nil, err
		}
		if p != nil {
			behind = append(behind, p)
		}
	}
	var fs faces
	names := [cuts]string{"text", "italic", "bold", "bolditalic", "bold", "mono", "mono", "mono", "mono"}
	for c := range cuts {
		p, err := parse(names[c], own[c])
		if err != nil {
			return nil, err
		}
		if p != nil {
			fs[c] = append(fs[c], p)
		}
		fs[c] = append(fs[c], behind...)
		if p == nil { // the default comes before the fall-backs
			fs[c] = append([]*font.Face{base[c]}, behind...)
		} else {
			fs[c] = append(fs[c], base[c])
		}
		if c >= mono {
			fs[c] = append(fs[c], base[c-mono]) // text faces know more scripts
		}
		if c != roman && len(f.Text.Data) > 0 {
			fs[c] = append(fs[c], fs[roman][0]) // and one of one cut serves for all
		}
		fs[c] = append(fs[c], def.Math)
	}
	return &fs, nil
}

// A textStyle is everything about a run of text but its words.
type textStyle struct {
	cut       cut
	size      layout.Unit
	features  font.Features
	rise      layout.Unit // of the baseline
	track     int32       // letterspacing, 1/1000 em
	color     color
	lang      string
	underline bool
	strike    bool
	noHyphens bool
	dots      bool // of emphasis, above or below ideographs
}

func (s textStyle) with(f func(*textStyle)) textStyle {
	f(&s)
	return s
}

// bolder, slanted and the like move within the family.
func (s *textStyle) slant() {
	switch s.cut {
	case roman:
		s.cut = italic
	case italic:
		s.cut = roman // emphasis within emphasis
	case bold, semibold:
		s.cut = boldItalic
	case boldItalic:
		s.cut = bold
	case mono:
		s.cut = monoItalic
	case monoBold:
		s.cut = monoBoldItalic
	}
}

func (s *textStyle) embolden() {
	switch s.cut {
	case roman, semibold:
		s.cut = bold
	case italic:
		s.cut = boldItalic
	case mono:
		s.cut = monoBold
	case monoItalic:
		s.cut = monoBoldItalic
	}
}

func (s *textStyle) monospace(factor float64) {
	switch s.cut {
	case roman:
		s.cut = mono
	case italic:
		s.cut = monoItalic
	case bold, semibold:
		s.cut = monoBold
	case boldItalic:
		s.cut = monoBoldItalic
	}
	s.size = scale(s.size, factor)
	s.features = font.NoLigatures
	s.noHyphens = true
}

// scale is x times u, rounded: the product of two float64s is the same on
// every machine, and is not added to anything here.
func scale(u layout.Unit, x float64) layout.Unit {
	return Length(float64(u) / float64(layout.Point)).times(x)
}
