package pdf

import (
	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/internal/pdffile"
)

// file describes what the finish adds to the pages.
func (p *painter) file() (*pdffile.File, error) {
	fonts, err := p.fonts.files()
	if err != nil {
		return nil, err
	}
	attached, err := p.attached()
	if err != nil {
		return nil, err
	}
	f := &pdffile.File{
		Profile: p.flow.profile.file(), Attached: attached,
		Pages: p.pages, Fonts: fonts, Graphics: p.extra.list, Tree: p.flow.tags.root,
		Outline: outline(p.flow.outline),
		Labels:  p.labelRanges(),
		Dests:   p.dests, Info: p.info(),
	}
	if f.Profile.Press() {
		f.Press = &pdffile.Press{ICC: p.Edition.press.ICC, Bleed: float64(p.Edition.press.bleed())}
	}
	return f, nil
}

func outline(es []*doc.OutlineEntry) []*pdffile.OutlineItem {
	var out []*pdffile.OutlineItem
	for _, e := range es {
		title := render.EntryTitle(e)
		if e.Number != "" && e.Number != title {
			title = e.Number + " " + title
		}
		out = append(out, &pdffile.OutlineItem{Title: title, Dest: e.Anchor, Open: e.Depth == 1, Kids: outline(e.Children)})
	}
	return out
}

func (p *painter) info() pdffile.Info {
	m := &p.flow.d.Meta
	i := pdffile.Info{Title: plainText(m.Title), Keywords: m.Keywords, Lang: m.Lang, RTL: m.Direction() == doc.RTL,
		Publisher: m.Publisher, Rights: m.Rights, Date: m.Date.String(), Creator: "Offprint", Modified: p.modified}
	if len(m.Subtitle) > 0 {
		i.Title += ": " + plainText(m.Subtitle)
	}
	for _, c := range m.Contributors {
		if c.Role == "" || c.Role == "aut" {
			i.Authors = append(i.Authors, c.Name)
		}
	}
	for _, id := range m.Identifiers {
		if i.Identifier == "" {
			i.Identifier = id.Scheme + ":" + id.Value
		}
	}
	if m.Series != nil {
		i.Series = m.Series.String()
		i.Subject = i.Series
	}
	if len(m.Abstract) > 0 {
		i.Subject = plainBlocks(m.Abstract)
	}
	return i
}

// plainBlocks is the words of some paragraphs.
func plainBlocks(bs doc.Blocks) string {
	s := ""
	for _, b := range bs {
		if p, ok := b.(*doc.Paragraph); ok {
			if s != "" {
				s += " "
			}
			s += plainText(p.Content)
		}
	}
	return s
}
