package epub

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // the formats that a document may hold
	_ "image/jpeg"
	_ "image/png"
	"io/fs"
	"path"
	"strconv"
	"strings"

	_ "golang.org/x/image/webp"

	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/internal/raster"
	"github.com/offprint-go/offprint/render/internal/svg"
)

// An imageStore holds the images that the edition needs, each once.
type imageStore struct {
	ctx    context.Context
	limits render.Limits
	budget *render.ImageBudget
	files  fs.FS
	bySrc  map[string]*picture
	bySum  map[[sha256.Size]byte]*picture
	inUse  map[string]bool
	sorted []*picture // in the order of their first use
}

// A picture is an image as it goes into the file: its bytes are the document's
// where every reader shows them.
type picture struct {
	name          string // in the folder "images"
	media         string
	data          []byte
	width, height int      // pixels
	removed       []string // of an SVG file: what could act
}

func newImageStore(ctx context.Context, limits render.Limits, files fs.FS) *imageStore {
	return &imageStore{ctx: ctx, limits: limits, budget: limits.ImageBudget(), files: files, bySrc: map[string]*picture{}, bySum: map[[sha256.Size]byte]*picture{}, inUse: map[string]bool{}}
}

// add reads an image and names it; what is in it is told by its content, not
// by its ending.
func (s *imageStore) add(src string, cover bool) (*picture, error) {
	if p := s.bySrc[src]; p != nil {
		return p, nil
	}
	if s.files == nil {
		return nil, fmt.Errorf("image %q: the document has no files", src)
	}
	data, err := s.budget.ReadFile(s.ctx, s.files, src)
	if err != nil {
		return nil, fmt.Errorf("image %q: %w", src, err)
	}
	if err := s.budget.Take(len(data)); err != nil {
		return nil, fmt.Errorf("image %q: %w", src, err)
	}
	if svg.Is(data) {
		return s.drawing(src, data)
	}
	cfg, format, err := image.DecodeConfig(bytes.NewReader(data))
	if errors.Is(err, image.ErrFormat) {
		return nil, fmt.Errorf("image %q: neither PNG, JPEG, GIF, WebP nor SVG", src)
	}
	if err != nil {
		return nil, fmt.Errorf("image %q: %w", src, err)
	}
	if err := cmp.Or(s.limits.CheckPixels(cfg.Width, cfg.Height), raster.Whole(format, data)); err != nil {
		return nil, fmt.Errorf("image %q: %w", src, err)
	}
	p, format, err := readable(data, cfg, format, cover)
	if err != nil {
		return nil, fmt.Errorf("image %q: %w", src, err)
	}
	return s.keep(src, p, format), nil
}

// keep adds a picture, unless one of the same bytes is there under another
// name.
func (s *imageStore) keep(src string, p picture, format string) *picture {
	sum := sha256.Sum256(p.data)
	same := s.bySum[sum]
	if same == nil {
		p.name = s.name(src, format)
		same = &p
		s.bySum[sum] = same
		s.sorted = append(s.sorted, same)
	}
	s.bySrc[src] = same
	return same
}

// drawing adds an SVG file, cleaned of what could act or reach out of it.
func (s *imageStore) drawing(src string, data []byte) (*picture, error) {
	d, err := svg.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("image %q: %w", src, err)
	}
	clean, removed, err := svg.Clean(data)
	if err != nil {
		return nil, fmt.Errorf("image %q: %w", src, err)
	}
	return s.keep(src, picture{media: "image/svg+xml", data: clean, removed: removed,
		width: int(d.Viewport.X + 0.5), height: int(d.Viewport.Y + 0.5)}, "svg"), nil
}

// name makes a file name of letters, digits, hyphens and points that no other
// image has, with the ending of the format.
func (s *imageStore) name(src, format string) string {
	base := strings.TrimSuffix(path.Base(src), path.Ext(src))
	base = strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return r - 'A' + 'a' // some readers unpack to file systems that fold case
		}
		return '-'
	}, base), "-")
	if base == "" || base[0] < 'a' {
		base = "image-" + base
	}
	if len(base) > 60 {
		base = base[:60]
	}
	name := strings.Trim(base, "-")
	for i := 2; s.inUse[name]; i++ {
		name = strings.Trim(base, "-") + "-" + strconv.Itoa(i)
	}
	s.inUse[name] = true
	return name + map[string]string{"jpeg": ".jpg"}[format] + map[bool]string{true: "." + format}[format != "jpeg"]
}

// href is the image as a content document names it.
func (p *picture) href() string { return "../images/" + p.name }
