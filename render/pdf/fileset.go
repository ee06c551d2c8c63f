package pdf

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"time"
)

// A fileSet is files in memory, by path. It has no folders to list.
type fileSet map[string][]byte

// Open opens a file.
func (s fileSet) Open(name string) (fs.File, error) {
	data, ok := s[name]
	if !ok || !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &openFile{Reader: bytes.NewReader(data), name: path.Base(name)}, nil
}

// An openFile is a file of a fileSet being read; it is its own fs.FileInfo.
type openFile struct {
	*bytes.Reader
	name string
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f, nil }
func (f *openFile) Close() error               { return nil }
func (f *openFile) Name() string               { return f.name }
func (f *openFile) Size() int64                { return f.Reader.Size() }
func (f *openFile) Mode() fs.FileMode          { return 0o444 }
func (f *openFile) ModTime() time.Time         { return time.Time{} }
func (f *openFile) IsDir() bool                { return false }
func (f *openFile) Sys() any                   { return nil }

var _ io.ReaderAt = (*openFile)(nil)
