package pdf

import (
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
)

// head sets the document's title with what belongs to it: the head of a
// report, or the title page of a book.
func (f *flow) head(fr *frame) []layout.Block {
	h := &headSetter{flow: f, m: &f.d.Meta, frame: fr, src: f.source("meta")}
	if f.st.Head.OwnPage {
		h.out = append(h.out, &layout.Break{Recto: f.st.TwoSided, Sink: scale(f.st.Leading.unit(), 6), Mark: f.pageMark(pageMark{bare: true})})
	}
	h.logo()
	h.series()
	h.title()
	h.contributors()
	h.date()
	if f.st.Head.OwnPage {
		h.foot()
		h.last()
	}
	return h.out
}

// A headSetter sets the parts of the head in turn.
type headSetter struct {
	*flow
	m     *doc.Meta
	frame *frame
	src   *source
	out   []layout.Block
}

// line sets one paragraph of the head.
func (h *headSetter) line(typ string, fr *frame, before float64, fill func(t *text, in inline)) *layout.Para {
	var p *layout.Para
	h.tags.in(elem(typ), func() {
		t := &text{source: h.src}
		fill(t, h.inline(fr))
		t.stands(0) // words of the metadata are none of a source
		p = h.para(t, fr)
	})
	p.Align = h.align()
	p.Keep, p.KeepNext = true, true
	p.Before = scale(h.st.Leading.unit(), before)
	h.out = append(h.out, p)
	return p
}

func (h *headSetter) align() layout.Align {
	if h.st.Head.Centered {
		return layout.Center
	}
	return layout.Start
}

// last unties the page's last line from what follows.
func (h *headSetter) last() {
	for i := len(h.out) - 1; i >= 0; i-- {
		if p, ok := h.out[i].(*layout.Para); ok {
			p.KeepNext = false
			return
		}
	}
}

// foot sets the publisher, the place and the date at the foot of a title page.
func (h *headSetter) foot() {
	h.out = append(h.out, &layout.Box{Fill: 1})
	fr := *h.frame
	fr.style.noHyphens = true
	if h.m.Publisher != "" {
		caps := fr
		caps.style.features |= smallCaps
		caps.style.track = 60
		h.line("P", &caps, 0, func(t *text, in inline) { h.generate(t, h.m.Publisher, in) })
	}
	var parts []string
	if h.m.Place != "" {
		parts = append(parts, h.m.Place)
	}
	if !h.m.Date.IsZero() {
		parts = append(parts, h.m.Date.Text(h.m.Lang))
	}
	if len(parts) > 0 {
		h.line("P", &fr, 0, func(t *text, in inline) { h.generate(t, strings.Join(parts, ", "), in) })
	}
}

func (h *headSetter) logo() {
	if h.m.Logo == nil {
		return
	}
	if ink, tag, err := h.place(h.m.Logo, h.st.measure().unit()/3, h.st.Leading.unit()*4); err == nil {
		h.out = append(h.out, &layout.Box{Width: ink.w, Height: ink.h, Ink: ink, Tag: tag, Align: h.align(), RTL: h.frame.rtl,
			Space: layout.Space{After: h.st.Leading.unit(), KeepNext: true}})
	}
}

func (h *headSetter) series() {
	if h.m.Series == nil {
		return
	}
	fr := *h.frame
	fr.style.features |= smallCaps
	fr.style.track = 60
	fr.style.noHyphens = true
	h.line("P", &fr, 0, func(t *text, in inline) { h.generate(t, h.m.Series.String(), in) })
	h.out = append(h.out, h.rule(h.st.measure(), h.st.Rules.Light, h.st.Leading*0.4))
}

// rule is a line across the page.
func (f *flow) rule(width, thickness, before Length) *layout.Box {
	return &layout.Box{Width: width.unit(), Height: thickness.unit(), Ink: f.ruleInk(),
		Space: layout.Space{Before: before.unit(), KeepNext: true}}
}

func (h *headSetter) title() {
	fr := *h.frame
	fr.style.size = scale(fr.style.size, h.st.Head.TitleSize)
	fr.leading = scale(fr.style.size, 1.2)
	fr.style.noHyphens = true
	if h.st.AccentHeadings {
		fr.style.color = h.accent
	}
	before := 0.0
	if h.m.Series != nil {
		before = 1.6
	}
	p := h.line("Title", &fr, before, func(t *text, in inline) {
		h.inlines(t, h.m.Title, in)
		for _, n := range h.m.Credits {
			h.noteCall(t, h.x.Note(n), in, true)
		}
	})
	p.Balance = true
	if len(h.m.Subtitle) > 0 {
		fr = *h.frame
		fr.style.size = scale(fr.style.size, (1+h.st.Head.TitleSize)/2.3)
		fr.leading = scale(fr.style.size, 1.25)
		fr.style.slant()
		fr.style.noHyphens = true
		h.line("P", &fr, 0.4, func(t *text, in inline) { h.inlines(t, h.m.Subtitle, in) }).Balance = true
	}
}

func (h *headSetter) contributors() {
	for i, c := range h.m.Contributors {
		before := 1.2
		if i > 0 {
			before = 0.5
		}
		fr := *h.frame
		fr.style.size = scale(fr.style.size, 1.1)
		h.line("P", &fr, before, func(t *text, in inline) {
			h.generate(t, c.Byline(h.m.Lang), in)
			if c.Note != nil {
				h.noteCall(t, h.x.Note(c.Note), in, true)
			}
		})
		if c.Affiliation != "" {
			fr = *h.frame
			fr.style.slant()
			h.line("P", &fr, 0.1, func(t *text, in inline) { h.generate(t, c.Affiliation, in) })
		}
	}
}

func (h *headSetter) date() {
	defer func() {
		if len(h.out) > 0 {
			spaceAfter(h.out, h.st.Leading.unit()*2)
		}
	}()
	if h.m.Date.IsZero() || h.st.Head.OwnPage {
		return // a title page has it at its foot
	}
	fr := *h.frame
	h.line("P", &fr, 1, func(t *text, in inline) { h.generate(t, h.m.Date.Text(h.m.Lang), in) })
}

// abstract sets the abstract and the keywords under the head.
func (f *flow) abstract(fr *frame) []layout.Block {
	m := &f.d.Meta
	if len(m.Abstract) == 0 && (len(m.Keywords) == 0 || f.st.Head.OwnPage) {
		return nil // keywords alone stand on the imprint page, where there is one
	}
	in := *fr
	var out []layout.Block
	if f.st.Head.OwnPage {
		out = append(out, &layout.Break{Sink: scale(f.st.Leading.unit(), f.st.Chapters.Sink), Mark: f.pageMark(pageMark{title: f.x.Terms().Abstract})})
	} else {
		inset := f.em(fr, f.st.Quote)
		in.left += inset
		in.right += inset
		in.style.size = scale(fr.style.size, f.st.QuoteSize)
	}
	f.tags.in(elem("Sect"), func() {
		if len(m.Abstract) > 0 {
			out = append(out, f.minorHead(f.x.Terms().Abstract, &in))
			out = append(out, f.blocks(m.Abstract, &in, true)...)
		}
		if len(m.Keywords) > 0 {
			f.tags.in(elem("P"), func() {
				t := &text{source: f.source("meta")}
				run := f.inline(&in)
				f.generate(t, f.x.Terms().Before(f.x.Terms().Keywords), run.with(func(s *textStyle) { s.slant() }))
				f.generate(t, strings.Join(m.Keywords, ", "), run)
				p := f.para(t, &in)
				p.Before = fr.leading / 2
				out = append(out, p)
			})
		}
	})
	spaceAfter(out, fr.leading)
	return out
}

// minorHead is a line in small capitals over matter that is no section.
func (f *flow) minorHead(s string, fr *frame) *layout.Para {
	in := *fr
	in.style.features |= smallCaps
	in.style.track = 60
	var p *layout.Para
	f.tags.in(elem("P"), func() {
		t := &text{}
		f.generate(t, s, f.inline(&in))
		p = f.para(t, &in)
	})
	p.Align, p.KeepNext = layout.Start, true
	return p
}
