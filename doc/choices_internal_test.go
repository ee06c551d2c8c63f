package doc

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Every constant of a type that names a choice is among its choices, and they
// hold no other value.
func TestChoicesAreTheConstants(t *testing.T) {
	declared := constants(t)
	for typ, want := range choices {
		got := declared[typ.Name()]
		slices.Sort(got)
		want = slices.Sorted(slices.Values(want))
		require.Equal(t, want, got, typ.Name())
		delete(declared, typ.Name())
	}
	require.Empty(t, declared, "types of constants without choices")
}

// constants reads the package's exported string constants, by their types.
func constants(t *testing.T) map[string][]string {
	out := map[string][]string{}
	names, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		ast.Inspect(f, func(n ast.Node) bool {
			s, ok := n.(*ast.ValueSpec)
			if !ok || s.Type == nil || len(s.Values) != 1 || !s.Names[0].IsExported() {
				return true
			}
			lit, isLit := s.Values[0].(*ast.BasicLit)
			typ, named := s.Type.(*ast.Ident)
			if isLit && named && lit.Kind == token.STRING {
				v, err := strconv.Unquote(lit.Value)
				require.NoError(t, err)
				out[typ.Name] = append(out[typ.Name], v)
			}
			return true
		})
	}
	return out
}
