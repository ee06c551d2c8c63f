package pdffile

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// properties reads an XMP packet: the text of each property's values.
func properties(t *testing.T, b []byte) map[string][]string {
	props := map[string][]string{}
	d := xml.NewDecoder(strings.NewReader(string(b)))
	var path []string
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return props
		}
		require.NoError(t, err)
		switch tok := tok.(type) {
		case xml.StartElement:
			path = append(path, tok.Name.Local)
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			if s := strings.TrimSpace(string(tok)); s != "" && len(path) > 3 {
				props[path[3]] = append(props[path[3]], s)
			}
		}
	}
}

// Info and XMP say the same, in the same words.
func TestMetadataAgrees(t *testing.T) {
	src, f := sample(t)
	r := open(t, finished(t, src, f))
	info := r.val(r.trailer, "Info")
	stream, _ := r.catalog().get("Metadata")
	_, filtered := r.get(stream.ref).get("Filter")
	require.False(t, filtered)
	x := properties(t, r.data[stream.ref])
	for key, want := range map[string]string{"Title": x["title"][0], "Author": strings.Join(x["creator"], "; "), "Subject": x["description"][0],
		"Keywords": x["Keywords"][0], "Creator": x["CreatorTool"][0], "Producer": x["Producer"][0],
		"CreationDate": pdfDate(t, x["CreateDate"][0]), "ModDate": pdfDate(t, x["ModifyDate"][0])} {
		require.Equal(t, want, r.str(info, key), key)
	}
	require.Equal(t, f.Info.Title, x["title"][0])
	require.Equal(t, f.Info.Authors, x["creator"])
	require.Equal(t, f.Info.Keywords, x["subject"])
	for prop, want := range map[string]string{"language": "en-GB", "publisher": "The Press", "rights": f.Info.Rights, "date": "2024-03",
		"identifier": f.Info.Identifier, "relation": f.Info.Series, "conformance": "A", "CreateDate": "2024-03-01T11:00:00+00:00"} {
		require.Equal(t, []string{want}, x[prop], prop)
	}
	require.Equal(t, []string{"2", "1"}, x["part"], "of PDF/A and of PDF/UA")
}

func pdfDate(t *testing.T, xmp string) string {
	d, err := time.Parse(time.RFC3339, xmp)
	require.NoError(t, err)
	return d.Format("D:20060102150405") + "+00'00'"
}

// What is not given is left out, and the date is never the clock's.
func TestMetadataEmpty(t *testing.T) {
	i := &Info{Title: "Only a title"}
	archive, err := Accessible.profile(false)
	require.NoError(t, err)
	x := properties(t, i.xmp(archive))
	for _, prop := range []string{"creator", "description", "subject", "publisher", "rights", "identifier", "date", "relation", "Keywords"} {
		require.NotContains(t, x, prop)
	}
	require.Equal(t, []string{"2000-01-01T00:00:00+00:00"}, x["ModifyDate"])
	require.NotContains(t, string(i.dictionary(archive)), "Author")
}

func TestCatalog(t *testing.T) {
	src, f := sample(t)
	c := open(t, finished(t, src, f))
	cat := c.catalog()
	require.Equal(t, "en-GB", c.str(cat, "Lang"))
	require.Equal(t, "true", string(c.val(c.val(cat, "MarkInfo"), "Marked").raw))
	prefs := c.val(cat, "ViewerPreferences")
	require.Equal(t, "true", string(c.val(prefs, "DisplayDocTitle").raw))
	_, rtl := prefs.get("Direction")
	require.False(t, rtl)
	intent := c.get(c.array(cat, "OutputIntents")[0].ref)
	require.Equal(t, "GTS_PDFA1", c.str(intent, "S"))
	f.Info.RTL = true
	c = open(t, finished(t, src, f))
	require.Equal(t, "R2L", c.str(c.val(c.catalog(), "ViewerPreferences"), "Direction"))
}

// Texts that only one of the two could hold are made such that both can.
func TestMetadataClean(t *testing.T) {
	src, f := sample(t)
	f.Info.Title, f.Info.Keywords = " two\nlines\x00, \xff and \uFFFF ", []string{"", "a\tb"}
	r := open(t, finished(t, src, f))
	stream, _ := r.catalog().get("Metadata")
	r.get(stream.ref)
	x := properties(t, r.data[stream.ref])
	require.Equal(t, []string{"two lines , \uFFFD and \uFFFD"}, x["title"])
	require.Equal(t, x["title"][0], r.str(r.val(r.trailer, "Info"), "Title"))
	require.Equal(t, []string{"a b"}, x["subject"])
}
