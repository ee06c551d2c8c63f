package doc

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write schema.json anew")

// The published schema is that of the code: every node, field and value.
func TestSchemaIsOfTheCode(t *testing.T) {
	want := makeSchema(t)
	if *update {
		require.NoError(t, os.WriteFile("schema.json", want, 0o644))
		return
	}
	require.True(t, bytes.Equal(want, Schema()), "run go test ./doc -update, and read the diff")
}

// An object is a part of a schema.
type object = map[string]any

// makeSchema makes the schema of the model's types.
func makeSchema(t *testing.T) []byte {
	m := &schemaMaker{t, object{}}
	var blocks, inlines []string
	for _, name := range NodeNames() {
		nt := types[name]
		switch {
		case name == "text" || name == "section": // a string, and no node within others
			continue
		case nt.Implements(blockType):
			blocks = append(blocks, name)
		default:
			inlines = append(inlines, name)
		}
		m.node(name, nt)
	}
	m.defs["block"] = chosen(blocks)
	m.defs["inline"] = object{"anyOf": []any{object{"type": "string"}, ref("inlineNode")}}
	m.defs["inlineNode"] = chosen(inlines)
	top := m.fields(reflect.TypeFor[Document]())
	top["properties"].(object)["offprint"] = object{"const": formatVersion}
	top["required"] = []string{"offprint"}
	top["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	top["title"] = "An Offprint document"
	top["$defs"] = m.defs
	out, err := json.MarshalIndent(top, "", " ")
	require.NoError(t, err)
	return append(out, '\n')
}

// A schemaMaker gathers the definitions of types by their names.
type schemaMaker struct {
	t    *testing.T
	defs object
}

func ref(name string) any { return object{"$ref": "#/$defs/" + name} }

// chosen is a node of one of some types, told by its "type" first: a validator
// that had to try them all would take a time that grows with every level.
func chosen(names []string) object {
	var branches []any
	for _, n := range names {
		branches = append(branches, object{"if": object{"properties": object{"type": object{"const": n}}}, "then": ref(n)})
	}
	return object{"type": "object", "required": []string{"type"}, "properties": object{"type": object{"enum": names}}, "allOf": branches}
}

// node defines a type of node: an object that says its type.
func (m *schemaMaker) node(name string, t reflect.Type) {
	var o object
	switch t.Kind() {
	case reflect.Pointer:
		o = m.fields(t.Elem())
	case reflect.Struct:
		o = m.fields(t)
	case reflect.Slice:
		o = closed(object{"content": m.value(t)})
	default:
		o = closed(object{"text": object{"type": "string"}})
	}
	o["properties"].(object)["type"] = object{"const": name}
	o["required"] = []string{"type"}
	m.defs[name] = o
}

func closed(properties object) object {
	return object{"type": "object", "properties": properties, "additionalProperties": false}
}

func (m *schemaMaker) fields(t reflect.Type) object {
	properties := object{}
	for _, f := range fieldsOf(t) {
		properties[f.name] = m.value(t.Field(f.index).Type)
	}
	return closed(properties)
}

// value is the schema of a field's type.
func (m *schemaMaker) value(t reflect.Type) any {
	switch {
	case t == dateType:
		return object{"type": "string", "pattern": `^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)?$`}
	case t == blockType:
		return ref("block")
	case t == inlineType:
		return ref("inline")
	case choices[t] != nil:
		return object{"enum": choices[t]}
	}
	switch t.Kind() {
	case reflect.Slice:
		return object{"type": "array", "items": m.value(t.Elem())}
	case reflect.Pointer:
		return m.value(t.Elem())
	case reflect.Struct:
		return m.part(t)
	}
	plain, ok := map[reflect.Type]string{
		reflect.TypeFor[string](): "string", reflect.TypeFor[bool](): "boolean", reflect.TypeFor[int](): "integer", reflect.TypeFor[float64](): "number",
	}[t]
	require.True(m.t, ok, "%s has no choices and no JSON form", t)
	return object{"type": plain}
}

// part defines a part of a node, an item of a list or a row of a table, which
// does not say its type; nor does an image or a note in a field of its own.
func (m *schemaMaker) part(t reflect.Type) any {
	name := strings.ToLower(t.Name()[:1]) + t.Name()[1:]
	if _, ok := types[name]; ok && name != "section" {
		name += "Field"
	}
	if _, ok := m.defs[name]; !ok {
		m.defs[name] = true // it may hold itself
		m.defs[name] = m.fields(t)
	}
	return ref(name)
}
