package rendertest

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// begin is how many words at the begin of a page are compared.
const begin = 6

// SamePages holds a print edition and the e-reader edition made with its page
// map to each other, by reading both files: the page list names each page that
// has text, once and in order, and the words at each marker are the first words
// of that page. Without, if not nil, tells the printed pages that are not to be
// listed, and elsewhere those whose first words are not at their marker.
func SamePages(t testing.TB, print, reader []byte, without, elsewhere func(Page) bool) {
	t.Helper()
	pages, err := PDFPages(print)
	require.NoError(t, err)
	marked, err := EPUBPages(reader)
	require.NoError(t, err)
	if without != nil {
		pages = slices.DeleteFunc(pages, without)
	}
	require.Equal(t, pageLabels(pages), pageLabels(marked), "pages of the print edition, and of the page list")
	for i, p := range pages {
		if elsewhere != nil && elsewhere(p) {
			continue
		}
		// Joined, as the letters of a formula are words in one edition alone.
		want, got := strings.Join(p.Words[:min(begin, len(p.Words))], ""), strings.Join(marked[i].Words[:min(3*begin, len(marked[i].Words))], "")
		require.Equal(t, want, got[:min(len(want), len(got))], "the words at the begin of page %s", p.Label)
	}
}

func pageLabels(ps []Page) []string {
	var out []string
	for _, p := range ps {
		out = append(out, p.Label)
	}
	return out
}
