package pdffile

import (
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// producer is what wrote the file, as against Info.Creator, which made its
// content.
const producer = "Offprint pdffile"

// modified is the file's date: a fixed one if none is given, never the clock.
func (i *Info) modified() time.Time {
	if i.Modified.IsZero() {
		return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return i.Modified.UTC().Truncate(time.Second)
}

// clean returns the metadata with every text on one line, of characters that
// both XMP and a PDF text string can hold: so the two agree.
func (i Info) clean() Info {
	for _, s := range []*string{&i.Title, &i.Subject, &i.Lang, &i.Publisher, &i.Rights, &i.Identifier, &i.Series, &i.Date, &i.Creator} {
		*s = oneLine(*s)
	}
	i.Authors, i.Keywords = oneLines(i.Authors), oneLines(i.Keywords)
	return i
}

func oneLine(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r):
			return ' '
		case r == 0xFFFE || r == 0xFFFF: // not characters of XML 1.0
			return utf8.RuneError
		}
		return r // what is not UTF-8 has become U+FFFD
	}, s))
}

// oneLines leaves out what is empty.
func oneLines(in []string) []string {
	var out []string
	for _, s := range in {
		if s = oneLine(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func (i *Info) authors() string  { return strings.Join(i.Authors, "; ") }
func (i *Info) keywords() string { return strings.Join(i.Keywords, ", ") }

// dictionary is the Info dictionary (ISO 32000-1, 14.3.3). What it says, the
// XMP says too, in the same words.
func (i *Info) dictionary(p profile) object {
	o := object("<<")
	for _, e := range []struct{ key, text string }{
		{"/Title", i.Title}, {"/Author", i.authors()}, {"/Subject", i.Subject},
		{"/Keywords", i.keywords()}, {"/Creator", i.Creator}, {"/Producer", producer}} {
		if e.text != "" {
			o.raw(e.key)
			o.text(e.text)
		}
	}
	if p.press != "" {
		o.raw("/GTS_PDFXVersion")
		o.text(p.press)
		o.raw("/Trapped/False")
	}
	o.raw("/CreationDate")
	o.date(i.modified())
	o.raw("/ModDate")
	o.date(i.modified())
	o.raw(">>")
	return o
}

// xmp is the metadata packet (ISO 16684-1), with what the profile identifies
// itself by.
func (i *Info) xmp(p profile) []byte {
	var x packet
	x.raw("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/">` + "\n" +
		`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about=""` + "\n" +
		` xmlns:dc="http://purl.org/dc/elements/1.1/"` + "\n" +
		` xmlns:xmp="http://ns.adobe.com/xap/1.0/"` + "\n" +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/"` + "\n" +
		` xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"` + "\n" +
		` xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"` + "\n" +
		` xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"` + "\n" +
		` xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">` + "\n")
	x.dublinCore(i)
	date := i.modified().Format("2006-01-02T15:04:05+00:00")
	x.simple("xmp:CreateDate", date)
	x.simple("xmp:ModifyDate", date)
	x.simple("xmp:MetadataDate", date)
	x.simple("xmp:CreatorTool", i.Creator)
	x.simple("pdf:Producer", producer)
	x.simple("pdf:Keywords", i.keywords())
	x.count("pdfaid:part", p.part)
	x.count("pdfaid:rev", p.revision)
	x.simple("pdfaid:conformance", p.conformance)
	x.count("pdfuaid:part", p.ua)
	x.count("pdfuaid:rev", p.uaRevision)
	if p.press != "" {
		x.pressed(i, p)
	}
	x.raw("</rdf:Description>\n")
	if p.part > 0 && p.part < 4 {
		x.raw(uaSchema)
	}
	x.raw("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n")
	return []byte(x.String())
}

// pressed writes what PDF/X asks of the metadata (ISO 15930-7, 6.8): the
// version of the standard, and that of the file, whose identifier is a hash of
// what is known of it.
func (x *packet) pressed(i *Info, p profile) {
	x.simple("pdfxid:GTS_PDFXVersion", p.press)
	x.simple("pdf:Trapped", "False")
	sum := sha256.Sum256([]byte(strings.Join([]string{i.Title, i.authors(), i.Identifier, i.Lang, i.Date}, "\x00")))
	x.simple("xmpMM:DocumentID", fmt.Sprintf("uuid:%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16]))
	x.simple("xmpMM:VersionID", "1")
	x.simple("xmpMM:RenditionClass", "default")
}

// A packet is XMP being written. A property without a value is left out.
type packet struct{ strings.Builder }

func (x *packet) raw(s string) { x.WriteString(s) }

func (x *packet) simple(name, s string) {
	if s != "" {
		x.raw("<" + name + ">" + escape(s) + "</" + name + ">\n")
	}
}

// count writes a number; 0 is none.
func (x *packet) count(name string, n int) {
	if n > 0 {
		x.simple(name, fmt.Sprint(n))
	}
}

func (x *packet) dublinCore(i *Info) {
	x.simple("dc:format", "application/pdf")
	x.alternative("dc:title", i.Title)
	x.array("dc:creator", "Seq", i.Authors...)
	x.alternative("dc:description", i.Subject)
	x.array("dc:subject", "Bag", i.Keywords...)
	x.array("dc:publisher", "Bag", i.Publisher)
	x.alternative("dc:rights", i.Rights)
	x.array("dc:language", "Bag", i.Lang)
	x.simple("dc:identifier", i.Identifier)
	x.array("dc:relation", "Bag", i.Series)
	x.array("dc:date", "Seq", i.Date)
}

// alternative writes a text that could be given in several languages.
func (x *packet) alternative(name, s string) {
	if s != "" {
		x.raw("<" + name + `><rdf:Alt><rdf:li xml:lang="x-default">` + escape(s) + "</rdf:li></rdf:Alt></" + name + ">\n")
	}
}

func (x *packet) array(name, kind string, items ...string) {
	if strings.Join(items, "") == "" {
		return
	}
	x.raw("<" + name + "><rdf:" + kind + ">")
	for _, s := range items {
		x.raw("<rdf:li>" + escape(s) + "</rdf:li>")
	}
	x.raw("</rdf:" + kind + "></" + name + ">\n")
}

func escape(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a builder takes all
	return b.String()
}

// uaSchema declares pdfuaid, which PDF/A-2 does not know (ISO 19005-2,
// 6.6.2.3.2).
const uaSchema = `<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`
