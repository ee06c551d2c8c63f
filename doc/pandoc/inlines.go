package pandoc

import (
	"strconv"
	"strings"

	"github.com/offprint-go/offprint/doc"
)

func (p *parser) inlines(v any, at path) doc.Inlines {
	p.enter(at)
	defer p.leave()
	var out doc.Inlines
	for i, n := range list(v, -1, at) {
		out = join(out, p.inline(n, at.at(i))...)
	}
	return out
}

// enter counts the depth; ctx stops a long document here.
func (p *parser) enter(at path) {
	p.depth++
	if p.depth > maxDepth {
		at.fail("nested more than %d deep", maxDepth)
	}
	if err := p.ctx.Err(); err != nil {
		panic(&Error{at.String(), err})
	}
}

func (p *parser) leave() { p.depth-- }

// join appends inlines, text to text: pandoc has a node for every word.
func join(out doc.Inlines, ns ...doc.Inline) doc.Inlines {
	for _, n := range ns {
		if t, ok := n.(doc.Text); ok && len(out) > 0 {
			if last, ok := out[len(out)-1].(doc.Text); ok {
				out[len(out)-1] = last + t
				continue
			}
		}
		out = append(out, n)
	}
	return out
}

func (p *parser) inline(v any, at path) doc.Inlines {
	t, c := node(v, at)
	in := at.in("c")
	switch t {
	case "Str":
		return doc.Inlines{doc.Text(str(c, in))}
	case "Space", "SoftBreak":
		return doc.Inlines{doc.Text(" ")}
	case "LineBreak":
		return doc.Inlines{doc.LineBreak{}}
	case "Emph":
		return doc.Inlines{doc.Emphasis(p.inlines(c, in))}
	case "Strong":
		return doc.Inlines{doc.Strong(p.inlines(c, in))}
	case "Underline":
		return doc.Inlines{doc.Underline(p.inlines(c, in))}
	case "Strikeout":
		return doc.Inlines{doc.Strike(p.inlines(c, in))}
	case "Superscript":
		return doc.Inlines{doc.Superscript(p.inlines(c, in))}
	case "Subscript":
		return doc.Inlines{doc.Subscript(p.inlines(c, in))}
	case "SmallCaps":
		return doc.Inlines{doc.SmallCaps(p.inlines(c, in))}
	case "Quoted":
		l := list(c, 2, in)
		kind, _ := node(l[0], in.at(0))
		return doc.Inlines{&doc.Quoted{Single: kind == "SingleQuote", Content: p.inlines(l[1], in.at(1))}}
	case "Cite":
		return p.inlines(list(c, 2, in)[1], in.at(1))
	case "Code":
		l := list(c, 2, in)
		p.left(attrOf(l[0], in.at(0)), "code", in)
		return doc.Inlines{doc.Code(str(l[1], in.at(1)))}
	case "Math":
		return p.math(list(c, 2, in), in)
	case "RawInline":
		return p.rawInline(list(c, 2, in), in)
	case "Link":
		return p.link(list(c, 3, in), in)
	case "Image":
		im, id := p.image(list(c, 3, in), in)
		if id != "" {
			p.warn(in, "the identifier %q of an image in a line is left out", id)
		}
		return doc.Inlines{im}
	case "Note":
		return doc.Inlines{&doc.Note{Content: p.blocks(c, in)}}
	case "Span":
		return p.span(list(c, 2, in), in)
	}
	at.fail("unknown inline %q", t)
	return nil
}

// math is a formula in a line. A displayed one that stands alone in its
// paragraph becomes a block (see paragraph).
func (p *parser) math(l []any, at path) doc.Inlines {
	return doc.Inlines{&doc.Math{TeX: strings.TrimSpace(str(l[1], at.at(1)))}}
}

func (p *parser) rawInline(l []any, at path) doc.Inlines {
	format, text := str(l[0], at.at(0)), str(l[1], at.at(1))
	if (format == "html" || format == "html5") && (text == "<br>" || text == "<br/>" || text == "<br />") {
		return doc.Inlines{doc.LineBreak{}}
	}
	p.warn(at, "raw %s is left out: %s", format, shorten(text))
	return nil
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 40 {
		return strconv.Quote(string(r[:40]) + "…")
	}
	return strconv.Quote(s)
}

func (p *parser) link(l []any, at path) doc.Inlines {
	a := attrOf(l[0], at.at(0))
	target := list(l[2], 2, at.at(2))
	url := str(target[0], at.at(2).at(0))
	content := p.inlines(l[1], at.at(1))
	a.take("uri")
	a.take("email")
	p.rest(a, "link", at)
	if url == "" {
		p.warn(at, "a link that leads nowhere; its text is kept")
		return content
	}
	return doc.Inlines{&doc.Link{URL: url, Title: str(target[1], at.at(2).at(1)), Content: content}}
}

// image reads an image, and the identifier that a figure of it has.
func (p *parser) image(l []any, at path) (im *doc.Image, id string) {
	a := attrOf(l[0], at.at(0))
	target := list(l[2], 2, at.at(2))
	im = &doc.Image{Src: strings.TrimPrefix(str(target[0], at.at(2).at(0)), "./"), Alt: doc.PlainText(p.inlines(l[1], at.at(1)))}
	if w := a.get("width"); w != "" {
		if pc, err := strconv.ParseFloat(strings.TrimSuffix(w, "%"), 64); err == nil && strings.HasSuffix(w, "%") && pc > 0 && pc <= 100 {
			im.Width = pc / 100
		} else {
			p.warnOnce(at, "an image's width %q is not a part of the measure and is left to the edition", w)
		}
	}
	if a.get("height") != "" {
		p.warnOnce(at, "an image's height follows from its width: the attribute is left out")
	}
	p.rest(a, "image", at)
	return im, a.id
}

func (p *parser) span(l []any, at path) doc.Inlines {
	a := attrOf(l[0], at.at(0))
	content := p.inlines(l[1], at.at(1))
	if a.take("ruby") {
		if rt := a.get("rt"); rt != "" {
			p.rest(a, "ruby", at)
			return doc.Inlines{&doc.Ruby{Base: content, Text: rt}}
		}
	}
	switch {
	case a.take("smallcaps"), a.take("sc"):
		content = doc.Inlines{doc.SmallCaps(content)}
	case a.take("underline"), a.take("ul"):
		content = doc.Inlines{doc.Underline(content)}
	case a.take("mark"):
		p.warnOnce(at, "marked text is set as emphasis")
		content = doc.Inlines{doc.Emphasis(content)}
	}
	lang, dir := a.get("lang"), doc.Direction(a.get("dir"))
	if lang == "" {
		lang = a.get("xml:lang")
	}
	p.rest(a, "span", at)
	if a.id == "" && lang == "" && dir == "" {
		return content
	}
	return doc.Inlines{&doc.Span{ID: a.id, Lang: lang, Dir: dir, Content: content}}
}
