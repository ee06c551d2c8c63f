package pdf

import (
	"unicode/utf8"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// Measures of ruby, in parts of the em of its base (JLREQ 3.3).
const (
	rubyPart = 2 // the size of a reading
	// overhangPart is how far a reading may reach over kana beside its base:
	// half of one of its own characters.
	overhangPart = 4
)

// Places over a line, in thousandths of an em above its baseline. The square of
// an ideograph reaches from 120 below to 880 above.
const (
	squareTop  = 880
	rubyBase   = squareTop + 120/rubyPart // the baseline of readings
	rubyTop    = squareTop + 1000/rubyPart
	rubyNeeds  = rubyTop + 120 // the least leading that keeps readings off the line above
	squareDrop = 120
)

// A ruby is a stretch of a text with the reading that stands over it.
type ruby struct {
	start, end int
	reading    string
	style      textStyle
	tag        layout.Tag
}

// A rubyInk is a base with its reading over it. Its piece has the tag of the
// first of the base; the reading has one of its own.
type rubyInk struct {
	base, reading []inked
	tag           layout.Tag // of the reading
}

// inked is ink within ink, from its left edge.
type inked struct {
	ink           *glyphs
	x             layout.Unit
	before, after layout.Unit // white of its square
	tied          bool        // to the ink before it
	tag           layout.Tag
	link          int32
}

// String shows the ink in a dump.
func (r *rubyInk) String() string {
	var s string
	for _, part := range [][]inked{r.base, r.reading} {
		for _, k := range part {
			s += k.ink.text
		}
		s += "^"
	}
	return s[:len(s)-1]
}

// ruby sets a base with its reading over it. A base that holds more than words
// has its reading behind it, in parentheses.
func (f *flow) ruby(t *text, n *doc.Ruby, in inline) {
	if in.rubied || !wordsOnly(n.Base) || f.rubyWidth(n, in) > in.limit {
		f.rubyBehind(t, n, in)
		return
	}
	in.rubied = true
	r := &ruby{start: len(t.buf), reading: n.Text}
	t.rubies = append(t.rubies, r)
	f.tags.in(elem("Ruby"), func() {
		f.tags.in(elem("RB"), func() { f.inlines(t, n.Base, in) })
		f.tags.in(elem("RT"), func() { r.tag = f.tags.slot() })
	})
	for r.end = len(t.buf); r.end > r.start && t.buf[r.end-1] == ' '; {
		r.end--
	}
	for r.start < r.end && t.buf[r.start] == ' ' {
		r.start++
	}
	r.style = in.style
	r.style.cut = unslanted(r.style.cut)
	r.style.size /= rubyPart
	r.style.rise += scale(in.style.size, rubyBase/1000.)
	r.style.features &^= oldStyle | smallCaps
	r.style.track, r.style.noHyphens, r.style.underline, r.style.strike, r.style.dots = 0, true, false, false, false
}

// wordsOnly reports whether inlines are words and their styles, nothing that
// has a place or size of its own.
func wordsOnly(ns doc.Inlines) bool {
	for _, n := range ns {
		switch n.(type) {
		case doc.Text, doc.Code:
		case doc.Emphasis, doc.Strong, doc.SmallCaps, doc.Underline, doc.Strike, *doc.Link, *doc.Span:
			if !wordsOnly(doc.Content(n)) {
				return false
			}
		default:
			return false
		}
	}
	return doc.PlainText(ns) != ""
}

// rubyWidth is about how wide a ruby is: no line is wider than its measure for
// a reading that could stand behind.
func (f *flow) rubyWidth(n *doc.Ruby, in inline) layout.Unit {
	wide := max(utf8.RuneCountInString(doc.PlainText(n.Base)), (utf8.RuneCountInString(n.Text)+1)/rubyPart)
	return in.style.size * layout.Unit(wide)
}

func (f *flow) rubyBehind(t *text, n *doc.Ruby, in inline) {
	if !in.plain {
		f.warnAt(f.x.Path(n), "the ruby %q is set in parentheses after its base", n.Text)
	}
	open, end := "(", ")"
	if r, _ := utf8.DecodeRuneInString(n.Text); classOf(r, in.style.lang) != western {
		open, end = "（", "）"
	}
	f.tags.in(elem("Ruby"), func() {
		f.tags.in(elem("RB"), func() { f.inlines(t, n.Base, in) })
		f.tags.in(elem("RP"), func() { f.generate(t, open, in) })
		f.tags.in(elem("RT"), func() { f.generate(t, n.Text, in) })
		f.tags.in(elem("RP"), func() { f.generate(t, end, in) })
	})
}

// rubyAt is the ruby that begins at byte i, if one does.
func (b *builder) rubyAt(i int) *ruby {
	for b.rubied < len(b.text.rubies) && b.text.rubies[b.rubied].start < i {
		b.rubied++
	}
	if b.rubied < len(b.text.rubies) {
		if r := b.text.rubies[b.rubied]; r.start == i && r.end > i {
			return r
		}
	}
	return nil
}

// ruby sets a ruby as one box, as wide as the wider of its two. Where the
// reading is the wider it reaches over kana on either side, but not beyond a
// line's ends: what it reaches is glue of less than no width, and vanishes there.
func (b *builder) ruby(r *ruby) {
	run := b.text.runs[b.run]
	em := int64(run.style.size)
	base, before, after := b.rubyBase(r)
	reading := b.readingInk(r)
	wide := inkWidth(reading) - inkWidth(base)
	var left, right int64
	if wide > 0 {
		if b.last.joined && overhung(b.last.class, b.last.white) {
			left = min(em/overhangPart, wide/2)
		}
		if b.overhungAt(r.end) {
			right = min(em/overhangPart, wide/2)
		}
		spread(base, left, wide-left-right, wide)
		spread(reading, 0, 0, 0)
	} else {
		spread(base, 0, 0, 0)
		spread(reading, 0, -wide, em/2)
	}
	b.join(before, left, run)
	b.item(linebreak.Item{Kind: linebreak.Box, Width: linebreak.Part(max(inkWidth(base), inkWidth(reading)))},
		layout.Piece{Ink: &rubyInk{base, reading, r.tag}, Tag: run.tag, Link: run.link, Offset: run.at(r.start)})
	b.last = after
	b.last.joined, b.last.pull = true, right
	b.eventsTo(r.end)
}

// rubyBase is the ink of a base, with the edges that it shows to what stands
// around.
func (b *builder) rubyBase(r *ruby) (ink []inked, first, last edge) {
	t := b.text
	for i := r.start; i < r.end; {
		b.run = t.runAt(i, b.run)
		end := r.end
		if b.run+1 < len(t.runs) {
			end = min(end, t.runs[b.run+1].start)
		}
		run := &t.runs[b.run]
		at := len(ink)
		ink = b.setSolid(ink, t.buf[i:end], run.style, func(j int) class { return t.class(i + j) })
		for k := range ink[at:] {
			ink[at+k].tag, ink[at+k].link = run.tag, run.link
		}
		i = end
	}
	em := int64(t.runs[b.run].style.size)
	from, _ := utf8.DecodeRune(t.buf[r.start:])
	to, n := utf8.DecodeLastRune(t.buf[:r.end])
	return ink, edge{class: t.class(r.start), rune: from, em: em}, edge{class: t.class(r.end - n), rune: to, em: em}
}

// readingInk is the ink of a reading.
func (b *builder) readingInk(r *ruby) []inked {
	w := []byte(r.reading)
	ink := b.setSolid(nil, w, r.style, func(i int) class {
		c, _ := utf8.DecodeRune(w[i:])
		return classOf(c, r.style.lang)
	})
	for i := range ink {
		ink[i].tag = r.tag
	}
	return ink
}

// setSolid appends the ink of words: each square by itself, without its white
// taken off, all others as they go together.
func (s *setter) setSolid(ink []inked, w []byte, style textStyle, class func(i int) class) []inked {
	ts := s.intern(style)
	for i := 0; i < len(w); {
		_, n := utf8.DecodeRune(w[i:])
		if c := class(i); c != western {
			n += marks(w[i+n:])
			q := s.square(ts, w[i:i+n], c)
			ink = append(ink, inked{ink: q.ink, before: layout.Unit(q.before), after: layout.Unit(q.after)})
			i += n
			continue
		}
		j := i
		for j < len(w) && (class(j) == western || !utf8.RuneStart(w[j])) {
			j++
		}
		for k, g := range s.shape(ts, w[i:j]) {
			ink = append(ink, inked{ink: g, tied: k > 0})
		}
		i = j
	}
	return ink
}

// inkWidth is the natural width of ink that is not yet spread.
func inkWidth(ink []inked) int64 {
	var w int64
	for _, k := range ink {
		w += int64(k.before + k.ink.width + k.after)
	}
	return w
}

// spread puts ink in its places from an edge on: the white that is over goes
// between its characters, half as much to either end (1:2:1, JLREQ 3.3.6), and
// there no more than a limit.
func spread(ink []inked, from, over, limit int64) {
	n := int64(0)
	for _, k := range ink {
		if !k.tied {
			n++
		}
	}
	if n == 0 {
		return
	}
	end := over / n / 2
	gap := over / n
	if n > 1 && end > limit {
		end = limit
		gap = (over - 2*limit) / (n - 1)
	} else if n == 1 {
		end = over / 2
	}
	x := from + end
	for i := range ink {
		k := &ink[i]
		if i > 0 && !k.tied {
			x += gap
		}
		k.x = layout.Unit(x) + k.before
		x += int64(k.before + k.ink.width + k.after)
	}
}

// overhung reports whether a reading may reach over a character beside its base:
// over kana and white (JLREQ 3.3.8), but not over an ideograph, which has a
// reading of its own.
func overhung(c class, white int64) bool { return c == kana || c == smallKana || white > 0 }

// overhungAt is the like of the character at byte i.
func (b *builder) overhungAt(i int) bool {
	t := b.text
	if i >= len(t.buf) {
		return false
	}
	if k := b.rubied + 1; k < len(t.rubies) && t.rubies[k].start == i {
		return false
	}
	return t.class(i) == kana || t.class(i) == smallKana
}

// class is the class of the character at byte i.
func (t *text) class(i int) class {
	if t.classes == nil {
		return western
	}
	return t.classes[i]
}

// rubyRoom gives a paragraph with ruby the leading that readings need, if it has
// less: all its lines alike, and white above the first.
func rubyRoom(p *layout.Para, em layout.Unit, cell bool) {
	if need := em * rubyNeeds / 1000; p.Leading < need {
		p.Height += need - p.Leading
		p.Leading = need
	}
	if cell { // not over the rule
		if up := em*rubyTop/1000 - p.Height; up > 0 {
			p.Height += up
			p.Leading = max(p.Leading, p.Height+em*squareDrop/1000)
		}
	}
}

// ruby paints a base and the reading over it.
func (p *painter) ruby(r *rubyInk, l *layout.Line, x, y layout.Unit, pc *layout.Piece) {
	for _, k := range r.base {
		p.inked(&k, x, y, pc.Tag != 0)
		if k.link > 0 {
			p.touch(k.link, l, x+k.x, y, k.ink.width)
		}
	}
	for _, k := range r.reading {
		p.inked(&k, x, y, pc.Tag != 0)
	}
}

// inked paints ink that stands in other ink; what is repeated has no tag.
func (p *painter) inked(k *inked, x, y layout.Unit, tagged bool) {
	tag := k.tag
	if !tagged {
		tag = 0
	}
	p.tagged(tag)
	p.word(k.ink, x+k.x, y, asIs)
	p.decorate(k.ink.style, x+k.x, y, k.ink.width, tag)
	p.dotted(k.ink, x+k.x, y, true)
}
