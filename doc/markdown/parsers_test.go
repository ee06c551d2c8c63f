package markdown_test

import (
	"bytes"
	"context"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc/doctest"
	"github.com/offprint-go/offprint/doc/markdown"
)

// A text without an address is read alike by the parser that looks for them and
// by the one that does not: a comment before it decides which that is.
func TestPlain(t *testing.T) {
	pieces := []string{"a", "word ", " ", "  ", "\n", "\n\n", "\t", "\r", "\f", "\v", "(", ")", "\\", "*", "**", "_", "~", "~~", "`", "[", "]", "[^x]", "[^x]: ", "![", "](u)",
		"{.c}", "{", "$", "$$", "^", "^[", "&amp;", "&", "<b>", "</b>", "<", "|", "|-|\n", "- ", "[x] ", "> ", "# ", ": ", "::: note\n", ":::\n", "http:", "www", "漢", "\u00a0", "http"}
	r := rand.New(rand.NewSource(1))
	for range 2000 {
		var text strings.Builder
		for range 1 + r.Intn(25) {
			text.WriteString(pieces[r.Intn(len(pieces))])
		}
		readAlike(t, text.String())
	}
	cases, _ := filepath.Glob("testdata/*.md")
	for _, name := range cases {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		readAlike(t, string(text))
	}
}

// readAlike reads a text with both parsers, unless it holds addresses.
func readAlike(t *testing.T, text string) {
	if strings.Contains(text, "@") || strings.Contains(text, "://") || strings.Contains(text, "www.") {
		return
	}
	seen := func(comment string) (string, []string) {
		var warnings []string
		d, err := markdown.Reader{Warn: func(w markdown.Warning) { warnings = append(warnings, w.String()) }}.
			Read(context.Background(), strings.NewReader("<!-- "+comment+" -->\n\n"+text))
		if err != nil {
			return err.Error(), warnings
		}
		return doctest.Dump(d), warnings
	}
	plain, told := seen("-")
	addressed, toldToo := seen("@")
	require.Equal(t, addressed, plain, "%q", text)
	require.Equal(t, toldToo, told, "%q", text)
}

// Readers share their parsers, and read side by side what each reads alone.
func TestSideBySide(t *testing.T) {
	cases, _ := filepath.Glob("testdata/*.md")
	var wg sync.WaitGroup
	for _, name := range cases {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		alone, _ := read(t, string(text))
		want := doctest.Dump(alone)
		for range 4 {
			wg.Go(func() {
				d, err := markdown.Reader{Name: "name", Files: fstest.MapFS{}}.Read(context.Background(), bytes.NewReader(text))
				if assert.NoError(t, err) {
					assert.Equal(t, want, doctest.Dump(d), name)
				}
			})
		}
	}
	wg.Wait()
}
