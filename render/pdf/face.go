package pdf

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"github.com/offprint-go/offprint/render/internal/font"
	"github.com/offprint-go/offprint/render/internal/layout"
)

// Fonts are faces of the caller's. A face that is not given is the default
// one: STIX Two Text for text, Liberation Mono for code. What a text face has
// no glyph for is looked for in Fallback, in order, then in the defaults, STIX
// Two Math and at last Liberation Serif among them.
//
// A face whose licence forbids embedding (OS/2 fsType) is an error, and one
// that may not be divided is embedded whole.
type Fonts struct {
	Text, Italic, Bold, BoldItalic, Mono, Math Font
	// SmallCaps is a face whose small letters are small capitals, for text
	// faces that have none of their own. Without it they are set as capitals
	// of a smaller size.
	SmallCaps Font
	Fallback  []Font
}

// A Font is a font file: TrueType or OpenType, .ttf, .otf or .ttc.
type Font struct {
	Data []byte
	// Index is that of the face in a collection (.ttc), counted from 0: one file
	// may hold the Japanese, Korean and Chinese faces of a family. The command
	// takes it behind the file's name, NotoSerifCJK-Regular.ttc#2.
	Index int
	// Axes make it an instance of a variable face of TrueType outlines:
	// {"wght": 600}. Axes that are not named stay where the face has them by
	// default.
	Axes map[string]float64
}

// LoadFont reads a font file.
func LoadFont(files fs.FS, name string) (Font, error) {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return Font{}, fmt.Errorf("font: %w", err)
	}
	return Font{Data: data}, nil
}

// Preload begins to parse the embedded faces that nearly every document is set
// in. Rendering does that anyway; a program that has something to read before
// gains the time.
func Preload() { font.Default().Warm() }

// axes are a font's axes in order.
func (f *Font) axes() []font.Axis {
	var out []font.Axis
	for _, tag := range slices.Sorted(maps.Keys(f.Axes)) {
		out = append(out, font.Axis{Tag: tag, Value: f.Axes[tag]})
	}
	return out
}

// A fontParser parses each font once.
type fontParser map[string]*font.Face

// parse returns a font's face, nil if there is none.
func (p fontParser) parse(role string, f Font) (*font.Face, error) {
	if len(f.Data) == 0 {
		return nil, nil
	}
	key := fmt.Sprint(&f.Data[0], f.Index, f.axes())
	if p[key] == nil {
		face, err := font.Parse(f.Data, f.Index, f.axes()...)
		if err != nil {
			return nil, fmt.Errorf("font %s: %w", role, err)
		}
		p[key] = face
	}
	return p[key], nil
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

// have reports whether any face has a character.
func (fs *faces) have(r rune) bool {
	return slices.ContainsFunc(fs[:], func(of []*font.Face) bool {
		return slices.ContainsFunc(of, func(f *font.Face) bool { return f.Has(r) })
	})
}

// load parses the caller's faces and puts the defaults behind them.
func (f *Fonts) load() (*faces, error) {
	def := font.Default()
	own := map[cut]Font{roman: f.Text, italic: f.Italic, bold: f.Bold, boldItalic: f.BoldItalic, semibold: f.Bold,
		mono: f.Mono, monoBold: f.Mono, monoItalic: f.Mono, monoBoldItalic: f.Mono}
	base := [cuts]*font.Face{def.Text.Regular, def.Text.Italic, def.Text.Bold, def.Text.BoldItalic, def.Semibold,
		def.Mono.Regular, def.Mono.Bold, def.Mono.Italic, def.Mono.BoldItalic}
	parse := fontParser{}.parse
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

// itemize cuts a word where its face or script changes. The spare family is
// behind the chain where no face of it has a character.
func (c cut) itemize(word string, chain []*font.Face) []font.Run {
	runs := font.Itemize(word, chain)
	if slices.ContainsFunc(runs, func(r font.Run) bool { return r.Missing != nil }) {
		return font.Itemize(word, append(slices.Clip(chain), c.spare()))
	}
	return runs
}

// spare is the face of the spare family for a cut.
func (c cut) spare() *font.Face {
	switch f := font.Spare(); c {
	case italic, monoItalic:
		return f.Italic
	case bold, semibold, monoBold:
		return f.Bold
	case boldItalic, monoBoldItalic:
		return f.BoldItalic
	default:
		return f.Regular
	}
}

// damaged is what setting the document found wrong with a face. The default one
// of mathematics is sound, and not parsed to hear so.
func (f *Fonts) damaged(set *setter, math func() (*font.Math, error)) error {
	for _, chain := range set.faces {
		if err := unsound(chain...); err != nil {
			return err
		}
	}
	if set.capitals != nil {
		if err := unsound(set.capitals); err != nil {
			return err
		}
	}
	if len(f.Math.Data) == 0 {
		return nil
	}
	m, err := math()
	if err != nil {
		return err
	}
	return unsound(m.Face)
}

// unsound is the error of the first face that has one.
func unsound(faces ...*font.Face) error {
	for _, face := range faces {
		if err := face.Err(); err != nil {
			return fmt.Errorf("font %w", err)
		}
	}
	return nil
}

// smallCapitals is the caller's face of small capitals, nil if there is none.
func (f *Fonts) smallCapitals() (*font.Face, error) {
	return fontParser{}.parse("smallcaps", f.SmallCaps)
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
