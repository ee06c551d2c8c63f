package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/pdf"
)

// The bundled report has no fault, and its three editions are the same bytes
// on two runs.
func TestReport(t *testing.T) {
	require.Empty(t, doc.Check(report()))
	var dirs [2]string
	for i := range dirs {
		dirs[i] = filepath.Join(t.TempDir(), "new")
		var out, errs bytes.Buffer
		require.NoError(t, run(context.Background(), dirs[i], pdf.Renderer{}, &out, &errs))
	}
	for _, name := range []string{"report.pdf", "report.epub", "report.txt"} {
		a, err := os.ReadFile(filepath.Join(dirs[0], name))
		require.NoError(t, err)
		b, err := os.ReadFile(filepath.Join(dirs[1], name))
		require.NoError(t, err)
		require.True(t, bytes.Equal(a, b), name)
	}
}
