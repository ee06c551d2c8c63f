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

// Default returns the embedded faces, parsed at the first call, several at a
// time.
var Default = sync.OnceValue(func() *Set {
	s := &Set{}
	var wg sync.WaitGroup
	for _, e := range []struct {
		face **Face
		data []byte
	}{
		{&s.Math, stix2mathregular.TTF}, // the largest
		{&s.Text.Regular, stix2textregular.TTF}, {&s.Text.Italic, stix2textitalic.TTF},
		{&s.Text.Bold, stix2textbold.TTF}, {&s.Text.BoldItalic, stix2textbolditalic.TTF},
		{&s.Semibold, stix2textsemibold.TTF},
		{&s.Mono.Regular, liberationmonoregular.TTF}, {&s.Mono.Italic, liberationmonoitalic.TTF},
		{&s.Mono.Bold, liberationmonobold.TTF}, {&s.Mono.BoldItalic, liberationmonobolditalic.TTF},
	} {
		wg.Go(func() { *e.face = mustParse(e.data) })
	}
	wg.Wait()
	return s
})

// Spare returns the family that is asked when no other face has a character:
// Liberation Serif, for the Greek of the ancients. It is parsed at the first
// call, which most documents do not make.
var Spare = sync.OnceValue(func() *Family {
	return &Family{mustParse(liberationserifregular.TTF), mustParse(liberationserifitalic.TTF),
		mustParse(liberationserifbold.TTF), mustParse(liberationserifbolditalic.TTF)}
})

func mustParse(data []byte) *Face {
	f, err := Parse(data, 0)
	if err != nil {
		panic(err) // an embedded face is sound, or the build is not
	}
	return f
}
