package text_test

import (
	"testing"

	"github.com/offprint-go/offprint/render/rendertest"
	"github.com/offprint-go/offprint/render/text"
)

func TestSuite(t *testing.T) {
	rendertest.Run(t, rendertest.Edition{Render: text.Renderer{}.Render, Read: rendertest.ReadText})
}
