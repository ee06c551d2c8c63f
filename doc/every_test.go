package doc_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
)

// doctest.Every sets every field of every node, of the metadata and of their
// parts somewhere, and every value of each choice, so that a test over it sees
// what is added to the model.
func TestEverySetsEveryField(t *testing.T) {
	s := settings{fields: map[string]bool{}, values: map[reflect.Type]map[string]bool{}}
	s.add(reflect.ValueOf(doctest.Every()))
	require.Greater(t, len(s.fields), 100)
	var missing []string
	for name, set := range s.fields {
		if !set {
			missing = append(missing, name)
		}
	}
	for typ, values := range doc.Choices {
		for _, v := range values {
			if v != "" && !s.values[typ][v] {
				missing = append(missing, typ.Name()+" "+v)
			}
		}
	}
	require.Empty(t, missing)
}

// settings are the fields of the structs that a value holds, by whether one is
// set, and the values of its strings by their types.
type settings struct {
	fields map[string]bool
	values map[reflect.Type]map[string]bool
}

func (s settings) add(v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		if !v.IsNil() {
			s.add(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			s.add(v.Index(i))
		}
	case reflect.String:
		if s.values[v.Type()] == nil {
			s.values[v.Type()] = map[string]bool{}
		}
		s.values[v.Type()][v.String()] = true
	case reflect.Struct:
		if !strings.HasSuffix(v.Type().PkgPath(), "/doc") { // a file system of the document's
			return
		}
		for i := range v.NumField() {
			name := v.Type().Name() + "." + v.Type().Field(i).Name
			s.fields[name] = s.fields[name] || !v.Field(i).IsZero()
			s.add(v.Field(i))
		}
	}
}
