package linebreak

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math/rand"
	"testing"

	"github.com/stretchr/testify/require"
)

// The same paragraphs break at the same places, with the same ratios, on every
// machine: CI runs this test on amd64 and, under an emulator, on arm64.
func TestSameEverywhere(t *testing.T) {
	h := sha256.New()
	var b Breaker
	for seed := range int64(3000) {
		r := rand.New(rand.NewSource(seed))
		items := random(r, 5+r.Intn(150))
		s := Settings{Ragged: seed%7 == 0, MinLast: int64(r.Intn(40))}
		first, rest := int64(60+r.Intn(500)), int64(60+r.Intn(500))
		for _, l := range b.Break(Paragraph{items, func(n int) int64 {
			if n == 0 {
				return first
			}
			return rest
		}}, s) {
			_ = binary.Write(h, binary.BigEndian, []int64{int64(l.Start), int64(l.End), int64(l.Ratio), int64(l.Expand), int64(l.Track), l.Over})
		}
	}
	require.Equal(t, "13e17ee24e3913bd402116bbd4e91b8886f1d9aeddb692dcf526321b13f3ccd8", hex.EncodeToString(h.Sum(nil)))
}
