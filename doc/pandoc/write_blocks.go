package pandoc

import (
	"fmt"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/letter"
)

// blocks writes blocks; tight ones have Plain in the place of Para.
func (p *printer) blocks(bs doc.Blocks, tight bool) []any {
	out := []any{}
	for _, b := range bs {
		out = append(out, p.block(b, tight))
	}
	return out
}

func (p *printer) block(b doc.Block, tight bool) any {
	switch b := b.(type) {
	case *doc.Paragraph:
		return withName(b.ID, p.paragraph(b.Content, tight && b.ID == ""))
	case *doc.List:
		return withName(b.ID, p.list(b))
	case *doc.DefinitionList:
		return withName(b.ID, p.definitions(b))
	case *doc.Quote:
		q := constructor{"BlockQuote", append(p.blocks(b.Content, false), p.attribution(b.Attribution)...)}
		return withName(b.ID, q, "quote") // a bare Div of quoted lines is how HTML sets a poem
	case *doc.Letter:
		return p.letter(b)
	case *doc.Verse:
		if lines := p.verse(b); len(b.Attribution) == 0 {
			return withName(b.ID, lines)
		} else {
			return constructor{"Div", []any{attrs(b.ID, []string{"verse"}), append([]any{lines}, p.attribution(b.Attribution)...)}}
		}
	case *doc.CodeBlock:
		return constructor{"CodeBlock", []any{attrs(b.ID, []string{b.Language}), b.Text}}
	case *doc.Table:
		return p.table(b)
	case *doc.Figure:
		return p.figure(b)
	case *doc.MathBlock:
		return p.mathBlock(b, tight)
	case *doc.Aside:
		role := string(b.Role)
		if role == "" {
			role = "sidebar"
		}
		content := p.blocks(b.Content, false)
		if len(b.Title) > 0 {
			title := constructor{"Div", []any{attrs("", []string{"title"}), []any{constructor{"Para", p.inlines(b.Title)}}}}
			content = append([]any{title}, content...)
		}
		return constructor{"Div", []any{attrs(b.ID, []string{role}), content}}
	case *doc.Division:
		return constructor{"Div", []any{attrs(b.ID, []string{when(b.Lang == "" && b.Dir == "", "division")}, "lang", b.Lang, "dir", string(b.Dir)),
			p.blocks(b.Content, false)}}
	case doc.SceneBreak:
		return constructor{"HorizontalRule", nil}
	case doc.PageBreak:
		return constructor{"RawBlock", []any{"tex", `\newpage`}}
	}
	panic(&Error{p.index.Path(b), fmt.Errorf("unknown block %s", doc.NodeName(b))})
}

// withName gives a block a name: pandoc has one on few.
func withName(id string, block any, class ...string) any {
	if id == "" {
		return block
	}
	return constructor{"Div", []any{attrs(id, class), []any{block}}}
}

// paragraph writes a paragraph. One of an image alone would be a figure but for
// the empty Str after it.
func (p *printer) paragraph(ns doc.Inlines, tight bool) any {
	content := p.inlines(ns)
	if len(ns) == 1 {
		if _, ok := ns[0].(*doc.Image); ok {
			content = append(content, constructor{"Str", ""})
		}
	}
	if tight {
		return constructor{"Plain", content}
	}
	return constructor{"Para", content}
}

// attribution is the last paragraph of a quotation or of verse.
func (p *printer) attribution(ns doc.Inlines) []any { return p.part("attribution", ns) }

// part is a paragraph that is a part, told by a class, of the block around it.
func (p *printer) part(class string, ns doc.Inlines) []any {
	if len(ns) == 0 {
		return nil
	}
	span := constructor{"Span", []any{attrs("", []string{class}), p.inlines(ns)}}
	return []any{constructor{"Para", []any{span}}}
}

// letter is a Div of paragraphs and, in a Div of its own, the postscript.
func (p *printer) letter(b *doc.Letter) any {
	var out []any
	out = append(out, p.part("dateline", b.Dateline)...)
	out = append(out, p.part("address", b.Address)...)
	out = append(out, p.part("salutation", b.Salutation)...)
	out = append(out, p.blocks(b.Content, false)...)
	out = append(out, p.part("closing", b.Closing)...)
	out = append(out, p.part("signature", b.Signature)...)
	if len(b.Postscript) > 0 {
		out = append(out, constructor{"Div", []any{attrs("", []string{letter.Postscript}), p.blocks(b.Postscript, false)}})
	}
	return constructor{"Div", []any{attrs(b.ID, []string{"letter"}), append([]any{}, out...)}}
}

func (p *printer) list(b *doc.List) any {
	items := []any{}
	for _, it := range b.Items {
		content := p.blocks(it.Content, !b.Loose)
		if box := boxes[it.Task]; box != "" {
			bs := it.Content
			ns := doc.Inlines{doc.Text(box)}
			if len(bs) > 0 {
				if par, ok := bs[0].(*doc.Paragraph); ok && par.ID == "" {
					ns, content = append(ns, par.Content...), content[1:]
				}
			}
			content = append([]any{p.paragraph(ns, !b.Loose)}, content...)
		}
		items = append(items, content)
	}
	if b.Kind != doc.Ordered {
		return constructor{"BulletList", items}
	}
	style, delim := "Decimal", "Period"
	for name, s := range styles {
		if s == b.Style {
			style = name
		}
	}
	for name, d := range delims {
		if d == b.Delim {
			delim = name
		}
	}
	return constructor{"OrderedList", []any{[]any{max(b.Start, 1), constructor{style, nil}, constructor{delim, nil}}, items}}
}

var boxes = map[doc.Task]string{doc.TaskOpen: "☐ ", doc.TaskDone: "☒ "}

func (p *printer) definitions(b *doc.DefinitionList) any {
	out := []any{}
	for _, it := range b.Items {
		ds := []any{}
		for _, d := range it.Definitions {
			ds = append(ds, p.blocks(d, !b.Loose))
		}
		out = append(out, []any{p.inlines(it.Term), ds})
	}
	return constructor{"DefinitionList", out}
}

// verse writes lines: an empty one parts stanzas, two no-break spaces are an em
// of indent.
func (p *printer) verse(b *doc.Verse) any {
	lines := []any{}
	for i, st := range b.Stanzas {
		if i > 0 {
			lines = append(lines, []any{})
		}
		for _, l := range st.Lines {
			line := p.inlines(l.Content)
			if l.Indent > 0 {
				line = append([]any{constructor{"Str", strings.Repeat("\u00a0\u00a0", l.Indent)}}, line...)
			}
			lines = append(lines, line)
		}
	}
	return constructor{"LineBlock", lines}
}

func (p *printer) figure(b *doc.Figure) any {
	images := []any{}
	for _, im := range b.Images {
		images = append(images, p.image(im))
	}
	return constructor{"Figure", []any{attrs(b.ID, []string{when(b.Unnumbered, "unnumbered")}), p.caption(b.Caption),
		[]any{constructor{"Plain", images}}}}
}

func (p *printer) caption(ns doc.Inlines) any {
	if len(ns) == 0 {
		return []any{nil, []any{}}
	}
	return []any{nil, []any{constructor{"Plain", p.inlines(ns)}}}
}

// mathBlock is a display alone in its paragraph, in a Span where it has a name,
// a number or a text. A name gives a number, as in doc/markdown.
func (p *printer) mathBlock(b *doc.MathBlock, tight bool) any {
	m := constructor{"Math", []any{constructor{"DisplayMath", nil}, b.TeX}}
	kind := "Para"
	if tight {
		kind = "Plain"
	}
	if b.ID == "" && b.Alt == "" && !b.Numbered {
		return constructor{kind, []any{m}}
	}
	classes := []string{when(b.ID == "" && b.Numbered, "numbered"), when(b.ID != "" && !b.Numbered, "unnumbered")}
	return constructor{kind, []any{constructor{"Span", []any{attrs(b.ID, classes, "alt", b.Alt), []any{m}}}}}
}
