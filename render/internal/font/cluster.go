package font

import (
	"slices"
	"strings"
)

// filler is what a glyph stands for that shows a part of a character, the rest
// of which another glyph shows: WORD JOINER, which is nothing to a reader, and
// is not searched for. A code without a text would be no text (ISO 14289-1,
// 7.21.7).
const filler = "\u2060"

// Texts is what each glyph of a shaped text stands for. Together, in the order
// of their clusters, they are the text. A glyph alone in its cluster stands for
// all of it; of several, each stands for the character that it is the face's
// own glyph of, and the first to be read for what is left. They are appended to
// dst.
func (f *Face) Texts(dst []string, text string, gs []Glyph) []string {
	dst = slices.Grow(dst, len(gs))
	out := dst[len(dst) : len(dst)+len(gs)]
	clear(out)
	dst = dst[:len(dst)+len(gs)]
	rtl := len(gs) > 1 && gs[0].Cluster > gs[len(gs)-1].Cluster
	for i := 0; i < len(gs); {
		j := i + 1
		for j < len(gs) && gs[j].Cluster == gs[i].Cluster {
			j++
		}
		from, to := int(gs[i].Cluster), len(text)
		if rtl && i > 0 {
			to = int(gs[i-1].Cluster)
		} else if !rtl && j < len(gs) {
			to = int(gs[j].Cluster)
		}
		if first := !rtl && i == 0 || rtl && j == len(gs); first {
			from = 0 // with what shows nothing before it
		}
		if t := text[from:to]; j == i+1 {
			out[i] = t
		} else {
			f.divide(t, gs[i:j], out[i:j], rtl)
		}
		i = j
	}
	return dst
}

// divide gives the glyphs of a cluster their parts of its text.
func (f *Face) divide(text string, gs []Glyph, out []string, rtl bool) {
	var rest strings.Builder
	for _, r := range text {
		if i := f.shows(r, gs, out); i >= 0 {
			out[i] = string(r)
		} else {
			rest.WriteRune(r)
		}
	}
	for i := range gs {
		if rtl {
			i = len(gs) - 1 - i // the first to be read
		}
		if out[i] == "" && rest.Len() > 0 {
			out[i] = rest.String()
			rest.Reset()
		} else if out[i] == "" {
			out[i] = filler
		}
	}
	if rest.Len() > 0 { // all glyphs have a character: the last one has more
		last := len(gs) - 1
		if rtl {
			last = 0
		}
		out[last] += rest.String()
	}
}

// shows is the glyph that is the face's own of a character and stands for
// nothing yet, -1 if there is none.
func (f *Face) shows(r rune, gs []Glyph, out []string) int {
	f.ready()
	id, ok := f.face.Font.NominalGlyph(r)
	for i, g := range gs {
		if ok && out[i] == "" && g.ID == GlyphID(id) {
			return i
		}
	}
	return -1
}
