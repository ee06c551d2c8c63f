package render

import (
	"context"
	"fmt"
	"io/fs"
	"math"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/await"
)

// Limits bound what an edition is made of, so that a document that is not
// trusted costs no more than its maker may spend. A field's zero value is its
// default; a negative value is no limit. What is beyond a limit is an error
// that wraps a [doc.LimitError] and names the place in the document.
type Limits struct {
	doc.Limits
	// Images is how many bytes the images of an edition may come to, as they
	// are in their files or as the edition holds them: 256 MiB.
	Images int64
	// Pixels is how many pixels one image may have: 67,108,864. An image that
	// must be converted takes eight bytes of memory for each.
	Pixels int64
	// Pages is how many pages a print edition may have: 20,000.
	Pages int
}

// limit is a field's limit.
func limit(field, byDefault int64) int64 {
	switch {
	case field == 0:
		return byDefault
	case field < 0:
		return min(math.MaxInt, 1<<62)
	}
	return field
}

// MostPages is how many pages a print edition may have.
func (l Limits) MostPages() int { return int(limit(int64(l.Pages), 20_000)) }

// CheckPixels returns an error for an image of a size that no page has, or that
// is larger than Pixels allows.
func (l Limits) CheckPixels(width, height int) error {
	if width < 1 || height < 1 {
		return fmt.Errorf("%d by %d pixels is not a size for a page", width, height)
	}
	if most := limit(l.Pixels, 64<<20); int64(width) > most/int64(height) {
		return fmt.Errorf("%d by %d pixels: %w", width, height, &doc.LimitError{Limit: "Pixels", Most: most})
	}
	return nil
}

// An ImageBudget is what is left of the limit Images while an edition is made.
type ImageBudget struct{ left, most int64 }

// ImageBudget begins a count of images' bytes.
func (l Limits) ImageBudget() *ImageBudget {
	most := limit(l.Images, 256<<20)
	return &ImageBudget{most, most}
}

// Take takes so many bytes off the budget, and returns an error if there are
// not as many.
func (b *ImageBudget) Take(bytes int) error {
	if b.left -= int64(bytes); b.left < 0 {
		return &doc.LimitError{Limit: "Images", Most: b.most}
	}
	return nil
}

// ReadFile reads an image's file, if the budget has room for it. It does not
// take it off the budget. It returns as soon as ctx is done, even while the
// file system keeps it waiting.
func (b *ImageBudget) ReadFile(ctx context.Context, files fs.FS, name string) ([]byte, error) {
	return await.Result(ctx, func() ([]byte, error) {
		f, err := files.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		data, err := doc.ReadLimited(ctx, f, "Images", max(b.left, 0))
		if le, ok := err.(*doc.LimitError); ok {
			le.Most = b.most
		}
		return data, err
	})
}
