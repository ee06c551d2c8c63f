package rendertest_test

import (
	"archive/zip"
	"bytes"
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/doctest"
	"github.com/offprint-go/offprint/render/rendertest"
)

// metaFields are the fields of the metadata with what an edition shows of each,
// as doctest.Every sets them.
var metaFields = map[string]string{
	"Meta.Title": "Every node", "Meta.Subtitle": "every setting",
	"Contributor.Name": "Ida Brandt", "Contributor.SortName": "Brandt, Ida", "Contributor.Role": "Tor Lund (editor)",
	"Contributor.Affiliation": "The Harbour School", "Contributor.ORCID": "0000-0002-1825-0097", "Contributor.Note": "A note on a contributor.",
	"Series.Title": "Test Papers", "Series.Number": "No. 12", "Series.ISSN": "2049-3630",
	"Meta.Publisher": "Harbour Press", "Meta.Place": "Example Bay", "Meta.Edition": "Second edition", "Meta.Date": "2026",
	"Meta.Lang": "<lang>en", "Meta.Dir": "<dir>rtl",
	"Identifier.Scheme": "ISBN", "Identifier.Value": "978-0-306-40615-7",
	"Meta.Rights": "© 2026 Harbour Press", "Meta.License": "CC BY 4.0", "Meta.Disclaimer": "Nothing in it is true.",
	"Meta.Abstract": "What the document is about.", "Meta.Keywords": "nodes, settings",
	"Meta.Cover": "A cover", "Meta.Logo": "A logo", "Meta.Version": "1.2", "Meta.Revised": "June 2026",
	"Meta.Citation": "Brandt, Every node, 2026.", "Meta.Credits": "A note on the whole work.",
}

// leftOut are the fields that an edition leaves out, as its package and the
// README say.
var leftOut = map[string][]string{
	"print":    {"Contributor.SortName", "Contributor.ORCID", "Meta.Cover"},
	"e-reader": nil,
	"text":     {"Contributor.SortName", "Contributor.ORCID", "Meta.Cover", "Meta.Logo", "Meta.Lang", "Meta.Dir"},
}

// Each edition says what the metadata says, but for the fields that it is known
// to leave out.
func TestMetaInEditions(t *testing.T) {
	for _, f := range fieldsOfMeta() {
		require.NotEmpty(t, metaFields[f], "%s: say what shows it", f)
	}
	d := doctest.Every()
	d.Sections = nil
	said := map[string]string{}
	for _, d.Meta.Dir = range []doc.Direction{doc.LTR, doc.RTL} { // a direction shows where it is not the language's
		e := makeAll(t, d)
		said["print"] += saidInPrint(t, e.pdf)
		said["e-reader"] += saidByReader(t, e.epub)
		said["text"] += string(e.text)
	}
	for edition, said := range said {
		var missing []string
		for f, text := range metaFields {
			if !strings.Contains(strings.ToLower(said), strings.ToLower(text)) {
				missing = append(missing, f)
			}
		}
		require.ElementsMatch(t, leftOut[edition], missing, edition)
	}
}

// fieldsOfMeta lists the fields of the metadata and of its parts, those that
// hold parts left out.
func fieldsOfMeta() []string {
	var out []string
	for _, typ := range []reflect.Type{reflect.TypeFor[doc.Meta](), reflect.TypeFor[doc.Contributor](), reflect.TypeFor[doc.Series](), reflect.TypeFor[doc.Identifier]()} {
		for i := range typ.NumField() {
			if f := typ.Field(i); f.Name != "Contributors" && f.Name != "Series" && f.Name != "Identifiers" {
				out = append(out, typ.Name()+"."+f.Name)
			}
		}
	}
	return out
}

// saidInPrint is the text of a PDF with the alternative texts of its images, its
// language and its direction.
func saidInPrint(t *testing.T, data []byte) string {
	tree, err := rendertest.StructureOf(data)
	require.NoError(t, err)
	said := strings.Join(strings.Fields(tree.AllText()), " ")
	for _, e := range elements(tree) {
		said += "\n" + e.Alt
	}
	ctx, err := api.ReadContext(bytes.NewReader(data), model.NewDefaultConfiguration())
	require.NoError(t, err)
	root, err := ctx.Catalog()
	require.NoError(t, err)
	lang, err := ctx.DereferenceStringOrHexLiteral(root["Lang"], model.V10, nil)
	require.NoError(t, err)
	view, err := ctx.DereferenceDict(root["ViewerPreferences"])
	require.NoError(t, err)
	if d := view.NameEntry("Direction"); d != nil && *d == "R2L" {
		said += "<dir>rtl"
	}
	return said + "<lang>" + lang
}

// elements lists the elements under one, itself first.
func elements(e *rendertest.Element) []*rendertest.Element {
	out := []*rendertest.Element{e}
	for _, k := range e.Kids {
		if k.Element != nil {
			out = append(out, elements(k.Element)...)
		}
	}
	return out
}

// saidByReader is all that the files of an EPUB say, their language and
// direction among it.
func saidByReader(t *testing.T, data []byte) string {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var b strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		text, err := io.ReadAll(r)
		require.NoError(t, err)
		b.Write(text)
	}
	said := b.String()
	if strings.Contains(said, ">en</dc:language>") {
		said += "<lang>en"
	}
	if strings.Contains(said, `page-progression-direction="rtl"`) {
		said += "<dir>rtl"
	}
	return said
}
