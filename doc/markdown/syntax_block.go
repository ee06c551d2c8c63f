package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A divNode is a fenced division.
type divNode struct {
	ast.BaseBlock
	attrs  parser.Attributes
	class  string // given without braces
	start  int
	closed bool
}

func (*divNode) Kind() ast.NodeKind         { return kindDiv }
func (n *divNode) Dump(src []byte, lev int) { ast.DumpHelper(n, src, lev, nil, nil) }

// openDivs is the stack of divisions that are open: a closing fence closes the
// innermost.
var openDivs = parser.NewContextKey()

func divs(pc parser.Context) []*divNode {
	ds, _ := pc.Get(openDivs).([]*divNode)
	return ds
}

// divParser reads "::: class", or "::: {attributes}", up to ":::".
type divParser struct{}

func (divParser) Trigger() []byte { return []byte{':'} }

// fence counts the colons that a line begins with; 0 for fewer than three.
func fence(line []byte) (colons int, rest string) {
	t := strings.TrimLeft(string(line), " ")
	rest = strings.TrimLeft(t, ":")
	if colons = len(t) - len(rest); colons < 3 || len(line)-len(t) > 3 {
		return 0, ""
	}
	return colons, strings.TrimSpace(rest)
}

func (divParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	n, rest := fence(line)
	rest = strings.TrimSpace(strings.TrimRight(rest, ":"))
	if n == 0 || rest == "" || len(divs(pc)) > maxDepth { // deeper, the reader refuses it
		return nil, parser.NoChildren
	}
	d := &divNode{start: seg.Start}
	if rest[0] == '{' {
		attrs, k := parseAttrs([]byte(rest))
		if k == 0 {
			return nil, parser.NoChildren
		}
		d.attrs = attrs
	} else {
		class, more, _ := strings.Cut(rest, "{")
		if d.class = strings.TrimSpace(class); strings.ContainsAny(d.class, " \t") {
			return nil, parser.NoChildren
		}
		if more != "" {
			attrs, k := parseAttrs([]byte("{" + more))
			if k == 0 {
				return nil, parser.NoChildren
			}
			d.attrs = attrs
		}
	}
	pc.Set(openDivs, append(divs(pc), d))
	reader.Advance(len(bytes.TrimSuffix(line, []byte{'\n'})))
	return d, parser.HasChildren
}

func (divParser) Continue(n ast.Node, reader text.Reader, pc parser.Context) parser.State {
	line, _ := reader.PeekLine()
	open := divs(pc)
	if c, rest := fence(line); c > 0 && rest == "" && len(open) > 0 && open[len(open)-1] == n {
		n.(*divNode).closed = true
		reader.Advance(len(bytes.TrimSuffix(line, []byte{'\n'})))
		return parser.Close
	}
	return parser.Continue | parser.HasChildren
}

func (divParser) Close(n ast.Node, _ text.Reader, pc parser.Context) {
	open := divs(pc)
	for i, d := range open {
		if d == n {
			pc.Set(openDivs, open[:i])
		}
	}
}

func (divParser) CanInterruptParagraph() bool { return true }
func (divParser) CanAcceptIndentedLine() bool { return false }

// A lineBlockNode is lines that the author broke, one a line.
type lineBlockNode struct{ ast.BaseBlock }

func (*lineBlockNode) Kind() ast.NodeKind         { return kindLineBlock }
func (n *lineBlockNode) IsRaw() bool              { return true }
func (n *lineBlockNode) Dump(src []byte, lev int) { ast.DumpHelper(n, src, lev, nil, nil) }

var tableRule = regexp.MustCompile(`^\s*\|?[\s:|-]*-[\s:|-]*$`)

// lineBlockParser reads lines that begin with a bar and a space, as pandoc
// does; a line that begins with spaces goes on with the one before.
type lineBlockParser struct{}

func (lineBlockParser) Trigger() []byte { return []byte{'|'} }

func (lineBlockParser) Open(_ ast.Node, reader text.Reader, _ parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	if !barred(line) || bytes.HasSuffix(bytes.TrimSpace(line), []byte("|")) && len(bytes.TrimSpace(line)) > 1 {
		return nil, parser.NoChildren
	}
	rest := reader.Source()[seg.Stop:]
	if i := bytes.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	if tableRule.Match(rest) {
		return nil, parser.NoChildren
	}
	n := &lineBlockNode{}
	n.Lines().Append(seg)
	reader.Advance(len(bytes.TrimSuffix(line, []byte{'\n'})))
	return n, parser.NoChildren
}

func barred(line []byte) bool {
	return len(line) > 0 && line[0] == '|' && (len(line) == 1 || line[1] == ' ' || line[1] == '\n')
}

func (lineBlockParser) Continue(n ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, seg := reader.PeekLine()
	if !barred(line) && !(len(line) > 1 && line[0] == ' ' && !util.IsBlank(line)) {
		return parser.Close
	}
	n.Lines().Append(seg)
	reader.Advance(len(bytes.TrimSuffix(line, []byte{'\n'})))
	return parser.Continue | parser.NoChildren
}

func (lineBlockParser) Close(ast.Node, text.Reader, parser.Context) {}
func (lineBlockParser) CanInterruptParagraph() bool                 { return false }
func (lineBlockParser) CanAcceptIndentedLine() bool                 { return false }

// A displayNode is a displayed formula on lines of its own.
type displayNode struct {
	ast.BaseBlock
	tex    string
	after  string // what stands on the line that closes it
	start  int
	closed bool
}

func (*displayNode) Kind() ast.NodeKind         { return kindDisplay }
func (n *displayNode) IsRaw() bool              { return true }
func (n *displayNode) Dump(src []byte, lev int) { ast.DumpHelper(n, src, lev, nil, nil) }

// displayParser reads a formula between lines that begin and end with "$$".
type displayParser struct{}

func (displayParser) Trigger() []byte { return []byte{'$'} }

func (displayParser) Open(_ ast.Node, reader text.Reader, _ parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	t := strings.TrimSpace(string(line))
	if !strings.HasPrefix(t, "$$") || strings.Contains(t[2:], "$$") {
		return nil, parser.NoChildren
	}
	reader.Advance(len(bytes.TrimSuffix(line, []byte{'\n'})))
	return &displayNode{tex: t[2:], start: seg.Start}, parser.NoChildren
}

func (displayParser) Continue(n ast.Node, reader text.Reader, _ parser.Context) parser.State {
	d := n.(*displayNode)
	if d.closed {
		return parser.Close
	}
	line, _ := reader.PeekLine()
	body, after, closed := strings.Cut(string(line), "$$")
	d.after = after
	d.tex += "\n" + strings.TrimRight(body, "\n")
	d.closed = closed
	reader.Advance(len(bytes.TrimSuffix(line, []byte{'\n'})))
	return parser.Continue | parser.NoChildren
}

func (displayParser) Close(ast.Node, text.Reader, parser.Context) {}
func (displayParser) CanInterruptParagraph() bool                 { return true }
func (displayParser) CanAcceptIndentedLine() bool                 { return false }
