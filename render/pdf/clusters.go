package pdf

import (
	"encoding/binary"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/offprint-go/offprint/render/internal/font"
)

// Letters with marks that have places of their own, syllables whose glyphs stand
// in another order than their characters (Devanagari), and ligatures of text that
// readers turn are glyphs made for the file, one for each character: extractors
// know text by the places of its glyphs, and take a point that stands above its
// letter for another line, or a word for parted. ActualText does not serve: of
// right-to-left text Poppler wants it in the order in which glyphs are seen, the
// standard (ISO 32000-1, 14.9.4) in that of reading, and PDFium and MuPDF give
// it in pieces either way.

// clings reports whether glyph i and the one behind it are of one cluster:
// glyphs that stand for the same characters, and a letter with its marks. A
// mark has no width, and stands behind its letter, or before it where text runs
// from right to left. Letters that stand for one character are letters (SS).
func (g *glyphs) clings(shaped []font.Glyph, i int) bool {
	a, b := &shaped[i], &shaped[i+1]
	if a.Cluster == b.Cluster && g.chars(shaped, i) > 1 {
		return true
	}
	return g.rtl && a.Advance == 0 || !g.rtl && b.Advance == 0
}

// chars is how many characters the cluster of glyph i stands for.
func (g *glyphs) chars(shaped []font.Glyph, i int) int {
	step, to := 1, len(g.text)
	if g.rtl {
		step = -1
	}
	for j := i; j >= 0 && j < len(shaped); j += step {
		if c := int(shaped[j].Cluster); c != int(shaped[i].Cluster) {
			to = c
			break
		}
	}
	return utf8.RuneCountInString(g.text[shaped[i].Cluster:to])
}

// clustered reports whether a cluster has several glyphs, or is a ligature that
// readers do not take as it is.
func (g *glyphs) clustered() bool {
	for i := range g.shaped {
		if i+1 < len(g.shaped) && g.clings(g.shaped, i) || g.torn(g.stands(i, i+1)) {
			return true
		}
	}
	return false
}

// torn reports whether readers take what one glyph stands for apart: they turn
// text that runs from right to left character by character, and pdf.js takes
// what holds a mark for one that has no width.
func (g *glyphs) torn(text string) bool {
	return utf8.RuneCountInString(text) > 1 && (g.rtl || strings.IndexFunc(text, isMark) >= 0)
}

// isMark reports whether a character is a mark without a width.
func isMark(r rune) bool { return unicode.Is(unicode.Mn, r) }

// stands is the text that the glyphs from i to j stand for.
func (g *glyphs) stands(i, j int) string {
	from, to := g.shaped[i].Cluster, len(g.text)
	switch {
	case g.rtl && i > 0:
		to = int(g.shaped[i-1].Cluster)
	case !g.rtl && j < len(g.shaped):
		to = int(g.shaped[j].Cluster)
	}
	if g.rtl {
		from = g.shaped[j-1].Cluster
	}
	if first := !g.rtl && i == 0 || g.rtl && j == len(g.shaped); first {
		from = 0 // with what shows nothing before it
	}
	return g.text[from:to]
}

// join puts glyphs that the file's font is to have in the place of clusters,
// once all is laid out, and returns what each glyph stands for.
func (g *glyphs) join(u *fontUse) []string {
	if !g.clustered() {
		u.texts = g.face.Texts(u.texts[:0], g.text, g.shaped)
		return u.texts
	}
	if !u.room(utf8.RuneCountInString(g.text)) {
		return g.turned(g.face.Texts(nil, g.text, g.shaped))
	}
	var out []font.Glyph
	var texts []string
	for i := 0; i < len(g.shaped); {
		j := i + 1
		for j < len(g.shaped) && g.clings(g.shaped, j-1) {
			j++
		}
		if text := g.stands(i, j); j > i+1 || g.torn(text) {
			made, chars := g.apart(u, g.shaped[i:j], []rune(text))
			out, texts = append(out, made...), append(texts, chars...)
		} else {
			out, texts = append(out, g.shaped[i]), append(texts, text)
		}
		i = j
	}
	g.shaped = out
	return texts
}

// turned is what glyphs stand for in the order in which text stands in the
// file, from left to right.
func (g *glyphs) turned(texts []string) []string {
	for i, t := range texts {
		if rs := []rune(t); g.rtl && len(rs) > 1 {
			slices.Reverse(rs)
			texts[i] = string(rs)
		}
	}
	return texts
}

// apart is what glyphs show, with a glyph for each character, and the
// characters. That of the first to be read shows it all.
func (g *glyphs) apart(u *fontUse, gs []font.Glyph, chars []rune) ([]font.Glyph, []string) {
	ink, width := assembled(gs)
	widths := u.shares(width, chars)
	first, before := 0, int32(0)
	if g.rtl {
		slices.Reverse(chars)
		slices.Reverse(widths)
		first, before = len(chars)-1, width-widths[len(chars)-1]
	}
	for k := range ink {
		ink[k].X -= before
	}
	out, texts := make([]font.Glyph, len(chars)), make([]string, len(chars))
	for i, r := range chars {
		var shown []font.Glyph
		if i == first {
			shown = ink
		}
		texts[i] = string(r)
		out[i] = font.Glyph{ID: u.composite(shown, widths[i], texts[i]), Advance: widths[i], Cluster: gs[0].Cluster}
	}
	return out, texts
}

// assembled is glyphs with their places from where the first begins, and how
// wide they are together.
func assembled(gs []font.Glyph) (parts []font.Glyph, width int32) {
	for _, gl := range gs {
		parts = append(parts, font.Glyph{ID: gl.ID, X: width + gl.X, Y: gl.Y})
		width += gl.Advance
	}
	return parts, width
}

// markShare is the width of a cluster's marks, in thousandths of an em. Without
// a width Poppler takes them for letters set twice and drops some; pdf.js and
// MuPDF reckon that they have none, and see a space where they have much.
const markShare = 60

// shares divides a width among characters: the marks have little of it.
func (u *fontUse) shares(width int32, chars []rune) []int32 {
	marks := int32(0)
	for _, r := range chars {
		if isMark(r) {
			marks++
		}
	}
	rest, narrow := int32(len(chars))-marks, int32(0)
	if marks > 0 && rest > 0 {
		narrow = min(int32(markShare*u.face.UnitsPerEm()/1000), width/2) / marks
	}
	out := make([]int32, len(chars))
	left := width - narrow*marks
	for i := len(chars) - 1; i >= 0; i-- {
		switch {
		case rest == 0: // nothing but marks
			out[i] = left / int32(i+1)
		case isMark(chars[i]):
			out[i] = narrow
			continue
		default:
			out[i] = left / rest
			rest--
		}
		left -= out[i]
	}
	return out
}

// room reports whether the font can have n glyphs more than its face.
func (u *fontUse) room(n int) bool {
	from := int(u.face.Unused())
	return from > 0 && from+len(u.composites)+n <= 0xFFFF
}

// composite is the number of a glyph made of others. One that stands for
// another text is another glyph, for readers that keep texts by glyphs (MuPDF).
func (u *fontUse) composite(parts []font.Glyph, width int32, text string) font.GlyphID {
	var key []byte
	for _, p := range parts {
		for _, v := range []int32{int32(p.ID), p.X, p.Y} {
			key = binary.BigEndian.AppendUint32(key, uint32(v))
		}
	}
	key = append(binary.BigEndian.AppendUint32(key, uint32(width)), text...)
	id, ok := u.made[string(key)]
	if !ok {
		id = u.face.Unused() + font.GlyphID(len(u.composites))
		u.composites = append(u.composites, font.Composite{ID: id, Parts: parts, Advance: int(width)})
		u.made[string(key)] = id
	}
	return id
}

// madeHere returns the composite of a number, nil if it is one of the face's glyphs.
func (u *fontUse) madeHere(id font.GlyphID) *font.Composite {
	if len(u.composites) == 0 || id < u.composites[0].ID {
		return nil
	}
	return &u.composites[id-u.composites[0].ID]
}

// advance is a glyph's own width.
func (u *fontUse) advance(id font.GlyphID) int {
	if c := u.madeHere(id); c != nil {
		return c.Advance
	}
	return u.face.Advance(id)
}
