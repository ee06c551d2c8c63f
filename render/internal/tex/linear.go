package tex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text is the formula as one line of Unicode text: x² + y₁, (a + b)/c, √(x).
func (f *Formula) Text() string {
	s := linear(f.Body)
	if f.Tag != nil {
		s += "  " + linear(asList(f.Tag))
	}
	return s
}

// TextLines is the formula in lines, where it is lines or an alignment.
func (f *Formula) TextLines() []string {
	g := f.lines()
	if g == nil {
		return []string{f.Text()}
	}
	var out []string
	for i, l := range f.TextRows(g) {
		if g.Tags[i] != nil {
			l += "  " + linear(asList(g.Tags[i]))
		}
		if l != "" {
			out = append(out, l)
		}
	}
	return out
}

// lines is the grid that the formula is, if its rows are lines of text; else
// nil.
func (f *Formula) lines() *Grid {
	if len(f.Body) == 1 && f.Tag == nil {
		if g, ok := f.Body[0].(*Grid); ok && (g.Kind == Aligned || g.Kind == Gathered || len(g.Words) > 0) && g.Left == 0 && g.Right == 0 {
			return g
		}
	}
	return nil
}

// linear writes parts in a row, with the space that their classes ask for.
func linear(l List) string { return inLine(l, false) }

// inLine writes parts in a row; in scripts, relations and operators stand
// close.
func inLine(l List, close bool) string {
	s, _ := marked(l, close)
	return s
}

// marked writes parts in a row, and says where each begins.
func marked(l List, close bool) (s string, marks []int) {
	w := lineWriter{close: close}
	classes := Classes(l)
	for i, n := range l {
		w.part(n, classes[i])
	}
	return strings.TrimRight(w.b.String(), " "), w.marks
}

func linearOf(n Node) string { return linear(asList(n)) }

// A lineWriter writes parts in a row.
type lineWriter struct {
	b     strings.Builder
	last  Class
	begun bool
	marks []int // where each part begins, those of a command of style apart
	gap   bool  // a space is wanted before the next part
	close bool  // in a script
	raw   bool  // the last part ended with what the next must be parted from
}

func (w *lineWriter) part(n Node, c Class) {
	if s, ok := n.(*Space); ok {
		w.gap = w.gap || s.Mu >= 3 && w.begun
		if s.Mu >= 18 && w.begun && !strings.HasSuffix(w.b.String(), " ") {
			w.b.WriteByte(' ') // a quad is two spaces, where they are kept
		}
		return
	}
	s, marks := w.spell(n)
	if s == "" {
		w.mark(marks)
		return
	}
	gap := w.gap
	if w.begun {
		switch {
		case c == Bin || c == Rel || w.last == Bin || w.last == Rel, w.last == Punct && c != Punct:
			gap = gap || !w.close || wordy(s) || wordy(w.b.String())
		case w.raw && w.last == Op && c != Close && c != Punct:
			gap = true
		case w.raw && c != Close && c != Punct && word(w.b.String(), s):
			gap = true
		case w.last == Op && c != Open && c != Close && c != Punct && c != Op && word(w.b.String(), s):
			gap = true
		case c == Op && w.last != Open && (word(w.b.String(), s) || !w.close && large(n)):
			gap = true
		case needsGap(w.b.String(), n):
			gap = true
		}
	}
	if gap && (w.gap || !strings.HasSuffix(w.b.String(), " ")) {
		w.b.WriteByte(' ')
	}
	w.mark(marks)
	w.b.WriteString(s)
	w.last, w.begun, w.gap, w.raw = c, true, false, trailing(n, s) || !w.close && under(n, s)
}

// trailing reports whether what follows a part would seem to belong to its
// script: one behind a mark, or the limits of a large operator.
func trailing(n Node, s string) bool {
	_, ok := n.(*Scripts)
	return ok && (large(n) || strings.ContainsAny(s, "^_"))
}

// under reports whether what follows a part would seem to belong to its
// denominator: 1/2 b is not 1/(2b).
func under(n Node, s string) bool {
	f, ok := alone(n).(*Fraction)
	return ok && !f.NoRule && f.Right == 0 && !strings.HasSuffix(s, ")")
}

// spell writes one part, and says where those that it is only a style of begin.
func (w *lineWriter) spell(n Node) (s string, marks []int) {
	switch n := n.(type) {
	case *Group:
		return inLine(n.Body, w.close), []int{0}
	case *Styled:
		return marked(n.Body, w.close)
	case List:
		return marked(n, false)
	}
	return spell(n), []int{0}
}

// mark marks what is written next.
func (w *lineWriter) mark(within []int) {
	for _, m := range within {
		w.marks = append(w.marks, w.b.Len()+m)
	}
}

// large reports whether a part is a large operator, with its limits or without.
func large(n Node) bool {
	if sc, ok := n.(*Scripts); ok {
		n = sc.Base
	}
	y, ok := alone(n).(*Symbol)
	return ok && y.Class == Op
}

// wordy reports whether a text is, or ends with, several letters: names and
// words are not set close.
func wordy(s string) bool {
	if i := strings.LastIndexByte(s, ' '); i >= 0 {
		s = s[i+1:]
	}
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Lm, r) && r < 0x2100 {
			n++
		}
	}
	return n > 2
}

// word reports whether two texts would run together as one word.
func word(before, after string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	s, _ := utf8.DecodeRuneInString(after)
	return (unicode.IsLetter(r) || unicode.IsDigit(r) || r == ')' || r == '}') && (unicode.IsLetter(s) || unicode.IsDigit(s) || s == '√')
}

// needsGap keeps a fraction from running into the figure before it.
func needsGap(before string, n Node) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	f, ok := alone(n).(*Fraction)
	return ok && !f.NoRule && unicode.IsDigit(r)
}

// spell writes one part.
func spell(n Node) string {
	switch n := n.(type) {
	case List:
		return linear(n)
	case *Symbol:
		if n.Not {
			return string(n.Char()) + "\u0338"
		}
		return string(n.Char())
	case *Function:
		return n.Name
	case *Scripts:
		return scripted(linearOf(n.Base), n.Sub, n.Super, n.Primes)
	case *Fraction:
		return ratio(n)
	case *Root:
		return root(n)
	case *Fenced:
		return fenced(n)
	case *Delimiter:
		return fence(n.Rune)
	case *Grid:
		return grid(n)
	case *Accent:
		return accented(n)
	case *Bar:
		return barred(n)
	case *Stack:
		return scripted(linearOf(n.Base), n.Under, n.Over, 0)
	case *Text:
		return strings.ReplaceAll(n.Text, "\u00A0", " ")
	case *Styled:
		return linear(n.Body)
	case *Group:
		return linear(n.Body)
	case *Phantom:
		if n.Show {
			return linearOf(n.Body)
		}
	}
	return ""
}

func fence(r rune) string {
	if r == 0 {
		return ""
	}
	return string(r)
}

// simple reports whether a text needs no parentheses as a part of a fraction
// or under a root: one number, one name, or what is in parentheses.
func simple(s string) bool {
	figures, letters, others := 0, 0, 0
	for _, r := range s {
		switch {
		case r == '.' || unicode.IsDigit(r):
			figures++
		case unicode.Is(unicode.Mn, r) || r == '′' || strings.ContainsRune(formed, r):
		case unicode.IsLetter(r):
			letters++
		default:
			others++
		}
	}
	return others == 0 && (letters == 0 || letters == 1 && figures == 0) || letters+figures == 0 && utf8.RuneCountInString(s) == 1 || enclosed(s)
}

// enclosed reports whether a text is one pair of parentheses with what is in
// it.
func enclosed(s string) bool {
	if !strings.HasPrefix(s, "(") || !strings.HasSuffix(s, ")") {
		return false
	}
	depth := 0
	for i, r := range s {
		switch r {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 && i < len(s)-1 {
				return false
			}
		}
	}
	return true
}

func parenthesised(s string) string {
	if simple(s) {
		return s
	}
	return "(" + s + ")"
}

func ratio(f *Fraction) string {
	num, den := linearOf(f.Num), linearOf(f.Den)
	if f.NoRule {
		return fence(f.Left) + num + " ¦ " + den + fence(f.Right)
	}
	if strings.ContainsAny(num, " /") || strings.HasPrefix(num, "∑") {
		num = parenthesised(num)
	}
	return fence(f.Left) + num + "/" + parenthesised(den) + fence(f.Right)
}

func root(r *Root) string {
	body := parenthesised(linearOf(r.Radicand))
	switch index := linearOf(r.Index); index {
	case "":
		return "√" + body
	case "3":
		return "∛" + body
	case "4":
		return "∜" + body
	default:
		return script(index, "^", superForms) + "√" + body
	}
}

func fenced(f *Fenced) string {
	s := fence(f.Left)
	for i, p := range f.Parts {
		if i > 0 {
			s += " " + fence(f.Middles[i-1]) + " "
		}
		s += linear(p)
	}
	return s + fence(f.Right)
}

// grid writes rows one after another, between semicolons.
func grid(g *Grid) string {
	var rows []string
	for i, r := range g.Rows {
		l := g.row(r)
		if g.Tags[i] != nil {
			l += "  " + linear(asList(g.Tags[i]))
		}
		rows = append(rows, l)
	}
	sep := "; "
	if g.Kind == Small {
		sep = ", "
	}
	return fence(g.Left) + strings.TrimRight(strings.Join(rows, sep), "; ") + fence(g.Right)
}

// row writes a row as its kind of grid has it.
func (g *Grid) row(cells []List) string {
	sep := " "
	if g.Kind == Cases {
		sep = ", "
	}
	return row(cells, sep, g.Kind == Aligned)
}

// row writes the cells of a row. In an alignment a cell that begins with a
// relation goes on from the one before it.
func row(cells []List, sep string, aligned bool) string {
	var parts []string
	for _, c := range cells {
		s := linear(c)
		switch {
		case s == "":
		case aligned || sep == ", " || len(cells) == 1 || !strings.Contains(s, " "):
			parts = append(parts, strings.TrimSuffix(s, ","))
		default:
			parts = append(parts, parenthesised(s))
		}
	}
	return strings.TrimSpace(strings.Join(parts, sep))
}

func accented(a *Accent) string {
	body := linearOf(a.Body)
	if a.Brace {
		return parenthesised(body)
	}
	mark := a.Rune
	switch {
	case a.Rune == '→' && a.Under:
		mark = '\u20EF'
	case a.Rune == '←' && a.Under:
		mark = '\u20EE'
	case a.Rune == '→':
		mark = '\u20D7'
	case a.Rune == '←':
		mark = '\u20D6'
	case a.Rune == '↔':
		mark = '\u20E1'
	}
	if utf8.RuneCountInString(body) > 1 {
		body = parenthesised(body)
	}
	return body + string(mark)
}

func barred(b *Bar) string {
	body := linearOf(b.Body)
	if b.Boxed {
		return "[" + body + "]"
	}
	mark := "\u0305"
	if b.Under {
		mark = "\u0332"
	}
	if strings.Contains(body, " ") {
		return "(" + body + ")" + mark
	}
	var s strings.Builder
	for _, r := range body {
		s.WriteRune(r)
		if !unicode.Is(unicode.Mn, r) {
			s.WriteString(mark)
		}
	}
	return s.String()
}
