package tex

import "strings"

// An environment is what \begin opens.
type environment struct {
	kind        GridKind
	left, right rune
	columns     string // of an array: as its argument; otherwise repeated as needed
	given       bool   // the columns are an argument
	line        bool   // no grid, if it has one cell
	display     bool
}

// environments are the environments of mathematics. Those of displays may
// stand within a formula as well, where they are what they hold.
var environments = map[string]environment{
	"array": {kind: Array, given: true}, "darray": {kind: Array, given: true, display: true}, "subarray": {kind: Small, given: true},
	"matrix": {columns: "c"}, "pmatrix": {columns: "c", left: '(', right: ')'}, "bmatrix": {columns: "c", left: '[', right: ']'},
	"Bmatrix": {columns: "c", left: '{', right: '}'}, "vmatrix": {columns: "c", left: '|', right: '|'},
	"Vmatrix": {columns: "c", left: '‖', right: '‖'}, "smallmatrix": {kind: Small, columns: "c"},
	"cases": {kind: Cases, columns: "l", left: '{'}, "dcases": {kind: Cases, columns: "l", left: '{', display: true},
	"rcases":  {kind: Cases, columns: "l", right: '}'},
	"aligned": {kind: Aligned, columns: "rl"}, "align": {kind: Aligned, columns: "rl"}, "alignat": {kind: Aligned, columns: "rl"},
	"alignedat": {kind: Aligned, columns: "rl"}, "flalign": {kind: Aligned, columns: "rl"}, "split": {kind: Aligned, columns: "rl"},
	"eqnarray": {kind: Aligned, columns: "rcl"}, "gathered": {kind: Gathered, columns: "c"}, "gather": {kind: Gathered, columns: "c"},
	"multline": {kind: Gathered, columns: "c"}, "multlined": {kind: Gathered, columns: "c"},
	"equation": {kind: Gathered, columns: "c", line: true}, "displaymath": {kind: Gathered, columns: "c", line: true},
	"math": {kind: Gathered, columns: "c", line: true}, "lgathered": {kind: Gathered, columns: "l"}, "rgathered": {kind: Gathered, columns: "r"},
}

// environment reads \begin{...} ... \end{...}.
func (p *parser) environment(t token) Node {
	name, _ := p.raw()
	base := strings.TrimSuffix(strings.TrimSpace(name), "*")
	e, ok := environments[base]
	if !ok {
		p.fail(t.at, "the environment %s is not known", name)
	}
	g := &Grid{Kind: e.kind, Left: e.left, Right: e.right, Display: e.display, Lines: map[int]int{}, Bars: map[int]int{}, Words: map[int]bool{}}
	p.position(g, p.option())
	switch {
	case e.given:
		spec, at := p.raw()
		p.columns(g, spec, at)
	case strings.HasPrefix(base, "alignat") || base == "alignedat":
		p.raw() // how many pairs, which the rows tell
	}
	p.rows(g, t)
	p.closeEnvironment(t, name)
	if e.line && len(g.Rows) == 1 && len(g.Rows[0]) == 1 {
		if g.Tags[0] != nil {
			p.tag = g.Tags[0]
		}
		return &Group{Body: g.Rows[0][0]}
	}
	if !e.given {
		g.fill(e.columns)
	}
	g.asAlignment()
	return g
}

func (p *parser) closeEnvironment(begin token, name string) {
	e := p.take()
	if !e.named("end") {
		if e.kind == end {
			p.fail(begin.at, `this \begin has no \end`)
		}
		p.unexpected(e)
	}
	if last, at := p.raw(); strings.TrimSpace(last) != strings.TrimSpace(name) {
		p.fail(at, `\end{%s} where \begin{%s} is open`, last, name)
	}
}

// position is where the grid stands on the line.
func (p *parser) position(g *Grid, option string) {
	switch strings.TrimSpace(option) {
	case "t":
		g.Top = true
	case "b":
		g.Bottom = true
	}
}

// columns reads the columns of an array: letters and rules.
func (p *parser) columns(g *Grid, spec string, at int) {
	for i := 0; i < len(spec); i++ {
		switch spec[i] {
		case 'l':
			g.Columns = append(g.Columns, Left)
		case 'c':
			g.Columns = append(g.Columns, Center)
		case 'r':
			g.Columns = append(g.Columns, Right)
		case '|', ':':
			g.Bars[len(g.Columns)]++
		case ' ', '\n':
		case '@': // no space between columns
			n, ok := strings.CutPrefix(spec[i+1:], "{")
			inner, _, closed := strings.Cut(n, "}")
			if !ok || !closed || strings.TrimSpace(inner) != "" {
				p.fail(at+i, "of @ in the columns of an array only @{} is known")
			}
			i += len(inner) + 2
		default:
			p.fail(at+i, "%q is not a column", spec[i:i+1])
		}
	}
}

// rows reads the cells up to \end.
func (p *parser) rows(g *Grid, begin token) {
	for {
		p.hlines(g)
		for p.peek().named("intertext", "shortintertext") {
			g.spanning(List{p.nucleus()})
		}
		row := []List{p.cell()}
		for p.peek().kind == ampersand {
			p.take()
			row = append(row, p.cell())
		}
		g.Rows = append(g.Rows, row)
		g.Tags = append(g.Tags, p.takeTag())
		if !p.peek().named("\\", "cr", "newline") {
			break
		}
		p.take()
		if p.peek().is("*") {
			p.take()
		}
		p.option()
	}
	g.dropEmpty()
	for i, r := range g.Rows {
		if g.Columns != nil && len(r) > len(g.Columns) {
			p.fail(begin.at, "row %d has %d cells in %d columns", i+1, len(r), len(g.Columns))
		}
	}
}

// dropEmpty drops rows at the end that hold nothing: the last row was ended
// too, or more were begun than filled.
func (g *Grid) dropEmpty() {
	for n := len(g.Rows); n > 1 && g.Tags[n-1] == nil; n-- {
		for _, c := range g.Rows[n-1] {
			if !blank(c) {
				return
			}
		}
		g.Rows, g.Tags = g.Rows[:n-1], g.Tags[:n-1]
		if g.Lines[n] > 0 { // the rule above it is the grid's last
			g.Lines[n-1] += g.Lines[n]
			delete(g.Lines, n)
		}
	}
}

// hlines reads the rules above a row.
func (p *parser) hlines(g *Grid) {
	for p.peek().named("hline", "hdashline") {
		p.take()
		g.Lines[len(g.Rows)]++
	}
}

// cell reads a cell. One that is a single group is what it holds: a cell has
// nothing beside it that the group would keep apart.
func (p *parser) cell() List {
	old := p.alphabet
	l := p.list()
	p.alphabet = old
	for len(l) == 1 {
		g, ok := l[0].(*Group)
		if !ok || g.Class != Ord {
			break
		}
		l = g.Body
	}
	return l
}

// fill gives a grid as many columns as its longest row has cells.
func (g *Grid) fill(pattern string) {
	n := 0
	for _, r := range g.Rows {
		n = max(n, len(r))
	}
	for i := range n {
		g.Columns = append(g.Columns, map[byte]Align{'l': Left, 'c': Center, 'r': Right}[pattern[i%len(pattern)]])
	}
}

// spanning appends a row of words over all columns.
func (g *Grid) spanning(l List) {
	g.Words[len(g.Rows)] = true
	g.Rows = append(g.Rows, []List{l})
	g.Tags = append(g.Tags, nil)
}

// asAlignment makes an array an alignment if it is one in all but name: it has
// columns to the right and to the left in turn, and the cells of its second
// column begin with relations. So alignments in MathML come through pandoc. A
// row of words in its first cell alone stands over all columns, as \intertext
// sets it.
func (g *Grid) asAlignment() {
	if g.Kind != Array || g.Left != 0 || g.Right != 0 || len(g.Columns) < 2 || len(g.Bars)+len(g.Lines) > 0 {
		return
	}
	for j, a := range g.Columns {
		if a != []Align{Right, Left}[j%2] && !(j == 0 && a == Center) {
			return
		}
	}
	relations, others := 0, 0
	for i, r := range g.Rows {
		if words(r) {
			g.Words[i] = true
		}
		if len(r) < 2 || blank(r[1]) {
			continue
		}
		if begins(r[1], Rel) || begins(r[1], Bin) {
			relations++
		} else {
			others++
		}
	}
	if relations > others {
		g.Kind = Aligned
		g.Columns[0] = Right
	}
}

// words reports whether a row of several cells has words in its first and
// nothing in the others.
func words(row []List) bool {
	if len(row) < 2 {
		return false
	}
	for _, c := range row[1:] {
		if !blank(c) {
			return false
		}
	}
	for _, n := range row[0] {
		if t, ok := n.(*Text); ok && strings.ContainsAny(strings.TrimSpace(t.Text), " \u00A0") {
			return true
		}
	}
	return false
}

// begins reports whether a cell begins with a part of a class.
func begins(l List, c Class) bool {
	for _, n := range l {
		switch n := n.(type) {
		case *Space:
			continue
		case *Styled:
			return begins(n.Body, c)
		default:
			return classOf(n) == c
		}
	}
	return false
}

// blank reports whether parts are white space alone.
func blank(l List) bool {
	for _, n := range l {
		switch n := n.(type) {
		case *Space:
		case *Group:
			if !blank(n.Body) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// substack reads lines in script style.
func (p *parser) substack(t token) Node {
	open := p.take()
	if open.kind != openBrace {
		p.fail(open.at, "want { here")
	}
	g := &Grid{Kind: Small, Lines: map[int]int{}, Bars: map[int]int{}, Words: map[int]bool{}}
	p.rows(g, t)
	g.fill("c")
	if c := p.take(); c.kind != closeBrace {
		if c.kind == end {
			p.fail(open.at, "this { is not closed")
		}
		p.unexpected(c)
	}
	return g
}
