package font

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"github.com/boxesandglue/textshape/ot"
	gofont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/text/unicode/norm"
)

// A GlyphID is the index of a glyph in its face.
type GlyphID uint16

// A Face is one face of a font file.
type Face struct {
	embedded []byte    // a face that is parsed when it is first asked; see ready
	parsing  sync.Once // of embedded
	face     *gofont.Face
	tables   *ot.Font
	subsetMu sync.Mutex // textshape's fonts are read by one at a time
	slim     *ot.Font   // see program
	shapers  sync.Pool
	damage   atomic.Pointer[error]
	features map[string]bool
	latin    [0x250]bool // which of the first characters the face has

	postScript, family string
	bbox               [4]int
	italicAngle        float64
	weight             int
	fixed, bold        bool
	whole              bool       // may not be subset
	pinned             *sfntParts // of an instance of a variable face
}

// Parse reads a face from the bytes of a .ttf, .otf or .ttc file; index is the
// face's place in a collection, 0 otherwise. Axes make it an instance of a
// variable face. The bytes must not change while the face is used.
func Parse(data []byte, index int, axes ...Axis) (*Face, error) {
	f := &Face{}
	if err := f.parse(data, index, axes); err != nil {
		return nil, err
	}
	return f, nil
}

func (f *Face) parse(data []byte, index int, axes []Axis) (err error) {
	defer func() {
		if r := recover(); r != nil { // the libraries trust a font's offsets
			err = fmt.Errorf("not a sound font: %v", r)
		}
	}()
	loaders, err := opentype.NewLoaders(bytes.NewReader(data))
	if err != nil {
		return fmt.Errorf("not a font: %w", err)
	}
	if index < 0 || index >= len(loaders) {
		return fmt.Errorf("no face %d: the file holds %d", index, len(loaders))
	}
	if err := checkDirectory(data, index); err != nil {
		return fmt.Errorf("not a sound font: %w", err)
	}
	ft, err := gofont.NewFont(loaders[index])
	if err != nil {
		return fmt.Errorf("not a sound font: %w", err)
	}
	f.face, f.features = gofont.NewFace(ft), map[string]bool{}
	if f.tables, err = ot.ParseFont(data, index); err != nil {
		return fmt.Errorf("not a sound font: %w", err)
	}
	outlines := ot.TagGlyf
	if f.tables.HasTable(ot.TagCFF) {
		outlines = ot.TagCFF
	} else if !f.tables.HasTable(ot.TagGlyf) {
		return errors.New("the face has neither glyf nor CFF outlines")
	}
	if _, err := f.tables.TableData(outlines); err != nil {
		return fmt.Errorf("not a sound font: %w", err)
	}
	for _, ft := range f.face.GSUB.Features {
		f.features[ft.Tag.String()] = true
	}
	for r := range f.latin {
		_, f.latin[r] = f.face.Font.NominalGlyph(rune(r))
	}
	if err := f.describe(loaders[index]); err != nil || len(axes) == 0 {
		return err
	}
	return f.pin(loaders[index], axes)
}

// describe reads what the PDF file says of a face from its head, name, post
// and OS/2 tables.
func (f *Face) describe(ld *opentype.Loader) error {
	table := func(tag string, least int) []byte {
		t, err := ld.RawTable(opentype.MustNewTag(tag))
		if err != nil || len(t) < least {
			return nil
		}
		return t
	}
	f.weight = 400
	if f.postScript = postScriptName(table("name", 6)); f.postScript == "" {
		f.postScript = "Unnamed"
	}
	if t := table("OS/2", 64); t != nil {
		if err := f.permit(binary.BigEndian.Uint16(t[8:])); err != nil {
			return err
		}
		f.weight = int(binary.BigEndian.Uint16(t[4:]))
	}
	if t := table("head", 54); t != nil {
		for i := range f.bbox {
			f.bbox[i] = int(int16(binary.BigEndian.Uint16(t[36+2*i:])))
		}
		f.bold = binary.BigEndian.Uint16(t[44:])&1 != 0
	}
	if t := table("post", 16); t != nil {
		f.italicAngle = float64(int32(binary.BigEndian.Uint32(t[4:]))) / 65536
		f.fixed = binary.BigEndian.Uint32(t[12:]) != 0
	}
	f.family = f.face.Describe().Family
	return nil
}

// postScriptName is name 6 of a name table, in the characters that a PDF name
// takes as they are.
func postScriptName(t []byte) string {
	if t == nil {
		return ""
	}
	n, storage := int(binary.BigEndian.Uint16(t[2:])), int(binary.BigEndian.Uint16(t[4:]))
	for i := 0; i < n && 6+12*(i+1) <= len(t); i++ {
		r := t[6+12*i:]
		from := storage + int(binary.BigEndian.Uint16(r[10:]))
		to := from + int(binary.BigEndian.Uint16(r[8:]))
		if binary.BigEndian.Uint16(r[6:]) != 6 || to > len(t) {
			continue
		}
		var name []byte
		for _, c := range t[from:to] {
			if c > ' ' && c < 0x7F && !bytes.ContainsRune([]byte("[](){}<>/%#"), rune(c)) {
				name = append(name, c)
			}
		}
		return string(name)
	}
	return ""
}

// PostScriptName is the face's name in a PDF file.
func (f *Face) PostScriptName() string {
	f.ready()
	return f.postScript
}

// Family is the family's name.
func (f *Face) Family() string {
	f.ready()
	return f.family
}

// own is go-text's face for one goroutine: it keeps caches of glyphs and their
// extents, which are not shared safely.
func (f *Face) own() *gofont.Face {
	face := gofont.NewFace(f.face.Font)
	face.SetCoords(f.face.Coords())
	return face
}

// UnitsPerEm is how many of the face's units are an em.
func (f *Face) UnitsPerEm() int {
	f.ready()
	return int(f.face.Upem())
}

// Ascent is how far the face reaches above its baseline.
func (f *Face) Ascent() int {
	f.ready()
	defer f.guard()
	e, _ := f.face.FontHExtents()
	return int(e.Ascender)
}

// Descent is how far it reaches below, negative.
func (f *Face) Descent() int {
	f.ready()
	defer f.guard()
	e, _ := f.face.FontHExtents()
	return int(e.Descender)
}

// CapHeight is the height of the capitals.
func (f *Face) CapHeight() int {
	f.ready()
	defer f.guard()
	return int(f.own().LineMetric(gofont.CapHeight))
}

// XHeight is the height of the small letters.
func (f *Face) XHeight() int {
	f.ready()
	defer f.guard()
	return int(f.own().LineMetric(gofont.XHeight))
}

// BBox is the box around all glyphs: left, bottom, right, top.
func (f *Face) BBox() [4]int {
	f.ready()
	return f.bbox
}

// ItalicAngle is the slant in degrees, negative to the right.
func (f *Face) ItalicAngle() float64 {
	f.ready()
	return f.italicAngle
}

// StemV estimates the width of the vertical stems, in thousandths of an em,
// from the face's weight.
func (f *Face) StemV() int {
	f.ready()
	return 50 + f.weight*f.weight/6500
}

// Flags are the font descriptor's flags (ISO 32000-1, table 123): symbolic,
// as every subset with its own encoding is, and fixed pitch and italic where
// they hold.
func (f *Face) Flags() int {
	f.ready()
	flags := 1 << 2
	if f.fixed {
		flags |= 1
	}
	if f.italicAngle != 0 {
		flags |= 1 << 6
	}
	return flags
}

// Has reports whether the face has a glyph for a character.
func (f *Face) Has(r rune) bool {
	f.ready()
	if r >= 0 && int(r) < len(f.latin) {
		return f.latin[r]
	}
	defer f.guard()
	_, ok := f.face.Font.NominalGlyph(r) // the Face's keeps a cache; see own
	return ok
}

// Sets reports whether the face has a character, or all the parts of its
// canonical decomposition: shaping takes those where the whole is missing.
func (f *Face) Sets(r rune) bool {
	if f.Has(r) {
		return true
	}
	var buf [utf8.UTFMax]byte
	d := norm.NFD.Properties(buf[:utf8.EncodeRune(buf[:], r)]).Decomposition()
	for _, part := range string(d) {
		if !f.Has(part) {
			return false
		}
	}
	return len(d) > 0
}

// Advance is a glyph's own width.
func (f *Face) Advance(g GlyphID) int {
	f.ready()
	defer f.guard()
	return int(math.Round(float64(f.face.HorizontalAdvance(gofont.GID(g)))))
}
