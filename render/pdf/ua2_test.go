package pdf_test

import (
	"bytes"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/render/pdf"
	"github.com/offprint-go/offprint/render/rendertest"
)

// A file of PDF/UA-2 is one of PDF 2.0: its elements are of that namespace where
// it has them, notes and their calls know each other, every line of the contents
// knows its heading, and every destination is one in the structure.
func TestUA2(t *testing.T) {
	for _, c := range rendertest.Cases(t) {
		t.Run(c.Name, func(t *testing.T) {
			data := produce(t, pdf.Renderer{Profile: pdf.UA2}, c.Doc)
			require.True(t, bytes.HasPrefix(data, []byte("%PDF-2.0\n")))
			require.NotContains(t, string(data), "/Info ")
			for _, want := range []string{"<pdfuaid:part>2<", "<pdfuaid:rev>2024<", "<pdfaid:part>4<", "<pdfaid:rev>2020<"} {
				require.Contains(t, string(data), want)
			}
			f := openPress(t, data)
			count := map[string]int{}
			f.dicts(func(d types.Dict) { f.element(d, count) })
			require.NotZero(t, count["Document"])
			require.Zero(t, count["Note"])
		})
	}
}

// element holds a structure element, or a destination, to what PDF/UA-2 asks.
func (f *pressFile) element(d types.Dict, count map[string]int) {
	if sd, ok := d["SD"].(types.Array); ok {
		to, err := f.ctx.DereferenceDict(sd[0])
		require.NoError(f, err)
		require.NotNil(f, to.NameEntry("S"))
		require.NotEqual(f, "Document", *to.NameEntry("S"), "a destination that is no place")
	}
	if d["P"] == nil || d.NameEntry("S") == nil {
		return
	}
	typ := *d.NameEntry("S")
	count[typ]++
	_, ns := d["NS"]
	switch typ {
	case "Code", "BlockQuote", "Quote", "TOC", "TOCI", "Index", "Reference": // of PDF 1.7 alone
		require.False(f, ns, typ)
	default:
		require.True(f, ns, typ)
	}
	switch typ {
	case "FENote":
		for _, call := range f.refs(d) {
			require.Equal(f, "Reference", *call.NameEntry("S"))
			require.Contains(f, f.refs(call), d)
		}
		a := d["A"].(types.Array)[0].(types.Dict)
		require.Contains(f, []string{"Footnote", "Endnote"}, *a.NameEntry("NoteType"))
	case "TOCI":
		require.Len(f, f.refs(d), 1)
	}
}

// refs are the elements that an element refers to; there are some.
func (f *pressFile) refs(d types.Dict) []types.Dict {
	a, ok := d["Ref"].(types.Array)
	require.True(f, ok, "an element without Ref")
	var out []types.Dict
	for _, o := range a {
		to, err := f.ctx.DereferenceDict(o)
		require.NoError(f, err)
		out = append(out, to)
	}
	require.NotEmpty(f, out)
	return out
}

// A formula of PDF/UA-2 has its MathML beside it.
func TestFormulaMathML(t *testing.T) {
	c := rendertest.Cases(t)
	i := 0
	for c[i].Name != "every" {
		i++
	}
	data := produce(t, pdf.Renderer{Profile: pdf.UA2}, c[i].Doc)
	require.Contains(t, string(data), "<pdfaid:conformance>F<")
	api.DisableConfigDir()
	as, err := api.ExtractAttachmentsRaw(bytes.NewReader(data), "", nil, model.NewDefaultConfiguration())
	require.NoError(t, err)
	require.NotEmpty(t, as)
	for _, a := range as {
		var b bytes.Buffer
		_, err := b.ReadFrom(a)
		require.NoError(t, err)
		require.Contains(t, b.String(), "http://www.w3.org/1998/Math/MathML")
	}
}
