//go:build !js

// Browser serves a page in which Offprint runs: one writes or opens a text in
// Markdown, or a report's plain text, and the page shows its print edition and
// its plain-text edition, and gives all three to save. They are made in the
// page, by the library built for WebAssembly; nothing is sent anywhere.
//
//	GOOS=js GOARCH=wasm go build -o out/offprint.wasm ./examples/browser
//	go run ./examples/browser
//
// The first command builds the library for the page, the second serves it at
// http://localhost:8080/; see -h for another folder or address. The page has
// what a browser needs to run a Go program (wasm_exec.js) from the Go
// installation.
//
// Images and fonts are opened, or dropped on the page, with the text or after
// it: single files are found by their names, a folder's by their paths in it. A
// font is asked for the characters that the embedded faces lack.
//
// The library is 39 MB for a browser, 11 MB where a server compresses it, faces
// and patterns of hyphenation included.
//
// The editions are the same bytes that the command of examples/offprint makes
// with -missing-box and -plain-math.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"time"
)

func main() {
	dir := flag.String("dir", "out", "the `folder` that holds offprint.wasm")
	addr := flag.String("addr", "localhost:8080", "the `address` to serve the page at")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, *dir, *addr, os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "browser:", err)
		os.Exit(1)
	}
}

// run serves the page, says where, and ends when ctx is done.
func run(ctx context.Context, dir, addr string, stdout io.Writer) error {
	site, err := newSite(dir)
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	fmt.Fprintf(stdout, "http://%s/\n", l.Addr())
	server := &http.Server{Handler: site, ReadHeaderTimeout: 10 * time.Second}
	context.AfterFunc(ctx, func() { server.Close() })
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
