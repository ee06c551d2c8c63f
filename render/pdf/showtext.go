package pdf

import (
	"sort"
	"strconv"
	"sync"
	"unicode/utf8"

	"github.com/offprint-go/offprint/render/internal/font"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/pdffile"
)

// A fontTable gives each face that is used a font in the file, and each pair
// of a glyph and what it stands for a code in that font.
type fontTable struct {
	order []*fontUse
	byKey map[*font.Face]*fontUse
}

// A fontUse is a face with the codes that the content streams use.
type fontUse struct {
	face  *font.Face
	name  string
	codes map[code]uint16
	list  []code
	wide  []int32  // the glyphs' advances, by code
	texts []string // used again
	ascii [utf8.RuneSelf]struct {
		glyph font.GlyphID
		code  uint16
	} // the glyph that each character was last shown with, and its code

	composites []font.Composite
	made       map[string]font.GlyphID // composites by their parts
}

type code struct {
	glyph font.GlyphID
	text  string
}

func newFontTable() *fontTable { return &fontTable{byKey: map[*font.Face]*fontUse{}} }

func (t *fontTable) use(f *font.Face) *fontUse {
	u := t.byKey[f]
	if u == nil {
		u = &fontUse{face: f, name: "F" + strconv.Itoa(len(t.order)+1), codes: map[code]uint16{}, list: []code{{}}, wide: []int32{0}, made: map[string]font.GlyphID{}}
		t.byKey[f] = u
		t.order = append(t.order, u)
	}
	return u
}

func (u *fontUse) code(c code) uint16 {
	n, ok := u.codes[c]
	if !ok {
		n = uint16(len(u.list))
		u.codes[c] = n
		u.list, u.wide = append(u.list, c), append(u.wide, int32(u.advance(c.glyph)))
	}
	return n
}

// letter is the code of a glyph that stands for an ASCII character.
func (u *fontUse) letter(id font.GlyphID, text string) uint16 {
	l := &u.ascii[text[0]]
	if l.code == 0 || l.glyph != id {
		l.glyph, l.code = id, u.code(code{id, text})
	}
	return l.code
}

// A showing is an array of TJ in the making: codes of one font on one
// baseline.
type showing struct {
	active bool
	hex    bool
	x, y   layout.Unit // where the pen is
}

// A fit is how letters are stretched and spaced.
type fit struct {
	zoom  int64       // the horizontal scale, in 1/10000
	track layout.Unit // between letters
}

const unscaled = 10000

// asIs leaves letters as they are.
var asIs = fit{zoom: unscaled}

// fit is how the ink of a line is stretched and spaced.
func (p *painter) fit(g *glyphs, l *layout.Line) fit {
	s := p.flow.set
	if g.rigid() || l.Expand == 0 && l.Track == 0 {
		return asIs
	}
	f := fit{zoom: unscaled + unscaled*s.expansion*int64(l.Expand)/1000/65536,
		track: layout.Unit(int64(g.style.size) * s.tracking / 1000 * int64(l.Track) / 65536)}
	if g.joined {
		f.track = 0
	}
	return f
}

// word shows ink at x, y.
func (p *painter) word(g *glyphs, x, y layout.Unit, fit fit) {
	u := p.fonts.use(g.face)
	if g.codes == nil {
		g.encode(u)
	}
	ts := g.style
	if !p.tj.active || p.font != u || p.size != ts.size || p.rise != ts.rise || p.ink != ts.color || p.tj.y != y || p.fitted != fit {
		p.show()
		p.color(ts.color)
		p.begin(u, ts, x, y, fit)
	}
	zoom, size := fit.zoom, int64(ts.size)
	spacing := layout.Unit(int64(ts.track)*int64(ts.size)/1000*zoom/unscaled) + fit.track
	em := int64(g.face.UnitsPerEm())
	unit := size * zoom / unscaled
	at := x
	for i := range g.shaped {
		gl, px := &g.shaped[i], at
		if gl.X != 0 {
			px += layout.Unit(perEm(int64(gl.X)*size, em) * zoom / unscaled)
		}
		if gl.Y != 0 {
			p.raised(g, u, i, px, y, layout.Unit(int64(gl.Y)*size/em))
		} else {
			p.moveTo(px, unit)
			p.glyph(g.codes[i])
			p.tj.x += layout.Unit(perEm(int64(u.wide[g.codes[i]])*size*zoom/unscaled, em)) + fit.track
		}
		at += layout.Unit(perEm(int64(gl.Advance)*size, em) * zoom / unscaled)
		if g.spaced(g.shaped, i) {
			at += spacing
		}
	}
}

// perEm is n/em. Most faces with CFF outlines, the embedded ones among them,
// have 1000 units to the em, and to divide by a constant takes a quarter of the
// time.
func perEm(n, em int64) int64 {
	if em == 1000 {
		return n / 1000
	}
	return n / em
}

// raised shows a glyph that shaping puts above or below the baseline: a mark.
func (p *painter) raised(g *glyphs, u *fontUse, i int, x, y, up layout.Unit) {
	p.show()
	ts := *g.style
	ts.rise += up
	p.begin(u, &ts, x, y, p.fitted)
	p.glyph(g.codes[i])
	p.show()
	p.begin(u, g.style, x, y, p.fitted)
}

// begin starts an array at a place.
func (p *painter) begin(u *fontUse, ts *textStyle, x, y layout.Unit, fit fit) {
	p.beginText()
	if p.font != u || p.size != ts.size {
		p.buf.byte('/')
		p.buf.WriteString(u.name)
		p.buf.byte(' ')
		p.numbers(ts.size)
		p.buf.WriteString("Tf\n")
		p.font, p.size = u, ts.size
	}
	if p.fitted.zoom != fit.zoom {
		p.buf = strconv.AppendFloat(p.buf, float64(fit.zoom)/100, 'f', -1, 64)
		p.buf.WriteString(" Tz\n")
	}
	if p.fitted.track != fit.track {
		// The operator's spacing is scaled with the letters; fit's is not.
		p.numbers(layout.Unit(int64(fit.track) * unscaled / fit.zoom))
		p.buf.WriteString("Tc\n")
	}
	p.fitted = fit
	p.rise = ts.rise
	p.buf.WriteString("1 0 0 1 ")
	p.numbers(x, p.height-y+ts.rise)
	p.buf.WriteString("Tm [")
	p.tj = showing{active: true, x: x, y: y}
}

// moveTo adjusts the pen, in thousandths of the size as it is scaled.
func (p *painter) moveTo(x layout.Unit, size int64) {
	d := int64(p.tj.x-x) * 1000
	switch half := size - size/2; {
	case d >= half:
		d += size / 2
	case d <= -half:
		d -= size / 2
	default:
		return
	}
	d /= size
	p.closeHex()
	p.buf = strconv.AppendInt(p.buf, d, 10)
	p.tj.x -= layout.Unit(d * size / 1000)
}

func (p *painter) glyph(c uint16) {
	if !p.tj.hex {
		p.buf.byte('<')
		p.tj.hex = true
	}
	p.buf.hex(c)
}

func (p *painter) closeHex() {
	if p.tj.hex {
		p.buf.byte('>')
		p.tj.hex = false
	}
}

// show ends the array, if one is open.
func (p *painter) show() {
	if p.tj.active {
		p.closeHex()
		p.buf.WriteString("] TJ\n")
		p.tj.active = false
	}
}

// encode gives each glyph its code, by what it stands for.
func (g *glyphs) encode(u *fontUse) {
	if g.plain() {
		g.codes = make([]uint16, len(g.shaped))
		for i := range g.shaped {
			g.codes[i] = u.letter(g.shaped[i].ID, g.text[i:i+1])
		}
		return
	}
	texts := g.join(u)
	g.codes = make([]uint16, len(g.shaped))
	for i, gl := range g.shaped {
		if g.actual != "" {
			texts[i] = g.actual
		}
		g.codes[i] = u.code(code{gl.ID, texts[i]})
	}
}

// plain reports whether each glyph stands for one ASCII character, in order, as
// those of most words do.
func (g *glyphs) plain() bool {
	if g.rtl || g.actual != "" || len(g.shaped) != len(g.text) {
		return false
	}
	for i := range g.shaped {
		if gl := &g.shaped[i]; int(gl.Cluster) != i || gl.Advance == 0 || g.text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// numbers writes lengths in points, to a thousandth, each with a space.
func (p *painter) numbers(us ...layout.Unit) {
	for _, u := range us {
		p.buf = appendPoints(p.buf, u)
	}
}

func appendPoints(b []byte, u layout.Unit) []byte {
	if u < 0 {
		b = append(b, '-')
		u = -u
	}
	m := (int64(u)*1000 + int64(layout.Point)/2) / int64(layout.Point)
	b = strconv.AppendInt(b, m/1000, 10)
	if f := m % 1000; f != 0 {
		b = append(b, '.', byte('0'+f/100), byte('0'+f/10%10), byte('0'+f%10))
		for b[len(b)-1] == '0' {
			b = b[:len(b)-1]
		}
	}
	return append(b, ' ')
}

// files subsets every face that was used, several at a time.
func (t *fontTable) files() ([]*pdffile.Font, error) {
	out, errs := make([]*pdffile.Font, len(t.order)), make([]error, len(t.order))
	var wg sync.WaitGroup
	for i, u := range t.order {
		wg.Go(func() { out[i], errs[i] = u.file() })
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (u *fontUse) file() (*pdffile.Font, error) {
	seen := map[font.GlyphID]bool{}
	var ids []font.GlyphID
	add := func(id font.GlyphID) {
		if !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	for _, c := range u.list[1:] {
		if u.madeHere(c.glyph) == nil {
			add(c.glyph)
		}
	}
	for _, c := range u.composites {
		for _, part := range c.Parts {
			add(part.ID)
		}
	}
	sort.Slice(ids, func(i, j int) bool { return ids[i] < ids[j] })
	sub, err := u.face.Subset(ids, u.composites...)
	if err != nil {
		return nil, err
	}
	em := func(v int) int { return v * 1000 / u.face.UnitsPerEm() }
	bb := u.face.BBox()
	f := &pdffile.Font{Name: u.name, Base: u.face.PostScriptName(), TrueType: sub.Kind == font.TrueType, Program: sub.Program, Whole: sub.Whole,
		Flags: u.face.Flags(), BBox: [4]int{em(bb[0]), em(bb[1]), em(bb[2]), em(bb[3])}, ItalicAngle: u.face.ItalicAngle(),
		Ascent: em(u.face.Ascent()), Descent: em(u.face.Descent()), CapHeight: em(u.face.CapHeight()), StemV: u.face.StemV()}
	f.Codes = append(f.Codes, pdffile.Code{})
	for _, c := range u.list[1:] {
		f.Codes = append(f.Codes, pdffile.Code{CID: sub.CID(c.glyph), Text: c.text,
			Width: float64(u.advance(c.glyph)) * 1000 / float64(u.face.UnitsPerEm())})
	}
	return f, unsound(u.face)
}
