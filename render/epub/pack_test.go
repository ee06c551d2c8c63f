package epub

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
)

// What go-epub refuses is named in an error that can be read: go-epub repeats
// the whole image in its own.
func TestPackRefuses(t *testing.T) {
	b := &book{d: &doc.Document{}, images: &imageStore{sorted: []*picture{{name: "p.png", media: "no type", data: bytes.Repeat([]byte("pixels"), 1000)}}}}
	_, err := b.pack()
	require.True(t, strings.HasPrefix(fmt.Sprint(err), "go-epub: image p.png: "))
	require.Less(t, len(err.Error()), 300)
}
