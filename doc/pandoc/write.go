package pandoc

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/outline"
)

// Write writes pandoc's JSON form of a document (API version 1.23, that of
// pandoc 3), which Reader reads back; the package comment says what is lost.
// Text that is not UTF-8 and a node that is nil or not the model's are errors,
// and nothing is written.
func Write(w io.Writer, d *doc.Document) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *Error:
			err = r
		default:
			panic(r)
		}
	}()
	if d, err = sound(d); err != nil {
		return &Error{Err: err}
	}
	p := &printer{doc: d, index: doc.NewIndex(d), numbers: numbered(d)}
	out := struct {
		Version []int          `json:"pandoc-api-version"`
		Meta    map[string]any `json:"meta"`
		Blocks  []any          `json:"blocks"`
	}{[]int{1, 23, 1}, p.meta(), append(p.blocks(d.Blocks, false), p.sections(d.Sections, 1)...)}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(out); err != nil {
		return &Error{Err: err}
	}
	_, err = io.WriteString(w, b.String())
	return err
}

// sound is a document as its JSON form has it, without what no form can hold: a
// node that is nil, text that is not UTF-8.
func sound(d *doc.Document) (*doc.Document, error) {
	var b bytes.Buffer
	if err := doc.Encode(&b, d); err != nil {
		return nil, err
	}
	return doc.Decode(&b)
}

// A printer writes one document. Its methods panic with an *Error, which Write
// returns.
type printer struct {
	doc     *doc.Document
	index   *doc.Index
	numbers bool // a section is numbered
}

func numbered(d *doc.Document) bool {
	for n := range doc.All(d) {
		if s, ok := n.(*doc.Section); ok && s.Numbered {
			return true
		}
	}
	return false
}

// A constructor is a node of pandoc's: its name and its content.
type constructor struct {
	T string `json:"t"`
	C any    `json:"c,omitempty"`
}

// attrs makes pandoc's Attr of an identifier, classes and pairs of key and
// value. Empty ones are left out.
func attrs(id string, classes []string, pairs ...string) []any {
	cs, kvs := []string{}, [][]string{}
	for _, c := range classes {
		if c != "" {
			cs = append(cs, c)
		}
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			kvs = append(kvs, []string{pairs[i], pairs[i+1]})
		}
	}
	return []any{id, cs, kvs}
}

// when is a class that stands on a condition.
func when(is bool, class string) string {
	if is {
		return class
	}
	return ""
}

// sections writes headings with what stands under them.
func (p *printer) sections(ss []*doc.Section, level int) []any {
	out := []any{}
	for _, s := range ss {
		role := string(s.Role)
		blocks := p.blocks(s.Blocks, false)
		if len(s.Title) == 0 && level == 1 && role != "" && !s.Numbered && len(blocks) > 0 && len(s.Sections) == 0 {
			out = append(out, constructor{"Div", []any{attrs(s.ID, []string{role}, "lang", s.Lang, "dir", string(s.Dir)), blocks}})
			continue
		}
		counted := s.Role == doc.RoleNone || outline.Counted(s.Role)
		a := attrs(s.ID, []string{role, when(s.Numbered && !counted, "numbered"), when(p.numbers && !s.Numbered && counted, "unnumbered")},
			"lang", s.Lang, "dir", string(s.Dir), "short-title", doc.PlainText(s.ShortTitle))
		out = append(out, constructor{"Header", []any{level, a, p.inlines(s.Title)}})
		out = append(append(out, blocks...), p.sections(s.Sections, level+1)...)
	}
	return out
}
