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

func (bracketParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
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
	body, n := bracketed(block)
	if n == 0 {
		return nil
	}
	l, pos := block.Position()
	block.Advance(n)
	if rest, _ := block.PeekLine(); len(rest) > 0 {
		if attrs, n := parseAttrs(rest); n > 0 {
			block.Advance(n)
			return &inlineNode{kind: kindSpan, text: body, start: seg.Start + 1, attrs: attrs}
		}
	}
	block.SetPosition(l, pos)
	return nil
}

// bracketed returns the text in the brackets that open here, and how far they
// reach; they may run over lines, which Advance counts in.
func bracketed(block text.Reader) (string, int) {
	l, pos := block.Position()
	defer block.SetPosition(l, pos)
	var body []byte
	depth, n := 0, 0
	for {
		line, _ := block.PeekLine()
		if line == nil {
			return "", 0
		}
		for i := 0; i < len(line); i++ {
			switch line[i] {
			case '\\':
				i++
				continue
			case '[':
				depth++
			case ']':
				depth--
			}
			if depth == 0 {
				body = append(body, line[:i]...)
				return string(body[1:]), n + i + 1
			}
		}
		body = append(body, line...)
		n += len(line)
		if n > 1<<16 {
			return "", 0
		}
		block.AdvanceLine()
	}
}

// scriptParser reads ^[inline notes], ^superscripts^ and ~subscripts~.
type scriptParser struct{}

func (scriptParser) Trigger() []byte { return []byte{'^', '~'} }

func (scriptParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, seg := block.PeekLine()
	if len(line) < 3 {
		return nil
	}
	if line[0] == '^' && line[1] == '[' {
		block.Advance(1)
		body, n := bracketed(block)
		if n == 0 {
			return nil
		}
		advance(block, n)
		return &inlineNode{kind: kindInline, text: body, start: seg.Start + 2}
	}
	end := bytes.IndexByte(line[1:], line[0])
	if end < 1 || bytes.ContainsAny(line[1:end+1], " \t\n") || end+2 < len(line) && line[end+2] == line[0] {
		return nil
	}
	block.Advance(end + 2)
	return &inlineNode{kind: kindScript, text: string(line[1 : end+1]), start: seg.Start + 1, raised: line[0] == '^'}
}

// advance goes on by n bytes, over lines.
func advance(block text.Reader, n int) {
	for n > 0 {
		line, _ := block.PeekLine()
		if line == nil {
			return
		}
		if n < len(line) {
			block.Advance(n)
			return
		}
		n -= len(line)
		block.AdvanceLine()
	}
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
