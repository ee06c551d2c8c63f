package pdffile

import (
	"encoding/hex"
	"errors"
	"io"
	"strconv"
	"unicode/utf16"
)

// mostFiles is how many attachments, and nodes of their tree, are read.
const mostFiles = 100_000

// Attachments reads the attachments of a file, by the names that it lists them
// under. A file that unpacks to more than most bytes gives ErrTooLarge.
func Attachments(r io.ReaderAt, size, most int64) ([]*Attachment, error) {
	f, err := reopen(r, size, most)
	if err != nil {
		return nil, err
	}
	root, _ := f.trailer.get("Root")
	v := root
	for _, key := range []string{"Names", "EmbeddedFiles"} {
		if v, err = f.resolve(v); err != nil {
			return nil, err
		}
		var ok bool
		if v, ok = v.get(key); !ok {
			return nil, nil
		}
	}
	t := &fileTree{reopened: f, seen: map[ref]bool{}}
	err = t.node(v, 0)
	return t.files, err
}

// A fileTree is the name tree of attachments being read.
type fileTree struct {
	*reopened
	files []*Attachment
	nodes int
	seen  map[ref]bool
}

func (t *fileTree) node(v value, depth int) error {
	if t.nodes++; t.nodes > mostFiles || depth > deepest || t.seen[v.ref] {
		return errors.New("the tree of the attachments has no end")
	}
	if v.kind == refValue {
		t.seen[v.ref] = true
	}
	v, err := t.resolve(v)
	if err != nil {
		return err
	}
	kids, err := t.list(v, "Kids")
	if err != nil {
		return err
	}
	for _, k := range kids {
		if err := t.node(k, depth+1); err != nil {
			return err
		}
	}
	names, err := t.list(v, "Names")
	if err != nil {
		return err
	}
	for i := 0; i+1 < len(names); i += 2 {
		if len(t.files) >= mostFiles {
			return errors.New("too many attachments")
		}
		if err := t.file(names[i], names[i+1]); err != nil {
			return err
		}
	}
	return nil
}

func (t *fileTree) list(v value, key string) ([]value, error) {
	items, _ := v.get(key)
	items, err := t.resolve(items)
	return items.items, err
}

// file reads one attachment.
func (t *fileTree) file(name, spec value) error {
	name, err := t.resolve(name)
	if err != nil {
		return err
	}
	if spec, err = t.resolve(spec); err != nil {
		return err
	}
	at := &Attachment{Name: textString(name)}
	if rel, _ := spec.get("AFRelationship"); rel.kind == nameValue {
		at.Relation = string(rel.raw)
	}
	ef, _ := spec.get("EF")
	if ef, err = t.resolve(ef); err != nil {
		return err
	}
	stream, ok := ef.get("F")
	if !ok {
		return nil
	}
	if _, at.Data, err = t.load(stream); err != nil {
		return err
	}
	t.files = append(t.files, at)
	return nil
}

// textString is the text of a string object (ISO 32000-1, 7.9.2.2).
func textString(v value) string {
	b := stringBytes(v.raw)
	switch {
	case v.kind != scalar:
		return ""
	case len(b) >= 2 && b[0] == 0xFE && b[1] == 0xFF:
		var us []uint16
		for b = b[2:]; len(b) > 1; b = b[2:] {
			us = append(us, uint16(b[0])<<8|uint16(b[1]))
		}
		return string(utf16.Decode(us))
	case len(b) >= 3 && string(b[:3]) == "\xEF\xBB\xBF":
		return string(b[3:])
	}
	out := make([]rune, len(b))
	for i, c := range b {
		out[i] = rune(c) // PDFDocEncoding is Latin 1 where names are
	}
	return string(out)
}

// stringBytes are the bytes of a string in its written form.
func stringBytes(raw []byte) []byte {
	switch {
	case len(raw) >= 2 && raw[0] == '<':
		digits := make([]byte, 0, len(raw))
		for _, c := range raw[1 : len(raw)-1] {
			if !space(c) {
				digits = append(digits, c)
			}
		}
		if len(digits)%2 > 0 {
			digits = append(digits, '0')
		}
		out := make([]byte, len(digits)/2)
		if _, err := hex.Decode(out, digits); err != nil {
			return nil
		}
		return out
	case len(raw) >= 2 && raw[0] == '(':
		return unescape(raw[1 : len(raw)-1])
	}
	return nil
}

// unescape undoes the escapes of a literal string (7.3.4.2).
func unescape(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		if b[i] != '\\' || i+1 == len(b) {
			out = append(out, b[i])
			continue
		}
		i++
		switch c := b[i]; c {
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case '\n': // a line that goes on
		case '0', '1', '2', '3', '4', '5', '6', '7':
			j := i
			for j < len(b) && j < i+3 && b[j] >= '0' && b[j] <= '7' {
				j++
			}
			n, _ := strconv.ParseUint(string(b[i:j]), 8, 16)
			out = append(out, byte(n))
			i = j - 1
		default:
			out = append(out, c)
		}
	}
	return out
}
