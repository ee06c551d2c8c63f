package doc

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxDepth is how deep nodes may stand within nodes, in a JSON file and for
// Check.
const maxDepth = 200

// A DecodeError says where a JSON file is not a document's.
type DecodeError struct {
	Path string // "sections[0].blocks[2]", "" for the file
	Err  error
}

func (e *DecodeError) Error() string {
	if e.Path == "" {
		return "decode document: " + e.Err.Error()
	}
	return "decode document: " + shortPath(e.Path) + ": " + e.Err.Error()
}

func (e *DecodeError) Unwrap() error { return e.Err }

// Decode reads the JSON form that Encode writes. It is strict: an unknown
// field or type, a value of the wrong kind, a key given twice, text that is
// not UTF-8 or not whole characters, or matter after the document is an error that names its path. A
// node's "type" must be its first key. It does not judge what the document
// says; see [Check].
func Decode(r io.Reader) (*Document, error) {
	return DecodeContext(context.Background(), r, Limits{})
}

// DecodeContext is [Decode] with the caller's limits, of which Input, Nodes and
// Depth matter here. When ctx is done it stops, with an error that wraps ctx's.
func DecodeContext(ctx context.Context, r io.Reader, l Limits) (*Document, error) {
	data, err := l.ReadInput(ctx, r)
	if err != nil {
		return nil, &DecodeError{"", err}
	}
	if !utf8.Valid(data) {
		return nil, &DecodeError{"", errors.New("not UTF-8")}
	}
	d := &decoder{pulse: pulse{ctx: ctx}, limits: l.whole(), json: json.NewDecoder(bytes.NewReader(data)), data: data}
	d.json.UseNumber()
	var out Document
	d.document(reflect.ValueOf(&out).Elem())
	if _, err := d.json.Token(); d.err == nil && err != io.EOF {
		d.fail("more follows the document")
	}
	if d.err != nil {
		return nil, d.err
	}
	return &out, nil
}

// IsDocument reports whether data looks like the JSON form of a document.
func IsDocument(data []byte) bool {
	var top struct {
		Offprint int `json:"offprint"`
	}
	return json.Unmarshal(data, &top) == nil && top.Offprint > 0
}

type decoder struct {
	pulse
	limits Limits
	nodes  int
	json   *json.Decoder
	data   []byte
	steps  []step
	err    error
}

func (d *decoder) fail(format string, args ...any) {
	if d.err == nil {
		c := Cursor{steps: d.steps}
		d.err = &DecodeError{c.Path(), fmt.Errorf(format, args...)}
	}
}

// token returns the next token, nil after an error.
func (d *decoder) token() json.Token {
	if d.err != nil {
		return nil
	}
	if d.stopped() {
		d.fail("%w", d.over)
		return nil
	}
	start := d.json.InputOffset()
	t, err := d.json.Token()
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		d.fail("%w", err)
		return nil
	}
	if s, ok := t.(string); ok && halved(s, d.data[start:d.json.InputOffset()]) {
		d.fail("half of a character (a lone surrogate) in %.40q", s)
		return nil
	}
	return t
}

// halved reports whether a string holds a replacement character that its JSON
// has not: the library reads an escaped half of a character as one.
func halved(s string, raw []byte) bool {
	n := strings.Count(s, "\uFFFD")
	return n > 0 && n > bytes.Count(bytes.ToLower(raw), []byte("\uFFFD"))+bytes.Count(bytes.ToLower(raw), []byte(`\ufffd`))
}

// in decodes what stands under a field or index.
func (d *decoder) in(field string, index int, f func()) {
	if len(d.steps) > 3*d.limits.Depth {
		d.fail("nested too deep: %w", &LimitError{"Depth", int64(d.limits.Depth)})
		return
	}
	d.steps = append(d.steps, step{field, index})
	f()
	d.steps = d.steps[:len(d.steps)-1]
}

func (d *decoder) document(v reflect.Value) {
	if d.token() != json.Delim('{') {
		d.fail("want an object")
		return
	}
	if d.token() != "offprint" {
		d.fail(`the first key must be "offprint"`)
		return
	}
	if t := d.token(); t != json.Number(strconv.Itoa(formatVersion)) {
		d.fail("offprint: version %v: want %d", t, formatVersion)
		return
	}
	d.fields(v)
}

// fields decodes the rest of an object into a struct.
func (d *decoder) fields(v reflect.Value) {
	known := fieldsOf(v.Type())
	var seen []string
	for {
		key, ok := d.key(&seen)
		if !ok {
			return
		}
		i := slices.IndexFunc(known, func(f field) bool { return f.name == key })
		if i < 0 {
			d.fail("unknown field %q", key)
			return
		}
		d.in(key, -1, func() { d.value(v.Field(known[i].index)) })
	}
}

// key reads a key, or the object's end.
func (d *decoder) key(seen *[]string) (string, bool) {
	t := d.token()
	if d.err != nil || t == json.Delim('}') {
		return "", false
	}
	key, ok := t.(string)
	if !ok {
		d.fail("want a key")
		return "", false
	}
	if slices.Contains(*seen, key) {
		d.fail("the key %q stands twice", key)
		return "", false
	}
	*seen = append(*seen, key)
	return key, true
}

func (d *decoder) value(v reflect.Value) {
	switch {
	case v.Type() == dateType:
		date, err := ParseDate(d.string())
		if err != nil {
			d.fail("%w", err)
		}
		v.Set(reflect.ValueOf(date))
		return
	case v.Type() == blockType || v.Type() == inlineType:
		d.node(v)
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(d.string())
	case reflect.Bool:
		b, ok := d.token().(bool)
		if !ok {
			d.fail("want true or false")
		}
		v.SetBool(b)
	case reflect.Int:
		n, err := strconv.Atoi(string(d.number()))
		if err != nil {
			d.fail("want a whole number")
		}
		v.SetInt(int64(n))
	case reflect.Float64:
		f, err := strconv.ParseFloat(string(d.number()), 64)
		if err != nil {
			d.fail("want a number")
		}
		v.SetFloat(f)
	case reflect.Slice:
		d.slice(v)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.object(v.Elem())
	case reflect.Struct:
		d.object(v)
	}
}

func (d *decoder) object(v reflect.Value) {
	if d.token() != json.Delim('{') {
		d.fail("want an object")
		return
	}
	d.fields(v)
}

func (d *decoder) string() string {
	s, ok := d.token().(string)
	if !ok {
		d.fail("want a string")
	}
	return s
}

func (d *decoder) number() json.Number {
	n, ok := d.token().(json.Number)
	if !ok {
		d.fail("want a number")
	}
	return n
}

// slice decodes an array; an empty one is nil. Its elements' paths carry the
// index on the field's own step.
func (d *decoder) slice(v reflect.Value) {
	if d.token() != json.Delim('[') {
		d.fail("want an array")
		return
	}
	last := len(d.steps) - 1
	field := d.steps[last]
	nested := field.index >= 0
	for i := 0; d.err == nil && d.json.More(); i++ {
		v.Grow(1)
		v.SetLen(i + 1)
		if nested {
			d.in("", i, func() { d.value(v.Index(i)) })
			continue
		}
		d.steps[last].index = i
		d.value(v.Index(i))
	}
	d.steps[last] = field
	d.token() // the bracket
}

// node decodes a block or inline.
func (d *decoder) node(v reflect.Value) {
	if d.nodes++; d.nodes > d.limits.Nodes {
		d.fail("the document has too many nodes: %w", &LimitError{"Nodes", int64(d.limits.Nodes)})
		return
	}
	t := d.token()
	if s, ok := t.(string); ok && v.Type() == inlineType {
		v.Set(reflect.ValueOf(Text(s)))
		return
	}
	if t != json.Delim('{') {
		d.fail("want a node")
		return
	}
	if d.token() != "type" {
		d.fail(`a node's first key must be "type"`)
		return
	}
	name := d.string()
	nt, ok := types[name]
	if d.err == nil && (!ok || !nt.Implements(v.Type())) {
		d.fail("%q is no %s", name, map[bool]string{true: "block", false: "inline"}[v.Type() == blockType])
	}
	if d.err != nil {
		return
	}
	d.body(v, nt)
}

// body decodes the rest of a node of a type.
func (d *decoder) body(v reflect.Value, nt reflect.Type) {
	switch nt.Kind() {
	case reflect.Pointer:
		n := reflect.New(nt.Elem())
		d.fields(n.Elem())
		v.Set(n)
	case reflect.Struct:
		n := reflect.New(nt).Elem()
		d.fields(n)
		v.Set(n)
	default:
		n := reflect.New(nt).Elem()
		want := "content"
		if nt.Kind() == reflect.String {
			want = "text"
		}
		var seen []string
		for {
			key, ok := d.key(&seen)
			if !ok {
				break
			}
			if key != want {
				d.fail("unknown field %q", key)
				break
			}
			d.in(key, -1, func() { d.value(n) })
		}
		v.Set(n)
	}
}
