package font

import (
	"fmt"
	"unicode/utf8"

	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// Features are OpenType features to set text with. Kerning and the standard
// ligatures are on unless turned off.
type Features uint16

const (
	SmallCaps    Features = 1 << iota // small letters as small capitals
	AllSmallCaps                      // capitals too
	OldStyle                          // old-style figures, proportional
	Lining                            // lining figures
	Tabular                           // lining figures of one width
	Superiors
	Inferiors
	Fractions
	Caps // punctuation that suits capitals
	NoKerning
	NoLigatures
)

var features = []struct {
	feature Features
	tags    []string
	value   uint32
}{
	{SmallCaps, []string{"smcp"}, 1},
	{AllSmallCaps, []string{"smcp", "c2sc"}, 1},
	{OldStyle, []string{"onum", "pnum"}, 1},
	{Lining, []string{"lnum"}, 1},
	{Tabular, []string{"tnum", "lnum"}, 1},
	{Superiors, []string{"sups"}, 1},
	{Inferiors, []string{"subs"}, 1},
	{Fractions, []string{"frac"}, 1},
	{Caps, []string{"case"}, 1},
	{NoKerning, []string{"kern"}, 0},
	{NoLigatures, []string{"liga"}, 0},
}

// Supports reports whether the face has a feature.
func (f *Face) Supports(want Features) bool {
	f.ready()
	for _, ft := range features {
		if want&ft.feature != 0 && !f.features[ft.tags[0]] {
			return false
		}
	}
	return true
}

// A Glyph is a glyph in its place, in the order in which a line shows them.
type Glyph struct {
	ID      GlyphID
	Advance int32 // to the next glyph
	X, Y    int32 // how far it stands from there
	Cluster int32 // the first byte of the text that it stands for
}

// Options say how text is shaped.
type Options struct {
	Lang     string // BCP 47
	Script   language.Script
	RTL      bool
	Features Features
	// Before and After are what stands beside the text: letters that join do
	// so across its ends.
	Before, After string
}

// A shaper is what HarfBuzz needs for a face; one shapes at a time. The rest is
// memory that is used again.
type shaper struct {
	font  *harfbuzz.Font
	buf   *harfbuzz.Buffer
	runes []rune
	at    []int32 // the byte at which each of them begins, and the end
	asked Features
	list  []harfbuzz.Feature // these
}

// Err is what went wrong since the face was parsed, if anything did: the
// libraries trust the offsets in a face's tables, and where a damaged one leads
// them astray what was asked for is nothing, and Err tells.
func (f *Face) Err() error {
	if err := f.damage.Load(); err != nil {
		return *err
	}
	return nil
}

// guard keeps a panic of the libraries as the face's error. It is to be
// deferred.
func (f *Face) guard() {
	if r := recover(); r != nil {
		err := fmt.Errorf("%s: not a sound font: %v", f.postScript, r)
		f.damage.CompareAndSwap(nil, &err)
	}
}

// Shape returns the glyphs of a text of one script and direction.
func (f *Face) Shape(text string, o Options) (gs []Glyph) {
	f.ready()
	defer f.guard()
	s, _ := f.shapers.Get().(*shaper)
	if s == nil {
		s = &shaper{font: harfbuzz.NewFont(f.own()), buf: harfbuzz.NewBuffer()}
	}
	defer f.shapers.Put(s)
	before, b := 0, s.buf
	s.take(text)
	b.Clear()
	// Marks are to have clusters of their own, for what they stand for.
	b.ClusterLevel = harfbuzz.MonotoneCharacters
	if o.Before == "" && o.After == "" {
		b.AddRunes(s.runes, 0, -1)
	} else {
		last := Last(o.Before)
		before = utf8.RuneCountInString(last)
		b.AddRunes([]rune(last+text+First(o.After)), before, len(s.runes))
	}
	b.Props = harfbuzz.SegmentProperties{Language: language.NewLanguage(o.Lang), Script: o.Script, Direction: harfbuzz.LeftToRight}
	if o.Script == 0 {
		b.Props.Script = language.Latin
	}
	if o.RTL {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	if o.Features != s.asked {
		s.asked, s.list = o.Features, o.Features.list()
	}
	b.Shape(s.font, s.list)
	return s.glyphs(before)
}

// ContextLength is how many characters beside a text HarfBuzz looks at.
const ContextLength = 5

// Last is the end of a text as far as the shaping of what follows it looks back.
func Last(text string) string {
	i := len(text)
	for n := 0; n < ContextLength && i > 0; n++ {
		_, k := utf8.DecodeLastRuneInString(text[:i])
		i -= k
	}
	return text[i:]
}

// First is the beginning of a text as far as the shaping of what stands before it
// looks ahead.
func First(text string) string {
	i := 0
	for n := 0; n < ContextLength && i < len(text); n++ {
		_, k := utf8.DecodeRuneInString(text[i:])
		i += k
	}
	return text[:i]
}

// take has the text's characters at hand, and where they begin.
func (s *shaper) take(text string) {
	s.runes, s.at = s.runes[:0], s.at[:0]
	for i, r := range text {
		s.runes, s.at = append(s.runes, r), append(s.at, int32(i))
	}
	s.at = append(s.at, int32(len(text)))
}

// list is the features in HarfBuzz's form.
func (fs Features) list() []harfbuzz.Feature {
	var out []harfbuzz.Feature
	for _, ft := range features {
		if fs&ft.feature == 0 {
			continue
		}
		for _, tag := range ft.tags {
			out = append(out, harfbuzz.Feature{Tag: opentype.MustNewTag(tag), Value: ft.value, Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd})
		}
	}
	return out
}

// glyphs takes the glyphs out of the buffer, without those of characters that
// show nothing, their clusters in bytes. Before are as many characters of
// context.
func (s *shaper) glyphs(before int) []Glyph {
	out := make([]Glyph, 0, len(s.buf.Info))
	for i, g := range s.buf.Info {
		p := s.buf.Pos[i]
		c := g.Cluster - before
		if ignorable(s.runes[c]) && p.XAdvance == 0 {
			continue
		}
		out = append(out, Glyph{GlyphID(g.Glyph), int32(p.XAdvance), int32(p.XOffset), int32(p.YOffset), s.at[c]})
	}
	return out
}

// ignorable reports whether a character shows nothing of its own (Unicode,
// Default_Ignorable_Code_Point, as far as it occurs in text).
func ignorable(r rune) bool {
	switch {
	case r == 0x00AD, r == 0x034F, r == 0x061C, r == 0xFEFF:
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F:
		return true
	case r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0100 && r <= 0xE01EF:
		return true
	}
	return false
}
