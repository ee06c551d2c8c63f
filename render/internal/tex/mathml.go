package tex

import (
	"fmt"
	"strings"
	"unicode"
)

// MathML is the formula as MathML (MathML Core, with the attributes of MathML
// 3 that older readers know). alt is what stands in for it; "" is its text.
func (f *Formula) MathML(display bool, alt string) string {
	if alt == "" {
		alt = f.Text()
	}
	w := &markup{}
	attrs := []string{"xmlns", "http://www.w3.org/1998/Math/MathML", "alttext", alt}
	if display {
		attrs = append(attrs, "display", "block")
	}
	w.element("math", attrs, func() {
		w.list(f.Body)
		if f.Tag != nil {
			w.empty("mspace", "width", "2em")
			w.node(f.Tag)
		}
	})
	return w.b.String()
}

// A markup writes well-formed MathML: what it opens it closes, and text is
// escaped.
type markup struct{ b strings.Builder }

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func (w *markup) tag(name string, attrs []string) {
	w.b.WriteString("<" + name)
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i+1] != "" {
			w.b.WriteString(" " + attrs[i] + `="` + escapes.Replace(attrs[i+1]) + `"`)
		}
	}
}

func (w *markup) element(name string, attrs []string, content func()) {
	w.tag(name, attrs)
	w.b.WriteString(">")
	content()
	w.b.WriteString("</" + name + ">")
}

func (w *markup) empty(name string, attrs ...string) {
	w.tag(name, attrs)
	w.b.WriteString("/>")
}

func (w *markup) text(name, s string, attrs ...string) {
	w.element(name, attrs, func() { w.b.WriteString(escapes.Replace(s)) })
}

// part writes white space between elements, which MathML does not show: for
// programs that take the text alone, to which 1/2 would else be 12.
func (w *markup) part() { w.b.WriteByte(' ') }

// row writes a part as one element.
func (w *markup) row(n Node) {
	if l := asList(n); len(l) != 1 || w.several(l[0]) {
		w.element("mrow", nil, func() { w.list(l) })
		return
	}
	w.list(asList(n))
}

// several reports whether a part writes other than one element.
func (w *markup) several(n Node) bool {
	switch n := n.(type) {
	case List:
		return true
	case *Function, *Styled, nil:
		return true
	case *Group:
		return true
	case *Phantom:
		return false
	case *Symbol:
		return n.Class != Ord
	}
	return false
}

// list writes parts in a row; figures that stand together are one number.
func (w *markup) list(l List) {
	classes := Classes(l)
	for i := 0; i < len(l); {
		if n := figures(l[i:]); n > 0 {
			var s strings.Builder
			for _, d := range l[i : i+n] {
				s.WriteRune(d.(*Symbol).Char())
			}
			w.text("mn", s.String())
			i += n
			continue
		}
		if s, ok := l[i].(*Symbol); ok {
			w.symbol(s, classes[i])
		} else if f, ok := l[i].(*Function); ok {
			w.function(f)
			w.apply(l[i+1:])
		} else {
			w.node(l[i])
			if sc, ok := l[i].(*Scripts); ok && ClassOf(sc) == Op {
				if _, ok := alone(sc.Base).(*Function); ok {
					w.apply(l[i+1:])
				} else if i+1 < len(l) {
					w.part()
				}
			}
		}
		i++
	}
}

// apply writes the sign that a function is applied to what follows, for those
// who hear it.
func (w *markup) apply(rest List) {
	if len(rest) == 0 {
		return
	}
	switch ClassOf(rest[0]) {
	case Bin, Rel, Close, Punct:
		return
	}
	w.text("mo", "\u2061")
}

// figures is how many parts at the start of a list are one number.
func figures(l List) int {
	n := 0
	for n < len(l) {
		s, ok := l[n].(*Symbol)
		point := ok && n > 0 && (s.Rune == '.' || s.Rune == ',') && n+1 < len(l) && digit(l[n+1])
		if !ok || !digit(s) && !point {
			break
		}
		n++
	}
	return n
}

func digit(n Node) bool {
	s, ok := n.(*Symbol)
	return ok && s.Rune >= '0' && s.Rune <= '9'
}

// symbol writes a letter or sign.
func (w *markup) symbol(s *Symbol, c Class) {
	char := spell(s)
	r := s.Char()
	if s.Class == Ord && (unicode.IsLetter(r) || r == '∞' || r == '∅' || r == '∂' || r == '∇') {
		variant := ""
		if s.Shape() == s.Rune && s.Char() == s.Rune && (r == '∇' || r < 0x2100) {
			variant = "normal" // a letter alone is slanted without it
		}
		w.text("mi", char, "mathvariant", variant)
		return
	}
	var attrs []string
	switch {
	case fences[r] && r != '/' && r != '\\':
		attrs = []string{"stretchy", "false"}
		if s.Class == Ord {
			attrs = append(attrs, "lspace", "0", "rspace", "0")
		}
	case s.Class == Ord || c == Ord && s.Class != Bin && s.Class != Op:
		attrs = []string{"lspace", "0", "rspace", "0"}
	case c == Ord && s.Class == Bin:
		attrs = []string{"form", "prefix"}
	}
	if unicode.IsDigit(r) {
		w.text("mn", char)
		return
	}
	w.text("mo", char, attrs...)
}

func (w *markup) function(f *Function) {
	if f.Limits == DisplayLimits {
		w.text("mo", f.Name, "movablelimits", "true", "lspace", "0", "rspace", "0.167em")
		return
	}
	w.text("mi", f.Name)
}

// node writes one part.
func (w *markup) node(n Node) {
	switch n := n.(type) {
	case nil:
		w.empty("mrow")
	case List:
		w.list(n)
	case *Symbol:
		w.list(List{n})
	case *Function:
		w.function(n)
	case *Scripts:
		w.scripts(n)
	case *Fraction:
		w.fraction(n)
	case *Root:
		if n.Index == nil {
			w.element("msqrt", nil, func() { w.list(asList(n.Radicand)) })
			return
		}
		w.element("mroot", nil, func() { w.row(n.Radicand); w.part(); w.row(n.Index) })
	case *Fenced:
		w.fenced(n)
	case *Delimiter:
		size := fmt.Sprintf("%.1fem", 0.6+0.6*float64(n.Size))
		w.text("mo", fence(n.Rune), "stretchy", "true", "symmetric", "true", "minsize", size, "maxsize", size)
	case *Grid:
		w.grid(n)
	case *Accent:
		w.accent(n)
	case *Bar:
		w.bar(n)
	case *Stack:
		w.stack(n)
	case *Text:
		w.words(n)
	case *Space:
		w.empty("mspace", "width", fmt.Sprintf("%.3fem", float64(n.Mu)/18))
	case *Styled:
		w.styled(n.Style, n.Body)
	case *Group:
		w.element("mrow", nil, func() { w.list(n.Body) })
	case *Phantom:
		w.phantom(n)
	}
}

// base writes what scripts stand at. A large operator with limits that do not
// move says so.
func (w *markup) base(n Node, fixed bool) {
	if y, ok := alone(n).(*Symbol); ok && y.Class == Op {
		movable := ""
		if fixed {
			movable = "false"
		}
		w.text("mo", spell(y), "movablelimits", movable)
		return
	}
	if f, ok := alone(n).(*Function); ok {
		if fixed {
			w.text("mo", f.Name, "movablelimits", "false", "lspace", "0", "rspace", "0.167em")
			return
		}
		w.function(f)
		return
	}
	w.row(n)
}

func (w *markup) scripts(n *Scripts) {
	place := n.Place()
	names := [2][3]string{{"msub", "msup", "msubsup"}, {"munder", "mover", "munderover"}}
	limits := 0
	if place != LimitsNever {
		limits = 1
	}
	which := 0
	switch {
	case n.Sub == nil && n.Super == nil:
		w.base(n.Base, false)
		return
	case n.Sub == nil:
		which = 1
	case n.Super != nil:
		which = 2
	}
	w.element(names[limits][which], nil, func() {
		w.base(n.Base, place == LimitsAlways)
		if n.Sub != nil {
			w.row(n.Sub)
		}
		if n.Super != nil {
			w.row(n.Super)
		}
	})
}

func (w *markup) styled(s Style, body List) {
	attrs := map[Style][]string{DisplayStyle: {"displaystyle", "true", "scriptlevel", "0"}, TextStyle: {"displaystyle", "false", "scriptlevel", "0"},
		ScriptStyle: {"displaystyle", "false", "scriptlevel", "1"}, ScriptScriptStyle: {"displaystyle", "false", "scriptlevel", "2"}}[s]
	w.element("mstyle", attrs, func() { w.list(body) })
}

func (w *markup) fraction(f *Fraction) {
	thickness := ""
	if f.NoRule {
		thickness = "0"
	}
	ratio := func() {
		w.element("mfrac", []string{"linethickness", thickness}, func() { w.row(f.Num); w.part(); w.row(f.Den) })
	}
	if f.Style != AutoStyle {
		in := ratio
		ratio = func() {
			attr := map[bool]string{true: "true", false: "false"}[f.Style == DisplayStyle]
			w.element("mstyle", []string{"displaystyle", attr, "scriptlevel", "0"}, in)
		}
	}
	if f.Left == 0 && f.Right == 0 {
		ratio()
		return
	}
	w.element("mrow", nil, func() {
		w.delimiter(f.Left, "prefix")
		ratio()
		w.delimiter(f.Right, "postfix")
	})
}

// delimiter writes a delimiter that grows.
func (w *markup) delimiter(r rune, form string) {
	if r != 0 {
		w.text("mo", string(r), "fence", "true", "form", form, "stretchy", "true", "symmetric", "true")
	}
}

func (w *markup) fenced(f *Fenced) {
	w.element("mrow", nil, func() {
		w.delimiter(f.Left, "prefix")
		for i, p := range f.Parts {
			if i > 0 && f.Middles[i-1] != 0 {
				w.text("mo", string(f.Middles[i-1]), "fence", "true", "stretchy", "true", "symmetric", "true", "lspace", "0.1em", "rspace", "0.1em")
			}
			w.list(p)
		}
		w.delimiter(f.Right, "postfix")
	})
}

// gridClasses are the classes of grids in the style sheet, which knows how far
// apart their columns stand.
var gridClasses = map[GridKind]string{Aligned: "aligned", Gathered: "gathered", Cases: "cases", Small: "small"}

func (w *markup) grid(g *Grid) {
	table := func() {
		display := ""
		if g.Display || g.Kind == Aligned || g.Kind == Gathered {
			display = "true"
		}
		w.element("mtable", []string{"class", gridClasses[g.Kind], "displaystyle", display, "columnalign", alignment(g.Columns)}, func() {
			for i, r := range g.Rows {
				if i > 0 {
					w.part()
				}
				w.tableRow(g, i, r)
			}
		})
	}
	if g.Left == 0 && g.Right == 0 {
		table()
		return
	}
	w.element("mrow", nil, func() {
		w.delimiter(g.Left, "prefix")
		table()
		w.delimiter(g.Right, "postfix")
	})
}

var alignNames = map[Align]string{Left: "left", Right: "right", Center: "center"}

func alignment(as []Align) string {
	var out []string
	for _, a := range as {
		out = append(out, alignNames[a])
	}
	return strings.Join(out, " ")
}

// tableRow writes a row. Its cells say how they are aligned by a class too:
// MathML Core has no attribute for it.
func (w *markup) tableRow(g *Grid, i int, r []List) {
	above := ""
	if g.Lines[i] > 0 {
		above = "ruled"
	}
	w.element("mtr", []string{"class", above}, func() {
		if g.Words[i] {
			w.element("mtd", []string{"class", "left", "columnspan", fmt.Sprint(max(len(g.Columns), 1))}, func() { w.list(r[0]) })
			return
		}
		for j, c := range r {
			class := ""
			if j < len(g.Columns) && g.Columns[j] != Center {
				class = alignNames[g.Columns[j]]
			}
			if g.Bars[j] > 0 {
				class = strings.TrimSpace(class + " barred")
			}
			if j > 0 {
				w.part()
			}
			w.element("mtd", []string{"class", class}, func() {
				if g.Kind == Aligned && j%2 == 1 {
					w.empty("mi") // so that a relation has its space before it
				}
				w.list(c)
			})
		}
		if g.Tags[i] != nil {
			w.part()
			w.element("mtd", nil, func() { w.node(g.Tags[i]) })
		}
	})
}

// marks are the characters that MathML's accents are written with.
var marks = map[rune]string{'\u0302': "^", '\u030C': "ˇ", '\u0303': "~", '\u0301': "´", '\u0300': "`", '\u0307': "˙", '\u0308': "¨",
	'\u0306': "˘", '\u0304': "¯", '\u20D7': "→", '\u030A': "˚"}

func (w *markup) accent(a *Accent) {
	mark, ok := marks[a.Rune]
	if !ok {
		mark = string(a.Rune)
	}
	stretchy := map[bool]string{true: "true", false: "false"}[a.Stretch]
	name, attr := "mover", "accent"
	if a.Under {
		name, attr = "munder", "accentunder"
	}
	w.element(name, []string{attr, "true"}, func() {
		w.row(a.Body)
		w.text("mo", mark, "stretchy", stretchy)
	})
}

func (w *markup) bar(b *Bar) {
	switch {
	case b.Boxed:
		w.element("mrow", []string{"class", "boxed"}, func() { w.list(asList(b.Body)) })
	case b.Under:
		w.element("munder", []string{"accentunder", "true"}, func() { w.row(b.Body); w.text("mo", "_", "stretchy", "true") })
	default:
		w.element("mover", []string{"accent", "true"}, func() { w.row(b.Body); w.text("mo", "¯", "stretchy", "true") })
	}
}

func (w *markup) stack(s *Stack) {
	over, under := len(asList(s.Over)) > 0, len(asList(s.Under)) > 0
	name := ""
	switch {
	case over && under:
		name = "munderover"
	case over:
		name = "mover"
	case under:
		name = "munder"
	}
	base := func() {
		if y, ok := s.Base.(*Symbol); ok {
			w.text("mo", string(y.Rune), "stretchy", map[bool]string{true: "true", false: ""}[s.Stretch])
			return
		}
		w.row(s.Base)
	}
	if name == "" {
		base()
		return
	}
	pad := func(n Node) { // an arrow is a little wider than what stands on it
		w.element("mpadded", []string{"width", "+0.6em", "lspace", "0.3em"}, func() { w.list(asList(n)) })
	}
	if !s.Stretch {
		pad = w.row
	}
	w.element(name, nil, func() {
		base()
		if under {
			pad(s.Under)
		}
		if over {
			pad(s.Over)
		}
	})
}

func (w *markup) words(t *Text) {
	s := t.Text
	if strings.HasPrefix(s, " ") { // white space at the ends would be dropped
		s = "\u00A0" + s[1:]
	}
	if strings.HasSuffix(s, " ") {
		s = s[:len(s)-1] + "\u00A0"
	}
	var css []string
	if t.Bold {
		css = append(css, "font-weight: bold")
	}
	if t.Italic {
		css = append(css, "font-style: italic")
	}
	if t.Sans {
		css = append(css, "font-family: sans-serif")
	}
	if t.Mono {
		css = append(css, "font-family: monospace")
	}
	w.text("mtext", s, "style", strings.Join(css, "; "))
}

func (w *markup) phantom(p *Phantom) {
	in := func() {
		if p.Show {
			w.row(p.Body)
			return
		}
		w.element("mphantom", nil, func() { w.list(asList(p.Body)) })
	}
	var attrs []string
	if p.NoWidth {
		attrs = append(attrs, "width", "0")
	}
	if p.NoHeight {
		attrs = append(attrs, "height", "0", "depth", "0")
	}
	if attrs == nil {
		in()
		return
	}
	w.element("mpadded", attrs, in)
}
