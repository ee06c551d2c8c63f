package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/inlines"
	"github.com/offprint-go/offprint/doc/internal/outline"
	"github.com/offprint-go/offprint/doc/internal/resource"
)

var asides = map[string]doc.AsideRole{
	"note": doc.AsideNote, "tip": doc.AsideTip, "important": doc.AsideImportant, "caution": doc.AsideCaution,
	"warning": doc.AsideWarning, "example": doc.AsideExample, "sidebar": doc.AsideSidebar, "aside": doc.AsideSidebar,
	"pullquote": doc.AsidePullQuote, "pull-quote": doc.AsidePullQuote,
}

// open returns a division's attributes, and reports one that is not closed.
func (r *reader) open(n *divNode) attrs {
	if !n.closed {
		r.warn(r.lineAt(n.start), "the division that begins here is not closed by :::")
	}
	return n.attributes()
}

func (n *divNode) attributes() attrs {
	a := attrsOf(n.attrs)
	if n.class != "" {
		a.classes = append(a.classes, n.class)
	}
	return a
}

func (r *reader) div(n *divNode) doc.Blocks {
	a, line := r.open(n), r.lineAt(n.start)
	if a.take("letter") {
		l := r.letter(n)
		l.ID, a.id = a.id, ""
		return r.division(a, doc.Blocks{l}, line)
	}
	verse := slices.Contains(a.classes, "verse") || slices.Contains(a.classes, "line-block")
	lined := r.lined
	r.lined = lined || verse
	content := r.blocks(n)
	r.lined = lined
	for _, c := range slices.Clone(a.classes) {
		if role, ok := asides[c]; ok {
			a.take(c)
			b := &doc.Aside{ID: a.id, Role: role, Content: content}
			if t := a.get("title"); t != "" {
				b.Title = doc.Inlines{doc.Text(t)}
			}
			r.rest(line, "division", a)
			return doc.Blocks{b}
		}
	}
	if a.take("verse") || a.take("line-block") {
		if v := verseOf(content); v != nil {
			r.indent(v, n)
			v.ID = a.id
			r.rest(line, "division", a)
			return doc.Blocks{v}
		}
		r.warn(line, "the verse holds more than lines, and is set as its blocks")
	}
	return r.division(a, content, line)
}

// division groups blocks where a division says anything of them.
func (r *reader) division(a attrs, content doc.Blocks, line int) doc.Blocks {
	lang, dir := a.get("lang"), doc.Direction(a.get("dir"))
	r.rest(line, "division", a)
	if a.id == "" && lang == "" && dir == "" {
		return content
	}
	return doc.Blocks{&doc.Division{ID: a.id, Lang: lang, Dir: dir, Content: content}}
}

// verseOf makes verse of paragraphs, their lines parted by line breaks; nil if
// there is anything else.
func verseOf(bs doc.Blocks) *doc.Verse {
	v := &doc.Verse{}
	for _, b := range bs {
		switch b := b.(type) {
		case *doc.Verse:
			v.Stanzas = append(v.Stanzas, b.Stanzas...)
		case *doc.Paragraph:
			st := &doc.Stanza{}
			var line doc.Inlines
			for _, n := range append(slices.Clone(b.Content), doc.LineBreak{}) {
				if _, ok := n.(doc.LineBreak); ok {
					st.Lines = append(st.Lines, &doc.VerseLine{Content: line})
					line = nil
					continue
				}
				line = append(line, n)
			}
			v.Stanzas = append(v.Stanzas, st)
		default:
			return nil
		}
	}
	return v
}

// indent gives the lines of verse the white space that stands before them in
// the source: two spaces are an em.
func (r *reader) indent(v *doc.Verse, n *divNode) {
	i := 0
	for p := n.FirstChild(); p != nil; p = p.NextSibling() {
		if p.Kind() != ast.KindParagraph || i >= len(v.Stanzas) {
			return
		}
		lines := v.Stanzas[i].Lines
		for k := 0; k < len(lines) && p.Lines().Len() == len(lines); k++ {
			at := p.Lines().At(k).Start
			before := bytes.TrimRight(r.src[:at], " ")
			lines[k].Indent = (at - len(before)) / 2
		}
		i++
	}
}

// lineBlock reads lines that begin with a bar: an empty one parts stanzas, two
// spaces are an em of indent.
func (r *reader) lineBlock(n *lineBlockNode) *doc.Verse {
	v := &doc.Verse{}
	st := &doc.Stanza{}
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		raw := strings.TrimRight(string(seg.Value(r.src)), "\n")
		if !strings.HasPrefix(raw, "|") { // goes on
			if k := len(st.Lines); k > 0 {
				l := st.Lines[k-1]
				var run inlines.Run
				run.Add(l.Content...)
				run.Break()
				run.Add(r.sub(strings.TrimSpace(raw), seg.Start)...)
				l.Content = run.Inlines()
			}
			continue
		}
		body := strings.TrimPrefix(strings.TrimPrefix(raw, "|"), " ")
		rest := strings.TrimLeft(body, " ")
		if rest == "" {
			if len(st.Lines) > 0 {
				v.Stanzas = append(v.Stanzas, st)
			}
			st = &doc.Stanza{}
			continue
		}
		st.Lines = append(st.Lines, &doc.VerseLine{Indent: (len(body) - len(rest)) / 2, Content: r.sub(rest, seg.Start)})
	}
	if len(st.Lines) > 0 {
		v.Stanzas = append(v.Stanzas, st)
	}
	return v
}

func (r *reader) image(n *ast.Image) *doc.Image {
	a := nodeAttrs(n)
	im := &doc.Image{Src: resource.Path(string(unescape(n.Destination)), r.Files), Alt: doc.PlainText(r.inlines(n))}
	r.widthOf(im, a.get("width"), r.lineOf(n))
	r.rest(r.lineOf(n), "image", a)
	r.decorative(im, r.lineOf(n))
	return im
}

// widthOf gives an image its width, "50%" of the measure.
func (r *reader) widthOf(im *doc.Image, w string, line int) {
	if w == "" {
		return
	}
	if pc, err := strconv.ParseFloat(strings.TrimSuffix(w, "%"), 64); err == nil && strings.HasSuffix(w, "%") && pc > 0 && pc <= 100 {
		im.Width = pc / 100
		return
	}
	r.warn(line, "the width %q of an image is not a part of the measure, and is left to the edition", w)
}

// decorative takes an image without a text as one that tells nothing, as HTML
// does.
func (r *reader) decorative(im *doc.Image, line int) {
	if im.Alt == "" {
		im.Decorative = true
		r.warn(line, "the image %q has no text that says what it shows: taken as decorative", im.Src)
	}
}

// figure is an image alone in its paragraph. Its title is its caption; without
// one its text is both the caption and what it shows.
func (r *reader) figure(n *ast.Image) *doc.Figure {
	f := &doc.Figure{Images: []*doc.Image{r.image(n)}}
	f.ID = nodeAttrs(n).id
	if t := string(unescape(n.Title)); t != "" {
		f.Caption = r.sub(t, 0)
	} else {
		f.Caption = r.inlines(n)
	}
	return f
}

func (r *reader) table(n *east.Table) *doc.Table {
	t := &doc.Table{}
	for _, al := range n.Alignments {
		t.Columns = append(t.Columns, doc.Column{Align: map[east.Alignment]doc.Align{
			east.AlignLeft: doc.AlignStart, east.AlignRight: doc.AlignEnd, east.AlignCenter: doc.AlignCenter}[al]})
	}
	body := &doc.TableBody{}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		row := &doc.Row{}
		empty := true
		for cell := c.FirstChild(); cell != nil; cell = cell.NextSibling() {
			dc := &doc.Cell{}
			if in := r.inlines(cell); len(in) > 0 {
				dc.Content = doc.Blocks{&doc.Paragraph{Content: in}}
				empty = false
			}
			row.Cells = append(row.Cells, dc)
		}
		for len(row.Cells) < len(t.Columns) {
			row.Cells = append(row.Cells, &doc.Cell{})
		}
		if _, ok := c.(*east.TableHeader); !ok {
			body.Rows = append(body.Rows, row)
		} else if !empty {
			t.Head = append(t.Head, row)
		}
	}
	if len(body.Rows) > 0 {
		t.Bodies = []*doc.TableBody{body}
	}
	return t
}

// captions gives tables the captions that stand before or after them: a
// paragraph that begins with "Table:" or ":".
func (r *reader) captions(items []outline.Item) []outline.Item {
	var out []outline.Item
	for i := 0; i < len(items); i++ {
		t, ok := items[i].Block.(*doc.Table)
		if !ok {
			out = append(out, items[i])
			continue
		}
		if i+1 < len(items) && r.caption(t, items[i+1].Block) {
			out = append(out, items[i])
			i++
			continue
		}
		if n := len(out); n > 0 && r.caption(t, out[n-1].Block) {
			out = out[:n-1]
		}
		out = append(out, items[i])
	}
	return out
}

func (r *reader) caption(t *doc.Table, b doc.Block) bool {
	p, ok := b.(*doc.Paragraph)
	if !ok || len(p.Content) == 0 || len(t.Caption) > 0 {
		return false
	}
	first, ok := p.Content[0].(doc.Text)
	for _, lead := range []string{"Table: ", "table: ", ": "} {
		rest, found := strings.CutPrefix(string(first), lead)
		if !ok || !found {
			continue
		}
		p.Content[0] = doc.Text(rest)
		t.Caption = p.Content
		if last, ok := p.Content[len(p.Content)-1].(doc.Text); ok {
			if i := strings.LastIndex(string(last), "{#"); i >= 0 && strings.HasSuffix(string(last), "}") {
				t.ID = string(last[i+2 : len(last)-1])
				p.Content[len(p.Content)-1] = doc.Text(strings.TrimRight(string(last[:i]), " "))
			}
		}
		return true
	}
	return false
}
