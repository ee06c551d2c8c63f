package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/markdown"
	"github.com/offprint-go/offprint/doc/pandoc"
	"github.com/offprint-go/offprint/doc/report"
	"github.com/offprint-go/offprint/render/pdf"
)

// read reads the file with the reader that its ending or content asks for. Its
// images are read from its folder, and from nowhere else; the second result
// closes that.
func (c *converter) read() (*doc.Document, func(), error) {
	data, err := c.input()
	if err != nil {
		return nil, nil, err
	}
	limitMemory(len(data))
	if slices.Contains(c.kinds, "pdf") {
		pdf.Preload() // while the document is read
	}
	files, done := c.folder()
	d, err := c.parse(data, files)
	if err != nil {
		done()
		return nil, nil, err
	}
	if d.Files == nil {
		d.Files = files
	}
	if d.Meta.Lang == "" {
		d.Meta.Lang = c.lang
	}
	if len(d.Meta.Title) == 0 && c.title != "" {
		d.Meta.Title = doc.Inlines{doc.Text(c.title)}
	}
	return d, done, nil
}

// limitMemory has the garbage collector do little while there is room, and hold a
// book's memory to what a book of that size has use for. GOMEMLIMIT and GOGC say
// otherwise.
func limitMemory(input int) {
	size := int64(max(320<<20, 90*input))
	hugePages(min(size, int64(64<<20+90*input)))
	if os.Getenv("GOMEMLIMIT") == "" && os.Getenv("GOGC") == "" {
		debug.SetMemoryLimit(size)
		debug.SetGCPercent(200)
	}
}

func (c *converter) input() ([]byte, error) {
	if c.file == "-" {
		return io.ReadAll(c.stdin)
	}
	data, err := os.ReadFile(c.file)
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return nil, pe.Err // the message names the file already
	}
	return data, err
}

// folder opens the file's folder as a root that no path and no link leaves;
// for standard input it is the current one.
func (c *converter) folder() (fs.FS, func()) {
	root, err := os.OpenRoot(filepath.Dir(c.file))
	if err != nil {
		return nil, func() {}
	}
	return root.FS(), func() { root.Close() }
}

func (c *converter) parse(data []byte, files fs.FS) (*doc.Document, error) {
	title := c.title
	if title == "" {
		title = c.base()
	}
	r := bytes.NewReader(data)
	switch c.format(data) {
	case "markdown":
		return markdown.Reader{Name: title, Lang: c.lang, Files: files, Warn: func(w markdown.Warning) { c.warn(w) }}.Read(c.ctx, r)
	case "report":
		return report.Reader{Name: title, Lang: c.lang, Warn: func(w report.Warning) { c.warn(w) }}.Read(c.ctx, r)
	case "pandoc":
		return pandoc.Reader{Name: title, Lang: c.lang, Files: files, Warn: func(w pandoc.Warning) { c.warn(w) }}.Read(c.ctx, r)
	case "json":
		return doc.Decode(r)
	case "pdf":
		return pdf.ReadSource(r, r.Size())
	}
	return nil, fmt.Errorf("neither Markdown (.md), a report (.txt), JSON (.json) nor a PDF with its source inside")
}

// format tells what a file is, by its ending, then by its content.
func (c *converter) format(data []byte) string {
	switch strings.ToLower(filepath.Ext(c.file)) {
	case ".md", ".markdown":
		return "markdown"
	case ".txt", ".text":
		return "report"
	case ".pdf":
		return "pdf"
	case ".json":
		if pandoc.Is(data) {
			return "pandoc"
		}
		return "json"
	}
	if c.file != "-" && filepath.Ext(c.file) != "" {
		return ""
	}
	switch t := bytes.TrimSpace(data); {
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return "pdf"
	case bytes.HasPrefix(t, []byte("{")) && pandoc.Is(data):
		return "pandoc"
	case bytes.HasPrefix(t, []byte("{")) && doc.IsDocument(data):
		return "json"
	case bytes.HasPrefix(t, []byte("---\n")), bytes.HasPrefix(t, []byte("# ")), bytes.Contains(data, []byte("\n# ")),
		bytes.Contains(data, []byte("\n## ")), bytes.Contains(data, []byte("\n[^")):
		return "markdown"
	}
	return "report"
}
