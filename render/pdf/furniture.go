package pdf

import (
	"strconv"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
)

// A folio is a page's label.
func folio(p *layout.Page) string { return strconv.Itoa(p.Index + 1) }

// furniture adds running heads and folios to the pages. They carry no tag.
func (f *flow) furniture(pages []*layout.Page) {
	var section *doc.Section
	for _, p := range pages {
		open := len(p.Marks) > 0
		if open {
			section = f.chapterOf(p.Marks[0], section)
		}
		f.pageFurniture(p, section)
		if open {
			section = f.chapterOf(p.Marks[len(p.Marks)-1], section)
		}
	}
}

func (f *flow) chapterOf(mark int32, before *doc.Section) *doc.Section {
	if mark < 1 || int(mark) > len(f.marks) {
		return before
	}
	s := f.marks[mark-1]
	if ch := f.x.Chapter(s); ch != nil {
		return ch
	}
	return s
}

func (f *flow) pageFurniture(p *layout.Page, section *doc.Section) {
	if len(p.Items) == 0 {
		return // a blank verso
	}
	r := f.st.Running
	fr := f.textFrame()
	fr.style.size = scale(fr.style.size, r.Size)
	opener := p.Opener || p.Index == 0
	number := fr.style
	number.features |= oldStyle
	left := p.Left
	right := left + f.st.measure().unit()
	verso := f.st.TwoSided && !p.Recto
	if r.FolioAtFoot || opener {
		y := f.st.Page.Height.unit() - f.st.Margins.Bottom.unit()/2
		f.strip(p, folio(p), number, y, left, right, layout.Center)
		return
	}
	y := f.st.Margins.Top.unit() - scale(f.st.Leading.unit(), 1.5)
	align, other := layout.End, layout.Start
	if verso {
		align, other = layout.Start, layout.End
	}
	f.strip(p, folio(p), number, y, left, right, align)
	what := r.Recto
	if verso {
		what = r.Verso
	}
	head := fr.style
	head.features |= smallCaps
	head.track = 50
	words := f.runningWords(what, section)
	room := right - left - f.em(fr, 4)
	for f.lineWidth(words, head) > room && strings.Contains(words, " ") {
		words = strings.TrimSuffix(words[:strings.LastIndexByte(words, ' ')], ",") + "…"
		if i := strings.LastIndex(strings.TrimSuffix(words, "…"), "…"); i >= 0 {
			words = words[:i] + "…"
		}
	}
	f.strip(p, words, head, y, left, right, other)
}

func (f *flow) runningWords(what string, section *doc.Section) string {
	switch what {
	case "title":
		return plainText(f.d.Meta.Title)
	case "author":
		var names []string
		for _, c := range f.d.Meta.Contributors {
			if c.Role == "" || c.Role == "aut" {
				names = append(names, c.Name)
			}
		}
		return strings.Join(names, ", ")
	case "section":
		if section == nil {
			return plainText(f.d.Meta.Title)
		}
		if len(section.ShortTitle) > 0 {
			return plainText(section.ShortTitle)
		}
		return plainText(section.Title)
	}
	return ""
}

// line makes a line of furniture.
func (f *flow) line(s string, ts textStyle) *layout.Line {
	t := &text{}
	ts.noHyphens = true
	t.add(s, textRun{style: ts}, true)
	p := &layout.Para{Align: layout.Start}
	f.set.set(t, p)
	n := len(p.Items) - 3
	l := &layout.Line{Para: p, End: n}
	for _, it := range p.Items[:n] {
		l.Width += layout.Unit(it.Width)
	}
	return l
}

func (f *flow) lineWidth(s string, ts textStyle) layout.Unit { return f.line(s, ts).Width }

// strip puts a line of furniture on a page.
func (f *flow) strip(p *layout.Page, s string, ts textStyle, y, left, right layout.Unit, align layout.Align) {
	if s == "" {
		return
	}
	l := f.line(s, ts)
	x := left
	switch align {
	case layout.End:
		x = right - l.Width
	case layout.Center:
		x = (left + right - l.Width) / 2
	}
	p.Items = append(p.Items, layout.Placed{X: x, Y: y, Line: l})
}
