package rendertest

import (
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// page reads the text of a page's marked content.
func (f *pdfReader) page(p *pdfPage, d types.Dict) error {
	data, err := f.stream(d["Contents"])
	if err != nil {
		return fmt.Errorf("page %d: %w", p.number, err)
	}
	res, err := f.ctx.DereferenceDict(d["Resources"])
	if err != nil {
		return fmt.Errorf("page %d: %w", p.number, err)
	}
	fonts, err := f.ctx.DereferenceDict(res["Font"])
	if err != nil {
		return fmt.Errorf("page %d: %w", p.number, err)
	}
	c := &contentReader{file: f, fonts: fonts, page: p, mcid: -1}
	return c.read(string(data))
}

func (f *pdfReader) stream(o types.Object) ([]byte, error) {
	sd, _, err := f.ctx.DereferenceStreamDict(o)
	if err != nil {
		return nil, err
	}
	if err := sd.Decode(); err != nil {
		return nil, err
	}
	return sd.Content, nil
}

// A contentReader follows a content stream.
type contentReader struct {
	file  *pdfReader
	fonts types.Dict
	page  *pdfPage
	mcid  int // of the open marked content, -1 in an artifact
	said  *actual
	font  map[uint16]string
	stack []string
	x, y  float64 // of the last line
}

// An actual is marked content within other whose ActualText stands for its
// glyphs.
type actual struct {
	text string
	read bool
}

// read interprets the operators that matter to the text.
func (c *contentReader) read(s string) error {
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		t := token(s)
		s = s[len(t):]
		if t[0] == '<' || t[0] == '/' || t[0] == '[' || t[0] == ']' || t[0] == '(' || t[0] >= '0' && t[0] <= '9' || t[0] == '-' || t[0] == '.' {
			c.stack = append(c.stack, t)
			continue
		}
		if err := c.operator(t); err != nil {
			return err
		}
		c.stack = c.stack[:0]
	}
	return nil
}

// token is the first token of a content stream.
func token(s string) string {
	switch {
	case strings.HasPrefix(s, "<<"):
		return s[:strings.Index(s, ">>")+2]
	case s[0] == '<':
		return s[:strings.IndexByte(s, '>')+1]
	case s[0] == '(':
		return s[:strings.IndexByte(s, ')')+1]
	case s[0] == '[' || s[0] == ']':
		return s[:1]
	}
	if i := strings.IndexAny(s[1:], " \n\r\t<>[]()/"); i >= 0 {
		return s[:i+1]
	}
	return s
}

func (c *contentReader) operator(op string) error {
	switch op {
	case "BMC":
		c.mcid = -1
	case "BDC":
		if c.stack[0] == "/Artifact" {
			c.mcid = -1
			break
		}
		if text, ok := strings.CutPrefix(c.stack[len(c.stack)-1], "<</ActualText <FEFF"); ok {
			c.said = &actual{text: hexText(strings.TrimSuffix(text, "> >>"))}
			break
		}
		n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(c.stack[len(c.stack)-1], "<</MCID "), ">>"))
		if err != nil {
			return fmt.Errorf("page %d: %v has no MCID", c.page.number, c.stack)
		}
		c.mcid = n
		if _, twice := c.page.text[n]; twice {
			return fmt.Errorf("page %d: content %d comes twice", c.page.number, n)
		}
		c.page.text[n], c.page.order[n] = "", len(c.page.text)
	case "EMC":
		if c.said != nil {
			c.said = nil
			break
		}
		c.mcid = -1
	case "Tf":
		return c.useFont(strings.TrimPrefix(c.stack[0], "/"))
	case "Tm":
		return c.moveTo()
	case "TJ", "Tj":
		return c.show()
	}
	return nil
}

// moveTo follows the pen: text on another line is another word, unless the line
// before ended in a soft hyphen.
func (c *contentReader) moveTo() error {
	x, err := strconv.ParseFloat(c.stack[4], 64)
	if err != nil {
		return err
	}
	y, err := strconv.ParseFloat(c.stack[5], 64)
	if err != nil {
		return err
	}
	if c.said != nil && c.said.read {
		return nil
	}
	if dy := y - c.y; x < c.x || dy > 7 || dy < -7 {
		c.add("\n")
	}
	c.x, c.y = x, y
	if c.said != nil {
		c.said.read = true
		c.add(c.said.text)
	}
	return nil
}

func (c *contentReader) add(s string) {
	if c.mcid < 0 {
		return
	}
	text := c.page.text[c.mcid]
	if s == "\n" && strings.HasSuffix(text, "\u00ad") {
		return
	}
	c.page.text[c.mcid] = text + s
}

// show reads codes of two bytes.
func (c *contentReader) show() error {
	for _, t := range c.stack {
		if t[0] != '<' {
			continue
		}
		b, err := hex.DecodeString(t[1 : len(t)-1])
		if err != nil {
			return err
		}
		for i := 0; i+1 < len(b); i += 2 {
			code := uint16(b[i])<<8 | uint16(b[i+1])
			s, ok := c.font[code]
			if !ok {
				return fmt.Errorf("page %d: code %04x stands for no text", c.page.number, code)
			}
			if c.said == nil {
				c.add(s)
			}
		}
	}
	return nil
}

// useFont reads a font's ToUnicode map, once.
func (c *contentReader) useFont(name string) error {
	ref, ok := c.fonts[name].(types.IndirectRef)
	if !ok {
		return fmt.Errorf("page %d: no font %q", c.page.number, name)
	}
	n := ref.ObjectNumber.Value()
	if m, ok := c.file.fonts[n]; ok {
		c.font = m
		return nil
	}
	d, err := c.file.ctx.DereferenceDict(ref)
	if err != nil {
		return err
	}
	data, err := c.file.stream(d["ToUnicode"])
	if err != nil {
		return fmt.Errorf("font %s: %w", name, err)
	}
	c.font = toUnicode(string(data))
	c.file.fonts[n] = c.font
	return nil
}

// toUnicode reads the mappings of a CMap: single ones and ranges.
func toUnicode(cmap string) map[uint16]string {
	m := map[uint16]string{}
	kind := ""
	for _, line := range strings.Split(cmap, "\n") {
		f := strings.Fields(strings.ReplaceAll(strings.ReplaceAll(line, "<", " "), ">", " "))
		switch {
		case strings.HasSuffix(line, "beginbfchar"):
			kind = "char"
		case strings.HasSuffix(line, "beginbfrange"):
			kind = "range"
		case strings.HasPrefix(line, "end"):
			kind = ""
		case kind == "char" && len(f) >= 2:
			m[uint16(hexInt(f[0]))] = hexText(f[1])
		case kind == "range" && len(f) >= 3:
			for i := hexInt(f[0]); i <= hexInt(f[1]); i++ {
				us := []rune(hexText(f[2]))
				us[len(us)-1] += rune(i - hexInt(f[0]))
				m[uint16(i)] = string(us)
			}
		}
	}
	return m
}

func hexInt(s string) int {
	n, _ := strconv.ParseInt(s, 16, 32)
	return int(n)
}

func hexText(s string) string {
	b, _ := hex.DecodeString(s)
	var us []uint16
	for i := 0; i+1 < len(b); i += 2 {
		us = append(us, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(us))
}
