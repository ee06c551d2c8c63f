package markdown

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/doc/internal/outline"
	"github.com/offprint-go/offprint/doc/internal/resource"
)

// maxFrontMatter bounds the metadata: YAML's aliases can make much of little.
const maxFrontMatter = 1 << 20

// frontMatter parses the YAML between two lines of hyphens at the head, and
// returns what follows.
func (r *reader) frontMatter(data []byte) ([]byte, error) {
	rest, ok := bytes.CutPrefix(data, []byte("---\n"))
	if !ok {
		return data, nil
	}
	end, next := -1, 0
	for at := 0; at < len(rest) && at < maxFrontMatter; {
		line, _, _ := bytes.Cut(rest[at:], []byte("\n"))
		if t := strings.TrimRight(string(line), " \t"); t == "---" || t == "..." {
			end, next = at, min(at+len(line)+1, len(rest))
			break
		}
		at += len(line) + 1
	}
	if end < 0 { // a scene break at the head
		if first, _, _ := strings.Cut(string(rest), "\n"); metaKey.MatchString(first) {
			r.warn(1, "the metadata that begins here is not closed by ---: it is read as text")
		}
		return data, nil
	}
	var root yaml.Node
	if err := yaml.Unmarshal(rest[:end], &root); err != nil {
		return nil, yamlError(err)
	}
	if len(root.Content) == 0 {
		return rest[next:], nil
	}
	r.yaml = root.Content[0]
	return rest[next:], nil
}

// metaKey matches a line that begins metadata.
var metaKey = regexp.MustCompile(`^[a-z][a-z-]*:(?: |$)`)

// metadata reads the metadata, whose texts may call the notes of the body.
func (r *reader) metadata() error {
	if r.yaml == nil {
		return nil
	}
	m := &metaReader{r}
	return m.document(r.yaml)
}

var yamlLine = regexp.MustCompile(`line (\d+): (.*)`)

// yamlError takes the line out of YAML's message; the text's begins one
// earlier.
func yamlError(err error) error {
	if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
		n, _ := strconv.Atoi(m[1])
		return &Error{n + 1, errors.New("metadata: " + m[2])}
	}
	return &Error{1, fmt.Errorf("metadata: %w", err)}
}

// A metaReader maps YAML to the metadata.
type metaReader struct{ *reader }

// wrong is an error at a YAML node.
func wrong(n *yaml.Node, key, want string) error {
	return &Error{n.Line + 1, fmt.Errorf("metadata: %s: want %s", key, want)}
}

func (m *metaReader) document(n *yaml.Node) error {
	if n.Kind != yaml.MappingNode {
		return wrong(n, "the head of the file", "keys with values")
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		if seen[k.Value] {
			return &Error{k.Line + 1, fmt.Errorf("metadata: %s is given twice", k.Value)}
		}
		seen[k.Value] = true
		if err := m.key(k.Value, n.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

func (m *metaReader) key(key string, v *yaml.Node) (err error) {
	d := &m.reader.doc.Meta
	switch key {
	case "title":
		d.Title, err = m.inlines(key, v)
		d.Credits = append(d.Credits, notesIn(&d.Title)...)
	case "subtitle":
		d.Subtitle, err = m.inlines(key, v)
	case "author", "authors":
		return m.contributors(key, v, "")
	case "editor", "editors":
		return m.contributors(key, v, "edt")
	case "translator", "translators":
		return m.contributors(key, v, "trl")
	case "contributor", "contributors":
		return m.contributors(key, v, "")
	case "series", "collection":
		return m.series(key, v)
	case "series-number", "volume", "number":
		m.series1().Number, err = m.string(key, v)
	case "issn":
		m.series1().ISSN, err = m.string(key, v)
	case "publisher":
		d.Publisher, err = m.string(key, v)
	case "place":
		d.Place, err = m.string(key, v)
	case "edition":
		d.Edition, err = m.string(key, v)
	case "date":
		d.Date, err = m.date(key, v)
	case "revised":
		d.Revised, err = m.date(key, v)
	case "version":
		d.Version, err = m.string(key, v)
	case "lang", "language":
		d.Lang, err = m.string(key, v)
	case "dir":
		var s string
		s, err = m.string(key, v)
		d.Dir = doc.Direction(s)
	case "isbn", "doi", "urn":
		var s string
		s, err = m.string(key, v)
		d.Identifiers = append(d.Identifiers, doc.Identifier{Scheme: key, Value: s})
	case "identifier", "identifiers":
		return m.identifiers(key, v)
	case "rights", "copyright":
		d.Rights, err = m.string(key, v)
	case "license", "licence":
		d.License, err = m.string(key, v)
	case "disclaimer":
		d.Disclaimer, err = m.inlines(key, v)
	case "citation":
		d.Citation, err = m.inlines(key, v)
	case "abstract", "description":
		d.Abstract, err = m.blocks(key, v)
	case "keywords", "subject":
		d.Keywords, err = m.strings(key, v)
	case "cover", "cover-image":
		d.Cover, err = m.image(key, v)
	case "logo":
		d.Logo, err = m.image(key, v)
	case "credit", "thanks":
		var bs doc.Blocks
		bs, err = m.blocks(key, v)
		d.Credits = append(d.Credits, &doc.Note{Content: bs})
	case "notes":
		var s string
		if s, err = m.string(key, v); s != "chapter" && s != "continuous" && err == nil {
			return wrong(v, key, "continuous or chapter")
		}
		if s == "chapter" {
			m.reader.doc.Notes = doc.NotesByChapter
		}
	case "numbersections", "number-sections":
		err = v.Decode(&m.numbers)
		if err != nil {
			return wrong(v, key, "true or false")
		}
	default:
		m.warn(v.Line+1, "the metadata %q means nothing here", key)
	}
	return err
}

// notesIn takes the notes out of a title.
func notesIn(ns *doc.Inlines) []*doc.Note {
	var out []*doc.Note
	var rest doc.Inlines
	for _, n := range *ns {
		if note, ok := n.(*doc.Note); ok {
			out = append(out, note)
		} else {
			rest = append(rest, n)
		}
	}
	*ns = rest
	return out
}

func (m *metaReader) series1() *doc.Series {
	d := &m.reader.doc.Meta
	if d.Series == nil {
		d.Series = &doc.Series{}
	}
	return d.Series
}

func (m *metaReader) string(key string, v *yaml.Node) (string, error) {
	if v.Kind != yaml.ScalarNode {
		return "", wrong(v, key, "a text")
	}
	return strings.TrimSpace(v.Value), nil
}

func (m *metaReader) strings(key string, v *yaml.Node) ([]string, error) {
	if v.Kind == yaml.ScalarNode {
		var out []string
		for s := range strings.SplitSeq(v.Value, ",") {
			if s = strings.TrimSpace(s); s != "" {
				out = append(out, s)
			}
		}
		return out, nil
	}
	var out []string
	if v.Kind != yaml.SequenceNode {
		return nil, wrong(v, key, "a list of texts")
	}
	for _, e := range v.Content {
		s, err := m.string(key, e)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

func (m *metaReader) date(key string, v *yaml.Node) (doc.Date, error) {
	s, err := m.string(key, v)
	if err != nil {
		return doc.Date{}, err
	}
	d, err := doc.ParseDate(s)
	if err != nil {
		return d, &Error{v.Line + 1, fmt.Errorf("metadata: %s: %w", key, err)}
	}
	return d, nil
}

// inlines reads a text with Markdown in it.
func (m *metaReader) inlines(key string, v *yaml.Node) (doc.Inlines, error) {
	s, err := m.string(key, v)
	if err != nil || s == "" {
		return nil, err
	}
	in := m.small(s, v)
	out := in.sub(s, 0)
	m.err = in.err
	return out, nil
}

func (m *metaReader) blocks(key string, v *yaml.Node) (doc.Blocks, error) {
	s, err := m.string(key, v)
	if err != nil || s == "" {
		return nil, err
	}
	in := m.small(s, v)
	root, err := in.parse()
	if err != nil {
		return nil, err
	}
	out := in.blocks(root)
	m.err = in.err
	return out, nil
}

// small is a reader for the text of a YAML node.
func (m *metaReader) small(s string, v *yaml.Node) *reader {
	line := v.Line
	if v.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		line++ // the text begins below its sign
	}
	in := *m.reader
	in.src, in.skip, in.lines = []byte(s), line, lineStarts([]byte(s))
	return &in
}

func (m *metaReader) image(key string, v *yaml.Node) (*doc.Image, error) {
	if v.Kind == yaml.ScalarNode {
		return &doc.Image{Src: resource.Path(v.Value, m.Files), Decorative: true}, nil
	}
	var im struct{ Src, Alt string }
	if err := v.Decode(&im); err != nil || im.Src == "" {
		return nil, wrong(v, key, "a path, or src and alt")
	}
	return &doc.Image{Src: resource.Path(im.Src, m.Files), Alt: im.Alt, Decorative: im.Alt == ""}, nil
}

func (m *metaReader) contributors(key string, v *yaml.Node, role string) error {
	if v.Kind == yaml.SequenceNode {
		for _, e := range v.Content {
			if err := m.contributors(key, e, role); err != nil {
				return err
			}
		}
		return nil
	}
	c := doc.Contributor{Role: role}
	if v.Kind == yaml.ScalarNode {
		c.Name = strings.TrimSpace(v.Value)
	} else if v.Kind != yaml.MappingNode {
		return wrong(v, key, "a name, or name, affiliation, orcid, role")
	}
	for i := 0; v.Kind == yaml.MappingNode && i+1 < len(v.Content); i += 2 {
		s, err := m.string(key, v.Content[i+1])
		if err != nil {
			return err
		}
		switch v.Content[i].Value {
		case "name":
			c.Name = s
		case "sort", "sort-name", "file-as":
			c.SortName = s
		case "affiliation", "institute":
			c.Affiliation = s
		case "orcid":
			c.ORCID = strings.TrimPrefix(s, "https://orcid.org/")
		case "role":
			c.Role = s
		case "note":
			c.Note = &doc.Note{Content: doc.Blocks{&doc.Paragraph{Content: m.small(s, v.Content[i+1]).sub(s, 0)}}}
		default:
			m.warn(v.Content[i].Line+1, "the metadata %q of an author means nothing here", v.Content[i].Value)
		}
	}
	m.reader.doc.Meta.Contributors = append(m.reader.doc.Meta.Contributors, c)
	return nil
}

func (m *metaReader) series(key string, v *yaml.Node) error {
	s := m.series1()
	if v.Kind == yaml.ScalarNode {
		if known := outline.SeriesLine(v.Value); known != nil {
			s.Title, s.Number = known.Title, known.Number
		} else {
			s.Title = strings.TrimSpace(v.Value)
		}
		return nil
	}
	var in struct{ Title, Name, Number, ISSN string }
	if err := v.Decode(&in); err != nil || in.Title+in.Name == "" {
		return wrong(v, key, "a title, or title, number, issn")
	}
	s.Title, s.Number, s.ISSN = in.Title+in.Name, in.Number, in.ISSN
	return nil
}

func (m *metaReader) identifiers(key string, v *yaml.Node) error {
	switch v.Kind {
	case yaml.SequenceNode:
		for _, e := range v.Content {
			if err := m.identifiers(key, e); err != nil {
				return err
			}
		}
		return nil
	case yaml.MappingNode:
		return m.identifierOf(key, v)
	}
	m.reader.doc.Meta.Identifiers = append(m.reader.doc.Meta.Identifiers, outline.Identifier(v.Value))
	return nil
}

// identifierOf reads pandoc's form, a scheme and a text, or schemes with their
// values.
func (m *metaReader) identifierOf(key string, v *yaml.Node) error {
	var in struct{ Scheme, Text, Value string }
	if err := v.Decode(&in); err == nil && in.Text+in.Value != "" {
		m.add(in.Scheme, in.Text+in.Value)
		return nil
	}
	for i := 0; i+1 < len(v.Content); i += 2 {
		s, err := m.string(key, v.Content[i+1])
		if err != nil || s == "" || v.Content[i].Value == "scheme" {
			return wrong(v, key, "scheme and text, or a scheme with its value")
		}
		m.add(v.Content[i].Value, s)
	}
	return nil
}

func (m *metaReader) add(scheme, value string) {
	d := &m.reader.doc.Meta
	d.Identifiers = append(d.Identifiers, doc.Identifier{Scheme: strings.ToLower(strings.TrimSpace(scheme)), Value: strings.TrimSpace(value)})
}
