package font

import (
	"errors"
	"fmt"
	"sync"

	"github.com/boxesandglue/textshape/ot"
	gofont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// ErrNoMath is returned for a face that cannot set mathematics.
var ErrNoMath = errors.New("the face has no MATH table")

// A Math is what a face says of setting mathematics (OpenType, MATH table).
// Its lengths are in the face's units. It may be used concurrently.
type Math struct {
	*Face
	// Constants are the measures of formulas.
	Constants *ot.MathConstants
	table     *ot.Math

	mu     sync.Mutex
	shapes *gofont.Face // of its own: it keeps what it has measured
	boxes  map[GlyphID]Extents
	glyphs map[mathChar]GlyphID
}

// Extents is the box of a glyph's ink about its origin: upward is positive.
type Extents struct{ Left, Right, Top, Bottom int }

type mathChar struct {
	r      rune
	script int
	dotted bool
}

// Math returns what the face says of mathematics, or [ErrNoMath].
func (f *Face) Math() (m *Math, err error) {
	f.ready()
	defer func() {
		if r := recover(); r != nil { // textshape trusts the table's offsets
			m, err = nil, fmt.Errorf("not a sound MATH table: %v", r)
		}
	}()
	f.subsetMu.Lock()
	defer f.subsetMu.Unlock()
	data, err := f.tables.TableData(ot.TagMATH)
	if err != nil {
		return nil, ErrNoMath
	}
	table, err := ot.ParseMath(data)
	if err != nil {
		return nil, fmt.Errorf("not a sound MATH table: %w", err)
	}
	if table.Constants() == nil {
		return nil, ErrNoMath
	}
	return &Math{Face: f, Constants: table.Constants(), table: table, shapes: gofont.NewFace(f.face.Font),
		boxes: map[GlyphID]Extents{}, glyphs: map[mathChar]GlyphID{}}, nil
}

// Glyph is the glyph of a character; that of script is 1 or 2 for scripts and
// scripts of scripts, for which a face may have forms of their own (ssty).
// Undotted takes the dot off an i that gets an accent (dtls).
func (m *Math) Glyph(r rune, script int, undotted bool) (GlyphID, bool) {
	defer m.guard()
	m.mu.Lock()
	defer m.mu.Unlock()
	key := mathChar{r, script, undotted}
	if g, ok := m.glyphs[key]; ok {
		return g, g != 0
	}
	nominal, ok := m.shapes.NominalGlyph(r)
	if !ok {
		m.glyphs[key] = 0
		return 0, false
	}
	g := GlyphID(nominal)
	var fs []harfbuzz.Feature
	add := func(tag string, value uint32) {
		if m.features[tag] {
			fs = append(fs, harfbuzz.Feature{Tag: opentype.MustNewTag(tag), Value: value, Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd})
		}
	}
	if script > 0 {
		add("ssty", uint32(script))
	}
	if undotted {
		add("dtls", 1)
	}
	if len(fs) > 0 {
		b := harfbuzz.NewBuffer()
		b.AddRunes([]rune{r}, 0, -1)
		b.Props = harfbuzz.SegmentProperties{Script: mathScript, Direction: harfbuzz.LeftToRight}
		b.Shape(harfbuzz.NewFont(m.shapes), fs)
		if len(b.Info) == 1 {
			g = GlyphID(b.Info[0].Glyph)
		}
	}
	m.glyphs[key] = g
	return g, true
}

// mathScript is the script that faces keep mathematical forms under.
const mathScript = language.Script('Z'<<24 | 'm'<<16 | 't'<<8 | 'h')

// Extents is the box of a glyph's ink.
func (m *Math) Extents(g GlyphID) Extents {
	defer m.guard()
	m.mu.Lock()
	defer m.mu.Unlock()
	e, ok := m.boxes[g]
	if !ok {
		x, _ := m.shapes.GlyphExtents(gofont.GID(g))
		e = Extents{Left: int(x.XBearing), Right: int(x.XBearing + x.Width), Top: int(x.YBearing), Bottom: int(x.YBearing + x.Height)}
		m.boxes[g] = e
	}
	return e
}

// Italic is how far a slanted glyph leans out to its right.
func (m *Math) Italic(g GlyphID) int {
	defer m.guard()
	return int(m.table.ItalicCorrection(ot.GlyphID(g)))
}

// Attachment is where on a glyph an accent stands, and of an accent where it
// stands itself; without a word of the face's it is the middle.
func (m *Math) Attachment(g GlyphID) int {
	defer m.guard()
	if x := m.table.TopAccentAttachment(ot.GlyphID(g)); x != -1 {
		return int(x)
	}
	e := m.Extents(g)
	return (e.Left + e.Right) / 2
}

// A Corner is a corner of a glyph.
type Corner = ot.MathKernCorner

// The corners.
const (
	TopRight    = ot.MathKernTopRight
	TopLeft     = ot.MathKernTopLeft
	BottomRight = ot.MathKernBottomRight
	BottomLeft  = ot.MathKernBottomLeft
)

// Cut is how far a script at a corner moves, at a height on the glyph.
func (m *Math) Cut(g GlyphID, c Corner, height int) int {
	defer m.guard()
	return int(m.table.MathKern(ot.GlyphID(g), c, int16(max(min(height, 1<<15-1), -1<<15))))
}

// A Variant is a larger form of a glyph; Size is how tall, or wide, it is.
type Variant struct {
	Glyph GlyphID
	Size  int
}

// Variants are the larger forms of a glyph, in order of size.
func (m *Math) Variants(g GlyphID, vertical bool) []Variant {
	defer m.guard()
	vs := m.table.HorizontalVariants(ot.GlyphID(g))
	if vertical {
		vs = m.table.VerticalVariants(ot.GlyphID(g))
	}
	out := make([]Variant, len(vs))
	for i, v := range vs {
		out[i] = Variant{GlyphID(v.GlyphID), int(v.AdvanceFU)}
	}
	return out
}

// A Part is a piece that a glyph of any size is assembled of, from below or
// from the left. Start and End are how far it may overlap its neighbours.
type Part struct {
	Glyph            GlyphID
	Start, End, Full int
	Extender         bool // may be repeated, or left out
}

// Assembly is the pieces of a glyph of any size; nil if it has none.
func (m *Math) Assembly(g GlyphID, vertical bool) []Part {
	defer m.guard()
	a := m.table.HorizontalAssembly(ot.GlyphID(g))
	if vertical {
		a = m.table.VerticalAssembly(ot.GlyphID(g))
	}
	if a == nil {
		return nil
	}
	out := make([]Part, len(a.Parts))
	for i, p := range a.Parts {
		out[i] = Part{GlyphID(p.GlyphID), int(p.StartConnectorLengthFU), int(p.EndConnectorLengthFU), int(p.FullAdvanceFU), p.IsExtender}
	}
	return out
}

// Overlap is the least that two pieces of an assembly overlap.
func (m *Math) Overlap() int {
	defer m.guard()
	return int(m.table.MinConnectorOverlap())
}
