package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/pdffile"
)

// The files of a source in the file: the document's JSON form, and its images
// under their paths.
const (
	sourceName  = "source.json"
	sourceFiles = "files/"
)

// ErrNoSource is what ReadSource gives for a PDF without a source inside.
var ErrNoSource = errors.New("the file carries no source")

// ErrSourceTooLarge is what ReadSource gives for a file whose source unpacks to
// more than MaxSource bytes.
var ErrSourceTooLarge = errors.New("the source is too large")

// MaxSource is how much a source may unpack to, in bytes.
const MaxSource = 512 << 20

// attached is the source, if it is to be carried.
func (e *Edition) attached() ([]*pdffile.Attachment, error) {
	if !e.source {
		return nil, nil
	}
	d := e.flow.d
	var b bytes.Buffer
	if err := doc.Encode(&b, d); err != nil {
		return nil, err
	}
	out := []*pdffile.Attachment{{Name: sourceName, Type: "application/json", Relation: "Source",
		Description: "The document that this edition was made of", Data: b.Bytes()}}
	seen := map[string]bool{}
	for n := range doc.All(d) {
		im, ok := n.(*doc.Image)
		if !ok || seen[im.Src] {
			continue
		}
		seen[im.Src] = true
		data, err := fs.ReadFile(d.Files, im.Src)
		if err != nil {
			return nil, fmt.Errorf("%s: image %q: %w", e.flow.x.Path(im), im.Src, err)
		}
		out = append(out, &pdffile.Attachment{Name: sourceFiles + im.Src, Type: mediaType(im.Src, data), Relation: "Source",
			Description: "An image of the document: " + im.Src, Data: data})
	}
	return out, nil
}

// mediaType is the media type of an image.
func mediaType(name string, data []byte) string {
	for _, t := range []struct{ start, typ string }{
		{"\x89PNG", "image/png"}, {"\xFF\xD8", "image/jpeg"}, {"GIF8", "image/gif"}, {"RIFF", "image/webp"}} {
		if bytes.HasPrefix(data, []byte(t.start)) {
			return t.typ
		}
	}
	if strings.EqualFold(path.Ext(name), ".svg") {
		return "image/svg+xml"
	}
	return "application/octet-stream"
}

// ReadSource reads the document that a PDF carries inside, with its images:
// what a Renderer with Source put there. It reads files that another program
// has saved since, but not encrypted ones.
//
// A file without a source gives ErrNoSource, one whose source unpacks to more
// than MaxSource bytes ErrSourceTooLarge, and one whose source is not a
// document's JSON form a [doc.DecodeError]; all others that fail are not PDF
// files, or damaged.
func ReadSource(r io.ReaderAt, size int64) (*doc.Document, error) {
	files, err := pdffile.Attachments(r, size, MaxSource)
	if errors.Is(err, pdffile.ErrTooLarge) {
		err = ErrSourceTooLarge
	}
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	set := fileSet{}
	var source []byte
	for _, at := range files {
		switch name, ok := strings.CutPrefix(at.Name, sourceFiles); {
		case at.Name == sourceName && at.Relation == "Source":
			source = at.Data
		case ok && fs.ValidPath(name):
			set[name] = at.Data
		}
	}
	if source == nil {
		return nil, fmt.Errorf("pdf: %w", ErrNoSource)
	}
	d, err := doc.Decode(bytes.NewReader(source))
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	d.Files = set
	return d, nil
}
