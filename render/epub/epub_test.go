package epub_test

import (
	"testing"

	"github.com/offprint-go/offprint/render/epub"
	"github.com/offprint-go/offprint/render/rendertest"
)

func TestSuite(t *testing.T) {
	rendertest.Run(t, rendertest.Edition{Render: epub.Renderer{}.Render, Read: rendertest.ReadEPUB})
}
