package resource_test

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc/internal/resource"
)

func TestPath(t *testing.T) {
	files := fstest.MapFS{"odd%20name.png": {}, "a b.png": {}}
	for address, want := range map[string]string{
		"":                      "",
		"a.png":                 "a.png",
		"./a.png":               "a.png",
		"./sub//b.png":          "sub/b.png",
		"sub/../a.png":          "a.png",
		"../a.png":              "../a.png",
		"a%20b.png":             "a b.png",
		"odd%20name.png":        "odd%20name.png",
		"100%.png":              "100%.png",
		"%2e%2e/a.png":          "../a.png",
		"%2Fetc/passwd":         "/etc/passwd",
		"/a.png":                "/a.png",
		`..\a.png`:              `..\a.png`,
		"..%5ca.png":            `..\a.png`,
		"https://x.org/a%20b":   "https://x.org/a%20b",
		"data:image/png;base64": "data:image/png;base64",
		"bild/Größe.png":        "bild/Größe.png",
		"bild/Gr%C3%B6%C3%9Fe":  "bild/Größe",
		"bild/Gr%F6%DFe":        "bild/Gr%F6%DFe", // Latin-1
	} {
		require.Equal(t, want, resource.Path(address, files), address)
	}
	require.Equal(t, "a b.png", resource.Path("a%20b.png", nil))
}
