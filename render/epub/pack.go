package epub

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"strings"

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
	sources := map[string]string{} // what each data URL is of
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
		if err != nil {
			packed, err = nil, refused(err, sources)
		}
	}()
	source := func(media string, data []byte, of string) string {
		url := dataURL(media, data)
		sources[url] = of
		return url
	}
	e := goepub.NewEpub(b.title())
	e.Client = &http.Client{Transport: refuse{}}
	css, err := e.AddCSS(source("text/css", []byte(b.css()), cssName), cssName)
	if err != nil {
		return nil, err
	}
	for _, p := range b.images.sorted {
		if _, err := e.AddImage(source(p.media, p.data, "image "+p.name), p.name); err != nil {
			return nil, err
		}
	}
	for _, f := range b.faces {
		// Its reader of data URLs does not know the type "font" (RFC 8081); ours
		// is the manifest.
		if _, err := e.AddFont(source("application/octet-stream", f.file, "font "+f.name), f.name); err != nil {
			return nil, err
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

// refused is an error of go-epub's that says in short what it could not take:
// its own repeat the data URL whole, several times.
func refused(err error, sources map[string]string) error {
	var r *goepub.FileRetrievalError
	if errors.As(err, &r) {
		of := sources[r.Source]
		return fmt.Errorf("go-epub: %s: %s", of, strings.Join(strings.Fields(strings.ReplaceAll(r.Err.Error(), r.Source, of)), " "))
	}
	return fmt.Errorf("go-epub: %w", err)
}

func dataURL(media string, data []byte) string {
	return "data:" + media + ";base64," + base64.StdEncoding.EncodeToString(data)
}

// refuse is a transport to nowhere.
type refuse struct{}

func (refuse) RoundTrip(*http.Request) (*http.Response, error) {
	return nil, errors.New("an edition is made without a network")
}
