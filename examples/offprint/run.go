package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/pandoc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/pdf"
	"github.com/offprint-go/offprint/render/text"
)

// Exit statuses.
const (
	statusOK = iota
	statusOther
	statusUsage
	statusInput
	statusRender
	statusWrite
	statusStrict
)

// run is the command: it returns the exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	s, err := parseFlags(args, stderr)
	if errors.Is(err, errHelp) {
		return statusOK
	}
	if err != nil {
		fmt.Fprintf(stderr, "offprint: %v\n", err)
		return statusUsage
	}
	status := statusOK
	for _, file := range s.files {
		c := &converter{settings: s, ctx: ctx, file: file, stdin: stdin, stdout: stdout, stderr: stderr}
		if st := c.convert(); status == statusOK {
			status = st
		}
	}
	return status
}

// A converter makes the editions of one file.
type converter struct {
	*settings
	ctx      context.Context
	file     string
	stdin    io.Reader
	stdout   io.Writer
	stderr   io.Writer
	warnings int
}

// name is the file in messages.
func (c *converter) name() string {
	if c.file == "-" {
		return "standard input"
	}
	return c.file
}

func (c *converter) warn(w fmt.Stringer) {
	c.warnings++
	fmt.Fprintf(c.stderr, "%s: %s\n", c.name(), w)
}

func (c *converter) fail(status int, err error) int {
	if c.ctx.Err() != nil {
		status = statusOther
	}
	// Further faults of the same document stand below the first.
	fmt.Fprintf(c.stderr, "offprint: %s: %s\n", c.name(), strings.ReplaceAll(err.Error(), "\n", "\n  "))
	return status
}

// An edition is a file in the making.
type edition struct {
	kind string
	data []byte
}

func (c *converter) convert() int {
	d, closeFiles, err := c.read()
	if err != nil {
		return c.fail(statusInput, err)
	}
	defer closeFiles()
	made, err := c.render(d)
	if err != nil {
		return c.fail(statusRender, err)
	}
	if c.strict && c.warnings > 0 {
		return c.fail(statusStrict, fmt.Errorf("%d warnings, and -strict: nothing is written", c.warnings))
	}
	for _, e := range made {
		if err := c.write(e); err != nil {
			return c.fail(statusWrite, err)
		}
	}
	return statusOK
}

// render makes the editions that are asked for. The print edition's pages come
// first: the others name them. All are written at a time.
func (c *converter) render(d *doc.Document) ([]edition, error) {
	seen := map[string]bool{}
	warn := func(w render.Warning) { // what every edition says is said once
		if !seen[w.String()] {
			seen[w.String()] = true
			c.warn(w)
		}
	}
	var print *pdf.Edition
	var pages *render.PageMap
	if slices.Contains(c.kinds, "pdf") {
		r := c.printer()
		r.Warn = warn
		var err error
		if print, err = r.Layout(c.ctx, d); err != nil {
			return nil, err
		}
		if len(c.kinds) > 1 {
			pages = print.PageMap()
		}
	}
	out := make([]edition, len(c.kinds))
	warnings := make([][]render.Warning, len(c.kinds))
	errs := make([]error, len(c.kinds))
	var wg sync.WaitGroup
	for i, kind := range c.kinds {
		wg.Go(func() {
			var b bytes.Buffer
			errs[i] = c.edition(&b, d, kind, print, pages, func(w render.Warning) { warnings[i] = append(warnings[i], w) })
			out[i] = edition{kind, b.Bytes()}
		})
	}
	wg.Wait()
	for i, err := range errs {
		for _, w := range warnings[i] {
			warn(w)
		}
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// edition writes one edition; print is the print edition, laid out.
func (c *converter) edition(w io.Writer, d *doc.Document, kind string, print *pdf.Edition, pages *render.PageMap, warn func(render.Warning)) error {
	switch kind {
	case "pdf":
		_, err := print.WriteTo(w)
		return err
	case "epub":
		r := c.reader
		r.PageMap, r.Notes, r.PlainMath, r.Warn = pages, c.notes(), c.tex, warn
		fonts, err := c.faces()
		if err != nil {
			return err
		}
		r.Fonts = fonts
		return r.Render(c.ctx, w, d)
	case "txt":
		return text.Renderer{PageMap: pages, PlainMath: c.tex, Warn: warn}.Render(c.ctx, w, d)
	case "json":
		return doc.Encode(w, d)
	default: // flags have told that it is pandoc
		return pandoc.Write(w, d)
	}
}

// write puts an edition in its place and says so.
func (c *converter) write(e edition) error {
	if c.out == "-" {
		_, err := c.stdout.Write(e.data)
		return err
	}
	name := c.target(e.kind)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	if err := render.WriteFile(name, func(w io.Writer) error {
		_, err := w.Write(e.data)
		return err
	}); err != nil {
		return err
	}
	fmt.Fprintln(c.stdout, name)
	return nil
}

// target is where an edition goes.
func (c *converter) target(kind string) string {
	dir := c.out
	if dir == "" {
		dir = filepath.Dir(c.file)
	}
	if kind == "pandoc" {
		kind = "pandoc.json"
	}
	name := filepath.Join(dir, c.base()+"."+kind)
	if c.file != "-" && same(name, c.file) { // report.txt to text: not over itself
		name = filepath.Join(dir, c.base()+".edition."+kind)
	}
	return name
}

func same(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}

// called makes a file's name of a title: its words, hyphens between.
func called(title string) string {
	words := strings.FieldsFunc(title, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) })
	if len(words) == 0 {
		return "document"
	}
	return strings.Join(words, "-")
}

// base is the editions' name without its ending.
func (c *converter) base() string {
	if c.file == "-" {
		return called(c.title)
	}
	b := filepath.Base(c.file)
	return strings.TrimSuffix(b, filepath.Ext(b))
}
