package pdf_test

import (
	"bytes"
	"context"
	"io/fs"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/pdf"
	"github.com/offprint-go/offprint/render/rendertest"
)

func readSource(data []byte) (*doc.Document, error) {
	return pdf.ReadSource(bytes.NewReader(data), int64(len(data)))
}

func encoded(t *testing.T, d *doc.Document) string {
	var b bytes.Buffer
	require.NoError(t, doc.Encode(&b, d))
	return b.String()
}

// What is read back is the document with its images, and makes the same edition
// again.
func TestSource(t *testing.T) {
	for _, p := range []pdf.Profile{pdf.UA1, pdf.UA2} {
		for _, c := range rendertest.Cases(t) {
			t.Run(p.String()+" "+c.Name, func(t *testing.T) {
				r := pdf.Renderer{Profile: p, Source: true}
				data := produce(t, r, c.Doc)
				d, err := readSource(data)
				require.NoError(t, err)
				require.Equal(t, encoded(t, c.Doc), encoded(t, d))
				for n := range doc.All(c.Doc) {
					if im, ok := n.(*doc.Image); ok {
						want, err := fs.ReadFile(c.Doc.Files, im.Src)
						require.NoError(t, err)
						got, err := fs.ReadFile(d.Files, im.Src)
						require.NoError(t, err)
						require.Equal(t, want, got)
					}
				}
				require.True(t, bytes.Equal(data, produce(t, r, d)), "the edition of what was read back differs")
			})
		}
	}
}

func TestSourceErrors(t *testing.T) {
	_, err := readSource(produce(t, pdf.Renderer{}, document()))
	require.ErrorIs(t, err, pdf.ErrNoSource)
	for _, junk := range []string{"", "%PDF-1.7", "%PDF-1.7\nstartxref\n99999\n%%EOF", "no"} {
		_, err := readSource([]byte(junk))
		require.Error(t, err)
		require.NotErrorIs(t, err, pdf.ErrNoSource)
	}
	_, err = pdf.ReadSource(bytes.NewReader(nil), pdf.MaxSource+1)
	require.ErrorIs(t, err, pdf.ErrSourceTooLarge)
}

// Whatever the bytes are, ReadSource returns. Fuzz it with -fuzzminimizetime 20x:
// go test makes a find smaller byte by byte, for a minute each, which looks as if
// it hung (0 execs/sec).
func FuzzReadSource(f *testing.F) {
	var b bytes.Buffer
	err := pdf.Renderer{Source: true}.Render(context.Background(), &b, document(&doc.Paragraph{Content: text("Words.")}))
	require.NoError(f, err)
	f.Add(b.Bytes())
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Names 1 0 R/EmbeddedFiles 1 0 R/Kids[1 0 R]>>endobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n78\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if d, err := readSource(data); err == nil {
			require.NotNil(t, d)
		}
	})
}
