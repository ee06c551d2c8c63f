package text

import (
	"math/rand"
	"strings"
	"testing"

	"github.com/rivo/uniseg"
	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// Where a plain word is taken without asking UAX #14, it would have said the
// same; and the columns of plain text are those that it has.
func TestSplit(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	alphabet := []string{"a", "Word", "9", "1.5", " ", " ", " ", "  ", ",", ".", ";", ":", "!", "?", "-", "—", "/", "’", "“", "”", "(", ")", "é", "\u0301", "日", "。", "[", joined, "%", "$", "\u00a0", "א"}
	for range 20000 {
		var b strings.Builder
		for range 1 + r.Intn(12) {
			b.WriteString(alphabet[r.Intn(len(alphabet))])
		}
		text := strings.TrimRight(b.String(), " ")
		var f filler
		f.split(text)
		var want []string
		for rest, state := text, -1; rest != ""; {
			var seg string
			seg, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
			want = append(want, strings.TrimRight(seg, " "))
		}
		var got []string
		for i, it := range f.items { // a space, or a place to break at, between each two
			if it.Kind == linebreak.Box {
				got = append(got, f.words[i])
			}
		}
		require.Equal(t, want, got, "%q", text)
		require.Equal(t, uniseg.StringWidth(text), width(text), "%q", text)
	}
}
