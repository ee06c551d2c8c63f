package tex_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/render/internal/tex"
)

// corpusFormulas are the formulas of a book of linear algebra, where the
// corpus is at hand.
func corpusFormulas(t *testing.T) []string {
	t.Helper()
	dir := os.Getenv("OFFPRINT_CORPUS")
	data, err := os.ReadFile(filepath.Join(dir, "algebra", "book.json"))
	if dir == "" || err != nil {
		t.Skip("the corpus is not here")
	}
	var book any
	require.NoError(t, json.Unmarshal(data, &book))
	var out []string
	collect(book, &out)
	return out
}

// collect finds the formulas in pandoc's JSON.
func collect(n any, out *[]string) {
	switch n := n.(type) {
	case []any:
		for _, v := range n {
			collect(v, out)
		}
	case map[string]any:
		if c, ok := n["c"].([]any); ok && n["t"] == "Math" {
			*out = append(*out, c[1].(string))
		}
		for _, v := range n {
			collect(v, out)
		}
	}
}

func TestCorpus(t *testing.T) {
	formulas := corpusFormulas(t)
	require.Greater(t, len(formulas), 900)
	for _, f := range formulas {
		parsed, err := tex.Parse(f)
		require.NoError(t, err, f)
		require.NotEmpty(t, parsed.Text(), f)
	}
}
