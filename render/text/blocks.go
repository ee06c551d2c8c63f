package text

import (
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
)

// blocks writes a sequence of blocks, a blank line between them unless they
// are tight.
func (s *setter) blocks(bs doc.Blocks, m margin, tight bool) {
	for i, b := range bs {
		if s.ctx.Err() != nil {
			return
		}
		if i > 0 {
			m = m.next()
			if !tight {
				s.space(1)
			}
		}
		s.block(b, m)
	}
	if !tight && len(bs) > 0 {
		s.space(1)
	}
}

func (s *setter) block(b doc.Block, m margin) {
	switch b := b.(type) {
	case *doc.Paragraph:
		s.wrap(s.inlines(b.Content), m)
	case *doc.List:
		s.list(b, m)
	case *doc.DefinitionList:
		s.definitions(b, m)
	case *doc.Quote:
		s.blocks(b.Content, m.add("  ", "  "), false)
		s.attribution(b.Attribution, m.next())
	case *doc.Letter:
		s.letter(b, m.add("  ", "  "))
	case *doc.Verse:
		s.verse(b, m)
	case *doc.CodeBlock:
		for _, l := range b.Lines() {
			s.line(m.first + "    " + l)
			m = m.next()
		}
	case *doc.Table:
		s.table(b, m)
	case *doc.Figure:
		s.figure(b, m)
	case *doc.MathBlock:
		s.mathBlock(b, m)
	case *doc.Aside:
		s.aside(b, m)
	case *doc.Division:
		lang := s.lang
		if b.Lang != "" {
			s.lang = b.Lang
		}
		s.blocks(b.Content, m, false)
		s.lang = lang
	case doc.SceneBreak:
		s.line(m.first + strings.Repeat(" ", max((s.Width-width(m.first)-5)/2, 0)) + "* * *")
	case doc.PageBreak:
		s.space(2)
	default:
		s.fail(b, render.ErrUnsupported)
	}
}

func (s *setter) attribution(ns doc.Inlines, m margin) {
	if len(ns) > 0 {
		s.gap = 0
		s.wrap("— "+s.inlines(ns), m.add("      ", "        "))
	}
}

func (s *setter) list(b *doc.List, m margin) {
	markers := make([]string, len(b.Items))
	widest := 0
	for i, it := range b.Items {
		switch {
		case it.Task == doc.TaskOpen:
			markers[i] = "[ ]"
		case it.Task == doc.TaskDone:
			markers[i] = "[x]"
		case b.Kind == doc.Ordered:
			markers[i] = b.Marker(i)
		default:
			markers[i] = "-"
		}
		widest = max(widest, width(markers[i]))
	}
	for i, it := range b.Items {
		if i > 0 {
			m = m.next()
			if b.Loose {
				s.space(1)
			}
		}
		pad := strings.Repeat(" ", widest-width(markers[i]))
		in := m.add(pad+markers[i]+" ", strings.Repeat(" ", widest+1))
		if len(it.Content) == 0 {
			s.line(in.first)
			continue
		}
		if _, ok := it.Content[0].(*doc.Paragraph); !ok {
			s.line(in.first)
			in = in.next()
		}
		s.blocks(it.Content, in, !b.Loose)
	}
}

func (s *setter) definitions(b *doc.DefinitionList, m margin) {
	for i, it := range b.Items {
		if i > 0 {
			m = m.next()
			if b.Loose {
				s.space(1)
			}
		}
		s.wrap(s.inlines(it.Term), m)
		for j, d := range it.Definitions {
			if j > 0 && b.Loose {
				s.space(1)
			}
			s.blocks(d, m.next().add("    ", "    "), !b.Loose)
		}
	}
}

func (s *setter) verse(b *doc.Verse, m margin) {
	for i, st := range b.Stanzas {
		if i > 0 {
			s.space(1)
		}
		for _, l := range st.Lines {
			in := "  " + strings.Repeat("  ", l.Indent)
			s.wrap(s.inlines(l.Content), m.add(in, in+"    "))
			m = m.next()
		}
	}
	s.attribution(b.Attribution, m)
}

func (s *setter) figure(b *doc.Figure, m margin) {
	for _, im := range b.Images {
		if !im.Decorative {
			s.wrap("["+strings.TrimSpace(im.Alt)+"]", m)
			m = m.next()
		}
	}
	s.caption(b, b.Caption, m)
}

// caption writes the label and caption of a figure or table.
func (s *setter) caption(n doc.Node, ns doc.Inlines, m margin) {
	t := s.inlines(ns)
	if l := s.x.Label(n); l != "" {
		t = l + ". " + t
	}
	if t != "" {
		s.wrap(t, m)
	}
}

func (s *setter) aside(b *doc.Aside, m margin) {
	in := m.add("| ", "| ")
	title := s.capitals(b.Title)
	if title == "" {
		title = strings.ToUpper(s.x.Terms().AsideNames[b.Role])
	}
	if title != "" {
		s.wrap(title, in)
		in = in.next()
	}
	s.blocks(b.Content, in, false)
}
