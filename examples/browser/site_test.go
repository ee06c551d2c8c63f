//go:build !js

package main

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Without the library the error says how to build it.
func TestUnbuilt(t *testing.T) {
	_, err := newSite(t.TempDir())
	require.ErrorIs(t, err, fs.ErrNotExist)
	require.ErrorContains(t, err, "GOOS=js GOARCH=wasm go build -o ")
}

// All that the page and its worker name is there, as what it is, and the page
// can ask nobody else.
func TestSite(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "offprint.wasm"), []byte("\x00asm"), 0o644))
	site, err := newSite(dir)
	require.NoError(t, err)
	get := func(path string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		site.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		require.Equal(t, http.StatusOK, w.Code, path)
		require.Equal(t, policy, w.Header().Get("Content-Security-Policy"))
		return w
	}
	named := regexp.MustCompile(`(?:src="|href="|url\(|importScripts\('|fetch\('|Worker\(')([\w.]+)`)
	media := map[string]string{".css": "text/css", ".js": "text/javascript", ".otf": "font/otf", ".wasm": "application/wasm", ".md": ""}
	seen := map[string]bool{}
	for _, from := range []string{"", "page.css", "page.js", "worker.js"} {
		for _, m := range named.FindAllStringSubmatch(get("/"+from).Body.String(), -1) {
			if m[1] == "data" { // the icon, which is none
				continue
			}
			seen[m[1]] = true
			require.Contains(t, get("/"+m[1]).Header().Get("Content-Type"), media[filepath.Ext(m[1])], m[1])
		}
	}
	require.Len(t, seen, 9, "%v", seen)
	require.True(t, strings.HasPrefix(get("/wasm_exec.js").Body.String(), "//"))
}
