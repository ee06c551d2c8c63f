package pdf

import (
	"bytes"
	"slices"
	"strings"

	"github.com/offprint-go/offprint/render/internal/layout"
)

// A text is the words of a paragraph with what is known of each stretch of
// them: the first half of setting a paragraph. White space is folded.
type text struct {
	buf    []byte
	runs   []textRun
	events []event
	source *source
	marked int // where the last note mark ended
	rubies []*ruby
	// classes is what each character is to East Asian typesetting, at its first
	// byte; nil if none is anything.
	classes []class
	turned  bool // part of it is set from right to left by the document's word
}

// A textRun is a stretch of text of one style, tag and link. It ends where the
// next begins.
type textRun struct {
	start  int
	style  textStyle
	tag    layout.Tag
	link   int32
	offset int // of the run's first byte in its source; -1 for generated text
}

// An event is something at a place in the text that is not words. Those with
// a width stand on an object replacement character.
type event struct {
	at      int
	insert  []layout.Block // a note called here
	anchor  string
	behind  bool       // the anchor is of the word before, if the two touch
	ink     layout.Ink // an image
	width   layout.Unit
	height  layout.Unit
	newline bool
	glue    bool // space that takes what is left of the line
	noBreak bool // no line may begin here
	soft    bool // a line may end here, without a hyphen
	isolate isolate
}

// A source is a node whose text is being set, and how many bytes of it have
// been.
type source struct {
	id     int32
	offset int
}

// object stands in the text for what has a width of its own: OBJECT REPLACEMENT
// CHARACTER.
const (
	object     = "\uFFFC"
	objectRune = '\uFFFC'
)

// add appends words of the source, or generated ones.
func (t *text) add(s string, run textRun, generated bool) {
	if generated || t.source == nil {
		run.offset = -1
		t.start(run)
		t.words(s, run)
		return
	}
	run.offset = t.source.offset
	t.start(run)
	t.words(s, run)
	t.source.offset += len(s)
}

// stands gives the first of the words that were generated from a byte on the
// place in the source at which they stand: a page can begin with it.
func (t *text) stands(from int) {
	i := slices.IndexFunc(t.runs, func(r textRun) bool { return r.start == from })
	if t.source == nil || i < 0 || t.runs[i].offset >= 0 {
		return
	}
	end := len(t.buf)
	if i+1 < len(t.runs) {
		end = t.runs[i+1].start
	}
	if n := bytes.IndexByte(t.buf[from:end], ' '); n >= 0 {
		rest := t.runs[i]
		rest.start += n
		t.runs = slices.Insert(t.runs, i+1, rest)
	}
	t.runs[i].offset = t.source.offset
}

// start begins a run, unless the one before goes on seamlessly.
func (t *text) start(run textRun) {
	run.start = len(t.buf)
	if n := len(t.runs); n > 0 {
		last := &t.runs[n-1]
		if last.start == run.start {
			t.runs = t.runs[:n-1]
		} else if last.style == run.style && last.tag == run.tag && last.link == run.link &&
			(last.offset < 0 && run.offset < 0 || last.offset >= 0 && last.offset+run.start-last.start == run.offset) {
			return
		}
	}
	t.runs = append(t.runs, run)
}

// words appends s with its white space folded. Where bytes fall out, a new run
// keeps the offsets right.
func (t *text) words(s string, run textRun) {
	i := 0
	for i < len(s) {
		j := i + strings.IndexAny(s[i:], " \t\n\r")
		if j < i {
			t.buf = append(t.buf, s[i:]...)
			return
		}
		t.buf = append(t.buf, s[i:j]...)
		k := j
		for k < len(s) && strings.IndexByte(" \t\n\r", s[k]) >= 0 {
			k++
		}
		spaces := k - j
		if !t.atSpace() {
			t.buf = append(t.buf, ' ')
			spaces--
		}
		if spaces > 0 && k < len(s) {
			next := run
			if run.offset >= 0 {
				next.offset = run.offset + k
			}
			t.start(next)
		}
		i = k
	}
}

// atSpace reports whether a space here would be a second one, or the first of
// a line.
func (t *text) atSpace() bool {
	n := len(t.buf)
	if n == 0 || t.buf[n-1] == ' ' {
		return true
	}
	e := len(t.events)
	return e > 0 && t.events[e-1].newline && t.events[e-1].at == n-len(object)
}

// object appends something of a width of its own.
func (t *text) object(run textRun, e event) {
	run.offset = -1
	if e.newline {
		t.trim()
	}
	t.start(run)
	e.at = len(t.buf)
	t.buf = append(t.buf, object...)
	t.events = append(t.events, e)
}

// event notes something of no width here.
func (t *text) event(e event) {
	e.at = len(t.buf)
	t.events = append(t.events, e)
}

// trim drops a space at the end.
func (t *text) trim() {
	if n := len(t.buf); n > 0 && t.buf[n-1] == ' ' {
		t.buf = t.buf[:n-1]
		for len(t.runs) > 0 && t.runs[len(t.runs)-1].start > len(t.buf) {
			t.runs = t.runs[:len(t.runs)-1]
		}
		for i := len(t.events) - 1; i >= 0 && t.events[i].at > len(t.buf); i-- {
			t.events[i].at = len(t.buf)
		}
	}
}

// runAt returns the index of the run that byte i is in, searching on from a
// run before it.
func (t *text) runAt(i, from int) int {
	for from+1 < len(t.runs) && t.runs[from+1].start <= i {
		from++
	}
	return from
}
