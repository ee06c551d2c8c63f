package rendertest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/epub"
	"github.com/offprint-go/offprint/render/pdf"
	"github.com/offprint-go/offprint/render/text"
)

// editions are the renderers within limits.
func editions(l render.Limits) map[string]render.Renderer {
	return map[string]render.Renderer{"pdf": pdf.Renderer{Limits: l}, "epub": epub.Renderer{Limits: l}, "text": text.Renderer{Limits: l}}
}

// pictured is a document with a figure of a file.
func pictured(files fs.FS) *doc.Document {
	d := small()
	d.Files = files
	d.Blocks = append(d.Blocks, &doc.Figure{Images: []*doc.Image{{Src: "a.img", Alt: "A picture"}}})
	return d
}

func withFile(data []byte) fs.FS { return fstest.MapFS{"a.img": {Data: data}} }

// noise is a picture that does not compress well.
func noise(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	x := uint32(1)
	for i := range img.Pix {
		x = x*1664525 + 1013904223
		img.Pix[i] = uint8(x>>24) | 1
	}
	return img
}

func encoded(t *testing.T) map[string][]byte {
	var p, j bytes.Buffer
	require.NoError(t, png.Encode(&p, noise(24, 20)))
	require.NoError(t, jpeg.Encode(&j, noise(24, 20), nil))
	return map[string][]byte{"png": p.Bytes(), "jpeg": j.Bytes()}
}

// refused holds an edition to an error that names a place, and nothing written.
func refused(t *testing.T, r render.Renderer, d *doc.Document, path string) error {
	t.Helper()
	var b bytes.Buffer
	err := r.Render(context.Background(), &b, d)
	require.ErrorContains(t, err, path)
	require.Zero(t, b.Len(), "something was written")
	return err
}

// An image that is cut anywhere is an error of the editions that show it.
func TestImageCut(t *testing.T) {
	files := encoded(t)
	for _, name := range []string{"ball.jpg", "dunes.webp", "grey.png", "letter.gif", "canon.svg"} {
		data, err := os.ReadFile(filepath.Join(Root(t), "examples", "gallery", "images", name))
		require.NoError(t, err)
		files[name] = bytes.TrimSpace(data)
	}
	for kind, data := range files {
		for name, r := range editions(render.Limits{}) {
			if name == "text" {
				continue
			}
			require.NoError(t, r.Render(context.Background(), io.Discard, pictured(withFile(data))), "%s %s", name, kind)
			for _, n := range cuts(len(data)) {
				refused(t, r, pictured(withFile(data[:n])), "blocks[1]")
			}
		}
	}
}

// cuts are places in so many bytes: the first, the last, and some between.
func cuts(n int) []int {
	out := []int{0, 1, 11, n - 2, n - 1}
	for i := 1; i < 12; i++ {
		out = append(out, n*i/12)
	}
	return out
}

// What is over a limit of the editions is a typed error that names the place.
func TestLimits(t *testing.T) {
	data := encoded(t)["png"]
	var le *doc.LimitError
	for limit, c := range map[string]struct{ at, over render.Limits }{
		"Pixels": {render.Limits{Pixels: 24 * 20}, render.Limits{Pixels: 24*20 - 1}},
		"Images": {render.Limits{Images: 4096}, render.Limits{Images: int64(len(data)) - 1}},
	} {
		for name, r := range editions(c.at) {
			require.NoError(t, r.Render(context.Background(), io.Discard, pictured(withFile(data))), name)
		}
		for name, r := range editions(c.over) {
			if name != "text" {
				require.ErrorAs(t, refused(t, r, pictured(withFile(data)), "blocks[1].images[0]"), &le)
				require.Equal(t, limit, le.Limit)
			}
		}
	}
	for name, r := range editions(render.Limits{Limits: doc.Limits{Nodes: 3}}) {
		require.ErrorAs(t, refused(t, r, small(), "blocks[0].content"), &le, name)
		require.Equal(t, "Nodes", le.Limit)
	}
}

// A picture of more pixels than any page is refused by its header.
func TestPixelBomb(t *testing.T) {
	data := bytes.Clone(encoded(t)["png"])
	copy(data[16:], []byte{0, 1, 0, 0, 0, 1, 0, 0}) // 65,536 by 65,536
	for name, r := range editions(render.Limits{}) {
		if name != "text" {
			refused(t, r, pictured(withFile(data)), "blocks[1]")
		}
	}
}

// faultyFS is a file system that fails after some bytes, or never answers.
type faultyFS struct {
	data  []byte
	good  int
	stall chan struct{} // not nil: what comes after them never does
}

var errDisk = errors.New("the disk is broken")

func (f faultyFS) Open(string) (fs.File, error) {
	if f.good < 0 {
		return nil, f.fail()
	}
	file, err := withFile(f.data).Open("a.img")
	return &faultyFile{file, f}, err
}

func (f faultyFS) fail() error {
	if f.stall != nil {
		<-f.stall
	}
	return errDisk
}

type faultyFile struct {
	fs.File
	fs faultyFS
}

func (f *faultyFile) Read(p []byte) (int, error) {
	if f.fs.good == 0 {
		return 0, f.fs.fail()
	}
	n, err := f.File.Read(p[:min(len(p), f.fs.good)])
	f.fs.good -= n
	return n, err
}

func TestFilesFail(t *testing.T) {
	data := encoded(t)["jpeg"]
	for name, r := range editions(render.Limits{}) {
		for _, good := range []int{-1, 0, 1, 100, len(data) - 1} {
			if name != "text" {
				require.ErrorIs(t, refused(t, r, pictured(faultyFS{data, good, nil}), "blocks[1]"), errDisk)
			}
		}
	}
}

// A file system that does not answer is left behind when the context is done.
func TestFilesStall(t *testing.T) {
	stall := make(chan struct{})
	defer close(stall)
	for name, r := range editions(render.Limits{}) {
		for _, good := range []int{-1, 50} {
			if name == "text" {
				continue
			}
			ctx, stop := context.WithTimeout(context.Background(), 50*time.Millisecond)
			err := r.Render(ctx, io.Discard, pictured(faultyFS{encoded(t)["jpeg"], good, stall}))
			stop()
			require.ErrorIs(t, err, context.DeadlineExceeded, name)
		}
	}
}

// full is a writer that takes so many bytes.
type full struct {
	w    io.Writer
	room int
}

func (f *full) Write(p []byte) (int, error) {
	n, err := f.w.Write(p[:min(len(p), f.room)])
	f.room -= n
	if err == nil && n < len(p) {
		err = errFull
	}
	return n, err
}

// A writer that fails, at whatever byte, is an error; WriteFile then leaves the
// old file, and nothing beside it.
func TestWriterFails(t *testing.T) {
	dir := t.TempDir()
	for name, r := range editions(render.Limits{}) {
		if name == "pdf" {
			r = pdf.Renderer{MissingBox: true, PlainMath: true}
		}
		for which, d := range map[string]*doc.Document{"small": small(), "every": doctest.Every()} {
			var whole bytes.Buffer
			require.NoError(t, r.Render(context.Background(), &whole, d), name)
			file := filepath.Join(dir, which+"."+name)
			require.NoError(t, os.WriteFile(file, []byte("the old one"), 0o600))
			rooms := cuts(whole.Len())
			if which == "every" {
				rooms = rooms[3:7]
			}
			for _, room := range rooms {
				err := render.WriteFile(file, func(w io.Writer) error { return r.Render(context.Background(), &full{w, room}, d) })
				require.ErrorIs(t, err, errFull, "%s at %d", name, room)
				old, err := os.ReadFile(file)
				require.NoError(t, err)
				require.Equal(t, "the old one", string(old))
			}
			require.NoError(t, render.WriteFile(file, func(w io.Writer) error { return r.Render(context.Background(), &full{w, whole.Len()}, d) }))
			made, err := os.ReadFile(file)
			require.NoError(t, err)
			require.True(t, bytes.Equal(whole.Bytes(), made))
		}
	}
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, left, 2*len(editions(render.Limits{})), fmt.Sprint(left))
}

// Where no file can be, nothing is left behind.
func TestWriteFileFails(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "taken"), 0o700))
	write := func(w io.Writer) error { return text.Renderer{}.Render(context.Background(), w, small()) }
	for _, name := range []string{"taken", "nowhere/edition.txt", "taken/"} {
		require.Error(t, render.WriteFile(filepath.Join(dir, name), write))
	}
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, left, 1, fmt.Sprint(left))
}
