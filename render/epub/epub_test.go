package epub_test

import (
	"testing"

	"github.com/offprint-go/offprint/render/epub"
	"github.com/offprint-go/offprint/render/rendertest"
)

func TestSuite(t *testing.T) {
	rendertest.Run(t, rendertest.Edition{Render: epub.Renderer{}.Render, Read: rendertest.ReadEPUB})
}

// The notes are the same wherever they stand.
func TestSuiteNotesTogether(t *testing.T) {
	rendertest.Run(t, rendertest.Edition{Render: epub.Renderer{Notes: epub.NotesTogether}.Render, Read: rendertest.ReadEPUB})
}
