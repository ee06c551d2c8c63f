package render

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/offprint-go/offprint/doc"
)

// A Renderer makes one edition of a document.
type Renderer interface {
	// Render writes the edition of d to w. See the package comment for what
	// every renderer promises.
	Render(ctx context.Context, w io.Writer, d *doc.Document) error
}

// A Warning tells of something that an edition could not set as the document
// asks, and what it did instead.
type Warning struct {
	Path    string // of the node in the document, "" for the whole document
	Message string
}

// String returns the warning in one line.
func (w Warning) String() string {
	if w.Path == "" {
		return w.Message
	}
	return w.Path + ": " + w.Message
}

// ErrUnsupported is what a [NodeError] wraps for a node that an edition does
// not know.
var ErrUnsupported = errors.New("unsupported node")

// A NodeError says which node of a document an edition could not be made of.
type NodeError struct {
	Path string // "sections[2].blocks[5]"
	Node string // the node's type: "figure"
	Err  error
}

func (e *NodeError) Error() string {
	if e.Node == "" {
		return fmt.Sprintf("%s: %v", e.Path, e.Err)
	}
	return fmt.Sprintf("%s (%s): %v", e.Path, e.Node, e.Err)
}

func (e *NodeError) Unwrap() error { return e.Err }

// Prepare checks d and indexes it. The faults that leave the document usable
// go to warn, if it is not nil, in document order; the others are returned
// joined, and so is what is beyond the limits. Every renderer begins with it.
func Prepare(ctx context.Context, d *doc.Document, l Limits, warn func(Warning)) (*doc.Index, error) {
	faults, err := doc.CheckContext(ctx, d, l.Limits)
	if err != nil {
		return nil, err
	}
	var errs []error
	for _, f := range faults {
		if !f.Warning {
			errs = append(errs, f)
		} else if warn != nil {
			warn(Warning{Path: f.Path, Message: f.Message})
		}
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return doc.NewIndexContext(ctx, d)
}
