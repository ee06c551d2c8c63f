package doc_test

import (
	"math/rand"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
)

// pointers counts the nodes that reflection finds, the walk's own count apart.
func pointers(v reflect.Value, out map[any]int) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return
		}
		if isNode(v.Interface()) {
			out[v.Interface()]++
		}
		pointers(v.Elem(), out)
	case reflect.Interface:
		if !v.IsNil() {
			pointers(v.Elem(), out)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name != "Files" {
				pointers(v.Field(i), out)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			pointers(v.Index(i), out)
		}
	}
}

func isNode(v any) bool {
	switch v.(type) {
	case doc.Block, doc.Inline, *doc.Section:
		return true
	}
	return false
}

// All yields each node once, however deep it stands.
func TestAllIsWhole(t *testing.T) {
	docs := []*doc.Document{doctest.Every()}
	for seed := range int64(30) {
		docs = append(docs, doctest.Random(rand.New(rand.NewSource(seed))))
	}
	for _, d := range docs {
		want := map[any]int{}
		pointers(reflect.ValueOf(d), want)
		got := map[any]int{}
		for n := range doc.All(d) {
			if reflect.TypeOf(n).Kind() == reflect.Pointer {
				got[n]++
			}
		}
		require.Equal(t, len(want), len(got))
		for n, k := range want {
			require.Equal(t, k, got[n], "%s", doc.NodeName(n))
		}
	}
}

// resolve follows a path by the JSON names of the fields.
func resolve(t *testing.T, d *doc.Document, path string) any {
	v := reflect.ValueOf(d)
	for _, part := range strings.FieldsFunc(path, func(r rune) bool { return r == '.' || r == '[' || r == ']' }) {
		for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
			v = v.Elem()
		}
		if n, err := strconv.Atoi(part); err == nil {
			v = v.Index(n)
			continue
		}
		field := -1
		for i := range v.NumField() {
			if name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ","); name == part {
				field = i
			}
		}
		require.GreaterOrEqual(t, field, 0, "%s: no %s", path, part)
		v = v.Field(field)
	}
	return v.Interface()
}

// A node's path leads to it, and no two nodes have the same; an inline that
// wraps others has its content straight under it.
func TestPaths(t *testing.T) {
	d := doctest.Every()
	seen := map[string]bool{}
	for c := range doc.Cursors(d) {
		p := c.Path()
		require.False(t, seen[p], "%s comes twice", p)
		seen[p] = true
		if reflect.TypeOf(c.Node).Kind() != reflect.Pointer {
			continue
		}
		if wrapped(c) {
			continue // its path goes through a slice that has no field
		}
		require.Same(t, c.Node, resolve(t, d, p), p)
	}
	require.Greater(t, len(seen), 300)
}

func wrapped(c *doc.Cursor) bool {
	for _, p := range c.Parents {
		if k := reflect.TypeOf(p).Kind(); k == reflect.Slice {
			return true
		}
	}
	return false
}

// A loop may end early, and a clone outlives the iteration.
func TestCursorClone(t *testing.T) {
	d := doctest.Every()
	var kept []*doc.Cursor
	var paths []string
	for c := range doc.Cursors(d) {
		kept, paths = append(kept, c.Clone()), append(paths, c.Path())
		if len(kept) == 50 {
			break
		}
	}
	require.Len(t, kept, 50)
	for i, c := range kept {
		require.Equal(t, paths[i], c.Path())
	}
}
