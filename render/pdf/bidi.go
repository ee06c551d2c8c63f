package pdf

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/go-text/typesetting/language"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/bidi"
	"github.com/offprint-go/offprint/render/internal/font"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/pdffile"
)

// Words of right-to-left scripts are collected, shaped and broken into lines
// in the order in which they are read, each with its embedding level; layout
// puts each line into the order in which it is seen.

// An isolate is an event at which text begins, or ends, whose direction does
// not depend on what stands around it; 0 is none.
type isolate uint8

const (
	isolateLTR = isolate(bidi.IsolateLTR) + 1
	isolateRTL = isolate(bidi.IsolateRTL) + 1
	isolateEnd = isolate(bidi.Pop) + 1
)

// isolated makes an isolate of what content appends.
func (t *text) isolated(i isolate, content func()) {
	t.turned = t.turned || i == isolateRTL
	t.event(event{isolate: i})
	content()
	t.event(event{isolate: isolateEnd})
}

// writingMode is the attribute of a structure element whose text runs from
// right to left, and of all below it (ISO 32000-1, table 344).
var writingMode = pdffile.Attr{Owner: "Layout", Key: "WritingMode", Value: "/RlTb"}

// within is the isolate of a label or number in a paragraph, which reads as the
// paragraph does.
func within(rtl bool) isolate {
	if rtl {
		return isolateRTL
	}
	return isolateLTR
}

// turn gives a frame a direction. Its insets stay on their sides.
func (fr *frame) turn(rtl bool) {
	if fr.rtl != rtl {
		fr.rtl, fr.left, fr.right = rtl, fr.right, fr.left
	}
}

// locale gives a frame the language and the direction of a node in it.
func (fr *frame) locale(lang string, dir doc.Direction) {
	around := doc.LTR
	if fr.rtl {
		around = doc.RTL
	}
	fr.turn(around.Within(lang, dir) == doc.RTL)
	if lang != "" {
		fr.style.lang = lang
	}
}

// spanIsolate is the isolate that a span is: of its own direction where it
// says one, or where its language is written the other way.
func spanIsolate(n *doc.Span, rtl bool) (isolate, bool) {
	around := doc.LTR
	if rtl {
		around = doc.RTL
	}
	dir := around.Within(n.Lang, n.Dir)
	return within(dir == doc.RTL), n.Dir != doc.DirAuto || dir != around
}

// levels are the embedding levels of a text, read from its start to its end.
type levels struct {
	runs  []bidi.Run // none: all of the text is of level base
	next  int        // the run that was last used
	base  uint8
	level uint8 // of the next item
	edge  uint8 // as layout.Piece.Edge
}

func level(rtl bool) uint8 {
	if rtl {
		return 1
	}
	return 0
}

// levels resolves the levels of a paragraph's text. In a left-to-right
// paragraph without a character that runs the other way there is nothing to
// resolve.
func (t *text) levels(rtl bool) levels {
	if rtl {
		return levels{runs: bidi.Resolve(t.buf, true, t.controls()), base: 1, level: 1}
	}
	if t.turned || bidi.Needed(t.buf) {
		return levels{runs: bidi.Resolve(t.buf, false, t.controls())}
	}
	return levels{}
}

// controls are the events that bear on direction.
func (t *text) controls() []bidi.Control {
	var out []bidi.Control
	for _, e := range t.events {
		switch _, kern := e.ink.(noInk); {
		case e.isolate > 0:
			out = append(out, bidi.Control{At: e.at, Kind: bidi.Kind(e.isolate - 1)})
		case e.newline:
			out = append(out, bidi.Control{At: e.at, Kind: bidi.Newline})
		case e.glue || kern:
			out = append(out, bidi.Control{At: e.at, Kind: bidi.Separator})
		}
	}
	return out
}

// seek goes on to the level of byte i, and returns where it ends.
func (l *levels) seek(i int) int {
	for l.next < len(l.runs) {
		r := l.runs[l.next]
		if i < r.End {
			l.level = r.Level
			return r.End
		}
		if r.Start == r.End {
			l.edge = r.Level + 1
		}
		l.next++
	}
	return int(^uint(0) >> 1)
}

// stamp gives a piece its level.
func (l *levels) stamp(p *layout.Piece) {
	p.Level, p.Edge = l.level, l.edge
	l.edge = 0
}

// A shaping is what else decides how a word is shaped: its direction, and for
// letters that join what stands beside it.
type shaping struct {
	rtl           bool
	before, after string
	script        language.Script // of marks that many scripts share
}

type turnedKey struct {
	wordKey
	shaping
}

// partsAt returns what the text from byte i to byte end is made of, which is of
// one level and style.
func (b *builder) partsAt(ts *textStyle, i, end int) []part {
	if len(b.levels.runs) == 0 {
		return b.entry(ts, b.text.buf[i:end]).parts
	}
	sh := shaping{script: language.Common, rtl: b.level&1 == 1, before: joining(b.text.buf[:i], true), after: joining(b.text.buf[end:], false)}
	if sh == (shaping{script: language.Common}) {
		return b.entry(ts, b.text.buf[i:end]).parts
	}
	key := turnedKey{wordKey{ts, string(b.text.buf[i:end])}, sh}
	parts, ok := b.turned[key]
	if !ok {
		parts = b.partsOf(b.shapeAs(ts, key.text, b.chain(ts), sh), ts)
		b.turned[key] = parts
	}
	return parts
}

// A blankKey is a space of a style in a face that stands in for the style's.
type blankKey struct {
	space *glyphs
	face  *font.Face
}

// blank is a space in the face of the word before it, where text may run from
// right to left: an extractor that meets another font there takes the words for
// texts apart, and their order for that on the page.
func (b *builder) blank(space *glyphs) layout.Ink {
	if space == nil {
		return nil
	}
	face := space.face
	for i := len(b.para.Pieces) - 1; i >= 0 && len(b.levels.runs) > 0; i-- {
		if g := glyphsOf(b.para.Pieces[i].Ink); g != nil {
			face = g.face
			break
		}
	}
	if face == space.face || !face.Has(' ') {
		return space
	}
	key := blankKey{space, face}
	g := b.blanks[key]
	if g == nil {
		g = &glyphs{style: space.style, face: face, text: " ", shaped: face.Shape(" ", font.Options{})}
		g.width = g.widthOf(g.shaped)
		b.blanks[key] = g
	}
	return g
}

// joining is the end of b, or its start, as far as letters of a word beside it
// may join it: up to the next space, and only where one of its letters joins.
func joining(b []byte, end bool) string {
	i, joins := 0, false
	for range font.ContextLength {
		var r rune
		var n int
		if end {
			r, n = utf8.DecodeLastRune(b[:len(b)-i])
		} else {
			r, n = utf8.DecodeRune(b[i:])
		}
		if n == 0 || r == ' ' || r == objectRune {
			break
		}
		joins = joins || font.Joins(language.LookupScript(r))
		i += n
	}
	switch {
	case !joins:
		return ""
	case end:
		return string(b[len(b)-i:])
	}
	return string(b[:i])
}

// unspaced is a style without letterspacing.
func (s *setter) unspaced(ts *textStyle) *textStyle {
	if ts.track == 0 {
		return ts
	}
	return s.intern(ts.with(func(t *textStyle) { t.track = 0 }))
}

// letters counts what letterspacing goes behind: letters with their marks.
func (g *glyphs) letters(shaped []font.Glyph) int {
	n := 0
	for i := range shaped {
		if g.spaced(shaped, i) {
			n++
		}
	}
	return n
}

// spaced reports whether letterspacing goes behind glyph i: it parts clusters.
func (g *glyphs) spaced(shaped []font.Glyph, i int) bool {
	return i+1 == len(shaped) || !g.clings(shaped, i)
}

// readingOrder puts the pieces of a mixed line into the order in which they are
// painted. Pieces in one face and of one tag that stand side by side stay as
// they are seen, from left to right: that is how extractors, which find the
// direction of text by its characters, expect it (poppler, pdf.js, PDFium).
// Such stretches follow in the order in which they are read, which is that of
// the structure tree.
func readingOrder(l *layout.Line, seen []layout.PlacedPiece) []layout.PlacedPiece {
	type stretch struct{ from, to, first int }
	var all []stretch
	for i, s := range seen {
		if n := len(all) - 1; n >= 0 && together(l, seen[i-1].Index, s.Index) {
			all[n].to, all[n].first = i+1, min(all[n].first, s.Index)
		} else {
			all = append(all, stretch{i, i + 1, s.Index})
		}
	}
	slices.SortFunc(all, func(a, b stretch) int { return cmp.Compare(a.first, b.first) })
	out := make([]layout.PlacedPiece, 0, len(seen))
	for _, s := range all {
		out = append(out, seen[s.from:s.to]...)
	}
	return out
}

// together reports whether two pieces side by side are of one stretch.
func together(l *layout.Line, i, j int) bool {
	a, b := &l.Para.Pieces[i], &l.Para.Pieces[j]
	g, ok := a.Ink.(*glyphs)
	h, ok2 := b.Ink.(*glyphs)
	return ok && ok2 && a.Tag == b.Tag && g.face == h.face && g.style.size == h.style.size
}
