package markdown

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// goldmark looks for addresses at every space, which takes as long as all else
// that it does with a text. A text that can hold none has a parser without.
var (
	addressed = newParser(extension.Linkify)
	plain     = newParser()
)

func newParser(more ...goldmark.Extender) parser.Parser {
	return goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.DefinitionList),
		goldmark.WithExtensions(more...),
		goldmark.WithParserOptions(parser.WithAttribute(),
			parser.WithBlockParsers(util.Prioritized(noteParser{}, 99), util.Prioritized(divParser{}, 98), util.Prioritized(lineBlockParser{}, 97), util.Prioritized(displayParser{}, 96)),
			parser.WithInlineParsers(util.Prioritized(signParser{}, 10), util.Prioritized(bracketParser{}, 150), util.Prioritized(scriptParser{}, 140), util.Prioritized(mathParser{}, 130), util.Prioritized(attrParser{}, 120)),
		)).Parser()
}

// parserFor is the parser of a text. What [extension.Linkify] takes for an
// address has one of these signs.
func parserFor(text []byte) parser.Parser {
	for _, sign := range []string{"@", "://", "www."} {
		if bytes.Contains(text, []byte(sign)) {
			return addressed
		}
	}
	return plain
}
