package rendertest

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/markdown"
	"github.com/offprint-go/offprint/doc/report"
)

// A Case is a folder of testdata.
type Case struct {
	Name     string
	Dir      string
	Doc      *doc.Document
	Warnings []string // the reader's
}

// Cases reads the cases of the module's testdata.
func Cases(t testing.TB) []Case {
	root := Root(t)
	inputs, err := filepath.Glob(filepath.Join(root, "testdata", "*", "input.*"))
	require.NoError(t, err)
	require.NotEmpty(t, inputs)
	var out []Case
	for _, name := range inputs {
		c := Case{Name: filepath.Base(filepath.Dir(name)), Dir: filepath.Dir(name)}
		c.Doc, c.Warnings = Load(t, name)
		out = append(out, c)
	}
	return out
}

// Load reads a document by its file's ending.
func Load(t testing.TB, name string) (*doc.Document, []string) {
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	files := os.DirFS(filepath.Dir(name))
	var d *doc.Document
	var warnings []string
	r := bytes.NewReader(data)
	switch filepath.Ext(name) {
	case ".md":
		d, err = markdown.Reader{Name: "input", Files: files, Warn: func(w markdown.Warning) { warnings = append(warnings, w.String()) }}.Read(context.Background(), r)
	case ".txt":
		d, err = report.Reader{Name: "input", Warn: func(w report.Warning) { warnings = append(warnings, w.String()) }}.Read(context.Background(), r)
	default:
		d, err = doc.Decode(r)
	}
	require.NoError(t, err, name)
	if d.Files == nil {
		d.Files = files
	}
	return d, warnings
}

// Root is the module's folder.
func Root(t testing.TB) string {
	dir, err := os.Getwd()
	require.NoError(t, err)
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		require.NotEqual(t, dir, up, "no go.mod above the test")
		dir = up
	}
}

// Corpus returns a file of the corpus that stands beside the project, or skips
// the test.
func Corpus(t testing.TB, name string) string {
	path := filepath.Join(Root(t), "..", "shared", "corpus", name)
	if _, err := os.Stat(path); err != nil {
		t.Skip("there is no corpus beside the project")
	}
	return path
}
