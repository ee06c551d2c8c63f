package pdffile

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// classic is a file of objects, numbered from 1, with a table; the first is its
// catalog.
func classic(objects ...string) []byte {
	var b, table bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	for i, o := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer<</Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table.Bytes(), at)
	return b.Bytes()
}

// zeros is a stream that unpacks to n of them.
func zeros(dict string, n int) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write(make([]byte, n))
	z.Close()
	return fmt.Sprintf("<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream", dict, b.Len(), b.Bytes())
}

func attachments(b []byte, most int64) ([]*Attachment, error) {
	return Attachments(bytes.NewReader(b), int64(len(b)), most)
}

const tree = "<</Names<</EmbeddedFiles 2 0 R>>>>"

// A file of some kilobytes that says a hundred million objects, in a stream of
// references that unpacks to as many bytes, is given up before they are noted.
func TestReopenManyObjects(t *testing.T) {
	const n = 50_000_000
	b := []byte("%PDF-1.5\n")
	at := len(b)
	b = append(b, "1 0 obj"+zeros(fmt.Sprintf("/Type/XRef/W[0 0 1]/Root 1 0 R/Size %d", n), n)+"\nendobj\n"...)
	b = fmt.Appendf(b, "startxref\n%d\n%%%%EOF\n", at)
	_, err := attachments(b, 1<<30)
	require.ErrorIs(t, err, errEndless)
}

// A tree whose every node lists the same names is read a few times over, not
// once for each of its nodes.
func TestReopenSharedNames(t *testing.T) {
	const nodes = 5000
	names := "[" + strings.Repeat("()null ", 10_000) + "]"
	objects := []string{tree, "", names}
	var kids strings.Builder
	for i := range nodes {
		fmt.Fprintf(&kids, "%d 0 R ", i+4)
		objects = append(objects, "<</Names 3 0 R>>")
	}
	objects[1] = "<</Kids[" + kids.String() + "]>>"
	_, err := attachments(classic(objects...), 1<<30)
	require.ErrorIs(t, err, errEndless)
}

// A stream is unpacked once, however many names it has.
func TestReopenOneStreamManyNames(t *testing.T) {
	const names, size = 200, 1 << 20
	list := strings.Repeat("(a)<</EF<</F 3 0 R>>>>", names)
	as, err := attachments(classic(tree, "<</Names["+list+"]>>", zeros("", size)), 2*size)
	require.NoError(t, err)
	require.Len(t, as, names)
	_, err = attachments(classic(tree, "<</Names["+list+"]>>", zeros("", size)), size-1)
	require.ErrorIs(t, err, ErrTooLarge)
}

// Lengths that are streams' whose lengths are streams' end somewhere.
func TestReopenChainOfLengths(t *testing.T) {
	objects := []string{tree, "<</Names[(a)<</EF<</F 3 0 R>>>>]>>"}
	for i := range 100_000 {
		objects = append(objects, fmt.Sprintf("<</Length %d 0 R>>stream\n", i+4))
	}
	_, err := attachments(classic(objects...), 1<<30)
	require.ErrorIs(t, err, errNested)
}

// Whatever the bytes are, Attachments returns, and soon. As of FuzzReadSource,
// -fuzzminimizetime 20x.
func FuzzAttachments(f *testing.F) {
	f.Add(classic(tree, "<</Names[(a)<</EF<</F 3 0 R>>>>]>>", zeros("", 100)))
	src, file := sample(f)
	file.Attached = []*Attachment{{Name: "a", Type: "text/plain", Relation: "Source", Description: "A", Data: []byte("words")}}
	var b bytes.Buffer
	require.NoError(f, Finish(&b, src, file))
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		as, err := attachments(data, 1<<24)
		total := 0
		seen := map[*byte]bool{}
		for _, a := range as {
			if len(a.Data) > 0 && !seen[&a.Data[0]] {
				seen[&a.Data[0]] = true
				total += len(a.Data)
			}
		}
		if err == nil && total > 1<<24+len(data) {
			t.Errorf("%d bytes of attachments", total)
		}
	})
}
