package markdown

import (
	"context"
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/offprint-go/offprint/doc"
)

// maxDepth is how deep blocks and inlines may stand within each other.
const maxDepth = 100

var errDeep = fmt.Errorf("nested more than %d deep: %w", maxDepth, &doc.LimitError{Limit: "Depth", Most: maxDepth})

// enter begins the content of a node, unless it stands too deep or there was an
// error; ctx stops a long document here.
func (r *reader) enter(n ast.Node) bool {
	if r.depth++; r.depth > maxDepth {
		r.fail(r.lineOf(n), "%w", errDeep)
	}
	if err := r.ctx.Err(); err != nil {
		r.fail(0, "%w", err)
	}
	return r.err == nil
}

func (r *reader) leave() { r.depth-- }

// maxOpen is how many blocks may be open at once while a text is parsed.
// goldmark recurses over them, and Go ends a program whose stack is used up.
const maxOpen = 10 * maxDepth

// parse parses a text of this reader. goldmark knows no context and no bounds:
// a guard looks at both at each line and sign, and ends a parse by a panic that
// goes no further than here.
func (r *reader) parse() (root ast.Node, err error) {
	g := &guard{Context: parser.NewContext(), ctx: r.ctx}
	defer func() {
		switch p := recover().(type) {
		case nil:
		case stopped:
			root, err = ast.NewDocument(), &Error{Err: p.err}
			if p.at >= 0 {
				err = &Error{r.lineAt(p.at), p.err}
			}
		default:
			panic(p)
		}
	}()
	return parserFor(r.src).Parse(text.NewReader(r.src), parser.WithContext(g)), nil
}

// stopped is what a guard panics with; at is the place in the source, or -1.
type stopped struct {
	err error
	at  int
}

// A guard is a parser's context that ends the parse when ours is done, or when
// too many blocks are open.
type guard struct {
	parser.Context
	ctx context.Context
	n   uint
}

func (g *guard) look() {
	if g.n++; g.n%64 == 0 && g.ctx.Err() != nil {
		panic(stopped{g.ctx.Err(), -1})
	}
}

func (g *guard) SetBlockOffset(n int) { // at each line
	g.look()
	g.Context.SetBlockOffset(n)
}

func (g *guard) SetOpenedBlocks(bs []parser.Block) {
	if len(bs) > maxOpen {
		panic(stopped{errDeep, bs[0].Node.Pos()})
	}
	g.Context.SetOpenedBlocks(bs)
}

// BlockIndent is 0 where goldmark sets -1, for a line no longer than its indent
// is wide: its parser of fences takes the indent as an index unseen.
func (g *guard) BlockIndent() int { return max(0, g.Context.BlockIndent()) }

func (g *guard) LastDelimiter() *parser.Delimiter { // at each block, and each mark of emphasis
	g.look()
	return g.Context.LastDelimiter()
}

func (g *guard) RemoveDelimiter(d *parser.Delimiter) {
	g.look()
	g.Context.RemoveDelimiter(d)
}

// A signParser reads nothing: it is asked before the others at each sign that
// may begin an inline.
type signParser struct{}

func (signParser) Trigger() []byte { return []byte("[]!*_`<&~^$:{\\") }

func (signParser) Parse(_ ast.Node, _ text.Reader, pc parser.Context) ast.Node {
	pc.(*guard).look()
	return nil
}
