package pdf

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/language"

	"github.com/offprint-go/offprint/render/internal/font"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// White between characters, in parts of an em (JLREQ 3.1.2 to 3.1.6, 3.8.3 and
// 3.8.4). Where JLREQ takes up one kind of white after another, these are
// weights: a line gives or takes a little of each.
const (
	akiPart       = 4 // between ideographs and Latin letters
	akiShrinkPart = 8 // which may go down to an eighth
	// squeezePart is how much of a mark's white a line may take when it is
	// shrunk. JLREQ lets it take all; half is as much as a good page does.
	squeezePart = 2
	gapPart     = 24 // what each gap between ideographs may take when a line is stretched
	// syllableCost is that of dividing a Korean word: rather than a gap in the
	// line, but not for a little white.
	syllableCost = 40
)

// A square is a character set on the square of Chinese and Japanese: its ink,
// and the white of its square, which comes and goes with what it stands by.
type square struct {
	ink           *glyphs
	class         class
	before, after int64
}

type squareKey struct {
	style *textStyle
	text  string
}

// square returns a character, with the marks that combine with it.
func (s *setter) square(ts *textStyle, text []byte, c class) *square {
	if q := s.squares[squareKey{ts, string(text)}]; q != nil {
		return q
	}
	q := &square{class: c}
	w := string(text)
	upright := ts
	if u := unslanted(ts.cut); u != ts.cut { // ideographs have no italic
		up := *ts
		up.cut = u
		upright = s.intern(up)
	}
	gs := s.shapeIn(upright, w, s.eastern(upright.cut), language.Han)
	g := *gs[0]
	if len(gs) > 1 && s.missing != nil { // a mark that its face has not
		r, _ := utf8.DecodeRuneInString(gs[1].text)
		s.missing(ts, r)
	}
	g.style, g.class = ts, c
	q.ink = &g
	q.crop()
	s.squares[squareKey{ts, w}] = q
	return q
}

// eastern is a cut's faces with those that know ideographs first, so that marks
// which Latin faces have too come from the face of the text around.
func (s *setter) eastern(c cut) []*font.Face {
	if s.east[c] == nil {
		var rest []*font.Face
		for _, f := range s.faces[c] {
			if f.Has('一') || f.Has('の') {
				s.east[c] = append(s.east[c], f)
			} else {
				rest = append(rest, f)
			}
		}
		s.east[c] = append(s.east[c], rest...)
	}
	return s.east[c]
}

// crop takes the white of its square off a mark: half of it behind a comma or
// a closing bracket, half before an opening one, a quarter on either side of a
// middle dot (JLREQ 3.1.2). A face whose marks have no square stays as it is.
func (q *square) crop() {
	g := q.ink
	em := int64(g.style.size)
	white := int64(g.width) - em/2
	if len(g.shaped) != 1 || white < em/4 {
		return
	}
	switch q.class {
	case opening:
		q.before = white
	case closing:
		q.after = white
	case stop, comma:
		if centred(g.style.lang) {
			return
		}
		q.after = white
	case middle:
		q.before = white / 2
		q.after = white - q.before
	default:
		return
	}
	gl := g.shaped[0]
	units := int64(g.face.UnitsPerEm())
	gl.X -= int32(q.before * units / em)
	gl.Advance -= int32(white * units / em)
	g.shaped = []font.Glyph{gl}
	g.width -= layout.Unit(white)
}

// rigid reports whether ink keeps its width in a line that is stretched:
// letters of the mono face stand in columns, ideographs on squares.
func (g *glyphs) rigid() bool { return g.style.cut >= mono || g.class != western }

// An edge is what the last item of a paragraph in the making ends with.
type edge struct {
	class  class
	rune   rune
	width  int64
	white  int64 // behind it
	em     int64
	pull   int64 // how far the ruby over it reaches over what follows
	joined bool  // nothing stands between it and what comes next
}

// mixed sets the words from byte i to byte end of a text that has squares.
func (b *builder) mixed(i, end int) {
	for i < end {
		if c := b.text.classes[i]; c != western {
			_, n := utf8.DecodeRune(b.text.buf[i:])
			n += marks(b.text.buf[i+n : end])
			if c == inseparable { // a face may have one glyph for two
				n += repeats(b.text.buf[i:i+n], b.text.buf[i+n:end])
			}
			b.put(i, i+n, c)
			i += n
			continue
		}
		j := i
		for j < end && (b.text.classes[j] == western || !utf8.RuneStart(b.text.buf[j])) {
			j++
		}
		b.latin(i, j)
		i = j
	}
}

// marks is the length of the combining marks and variation selectors that b
// begins with.
func marks(b []byte) int {
	i := 0
	for i < len(b) {
		r, n := utf8.DecodeRune(b[i:])
		if r < 0x300 || !unicode.In(r, unicode.Mn, unicode.Me, unicode.Variation_Selector) {
			break
		}
		i += n
	}
	return i
}

// repeats is the length of what rest begins with that is sign again.
func repeats(sign, rest []byte) int {
	n := 0
	for bytes.HasPrefix(rest[n:], sign) {
		n += len(sign)
	}
	return n
}

// put sets the character from byte i to byte end on its square.
func (b *builder) put(i, end int, c class) {
	r := b.text.runs[b.run]
	ts := b.intern(r.style)
	q := b.square(ts, b.text.buf[i:end], c)
	ch, _ := utf8.DecodeRune(b.text.buf[i:])
	b.join(edge{class: c, rune: ch, white: q.before, em: int64(ts.size)}, 0, r)
	if c == blank {
		b.ideographicSpace(q, r, i)
		return
	}
	b.item(b.boxOf(q.ink), layout.Piece{Ink: q.ink, Tag: r.tag, Link: r.link, Offset: r.at(i)})
	b.last = edge{class: c, rune: ch, width: int64(q.ink.width), white: q.after, em: int64(ts.size), joined: true}
}

// ideographicSpace vanishes at a line's ends.
func (b *builder) ideographicSpace(q *square, r textRun, i int) {
	b.item(linebreak.Item{Kind: linebreak.Glue, Width: linebreak.Part(q.ink.width)}, layout.Piece{Ink: q.ink, Tag: r.tag, Link: r.link, Offset: r.at(i)})
	b.last = edge{}
}

// latin sets what is not on squares, from byte i to byte end.
func (b *builder) latin(i, end int) {
	r := b.text.runs[b.run]
	if superior(&r.style) { // a note mark: set close, and what follows goes with what stands before
		b.soft = false
		b.pieces(i, end)
		return
	}
	first, _ := utf8.DecodeRune(b.text.buf[i:])
	last, _ := utf8.DecodeLastRune(b.text.buf[i:end])
	b.join(edge{rune: first, em: int64(r.style.size)}, 0, r)
	b.pieces(i, end)
	b.last = edge{rune: last, em: int64(r.style.size), joined: last != '\u00A0'}
}

func superior(ts *textStyle) bool { return ts.rise > 0 || ts.features&font.Superiors != 0 }

// join sets what stands between the last item and the next, whose near end is
// given: white, and the place where a line may end. A ruby over the next reaches
// over the last by pull.
func (b *builder) join(next edge, pull int64, r textRun) {
	last, soft := b.last, b.soft
	b.last, b.soft = edge{}, false
	if !last.joined || last.class == western && next.class == western {
		if soft {
			b.item(linebreak.Item{Kind: linebreak.Penalty}, layout.Piece{Offset: -1})
		}
		return
	}
	g := between(&last, &next)
	if pull += last.pull; pull != 0 {
		g.Width -= linebreak.Part(pull)
		g.Shrink = min(g.Shrink, max(g.Width, 0))
	}
	hangs := b.hang && soft && pull == 0 && (last.class == comma || last.class == stop)
	none := g.Width == 0 && g.Stretch == 0
	p := layout.Piece{Tag: r.tag, Link: r.link, Offset: -1}
	if r.style.underline || r.style.strike {
		p.Ink = b.intern(r.style) // the rule goes on
	}
	switch {
	case none && !soft:
	case none:
		it := linebreak.Item{Kind: linebreak.Penalty}
		if last.class == hangul && next.class == hangul {
			it.Cost = syllableCost
		}
		b.item(it, layout.Piece{Offset: -1})
	case !soft:
		b.item(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Infinite}, layout.Piece{Offset: -1})
		b.item(g, p)
	default:
		if hangs {
			// Behind the first a line ends with the mark in the margin, behind the
			// second without its white.
			b.item(linebreak.Item{Kind: linebreak.Penalty, Width: linebreak.Part(-last.width)}, layout.Piece{Offset: -1})
			b.item(linebreak.Item{Kind: linebreak.Penalty}, layout.Piece{Offset: -1})
		}
		b.item(g, p)
		if last.white > 0 && last.class != middle && pull == 0 {
			// A line may also end with the mark's white in it, all on squares.
			b.item(linebreak.Item{Kind: linebreak.Penalty}, layout.Piece{Offset: -1})
		}
	}
}

// between is the glue between two characters that no space parts.
func between(a, b *edge) linebreak.Item {
	g := linebreak.Item{Kind: linebreak.Glue}
	em, before, after := linebreak.Part(min(a.em, b.em)), linebreak.Part(a.white), linebreak.Part(b.white)
	switch {
	case a.class == hangul || b.class == hangul:
		g.Width = before + after // of brackets from an East Asian face
	case a.class == opening || b.class == blank || a.class == blank:
		if b.class == middle {
			g.Width, g.Shrink = after, after
		}
	case b.class == closing || b.class == stop || b.class == comma || b.class == dividing:
		if a.class == middle {
			g.Width, g.Shrink = before, before
		}
	case a.class == middle && b.class == middle:
		g.Width, g.Shrink = before+after, before+after
	case a.class == middle:
		g.Width, g.Shrink = before, before
	case b.class == middle:
		g.Width, g.Shrink = after, after
	case a.class == western && b.class == opening && !spaced(a.rune), b.class == western && before > 0 && !spaced(b.rune):
	case a.class == stop && b.class != opening:
		g.Width = before // that of a full stop stays (JLREQ 3.8.3)
	case before > 0 || after > 0:
		g.Width = max(before, after)
		g.Shrink = g.Width / squeezePart
	case a.class == western || b.class == western:
		if spaced(a.rune) && spaced(b.rune) && a.class != inseparable && b.class != inseparable {
			g.Width, g.Stretch, g.Shrink = em/akiPart, em/akiPart, em/akiShrinkPart
		}
	case a.class == inseparable && b.class == inseparable, a.class == figure && b.class == figure:
	default:
		g.Stretch = em / gapPart
	}
	return g
}

// spaced reports whether a character is set off from ideographs: letters and
// figures are, marks bring white of their own.
func spaced(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
