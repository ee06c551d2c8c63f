package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

// Clean writes a file anew without what could act or reach out of it: scripts,
// foreign objects, handlers of events, animations of links, references to other
// files, processing instructions and document types. Removed names, sorted,
// what was taken out.
func Clean(data []byte) (clean []byte, removed []string, err error) {
	if _, err := parse(data); err != nil {
		return nil, nil, err // not well-formed, or beyond the bounds
	}
	c := &cleaner{dec: decoder(data)}
	c.out.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	for {
		t, err := c.dec.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, nil, fmt.Errorf("svg: %w", err)
		}
		c.token(t)
	}
	if len(c.open) > 0 {
		return nil, nil, errors.New("svg: an element is not closed")
	}
	slices.Sort(c.removed)
	c.out.WriteByte('\n')
	return c.out.Bytes(), slices.Compact(c.removed), nil
}

type cleaner struct {
	dec     *xml.Decoder
	out     bytes.Buffer
	open    []string
	skip    int // depth within an element that is left out
	style   bool
	removed []string
}

func (c *cleaner) remove(what string) { c.removed = append(c.removed, what) }

// active reports whether an element may act or hold what may.
func active(name string) bool {
	switch strings.ToLower(name) {
	case "script", "foreignobject", "handler", "listener", "iframe", "embed", "object", "audio", "video":
		return true
	}
	return false
}

func (c *cleaner) token(t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		c.open = append(c.open, qualified(t.Name))
		if c.skip > 0 || active(t.Name.Local) {
			if c.skip == 0 {
				c.remove(t.Name.Local)
			}
			c.skip++
			return
		}
		c.style = t.Name.Local == "style"
		c.out.WriteString("<" + qualified(t.Name))
		for _, a := range t.Attr {
			c.attr(a)
		}
		c.out.WriteString(">")
	case xml.EndElement:
		c.open = c.open[:len(c.open)-1]
		c.style = false
		if c.skip > 0 {
			c.skip--
			return
		}
		c.out.WriteString("</" + qualified(t.Name) + ">")
	case xml.CharData:
		if c.skip > 0 || len(c.open) == 0 {
			return
		}
		s := string(t)
		if c.style {
			s = c.css(s)
		}
		c.escape(s)
	}
}

func qualified(n xml.Name) string {
	if n.Space != "" {
		return n.Space + ":" + n.Local
	}
	return n.Local
}

func (c *cleaner) escape(s string) { _ = xml.EscapeText(&c.out, []byte(s)) } // to a buffer: it cannot fail

func (c *cleaner) attr(a xml.Attr) {
	name, value := qualified(a.Name), a.Value
	local := strings.ToLower(a.Name.Local)
	switch {
	case strings.HasPrefix(local, "on") && a.Name.Space == "":
		c.remove(name)
		return
	case local == "href" || local == "src":
		if !inside(value) {
			c.remove(name)
			return
		}
	case a.Name.Space == "xml" && local == "base":
		c.remove(name)
		return
	case strings.HasPrefix(name, "xmlns"):
	default:
		value = c.css(value)
	}
	c.out.WriteString(" " + name + `="`)
	c.escape(value)
	c.out.WriteString(`"`)
}

// inside reports whether a reference stays in the file: to an id, or an image
// carried in the reference itself.
func inside(ref string) bool {
	ref = strings.ToLower(strings.TrimSpace(ref))
	for _, p := range []string{"#", "data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp"} {
		if strings.HasPrefix(ref, p) {
			return true
		}
	}
	return false
}

var (
	cssURL    = regexp.MustCompile(`(?i)url\(\s*["']?([^)"']*)["']?\s*\)`)
	cssImport = regexp.MustCompile(`(?i)@import[^;]*;?`)
)

// css takes references to other files out of a style sheet or a property. An
// escape could hide one: a text with any is dropped.
func (c *cleaner) css(s string) string {
	if strings.Contains(s, `\`) && (c.style || strings.Contains(strings.ToLower(s), "(")) {
		c.remove("style with escapes")
		return ""
	}
	s = cssImport.ReplaceAllStringFunc(s, func(string) string {
		c.remove("@import")
		return ""
	})
	return cssURL.ReplaceAllStringFunc(s, func(u string) string {
		if inside(cssURL.FindStringSubmatch(u)[1]) {
			return u
		}
		c.remove("url()")
		return "none"
	})
}
