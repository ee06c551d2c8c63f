package epub

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
)

// A Renderer makes e-reader editions. Its zero value works.
type Renderer struct {
	// PageMap, if not nil, is that of the print edition made of the same
	// document: its pages become this edition's page list.
	PageMap *render.PageMap
	// Modified is the file's date; the zero time is the document's date of
	// revision or publication, else the start of 2000.
	Modified time.Time
	// CertifiedBy names who has evaluated the edition and found that it meets
	// EPUB Accessibility 1.1 at level AA; "" claims nothing.
	CertifiedBy string
	// Notes says where notes stand; the zero value is after their section.
	Notes Notes
	// Contents sets the table of contents as a page behind the title page; a
	// reader has it in its menu in any case.
	Contents bool
	// Vertical sets Chinese, Japanese and Korean in lines from top to bottom,
	// the first at the right.
	Vertical bool
	// Fonts, if not nil, are faces that the edition carries; otherwise it is
	// shown in the reader's own.
	Fonts *Fonts
	// CSS is added after the edition's own style sheet.
	CSS string
	// PlainMath sets a formula whose TeX is not understood as TeX, with a
	// warning; otherwise it is an error.
	PlainMath bool
	// Limits bound what is taken from a document that is not trusted.
	Limits render.Limits
	// Warn, if not nil, is called for all that could not be set as the
	// document asks, in document order.
	Warn func(render.Warning)
}

// Render writes the e-reader edition of d to w.
func (r Renderer) Render(ctx context.Context, w io.Writer, d *doc.Document) error {
	x, err := render.Prepare(ctx, d, r.Limits, r.Warn)
	if err != nil {
		return fmt.Errorf("epub: %w", err)
	}
	b := newBook(r, ctx, d, x)
	data, err := b.make()
	if err != nil {
		return fmt.Errorf("epub: %w", err)
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("epub: %w", err)
	}
	if _, err := w.Write(data); err != nil {
		return fmt.Errorf("epub: %w", err)
	}
	return nil
}

// modified is the date of the file.
func (b *book) modified() time.Time {
	m := &b.d.Meta
	switch {
	case !b.Modified.IsZero():
		return b.Modified.UTC()
	case !m.Revised.IsZero():
		return m.Revised.Time()
	case !m.Date.IsZero():
		return m.Date.Time()
	}
	return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
}
