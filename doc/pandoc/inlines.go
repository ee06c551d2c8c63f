package pandoc

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/inlines"
	"github.com/offprint-go/offprint/doc/internal/resource"
)

func (p *parser) inlines(v any, at path) doc.Inlines {
	p.enter(at)
	defer p.leave()
	var out inlines.Run
	for i, n := range list(v, -1, at) {
		p.add(&out, n, at.at(i))
	}
	return out.Inlines()
}

// add adds an inline to a run.
func (p *parser) add(out *inlines.Run, v any, at path) {
	if t, _ := node(v, at); t == "SoftBreak" {
		out.Break()
		return
	}
	out.Add(p.inline(v, at)...)
}

// enter counts the depth; ctx stops a long document here.
func (p *parser) enter(at path) {
	p.depth++
	if p.depth > maxDepth {
		at.fail("nested more than %d deep: %w", maxDepth, &doc.LimitError{Limit: "Depth", Most: maxDepth})
	}
	if err := p.ctx.Err(); err != nil {
		panic(&Error{at.String(), err})
	}
}

func (p *parser) leave() { p.depth-- }

func (p *parser) inline(v any, at path) doc.Inlines {
	t, c := node(v, at)
	in := at.in("c")
	switch t {
	case "Str":
		return doc.Inlines{doc.Text(str(c, in))}
	case "Space":
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
		a := attrOf(l[0], in.at(0))
		p.rest(a, "code", in)
		return named(a.id, doc.Inlines{doc.Code(str(l[1], in.at(1)))})
	case "Math":
		return p.math(list(c, 2, in), in)
	case "RawInline":
		return p.rawInline(list(c, 2, in), in)
	case "Link":
		return p.link(list(c, 3, in), in)
	case "Image":
		im, id := p.image(list(c, 3, in), in)
		return named(id, doc.Inlines{im})
	case "Note":
		return p.note(c, in)
	case "Span":
		return p.span(list(c, 2, in), in)
	}
	at.fail("unknown inline %q", t)
	return nil
}

// named gives content an anchor where it has a name.
func named(id string, content doc.Inlines) doc.Inlines {
	if id == "" {
		return content
	}
	return doc.Inlines{&doc.Span{ID: id, Content: content}}
}

// note is a note; the text of one within another stands there in brackets.
func (p *parser) note(c any, at path) doc.Inlines {
	inner := p.inNote
	p.inNote = true
	content := p.blocks(c, at)
	p.inNote = inner
	if !inner {
		return doc.Inlines{&doc.Note{Content: content}}
	}
	p.warn(at, "a note within a note: its text is set there in brackets")
	var out inlines.Run
	out.Add(doc.Text("["))
	for i, b := range content {
		par, ok := b.(*doc.Paragraph)
		if !ok {
			at.fail("a note within a note holds a %s: only paragraphs can stand there", doc.NodeName(b))
		}
		if i > 0 {
			out.Add(doc.Text(" "))
		}
		out.Add(par.Content...)
	}
	out.Add(doc.Text("]"))
	return out.Inlines()
}

// math is a formula in a line. A displayed one that stands alone in its
// paragraph becomes a block (see paragraph).
func (p *parser) math(l []any, at path) doc.Inlines {
	return doc.Inlines{&doc.Math{TeX: strings.TrimSpace(str(l[1], at.at(1)))}}
}

func (p *parser) rawInline(l []any, at path) doc.Inlines {
	format, text := str(l[0], at.at(0)), str(l[1], at.at(1))
	if isHTML(format) && (text == "<br>" || text == "<br/>" || text == "<br />") {
		return doc.Inlines{doc.LineBreak{}}
	}
	if isHTML(format) && comment.MatchString(text) {
		return nil
	}
	p.warn(at, "raw %s is left out: %s", format, shorten(text))
	return nil
}

func isHTML(format string) bool { return strings.HasPrefix(format, "html") }

var comment = regexp.MustCompile(`^\s*<!--(?s:.*)-->\s*$`)

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
	if to, ok := strings.CutPrefix(url, "#"); ok && to != "" {
		if n := reference(&a, to); n != nil {
			p.rest(a, "reference", at)
			return named(a.id, doc.Inlines{n})
		}
	}
	if a.take("uri") && doc.PlainText(content) == url {
		content = nil // it shows what it leads to
	}
	a.take("email")
	p.rest(a, "link", at)
	if url == "" {
		p.warn(at, "a link that leads nowhere; its text is kept")
		return named(a.id, content)
	}
	return named(a.id, doc.Inlines{&doc.Link{URL: url, Title: str(target[1], at.at(2).at(1)), Content: content}})
}

// reference is what a link of a class is: a cross-reference or a further call of
// a note; the words in it are the index's.
func reference(a *attr, to string) doc.Inline {
	if a.take("noteref") {
		return &doc.NoteRef{To: to}
	}
	if !a.take("crossref") {
		return nil
	}
	n := &doc.CrossRef{To: to}
	for _, f := range []doc.RefForm{doc.RefNumber, doc.RefTitle, doc.RefPage} {
		if a.take(string(f)) {
			n.Form = f
		}
	}
	return n
}

// image reads an image, and the identifier that a figure of it has.
func (p *parser) image(l []any, at path) (im *doc.Image, id string) {
	a := attrOf(l[0], at.at(0))
	target := list(l[2], 2, at.at(2))
	im = &doc.Image{Src: resource.Path(str(target[0], at.at(2).at(0)), p.reader.Files), Alt: doc.PlainText(p.inlines(l[1], at.at(1)))}
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
	im.Decorative = a.take("decorative")
	p.rest(a, "image", at)
	return im, a.id
}

func (p *parser) span(l []any, at path) doc.Inlines {
	a := attrOf(l[0], at.at(0))
	content := p.inlines(l[1], at.at(1))
	if a.take("ruby") {
		if rt := a.get("rt"); rt != "" {
			content = doc.Inlines{&doc.Ruby{Base: content, Text: rt}}
		} else {
			p.warn(at, "ruby without a reading, rt: its base is kept")
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
	if len(content) == 1 {
		switch n := content[0].(type) {
		case *doc.Note:
			if p.marked(&a, n) {
				p.rest(a, "note", at)
				return content
			}
		case *doc.Math:
			n.Alt = a.get("alt")
		}
	}
	if a.take("index") {
		content = inlines.Join(content, indexTerm(&a))
	}
	lang, dir := p.locale(&a, at)
	p.rest(a, "span", at)
	if a.id == "" && lang == "" && dir == "" {
		return content
	}
	return doc.Inlines{&doc.Span{ID: a.id, Lang: lang, Dir: dir, Content: content}}
}

// marked gives a note the name, the kind and the mark that the Span around it
// has.
func (p *parser) marked(a *attr, n *doc.Note) bool {
	if !a.take("note") {
		return false
	}
	n.ID, n.Mark = a.id, a.get("mark")
	if a.take(string(doc.Endnote)) {
		n.Kind = doc.Endnote
	}
	return true
}

// indexTerm is an entry of the index, by the keys that doc/markdown has.
func indexTerm(a *attr) *doc.IndexTerm {
	t := &doc.IndexTerm{Entry: strings.Split(a.get("entry"), "!"), See: a.get("see"), SeeAlso: a.get("seealso"), Range: doc.IndexRange(a.get("range"))}
	if s := a.get("sortas"); s != "" {
		t.SortAs = strings.Split(s, "!")
	}
	return t
}

// locale takes the language and the direction of an attr.
func (p *parser) locale(a *attr, at path) (lang string, dir doc.Direction) {
	lang = a.get("lang")
	if other := a.get("xml:lang"); lang == "" {
		lang = other
	}
	switch s := strings.ToLower(a.get("dir")); s {
	case "ltr", "rtl":
		dir = doc.Direction(s)
	case "", "auto": // what the text itself says
	default:
		p.warn(at, "%q is no direction; left out", s)
	}
	return lang, dir
}
