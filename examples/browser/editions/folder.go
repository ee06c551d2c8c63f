package editions

import (
	"bytes"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/offprint-go/offprint/render/pdf"
)

// A Folder holds files by their paths. A file that was opened without its
// folder, and so has a name alone, is found by any path that ends in it.
type Folder map[string][]byte

// Open opens a file.
func (f Folder) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	data, ok := f[name]
	if !ok {
		data, ok = f[path.Base(name)]
	}
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return file{bytes.NewReader(data), path.Base(name)}, nil
}

// fonts are the font files, by their names.
func (f Folder) fonts() []pdf.Font {
	var out []pdf.Font
	for _, name := range slices.Sorted(maps.Keys(f)) {
		switch strings.ToLower(path.Ext(name)) {
		case ".otf", ".ttf", ".ttc":
			out = append(out, pdf.Font{Data: f[name]})
		}
	}
	return out
}

// A file is its own description.
type file struct {
	*bytes.Reader
	name string
}

func (f file) Stat() (fs.FileInfo, error) { return f, nil }
func (file) Close() error                 { return nil }
func (f file) Name() string               { return f.name }
func (file) Mode() fs.FileMode            { return 0o444 }
func (file) ModTime() time.Time           { return time.Time{} }
func (file) IsDir() bool                  { return false }
func (file) Sys() any                     { return nil }
