package markdown

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// The node kinds that goldmark does not have.
var (
	kindNote      = ast.NewNodeKind("OffprintNote")
	kindCall      = ast.NewNodeKind("OffprintCall")
	kindInline    = ast.NewNodeKind("OffprintInlineNote")
	kindSpan      = ast.NewNodeKind("OffprintSpan")
	kindScript    = ast.NewNodeKind("OffprintScript")
	kindMath      = ast.NewNodeKind("OffprintMath")
	kindDiv       = ast.NewNodeKind("OffprintDiv")
	kindLineBlock = ast.NewNodeKind("OffprintLineBlock")
	kindDisplay   = ast.NewNodeKind("OffprintDisplay")
)

// A noteNode is a footnote's definition, where it stands in the source.
type noteNode struct {
	ast.BaseBlock
	label string
	start int
}

func (*noteNode) Kind() ast.NodeKind         { return kindNote }
func (n *noteNode) Dump(src []byte, lev int) { ast.DumpHelper(n, src, lev, nil, nil) }

var noteStart = regexp.MustCompile(`^ {0,3}\[\^([^\]\s]+)\]:[ \t]?`)

// noteParser reads "[^label]: text" with the indented blocks that follow.
type noteParser struct{}

func (noteParser) Trigger() []byte { return []byte{'['} }

func (noteParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	m := noteStart.FindSubmatchIndex(line)
	if m == nil || pc.BlockOffset() < 0 {
		return nil, parser.NoChildren
	}
	reader.Advance(m[1])
	return &noteNode{label: string(line[m[2]:m[3]]), start: seg.Start}, parser.HasChildren
}

func (noteParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	pos, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if pos < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(pos, padding)
	return parser.Continue | parser.HasChildren
}

func (noteParser) Close(ast.Node, text.Reader, parser.Context) {}
func (noteParser) CanInterruptParagraph() bool                 { return true }
func (noteParser) CanAcceptIndentedLine() bool                 { return false }

// An inlineNode is an inline with a text that is read by itself: a note's
// label or text, a span's, a formula.
type inlineNode struct {
	ast.BaseInline
	kind    ast.NodeKind
	text    string
	start   int // in the source
	attrs   parser.Attributes
	raised  bool
	display bool
}

func (n *inlineNode) Kind() ast.NodeKind       { return n.kind }
func (n *inlineNode) Dump(src []byte, lev int) { ast.DumpHelper(n, src, lev, nil, nil) }

// bracketParser reads what begins with a bracket and is no link: a call of a
// note, and a span with attributes.
type bracketParser struct{}

func (bracketParser) Trigger() []byte { return []byte{'[', '!'} }

func (bracketParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	if line[0] == '!' { // an exclamation before a note is no image
		if !bytes.HasPrefix(line, []byte("![^")) {
			return nil
		}
		line, seg = line[1:], seg.WithStart(seg.Start+1)
		if end := bytes.IndexByte(line, ']'); end < 3 || bytes.ContainsAny(line[2:end], " \t[") {
			return nil
		}
		ast.MergeOrAppendTextSegment(parent, text.NewSegment(seg.Start-1, seg.Start))
		block.Advance(1)
	}
	if len(line) > 2 && line[1] == '^' {
		end := bytes.IndexByte(line, ']')
		if end < 3 || bytes.ContainsAny(line[2:end], " \t[") || end+1 < len(line) && line[end+1] == '(' {
			return nil
		}
		block.Advance(end + 1)
		return &inlineNode{kind: kindCall, text: string(line[2:end]), start: seg.Start}
	}
	n := closing(block, pc)
	if n == 0 {
		return nil
	}
	l, pos := block.Position()
	block.Advance(n)
	if rest, _ := block.PeekLine(); len(rest) > 0 {
		if attrs, k := parseAttrs(rest); k > 0 {
			block.SetPosition(l, pos)
			body := take(block, n)
			block.Advance(k)
			return &inlineNode{kind: kindSpan, text: body[1 : len(body)-1], start: seg.Start + 1, attrs: attrs}
		}
	}
	block.SetPosition(l, pos)
	return nil
}

// brackets are the pairs of brackets from a place in the source to the end of
// its block, found once for all that open there.
type brackets struct {
	from, to int
	reach    map[int]int // by the place of one that opens: how far its pair is, with it
}

var bracketsOf = parser.NewContextKey()

// closing tells how far the bracket that opens here reaches, in bytes of the
// block; 0 for one that nothing closes. Pairs may run over lines.
func closing(block text.Reader, pc parser.Context) int {
	_, seg := block.PeekLine()
	b, _ := pc.Get(bracketsOf).(*brackets)
	if b == nil || seg.Start < b.from || seg.Start >= b.to {
		b = pairs(block)
		pc.Set(bracketsOf, b)
	}
	return b.reach[seg.Start]
}

func pairs(block text.Reader) *brackets {
	l, pos := block.Position()
	defer block.SetPosition(l, pos)
	_, seg := block.PeekLine()
	b := &brackets{from: seg.Start, reach: map[int]int{}}
	type open struct{ at, read int }
	var stack []open
	read := 0
	for {
		line, seg := block.PeekLine()
		if line == nil {
			return b
		}
		for i := 0; i < len(line); i++ {
			switch line[i] {
			case '\\':
				i++
			case '[':
				stack = append(stack, open{seg.Start + i, read + i})
			case ']':
				if k := len(stack); k > 0 {
					b.reach[stack[k-1].at] = read + i + 1 - stack[k-1].read
					stack = stack[:k-1]
				}
			}
		}
		read += len(line)
		b.to = seg.Stop
		block.AdvanceLine()
	}
}

// take reads n bytes, over lines.
func take(block text.Reader, n int) string {
	var out []byte
	for n > 0 {
		line, _ := block.PeekLine()
		if line == nil {
			break
		}
		if n < len(line) {
			out = append(out, line[:n]...)
			block.Advance(n)
			break
		}
		out = append(out, line...)
		n -= len(line)
		block.AdvanceLine()
	}
	return string(out)
}

// scriptParser reads ^[inline notes], ^superscripts^ and ~subscripts~.
type scriptParser struct{}

func (scriptParser) Trigger() []byte { return []byte{'^', '~'} }

func (scriptParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	if len(line) < 3 {
		return nil
	}
	if line[0] == '^' && line[1] == '[' {
		block.Advance(1)
		n := closing(block, pc)
		if n == 0 {
			return nil
		}
		body := take(block, n)
		return &inlineNode{kind: kindInline, text: body[1 : len(body)-1], start: seg.Start + 2}
	}
	end := bytes.IndexByte(line[1:], line[0])
	if end < 1 || bytes.ContainsAny(line[1:end+1], " \t\n") || end+2 < len(line) && line[end+2] == line[0] {
		return nil
	}
	block.Advance(end + 2)
	return &inlineNode{kind: kindScript, text: string(line[1 : end+1]), start: seg.Start + 1, raised: line[0] == '^'}
}

// mathParser reads $TeX$ and $$TeX$$ by pandoc's rules: no space inside the
// dollar signs, no figure after them.
type mathParser struct{}

func (mathParser) Trigger() []byte { return []byte{'$'} }

func (mathParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, seg := block.PeekLine()
	if bytes.HasPrefix(line, []byte("$$")) {
		end := bytes.Index(line[2:], []byte("$$"))
		if end < 1 {
			return nil
		}
		block.Advance(end + 4)
		return &inlineNode{kind: kindMath, text: string(line[2 : end+2]), start: seg.Start, display: true}
	}
	if len(line) < 3 || util.IsSpace(line[1]) {
		return nil
	}
	for i := 1; i < len(line); i++ {
		switch {
		case line[i] == '\\':
			i++
		case line[i] == '$':
			if util.IsSpace(line[i-1]) || i+1 < len(line) && line[i+1] >= '0' && line[i+1] <= '9' {
				return nil
			}
			block.Advance(i + 1)
			return &inlineNode{kind: kindMath, text: string(line[1:i]), start: seg.Start}
		}
	}
	return nil
}
