package main

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A result is what the command did.
type result struct {
	status         int
	stdout, stderr string
	made           []string // in the folder "out"
}

// command runs the command in a new folder that holds some files.
func command(t *testing.T, files map[string]string, stdin string, args ...string) result {
	t.Helper()
	dir := t.TempDir()
	t.Chdir(dir)
	for name, text := range files {
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	var out, errs bytes.Buffer
	r := result{status: run(context.Background(), args, strings.NewReader(stdin), &out, &errs)}
	r.stdout, r.stderr = out.String(), errs.String()
	entries, _ := os.ReadDir("out")
	for _, e := range entries {
		r.made = append(r.made, e.Name())
	}
	return r
}

const head = "---\ntitle: A title\nlang: en\n---\n\n"

var all = []string{"a.epub", "a.pdf", "a.txt"}

// Each bad input is a clear message that names the place, with the status that
// the command promises, and leaves nothing behind; what can be set nonetheless
// is reported.
func TestInputs(t *testing.T) {
	for _, c := range []struct {
		name, file, text string
		status           int
		says             string
		made             []string
	}{
		{"good", "a.md", head + "Text.[^1]\n\n[^1]: Note.\n", statusOK, "", all},
		{"empty", "a.md", "", statusOK, `no title is given: taken as "a"`, all},
		{"not UTF-8", "a.md", head + "abc \xff def\n", statusInput, "line 6: not UTF-8", nil},
		{"NUL", "a.txt", "A\x00B", statusInput, "line 1: a NUL byte", nil},
		{"unclosed division", "a.md", head + "::: note\nText.\n", statusOK, "line 6: the division that begins here is not closed", all},
		{"unclosed code", "a.md", head + "```\ncode\n", statusOK, "line 6: the code that begins here is not closed", all},
		{"a note called twice", "a.md", head + "A[^1] b[^1].\n\n[^1]: Note.\n", statusOK, "", all},
		{"a note never called", "a.md", head + "A.\n\n[^1]: Note.\n", statusOK, `line 8: the note "1" is never called`, all},
		{"a call without a note", "a.md", head + "A[^1].\n", statusOK, "line 6: [^1] is kept as it stands", all},
		{"missing image", "a.md", head + "![alt](nope.png)\n", statusRender, `blocks[0].images[0]: the image "nope.png"`, nil},
		{"image outside", "a.md", head + "![alt](../a.png)\n", statusRender, `"../a.png" leaves`, nil},
		{"broken image", "a.md", head + "![alt](broken.png)\n", statusRender, `blocks[0].images[0]`, nil},
		{"unknown node", "a.json", `{"offprint":1,"meta":{"title":[{"type":"text","text":"T"}],"lang":"en"},"blocks":[{"type":"wobble"}]}`, statusInput, `blocks[0]: "wobble"`, nil},
		{"no glyph", "a.md", head + "A \U00013000.\n", statusRender, "blocks[0]: no face has '\U00013000' (U+13000)", nil},
		{"bad YAML", "a.md", "---\ntitle: [open\n---\n\nText.\n", statusInput, "line 2: metadata", nil},
		{"unknown kind", "a.doc", "text", statusInput, "neither Markdown", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := command(t, map[string]string{c.file: c.text, "broken.png": "\x89PNG\r\n\x1a\n...."}, "", "-o", "out", c.file)
			require.Equal(t, c.status, r.status, r.stderr)
			require.Contains(t, r.stderr, c.says)
			if c.says != "" {
				require.Contains(t, r.stderr, c.file+": ")
			}
			require.Equal(t, c.made, r.made)
		})
	}
}

func TestFlags(t *testing.T) {
	files := map[string]string{"a.md": head + "Text.\n", "style.json": `{"base":"book"}`}
	for _, c := range []struct {
		name   string
		args   []string
		status int
		says   string
	}{
		{"none", nil, statusUsage, "no file is named"},
		{"help", []string{"-h"}, statusOK, "usage: offprint"},
		{"edition", []string{"-to", "docx", "a.md"}, statusUsage, "want pdf, epub, txt, json or pandoc"},
		{"style", []string{"-style", "novel", "a.md"}, statusUsage, "novel"},
		{"page", []string{"-page", "a99", "a.md"}, statusUsage, "a99"},
		{"notes", []string{"-epub-notes", "page", "a.md"}, statusUsage, "want section, chapter or book"},
		{"e-reader", []string{"-to", "epub", "-o", "out", "-epub-notes", "book", "-epub-contents", "a.md"}, statusOK, ""},
		{"vertical", []string{"-to", "epub", "-o", "out", "-epub-vertical", "a.md"}, statusOK, "horizontal"},
		{"margins", []string{"-margin", "9in", "a.md"}, statusUsage, "measure"},
		{"font", []string{"-font", "text", "a.md"}, statusUsage, "ROLE=FILE"},
		{"font file", []string{"-font", "text=a.md", "-o", "out", "a.md"}, statusRender, "font"},
		{"two to standard output", []string{"-o", "-", "a.md"}, statusUsage, "one file and one edition"},
		{"missing file", []string{"-o", "out", "b.md"}, statusInput, "b.md"},
		{"draft", []string{"-o", "out", "-draft", strings.Repeat("no word ", 8), "a.md"}, statusUsage, "draft: longer"},
		{"sizes", []string{"-o", "out", "-page", "a5", "-font-size", "11pt", "-margin", "0.75in", "a.md"}, statusOK, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := command(t, files, "", c.args...)
			require.Equal(t, c.status, r.status, r.stderr)
			require.Contains(t, r.stderr, c.says)
		})
	}
}

// A draft is marked by a flag, as by a style, which it goes before.
func TestDraft(t *testing.T) {
	made := func(args ...string) []byte {
		r := command(t, map[string]string{"a.md": head + "Text.\n", "s.json": `{"draft":"Proof"}`}, "", append(args, "-to", "pdf", "-o", "-", "a.md")...)
		require.Equal(t, statusOK, r.status, r.stderr)
		return []byte(r.stdout)
	}
	plain, flag, style := made(), made("-draft", "Proof"), made("-style", "s.json")
	require.NotEqual(t, plain, flag)
	require.Equal(t, style, flag)
	require.Equal(t, made("-draft", "Draft"), made("-style", "s.json", "-draft", "Draft"))
}

// No two files' editions take one name, and none takes a file's place.
func TestNames(t *testing.T) {
	files := map[string]string{"a.md": head + "A.\n", "a.txt": "A Title\n\nText.\n", "sub/a.md": head + "B.\n"}
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"-o", "out", "a.md", "sub/a.md"}, "a.md and sub/a.md would both be written to out/a.pdf"},
		{[]string{"-o", "out", "a.md", "a.md"}, "a.md and a.md would both be written to out/a.pdf"},
		{[]string{"-o", "out", "a.md", "./a.txt"}, "a.md and ./a.txt would both be written to out/a.pdf"},
		{[]string{"-to", "txt", "a.md", "a.txt"}, "the edition of a.md would overwrite a.txt"},
		{[]string{"-", "-"}, "standard input and standard input would both be written to document.pdf"},
	} {
		r := command(t, files, "", c.args...)
		require.Equal(t, statusUsage, r.status, r.stderr)
		require.Contains(t, r.stderr, c.says)
		require.NoDirExists(t, "out")
	}
	r := command(t, files, "", "-to", "txt", "a.md", "sub/a.md")
	require.Equal(t, statusOK, r.status, r.stderr)
	require.FileExists(t, "sub/a.txt")
}

// The language and the title of the command line are those of a document that
// has none, of whatever kind it is.
func TestLangAndTitle(t *testing.T) {
	for file, text := range map[string]string{
		"a.md":   "Text.\n",
		"a.json": `{"offprint":1,"blocks":[{"type":"paragraph","content":["Text."]}]}`,
		"p.json": `{"pandoc-api-version":[1,23],"meta":{},"blocks":[{"t":"Para","c":[{"t":"Str","c":"Text."}]}]}`,
	} {
		r := command(t, map[string]string{file: text}, "", "-to", "json", "-o", "-", "-lang", "sv", "-title", "En titel", file)
		require.Equal(t, statusOK, r.status, r.stderr)
		require.Contains(t, r.stdout, `"meta":{"title":["En titel"],"lang":"sv"}`)
	}
	r := command(t, nil, "Text.\n\n## Two\n", "-to", "txt,json", "-title", "A/B: the ../ way", "-")
	require.Equal(t, statusOK, r.status, r.stderr)
	require.FileExists(t, "A-B-the-way.txt")
}

// An image of standard input is looked for in the current folder.
func TestStandardInputImage(t *testing.T) {
	r := command(t, map[string]string{"text.png": "no image"}, head+"![a](text.png)\n", "-")
	require.Equal(t, statusRender, r.status)
	require.Contains(t, r.stderr, `image "text.png": neither PNG`)
}

// A path that leaves the folder leads nowhere, however it is written; a link
// in the folder does not lead out of it.
func TestImagesOutside(t *testing.T) {
	for src, says := range map[string]string{
		"../a.png":              `"../a.png" leaves`,
		"/a.png":                `"/a.png" leaves`,
		`..\\a.png`:             `leaves`,
		"%2e%2e/a.png":          `"../a.png" leaves`,
		"sub/%2E%2e/../a.png":   `"../a.png" leaves`,
		"https://x.org/a.png":   "nothing is fetched",
		"data:image/png;base64": "nothing is fetched",
		"file:///a.png":         "nothing is fetched",
		"link.png":              "escapes",
		"linked/a.png":          "escapes",
	} {
		outside := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(outside, "a.png"), pixel(t), 0o644))
		dir := t.TempDir()
		t.Chdir(dir)
		require.NoError(t, os.Symlink(filepath.Join(outside, "a.png"), "link.png"))
		require.NoError(t, os.Symlink(outside, "linked"))
		require.NoError(t, os.Mkdir("sub", 0o755))
		require.NoError(t, os.WriteFile("a.md", []byte(head+"![alt]("+src+")\n"), 0o644))
		var out, errs bytes.Buffer
		require.Equal(t, statusRender, run(context.Background(), []string{"-o", "out", "a.md"}, nil, &out, &errs), src)
		require.Contains(t, errs.String(), "a.md: pdf: blocks[0].images[0]", src)
		require.Contains(t, errs.String(), says, src)
		require.NoDirExists(t, "out")
	}
}

func pixel(t *testing.T) []byte {
	var b bytes.Buffer
	require.NoError(t, png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))))
	return b.Bytes()
}

// The document as pandoc's JSON is read back as the same document.
func TestPandoc(t *testing.T) {
	r := command(t, map[string]string{"a.md": head + "Text.^[A note.]\n"}, "", "-o", "out", "-to", "pandoc,json", "a.md")
	require.Equal(t, []string{"a.json", "a.pandoc.json"}, r.made, r.stderr)
	text, err := os.ReadFile("out/a.pandoc.json")
	require.NoError(t, err)
	direct, err := os.ReadFile("out/a.json")
	require.NoError(t, err)
	again := command(t, map[string]string{"a.pandoc.json": string(text)}, "", "-o", "-", "-to", "json", "a.pandoc.json")
	require.Equal(t, statusOK, again.status, again.stderr)
	require.Equal(t, string(direct), again.stdout)
}

// A file without an ending is told by its content.
func TestNoEnding(t *testing.T) {
	r := command(t, map[string]string{"README": "# A title\n\nText.\n"}, "", "-to", "txt", "-o", "-", "README")
	require.Equal(t, statusOK, r.status, r.stderr)
	require.Contains(t, r.stdout, "A TITLE\n")
}

// An interrupt is a status of its own, and leaves nothing.
func TestInterrupted(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	require.NoError(t, os.WriteFile("a.md", []byte(head+"A.\n"), 0o644))
	ctx, stop := context.WithCancel(context.Background())
	stop()
	var out, errs bytes.Buffer
	require.Equal(t, statusOther, run(ctx, []string{"-o", "out", "a.md"}, nil, &out, &errs))
	require.Contains(t, errs.String(), "canceled")
	require.NoDirExists(t, "out")
}

// A folder that cannot be made or written is a fault of writing.
func TestUnwritableFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		r := command(t, map[string]string{"a.md": head + "A.\n", "file": ""}, "", "-o", "file/out", "a.md")
		require.Equal(t, statusWrite, r.status, r.stderr)
		return // root may write anywhere
	}
	dir := t.TempDir()
	t.Chdir(dir)
	require.NoError(t, os.WriteFile("a.md", []byte(head+"A.\n"), 0o644))
	require.NoError(t, os.Mkdir("out", 0o555))
	var out, errs bytes.Buffer
	require.Equal(t, statusWrite, run(context.Background(), []string{"-o", "out", "a.md"}, nil, &out, &errs))
	require.Contains(t, errs.String(), "permission")
}

// Every fault of a document is named, not the first alone.
func TestEveryFault(t *testing.T) {
	r := command(t, map[string]string{"a.md": head + "[a](#x)\n\n[b](#y)\n"}, "", "-o", "out", "a.md")
	require.Equal(t, statusRender, r.status)
	require.Contains(t, r.stderr, "offprint: a.md: pdf: blocks[0]")
	require.Contains(t, r.stderr, "\n  blocks[1]")
}

func TestStandardInput(t *testing.T) {
	r := command(t, nil, head+"Words.[^1]\n\n[^1]: Note.\n", "-to", "txt", "-o", "-", "-")
	require.Equal(t, statusOK, r.status, r.stderr)
	require.Contains(t, r.stdout, "A TITLE\n")
	require.Contains(t, r.stdout, "Words.[1]\n")
	require.Empty(t, r.made)
}

func TestStrict(t *testing.T) {
	r := command(t, map[string]string{"a.md": head + "A[^1].\n"}, "", "-strict", "-o", "out", "a.md")
	require.Equal(t, statusStrict, r.status)
	require.Contains(t, r.stderr, "nothing is written")
	require.Empty(t, r.made)
}

// The status is that of the first file that failed; the others are made.
func TestSeveralFiles(t *testing.T) {
	r := command(t, map[string]string{"a.md": head + "A.\n", "b.md": "\xff", "c.md": head + "C.\n"}, "", "-to", "txt", "-o", "out", "b.md", "a.md", "c.md")
	require.Equal(t, statusInput, r.status)
	require.Equal(t, []string{"a.txt", "c.txt"}, r.made)
}

// A text edition does not overwrite the report that it is made of.
func TestNotOverItself(t *testing.T) {
	report := "A Report's Title\n\nIts first paragraph is long enough to be one.\n"
	r := command(t, map[string]string{"r.txt": report}, "", "-to", "txt", "r.txt")
	require.Equal(t, statusOK, r.status, r.stderr)
	kept, err := os.ReadFile("r.txt")
	require.NoError(t, err)
	require.Equal(t, report, string(kept))
	require.FileExists(t, "r.edition.txt")
}

// The project's JSON goes round: what is made of it is what was made of the
// Markdown.
func TestJSON(t *testing.T) {
	text := head + "# One\n\nText.[^1]\n\n[^1]: Note.\n"
	r := command(t, map[string]string{"a.md": text}, "", "-to", "json,txt", "-o", "out", "a.md")
	require.Equal(t, statusOK, r.status, r.stderr)
	first, err := os.ReadFile("out/a.txt")
	require.NoError(t, err)
	var out, errs bytes.Buffer
	require.Equal(t, statusOK, run(context.Background(), []string{"-to", "txt", "-o", "-", "out/a.json"}, nil, &out, &errs), errs.String())
	require.Equal(t, string(first), out.String())
}

// An edition that cannot be written is an error, and what stood there stays.
func TestUnwritable(t *testing.T) {
	r := command(t, map[string]string{"a.md": head + "A.\n", "out": "a file, not a folder"}, "", "-o", "out", "a.md")
	require.Equal(t, statusUsage, r.status)
	kept, err := os.ReadFile("out")
	require.NoError(t, err)
	require.Equal(t, "a file, not a folder", string(kept))
}
