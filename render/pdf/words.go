package pdf

import (
	"slices"
	"unicode/utf8"

	"github.com/go-text/typesetting/language"

	"github.com/offprint-go/offprint/render/internal/font"
	"github.com/offprint-go/offprint/render/internal/hyphen"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// Costs of breaks, on the scale of linebreak's demerits: a line whose spaces
// are seven tenths of their stretch too wide is as bad as a hyphen. With it one
// line in forty of English prose ends in one.
const (
	hyphenCost   = 72 // a word divided by us
	explicitCost = 20 // after a hyphen or slash that is the author's
	// A word that waits for its other half, Vor- und Nachteile, looks divided
	// at a line's end, and is read as one with what follows.
	suspendedCost = hyphenCost
	dashCost      = 0
)

// glyphs is ink: shaped text in one face and size.
type glyphs struct {
	style    *textStyle
	face     *font.Face
	text     string
	shaped   []font.Glyph
	width    layout.Unit
	actual   string // what the glyphs stand for, if not text: a hyphen at a line's end
	codes    []uint16
	missing  bool
	class    class     // of ink on a square
	rtl      bool      // the first character is at the right
	joined   bool      // letters are joined, and cannot be spaced
	blank    *glyphs   // the space behind it, as it mostly is
	division *division // its parts, if it may be divided
	word     uint16    // tells words apart, whatever their case and punctuation
}

// String shows the ink in a dump.
func (g *glyphs) String() string { return g.text }

// Length is how many bytes of the source the ink is.
func (g *glyphs) Length() int { return len(g.text) }

// A setter turns texts into items: the second half of setting a paragraph.
// It shapes each word once for a style.
type setter struct {
	faces    *faces
	capitals *font.Face               // small ones, of the caller's
	*lexicon                          // of all setters of the document
	styles   map[textStyle]*textStyle // of the lexicon, as far as they were asked for
	style    *textStyle               // the last of them
	turned   map[turnedKey][]part
	spaces   map[*textStyle]*space
	spaced   *textStyle // that whose space was last asked for
	last     *space     // this
	blanks   map[blankKey]*glyphs
	hyphens  map[string]*hyphen.Dictionary
	squares  map[squareKey]*square
	east     faces // each cut's faces, those that know ideographs first
	kerns    map[pair]int64
	points   []int
	shaped   []font.Glyph // of a word that is cut
	cuts     []part       // of a word
	segs     []segment
	classes  []class
	items    []linebreak.Item // of the paragraph in the making
	pieces   []layout.Piece
	stock    // of what words are made of
	// expansion is how far letters may be stretched or shrunk, in thousandths.
	expansion int64
	// tracking is the most that letters may be spaced, in thousandths of the
	// size.
	tracking int64
	hang     bool                           // commas and full stops on squares may end a line in the margin
	missing  func(style *textStyle, r rune) // called for a character that no face has
}

type wordKey struct {
	style *textStyle
	text  string
}

// A space is what a word space of a style is.
type space struct {
	narrow                 *glyphs // the same ink for U+202F
	ink                    *glyphs
	width, stretch, shrink int64
	hyphen                 *glyphs
	divide                 linebreak.Item // where a word is divided with the hyphen
}

func newSetter(f *faces) *setter {
	return &setter{faces: f, lexicon: newLexicon(), styles: map[textStyle]*textStyle{}, squares: map[squareKey]*square{},
		turned: map[turnedKey][]part{}, blanks: map[blankKey]*glyphs{},
		spaces: map[*textStyle]*space{}, kerns: map[pair]int64{}, hyphens: map[string]*hyphen.Dictionary{}}
}

// intern makes equal styles one pointer.
func (s *setter) intern(ts textStyle) *textStyle {
	if s.style != nil && *s.style == ts {
		return s.style
	}
	p := s.styles[ts]
	if p == nil {
		p = s.lexicon.style(ts)
		s.styles[ts] = p
	}
	s.style = p
	return p
}

// shape returns the ink of a word, in as many pieces as it takes faces.
func (s *setter) shape(ts *textStyle, word []byte) []*glyphs { return s.entry(ts, word).ink }

// entry is a word's, which is shaped if no setter has done so before.
func (s *setter) entry(ts *textStyle, word []byte) *entry {
	hash := hashOf(ts, word)
	shelf := s.lexicon.shelf(hash)
	if e := shelf.find(hash, ts, word); e != nil {
		return e
	}
	e := s.entries.one()
	*e = entry{hash: hash, style: ts, word: string(word)}
	e.ink = s.shapeIn(ts, e.word, s.chain(ts), language.Common)
	if e.word != " " && e.word != "\u2010" { // which the space is made of
		for _, g := range e.ink {
			g.blank = s.space(ts).ink
		}
	}
	e.parts = s.partsOf(e.ink, ts)
	return shelf.add(e)
}

// shapeIn shapes a word in a chain of faces; marks that many scripts share are
// set as those of one.
func (s *setter) shapeIn(ts *textStyle, w string, chain []*font.Face, script language.Script) []*glyphs {
	return s.shapeAs(ts, w, chain, shaping{script: script})
}

// shapeAs shapes a word as it is read.
func (s *setter) shapeAs(ts *textStyle, w string, chain []*font.Face, sh shaping) []*glyphs {
	var out []*glyphs
	for _, run := range ts.cut.itemize(w, chain) {
		for _, m := range run.Missing {
			if s.missing != nil {
				r, _ := utf8.DecodeRuneInString(w[m:])
				s.missing(ts, r)
			}
		}
		t := w[run.Start:run.End]
		if run.Script == language.Common {
			run.Script = sh.script
		}
		o := font.Options{Lang: ts.lang, Script: run.Script, RTL: sh.rtl, Features: s.features(ts, run.Face)}
		if s.drawn(ts, run.Face) && !sh.rtl {
			out = append(out, s.smallened(ts, run.Face, t, o)...)
			continue
		}
		g := s.inks.one()
		*g = glyphs{style: ts, face: run.Face, text: t, word: identity(t), rtl: sh.rtl, joined: font.Joins(run.Script)}
		if g.joined {
			g.style = s.unspaced(ts)
			o.Before, o.After = sh.before+font.Last(w[:run.Start]), font.First(w[run.End:])+sh.after
		}
		g.shaped = run.Face.Shape(t, o)
		g.width = s.advance(g)
		out = append(out, g)
	}
	return out
}

// features are those of a style that a face has.
func (s *setter) features(ts *textStyle, f *font.Face) font.Features { return ts.features }

// advance is the width of ink: that of its glyphs and the letterspacing.
func (s *setter) advance(g *glyphs) layout.Unit {
	return g.widthOf(g.shaped)
}

func (g *glyphs) widthOf(shaped []font.Glyph) layout.Unit {
	var sum int64
	for _, gl := range shaped {
		sum += int64(gl.Advance)
	}
	em := int64(g.face.UnitsPerEm())
	track := int64(g.style.track) * int64(g.letters(shaped)) * int64(g.style.size) / 1000
	return layout.Unit(sum*int64(g.style.size)/em + track)
}

func (s *setter) space(ts *textStyle) *space {
	if ts != s.spaced {
		s.spaced, s.last = ts, s.newSpace(ts)
	}
	return s.last
}

func (s *setter) newSpace(ts *textStyle) *space {
	if sp := s.spaces[ts]; sp != nil {
		return sp
	}
	sp := &space{}
	if g := s.shape(ts, []byte(" ")); len(g) > 0 {
		sp.ink = g[0]
		narrow := *g[0]
		narrow.actual = "\u202F"
		sp.narrow = &narrow
		w := int64(g[0].width)
		// A third of an em is too wide for a word space between lower-case
		// letters, a fifth the least that still parts words (Bringhurst
		// 2.1.1); the face's own, with a twentieth more for lines that are
		// shrunk more often than stretched.
		sp.width, sp.stretch, sp.shrink = w*21/20, w/2, w/4
		if ts.cut >= mono {
			sp.width = w // columns of code
		}
	}
	if g := s.shape(ts, []byte("\u2010")); len(g) > 0 && !g[0].missing {
		h := *g[0]
		h.actual = "\u00ad"
		sp.hyphen = &h
		sp.divide = linebreak.Item{Kind: linebreak.Penalty, Flagged: true, Cost: hyphenCost, Width: linebreak.Part(h.width),
			Right: linebreak.Part(h.width * 6 / 10), Give: s.give(&h), Track: s.track(&h)}
	}
	s.spaces[ts] = sp
	return sp
}

// set appends the items of t to p.
func (s *setter) set(t *text, p *layout.Para) {
	s.make(t, p)
	p.Items, p.Pieces = slices.Clone(p.Items), slices.Clone(p.Pieces)
	paintable(p)
}

// paintable gives each part of a word ink of its own, which layout does for what it
// sets itself.
func paintable(p *layout.Para) {
	for i := range p.Pieces {
		if part, ok := p.Pieces[i].Ink.(*part); ok {
			p.Pieces[i].Ink = part.Alone()
		}
	}
}

// make appends the items of t to p, in memory that is used again: words, spaces
// and the places where a line may end, and the glue that fills the last line.
func (s *setter) make(t *text, p *layout.Para) {
	t.trim()
	levels := t.levels(p.RTL)
	s.segs = s.segments(t)
	b := &builder{setter: s, text: t, para: p, levels: levels}
	p.Items, p.Pieces = append(s.items[:0], p.Items...), append(s.pieces[:0], p.Pieces...)
	for i, seg := range s.segs {
		b.segment(seg, i == len(s.segs)-1)
	}
	b.eventsTo(len(t.buf) + 1)
	b.end()
	s.items, s.pieces = p.Items, p.Pieces
}

// A builder makes the items of one paragraph.
type builder struct {
	*setter
	text  *text
	para  *layout.Para
	run   int // the run that was last used
	event int // the next event
	levels
	// Of text on squares:
	last   edge // of the last item
	soft   bool // a line may end behind it
	rubied int  // the next ruby
}

func (b *builder) item(it linebreak.Item, p layout.Piece) {
	b.stamp(&p)
	b.para.Items = append(b.para.Items, it)
	b.para.Pieces = append(b.para.Pieces, p)
}

// end finishes the last line: what is left of it is white.
func (b *builder) end() {
	none := layout.Piece{Offset: -1}
	b.level = b.base
	b.item(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Infinite}, none)
	b.item(linebreak.Item{Kind: linebreak.Glue, Stretch: linebreak.Fil}, none)
	b.item(linebreak.Item{Kind: linebreak.Penalty, Cost: -linebreak.Infinite}, none)
}

func (b *builder) segment(seg segment, last bool) {
	for i := seg.start; i < seg.end; {
		b.eventsTo(i)
		level := b.seek(i)
		if b.objectAt(i) {
			b.object(i)
			i += len(object)
			continue
		}
		b.run = b.text.runAt(i, b.run)
		if r := b.rubyAt(i); r != nil {
			b.ruby(r)
			i = r.end
			continue
		}
		end := seg.end
		if b.rubied < len(b.text.rubies) {
			end = min(end, b.text.rubies[b.rubied].start)
		}
		if b.run+1 < len(b.text.runs) {
			end = min(end, b.text.runs[b.run+1].start)
		}
		if b.event < len(b.text.events) {
			end = min(end, max(b.text.events[b.event].at, i+1))
		}
		end = min(end, level)
		if b.text.classes != nil {
			b.mixed(i, end)
		} else {
			b.pieces(i, end)
		}
		i = end
	}
	if last {
		return
	}
	if seg.next > seg.end {
		b.eventsTo(seg.end)
		b.spaces(seg.end, seg.next)
		return
	}
	b.softBreak(seg.next)
}

// pieces sets the words from byte i to byte end, which are of one run. Spaces
// in it are those that no line ends at; they stretch like others.
func (b *builder) pieces(i, end int) {
	for i < end {
		j, n, space := i, 0, rune(0)
		for j < end {
			var r rune
			r, n = utf8.DecodeRune(b.text.buf[j:])
			if r == ' ' || r == '\u00A0' || r == '\u202F' {
				space = r
				break
			}
			j += n
		}
		if j > i {
			b.word(i, j)
		}
		if j < end {
			if space == '\u202F' || b.thinAt(j, j+n) {
				b.thin(j, true)
			} else {
				b.item(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Infinite}, layout.Piece{Offset: -1})
				b.glue(j, j)
			}
			j += n
		}
		i = j
	}
}

// boxOf is ink as a box.
func (s *setter) boxOf(g *glyphs) linebreak.Item {
	left, right := g.hang()
	return linebreak.Item{Kind: linebreak.Box, Word: g.word, Width: linebreak.Part(g.width), Left: linebreak.Part(left), Right: linebreak.Part(right), Give: s.give(g), Track: s.track(g)}
}

// give is how far ink may be stretched, or shrunk, unless it is rigid.
func (s *setter) give(g *glyphs) int32 {
	if g.rigid() {
		return 0
	}
	return linebreak.Part(int64(g.width) * s.expansion / 1000)
}

// track is how far ink may be stretched or shrunk by letterspacing.
func (s *setter) track(g *glyphs) int32 {
	if g.rigid() || g.joined {
		return 0
	}
	return linebreak.Part(int64(g.letters(g.shaped)) * (int64(g.style.size) * s.tracking / 1000))
}

// at is the source offset of byte pos.
func (r *textRun) at(pos int) int32 {
	if r.offset < 0 {
		return -1
	}
	return int32(r.offset + pos - r.start)
}

// spaces sets the white space between two segments.
func (b *builder) spaces(from, to int) {
	b.run = b.text.runAt(from, b.run)
	b.last = edge{}
	b.seek(from)
	if b.thinAt(from, to) {
		b.thin(from, true)
		return
	}
	switch before, _ := utf8.DecodeLastRune(b.text.buf[:from]); {
	case tied(b.text.buf, from, to, b.text.runs[b.run].style.lang) || b.kept(to):
		b.item(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Infinite}, layout.Piece{Offset: -1})
	case before == '-' || before == '\u2010':
		b.item(linebreak.Item{Kind: linebreak.Penalty, Cost: suspendedCost, Flagged: true}, layout.Piece{Offset: -1})
	}
	b.glue(from, to)
}

func (b *builder) glue(from, to int) {
	r := b.text.runs[b.run]
	sp := b.space(b.intern(r.style))
	b.item(linebreak.Item{Kind: linebreak.Glue, Width: linebreak.Part(sp.width), Stretch: linebreak.Part(sp.stretch), Shrink: linebreak.Part(sp.shrink)},
		layout.Piece{Ink: b.blank(sp.ink), Tag: r.tag, Link: r.link, Offset: r.at(from)})
}

// softBreak lets a line end where there is no space: after a hyphen or dash,
// or beside an ideograph, where white comes in with it.
func (b *builder) softBreak(at int) {
	before, n := utf8.DecodeLastRune(b.text.buf[:at])
	after, _ := utf8.DecodeRune(b.text.buf[at:])
	none := layout.Piece{Offset: -1}
	if b.kept(at) || before == objectRune || after == objectRune {
		return
	}
	if b.text.class(at-n) != western || b.text.class(at) != western {
		b.soft = true
		return
	}
	cost := int32(dashCost)
	flagged := false
	switch before {
	case '-', '\u2010':
		cost, flagged = explicitCost, true
	case '/':
		cost = explicitCost
	}
	b.item(linebreak.Item{Kind: linebreak.Penalty, Cost: cost, Flagged: flagged}, none)
}

// kept reports whether no line may begin at byte at: a note mark stands there,
// or something of its own width without a space before it.
func (b *builder) kept(at int) bool {
	for _, e := range b.text.events[b.event:] {
		if e.at > at {
			return false
		}
		if e.at == at && e.noBreak {
			return true
		}
	}
	return false
}

// eventsTo puts the events up to byte i in their places.
func (b *builder) eventsTo(i int) {
	for b.event < len(b.text.events) {
		e := b.text.events[b.event]
		if e.at > i || e.ink != nil || e.newline || e.glue {
			return
		}
		b.event++
		switch {
		case e.insert != nil:
			// The note belongs to the line that its mark, the last item, is on.
			b.para.Inserts = append(b.para.Inserts, layout.Insert{Item: max(len(b.para.Items)-1, 0), Blocks: e.insert})
		case e.anchor != "":
			item := len(b.para.Items)
			if e.behind {
				item = max(item-1, 0)
			}
			b.para.Anchors = append(b.para.Anchors, layout.Anchor{Item: item, Name: e.anchor})
		case e.soft:
			b.item(linebreak.Item{Kind: linebreak.Penalty, Cost: inlineCodeCost}, layout.Piece{Offset: -1})
		}
	}
}

// objectAt reports whether the next event is an object that stands at byte i.
func (b *builder) objectAt(i int) bool {
	if b.event >= len(b.text.events) {
		return false
	}
	e := b.text.events[b.event]
	return e.at == i && (e.ink != nil || e.newline || e.glue)
}

func (b *builder) object(i int) {
	e := b.text.events[b.event]
	b.event++
	b.run = b.text.runAt(i, b.run)
	b.last = edge{}
	r := b.text.runs[b.run]
	none := layout.Piece{Offset: -1}
	b.seek(i)
	if m, ok := e.ink.(*formula); ok {
		b.formula(m, r)
		return
	}
	switch {
	case e.newline:
		if i+len(object) < len(b.text.buf) { // the last line ends by itself
			b.end()
		}
	case e.glue:
		b.item(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Infinite}, none)
		b.item(linebreak.Item{Kind: linebreak.Glue, Width: linebreak.Part(e.width), Stretch: linebreak.Fil},
			layout.Piece{Ink: e.ink, Tag: r.tag, Offset: -1})
	default:
		b.item(linebreak.Item{Kind: linebreak.Box, Width: linebreak.Part(e.width)},
			layout.Piece{Ink: e.ink, Tag: r.tag, Link: r.link, Offset: -1, Height: linebreak.Part(e.height)})
	}
}
