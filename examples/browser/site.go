//go:build !js

package main

import (
	"embed"
	"fmt"
	"go/build"
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"

	"codeberg.org/go-fonts/stix/stix2textitalic"
	"codeberg.org/go-fonts/stix/stix2textregular"
	"codeberg.org/go-fonts/stix/stix2textsemibold"
)

//go:embed page
var page embed.FS

// policy is the page's: all that it runs and shows is its own, WebAssembly
// included, and the print edition that it made.
const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:; frame-src blob:; object-src blob:; base-uri 'none'; form-action 'none'"

// newSite is the page, the library for it, and the faces of the editions, which
// it is set in too.
func newSite(dir string) (http.Handler, error) {
	library := filepath.Join(dir, "offprint.wasm")
	if _, err := os.Stat(library); err != nil {
		return nil, fmt.Errorf("%w; build it first: GOOS=js GOARCH=wasm go build -o %s ./examples/browser", err, library)
	}
	loader, err := loader()
	if err != nil {
		return nil, err
	}
	files, err := fs.Sub(page, "page")
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("GET /", http.FileServerFS(files))
	for path, name := range map[string]string{"/offprint.wasm": library, "/wasm_exec.js": loader} {
		mux.HandleFunc("GET "+path, func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, name) })
	}
	for path, font := range map[string][]byte{"/regular.otf": stix2textregular.TTF, "/italic.otf": stix2textitalic.TTF, "/semibold.otf": stix2textsemibold.TTF} {
		mux.HandleFunc("GET "+path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "font/otf")
			w.Write(font)
		})
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cache-Control", "no-cache") // what is built again is asked for again
		mux.ServeHTTP(w, r)
	}), nil
}

// loader finds the script that runs a Go program in a browser. It must be that
// of the Go that built the program, and so is not ours to carry.
func loader() (string, error) {
	roots := []string{build.Default.GOROOT} // "" in a program built with -trimpath
	if command, err := exec.LookPath("go"); err == nil {
		if command, err = filepath.EvalSymlinks(command); err == nil {
			roots = append(roots, filepath.Dir(filepath.Dir(command)))
		}
	}
	for _, root := range roots {
		name := filepath.Join(root, "lib", "wasm", "wasm_exec.js")
		if _, err := os.Stat(name); root != "" && err == nil {
			return name, nil
		}
	}
	return "", fmt.Errorf("no wasm_exec.js in the Go installation (looked in %q); set GOROOT", roots)
}
