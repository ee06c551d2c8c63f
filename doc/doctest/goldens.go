package doctest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
)

// Goldens holds a reader to its goldens: of each file of testdata with an
// extension, what was reported and then the document must be what the file
// beside it, .golden, says. With update the goldens are written anew. Each
// variant of a text must give the same document.
func Goldens(t *testing.T, ext string, update bool, read func(text string) (*doc.Document, []string), variants ...func(string) string) {
	cases, err := filepath.Glob("testdata/*" + ext)
	require.NoError(t, err)
	require.NotEmpty(t, cases)
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ext), func(t *testing.T) {
			text, err := os.ReadFile(name)
			require.NoError(t, err)
			d, warnings := read(string(text))
			got := ""
			for _, w := range warnings {
				got += "! " + w + "\n"
			}
			got += Dump(d)
			golden := strings.TrimSuffix(name, ext) + ".golden"
			if update {
				require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			require.Equal(t, string(want), got)
			for _, v := range variants {
				other, _ := read(v(string(text)))
				require.Equal(t, Dump(d), Dump(other))
			}
		})
	}
}

// FromWindows is a text with a byte order mark and the line ends of Windows.
func FromWindows(text string) string { return "\uFEFF" + strings.ReplaceAll(text, "\n", "\r\n") }
