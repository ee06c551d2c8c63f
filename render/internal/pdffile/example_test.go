package pdffile_test

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/jung-kurt/gofpdf"

	"github.com/offprint-go/offprint/render/internal/pdffile"
)

// A page that gofpdf made, with one mark in it, becomes a tagged file.
func ExampleFinish() {
	pdf := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: 200, Ht: 100}})
	pdf.SetCompression(false)
	pdf.AddPage()
	pdf.RawWriteStr("/Figure <</MCID 0>> BDC 20 20 160 60 re f EMC")
	var src bytes.Buffer
	if err := pdf.Output(&src); err != nil {
		fmt.Println(err)
		return
	}

	figure := &pdffile.Elem{Type: "Figure", Alt: "A black bar", Kids: []pdffile.Kid{{Slot: 1}},
		Attrs: []pdffile.Attr{{Owner: "Layout", Key: "BBox", Value: "[20 20 180 80]"}}}
	file := &pdffile.File{
		Pages: []pdffile.Page{{Width: 200, Height: 100, Marked: []pdffile.Slot{1}}},
		Tree:  &pdffile.Elem{Type: "Document", Kids: []pdffile.Kid{{Elem: figure}}},
		Info:  pdffile.Info{Title: "A bar", Lang: "en"},
	}
	var out strings.Builder
	err := pdffile.Finish(&out, src.Bytes(), file)
	fmt.Println(err, out.String()[:8], strings.Contains(out.String(), "<pdfuaid:part>1</pdfuaid:part>"))
	// Output: <nil> %PDF-1.7 true
}
