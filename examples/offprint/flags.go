package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/offprint-go/offprint/render/epub"
	"github.com/offprint-go/offprint/render/pdf"
)

// settings are what the command line asks for.
type settings struct {
	files   []string
	out     string
	kinds   []string
	style   pdf.Style
	draft   string // instead of the style's
	fonts   pdf.Fonts
	embed   bool // the e-reader edition carries them
	lang    string
	title   string
	strict  bool
	reader  epub.Renderer
	notesAt *epub.Notes // of the e-reader edition; nil is as in print
	box     bool
	tex     bool

	profile pdf.Profile
	press   pdf.Press
	source  bool
}

var errHelp = flag.ErrHelp

// kinds are the editions in the order in which they are made.
var kinds = []string{"pdf", "epub", "txt", "json", "pandoc"}

func parseFlags(args []string, stderr io.Writer) (*settings, error) {
	s := &settings{}
	fs := flag.NewFlagSet("offprint", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() {
		fmt.Fprintln(stderr, "usage: offprint [flags] FILE...")
		fs.PrintDefaults()
	}
	var to, style string
	var page, margin, size, leading, profile, icc string
	fs.StringVar(&s.out, "o", "", "write into the folder `DIR`; with one edition, - is standard output")
	fs.StringVar(&to, "to", "pdf,epub,txt", "the `editions`: pdf, epub, txt, json, pandoc")
	fs.StringVar(&style, "style", "report", "the print edition's `style`: report, book, paper, or a JSON file")
	fs.StringVar(&page, "page", "", "its page `size`: a4, a5, b5, letter, 6x9in, WxH")
	fs.StringVar(&margin, "margin", "", "its margins, all four: a `length` such as 0.75in")
	fs.StringVar(&size, "font-size", "", "its text's size: a `length` such as 11pt")
	fs.StringVar(&leading, "leading", "", "its text's leading: a `length` such as 13.6pt")
	fs.StringVar(&s.draft, "draft", "", "set a `WORD` such as Draft, large and pale, across its pages")
	fs.StringVar(&profile, "pdf", "ua1", "its `profile`: ua1 (PDF/UA-1 and A-2a), ua2 (PDF/UA-2 and A-4), x4 or x1a (PDF/X, for a press), plain")
	fs.StringVar(&icc, "icc", "", "for x4 and x1a: the `FILE` of the printing condition's ICC profile")
	fs.BoolVar(&s.source, "source", false, "carry the document inside it, for offprint to make editions of again")
	fs.StringVar(&s.lang, "lang", "", "the `language` of a document that says none (BCP 47)")
	fs.StringVar(&s.title, "title", "", "the `title` of a document that has none")
	fs.BoolVar(&s.strict, "strict", false, "write nothing if there are warnings")
	fs.BoolVar(&s.tex, "plain-math", false, "set a formula that is not understood as TeX, with a warning")
	fs.BoolVar(&s.box, "missing-box", false, "set a box for a character that no face has, with a warning")
	fs.Func("font", "a face of the print edition, `ROLE=FILE`: text, italic, bold, bolditalic, smallcaps, mono, math, fallback; repeatable; FILE#1 is the second face of a collection, FILE@wght=600,wdth=90 an instance of a variable face", s.font)
	s.ereader(fs)
	if err := fs.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return nil, errHelp
		}
		return nil, errors.New("see offprint -h")
	}
	s.files = fs.Args()
	if len(s.files) == 0 {
		return nil, errors.New("no file is named; see offprint -h")
	}
	if err := s.editions(to); err != nil {
		return nil, err
	}
	if err := s.measures(style, page, margin, size, leading); err != nil {
		return nil, err
	}
	return s, s.conformance(profile, icc)
}

// conformance is what the print edition conforms to.
func (s *settings) conformance(profile, icc string) error {
	var err error
	if s.profile, err = pdf.ParseProfile(profile); err != nil {
		return fmt.Errorf("-pdf: %w", err)
	}
	if icc != "" {
		if s.press.ICC, err = os.ReadFile(icc); err != nil {
			return fmt.Errorf("-icc: %w", err)
		}
	}
	if err := s.printer().Check(); err != nil {
		return fmt.Errorf("-pdf %s: %w", profile, err)
	}
	return nil
}

// printer is the renderer of the print edition.
func (s *settings) printer() pdf.Renderer {
	return pdf.Renderer{Style: s.style, Fonts: s.fonts, MissingBox: s.box, PlainMath: s.tex, Profile: s.profile, Press: s.press, Source: s.source}
}

func (s *settings) editions(to string) error {
	want := strings.Split(to, ",")
	for _, k := range want {
		if !slices.Contains(kinds, strings.TrimSpace(k)) {
			return fmt.Errorf("-to %s: want pdf, epub, txt, json or pandoc, parted by commas", to)
		}
	}
	for _, k := range kinds {
		if slices.ContainsFunc(want, func(w string) bool { return strings.TrimSpace(w) == k }) {
			s.kinds = append(s.kinds, k)
		}
	}
	if s.out == "-" && (len(s.kinds) != 1 || len(s.files) != 1) {
		return errors.New("-o - takes one file and one edition; see -to")
	}
	if info, err := os.Stat(s.out); s.out != "-" && err == nil && !info.IsDir() {
		return fmt.Errorf("-o %s: not a folder", s.out)
	}
	return s.targets()
}

// targets refuses two files whose editions would have one name, and an edition
// that would overwrite one of the files.
func (s *settings) targets() error {
	from := map[string]string{}
	for _, file := range s.files {
		c := &converter{settings: s, file: file}
		for _, kind := range s.kinds {
			name := filepath.Clean(c.target(kind))
			if first, ok := from[name]; ok {
				return fmt.Errorf("%s and %s would both be written to %s", first, c.name(), name)
			}
			from[name] = c.name()
			if i := slices.IndexFunc(s.files, func(f string) bool { return f != "-" && same(name, f) }); i >= 0 {
				return fmt.Errorf("the edition of %s would overwrite %s", c.name(), s.files[i])
			}
		}
	}
	return nil
}

// measures makes the style of its name and of the flags that change it.
func (s *settings) measures(style, page, margin, size, leading string) error {
	var err error
	if strings.HasSuffix(style, ".json") {
		var data []byte
		if data, err = os.ReadFile(style); err == nil {
			s.style, err = pdf.ParseStyle(data)
		}
	} else {
		s.style, err = pdf.StyleNamed(style)
	}
	if err != nil {
		return fmt.Errorf("-style %s: %w", style, err)
	}
	if page != "" {
		if s.style.Page, err = pdf.ParsePage(page); err != nil {
			return fmt.Errorf("-page: %w", err)
		}
	}
	m := &s.style.Margins
	for _, f := range []struct {
		flag, value string
		to          []*pdf.Length
	}{
		{"margin", margin, []*pdf.Length{&m.Top, &m.Bottom, &m.Inner, &m.Outer}},
		{"font-size", size, []*pdf.Length{&s.style.TextSize}},
		{"leading", leading, []*pdf.Length{&s.style.Leading}},
	} {
		if f.value == "" {
			continue
		}
		l, err := pdf.ParseLength(f.value)
		if err != nil {
			return fmt.Errorf("-%s: %w", f.flag, err)
		}
		for _, p := range f.to {
			*p = l
		}
	}
	if s.draft != "" {
		s.style.Draft = s.draft
	}
	if leading != "" {
		s.style.EastAsian.Leading = 0 // what is asked for is taken
	}
	if size != "" && leading == "" {
		s.style.Leading = s.style.TextSize * 1.3
	}
	return s.style.Check()
}

func (s *settings) font(v string) error {
	role, file, ok := strings.Cut(v, "=")
	if !ok {
		return errors.New("want ROLE=FILE")
	}
	f, err := fontFile(file)
	if err != nil {
		return err
	}
	switch role {
	case "text":
		s.fonts.Text = f
	case "italic":
		s.fonts.Italic = f
	case "bold":
		s.fonts.Bold = f
	case "bolditalic":
		s.fonts.BoldItalic = f
	case "smallcaps":
		s.fonts.SmallCaps = f
	case "mono":
		s.fonts.Mono = f
	case "math":
		s.fonts.Math = f
	case "fallback":
		s.fonts.Fallback = append(s.fonts.Fallback, f)
	default:
		return fmt.Errorf("%q is no role of a face", role)
	}
	return nil
}

// fontFile reads a font file whose name may be followed by # and the face in a
// collection, and by @ and places on the axes of a variable face.
func fontFile(name string) (pdf.Font, error) {
	var f pdf.Font
	var err error
	if at := strings.LastIndexByte(name, '@'); at >= 0 {
		if f.Axes, err = axes(name[at+1:]); err != nil {
			return f, err
		}
		name = name[:at]
	}
	if at := strings.LastIndexByte(name, '#'); at >= 0 {
		if f.Index, err = strconv.Atoi(name[at+1:]); err != nil {
			return f, fmt.Errorf("%q is no number of a face", name[at+1:])
		}
		name = name[:at]
	}
	f.Data, err = os.ReadFile(name)
	return f, err
}

// axes reads places on axes: wght=600,wdth=90.
func axes(s string) (map[string]float64, error) {
	out := map[string]float64{}
	for _, part := range strings.Split(s, ",") {
		tag, value, _ := strings.Cut(part, "=")
		v, err := strconv.ParseFloat(value, 64)
		if err != nil || len(tag) != 4 {
			return nil, fmt.Errorf("%q is no place on an axis: want one such as wght=600", part)
		}
		out[tag] = v
	}
	return out, nil
}
