package doc

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strings"
	"sync"
	"unicode/utf8"
)

// formatVersion is the version of the JSON form, the first thing in it.
const formatVersion = 1

// Encode writes d's JSON form: an object that begins with "offprint": 1, then
// the fields of Document by their JSON names, empty ones left out. A block or
// inline is an object that begins with its "type"; Text is a string. Decode
// reads it back exactly, but for empty slices, which become nil. Files are not
// part of it. A node of no known type and text that is not UTF-8 are errors.
func Encode(w io.Writer, d *Document) error {
	e := &encoder{}
	fmt.Fprintf(&e.out, `{"offprint":%d`, formatVersion)
	e.fields(reflect.ValueOf(d).Elem(), true)
	e.out.WriteString("}\n")
	if e.err != nil {
		return fmt.Errorf("encode document: %w", e.err)
	}
	_, err := w.Write(e.out.Bytes())
	return err
}

type encoder struct {
	out bytes.Buffer
	err error
}

// A field is a field of a struct with its JSON name.
type field struct {
	name  string
	index int
}

var fieldCache sync.Map // reflect.Type -> []field

// fieldsOf lists a struct's fields that have a JSON form.
func fieldsOf(t reflect.Type) []field {
	if fs, ok := fieldCache.Load(t); ok {
		return fs.([]field)
	}
	var fs []field
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if name != "" && name != "-" {
			fs = append(fs, field{name, i})
		}
	}
	fieldCache.Store(t, fs)
	return fs
}

// always are the fields that are written though they are empty: what their
// node is nothing without.
var always = map[string]bool{"url": true, "src": true, "tex": true, "name": true}

func (e *encoder) fields(v reflect.Value, comma bool) {
	for _, f := range fieldsOf(v.Type()) {
		fv := v.Field(f.index)
		if fv.IsZero() && !always[f.name] || fv.Kind() == reflect.Slice && fv.Len() == 0 {
			continue
		}
		if comma {
			e.out.WriteByte(',')
		}
		comma = true
		e.string(f.name)
		e.out.WriteByte(':')
		e.value(fv)
	}
}

var (
	dateType   = reflect.TypeFor[Date]()
	blockType  = reflect.TypeFor[Block]()
	inlineType = reflect.TypeFor[Inline]()
)

func (e *encoder) value(v reflect.Value) {
	switch {
	case v.Type() == dateType:
		e.string(v.Interface().(Date).String())
		return
	case v.Type() == blockType || v.Type() == inlineType:
		e.node(v)
		return
	}
	switch v.Kind() {
	case reflect.String:
		e.string(v.String())
	case reflect.Slice:
		e.out.WriteByte('[')
		for i := range v.Len() {
			if i > 0 {
				e.out.WriteByte(',')
			}
			e.value(v.Index(i))
		}
		e.out.WriteByte(']')
	case reflect.Pointer:
		if v.IsNil() {
			e.out.WriteString("null")
			return
		}
		e.value(v.Elem())
	case reflect.Struct:
		e.out.WriteByte('{')
		e.fields(v, false)
		e.out.WriteByte('}')
	default:
		b, err := json.Marshal(v.Interface())
		if err != nil && e.err == nil {
			e.err = err
		}
		e.out.Write(b)
	}
}

// node writes a block or inline.
func (e *encoder) node(v reflect.Value) {
	if v.IsNil() {
		e.out.WriteString("null")
		return
	}
	v = v.Elem()
	name, ok := kinds[v.Type()]
	switch {
	case !ok:
		if e.err == nil {
			e.err = fmt.Errorf("%s is no node of the model", v.Type())
		}
	case name == "text":
		e.string(v.String())
	default:
		e.out.WriteString(`{"type":"` + name + `"`)
		switch v.Kind() {
		case reflect.String: // Code
			e.out.WriteString(`,"text":`)
			e.string(v.String())
		case reflect.Slice: // Emphasis and the like
			e.out.WriteString(`,"content":`)
			e.value(v)
		case reflect.Pointer:
			if v.IsNil() {
				e.err = fmt.Errorf("a nil %s", name)
				break
			}
			e.fields(v.Elem(), true)
		}
		e.out.WriteByte('}')
	}
}

// string writes a JSON string. Text is mostly plain, and written as it is; what
// JSON need not escape but JavaScript does (U+2028, which begins with 0xE2) is
// left to the library.
func (e *encoder) string(s string) {
	if !utf8.ValidString(s) {
		if e.err == nil {
			e.err = fmt.Errorf("text that is not UTF-8: %.40q", s)
		}
		return
	}
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c == 0xE2 {
			enc := json.NewEncoder(&e.out)
			enc.SetEscapeHTML(false)
			if err := enc.Encode(s); err != nil && e.err == nil {
				e.err = err
			}
			e.out.Truncate(e.out.Len() - 1) // the newline
			return
		}
	}
	e.out.WriteByte('"')
	e.out.WriteString(s)
	e.out.WriteByte('"')
}
