package doctest

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/offprint-go/offprint/doc"
)

// Dump writes a document for people to read and goldens to hold: the metadata
// a field a line, then each section and each of its blocks on a line of its
// own. Text is quoted, a node is its JSON name with its settings in brackets
// and what it holds in parentheses, and what is empty is left out.
func Dump(d *doc.Document) string {
	var b strings.Builder
	m := reflect.ValueOf(d.Meta)
	for i := range m.NumField() {
		if f := m.Field(i); !f.IsZero() {
			fmt.Fprintf(&b, "%s: %s\n", fieldName(m.Type().Field(i)), oneLine(f))
		}
	}
	if d.Notes != "" {
		fmt.Fprintf(&b, "notes: %s\n", d.Notes)
	}
	for _, bl := range d.Blocks {
		b.WriteString(oneLine(reflect.ValueOf(bl)) + "\n")
	}
	dumpSections(&b, d.Sections, 1)
	return b.String()
}

func dumpSections(b *strings.Builder, ss []*doc.Section, depth int) {
	in := strings.Repeat("  ", depth-1)
	for _, s := range ss {
		head := *s
		head.Blocks, head.Sections = nil, nil
		fmt.Fprintf(b, "%s%s %s\n", in, strings.Repeat("#", depth), oneLine(reflect.ValueOf(head)))
		for _, bl := range s.Blocks {
			fmt.Fprintf(b, "%s  %s\n", in, oneLine(reflect.ValueOf(bl)))
		}
		dumpSections(b, s.Sections, depth+1)
	}
}

func fieldName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

// oneLine writes a value of the model in a line.
func oneLine(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		if v.IsNil() {
			return "nil"
		}
		return oneLine(v.Elem())
	case reflect.String:
		if _, ok := v.Interface().(doc.Code); ok {
			return "code" + strconv.Quote(v.String())
		}
		return strconv.Quote(v.String())
	case reflect.Slice:
		var parts []string
		for i := range v.Len() {
			parts = append(parts, oneLine(v.Index(i)))
		}
		s := strings.Join(parts, " ")
		if name := doc.NodeName(v.Interface()); !strings.Contains(name, ".") && !strings.HasPrefix(name, "[") {
			return name + "(" + s + ")"
		}
		return s
	case reflect.Struct:
		return structLine(v)
	}
	return fmt.Sprint(v.Interface())
}

// structLine writes a node, or a part of one, by its fields.
func structLine(v reflect.Value) string {
	if s, ok := v.Interface().(fmt.Stringer); ok {
		return s.String()
	}
	var settings, held []string
	for i := range v.NumField() {
		f := v.Field(i)
		name := fieldName(v.Type().Field(i))
		switch {
		case f.IsZero() || name == "-":
		case f.Kind() == reflect.Slice && f.Type().Elem().Kind() != reflect.String:
			s := oneLine(f)
			if name != "content" && name != "blocks" {
				s = name + ": " + s
			}
			held = append(held, s)
		default:
			settings = append(settings, name+"="+oneLine(f))
		}
	}
	s := strings.ToLower(v.Type().Name()[:1]) + v.Type().Name()[1:]
	if len(settings) > 0 {
		s += "[" + strings.Join(settings, " ") + "]"
	}
	if len(held) > 0 {
		s += "(" + strings.Join(held, "; ") + ")"
	}
	return s
}
