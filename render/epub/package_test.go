package epub_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"image"
	"image/png"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/epub"
	"github.com/offprint-go/offprint/render/pdf"
)

// published is a document with every metadatum.
func published() *doc.Document {
	t := func(s string) doc.Inlines { return doc.Inlines{doc.Text(s)} }
	p := func(s string) *doc.Paragraph { return &doc.Paragraph{Content: t(s)} }
	return &doc.Document{
		Meta: doc.Meta{
			Title: t("Title & <more>"), Subtitle: t("Its subtitle"), Lang: "en-GB",
			Contributors: []doc.Contributor{
				{Name: "Ida Brandt", SortName: "Brandt, Ida", Affiliation: "The School", ORCID: "0000-0002-1825-0097"},
				{Name: "Tor Lund", Role: "ill"}},
			Series: &doc.Series{Title: "Harbour Papers", Number: "Vol. 3", ISSN: "2049-3630"}, Publisher: "Press", Place: "Town", Edition: "Second",
			Date: doc.Date{Year: 2026, Month: 5, Day: 4}, Identifiers: []doc.Identifier{{Scheme: "isbn", Value: "978-0-306-40615-7"}, {Scheme: "doi", Value: "10.5555/12345678"}},
			Rights: "© the Press", License: "https://example.org/licence", Keywords: []string{"ports", "tides"},
			Abstract: doc.Blocks{p("What it is about.")}, Version: "1.1", Revised: doc.Date{Year: 2026, Month: 6},
		},
		Blocks: doc.Blocks{p("It opens here.")},
		Sections: []*doc.Section{
			{Title: t("First"), Numbered: true, Blocks: doc.Blocks{p("Words."), &doc.Figure{Images: []*doc.Image{{Src: "a/Größe.PNG", Alt: "A square"}}}},
				Sections: []*doc.Section{{Title: t("Inner"), Numbered: true, Blocks: doc.Blocks{p("More words.")}}}},
			{Title: t("第二"), Blocks: doc.Blocks{p("Last words.")}},
		},
		Files: fstest.MapFS{"a/Größe.PNG": {Data: square()}},
	}
}

func square() []byte {
	var b bytes.Buffer
	_ = png.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8)))
	return b.Bytes()
}

// An archive is an edition, opened.
type archive struct {
	t     *testing.T
	names []string
	files map[string]string
}

func open(t *testing.T, r epub.Renderer, d *doc.Document) *archive {
	var b bytes.Buffer
	require.NoError(t, r.Render(context.Background(), &b, d))
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	require.NoError(t, err)
	a := &archive{t, nil, map[string]string{}}
	for _, f := range z.File {
		in, err := f.Open()
		require.NoError(t, err)
		data, err := io.ReadAll(in)
		require.NoError(t, err)
		require.True(t, f.Modified.IsZero() || f.Modified.Year() == 1979, "%s carries a date", f.Name)
		a.names = append(a.names, f.Name)
		a.files[f.Name] = string(data)
	}
	require.Equal(t, "mimetype", a.names[0])
	require.Equal(t, zip.Store, z.File[0].Method)
	require.Equal(t, "application/epub+zip", a.files["mimetype"])
	return a
}

func (a *archive) has(name string, want ...string) {
	a.t.Helper()
	for _, w := range want {
		require.Contains(a.t, a.files[name], w)
	}
}

func TestMetadata(t *testing.T) {
	a := open(t, epub.Renderer{}, published())
	a.has("EPUB/package.opf",
		">Title &amp; &lt;more&gt;</dc:title>", ">Its subtitle</dc:title>", `>subtitle</meta>`,
		">Ida Brandt</dc:creator>", `>Brandt, Ida</meta>`, `scheme="marc:relators">aut<`, `>The School</meta>`, "https://orcid.org/0000-0002-1825-0097",
		">Tor Lund</dc:contributor>", `scheme="marc:relators">ill<`,
		`property="belongs-to-collection" id="series">Harbour Papers<`, `>3</meta>`, "urn:issn:2049-3630",
		">Press</dc:publisher>", ">2026-05-04</dc:date>", ">© the Press</dc:rights>", `rel="dcterms:license" href="https://example.org/licence"`,
		">What it is about.</dc:description>", ">ports</dc:subject>", ">tides</dc:subject>", ">en-GB</dc:language>",
		">urn:isbn:9780306406157</dc:identifier>", ">doi:10.5555/12345678</dc:identifier>", `<dc:identifier id="id">urn:uuid:`,
		`property="dcterms:modified">2026-06-01T00:00:00Z<`, `properties="cover-image"`, `xml:lang="en-GB"`)
	require.Equal(t, 1, strings.Count(a.files["EPUB/package.opf"], "dcterms:modified"))
	require.NotContains(t, a.files["EPUB/package.opf"], "conformsTo", "no one has evaluated it")
	a = open(t, epub.Renderer{CertifiedBy: "The School", Modified: time.Date(2030, 1, 2, 3, 4, 5, 0, time.UTC)}, published())
	a.has("EPUB/package.opf", "EPUB Accessibility 1.1 - WCAG 2.1 Level AA", `property="a11y:certifiedBy" refines="#conforms">The School<`, "2030-01-02T03:04:05Z")
}

// Every file is in the manifest once, but for the container's own, and every
// content document in the spine, with a head that says its language.
func TestManifest(t *testing.T) {
	a := open(t, epub.Renderer{}, published())
	var pkg struct {
		Items []struct {
			ID   string `xml:"id,attr"`
			Href string `xml:"href,attr"`
		} `xml:"manifest>item"`
		Refs []struct {
			ID string `xml:"idref,attr"`
		} `xml:"spine>itemref"`
	}
	require.NoError(t, xml.Unmarshal([]byte(a.files["EPUB/package.opf"]), &pkg))
	listed := []string{"mimetype", "META-INF/container.xml", "EPUB/package.opf"}
	spine := map[string]bool{}
	for _, r := range pkg.Refs {
		spine[r.ID] = true
	}
	for _, it := range pkg.Items {
		name := path.Join("EPUB", it.Href)
		listed = append(listed, name)
		if strings.HasPrefix(it.Href, "xhtml/") {
			require.True(t, spine[it.ID], "%s is not in the spine", it.Href)
			a.has(name, `lang="en-GB" xml:lang="en-GB"`, "<title>", `href="../css/style.css"`)
			require.NotContains(t, a.files[name], "<title></title>")
		}
	}
	require.ElementsMatch(t, a.names, listed)
}

// links finds the ids and the links of a document.
func links(t *testing.T, text string) (ids, hrefs []string) {
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return ids, hrefs
		}
		require.NoError(t, err)
		if s, ok := tok.(xml.StartElement); ok {
			for _, at := range s.Attr {
				switch at.Name.Local {
				case "id":
					ids = append(ids, at.Value)
				case "href", "src":
					hrefs = append(hrefs, at.Value)
				}
			}
		}
	}
}

// Every link of every document, of the navigation and of the NCX resolves, and
// no id stands twice.
func TestLinks(t *testing.T) {
	d := published()
	d.Blocks = append(d.Blocks, &doc.Paragraph{ID: "here", Content: doc.Inlines{
		&doc.Link{URL: "#there", Content: doc.Inlines{doc.Text("onward")}}, doc.Text(" "), &doc.CrossRef{To: "fig"},
		&doc.Note{ID: "n", Content: doc.Blocks{&doc.Paragraph{Content: doc.Inlines{doc.Text("Back "), &doc.Link{URL: "#here", Content: doc.Inlines{doc.Text("there")}}}}}}, &doc.NoteRef{To: "n"}}})
	d.Sections[1].ID = "there"
	d.Sections[0].Blocks[1].(*doc.Figure).ID = "fig"
	d.Sections[0].Blocks[1].(*doc.Figure).Caption = doc.Inlines{doc.Text("A square.")}
	print, err := pdf.Renderer{MissingBox: true}.Layout(context.Background(), d)
	require.NoError(t, err)
	a := open(t, epub.Renderer{PageMap: print.PageMap()}, d)
	a.links()
}

// The page list is the print edition's pages, in order, each marked once.
func TestPageList(t *testing.T) {
	d := published()
	for range 40 {
		d.Blocks = append(d.Blocks, &doc.Paragraph{Content: doc.Inlines{doc.Text(strings.Repeat("Some words of a long paragraph. ", 12))}})
	}
	print, err := pdf.Renderer{MissingBox: true}.Layout(context.Background(), d)
	require.NoError(t, err)
	pages := print.PageMap()
	require.Greater(t, len(pages.Pages), 3)
	a := open(t, epub.Renderer{PageMap: pages}, d)
	nav := a.files["EPUB/nav.xhtml"]
	nav = nav[strings.Index(nav, `epub:type="page-list"`):]
	var labels []string
	for _, p := range pages.Pages {
		labels = append(labels, p.Label)
		require.Contains(t, nav, ">"+p.Label+"</a>")
	}
	all := ""
	for _, name := range a.names {
		all += a.files[name]
	}
	for _, l := range labels {
		require.Equal(t, 1, strings.Count(all, `aria-label="`+l+`"`), "the marker of page %s", l)
	}
	a.has("EPUB/package.opf", `property="pageBreakSource">urn:isbn:9780306406157<`, ">pageBreakMarkers<", ">pageNavigation<", ">urn:isbn:9780306406157</dc:source>")
	require.NotContains(t, a.files["EPUB/package.opf"], ">urn:isbn:9780306406157</dc:identifier>", "the EPUB is not the print edition")
}

// A page's marker stands where its first word is.
func TestMarkerPlace(t *testing.T) {
	d := &doc.Document{Meta: doc.Meta{Title: doc.Inlines{doc.Text("T")}, Lang: "en"}, Blocks: doc.Blocks{
		&doc.Paragraph{Content: doc.Inlines{doc.Text("One "), doc.Emphasis{doc.Text("two three")}, doc.Text(" four.")}}}}
	pages := &render.PageMap{Source: "print", Pages: []render.PageStart{{Label: "i", Path: "meta"}, {Label: "7", Path: "blocks[0]", Offset: 8}}}
	a := open(t, epub.Renderer{PageMap: pages}, d)
	a.has("EPUB/xhtml/opening.xhtml", `<em>two <span epub:type="pagebreak" role="doc-pagebreak" id="page-7" aria-label="7"/>three</em>`)
	a.has("EPUB/nav.xhtml", `href="xhtml/titlepage.xhtml#page-i">i</a>`, `href="xhtml/opening.xhtml#page-7">7</a>`)
}

// go-epub's temporary folder is gone, whatever came of the edition, and nothing
// goes over the network: a name of the document that looks like an address is
// not fetched.
func TestNothingLeft(t *testing.T) {
	if os.Getenv("OFFPRINT_CHILD") != "" { // go-epub looks for the folder when the program starts
		asked := &asking{}
		http.DefaultTransport, http.DefaultClient.Transport = asked, asked
		open(t, epub.Renderer{Contents: true}, published())
		d := published()
		d.Meta.Title = doc.Inlines{doc.Text("https://example.org/title.xhtml")}
		d.Sections[0].ID = "http-example.org"
		open(t, epub.Renderer{CSS: "@import 'https://example.org/a.css';"}, d)
		d.Blocks = append(d.Blocks, &doc.Figure{Images: []*doc.Image{{Src: "missing.png", Alt: "Nothing"}}})
		require.Error(t, epub.Renderer{}.Render(context.Background(), io.Discard, d))
		require.Zero(t, asked.times)
		return
	}
	tmp := t.TempDir()
	child := exec.Command(os.Args[0], "-test.run=^TestNothingLeft$")
	child.Env = append(os.Environ(), "OFFPRINT_CHILD=1", "TMPDIR="+tmp)
	out, err := child.CombinedOutput()
	require.NoError(t, err, string(out))
	entries, err := os.ReadDir(tmp)
	require.NoError(t, err)
	require.Empty(t, entries)
}

// asking is a transport that fails, and counts.
type asking struct{ times int }

func (a *asking) RoundTrip(*http.Request) (*http.Response, error) {
	a.times++
	return nil, errors.New("no network")
}
