package pdf

import (
	"strings"
	"unicode/utf8"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// shortStanza is how many lines a stanza may have that is not divided between
// pages.
const shortStanza = 8

// verse sets the lines as the author broke them, the whole centred on its
// longest line; a line too long for the measure is turned over and hung. Marks
// of quotation that open a line hang out, so that its words begin where those
// of the others do (Bringhurst, 2.3.3).
func (f *flow) verse(b *doc.Verse, fr *frame) []layout.Block {
	in := *fr
	in.align = layout.Start
	turn := f.em(fr, 2)
	var paras []*layout.Para
	src := f.source(f.x.Path(b))
	f.tags.in(elem("Div"), func() {
		for i, st := range b.Stanzas {
			f.tags.in(elem("P"), func() {
				for j, l := range st.Lines {
					var p *layout.Para
					f.tags.in(elem("Sub"), func() {
						t := &text{source: src}
						f.inlines(t, l.Content, f.inline(&in))
						f.generate(t, " ", f.inline(&in))
						p = f.para(t, &in)
					})
					p.Left += f.em(fr, float64(l.Indent)) + turn
					p.Indent = -turn
					f.hangQuote(p)
					if j == 0 && i > 0 {
						p.Before = fr.leading
					}
					p.KeepNext = j+1 < len(st.Lines) && (len(st.Lines) <= shortStanza || j == 0 || j == len(st.Lines)-2)
					paras = append(paras, p)
				}
			})
		}
	})
	measure := f.measure() - fr.left - fr.right
	var longest layout.Unit
	for _, p := range paras {
		longest = max(longest, naturalWidth(p)+p.Indent+p.Left-fr.left)
	}
	shift := max((measure-longest)/2, 0)
	if shift == 0 {
		shift = min(f.em(fr, f.st.Quote), measure/8)
	}
	var out []layout.Block
	for _, p := range paras {
		p.Left += shift
		out = append(out, p)
	}
	out = f.attributed(out, b.Attribution, b, fr)
	spaceBefore(out, fr.leading/2)
	spaceAfter(out, fr.leading/2)
	anchorBlocks(out, f.x.Anchor(b))
	return out
}

// hangQuote moves a line to the left by the marks that open it, less what
// hangs out of every line.
func (f *flow) hangQuote(p *layout.Para) {
	for i := range p.Items {
		g, ok := p.Pieces[i].Ink.(*glyphs)
		if !ok {
			continue
		}
		n := len(g.text) - len(strings.TrimLeft(g.text, "“‘«‹„‚\"'"))
		if n == 0 {
			return
		}
		if _, size := utf8.DecodeRuneInString(g.text[n:]); size == 0 && i+1 < len(p.Items) && p.Items[i+1].Kind == linebreak.Glue {
			return // marks alone, as of an apostrophe that stands for a word
		}
		p.Indent -= f.measureText(g.style, g.text[:n]) - layout.Unit(p.Items[i].Left)
		return
	}
}

// naturalWidth is the width of a paragraph in one line.
func naturalWidth(p *layout.Para) layout.Unit {
	var w int64
	for _, it := range p.Items {
		if it.Kind != linebreak.Penalty {
			w += int64(it.Width)
		}
	}
	return layout.Unit(w)
}
