package editions

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func request(source string) Request {
	return Request{Source: source, Syntax: "markdown", Name: "a", Style: "report"}
}

const head = "---\ntitle: A title\nlang: en\n---\n\n"

// The text that the page begins with has its three editions, and nothing is to
// be said of it but that its marks were curled.
func TestSample(t *testing.T) {
	sample, err := os.ReadFile("../page/sample.md")
	require.NoError(t, err)
	made, err := Make(context.Background(), request(string(sample)))
	require.NoError(t, err)
	for i, e := range []struct{ kind, begins string }{{"pdf", "%PDF-1.7"}, {"epub", "PK"}, {"txt", "THE OFFPRINT"}} {
		require.Equal(t, e.kind, made.Editions[i].Kind)
		require.True(t, strings.HasPrefix(string(made.Editions[i].Data), e.begins), e.kind)
	}
	require.Equal(t, []Remark{{Message: "straight quotation marks and apostrophes were curled: 4"}}, made.Remarks)
}

// A remark that every edition makes is made once, with its place.
func TestRemarks(t *testing.T) {
	made, err := Make(context.Background(), request(head+"A[^1].\n\n![](a.svg)\n\n$\\what$ \U00013000\n"))
	require.ErrorContains(t, err, `"a.svg"`)
	require.Nil(t, made)

	r := request(head + "A[^1].\n\n![](a.svg)\n\n$\\what$ \U00013000\n")
	r.Files = Folder{"a.svg": []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>`)}
	made, err = Make(context.Background(), r)
	require.NoError(t, err)
	seen := map[Remark]int{}
	for _, m := range made.Remarks {
		seen[m]++
		require.Equal(t, 1, seen[m], m)
		require.True(t, m.Line > 0 || m.Path != "", m)
	}
	require.Equal(t, 6, made.Remarks[0].Line)
	require.Greater(t, len(made.Remarks), 3)
}

// A file that was opened alone is found by the path that the text gives it; one
// of a folder is not taken for another of its name.
func TestFolder(t *testing.T) {
	f := Folder{"a.png": nil, "x/b.png": nil}
	for name, found := range map[string]bool{"a.png": true, "pictures/a.png": true, "x/b.png": true, "b.png": false, "y/b.png": false, "../a.png": false} {
		_, err := f.Open(name)
		require.Equal(t, found, err == nil, name)
	}
}

// A font that was opened has what the embedded faces lack.
func TestFonts(t *testing.T) {
	japanese, err := os.ReadFile("../../report/fonts/NotoSerifJP-subset.otf")
	require.NoError(t, err)
	r := request(head + "記録\n")
	made, err := Make(context.Background(), r)
	require.NoError(t, err)
	require.NotEmpty(t, made.Remarks)
	r.Files = Folder{"fonts/serif.OTF": japanese}
	made, err = Make(context.Background(), r)
	require.NoError(t, err)
	require.Empty(t, made.Remarks)
}

func TestRefused(t *testing.T) {
	for says, change := range map[string]func(*Request){
		"novel":                     func(r *Request) { r.Style = "novel" },
		"a99":                       func(r *Request) { r.Page = "a99" },
		"want markdown or report":   func(r *Request) { r.Syntax = "docx" },
		"line 2: metadata":          func(r *Request) { r.Source = "---\ntitle: [open\n---\n" },
		"report: the text is empty": func(r *Request) { r.Syntax, r.Source = "report", "" },
	} {
		r := request(head + "Text.\n")
		change(&r)
		_, err := Make(context.Background(), r)
		require.ErrorContains(t, err, says)
	}
}
