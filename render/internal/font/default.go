package font

import (
	"sync"

	"codeberg.org/go-fonts/liberation/liberationmonobold"
	"codeberg.org/go-fonts/liberation/liberationmonobolditalic"
	"codeberg.org/go-fonts/liberation/liberationmonoitalic"
	"codeberg.org/go-fonts/liberation/liberationmonoregular"
	"codeberg.org/go-fonts/liberation/liberationserifbold"
	"codeberg.org/go-fonts/liberation/liberationserifbolditalic"
	"codeberg.org/go-fonts/liberation/liberationserifitalic"
	"codeberg.org/go-fonts/liberation/liberationserifregular"
	"codeberg.org/go-fonts/stix/stix2mathregular"
	"codeberg.org/go-fonts/stix/stix2textbold"
	"codeberg.org/go-fonts/stix/stix2textbolditalic"
	"codeberg.org/go-fonts/stix/stix2textitalic"
	"codeberg.org/go-fonts/stix/stix2textregular"
	"codeberg.org/go-fonts/stix/stix2textsemibold"
)

// A Family is the four faces of a family.
type Family struct {
	Regular, Italic, Bold, BoldItalic *Face
}

// A Set is the faces that text is set in when the caller gives none.
type Set struct {
	Text     Family // STIX Two Text
	Semibold *Face  // of the text family
	Mono     Family // Liberation Mono
	Math     *Face  // STIX Two Math, which has arrows, boxes and signs besides
}

// Default returns the embedded faces. Each is parsed when it is first asked
// something: most documents have no use for half of them.
var Default = sync.OnceValue(func() *Set {
	return &Set{
		Text: Family{embedded(stix2textregular.TTF), embedded(stix2textitalic.TTF),
			embedded(stix2textbold.TTF), embedded(stix2textbolditalic.TTF)},
		Semibold: embedded(stix2textsemibold.TTF),
		Mono: Family{embedded(liberationmonoregular.TTF), embedded(liberationmonoitalic.TTF),
			embedded(liberationmonobold.TTF), embedded(liberationmonobolditalic.TTF)},
		Math: embedded(stix2mathregular.TTF),
	}
})

// Spare returns the family that is asked when no other face has a character:
// Liberation Serif, for the Greek of the ancients.
var Spare = sync.OnceValue(func() *Family {
	return &Family{embedded(liberationserifregular.TTF), embedded(liberationserifitalic.TTF),
		embedded(liberationserifbold.TTF), embedded(liberationserifbolditalic.TTF)}
})

// Warm parses the faces that nearly every document has use for, several at a
// time, before they are asked.
func (s *Set) Warm() {
	for _, f := range []*Face{s.Text.Regular, s.Semibold, s.Text.Italic, s.Text.Bold} {
		go f.ready()
	}
}

func embedded(data []byte) *Face { return &Face{embedded: data} }

// ready parses an embedded face at the first call. What reads a face's fields
// calls it before.
func (f *Face) ready() {
	if f.embedded != nil {
		f.parsing.Do(func() {
			if err := f.parse(f.embedded, 0, nil); err != nil {
				panic(err) // an embedded face is sound, or the build is not
			}
		})
	}
}
