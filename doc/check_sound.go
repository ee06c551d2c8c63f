package doc

import (
	"fmt"
	"reflect"
	"unicode/utf8"
)

// A soundness check walks a document by reflection, which may hold anything:
// it finds what a walk by type could not survive, and text that no file can
// hold.
type soundness struct {
	pulse
	limits Limits
	faults []*Fault
	seen   map[any]string // paths of the pointers met
	steps  []step
	broken bool // the document cannot be walked
	full   bool // it is larger than a limit allows
	nodes  int
	bytes  int64 // of text
}

func (s *soundness) check(d *Document) {
	s.value(reflect.ValueOf(d).Elem())
}

func (s *soundness) fault(broken bool, format string, args ...any) {
	c := Cursor{steps: s.steps}
	s.faults = append(s.faults, &Fault{Path: c.Path(), Message: fmt.Sprintf(format, args...)})
	s.broken = s.broken || broken
}

func (s *soundness) in(field string, index int, v reflect.Value) {
	if s.full || s.stopped() {
		return
	}
	if len(s.steps) >= s.limits.Depth {
		s.exceeds("Depth", int64(s.limits.Depth), "nested too deep")
		return
	}
	s.steps = append(s.steps, step{field, index})
	s.value(v)
	s.steps = s.steps[:len(s.steps)-1]
}

func (s *soundness) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		s.text(v.String())
	case reflect.Struct:
		if v.Type() == dateType {
			if !v.Interface().(Date).Valid() {
				s.fault(false, "no such date: %s", v.Interface())
			}
			return
		}
		for _, f := range fieldsOf(v.Type()) {
			fv := v.Field(f.index)
			if fv.Kind() == reflect.Slice {
				s.slice(f.name, fv)
			} else if !(fv.Kind() == reflect.Pointer && fv.IsNil()) {
				s.in(f.name, -1, fv)
			}
		}
	case reflect.Slice: // Emphasis and the like, or the blocks of a definition
		s.slice("content", v)
	case reflect.Interface:
		s.node(v)
	case reflect.Pointer:
		s.pointer(v)
	}
}

func (s *soundness) slice(field string, v reflect.Value) {
	if v.Type() == reflect.TypeFor[Blocks]() && field == "content" && len(s.steps) > 0 && s.steps[len(s.steps)-1].field == "definitions" {
		field = ""
	}
	for i := range v.Len() {
		s.in(field, i, v.Index(i))
	}
}

func (s *soundness) node(v reflect.Value) {
	if v.IsNil() {
		s.fault(true, "nothing stands here (nil)")
		return
	}
	if _, ok := kinds[v.Elem().Type()]; !ok {
		return // an edition reports it
	}
	if v.Elem().Kind() != reflect.Pointer {
		s.count()
	}
	s.value(v.Elem())
}

func (s *soundness) pointer(v reflect.Value) {
	if v.IsNil() {
		s.fault(true, "nothing stands here (nil)")
		return
	}
	if first, ok := s.seen[v.Interface()]; ok {
		s.fault(true, "this node stands at %s already", first)
		return
	}
	c := Cursor{steps: s.steps}
	s.seen[v.Interface()] = c.Path()
	s.count()
	switch n := v.Interface().(type) {
	case *Table:
		s.table(n)
	case *Note:
		s.note(v.Elem())
		return
	}
	s.value(v.Elem())
}

// text refuses what XML and PDF text cannot hold (XML 1.0, production 2).
func (s *soundness) text(t string) {
	if s.bytes += int64(len(t)); s.bytes > s.limits.Text {
		s.exceeds("Text", s.limits.Text, "the document has too much text")
		return
	}
	plain := true
	for i := 0; i < len(t); i++ {
		if c := t[i]; c >= utf8.RuneSelf || c < ' ' || c == 0x7F {
			plain = false
			break
		}
	}
	if plain {
		return
	}
	if !utf8.ValidString(t) {
		s.fault(false, "not UTF-8: %.40q", t)
		return
	}
	for _, r := range t {
		if r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == 0xFFFE || r == 0xFFFF || r == 0xFFFC {
			s.fault(false, "the character U+%04X cannot be set", r)
			return
		}
	}
}

// exceeds reports the first thing that is larger than a limit allows, which
// ends the check: what comes behind it is not worth a walk.
func (s *soundness) exceeds(limit string, most int64, what string) {
	if s.full {
		return
	}
	err := &LimitError{limit, most}
	s.fault(true, "%s: %v", what, err)
	s.faults[len(s.faults)-1].Err = err
	s.full = true
}

func (s *soundness) count() {
	if s.nodes++; s.nodes > s.limits.Nodes {
		s.exceeds("Nodes", int64(s.limits.Nodes), "the document has too many nodes")
	}
}

// note bounds the text of a note: what is at the foot of pages cannot be
// divided as freely as the text.
func (s *soundness) note(v reflect.Value) {
	before := s.bytes
	s.value(v)
	if s.bytes-before > int64(s.limits.Note) {
		s.exceeds("Note", int64(s.limits.Note), "the note is too long")
	}
}

// table bounds the grid of a table, which its cells need not fill.
func (s *soundness) table(t *Table) {
	rows, cells := 0, 0
	count := func(rs []*Row) {
		rows += len(rs)
		for _, r := range rs {
			if r != nil {
				cells += len(r.Cells)
			}
		}
	}
	count(t.Head)
	for _, b := range t.Bodies {
		if b != nil {
			count(b.Head)
			count(b.Rows)
		}
	}
	count(t.Foot)
	if grid := int64(len(t.Columns)) * int64(max(rows, len(t.Bodies))); max(grid, int64(cells)) > int64(s.limits.Cells) {
		s.exceeds("Cells", int64(s.limits.Cells), "the table has too many cells")
	}
}
