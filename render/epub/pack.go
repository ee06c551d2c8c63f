package epub

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"

	goepub "github.com/bmaupin/go-epub"
)

// pack puts the content documents, the style sheet and the images into a
// package. Of a content document go-epub gets the frame alone: it would write
// the text to a file, read it back and deflate it, only for finish to do so
// once more. go-epub v1.1.0 is used here and nowhere else. It takes a source that
// is no local file for an address and fetches it, so that it is only ever given
// data URLs and a client that refuses; it panics when its temporary folder
// fails, so that a panic becomes an error.
func (b *book) pack() (packed []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			packed, err = nil, fmt.Errorf("go-epub: %v", r)
		}
	}()
	e := goepub.NewEpub(b.title())
	e.Client = &http.Client{Transport: refuse{}}
	css, err := e.AddCSS(dataURL("text/css", []byte(b.css())), cssName)
	if err != nil {
		return nil, err
	}
	for _, p := range b.images.sorted {
		if _, err := e.AddImage(dataURL(p.media, p.data), p.name); err != nil {
			return nil, fmt.Errorf("image %q: %w", p.name, err)
		}
	}
	for _, f := range b.faces {
		// Its reader of data URLs does not know the type "font" (RFC 8081); ours
		// is the manifest.
		if _, err := e.AddFont(dataURL("application/octet-stream", f.file), f.name); err != nil {
			return nil, fmt.Errorf("font %s: %w", f.role, err)
		}
	}
	for _, f := range b.files {
		if _, err := e.AddSection("", f.title, f.name, css); err != nil {
			return nil, err
		}
	}
	var buf bytes.Buffer
	if _, err := e.WriteTo(&buf); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

func dataURL(media string, data []byte) string {
	return "data:" + media + ";base64," + base64.StdEncoding.EncodeToString(data)
}

// refuse is a transport to nowhere.
type refuse struct{}

func (refuse) RoundTrip(*http.Request) (*http.Response, error) {
	return nil, errors.New("an edition is made without a network")
}
