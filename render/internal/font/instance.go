package font

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math"
	"math/bits"
	"slices"
	"strings"

	gofont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// An Axis is a place on an axis of a variable face: {"wght", 600}.
type Axis struct {
	Tag   string
	Value float64
}

// pin makes the face an instance of a variable face: what is shaped, measured
// and embedded is the outlines at those places. Axes that are not named stay
// where the face has them by default.
func (f *Face) pin(ld *opentype.Loader, axes []Axis) error {
	raw, err := ld.RawTable(opentype.MustNewTag("fvar"))
	if err != nil {
		return errors.New("the face is not variable: it has no axes")
	}
	fvar, _, err := tables.ParseFvar(raw)
	if err != nil {
		return fmt.Errorf("not a sound font: %w", err)
	}
	axes = slices.Clone(axes)
	slices.SortFunc(axes, func(a, b Axis) int { return strings.Compare(a.Tag, b.Tag) })
	var at []gofont.Variation
	name := f.postScript
	for _, a := range axes {
		i := slices.IndexFunc(fvar.Axis, func(r tables.VariationAxisRecord) bool { return r.Tag.String() == a.Tag })
		if i < 0 {
			return fmt.Errorf("the face has no axis %q: it has %s", a.Tag, axisNames(fvar.Axis))
		}
		r := fvar.Axis[i]
		if !(a.Value >= float64(r.Minimum) && a.Value <= float64(r.Maximum)) {
			return fmt.Errorf("axis %s: %g is outside %g to %g", a.Tag, a.Value, r.Minimum, r.Maximum)
		}
		at = append(at, gofont.Variation{Tag: r.Tag, Value: float32(a.Value)})
		// Adobe Technical Note 5902: the name of an instance of no name.
		name += fmt.Sprintf("_%g%s", a.Value, a.Tag)
		if a.Tag == "wght" {
			f.weight = int(a.Value)
		}
	}
	f.postScript = name
	f.face.SetVariations(at)
	f.pinned = &sfntParts{}
	for _, t := range []struct {
		tag  string
		size int
		to   *[]byte
	}{{"head", 54, &f.pinned.head}, {"hhea", 36, &f.pinned.hhea}} {
		raw, err := ld.RawTable(opentype.MustNewTag(t.tag))
		if err != nil || len(raw) < t.size {
			return fmt.Errorf("not a sound font: no table %s", t.tag)
		}
		*t.to = slices.Clone(raw[:t.size])
	}
	return nil
}

func axisNames(axes []tables.VariationAxisRecord) string {
	var out []string
	for _, r := range axes {
		out = append(out, fmt.Sprintf("%s (%g to %g)", r.Tag, r.Minimum, r.Maximum))
	}
	return strings.Join(out, ", ")
}

// sfntParts are the tables of a pinned face that its program keeps.
type sfntParts struct{ head, hhea []byte }

// subsetPinned makes a static program of a pinned face: the outlines as they
// are shaped, without instructions. The subsetter's own instances leave
// composite glyphs as they are by default.
func (f *Face) subsetPinned(glyphs []GlyphID) (*Subset, error) {
	s := &Subset{Kind: TrueType, cids: map[GlyphID]uint16{}}
	var glyf, loca, hmtx []byte
	most := struct{ points, contours int }{}
	for i, g := range append([]GlyphID{0}, glyphs...) {
		outline, _ := f.face.GlyphDataOutline(gofont.GID(g))
		c, err := contours(outline.Segments)
		if err != nil {
			return nil, fmt.Errorf("glyph %d: %w", g, err)
		}
		data, left := c.encode()
		most.points, most.contours = max(most.points, len(c.points)), max(most.contours, len(c.ends))
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, data...)
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(f.Advance(g)))
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(left))
		s.cids[g] = uint16(i)
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	head, hhea := slices.Clone(f.pinned.head), slices.Clone(f.pinned.hhea)
	binary.BigEndian.PutUint16(head[50:], 1) // offsets of 32 bits
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(glyphs)+1))
	maxp := make([]byte, 32)
	for i, v := range []int{1, 0, len(glyphs) + 1, most.points, most.contours, 0, 0, 2} {
		binary.BigEndian.PutUint16(maxp[2*i:], uint16(v))
	}
	s.Program = sfnt(map[string][]byte{"glyf": glyf, "head": head, "hhea": hhea, "hmtx": hmtx, "loca": loca, "maxp": maxp})
	return s, nil
}

// A shape is the contours of a TrueType glyph.
type shape struct {
	points []point
	ends   []int // the last point of each contour
}

type point struct {
	x, y int16
	on   bool // the curve
}

// contours makes TrueType contours of quadratic segments.
func contours(segments []opentype.Segment) (*shape, error) {
	c := &shape{}
	start := 0
	end := func() {
		n := len(c.points)
		if n > start+1 && c.points[n-1] == c.points[start] { // contours close themselves
			n--
			c.points = c.points[:n]
		}
		if n > start {
			c.ends = append(c.ends, n-1)
		}
		start = n
	}
	for _, s := range segments {
		a := s.Args
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			end()
			c.add(a[0], true)
		case opentype.SegmentOpLineTo:
			c.add(a[0], true)
		case opentype.SegmentOpQuadTo:
			c.add(a[0], false)
			c.add(a[1], true)
		default:
			return nil, errors.New("cubic curves in a face of quadratic ones")
		}
	}
	end()
	return c, nil
}

func (c *shape) add(p opentype.SegmentPoint, on bool) {
	c.points = append(c.points, point{int16(math.Round(float64(p.X))), int16(math.Round(float64(p.Y))), on})
}

// encode is the glyph's description (OpenType, glyf table) and its left edge.
func (c *shape) encode() (data []byte, left int16) {
	if len(c.points) == 0 {
		return nil, 0
	}
	lo, hi := c.points[0], c.points[0]
	for _, p := range c.points {
		lo.x, lo.y, hi.x, hi.y = min(lo.x, p.x), min(lo.y, p.y), max(hi.x, p.x), max(hi.y, p.y)
	}
	put := func(v int) { data = binary.BigEndian.AppendUint16(data, uint16(v)) }
	for _, v := range []int{len(c.ends), int(lo.x), int(lo.y), int(hi.x), int(hi.y)} {
		put(v)
	}
	for _, e := range c.ends {
		put(e)
	}
	put(0) // instructions
	for i, p := range c.points {
		flag := byte(0)
		if p.on {
			flag = 1
		}
		if i == 0 {
			flag |= 1 << 6 // contours of variable faces overlap
		}
		data = append(data, flag)
	}
	before := point{}
	for _, p := range c.points {
		put(int(p.x) - int(before.x))
		before = p
	}
	before = point{}
	for _, p := range c.points {
		put(int(p.y) - int(before.y))
		before = p
	}
	for len(data)%4 != 0 {
		data = append(data, 0)
	}
	return data, lo.x
}

// sfnt puts tables into a file (OpenType, Organization of an OpenType Font).
func sfnt(parts map[string][]byte) []byte {
	tags := slices.Sorted(maps.Keys(parts))
	size := 12 + 16*len(tags)
	for _, data := range parts {
		size += (len(data) + 3) &^ 3
	}
	power := 1
	for power*2 <= len(tags) {
		power *= 2
	}
	out := make([]byte, 12+16*len(tags), size)
	binary.BigEndian.PutUint32(out, 0x00010000)
	for i, v := range []int{len(tags), power * 16, bits.Len(uint(power)) - 1, (len(tags) - power) * 16} {
		binary.BigEndian.PutUint16(out[4+2*i:], uint16(v))
	}
	for i, t := range tags {
		at, data := len(out), parts[t]
		out = append(out, data...)
		out = append(out, make([]byte, -len(data)&3)...)
		if t == "head" && len(data) >= 12 {
			clear(out[at+8 : at+12]) // the adjustment: readers of PDF do not look
		}
		record := out[12+16*i:]
		copy(record, t)
		binary.BigEndian.PutUint32(record[4:], checksum(out[at:]))
		binary.BigEndian.PutUint32(record[8:], uint32(at))
		binary.BigEndian.PutUint32(record[12:], uint32(len(data)))
	}
	return out
}

// checksum is that of a table of whole words.
func checksum(words []byte) uint32 {
	var sum uint32
	for i := 0; i+4 <= len(words); i += 4 {
		sum += binary.BigEndian.Uint32(words[i:])
	}
	return sum
}
