package pdf_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc/doctest"
	"github.com/offprint-go/offprint/render/pdf"
	"github.com/offprint-go/offprint/render/rendertest"
)

// pressICC is the least that can be told of a printing condition: the header of
// a profile of an output device, and its name.
func pressICC(space string) []byte {
	b := make([]byte, 132+12)
	be := binary.BigEndian
	be.PutUint32(b[8:], 0x02100000)
	copy(b[12:], "prtr"+space+"Lab ")
	copy(b[36:], "acsp")
	be.PutUint32(b[128:], 1)
	name := "desc\x00\x00\x00\x00\x00\x00\x00\x0bTest press\x00" + strings.Repeat("\x00", 78)
	copy(b[132:], "desc")
	be.PutUint32(b[136:], uint32(len(b)))
	be.PutUint32(b[140:], uint32(len(name)))
	b = append(b, name...)
	be.PutUint32(b, uint32(len(b)))
	return b
}

// A pressFile is a press file read by pdfcpu.
type pressFile struct {
	*testing.T
	data []byte
	ctx  *model.Context
	root types.Dict
}

func openPress(t *testing.T, data []byte) *pressFile {
	api.DisableConfigDir()
	ctx, err := api.ReadContext(bytes.NewReader(data), model.NewDefaultConfiguration())
	require.NoError(t, err)
	root, err := ctx.Catalog()
	require.NoError(t, err)
	return &pressFile{t, data, ctx, root}
}

// objects gives every object of the file.
func (f *pressFile) objects(visit func(types.Object)) {
	for n := range f.ctx.Table {
		o, err := f.ctx.Dereference(*types.NewIndirectRef(n, 0))
		require.NoError(f, err)
		visit(o)
	}
}

// streams gives the content of every page and form.
func (f *pressFile) streams(visit func(content []byte)) {
	n := 0
	f.objects(func(o types.Object) {
		s, ok := o.(types.StreamDict)
		if !ok || s.NameEntry("Subtype") != nil && *s.NameEntry("Subtype") != "Form" || s.NameEntry("Type") != nil && *s.NameEntry("Type") != "XObject" ||
			s.IntEntry("N") != nil || s.IntEntry("Length1") != nil {
			return
		}
		require.NoError(f, s.Decode())
		visit(s.Content)
		n++
	})
	require.NotZero(f, n)
}

// dicts gives every dictionary of the file, those of streams too.
func (f *pressFile) dicts(visit func(types.Dict)) {
	var walk func(o types.Object)
	walk = func(o types.Object) {
		switch o := o.(type) {
		case types.Dict:
			visit(o)
			for _, v := range o {
				walk(v)
			}
		case types.StreamDict:
			walk(o.Dict)
		case types.Array:
			for _, v := range o {
				walk(v)
			}
		}
	}
	f.objects(walk)
}

func (f *pressFile) box(page types.Dict, key string) []float64 {
	a, err := f.ctx.DereferenceArray(page[key])
	require.NoError(f, err)
	require.Len(f, a, 4, key)
	out := make([]float64, 4)
	for i, o := range a {
		switch o := o.(type) {
		case types.Integer:
			out[i] = float64(o)
		case types.Float:
			out[i] = float64(o)
		}
	}
	return out
}

// colour operators and colour spaces that a press file may use.
var rgbOperator = regexp.MustCompile(`(?m)(^|\s)(rg|RG|k|K)(\s|$)`)

// Clause by clause, what ISO 15930-7 (PDF/X-4) and ISO 15930-4 (PDF/X-1a:2003)
// ask of a file, held against its objects. No free validator does.
func TestPress(t *testing.T) {
	c := rendertest.Cases(t)
	for _, p := range []pdf.Profile{pdf.X4, pdf.X1a} {
		for _, c := range c {
			t.Run(p.String()+" "+c.Name, func(t *testing.T) {
				r := pdf.Renderer{Profile: p, Press: pdf.Press{ICC: pressICC("CMYK")}}
				f := openPress(t, produce(t, r, c.Doc))
				f.version(p)
				f.intent(p)
				f.metadata(p)
				f.pages()
				f.colours(p)
				f.transparency(p)
				f.forbidden()
				f.fonts()
				f.filters(p)
				f.marks()
			})
		}
	}
}

// version: 6.1 of both.
func (f *pressFile) version(p pdf.Profile) {
	want := map[pdf.Profile]string{pdf.X4: "%PDF-1.6\n", pdf.X1a: "%PDF-1.4\n"}[p]
	require.True(f, bytes.HasPrefix(f.data, []byte(want)))
	require.Len(f, f.ctx.ID, 2, "the trailer's ID")
	require.Nil(f, f.ctx.Encrypt)
	if p == pdf.X1a { // PDF 1.4 has no object streams
		require.NotContains(f, string(f.data), "/ObjStm")
		require.NotContains(f, string(f.data), "/XRef")
		require.Contains(f, string(f.data), "\nxref\n0 ")
	}
}

// intent: X-4 6.2.2, X-1a 6.2.
func (f *pressFile) intent(pdf.Profile) {
	a, err := f.ctx.DereferenceArray(f.root["OutputIntents"])
	require.NoError(f, err)
	require.Len(f, a, 1)
	d, err := f.ctx.DereferenceDict(a[0])
	require.NoError(f, err)
	require.Equal(f, "GTS_PDFX", *d.NameEntry("S"))
	require.Equal(f, "Test press", *d.StringEntry("OutputConditionIdentifier"))
	require.Equal(f, "Test press", *d.StringEntry("Info"))
	s, _, err := f.ctx.DereferenceStreamDict(d["DestOutputProfile"])
	require.NoError(f, err)
	require.NoError(f, s.Decode())
	require.Equal(f, pressICC("CMYK"), s.Content)
	require.Equal(f, 4, *s.IntEntry("N"))
}

// metadata: X-4 6.8, X-1a 6.7.
func (f *pressFile) metadata(p pdf.Profile) {
	info, err := f.ctx.DereferenceDict(*f.ctx.Info)
	require.NoError(f, err)
	name := map[pdf.Profile]string{pdf.X4: "PDF/X-4", pdf.X1a: "PDF/X-1a:2003"}[p]
	require.Equal(f, name, *info.StringEntry("GTS_PDFXVersion"))
	require.Equal(f, "False", *info.NameEntry("Trapped"))
	for _, key := range []string{"Title", "CreationDate", "ModDate"} {
		require.Contains(f, info, key)
	}
	s, _, err := f.ctx.DereferenceStreamDict(f.root["Metadata"])
	require.NoError(f, err)
	require.NoError(f, s.Decode())
	for _, want := range []string{"<pdfxid:GTS_PDFXVersion>" + name, "<pdf:Trapped>False", "<xmpMM:DocumentID>uuid:", "<xmpMM:VersionID>",
		"<xmpMM:RenditionClass>", "<xmp:MetadataDate>", "<xmp:CreateDate>", "<xmp:ModifyDate>", "<dc:title>"} {
		require.Contains(f, string(s.Content), want)
	}
	require.NotContains(f, string(s.Content), "<pdfaid:")
	require.NotContains(f, string(s.Content), "<pdfuaid:")
}

// pages: X-4 6.11, X-1a 6.9 (boxes, one within the other), 6.12 (no annotations
// on the page).
func (f *pressFile) pages() {
	require.NoError(f, f.ctx.EnsurePageCount())
	for n := 1; n <= f.ctx.PageCount; n++ {
		page, _, _, err := f.ctx.PageDict(n, false)
		require.NoError(f, err)
		media, bleed, trim := f.box(page, "MediaBox"), f.box(page, "BleedBox"), f.box(page, "TrimBox")
		require.InDelta(f, 210/25.4*72, trim[2]-trim[0], 0.01)
		require.InDelta(f, 297/25.4*72, trim[3]-trim[1], 0.01)
		for i, sign := range []float64{-1, -1, 1, 1} {
			require.InDelta(f, 3/25.4*72, sign*(bleed[i]-trim[i]), 0.01, "the bleed")
			require.Greater(f, sign*(media[i]-bleed[i]), 14.0, "room for marks")
		}
		require.NotContains(f, page, "ArtBox")
		require.NotContains(f, page, "Annots")
		require.NotContains(f, page, "AA")
	}
}

// colours: X-4 6.2.4 (device RGB is sRGB by its profile), X-1a 6.3 (gray alone);
// text is black or gray in both.
func (f *pressFile) colours(p pdf.Profile) {
	f.streams(func(content []byte) {
		if p == pdf.X1a {
			require.False(f, rgbOperator.Match(content), "an operator of RGB or CMYK")
		}
		for _, block := range regexp.MustCompile(`(?s)\bBT\b.*?\bET\b`).FindAll(content, -1) {
			require.False(f, rgbOperator.Match(block), "coloured text")
		}
	})
	f.dicts(func(d types.Dict) {
		for _, key := range []string{"ColorSpace", "CS"} {
			name, ok := d[key].(types.Name)
			if !ok {
				continue
			}
			if p == pdf.X1a || key == "CS" || d["BitsPerComponent"] != nil {
				require.Equal(f, "DeviceGray", name.Value(), "%v", d)
			}
		}
		if a, ok := d["ColorSpace"].(types.Array); ok && len(a) > 1 { // an image with a palette
			require.NotEqual(f, types.Name("DeviceRGB"), a[1], "%v", d)
		}
		if res, ok := d["ColorSpace"].(types.Dict); ok {
			require.Contains(f, res, "Registration")
			_, has := res["DefaultRGB"]
			require.Equal(f, p == pdf.X4, has)
		}
	})
	if p == pdf.X1a {
		require.NotContains(f, string(f.data), "DeviceRGB")
		require.NotContains(f, string(f.data), "ICCBased")
	}
}

// transparency: X-1a 6.4.
func (f *pressFile) transparency(p pdf.Profile) {
	if p != pdf.X1a {
		return
	}
	f.dicts(func(d types.Dict) {
		require.NotContains(f, d, "SMask")
		require.NotContains(f, d, "Group")
		require.NotContains(f, d, "ca")
		require.NotContains(f, d, "CA")
		require.NotContains(f, d, "BM")
	})
}

// forbidden: X-4 6.12 to 6.20, X-1a 6.10 to 6.14.
func (f *pressFile) forbidden() {
	for _, key := range []string{"StructTreeRoot", "OCProperties", "AcroForm", "OpenAction", "AA", "AF", "MarkInfo"} {
		require.NotContains(f, f.root, key)
	}
	f.dicts(func(d types.Dict) {
		for _, key := range []string{"JS", "EmbeddedFiles", "OPI", "PS", "Ref", "TR", "HTP", "Alternates", "StructParents"} {
			require.NotContains(f, d, key)
		}
		if i, ok := d["Interpolate"].(types.Boolean); ok {
			require.False(f, i.Value())
		}
	})
}

// fonts: X-4 6.3.5, X-1a 6.6: every one is in the file.
func (f *pressFile) fonts() {
	n := 0
	f.dicts(func(d types.Dict) {
		if d.Type() == nil || *d.Type() != "FontDescriptor" {
			return
		}
		n++
		_, cff := d["FontFile3"]
		_, glyf := d["FontFile2"]
		require.True(f, cff || glyf)
	})
	require.NotZero(f, n)
}

// filters: X-4 6.1.7 and X-1a 6.1 (ISO 15930-4 takes PDF 1.4 without JBIG2 and
// LZW; JPEG 2000 came later): what the library writes is Flate and JPEG.
func (f *pressFile) filters(p pdf.Profile) {
	f.objects(func(o types.Object) {
		s, ok := o.(types.StreamDict)
		if !ok {
			return
		}
		for _, pipe := range s.FilterPipeline {
			require.Contains(f, []string{"FlateDecode", "DCTDecode"}, pipe.Name)
		}
		require.NotContains(f, s.Dict, "F", "a stream in another file")
	})
}

// marks: X-4 6.11 (outside the trim box and the bleed), in every ink, on every
// page; and the page's own content between.
func (f *pressFile) marks() {
	for n := 1; n <= f.ctx.PageCount; n++ {
		page, _, _, err := f.ctx.PageDict(n, false)
		require.NoError(f, err)
		parts, err := f.ctx.DereferenceArray(page["Contents"])
		require.NoError(f, err)
		require.Len(f, parts, 3)
		s, _, err := f.ctx.DereferenceStreamDict(parts[2])
		require.NoError(f, err)
		require.NoError(f, s.Decode())
		ops := string(s.Content)
		require.True(f, strings.HasPrefix(ops, "Q\nq /Registration CS 1 SCN "), ops[:min(len(ops), 40)])
		require.Equal(f, 4, strings.Count(ops, "c\ns\n"), "registration marks")
		require.Equal(f, 8+8, strings.Count(ops, " l S\n"), "crop marks, and the crosses of the others")
		bleed, media := f.box(page, "BleedBox"), f.box(page, "MediaBox")
		for _, at := range places(ops) {
			outside := at[0] < bleed[0] || at[0] > bleed[2] || at[1] < bleed[1] || at[1] > bleed[3]
			require.True(f, outside, "a mark at %v is on the page", at)
			require.True(f, at[0] > media[0] && at[0] < media[2] && at[1] > media[1] && at[1] < media[3], "a mark at %v is off the sheet", at)
		}
	}
}

// places are the points that lines are drawn from and to.
func places(ops string) (out [][2]float64) {
	for _, m := range regexp.MustCompile(`([\d.]+) ([\d.]+) [ml]\b`).FindAllStringSubmatch(ops, -1) {
		x, _ := strconv.ParseFloat(m[1], 64)
		y, _ := strconv.ParseFloat(m[2], 64)
		out = append(out, [2]float64{x, y})
	}
	return out
}

// Settings that do not go together are refused before anything is set.
func TestConformanceSettings(t *testing.T) {
	for want, r := range map[string]pdf.Renderer{
		"needs the ICC profile":                 {Profile: pdf.X4},
		"not an ICC profile":                    {Profile: pdf.X4, Press: pdf.Press{ICC: []byte("no")}},
		"of GRAY, which this standard":          {Profile: pdf.X1a, Press: pdf.Press{ICC: pressICC("GRAY")}},
		"the bleed is not between":              {Profile: pdf.X1a, Press: pdf.Press{ICC: pressICC("CMYK"), Bleed: -1}},
		"profile ua1 takes none":                {Press: pdf.Press{ICC: pressICC("CMYK")}},
		"profile plain cannot carry its source": {Profile: pdf.PlainPDF, Source: true},
		"profile 99 is not known":               {Profile: 99},
	} {
		require.ErrorContains(t, r.Check(), want)
		require.ErrorContains(t, r.Render(context.Background(), failingWriter{}, doctest.Every()), want)
	}
	for _, space := range []string{"CMYK", "GRAY", "RGB "} {
		require.NoError(t, pdf.Renderer{Profile: pdf.X4, Press: pdf.Press{ICC: pressICC(space), Bleed: 5 * pdf.Mm}}.Check())
	}
}

type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { panic("something was written") }
