// Package resource tells which of a document's files an image's address names.
package resource

import (
	"io/fs"
	"net/url"
	"path"
	"strings"
	"unicode/utf8"
)

// Path returns the path of a file that an address in a text names: without
// "./" and detours, and with its escapes (%20) resolved unless there is a file
// whose name holds them, or they are no text. What is no relative path (a URL, an absolute path)
// stays as it is. A path that leaves the folder still does: doc.Check refuses
// it.
func Path(address string, files fs.FS) string {
	if address == "" || strings.Contains(address, ":") || strings.Contains(address, `\`) || path.IsAbs(address) {
		return address
	}
	if plain, err := url.PathUnescape(address); err == nil && plain != address && utf8.ValidString(plain) && !exists(files, path.Clean(address)) {
		return path.Clean(plain)
	}
	return path.Clean(address)
}

func exists(files fs.FS, name string) bool {
	if files == nil || !fs.ValidPath(name) {
		return false
	}
	f, err := files.Open(name)
	if err != nil {
		return false
	}
	f.Close()
	return true
}
