package font

import (
	"sync"

	"codeberg.org/go-fonts/liberation/liberationmonobold"
	"codeberg.org/go-fonts/liberation/liberationmonobolditalic"
	"codeberg.org/go-fonts/liberation/liberationmonoitalic"
	"codeberg.org/go-fonts/liberation/liberationmonoregular"
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

// Default returns the embedded faces, parsed at the first call.
var Default = sync.OnceValue(func() *Set {
	parse := func(data []byte) *Face {
		f, err := Parse(data, 0)
		if err != nil {
			panic(err) // an embedded face is sound, or the build is not
		}
		return f
	}
	return &Set{
		Text:     Family{parse(stix2textregular.TTF), parse(stix2textitalic.TTF), parse(stix2textbold.TTF), parse(stix2textbolditalic.TTF)},
		Semibold: parse(stix2textsemibold.TTF),
		Mono: Family{parse(liberationmonoregular.TTF), parse(liberationmonoitalic.TTF),
			parse(liberationmonobold.TTF), parse(liberationmonobolditalic.TTF)},
		Math: parse(stix2mathregular.TTF),
	}
})
