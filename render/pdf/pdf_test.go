package pdf_test

import (
	"testing"

	"github.com/offprint-go/offprint/render/pdf"
	"github.com/offprint-go/offprint/render/rendertest"
)

func TestSuite(t *testing.T) {
	rendertest.Run(t, rendertest.Edition{Render: pdf.Renderer{}.Render, Read: rendertest.ReadPDF, Seen: true})
}
